// Copied by tinsmith from its support code. Do not edit.

//! Choice of the endpoint that requests go to.

use std::{borrow::Cow, error::Error, fmt};

#[cfg(feature = "client")]
use aws_smithy_runtime_api::box_error::BoxError;
use aws_smithy_runtime_api::client::endpoint::{
    EndpointResolverParams, ResolveEndpoint as ResolveErasedEndpoint, error::ResolveEndpointError,
};

pub use aws_smithy_runtime_api::client::endpoint::{EndpointFuture, SharedEndpointResolver};
pub use aws_smithy_types::endpoint::Endpoint;

pub use crate::service::endpoint::{Params, ParamsBuilder};

mod invalid_value;

/// Resolves the endpoint of a request.
pub trait ResolveEndpoint: Send + Sync + fmt::Debug {
    /// Resolves the endpoint for `params`.
    fn resolve_endpoint<'a>(&'a self, params: &'a Params) -> EndpointFuture<'a>;

    /// Turns this resolver into the type that clients of every service share.
    fn into_shared_resolver(self) -> SharedEndpointResolver
    where
        Self: Sized + 'static,
    {
        SharedEndpointResolver::new(Typed(self))
    }
}

/// A resolver for the parameters of this service behind the interface for those of any.
#[derive(Debug)]
struct Typed<T>(T);

impl<T: ResolveEndpoint> ResolveErasedEndpoint for Typed<T> {
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

/// The endpoints that the service's rule set describes.
#[derive(Debug, Default)]
pub struct DefaultResolver {
    _private: (),
}

impl DefaultResolver {
    /// Creates a resolver.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Resolves the endpoint for `params` at once: the rules need no runtime.
    pub fn resolve(&self, params: &Params) -> Result<Endpoint, ResolveEndpointError> {
        crate::service::endpoint::resolve(params)
    }
}

impl ResolveEndpoint for DefaultResolver {
    fn resolve_endpoint<'a>(&'a self, params: &'a Params) -> EndpointFuture<'a> {
        EndpointFuture::ready(self.resolve(params).map_err(Into::into))
    }
}

/// Parameters from which no endpoint can be chosen.
#[derive(Debug)]
pub struct InvalidParams {
    field: Cow<'static, str>,
    problem: &'static str,
}

impl fmt::Display for InvalidParams {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "invalid value for field: `{}` - {}", self.field, self.problem)
    }
}

impl Error for InvalidParams {}
