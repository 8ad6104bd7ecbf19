//! What the server says.

/// One entry of a [`Server`](crate::Server)'s script: the answer to one request.
#[derive(Clone, Debug)]
pub struct Answer {
    pub(crate) bytes: Vec<u8>,
    pub(crate) then: Then,
}

/// What happens to a connection after an answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Then {
    /// It waits for the next request.
    Continue,
    /// It is closed.
    Close,
    /// Nothing ever happens on it again, until the client gives up.
    Stall,
}

impl Answer {
    /// A whole response with a JSON body.
    #[must_use]
    pub fn json(status: u16, body: &str) -> Self {
        Self::response(status, &[("content-type", "application/x-amz-json-1.1")], body)
    }

    /// A whole response. Its length is added to the headers.
    #[must_use]
    pub fn response(status: u16, headers: &[(&str, &str)], body: impl AsRef<[u8]>) -> Self {
        let body = body.as_ref();
        let mut text = format!("HTTP/1.1 {status} Scripted\r\ncontent-length: {}\r\n", body.len());
        for (name, value) in headers {
            text.extend([*name, ": ", *value, "\r\n"]);
        }
        text.push_str("\r\n");
        Self::raw([text.as_bytes(), body].concat())
    }

    /// Any bytes at all.
    #[must_use]
    pub fn raw(bytes: impl Into<Vec<u8>>) -> Self {
        Self { bytes: bytes.into(), then: Then::Continue }
    }

    /// No answer, on a connection that stays open.
    #[must_use]
    pub fn silence() -> Self {
        Self::raw("").then_silence()
    }

    /// No answer, and the connection is cut.
    #[must_use]
    pub fn cut() -> Self {
        Self::raw("").then_cut()
    }

    /// The same without the last `count` bytes.
    #[must_use]
    pub fn without_last(mut self, count: usize) -> Self {
        self.bytes.truncate(self.bytes.len().saturating_sub(count));
        self
    }

    /// The same, after which the connection is cut.
    #[must_use]
    pub fn then_cut(self) -> Self {
        Self { then: Then::Close, ..self }
    }

    /// The same, after which nothing more comes on the connection, which stays open.
    #[must_use]
    pub fn then_silence(self) -> Self {
        Self { then: Then::Stall, ..self }
    }
}
