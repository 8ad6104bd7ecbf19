//! Responses that deviate from their protocol.

use aws_smithy_runtime_api::client::orchestrator::HttpResponse;
use aws_smithy_schema::{Schema, ShapeType};
use aws_smithy_types::{DateTime, date_time::Format};

use super::Operation;

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

/// Returns `true` for an error of a protocol with XML, which may come with the status of success. The document of an output may
/// be lost; without it, a listing would be empty.
#[inline]
pub fn is_xml_error<O: Operation>(response: &HttpResponse) -> bool {
    !response.status().is_success()
        || response.body().bytes().is_some_and(|body| {
            root_element(body) == Some(b"Error")
                || (body.trim_ascii().is_empty() && has_document(O::schema().output()))
        })
}

/// Returns true if the body is a document with members, or a payload that is one.
pub(crate) fn has_document(output: &Schema<'_>) -> bool {
    match output.members().iter().find(|member| member.http_payload().is_some()) {
        Some(payload) => !matches!(payload.shape_type(), ShapeType::Blob | ShapeType::String),
        None => output.members().iter().any(|member| !member.has_http_response_binding()),
    }
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
