//! Stand-in for the emitted endpoint parameters and rules.

use aws_smithy_runtime_api::{
    box_error::BoxError,
    client::{
        endpoint::{EndpointResolverParams, error::ResolveEndpointError},
        interceptors::context::Input,
    },
};
use aws_smithy_types::config_bag::ConfigBag;
use aws_smithy_types::endpoint::Endpoint;
use aws_types::{
    endpoint_config::{EndpointUrl, UseDualStack, UseFips},
    region::Region,
};

use crate::config::endpoint::InvalidParams;
use tinsmith_runtime::rules::{host_label::is_valid_host_label, partition::partition};

/// What the choice of an endpoint depends on.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Params {
    pub(crate) region: Option<String>,
    pub(crate) use_dual_stack: bool,
    pub(crate) use_fips: bool,
    pub(crate) endpoint: Option<String>,
}

impl Params {
    /// Starts a [`ParamsBuilder`].
    #[must_use]
    pub fn builder() -> ParamsBuilder {
        ParamsBuilder::default()
    }

    /// The region to send the request to.
    #[must_use]
    pub fn region(&self) -> Option<&str> {
        self.region.as_deref()
    }

    /// Whether the endpoint must answer over IPv4 and IPv6.
    #[must_use]
    pub fn use_dual_stack(&self) -> Option<bool> {
        Some(self.use_dual_stack)
    }

    /// Whether the endpoint must comply with FIPS.
    #[must_use]
    pub fn use_fips(&self) -> Option<bool> {
        Some(self.use_fips)
    }

    /// A custom endpoint that replaces the service's own.
    #[must_use]
    pub fn endpoint(&self) -> Option<&str> {
        self.endpoint.as_deref()
    }
}

/// Adds to the parameters what is known only once there is an identity: here, nothing.
pub(crate) fn finalize(_params: &mut EndpointResolverParams) {}

/// Builds [`Params`].
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ParamsBuilder {
    region: Option<String>,
    use_dual_stack: Option<bool>,
    use_fips: Option<bool>,
    endpoint: Option<String>,
}

impl ParamsBuilder {
    pub(crate) fn from_config(config: &ConfigBag) -> Self {
        Self::default()
            .set_region(config.load::<Region>().map(ToString::to_string))
            .set_use_dual_stack(config.load::<UseDualStack>().map(|dual_stack| dual_stack.0))
            .set_use_fips(config.load::<UseFips>().map(|fips| fips.0))
            .set_endpoint(config.load::<EndpointUrl>().map(|url| url.0.clone()))
    }

    /// Sets the region to send the request to.
    #[must_use]
    pub fn region(self, value: impl Into<String>) -> Self {
        self.set_region(Some(value.into()))
    }

    /// Sets or unsets the region to send the request to.
    #[must_use]
    pub fn set_region(mut self, value: Option<String>) -> Self {
        self.region = value;
        self
    }

    /// Sets whether the endpoint must answer over IPv4 and IPv6; no by default.
    #[must_use]
    pub fn use_dual_stack(self, value: impl Into<bool>) -> Self {
        self.set_use_dual_stack(Some(value.into()))
    }

    /// Sets or unsets whether the endpoint must answer over IPv4 and IPv6.
    #[must_use]
    pub fn set_use_dual_stack(mut self, value: Option<bool>) -> Self {
        self.use_dual_stack = value;
        self
    }

    /// Sets whether the endpoint must comply with FIPS; no by default.
    #[must_use]
    pub fn use_fips(self, value: impl Into<bool>) -> Self {
        self.set_use_fips(Some(value.into()))
    }

    /// Sets or unsets whether the endpoint must comply with FIPS.
    #[must_use]
    pub fn set_use_fips(mut self, value: Option<bool>) -> Self {
        self.use_fips = value;
        self
    }

    /// Sets a custom endpoint.
    #[must_use]
    pub fn endpoint(self, value: impl Into<String>) -> Self {
        self.set_endpoint(Some(value.into()))
    }

    /// Sets or unsets a custom endpoint.
    #[must_use]
    pub fn set_endpoint(mut self, value: Option<String>) -> Self {
        self.endpoint = value;
        self
    }

    /// Builds [`Params`]. Fails on a region that cannot be part of a host name.
    pub fn build(self) -> Result<Params, InvalidParams> {
        if let Some(region) = &self.region
            && !is_valid_host_label(region, true)
        {
            return Err(InvalidParams::new("region", "must be a valid host label"));
        }
        Ok(Params {
            region: self.region,
            use_dual_stack: self.use_dual_stack.unwrap_or_default(),
            use_fips: self.use_fips.unwrap_or_default(),
            endpoint: self.endpoint,
        })
    }
}

pub(crate) fn endpoint_params(_: &Input, config: &ConfigBag) -> Result<EndpointResolverParams, BoxError> {
    Ok(EndpointResolverParams::new(ParamsBuilder::from_config(config).build()?))
}

/// Finds the endpoint for `params`.
pub(crate) fn resolve(params: &Params) -> Result<Endpoint, ResolveEndpointError> {
    if let Some(url) = &params.endpoint {
        return match (params.use_fips, params.use_dual_stack) {
            (true, _) => fail("Invalid Configuration: FIPS and custom endpoint are not supported"),
            (_, true) => fail("Invalid Configuration: Dualstack and custom endpoint are not supported"),
            _ => Ok(Endpoint::builder().url(url.clone()).build()),
        };
    }
    let Some(region) = &params.region else {
        return fail("Invalid Configuration: Missing Region");
    };
    let Some(partition) = partition(region) else {
        return fail("Invalid Configuration: Missing Region");
    };
    let (host, suffix) = match (params.use_fips, params.use_dual_stack) {
        (true, true) if partition.supports_fips && partition.supports_dual_stack => {
            ("directconnect-fips", partition.dual_stack_dns_suffix)
        }
        (true, true) => {
            return fail("FIPS and DualStack are enabled, but this partition does not support one or both");
        }
        (true, false) if partition.supports_fips => ("directconnect-fips", partition.dns_suffix),
        (true, false) => return fail("FIPS is enabled but this partition does not support FIPS"),
        (false, true) if partition.supports_dual_stack => ("directconnect", partition.dual_stack_dns_suffix),
        (false, true) => {
            return fail("DualStack is enabled but this partition does not support DualStack");
        }
        (false, false) => ("directconnect", partition.dns_suffix),
    };
    Ok(Endpoint::builder().url(format!("https://{host}.{region}.{suffix}")).build())
}

fn fail(message: &str) -> Result<Endpoint, ResolveEndpointError> {
    Err(ResolveEndpointError::message(message))
}
