//! Reading of HTTP/1.1 requests from a blocking stream.

use std::io::{self, Read};

use bytes::Bytes;
use http::{HeaderMap, HeaderName, HeaderValue, Request};

/// Limit of headers in a request; tests send fewer.
const MAX_HEADERS: usize = 64;

/// Reads the head of the next request; `None` when the peer has closed the connection.
pub(crate) fn read_request(stream: &mut impl Read) -> io::Result<Option<Request<()>>> {
    let Some(head) = read_head(stream)? else {
        return Ok(None);
    };
    let mut storage = [httparse::EMPTY_HEADER; MAX_HEADERS];
    let mut parsed = httparse::Request::new(&mut storage);
    parsed.parse(&head).map_err(invalid)?;
    let mut request = Request::builder()
        .method(parsed.method.unwrap_or_default())
        .uri(parsed.path.unwrap_or_default())
        .body(())
        .map_err(invalid)?;
    *request.headers_mut() = headers(parsed.headers)?;
    Ok(Some(request))
}

/// Reads up to the empty line after the headers. Speed does not matter here: one byte at a time.
fn read_head(stream: &mut impl Read) -> io::Result<Option<Vec<u8>>> {
    let mut head = Vec::new();
    let mut byte = [0];
    while !head.ends_with(b"\r\n\r\n") {
        if stream.read(&mut byte)? == 0 {
            return if head.is_empty() { Ok(None) } else { Err(io::ErrorKind::UnexpectedEof.into()) };
        }
        head.extend(byte);
    }
    Ok(Some(head))
}

fn headers(parsed: &[httparse::Header<'_>]) -> io::Result<HeaderMap> {
    let mut headers = HeaderMap::new();
    for header in parsed {
        let name = HeaderName::from_bytes(header.name.as_bytes()).map_err(invalid)?;
        headers.append(name, HeaderValue::from_bytes(header.value).map_err(invalid)?);
    }
    Ok(headers)
}

/// Reads the body of a request, or its first bytes up to a limit.
pub(crate) fn read_body(
    stream: &mut impl Read,
    headers: &HeaderMap,
    limit: Option<usize>,
) -> io::Result<Bytes> {
    let length = headers
        .get("content-length")
        .map(|length| length.to_str().map_err(invalid)?.parse().map_err(invalid));
    let length = length.transpose()?.unwrap_or_default();
    let mut body = vec![0; limit.map_or(length, |limit| length.min(limit))];
    stream.read_exact(&mut body)?;
    Ok(body.into())
}

fn invalid(error: impl std::error::Error + Send + Sync + 'static) -> io::Error {
    io::Error::new(io::ErrorKind::InvalidData, error)
}
