//! Changes of requests that protocols do not make.

use aws_smithy_runtime_api::client::orchestrator::HttpRequest;
use aws_smithy_types::body::SdkBody;

/// Media type of forms.
const FORM: &str = "application/x-www-form-urlencoded";

/// Sets a header unless the request has it.
#[inline]
pub fn set_header(request: &mut HttpRequest, name: &'static str, value: &'static str) {
    if !request.headers().contains_key(name) {
        request.headers_mut().insert(name, value);
    }
}

/// Sends the query string of a `GET` request as the form of a `POST` request, because it may be too long for a URI.
#[inline]
pub fn query_as_form(request: &mut HttpRequest) {
    let uri = request.uri().to_owned();
    let Some((path, query)) = uri.split_once('?').filter(|_| request.method() == "GET") else { return };
    if request.set_uri(path).is_ok() && request.set_method("POST").is_ok() {
        set_form(request, query.to_owned());
        request.headers_mut().insert("content-type", FORM);
    }
}

/// Removes a parameter from the form of a request.
#[inline]
pub fn remove_parameter(request: &mut HttpRequest, name: &str) {
    let form = String::from_utf8_lossy(request.body().bytes().unwrap_or_default()).into_owned();
    let is_other = |pair: &&str| pair.split_once('=').map_or(*pair, |(key, _)| key) != name;
    let rest: Vec<&str> = form.split('&').filter(is_other).collect();
    set_form(request, rest.join("&"));
}

/// Replaces the body of a request.
pub(crate) fn set_form(request: &mut HttpRequest, form: String) {
    request.headers_mut().insert("content-length", form.len().to_string());
    *request.body_mut() = SdkBody::from(form);
}
