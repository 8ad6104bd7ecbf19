//! HTTP over a blocking socket: enough to carry what the sans-I/O functions make.

use std::{
    fmt::Write as _,
    io::{self, Write as _},
    net::{SocketAddr, TcpStream},
    time::Duration,
};

use bytes::Bytes;
use http::{Request, Response};

use crate::wire;

/// Long enough for any answer that comes at all.
const PATIENCE: Duration = Duration::from_mins(1);

/// Sends `request` to `address` on a connection of its own and waits for the answer.
///
/// # Errors
///
/// When the socket fails, or the answer is not HTTP/1.1 with a `content-length`.
pub fn exchange(address: SocketAddr, request: &Request<Bytes>) -> io::Result<Response<Bytes>> {
    let mut stream = TcpStream::connect(address)?;
    stream.set_read_timeout(Some(PATIENCE))?;
    stream.write_all(head(address, request).as_bytes())?;
    stream.write_all(request.body())?;
    wire::read_response(&mut stream)
}

fn head(address: SocketAddr, request: &Request<Bytes>) -> String {
    let path = request.uri().path_and_query().map_or("/", |path| path.as_str());
    let mut head = format!("{} {path} HTTP/1.1\r\n", request.method());
    for (name, value) in request.headers() {
        let value = String::from_utf8_lossy(value.as_bytes());
        let _ = write!(head, "{name}: {value}\r\n");
    }
    if !request.headers().contains_key("content-length") {
        let _ = write!(head, "content-length: {}\r\n", request.body().len());
    }
    let _ = write!(head, "host: {address}\r\nconnection: close\r\n\r\n");
    head
}
