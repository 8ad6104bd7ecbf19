//! Description of a service, for code that is the same for all of them.

use aws_smithy_runtime_api::client::orchestrator::Metadata;
use aws_smithy_schema::protocol::{
    ServiceShapeName, ServiceShapeNamespace, ServiceVersion, ServiceXmlNamespace, SharedClientProtocol,
};
use aws_smithy_types::config_bag::Layer;

use crate::protocol::SansIo;

mod customization;

pub use customization::{Customization, Retries, Signing};

/// A service. Generated code has one as a static.
#[derive(Debug)]
pub struct Service {
    /// Service id, which names the service in documentation and telemetry: `Direct Connect`.
    pub sdk_id: &'static str,
    /// Name in user agents, telemetry scopes and retry partitions: `directconnect`.
    pub name: &'static str,
    /// Name under which requests are signed.
    pub signing_name: &'static str,
    /// Name of the service shape, which is also the prefix of `X-Amz-Target`.
    pub shape_name: &'static str,
    /// Namespace of the service shape.
    pub namespace: &'static str,
    /// Version of the API.
    pub version: &'static str,
    /// Version of the generated crate, for the user agent.
    pub crate_version: &'static str,
    /// URI of the XML namespace (`smithy.api#xmlNamespace`).
    pub xml_namespace: Option<&'static str>,
    /// Facts that no model contains.
    pub customization: Customization,
    /// Shape ids of the AWS protocols that the schemas have traits for.
    pub protocols: &'static [&'static str],
    /// Creates the default protocol.
    pub protocol: fn() -> SharedClientProtocol,
    /// The protocol and its configuration without a client, created when first used.
    pub sans_io: SansIo,
}

impl Service {
    /// Stores what protocols need to know of the service, and the default protocol unless the layer has one.
    pub fn store(&self, layer: &mut Layer) {
        if layer.load::<SharedClientProtocol>().is_none() {
            layer.store_put((self.protocol)());
        }
        layer.store_put(ServiceShapeName::new(self.shape_name));
        layer.store_put(ServiceShapeNamespace::new(self.namespace));
        layer.store_put(ServiceVersion::new(self.version));
        if let Some(uri) = self.xml_namespace {
            layer.store_put(ServiceXmlNamespace::new(uri, None));
        }
    }

    /// Identifies an operation in configuration bags.
    pub(crate) fn metadata(&self, operation: &'static str) -> Metadata {
        Metadata::new(operation, self.sdk_id)
    }
}
