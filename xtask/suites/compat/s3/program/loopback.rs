//! An HTTP client that sends every request to one server.

use std::net::SocketAddr;

use aws_sdk_s3::{config::SharedHttpClient, error::ConnectorError};
use aws_smithy_runtime_api::client::{
    http::{HttpClient as _, HttpConnector, HttpConnectorFuture, SharedHttpConnector, http_client_fn},
    orchestrator::HttpRequest,
};

use crate::setup::plain_http;

/// Returns a client whose requests have the host and scheme of their endpoint in headers. So hosts of buckets need no name
/// resolution, and signatures do not depend on the port of the server.
pub(crate) fn loopback(address: SocketAddr) -> SharedHttpClient {
    let client = plain_http();
    http_client_fn(move |settings, components| {
        let connector = client.http_connector(settings, components);
        SharedHttpConnector::new(Loopback { address, connector })
    })
}

#[derive(Debug)]
struct Loopback {
    address: SocketAddr,
    connector: SharedHttpConnector,
}

impl HttpConnector for Loopback {
    fn call(&self, mut request: HttpRequest) -> HttpConnectorFuture {
        match redirect(&mut request, self.address) {
            Ok(()) => self.connector.call(request),
            Err(error) => HttpConnectorFuture::ready(Err(ConnectorError::user(error))),
        }
    }
}

fn redirect(
    request: &mut HttpRequest,
    address: SocketAddr,
) -> Result<(), Box<dyn std::error::Error + Send + Sync>> {
    let uri: http::Uri = request.uri().parse()?;
    let path = uri.path_and_query().map_or("/", http::uri::PathAndQuery::as_str);
    request.headers_mut().insert("host", uri.authority().ok_or("the URI has no host")?.to_string());
    request.headers_mut().insert("x-scheme", uri.scheme_str().unwrap_or_default().to_owned());
    Ok(request.set_uri(format!("http://{address}{path}"))?)
}
