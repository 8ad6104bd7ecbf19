//! HTTP clients that return the same response for every request, without delay.

use aws_smithy_runtime_api::{
    client::{
        http::{HttpConnector, HttpConnectorFuture, SharedHttpClient, SharedHttpConnector, http_client_fn},
        orchestrator::{HttpRequest, HttpResponse},
    },
    http::StatusCode,
};
use aws_smithy_types::{DateTime, body::SdkBody, date_time::Format};
use bytes::Bytes;
use std::time::SystemTime;

/// A connection after its deletion, with all 23 members.
pub const CONNECTION: &str = r#"{"ownerAccount":"123456789012","connectionId":"dxcon-fg31dyv6","connectionName":"Frankfurt primary 10G","connectionState":"deleting","region":"eu-central-1","location":"EqFA5","bandwidth":"10Gbps","vlan":101,"partnerName":"Example Carrier","loaIssueTime":1731926400.123,"lagId":"dxlag-fgsu9erb","awsDevice":"EqFA5-1h2j3k4l5m6n","jumboFrameCapable":true,"awsDeviceV2":"EqFA5-1h2j3k4l5m6n","awsLogicalDeviceId":"EqFA5-1h2j3k4l5m6n-a1b2","hasLogicalRedundancy":"unknown","tags":[{"key":"environment","value":"production"},{"key":"cost-center","value":"4711"},{"key":"owner","value":"network@example.com"}],"providerName":"Example Carrier","macSecCapable":true,"portEncryptionStatus":"Encryption Up","encryptionMode":"must_encrypt","macSecKeys":[{"secretARN":"arn:aws:secretsmanager:eu-central-1:123456789012:secret:directconnect!prod/directconnect/0123456789abcdef-AbCdEf","ckn":"0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef","state":"associated","startOn":"2024-11-18T10:40:00Z"}],"partnerInterconnectMacSecCapable":false}"#;

/// A client that returns [`CONNECTION`].
#[must_use]
pub fn http_client() -> SharedHttpClient {
    http_client_for(
        Bytes::from_static(CONNECTION.as_bytes()),
        &[("content-type", "application/x-amz-json-1.1")],
    )
}

/// A client that returns this body with these headers and the headers of every AWS response.
#[must_use]
pub fn http_client_for(body: Bytes, headers: &'static [(&'static str, &'static str)]) -> SharedHttpClient {
    let connector = SharedHttpConnector::new(Connector { body, headers, date: now() });
    http_client_fn(move |_, _| connector.clone())
}

/// Current time as an HTTP date. Services send one, and clients compute their clock skew from it.
fn now() -> String {
    DateTime::from(SystemTime::now()).fmt(Format::HttpDate).unwrap_or_default()
}

#[derive(Debug)]
struct Connector {
    body: Bytes,
    headers: &'static [(&'static str, &'static str)],
    date: String,
}

impl HttpConnector for Connector {
    fn call(&self, _: HttpRequest) -> HttpConnectorFuture {
        let ok = StatusCode::try_from(200).expect("200 is a status code");
        let mut response = HttpResponse::new(ok, SdkBody::from(self.body.clone()));
        let headers = response.headers_mut();
        headers.insert("x-amzn-requestid", "0f3c5e0b-6c0e-4e9d-9d3f-2b1c7a5e8d46");
        headers.insert("date", self.date.clone());
        headers.insert("content-length", self.body.len().to_string());
        for (name, value) in self.headers {
            headers.insert(*name, *value);
        }
        HttpConnectorFuture::ready(Ok(response))
    }
}
