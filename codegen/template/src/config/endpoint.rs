//! Resolution of endpoints.

use std::fmt;

#[cfg(feature = "client")]
use aws_smithy_runtime_api::box_error::BoxError;
use aws_smithy_runtime_api::client::endpoint::{
    EndpointResolverParams, ResolveEndpoint as ResolveErasedEndpoint, error::ResolveEndpointError,
};

pub use aws_smithy_runtime_api::client::endpoint::{EndpointFuture, SharedEndpointResolver};
pub use aws_smithy_types::endpoint::Endpoint;
pub use tinsmith_runtime::config::InvalidParams;

pub use crate::service::endpoint::{Params, ParamsBuilder};

/// Resolves the endpoint of a request.
pub trait ResolveEndpoint: Send + Sync + fmt::Debug {
    /// Resolves the endpoint for `params`.
    fn resolve_endpoint<'a>(&'a self, params: &'a Params) -> EndpointFuture<'a>;

    /// Wraps this resolver in the type that clients of every service use.
    fn into_shared_resolver(self) -> SharedEndpointResolver
    where
        Self: Sized + 'static,
    {
        SharedEndpointResolver::new(ErasedResolver(self))
    }
}

/// Implements the resolver of the orchestrator, whose parameters are erased.
#[derive(Debug)]
struct ErasedResolver<T>(T);

impl<T: ResolveEndpoint> ResolveErasedEndpoint for ErasedResolver<T> {
    fn resolve_endpoint<'a>(&'a self, params: &'a EndpointResolverParams) -> EndpointFuture<'a> {
        match params.get::<Params>() {
            Some(params) => self.0.resolve_endpoint(params),
            None => EndpointFuture::ready(Err("params of expected type was not present".into())),
        }
    }

    #[cfg(feature = "client")]
    fn finalize_params<'a>(&'a self, params: &'a mut EndpointResolverParams) -> Result<(), BoxError> {
        crate::service::endpoint::finalize(params);
        Ok(())
    }
}

/// Resolver of the service's endpoint rule set.
#[derive(Debug, Default)]
pub struct DefaultResolver {
    _private: (),
}

impl DefaultResolver {
    /// Creates the resolver.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Resolves the endpoint for `params` immediately: the rules need no async runtime.
    pub fn resolve(&self, params: &Params) -> Result<Endpoint, ResolveEndpointError> {
        crate::service::endpoint::resolve(params)
    }
}

impl ResolveEndpoint for DefaultResolver {
    fn resolve_endpoint<'a>(&'a self, params: &'a Params) -> EndpointFuture<'a> {
        EndpointFuture::ready(self.resolve(params).map_err(Into::into))
    }
}
