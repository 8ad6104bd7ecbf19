//! Sessions as a plugin of a client.

use aws_runtime::auth::SigV4SessionTokenNameOverride;
use aws_sigv4::http_request::{SignatureLocation, SigningSettings};
use aws_smithy_runtime_api::{
    client::{
        runtime_components::RuntimeComponentsBuilder,
        runtime_plugin::{RuntimePlugins, SharedRuntimePlugin, StaticRuntimePlugin},
    },
    shared::IntoShared,
};
use aws_smithy_types::{
    config_bag::{ConfigBag, Layer},
    endpoint::Endpoint,
};

use super::{Session, resolver::SessionResolver};
use crate::auth::scheme::SESSION;

/// Returns the plugin that resolves sessions. `plugins` are those of the client that creates them.
pub(crate) fn plugin(session: Session, plugins: RuntimePlugins) -> SharedRuntimePlugin {
    let mut layer = Layer::new("sessions");
    layer.store_put(SigV4SessionTokenNameOverride::new(|settings: &SigningSettings, cfg: &ConfigBag| {
        Ok(token_name(settings, cfg))
    }));
    let components = RuntimeComponentsBuilder::new("sessions")
        .with_identity_resolver(SESSION, SessionResolver::new(session, plugins));
    StaticRuntimePlugin::new().with_config(layer.freeze()).with_runtime_components(components).into_shared()
}

/// Returns the name of the header or parameter with the token of a session. Other tokens keep their name.
fn token_name(settings: &SigningSettings, cfg: &ConfigBag) -> Option<&'static str> {
    if !is_session(cfg) {
        return settings.session_token_name_override;
    }
    Some(match settings.signature_location {
        SignatureLocation::QueryParams => "X-Amz-S3session-Token",
        _ => "x-amz-s3session-token",
    })
}

/// Returns `true` if the endpoint requires a session.
fn is_session(cfg: &ConfigBag) -> bool {
    let endpoint = cfg.load::<Endpoint>();
    endpoint
        .is_some_and(|endpoint| endpoint.auth_schemes().iter().any(|scheme| scheme.name() == SESSION.inner()))
}
