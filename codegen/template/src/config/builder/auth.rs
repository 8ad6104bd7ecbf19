//! Credentials and authentication schemes.

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
    /// Sets the credentials provider.
    #[must_use]
    #[inline]
    pub fn credentials_provider(mut self, credentials_provider: impl ProvideCredentials + 'static) -> Self {
        let provider = SharedCredentialsProvider::new(credentials_provider);
        self.set_credentials_provider(Some(provider));
        self
    }

    /// Sets the credentials provider; `None` changes nothing.
    #[inline]
    pub fn set_credentials_provider(
        &mut self,
        credentials_provider: Option<SharedCredentialsProvider>,
    ) -> &mut Self {
        self.settings.set_credentials_provider(credentials_provider);
        self
    }

    /// Sets the cache of credentials.
    #[must_use]
    #[inline]
    pub fn identity_cache(mut self, identity_cache: impl ResolveCachedIdentity + 'static) -> Self {
        self.set_identity_cache(identity_cache);
        self
    }

    /// Sets the cache of credentials.
    #[inline]
    pub fn set_identity_cache(&mut self, identity_cache: impl ResolveCachedIdentity + 'static) -> &mut Self {
        self.settings.components.set_identity_cache(Some(identity_cache));
        self
    }

    /// Adds an authentication scheme, or replaces the one with the same id.
    #[must_use]
    #[inline]
    pub fn push_auth_scheme(mut self, auth_scheme: impl AuthScheme + 'static) -> Self {
        self.settings.components.push_auth_scheme(auth_scheme);
        self
    }

    /// Sets the resolver of authentication schemes.
    #[must_use]
    #[inline]
    pub fn auth_scheme_resolver(mut self, auth_scheme_resolver: impl ResolveAuthScheme + 'static) -> Self {
        self.set_auth_scheme_resolver(auth_scheme_resolver);
        self
    }

    /// Sets the resolver of authentication schemes.
    #[inline]
    pub fn set_auth_scheme_resolver(
        &mut self,
        auth_scheme_resolver: impl ResolveAuthScheme + 'static,
    ) -> &mut Self {
        self.settings
            .components
            .set_auth_scheme_option_resolver(Some(auth_scheme_resolver.into_shared_resolver()));
        self
    }

    /// Sets the preferred authentication schemes, most preferred first.
    #[must_use]
    #[inline]
    pub fn auth_scheme_preference(mut self, preference: impl Into<AuthSchemePreference>) -> Self {
        self.set_auth_scheme_preference(Some(preference.into()));
        self
    }

    /// Sets or clears the preferred authentication schemes.
    #[inline]
    pub fn set_auth_scheme_preference(&mut self, preference: Option<AuthSchemePreference>) -> &mut Self {
        self.settings.layer.store_or_unset(preference);
        self
    }

    /// Sends unsigned requests if there are no credentials.
    #[must_use]
    #[inline]
    pub fn allow_no_auth(mut self) -> Self {
        self.set_allow_no_auth();
        self
    }

    /// Sends unsigned requests if there are no credentials.
    #[inline]
    pub fn set_allow_no_auth(&mut self) -> &mut Self {
        self.settings.plugins.push(NoAuthRuntimePluginV2::new().into_shared());
        self
    }
}
