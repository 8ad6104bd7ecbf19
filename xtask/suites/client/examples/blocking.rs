//! A call without a client and without an async runtime: the crate builds the request and parses the response,
//! `aws-sigv4` signs, and `ureq` sends.
//!
//! ```text
//! cargo run --manifest-path xtask/suites/Cargo.toml -p client-suite --example blocking -- http://localhost:5000 dxcon-ab12cd34
//! ```
//!
//! The crate needs no features for this. `ureq` needs its feature `rustls` for HTTPS endpoints:
//!
//! ```toml
//! directconnect = { path = "generated", default-features = false }
//! ```

use std::error::Error;
use std::time::SystemTime;

use aws_credential_types::Credentials;
use aws_sdk_directconnect::config::endpoint::{DefaultResolver, Params};
use aws_sdk_directconnect::operation::delete_connection::{
    DeleteConnection, DeleteConnectionInput, DeleteConnectionOutput,
};
use aws_sigv4::http_request::{SignableBody, SignableRequest, SigningSettings, sign};
use aws_sigv4::sign::v4::SigningParams;
use bytes::Bytes;
use http::Request;
use ureq::Agent;

const REGION: &str = "us-east-1";

fn main() -> Result<(), Box<dyn Error>> {
    let mut arguments = std::env::args().skip(1);
    let (Some(endpoint), Some(connection)) = (arguments.next(), arguments.next()) else {
        return Err("usage: blocking ENDPOINT CONNECTION".into());
    };
    let key = std::env::var("AWS_ACCESS_KEY_ID")?;
    let credentials =
        Credentials::new(key, std::env::var("AWS_SECRET_ACCESS_KEY")?, None, None, "environment");
    let output = delete_connection(&endpoint, &connection, &credentials)?;
    println!("{:?}", output.connection_state());
    Ok(())
}

/// Deletes a connection. An error of the service is a `DeleteConnectionError`.
pub(crate) fn delete_connection(
    endpoint: &str,
    connection: &str,
    credentials: &Credentials,
) -> Result<DeleteConnectionOutput, Box<dyn Error>> {
    let params = Params::builder().region(REGION).endpoint(endpoint).build()?;
    let endpoint = DefaultResolver::new().resolve(&params)?;
    let input = DeleteConnectionInput::builder().connection_id(connection).build()?;
    let mut request = DeleteConnection::http_request(&input, &endpoint)?;
    sign_request(&mut request, credentials)?;
    let agent = Agent::new_with_config(Agent::config_builder().http_status_as_error(false).build());
    let (head, mut body) = agent.run(request.map(|body| body.to_vec()))?.into_parts();
    let response = http::Response::from_parts(head, Bytes::from(body.read_to_vec()?));
    Ok(DeleteConnection::parse_response(&response)?)
}

/// Signs a request with AWS Signature Version 4.
fn sign_request(request: &mut Request<Bytes>, credentials: &Credentials) -> Result<(), Box<dyn Error>> {
    let identity = credentials.clone().into();
    let params = SigningParams::builder()
        .identity(&identity)
        .region(REGION)
        .name("directconnect")
        .time(SystemTime::now())
        .settings(SigningSettings::default())
        .build()?
        .into();
    let headers = request.headers().iter().map(|(name, value)| Ok((name.as_str(), value.to_str()?)));
    let headers = headers.collect::<Result<Vec<_>, http::header::ToStrError>>()?;
    let uri = request.uri().to_string();
    let body = SignableBody::Bytes(request.body());
    let signable = SignableRequest::new(request.method().as_str(), &uri, headers.into_iter(), body)?;
    let (instructions, _) = sign(signable, &params)?.into_parts();
    instructions.apply_to_request_http1x(request);
    Ok(())
}
