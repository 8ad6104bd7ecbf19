// ---- src/service/endpoint.rs
pub(crate) fn resolve(params: &Params) -> Result<Endpoint, ResolveEndpointError> {
    let Some(endpoint) = params.endpoint.as_deref() else {
        return by_resource_arn(params);
    };
    let Some(url) = &parse_url(endpoint) else {
        return by_resource_arn(params);
    };
    if params.use_fips {
        return failed("FIPS and custom endpoint are not supported");
    }
    if url.is_ip {
        let scheme = url.scheme;
        let authority = url.authority;
        let normalized_path = url.normalized_path.as_str();
        return found(format!("{scheme}://{authority}{normalized_path}ip"));
    }
    if url.path.is_empty() {
        return result_17(endpoint);
    }
    if url.normalized_path.as_str() != "/stage/" {
        let path = url.path;
        return failed(&format!("The path must be empty: {path}"));
    }
    result_17(endpoint)
}

fn result_17(endpoint: &str) -> Result<Endpoint, ResolveEndpointError> {
    found(endpoint)
}

fn by_resource_arn(params: &Params) -> Result<Endpoint, ResolveEndpointError> {
    if let Some(resource_arn) = params.resource_arn.as_deref() {
        let Some(arn) = &parse_arn(resource_arn) else {
            return failed(&format!("`{resource_arn}` is no ARN"));
        };
        let Some(region) = params.region.as_deref() else {
            return failed("no endpoint rule fits the parameters");
        };
        let Some(partition_2) = partition(region) else {
            return failed("no endpoint rule fits the parameters");
        };
        let Some(arn_partition) = partition(arn.region) else {
            return failed("no endpoint rule fits the parameters");
        };
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
        return result_14(arn);
    }
    if let Some(region) = params.region.as_deref() {
        let Some(bucket) = params.bucket.as_deref() else {
            return by_keys_2(params, region);
        };
        if is_virtual_hostable_bucket(bucket, true) {
            return by_type(params, bucket);
        }
        return by_keys_2(params, region);
    }
    let Some(bucket) = params.bucket.as_deref() else {
        return by_keys(params);
    };
    if is_virtual_hostable_bucket(bucket, true) {
        return by_type(params, bucket);
    }
    by_keys(params)
}

fn result_14(arn: &Arn<'_>) -> Result<Endpoint, ResolveEndpointError> {
    let account_id = arn.account_id;
    failed(&format!("`{account_id}` is no account"))
}

fn by_keys_2(params: &Params, region: &str) -> Result<Endpoint, ResolveEndpointError> {
    if let Some(keys) = params.keys.as_deref() {
        return by_third(keys);
    }
    if let Some(mode) = params.mode.as_deref() {
        return next(params, mode);
    }
    let Some(account_id) = params.account_id.as_deref() else {
        return next_3(params, region);
    };
    let Some(account_id_endpoint_mode) = params.account_id_endpoint_mode.as_deref() else {
        return next_3(params, region);
    };
    if account_id_endpoint_mode != "disabled" {
        return found(format!("https://{account_id}.{region}.example.com"));
    }
    next_3(params, region)
}

fn by_no_parse_arn(region: &str) -> Result<Endpoint, ResolveEndpointError> {
    if parse_arn(region).is_none() {
        return found(format!("https://plain.{region}.example.com"));
    }
    failed("no endpoint rule fits the parameters")
}

fn by_type(params: &Params, bucket: &str) -> Result<Endpoint, ResolveEndpointError> {
    let Some(r#type) = params.r#type.as_deref() else {
        return next_2(params, bucket);
    };
    if r#type == "virtual" {
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
    next_2(params, bucket)
}

fn by_keys(params: &Params) -> Result<Endpoint, ResolveEndpointError> {
    if let Some(keys) = params.keys.as_deref() {
        return by_third(keys);
    }
    if let Some(mode) = params.mode.as_deref() {
        return next(params, mode);
    }
    failed("no endpoint rule fits the parameters")
}

fn by_third(keys: &[String]) -> Result<Endpoint, ResolveEndpointError> {
    let Some(third) = keys.iter().nth_back(2).map(String::as_str) else {
        return by_first(keys);
    };
    if let Some(last) = keys.last().map(String::as_str) {
        return failed(&format!("The keys end with {third} to {last}"));
    }
    by_first(keys)
}

fn by_first(keys: &[String]) -> Result<Endpoint, ResolveEndpointError> {
    if let Some(first) = keys.first().map(String::as_str) {
        return found(format!("https://{first}.keys.example.com"));
    }
    failed("There are no keys")
}

fn by_start(mode: &str) -> Result<Endpoint, ResolveEndpointError> {
    let Some(start) = substring(mode, 0, 2, false) else {
        return result_4();
    };
    let Some(end) = substring(mode, 0, 2, true) else {
        return result_4();
    };
    if start != "sp" {
        return failed(&format!("The start is {start}, the end {end}"));
    }
    result_4()
}

fn result_4() -> Result<Endpoint, ResolveEndpointError> {
    failed("Odd {braces}")
}
