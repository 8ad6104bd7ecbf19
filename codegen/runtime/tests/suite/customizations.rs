//! Customizations: facts about services that no model contains.

use aws_smithy_runtime_api::{
    client::orchestrator::{HttpRequest, HttpResponse},
    http::StatusCode,
};
use aws_smithy_types::{body::SdkBody, endpoint::Endpoint, error::metadata::ProvideErrorMetadata};
use bytes::Bytes;

use super::sample::{DeleteConnectionInput, customized::Customized};
use tinsmith_runtime::{
    error::RequestIdExt,
    protocol::{
        Operation, adapted, http_request, is_xml_error, keep_raw_date, parse_response, query_as_form,
        redirect, remove_parameter, set_header,
    },
};

mod auth_token;
mod client;
mod endpoint_discovery;
mod retries;

fn input(id: Option<&str>, labels: &[(&str, &str)]) -> DeleteConnectionInput {
    let labels = labels.iter().map(|(key, value)| ((*key).to_owned(), (*value).to_owned()));
    DeleteConnectionInput {
        connection_id: id.map(str::to_owned),
        labels: Some(labels.collect()),
        ..DeleteConnectionInput::default()
    }
}

#[test]
fn prefixes_are_trimmed_once_and_defaults_set() {
    let id = |id| adapted::<Customized>(&input(id, &[])).connection_id.unwrap();
    for (before, after) in [
        ("/connection/a", "a"),
        ("connection/a", "a"),
        ("a", "a"),
        ("/connection/connection/a", "connection/a"),
        ("/connection/", "-"),
        ("", "-"),
    ] {
        assert_eq!(id(Some(before)), after, "{before}");
    }
    assert_eq!(id(None), "-");
}

#[test]
fn headers_are_set_unless_the_protocol_has_set_them() {
    let endpoint = Endpoint::builder().url("https://example.com").build();
    let request = http_request::<Customized>(&input(None, &[]), &endpoint).unwrap();
    assert_eq!(request.headers()["accept"], "application/json");
    assert_eq!(request.headers()["content-type"], "application/x-amz-json-1.1");
}

#[test]
fn empty_members_of_endpoint_rules_are_refused() {
    let check = |bucket| Customized::check_input(&input(None, &[("bucket", bucket)]));
    assert!(check("b").is_ok());
    for bucket in ["", " "] {
        let error = check(bucket).unwrap_err().to_string();
        assert!(error.contains("bucket") && error.contains("Customized"), "{error}");
    }
}

fn request(method: &str, uri: &str, body: &'static str) -> HttpRequest {
    let mut request = HttpRequest::new(SdkBody::from(body));
    request.set_method(method).unwrap();
    request.set_uri(uri).unwrap();
    request
}

#[test]
fn query_strings_become_forms_of_get_requests_only() {
    let mut get = request("GET", "/2013-01-01/search?q=a%20b&size=1", "");
    query_as_form(&mut get);
    assert_eq!((get.method(), get.uri()), ("POST", "/2013-01-01/search"));
    assert_eq!(get.body().bytes(), Some(&b"q=a%20b&size=1"[..]));
    assert_eq!(get.headers().get("content-type"), Some("application/x-www-form-urlencoded"));
    assert_eq!(get.headers().get("content-length"), Some("14"));
    for (method, uri) in [("POST", "/a?b"), ("GET", "/a")] {
        let mut other = request(method, uri, "");
        query_as_form(&mut other);
        assert_eq!((other.method(), other.uri()), (method, uri));
    }
}

#[test]
fn parameters_are_removed_by_their_whole_names() {
    let mut form = request("POST", "/", "Action=Copy&SourceRegion=eu-west-1&SourceRegions=x&Version=1");
    remove_parameter(&mut form, "SourceRegion");
    assert_eq!(form.body().bytes(), Some(&b"Action=Copy&SourceRegions=x&Version=1"[..]));
    assert_eq!(form.headers().get("content-length"), Some("37"));
}

#[test]
fn set_headers_are_kept() {
    let mut request = request("GET", "/", "");
    set_header(&mut request, "accept", "a");
    set_header(&mut request, "accept", "b");
    assert_eq!(request.headers().get("accept"), Some("a"));
}

#[test]
fn requests_go_to_the_endpoint_in_their_input() {
    let uri = |endpoint| {
        let mut request = http::Request::new(Bytes::new());
        *request.uri_mut() = http::Uri::from_static("https://ml.example.com/path?query");
        redirect::<Customized>(&mut request, &input(None, &[("endpoint", endpoint)]))
            .map(|()| request.uri().to_string())
    };
    assert_eq!(uri("http://real.example.com:81/ignored").unwrap(), "http://real.example.com:81/path?query");
    assert_eq!(uri("").unwrap(), "https://ml.example.com/path?query");
    assert!(uri("not an endpoint").is_err());
}

fn response(status: u16, headers: &[(&'static str, &'static str)], body: &'static str) -> HttpResponse {
    let mut response = HttpResponse::new(StatusCode::try_from(status).unwrap(), SdkBody::from(body));
    for (name, value) in headers {
        response.headers_mut().insert(*name, *value);
    }
    response
}

#[test]
fn headers_that_are_not_dates_are_kept_as_text() {
    let date = "Thu, 26 Nov 2026 13:00:00 GMT";
    for (text, is_date) in [(date, true), ("0", false), ("-1", false)] {
        let mut response = response(200, &[("expires", text)], "");
        keep_raw_date(&mut response, "Expires", "ExpiresString");
        assert_eq!(response.headers().get("expires").is_some(), is_date, "{text}");
        assert_eq!(response.headers().get("ExpiresString"), Some(text));
    }
    let mut response = response(200, &[], "");
    keep_raw_date(&mut response, "Expires", "ExpiresString");
    assert_eq!(response.headers().get("ExpiresString"), None);
}

#[test]
fn errors_with_the_status_of_success_are_recognized_by_their_root() {
    for body in [
        "<Error><Code>InternalError</Code></Error>",
        "\u{feff}<?xml version=\"1.0\"?>\n<!-- <a> --> <!DOCTYPE x>\n<Error/>",
        "<e:Error xmlns:e=\"x\"/>",
    ] {
        assert!(is_xml_error::<Customized>(&response(200, &[], body)), "{body}");
    }
    for body in ["text", "<", "<!-- <Error>", "<Errors/>", "<CopyObjectResult><Error/></CopyObjectResult>"] {
        assert!(!is_xml_error::<Customized>(&response(200, &[], body)), "{body}");
        assert!(is_xml_error::<Customized>(&response(500, &[], body)), "{body}");
    }
}

#[test]
fn empty_body_is_an_error_if_the_output_is_in_the_body() {
    for body in ["", "\n  "] {
        assert!(is_xml_error::<Customized>(&response(200, &[], body)), "{body:?}");
    }
}

fn error(
    status: u16,
    headers: &[(&'static str, &'static str)],
    body: &'static str,
) -> super::sample::DeleteConnectionError {
    let mut response = http::Response::builder().status(status);
    for (name, value) in headers {
        response = response.header(*name, *value);
    }
    let response = response.body(Bytes::from_static(body.as_bytes())).unwrap();
    parse_response::<Customized>(&response).unwrap_err()
}

#[test]
fn an_empty_404_has_a_code() {
    assert_eq!(error(404, &[], "").code(), Some("NotFound"));
    assert_eq!(error(403, &[], "").code(), None);
    assert_eq!(error(404, &[], r#"{"__type":"Other"}"#).code(), Some("Other"));
}

#[test]
fn a_message_may_have_another_key() {
    let message = |body| error(400, &[("x-amzn-errortype", "Invalid")], body).message().map(str::to_owned);
    assert_eq!(message(r#"{"error_description":"long"}"#).as_deref(), Some("long"));
    assert_eq!(message(r#"{"message":"short","error_description":"long"}"#).as_deref(), Some("short"));
}

#[test]
fn errors_have_the_extended_request_id() {
    let error = error(400, &[("x-amz-id-2", "extended")], "{}");
    assert_eq!(ProvideErrorMetadata::meta(&error).extended_request_id(), Some("extended"));
    assert_eq!(response(200, &[("x-amz-id-2", "extended")], "").extended_request_id(), Some("extended"));
}
