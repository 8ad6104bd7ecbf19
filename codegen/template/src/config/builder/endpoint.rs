//! Region and endpoint.

use aws_smithy_runtime_api::client::endpoint::SharedEndpointResolver;
use aws_types::{
    endpoint_config::{EndpointUrl, UseDualStack, UseFips},
    region::Region,
};

use super::{super::endpoint::ResolveEndpoint, Builder};

impl Builder {
    /// Sets the region.
    #[must_use]
    #[inline]
    pub fn region(mut self, region: impl Into<Option<Region>>) -> Self {
        self.set_region(region.into());
        self
    }

    /// Sets or clears the region.
    #[inline]
    pub fn set_region(&mut self, region: Option<Region>) -> &mut Self {
        self.settings.layer.store_or_unset(region);
        self
    }

    /// Sets the URL of a custom endpoint, for example `http://localhost:5000`.
    #[must_use]
    #[inline]
    pub fn endpoint_url(mut self, endpoint_url: impl Into<String>) -> Self {
        self.set_endpoint_url(Some(endpoint_url.into()));
        self
    }

    /// Sets or clears the URL of a custom endpoint.
    #[inline]
    pub fn set_endpoint_url(&mut self, endpoint_url: Option<String>) -> &mut Self {
        self.settings.layer.store_or_unset(endpoint_url.map(EndpointUrl));
        self
    }

    /// Sets whether to use a dual-stack endpoint (IPv4 and IPv6).
    #[must_use]
    #[inline]
    pub fn use_dual_stack(mut self, use_dual_stack: impl Into<bool>) -> Self {
        self.set_use_dual_stack(Some(use_dual_stack.into()));
        self
    }

    /// Sets or clears whether to use a dual-stack endpoint (IPv4 and IPv6).
    #[inline]
    pub fn set_use_dual_stack(&mut self, use_dual_stack: Option<bool>) -> &mut Self {
        self.settings.layer.store_or_unset(use_dual_stack.map(UseDualStack));
        self
    }

    /// Sets whether to use an endpoint that complies with FIPS.
    #[must_use]
    #[inline]
    pub fn use_fips(mut self, use_fips: impl Into<bool>) -> Self {
        self.set_use_fips(Some(use_fips.into()));
        self
    }

    /// Sets or clears whether to use an endpoint that complies with FIPS.
    #[inline]
    pub fn set_use_fips(&mut self, use_fips: Option<bool>) -> &mut Self {
        self.settings.layer.store_or_unset(use_fips.map(UseFips));
        self
    }

    /// Sets an endpoint resolver, which replaces the rules of the service. Region, custom endpoint and other settings are
    /// its parameters.
    #[must_use]
    #[inline]
    pub fn endpoint_resolver(mut self, endpoint_resolver: impl ResolveEndpoint + 'static) -> Self {
        self.set_endpoint_resolver(Some(endpoint_resolver.into_shared_resolver()));
        self
    }

    /// Sets or clears the endpoint resolver.
    #[inline]
    pub fn set_endpoint_resolver(&mut self, endpoint_resolver: Option<SharedEndpointResolver>) -> &mut Self {
        self.settings.components.set_endpoint_resolver(endpoint_resolver);
        self
    }
}
