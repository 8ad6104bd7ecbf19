//! A blocking HTTP client for requests that the sans-I/O functions make.

use std::time::Duration;

use bytes::Bytes;
use http::{Request, Response};
use ureq::Agent;

/// Time limit for a response.
const TIMEOUT: Duration = Duration::from_mins(1);

/// Sends `request`, whose URI is absolute, on a new connection and returns the response, whatever its status.
///
/// # Errors
///
/// Returns an error when the connection fails or the response is not HTTP.
pub fn send(request: &Request<Bytes>) -> Result<Response<Bytes>, ureq::Error> {
    let settings = Agent::config_builder()
        .http_status_as_error(false)
        .max_redirects(0)
        .max_redirects_will_error(false)
        .timeout_global(Some(TIMEOUT));
    let agent = Agent::new_with_config(settings.build());
    let (head, mut body) = agent.run(request.clone().map(|body| body.to_vec()))?.into_parts();
    Ok(Response::from_parts(head, body.with_config().limit(u64::MAX).read_to_vec()?.into()))
}
