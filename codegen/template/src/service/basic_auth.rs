//! Settings of HTTP basic authentication.

use aws_smithy_runtime_api::{
    client::identity::{ResolveIdentity, http::Login},
    shared::IntoShared,
};

use crate::config::Builder;

impl Builder {
    /// Sets user name and password.
    #[must_use]
    #[inline]
    pub fn basic_auth_login(self, basic_auth_login: Login) -> Self {
        self.basic_auth_login_resolver(basic_auth_login)
    }

    /// Sets the resolver of user names and passwords, whose identities are [`Login`]s.
    #[must_use]
    #[inline]
    pub fn basic_auth_login_resolver(
        mut self,
        basic_auth_login_resolver: impl ResolveIdentity + 'static,
    ) -> Self {
        self.settings.set_basic_auth_login_resolver(basic_auth_login_resolver.into_shared());
        self
    }
}
