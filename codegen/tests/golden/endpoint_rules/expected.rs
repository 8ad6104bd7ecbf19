// ---- src/service/endpoint.rs
/// Parameters of the endpoint rules.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Params {
    pub(crate) account: Option<String>,
    pub(crate) endpoint: Option<String>,
    pub(crate) preview: Option<bool>,
    pub(crate) region: Option<String>,
    pub(crate) stage: String,
    pub(crate) strict: bool,
    pub(crate) tier: Option<String>,
    pub(crate) use_dual_stack: bool,
    pub(crate) use_fips: bool,
}

    /// The `region`.
    pub fn region(&self) -> Option<&str> {
        self.region.as_deref()
    }

    /// The `region`.
    pub fn region(mut self, value: impl Into<String>) -> Self {
        self.region = Some(value.into());
        self
    }

    /// Sets or clears `region`.
    pub fn set_region(mut self, value: Option<String>) -> Self {
        self.region = value;
        self
    }

    /// Builds the [`Params`].
    ///
    /// # Errors
    ///
    /// Returns an error if a required parameter is not set, or if the region cannot be a part of a host name.
    pub fn build(self) -> Result<Params, InvalidParams> {
        if let Some(region) = &self.region && !is_valid_host_label(region, true) {
            return Err(InvalidParams::new("region", "must be a valid host label"));
        }
        Ok(Params {
            account: self.account,
            endpoint: self.endpoint,
            preview: self.preview,
            region: self.region,
            stage: self.stage.unwrap_or_else(|| "prod".to_owned()),
            strict: self.strict.unwrap_or(true),
            tier: self.tier,
            use_dual_stack: self.use_dual_stack.unwrap_or_default(),
            use_fips: self.use_fips.unwrap_or_default(),
        })
    }

pub(crate) fn resolve(params: &Params) -> Result<Endpoint, ResolveEndpointError> {
    if let Some(endpoint) = params.endpoint.as_deref() {
        if params.use_fips {
            return failed("FIPS and custom endpoint are not supported");
        }
        return found(endpoint);
    }
    if let Some(preview) = params.preview && preview && params.stage.as_str() != "beta" {
        let stage = params.stage.as_str();
        return failed(&format!("Preview is closed in stage {stage}"));
    }
    if let Some(account) = params.account.as_deref() && params.region.is_none() {
        let stage = params.stage.as_str();
        return found(format!("https://{account}.fixture.example.com/{stage}"));
    }
    if let Some(tier) = params.tier.as_deref() {
        return found(format!("https://{tier}.example.com"));
    }
    let Some(region) = params.region.as_deref() else {
        return failed("Invalid Configuration: Missing Region");
    };
    let Some(partition_result) = partition(region) else {
        return failed("no endpoint rule fits the parameters");
    };
    if region == "aws-global" {
        return found("https://fixture.us-east-1.amazonaws.com");
    }
    if params.use_fips && params.use_dual_stack {
        if partition_result.supports_fips && partition_result.supports_dual_stack {
            let dual_stack_dns_suffix = partition_result.dual_stack_dns_suffix;
            return found(
                format!("https://fixture-fips.{region}.{dual_stack_dns_suffix}"),
            );
        }
        return failed(
            "FIPS and DualStack are enabled, but this partition does not support one or both",
        );
    }
    if params.use_fips {
        if !partition_result.supports_fips {
            return failed("FIPS is enabled but this partition does not support FIPS");
        }
        if partition_result.name == "aws-us-gov" {
            let dns_suffix = partition_result.dns_suffix;
            return found(format!("https://fixture.{region}.{dns_suffix}"));
        }
        let dns_suffix = partition_result.dns_suffix;
        return found(format!("https://fixture-fips.{region}.{dns_suffix}"));
    }
    if params.use_dual_stack && !params.use_fips {
        if partition_result.supports_dual_stack {
            let dual_stack_dns_suffix = partition_result.dual_stack_dns_suffix;
            return found(format!("https://fixture.{region}.{dual_stack_dns_suffix}"));
        }
        return failed("no endpoint rule fits the parameters");
    }
    if !params.use_dual_stack {
        let dns_suffix = partition_result.dns_suffix;
        return found(format!("https://fixture.{region}.{dns_suffix}"));
    }
    failed("no endpoint rule fits the parameters")
}

// ---- src/service/endpoint/from_config.rs
impl ParamsBuilder {
    /// Returns the parameters that the settings of a client determine.
    pub(crate) fn from_config(config: &ConfigBag) -> Self {
        Self::default()
            .set_endpoint(
                config
                    .load::<endpoint_config::EndpointUrl>()
                    .map(|value| value.0.clone()),
            )
            .set_region(config.load::<Region>().map(|region| region.as_ref().to_owned()))
            .set_use_dual_stack(
                config.load::<endpoint_config::UseDualStack>().map(|value| value.0),
            )
            .set_use_fips(config.load::<endpoint_config::UseFips>().map(|value| value.0))
    }
}

/// Returns the endpoint parameters of an operation without context parameters.
pub(crate) fn endpoint_params(
    _: &Input,
    config: &ConfigBag,
) -> Result<EndpointResolverParams, BoxError> {
    let params = ParamsBuilder::from_config(config).build()?;
    Ok(EndpointResolverParams::new(params))
}

/// Adds nothing: no parameter depends on the identity.
pub(crate) fn finalize(_params: &mut EndpointResolverParams) {}

// ---- tests/endpoint.rs
fn resolve(
    params: golden_endpoint_rules::config::endpoint::ParamsBuilder,
) -> Result<Endpoint, String> {
    let params = params.build().map_err(|error| error.to_string())?;
    golden_endpoint_rules::config::endpoint::DefaultResolver::new()
        .resolve(&params)
        .map_err(|error| error.to_string())
}

#[test]
fn case_001_for_region_us_east_1_with_fips_disabled_and_dual_stack_disabled() {
    let found = resolve(
        params().region("us-east-1").use_dual_stack(false).use_fips(false),
    );
    let expected = Ok(at("https://fixture.us-east-1.amazonaws.com").build());
    assert_eq!(found, expected);
}

#[test]
fn case_009_preview_in_the_wrong_stage() {
    let found = resolve(params().preview(true).region("us-east-1"));
    let expected = Err("Preview is closed in stage prod".to_owned());
    assert_eq!(found, expected);
}

#[test]
fn case_011_missing_region() {
    let found = resolve(params());
    let expected = Err("Invalid Configuration: Missing Region".to_owned());
    assert_eq!(found, expected);
}
