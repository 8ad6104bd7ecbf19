//! Scripted responses.

/// An entry of a [`Server`](crate::Server)'s script: the response to one request.
#[derive(Clone, Debug)]
pub struct Response {
    /// Limit of the bytes that are read of the request's body.
    pub(crate) reads: Option<usize>,
    pub(crate) bytes: Vec<u8>,
    pub(crate) then: Then,
}

/// State of a connection after a response.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Then {
    /// The server reads the next request.
    KeepAlive,
    /// The server closes the connection.
    Disconnect,
    /// The server sends nothing more until the client closes the connection.
    Stall,
}

impl Response {
    /// A complete response with the content type of AWS JSON 1.1.
    #[must_use]
    pub fn json(status: u16, body: &str) -> Self {
        Self::new(status, &[("content-type", "application/x-amz-json-1.1")], body)
    }

    /// A complete response. The header `content-length` is added.
    #[must_use]
    pub fn new(status: u16, headers: &[(&str, &str)], body: impl AsRef<[u8]>) -> Self {
        let body = body.as_ref();
        let mut head = format!("HTTP/1.1 {status} Scripted\r\ncontent-length: {}\r\n", body.len());
        for (name, value) in headers {
            head.extend([*name, ": ", *value, "\r\n"]);
        }
        head.push_str("\r\n");
        Self::raw([head.as_bytes(), body].concat())
    }

    /// Arbitrary bytes, which need not be HTTP.
    #[must_use]
    pub fn raw(bytes: impl Into<Vec<u8>>) -> Self {
        Self { reads: None, bytes: bytes.into(), then: Then::KeepAlive }
    }

    /// No response on a connection that stays open.
    #[must_use]
    pub fn stall() -> Self {
        Self::raw("").then_stall()
    }

    /// No response on a connection that is closed.
    #[must_use]
    pub fn disconnect() -> Self {
        Self::raw("").then_disconnect()
    }

    /// Responds after `count` bytes of the request's body, and reads no more of it.
    #[must_use]
    pub fn after(self, count: usize) -> Self {
        Self { reads: Some(count), ..self }
    }

    /// Removes the last `count` bytes.
    #[must_use]
    pub fn without_last(mut self, count: usize) -> Self {
        self.bytes.truncate(self.bytes.len().saturating_sub(count));
        self
    }

    /// Closes the connection after the response.
    #[must_use]
    pub fn then_disconnect(self) -> Self {
        Self { then: Then::Disconnect, ..self }
    }

    /// Keeps the connection open after the response and sends nothing more.
    #[must_use]
    pub fn then_stall(self) -> Self {
        Self { then: Then::Stall, ..self }
    }
}
