//! Bearer tokens from the settings that every AWS client shares, and from the environment.

use aws_credential_types::credential_feature::AwsCredentialFeature;
use aws_smithy_runtime_api::{
    client::{
        auth::AuthSchemePreference,
        identity::{Identity, SharedIdentityResolver, http::Token},
    },
    shared::IntoShared,
};
use aws_smithy_types::config_bag::Layer;
use aws_types::{sdk_config::SdkConfig, service_config::ServiceConfigKey};

use super::SettingsBuilder;
use crate::{
    auth::HTTP_BEARER,
    service::{Scheme, Service, TOKEN_VARIABLE},
};

impl SettingsBuilder {
    /// Copies the token provider. A token for the service in the environment takes precedence over everything that was not set in
    /// code, and is preferred to other authentication schemes, as in the official clients of Amazon Bedrock.
    pub(super) fn copy_token(&mut self, input: &SdkConfig, service: &Service) {
        self.set_token_provider(input.token_provider());
        let Some(token) = environment_token(input, service) else { return };
        if !input.get_origin("auth_scheme_preference").is_client_config() {
            self.layer.store_put(AuthSchemePreference::from([HTTP_BEARER]));
        }
        if !input.get_origin("token_provider").is_client_config() {
            self.set_bearer_token_resolver(resolver(token));
        }
    }
}

fn environment_token(input: &SdkConfig, service: &Service) -> Option<String> {
    service.auth_schemes.contains(&Scheme::HttpBearer).then_some(())?;
    // The runtime replaces spaces in names of variables, but no hyphens.
    let service_id = service.signing_name.replace('-', " ");
    let key =
        ServiceConfigKey::builder().service_id(&service_id).env(TOKEN_VARIABLE).profile("").build().ok()?;
    input.service_config()?.load_config(key)
}

/// Returns a resolver whose identity lists its source in the user agent.
fn resolver(token: String) -> SharedIdentityResolver {
    let mut layer = Layer::new("environment token");
    layer.store_append(AwsCredentialFeature::BearerServiceEnvVars);
    let identity = Identity::builder().data(Token::new(token, None)).property(layer.freeze());
    identity.build().expect("the data are set").into_shared()
}
