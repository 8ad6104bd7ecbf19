//! A server of fixed responses.

use std::io::{Read as _, Write as _};
use std::net::{TcpListener, TcpStream};
use std::thread::{self, JoinHandle};

/// Serves connections one after the other: each gets the parts of a response, and returns its request. `before` is called with the
/// number of responses that were sent, before the next one is.
pub fn serve(
    responses: &[&'static [&'static str]],
    before: impl Fn(usize) + Send + 'static,
) -> (String, JoinHandle<Vec<String>>) {
    let (responses, listener) = (responses.to_vec(), TcpListener::bind("127.0.0.1:0").unwrap());
    let address = format!("http://{}", listener.local_addr().unwrap());
    let serve = move || {
        let respond = |(index, parts): (usize, &&[&str])| {
            let mut connection = listener.accept().unwrap().0;
            let request = request(&mut connection);
            before(index);
            for part in *parts {
                connection.write_all(part.as_bytes()).unwrap();
                connection.flush().unwrap();
            }
            request
        };
        responses.iter().enumerate().map(respond).collect()
    };
    (address, thread::spawn(serve))
}

/// Reads a request with its body.
fn request(connection: &mut TcpStream) -> String {
    let mut request = Vec::new();
    let mut buffer = [0; 4096];
    while !is_complete(&request) {
        let length = connection.read(&mut buffer).unwrap();
        assert_ne!(length, 0, "{}", String::from_utf8_lossy(&request));
        request.extend_from_slice(&buffer[..length]);
    }
    String::from_utf8(request).unwrap()
}

/// Returns true if the body has the length in the head, or has ended with an empty chunk.
fn is_complete(request: &[u8]) -> bool {
    let request = String::from_utf8_lossy(request);
    let Some((head, body)) = request.split_once("\r\n\r\n") else { return false };
    match head.lines().find_map(|line| line.strip_prefix("content-length: ")) {
        Some(length) => body.len() >= length.parse().unwrap(),
        None => !head.contains("transfer-encoding: chunked") || body.ends_with("0\r\n\r\n"),
    }
}
