// ---- src/operation/control/fluent_builder.rs
operation_plugin!(Control, endpoint_params, []);

// ---- src/operation/get_thing/fluent_builder.rs
operation_plugin!(GetThing, endpoint_params, []);

// ---- src/operation/list_things/fluent_builder.rs
operation_plugin!(ListThings, endpoint_params, []);

// ---- src/operation/put_things/fluent_builder.rs
operation_plugin!(PutThings, endpoint_params, []);

// ---- src/service/endpoint.rs
/// Parameters of the endpoint rules.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Params {
    pub(crate) accelerate: Option<bool>,
    pub(crate) account_id: Option<String>,
    pub(crate) account_id_endpoint_mode: Option<String>,
    pub(crate) bucket: Option<String>,
    pub(crate) endpoint: Option<String>,
    pub(crate) keys: Option<Vec<String>>,
    pub(crate) mode: Option<String>,
    pub(crate) region: Option<String>,
    pub(crate) resource_arn: Option<String>,
    pub(crate) stage: String,
    pub(crate) use_fips: bool,
    pub(crate) r#type: Option<String>,
}

pub(crate) fn resolve(params: &Params) -> Result<Endpoint, ResolveEndpointError> {
    if let Some(endpoint) = params.endpoint.as_deref()
        && let Some(url) = &parse_url(endpoint)
    {
        return when_endpoint_and_url(params, endpoint, url);
    }
    if let Some(resource_arn) = params.resource_arn.as_deref() {
        return when_resource_arn(params, resource_arn);
    }
    if let Some(bucket) = params.bucket.as_deref()
        && is_virtual_hostable_bucket(bucket, true)
    {
        if let Some(r#type) = params.r#type.as_deref() && r#type == "virtual" {
            return Ok(
                at(format!("https://{bucket}.example.com"))?
                    .property(
                        "metricValues",
                        Vec::from([
                            Document::from("V"),
                            Document::Number(Number::PosInt(1)),
                            Document::Object(
                                HashMap::from([
                                    ("a".to_owned(), Document::Null),
                                    ("b".to_owned(), Document::from(true)),
                                ]),
                            ),
                        ]),
                    )
                    .build(),
            );
        }
        let encoded = uri_encode(&format!("{bucket}/{}", params.stage));
        let encoded = encoded.as_str();
        return found(format!("https://example.com/{encoded}"));
    }
    if let Some(keys) = params.keys.as_deref() {
        if let Some(third) = keys.iter().nth_back(2).map(String::as_str)
            && let Some(last) = keys.last().map(String::as_str)
        {
            return failed(&format!("The keys end with {third} to {last}"));
        }
        if let Some(first) = keys.first().map(String::as_str) {
            return found(format!("https://{first}.keys.example.com"));
        }
        return failed("There are no keys");
    }
    if let Some(mode) = params.mode.as_deref() {
        let parts = split(&format!("{mode}-{}", params.stage), "-", 3);
        let parts = parts.as_slice();
        if let Some(one) = parts.first().map(String::as_str) {
            let two = parts.get(1).map(String::as_str).unwrap_or("none");
            if one == "split" {
                return failed(&format!("Split {one} {two}"));
            }
        }
        if let Some(start) = substring(mode, 0, 2, false)
            && let Some(end) = substring(mode, 0, 2, true) && start != "sp"
        {
            return failed(&format!("The start is {start}, the end {end}"));
        }
        return failed("Odd {braces}");
    }
    if let Some(account_id) = params.account_id.as_deref()
        && let Some(account_id_endpoint_mode) = params
            .account_id_endpoint_mode
            .as_deref() && account_id_endpoint_mode != "disabled"
        && let Some(region) = params.region.as_deref()
    {
        return found(format!("https://{account_id}.{region}.example.com"));
    }
    if let Some(region) = params.region.as_deref() {
        let suffix = if params.use_fips { "-fips" } else { "" };
        if params.accelerate.unwrap_or(false) {
            return found(format!("https://fast{suffix}.{region}.example.com"));
        }
    }
    if let Some(region) = params.region.as_deref() && parse_arn(region).is_none() {
        return found(format!("https://plain.{region}.example.com"));
    }
    failed("no endpoint rule fits the parameters")
}

fn when_endpoint_and_url(
    params: &Params,
    endpoint: &str,
    url: &Url<'_>,
) -> Result<Endpoint, ResolveEndpointError> {
    if params.use_fips {
        return failed("FIPS and custom endpoint are not supported");
    }
    if url.is_ip {
        let scheme = url.scheme;
        let authority = url.authority;
        let normalized_path = url.normalized_path.as_str();
        return found(format!("{scheme}://{authority}{normalized_path}ip"));
    }
    if !url.path.is_empty() && url.normalized_path.as_str() != "/stage/" {
        let path = url.path;
        return failed(&format!("The path must be empty: {path}"));
    }
    found(endpoint)
}

fn when_resource_arn(
    params: &Params,
    resource_arn: &str,
) -> Result<Endpoint, ResolveEndpointError> {
    let Some(arn) = &parse_arn(resource_arn) else {
        return failed(&format!("`{resource_arn}` is no ARN"));
    };
    if let Some(region) = params.region.as_deref()
        && let Some(partition_2) = partition(region)
        && let Some(arn_partition) = partition(arn.region)
    {
        if partition_2.name != arn_partition.name {
            let name = partition_2.name;
            let arn_partition_name = arn_partition.name;
            return failed(&format!("{name} is not {arn_partition_name}"));
        }
        let Some(kind) = arn.resource_id.first().map(String::as_str) else {
            return failed("no endpoint rule fits the parameters");
        };
        if is_valid_host_label(arn.account_id, false) {
            let account_id = arn.account_id;
            let dns_suffix = partition_2.dns_suffix;
            let arn_partition_dns_suffix = arn_partition.dns_suffix;
            let arn_region = arn.region;
            return Ok(
                at(
                        format!(
                            "https://{account_id}.{kind}.{dns_suffix}/{arn_partition_dns_suffix}/{arn_region}"
                        ),
                    )?
                    .header("x-kind", kind.to_owned())
                    .header("x-kind", "fixed")
                    .auth_scheme(
                        EndpointAuthScheme::with_capacity("sigv4", 3)
                            .put("disableDoubleEncoding", true)
                            .put("signingName", arn.service)
                            .put("signingRegion", region),
                    )
                    .build(),
            );
        }
        let account_id = arn.account_id;
        return failed(&format!("`{account_id}` is no account"));
    }
    failed("no endpoint rule fits the parameters")
}

fn found(url: impl Into<String>) -> Result<Endpoint, ResolveEndpointError> {
    Ok(at(url)?.build())
}

fn at(url: impl Into<String>) -> Result<Builder, ResolveEndpointError> {
    let url = url.into();
    if url.is_empty() {
        return Err(ResolveEndpointError::message("the URL of the endpoint is empty"));
    }
    Ok(Endpoint::builder().url(url))
}

fn failed(message: &str) -> Result<Endpoint, ResolveEndpointError> {
    Err(ResolveEndpointError::message(message))
}

// ---- src/service/endpoint/from_config.rs
impl ParamsBuilder {
    /// Returns the parameters that the settings of a client determine.
    pub(crate) fn from_config(config: &ConfigBag) -> Self {
        Self::default()
            .set_accelerate(config.load::<Accelerate>().map(|value| value.0))
            .set_account_id_endpoint_mode(
                Some(
                    config
                        .load::<endpoint_config::AccountIdEndpointMode>()
                        .cloned()
                        .unwrap_or_default()
                        .to_string(),
                ),
            )
            .set_endpoint(
                config
                    .load::<endpoint_config::EndpointUrl>()
                    .map(|value| value.0.clone()),
            )
            .set_region(config.load::<Region>().map(|region| region.as_ref().to_owned()))
            .set_stage(config.load::<Stage>().map(|value| value.0.clone()))
            .set_use_fips(config.load::<endpoint_config::UseFips>().map(|value| value.0))
    }
}

/// Returns the endpoint parameters of an operation with context parameters.
pub(crate) fn endpoint_params_with(
    config: &ConfigBag,
    set: impl FnOnce(ParamsBuilder) -> ParamsBuilder,
) -> Result<EndpointResolverParams, BoxError> {
    let params = set(ParamsBuilder::from_config(config)).build()?;
    Ok(EndpointResolverParams::new(params))
}

/// Adds the account of the identity that the request is made for.
pub(crate) fn finalize(params: &mut EndpointResolverParams) {
    let account = params
        .get_property::<Identity>()
        .and_then(|identity| { identity.property::<AccountId>().cloned() });
    params.set_property(Identity::new((), None));
    if let Some(account) = account && let Some(params) = params.get_mut::<Params>() {
        params.account_id = Some(account.as_str().to_owned());
    }
}

// ---- src/service/endpoint/settings.rs
#[derive(Clone, Debug)]
pub(super) struct Accelerate(pub(super) bool);

impl Storable for Accelerate {
    type Storer = StoreReplace<Self>;
}

    /// Sets or clears `accelerate`.
    pub fn set_accelerate(&mut self, accelerate: Option<bool>) -> &mut Self {
        self.settings.layer.store_or_unset(accelerate.map(Accelerate));
        self
    }

// ---- tests/endpoint.rs
#[test]
fn case_005_an_arn() {
    let found = resolve(
        params().region("us-east-1").resource_arn("arn:aws:s3:eu-west-1:123:bucket/key"),
    );
    let expected = Ok(
        at("https://123.bucket.amazonaws.com/amazonaws.com/eu-west-1")
            .header("x-kind", "bucket")
            .header("x-kind", "fixed")
            .auth_scheme(
                EndpointAuthScheme::with_capacity("sigv4", 3)
                    .put("disableDoubleEncoding", true)
                    .put("signingName", "s3")
                    .put("signingRegion", "us-east-1"),
            )
            .build(),
    );
    assert_eq!(found, expected);
}

#[test]
fn case_010_a_bucket_that_is_a_host() {
    let found = resolve(params().bucket("my-own.bucket").r#type("virtual"));
    let expected = Ok(
        at("https://my-own.bucket.example.com")
            .property(
                "metricValues",
                Vec::from([
                    Document::from("V"),
                    Document::Number(Number::PosInt(1)),
                    Document::Object(
                        HashMap::from([
                            ("a".to_owned(), Document::Null),
                            ("b".to_owned(), Document::from(true)),
                        ]),
                    ),
                ]),
            )
            .build(),
    );
    assert_eq!(found, expected);
}

#[test]
fn case_012_keys() {
    let found = resolve(params().keys(vec!["k1".to_owned(), "k2".to_owned()]));
    let expected = Ok(at("https://k1.keys.example.com").build());
    assert_eq!(found, expected);
}

#[test]
fn case_017_an_account() {
    let found = resolve(
        params()
            .account_id("123")
            .account_id_endpoint_mode("preferred")
            .region("eu-west-1"),
    );
    let expected = Ok(at("https://123.eu-west-1.example.com").build());
    assert_eq!(found, expected);
}
