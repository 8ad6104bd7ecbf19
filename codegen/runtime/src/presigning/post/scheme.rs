//! Signing of policies instead of requests, by the credentials of a call.

use std::borrow::Cow;

use aws_credential_types::Credentials;
use aws_runtime::auth::sigv4::SigV4AuthScheme;
use aws_smithy_runtime_api::{
    box_error::BoxError,
    client::{
        auth::{AuthScheme, AuthSchemeEndpointConfig, AuthSchemeId, SharedAuthScheme, Sign},
        identity::{Identity, SharedIdentityResolver},
        orchestrator::HttpRequest,
        runtime_components::{GetIdentityResolver, RuntimeComponents, RuntimeComponentsBuilder},
        runtime_plugin::RuntimePlugin,
    },
};
use aws_smithy_types::{
    config_bag::{ConfigBag, FrozenLayer, Layer},
    endpoint::Endpoint,
};
use aws_types::{SigningName, region::SigningRegion};

use super::{PostPolicy, signature::Signing};
use crate::config::Presigned;

/// Signs a policy for an object instead of the request of a call. The request has the form as an extension.
#[derive(Debug)]
pub(crate) struct PostPlugin {
    components: RuntimeComponentsBuilder,
}

impl PostPlugin {
    pub(crate) fn new(policy: PostPolicy, bucket: String, key: String) -> Self {
        let signer = PostSigner { policy, bucket, key };
        let scheme = PostScheme { scheme: SigV4AuthScheme::new(), signer };
        let components =
            RuntimeComponentsBuilder::new("post policy").with_auth_scheme(SharedAuthScheme::new(scheme));
        Self { components }
    }
}

impl RuntimePlugin for PostPlugin {
    fn config(&self) -> Option<FrozenLayer> {
        let mut layer = Layer::new("post policy");
        layer.store_put(Presigned);
        Some(layer.freeze())
    }

    fn runtime_components(&self, _current: &RuntimeComponentsBuilder) -> Cow<'_, RuntimeComponentsBuilder> {
        Cow::Borrowed(&self.components)
    }
}

/// Signature version 4 of a policy.
#[derive(Debug)]
struct PostScheme {
    scheme: SigV4AuthScheme,
    signer: PostSigner,
}

impl AuthScheme for PostScheme {
    fn scheme_id(&self) -> AuthSchemeId {
        self.scheme.scheme_id()
    }

    fn identity_resolver(&self, resolvers: &dyn GetIdentityResolver) -> Option<SharedIdentityResolver> {
        self.scheme.identity_resolver(resolvers)
    }

    fn signer(&self) -> &dyn Sign {
        &self.signer
    }
}

#[derive(Debug)]
struct PostSigner {
    policy: PostPolicy,
    bucket: String,
    key: String,
}

impl Sign for PostSigner {
    fn sign_http_request(
        &self,
        request: &mut HttpRequest,
        identity: &Identity,
        auth_scheme_endpoint_config: AuthSchemeEndpointConfig<'_>,
        _runtime_components: &RuntimeComponents,
        cfg: &ConfigBag,
    ) -> Result<(), BoxError> {
        let scheme = auth_scheme_endpoint_config.as_document().and_then(|scheme| scheme.as_object());
        let of_endpoint = |name| scheme?.get(name)?.as_string();
        let region = of_endpoint("signingRegion").or(cfg.load::<SigningRegion>().map(AsRef::as_ref));
        let name = of_endpoint("signingName").or(cfg.load::<SigningName>().map(AsRef::as_ref));
        let signing = Signing {
            credentials: identity.data::<Credentials>().ok_or("a policy is signed by credentials of AWS")?,
            region: region.ok_or("the configuration has no signing region")?,
            name: name.ok_or("the configuration has no signing name")?,
        };
        let endpoint = cfg.load::<Endpoint>().ok_or("the endpoint is not resolved")?;
        let url = format!("{}/", endpoint.url().trim_end_matches('/'));
        request.add_extension(self.policy.sign(url, &self.bucket, &self.key, &signing));
        Ok(())
    }
}
