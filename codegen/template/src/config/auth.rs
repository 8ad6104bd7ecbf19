//! Resolution of authentication schemes, by which requests are signed.

use std::fmt;

use aws_smithy_runtime_api::client::{
    auth::{
        AuthSchemeOptionResolverParams, AuthSchemeOptionsFuture, ResolveAuthSchemeOptions,
        SharedAuthSchemeOptionResolver,
    },
    runtime_components::RuntimeComponents,
};
use aws_smithy_types::config_bag::ConfigBag;

pub use tinsmith_runtime::config::auth::{BuildError, Params, ParamsBuilder};

pub use crate::service::auth::DefaultAuthSchemeResolver;

/// Resolves the authentication schemes of a request.
pub trait ResolveAuthScheme: Send + Sync + fmt::Debug {
    /// Returns the schemes for the operation of `params`, the preferred one first.
    fn resolve_auth_scheme<'a>(
        &'a self,
        params: &'a Params,
        cfg: &'a ConfigBag,
        runtime_components: &'a RuntimeComponents,
    ) -> AuthSchemeOptionsFuture<'a>;

    /// Wraps this resolver in the type that clients of every service use.
    fn into_shared_resolver(self) -> SharedAuthSchemeOptionResolver
    where
        Self: Sized + 'static,
    {
        SharedAuthSchemeOptionResolver::new(ErasedResolver(self))
    }
}

/// Implements the resolver of the orchestrator, whose parameters are erased.
#[derive(Debug)]
struct ErasedResolver<T>(T);

impl<T: ResolveAuthScheme> ResolveAuthSchemeOptions for ErasedResolver<T> {
    fn resolve_auth_scheme_options_v2<'a>(
        &'a self,
        params: &'a AuthSchemeOptionResolverParams,
        cfg: &'a ConfigBag,
        runtime_components: &'a RuntimeComponents,
    ) -> AuthSchemeOptionsFuture<'a> {
        match params.get::<Params>() {
            Some(params) => self.0.resolve_auth_scheme(params, cfg, runtime_components),
            None => AuthSchemeOptionsFuture::ready(Err("params of expected type was not present".into())),
        }
    }
}
