// ---- src/operation/create_bgp_peer.rs
pub use self::error::CreateBGPPeerError;
pub use self::input::CreateBgpPeerInput;
pub use self::output::CreateBgpPeerOutput;

/// The operation `CreateBGPPeer`.
///
#[cfg_attr(
    feature = "client",
    doc = " [`Client::create_bgp_peer`](crate::client::Client::create_bgp_peer) sends it."
)]
///
/// # Errors of the service
///
/// - [`StoreHasCmKsException`](CreateBGPPeerError::StoreHasCmKsException): The error `StoreHasCMKsException`.
#[derive(Clone, Debug, Default)]
#[non_exhaustive]
pub struct CreateBGPPeer;

// ---- src/operation/create_bgp_peer/builders.rs
//! Builders of `CreateBGPPeer`.

#[cfg(feature = "client")]
pub use super::fluent_builder::CreateBGPPeerFluentBuilder;
pub use super::input::CreateBgpPeerInputBuilder;
pub use super::output::CreateBgpPeerOutputBuilder;

// ---- src/operation/create_bgp_peer/error.rs
/// Error of `CreateBGPPeer`.
#[non_exhaustive]
#[derive(Debug)]
pub enum CreateBGPPeerError {
    /// The error `StoreHasCMKsException`.
    StoreHasCmKsException(StoreHasCmKsException),
    /// An error that the model does not list, or a response that cannot be read.
    ///
    /// Match on `code()` instead of this variant: a later model may list the code.
    Unhandled(Unhandled),
}

    /// Returns whether the error is [`StoreHasCmKsException`](Self::StoreHasCmKsException).
    #[inline]
    pub fn is_store_has_cm_ks_exception(&self) -> bool {
        matches!(self, Self::StoreHasCmKsException(_))
    }

// ---- src/operation/create_bgp_peer/input.rs
/// Input of `CreateBGPPeer`.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct CreateBgpPeerInput {
    /// The member `ASN`.
    pub asn: Option<i64>,
    /// The member `VPCs`.
    pub vpcs: Option<Vec<Vpc>>,
    /// The member `IPv4Address`.
    pub ipv4_address: Option<String>,
    /// The member `DynamoDBv2Action`.
    pub dynamo_dbv2_action: Option<String>,
    /// The member `family`.
    pub family: Option<IpFamily>,
}

structure! {
    /// Builder of [`CreateBgpPeerInput`](crate::operation::create_bgp_peer::CreateBgpPeerInput).
    #[derive(Clone, Debug, Default, PartialEq)]
    #[cfg(feature = "client")]
    #[fluent(super::fluent_builder::CreateBGPPeerFluentBuilder)]
    #[writable(INPUT_SCHEMA)]
    pub struct CreateBgpPeerInputBuilder => fallible input CreateBgpPeerInput {
        /// The member `ASN`.
        asn: optional Scalar<i64>, set_asn, get_asn;
        /// The member `VPCs`.
        vpcs: optional List<Vpc>, set_vpcs, get_vpcs;
        /// The member `IPv4Address`.
        ipv4_address: optional String, set_ipv4_address, get_ipv4_address;
        /// The member `DynamoDBv2Action`.
        dynamo_dbv2_action: optional String, set_dynamo_dbv2_action, get_dynamo_dbv2_action;
        /// The member `family`.
        family: optional Value<IpFamily>, set_family, get_family;
    }
}

// ---- src/types/bgp_peer.rs
/// The structure `BGPPeer`.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct BgpPeer {
    /// The member `ID`.
    pub id: Option<String>,
}

// ---- src/types/ip_family.rs
/// The values of `IPFamily`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum IpFamily {
    /// The value `ipv4`.
    IPv4,
    /// The value `ipv6`.
    Ipv6,
    /// A value that this version of the crate does not list.
    Unknown(UnknownVariantValue),
}
