//! Requests as the server received them.

use std::fmt::Write as _;

use bytes::Bytes;
use http::Request;
use mock_server::Server;

use crate::record::Record;

/// Length of bodies that are recorded as they are.
const SHORT: usize = 2_000;

/// Records requests with their signatures.
pub(crate) fn requests(record: &mut Record, server: &Server) {
    for received in server.requests() {
        request(record, &received);
    }
}

/// Records a request with its signature.
pub(crate) fn request(record: &mut Record, request: &Request<Bytes>) {
    record.display("request", format_args!("{} {}", request.method(), request.uri()));
    headers(record, request);
    body(record, request);
}

fn headers(record: &mut Record, request: &Request<Bytes>) {
    let mut headers: Vec<_> = request.headers().iter().collect();
    headers.sort_by_key(|(name, _)| name.as_str());
    for (name, value) in headers {
        match name.as_str() {
            "amz-sdk-invocation-id" => record.display("amz-sdk-invocation-id", "ID"),
            // The other one has the same words.
            "user-agent" => {}
            name => record.display(name, String::from_utf8_lossy(value.as_bytes())),
        }
    }
}

fn body(record: &mut Record, request: &Request<Bytes>) {
    let body = request.body();
    if !is_chunked(request) {
        return record.display("body", text(body));
    }
    match Chunks::read(body) {
        Ok(chunks) => {
            for (head, data) in &chunks.chunks {
                record.display("chunk", format_args!("{head}: {}", text(data)));
            }
            record.display("trailers", chunks.trailers);
        }
        Err(message) => record.display("chunks", message),
    }
}

/// Returns true for a body in the encoding `aws-chunked`.
pub(crate) fn is_chunked(request: &Request<Bytes>) -> bool {
    let encodings = request.headers().get_all("content-encoding").iter();
    encodings.filter_map(|value| value.to_str().ok()).any(|value| value.contains("aws-chunked"))
}

/// A short text as it is, or else length and hash of the bytes.
fn text(bytes: &[u8]) -> String {
    match std::str::from_utf8(bytes) {
        Ok(text) if text.len() < SHORT => text.to_owned(),
        _ => format!("{} bytes, hash {:016x}", bytes.len(), hash(bytes)),
    }
}

/// FNV-1a.
fn hash(bytes: &[u8]) -> u64 {
    bytes.iter().fold(0xcbf2_9ce4_8422_2325, |hash, byte| {
        (hash ^ u64::from(*byte)).wrapping_mul(0x0000_0100_0000_01b3)
    })
}

/// The parts of a body in the encoding `aws-chunked`.
pub(crate) struct Chunks<'a> {
    /// Heads, with length and signature, and data.
    pub(crate) chunks: Vec<(&'a str, &'a [u8])>,
    pub(crate) trailers: String,
}

impl<'a> Chunks<'a> {
    pub(crate) fn read(mut body: &'a [u8]) -> Result<Self, String> {
        let mut chunks = Vec::new();
        loop {
            let head = line(&mut body).ok_or("a chunk has no head")?;
            let length = head.split(';').next().and_then(|length| usize::from_str_radix(length, 16).ok());
            let length = length.ok_or_else(|| format!("the head of a chunk is `{head}`"))?;
            if length == 0 {
                chunks.push((head, &[][..]));
                return Ok(Self { chunks, trailers: trailers(body)? });
            }
            let data = body.get(..length).ok_or("a chunk is incomplete")?;
            chunks.push((head, data));
            body = body[length..].strip_prefix(b"\r\n").ok_or("a chunk does not end")?;
        }
    }

    /// Returns the content of all chunks.
    pub(crate) fn content(&self) -> Vec<u8> {
        self.chunks.iter().map(|(_, data)| *data).collect::<Vec<_>>().concat()
    }
}

/// Takes a line from the start of a body.
fn line<'a>(body: &mut &'a [u8]) -> Option<&'a str> {
    let end = body.windows(2).position(|pair| pair == b"\r\n")?;
    let (line, rest) = body.split_at(end);
    *body = &rest[2..];
    std::str::from_utf8(line).ok()
}

fn trailers(mut body: &[u8]) -> Result<String, String> {
    let mut trailers = String::new();
    while let Some(trailer) = line(&mut body) {
        let _ = write!(trailers, "[{trailer}]");
    }
    if body.is_empty() { Ok(trailers) } else { Err(format!("{} bytes after the trailers", body.len())) }
}
