// ---- src/service/endpoint.rs
pub(crate) fn resolve(params: &Params) -> Result<Endpoint, ResolveEndpointError> {
    if let Some(head) = substring(params.text.as_str(), 0, 3, false) {
        return next(Some(head));
    }
    next(None)
}

fn next(head: Option<&str>) -> Result<Endpoint, ResolveEndpointError> {
    let it = head.unwrap_or("none");
    found(format!("https://{it}"))
}
