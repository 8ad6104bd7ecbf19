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
    /// Authentication schemes of its operations and endpoints.
    pub auth_schemes: &'static [Scheme],
    /// Name in requests, such as the prefix of `X-Amz-Target`: that of the service shape, unless the model has another one.
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

    /// Returns the environment variable with the bearer token of the service. Its name contains the signing name, as in boto3.
    #[cfg(feature = "client")]
    pub(crate) fn token_variable(&self) -> String {
        format!("{TOKEN_VARIABLE}_{}", self.signing_name.to_uppercase().replace(['-', ' '], "_"))
    }

    /// Identifies an operation in configuration bags.
    pub(crate) fn metadata(&self, operation: &'static str) -> Metadata {
        Metadata::new(operation, self.sdk_id)
    }
}

/// Start of the names of environment variables with bearer tokens.
#[cfg(feature = "client")]
pub(crate) const TOKEN_VARIABLE: &str = "AWS_BEARER_TOKEN";

/// An authentication scheme. Generated code lists those of each operation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scheme {
    /// Signature version 4 (`aws.auth#sigv4`).
    SigV4,
    /// Signature version 4a (`aws.auth#sigv4a`), with the feature `sigv4a`.
    SigV4a,
    /// Signature version 4 by the credentials of a session, with the feature `session-auth`.
    SigV4Session,
    /// Signature version 2, with the feature `sigv2`.
    SigV2,
    /// An API key (`smithy.api#httpApiKeyAuth`), with the feature `http-auth`.
    HttpApiKey(ApiKey),
    /// User name and password (`smithy.api#httpBasicAuth`), with the feature `http-auth`.
    HttpBasic,
    /// A bearer token (`smithy.api#httpBearerAuth`), with the feature `http-auth`.
    HttpBearer,
    /// No authentication.
    NoAuth,
}

/// The place of an API key in requests.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ApiKey {
    /// Name of the header or query parameter.
    pub name: &'static str,
    /// Part of the request that contains the key.
    pub location: ApiKeyLocation,
    /// Word before the key, with a space between them.
    pub prefix: Option<&'static str>,
}

/// The part of a request that contains an API key.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ApiKeyLocation {
    /// A header.
    Header,
    /// The query string.
    Query,
}
