//! Responses that deviate from their protocol.

use aws_smithy_runtime_api::client::orchestrator::HttpResponse;
use aws_smithy_types::{DateTime, date_time::Format};

/// Copies a header with a date to `raw_name`, and removes it if it is not a date.
#[inline]
pub fn keep_raw_date(response: &mut HttpResponse, name: &'static str, raw_name: &'static str) {
    let Some(raw) = response.headers().get(name).map(str::to_owned) else { return };
    if DateTime::from_str(&raw, Format::HttpDate).is_err() {
        tracing::debug!(name, raw, "the header is not a date");
        response.headers_mut().remove(name);
    }
    response.headers_mut().insert(raw_name, raw);
}

/// Returns `true` for an error of a protocol with XML, which may come with the status of success.
#[inline]
pub fn is_xml_error(response: &HttpResponse) -> bool {
    let body = || response.body().bytes().unwrap_or_default();
    !response.status().is_success() || root_element(body()) == Some(b"Error")
}

/// Returns the name of the root element without its prefix, if the body is XML.
fn root_element(body: &[u8]) -> Option<&[u8]> {
    let mut rest = body.strip_prefix(b"\xef\xbb\xbf").unwrap_or(body).trim_ascii_start();
    loop {
        rest = match rest {
            [b'<', b'?', after @ ..] => after_text(after, b"?>")?,
            [b'<', b'!', b'-', b'-', after @ ..] => after_text(after, b"-->")?,
            [b'<', b'!', after @ ..] => after_text(after, b">")?,
            [b'<', name @ ..] => return Some(local_name(name)),
            _ => return None,
        }
        .trim_ascii_start();
    }
}

fn after_text<'a>(text: &'a [u8], end: &[u8]) -> Option<&'a [u8]> {
    let at = text.windows(end.len()).position(|window| window == end)?;
    text.get(at + end.len()..)
}

fn local_name(tag: &[u8]) -> &[u8] {
    let ends = |byte: &u8| byte.is_ascii_whitespace() || matches!(byte, b'>' | b'/');
    let name = tag.split(ends).next().unwrap_or_default();
    name.rsplit(|byte| *byte == b':').next().unwrap_or_default()
}
