// Copied by tinsmith from its support code. Do not edit.

//! Who signs requests, and how.

use aws_runtime::auth::sigv4;
use aws_smithy_runtime::client::auth::no_auth::NoAuthRuntimePluginV2;
use aws_smithy_runtime_api::{
    client::{
        auth::{AuthScheme, AuthSchemePreference},
        identity::ResolveCachedIdentity,
    },
    shared::IntoShared,
};

use super::{
    super::{ProvideCredentials, SharedCredentialsProvider, auth::ResolveAuthScheme},
    Builder,
};

impl Builder {
    /// Sets where credentials come from.
    #[must_use]
    #[inline]
    pub fn credentials_provider(mut self, credentials_provider: impl ProvideCredentials + 'static) -> Self {
        let provider = SharedCredentialsProvider::new(credentials_provider);
        self.set_credentials_provider(Some(provider));
        self
    }

    /// Sets where credentials come from; `None` changes nothing.
    #[inline]
    pub fn set_credentials_provider(
        &mut self,
        credentials_provider: Option<SharedCredentialsProvider>,
    ) -> &mut Self {
        if let Some(provider) = credentials_provider {
            self.runtime_components.set_identity_resolver(sigv4::SCHEME_ID, provider);
        }
        self
    }

    /// Sets the cache that credentials are kept in.
    #[must_use]
    #[inline]
    pub fn identity_cache(mut self, identity_cache: impl ResolveCachedIdentity + 'static) -> Self {
        self.set_identity_cache(identity_cache);
        self
    }

    /// Sets the cache that credentials are kept in.
    #[inline]
    pub fn set_identity_cache(&mut self, identity_cache: impl ResolveCachedIdentity + 'static) -> &mut Self {
        self.runtime_components.set_identity_cache(Some(identity_cache));
        self
    }

    /// Adds a scheme that can sign requests, or replaces the one with its id.
    #[must_use]
    #[inline]
    pub fn push_auth_scheme(mut self, auth_scheme: impl AuthScheme + 'static) -> Self {
        self.runtime_components.push_auth_scheme(auth_scheme);
        self
    }

    /// Sets what chooses the scheme that signs a request.
    #[must_use]
    #[inline]
    pub fn auth_scheme_resolver(mut self, auth_scheme_resolver: impl ResolveAuthScheme + 'static) -> Self {
        self.set_auth_scheme_resolver(auth_scheme_resolver);
        self
    }

    /// Sets what chooses the scheme that signs a request.
    #[inline]
    pub fn set_auth_scheme_resolver(
        &mut self,
        auth_scheme_resolver: impl ResolveAuthScheme + 'static,
    ) -> &mut Self {
        self.runtime_components
            .set_auth_scheme_option_resolver(Some(auth_scheme_resolver.into_shared_resolver()));
        self
    }

    /// Sets the schemes to prefer, the best first.
    #[must_use]
    #[inline]
    pub fn auth_scheme_preference(mut self, preference: impl Into<AuthSchemePreference>) -> Self {
        self.set_auth_scheme_preference(Some(preference.into()));
        self
    }

    /// Sets or unsets the schemes to prefer.
    #[inline]
    pub fn set_auth_scheme_preference(&mut self, preference: Option<AuthSchemePreference>) -> &mut Self {
        self.config.store_or_unset(preference);
        self
    }

    /// Sends requests without a signature where there are no credentials.
    #[must_use]
    #[inline]
    pub fn allow_no_auth(mut self) -> Self {
        self.set_allow_no_auth();
        self
    }

    /// Sends requests without a signature where there are no credentials.
    #[inline]
    pub fn set_allow_no_auth(&mut self) -> &mut Self {
        self.runtime_plugins.push(NoAuthRuntimePluginV2::new().into_shared());
        self
    }
}
