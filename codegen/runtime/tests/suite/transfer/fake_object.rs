//! A service that has an object.

use std::{
    collections::VecDeque,
    io,
    pin::Pin,
    sync::{Arc, Mutex},
    task::{Context, Poll},
    time::Duration,
};

use aws_smithy_types::byte_stream::ByteStream;
use bytes::Bytes;
use http_body::{Body, Frame};
use tinsmith_runtime::{
    orchestrator::BoxFuture,
    transfer::{ByteRange, Downloader, Fetched, PartLimits, TransferErrorKind},
};

type Kind = TransferErrorKind<String>;

/// The first and the last byte of a request; `None` for the whole object.
type Range = Option<(u64, u64)>;

type ChooseFault = Box<dyn FnMut(Range) -> Fault + Send>;

/// A body of pieces, after which it breaks or ends.
struct Pieces {
    pieces: VecDeque<Bytes>,
    breaks: bool,
}

impl Body for Pieces {
    type Data = Bytes;
    type Error = io::Error;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        _context: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, io::Error>>> {
        Poll::Ready(match self.pieces.pop_front() {
            Some(piece) => Some(Ok(Frame::data(piece))),
            None if self.breaks => Some(Err(io::Error::other("the connection broke"))),
            None => None,
        })
    }
}

/// The fault of a response.
#[derive(Clone, Copy, PartialEq)]
pub(super) enum Fault {
    None,
    /// The body breaks after a number of bytes.
    Breaks(usize),
    /// The body ends after a number of bytes.
    Ends(usize),
    /// The object is another one.
    Changed,
    /// The response has the entity tag of another object.
    OtherTag,
    /// The range is ignored.
    Whole,
    /// The call fails.
    Call,
    /// The call does not return.
    Waits,
}

pub(super) struct State {
    pub(super) content: Vec<u8>,
    pub(super) e_tag: Option<&'static str>,
    pub(super) has_length: bool,
    pub(super) checksums: Vec<(&'static str, Option<String>)>,
    /// Ranges of the requests.
    pub(super) requests: Vec<Range>,
    /// Returns the fault of the response to a request.
    pub(super) fault: ChooseFault,
    in_flight: usize,
    pub(super) most_in_flight: usize,
}

/// An object whose clones share their state.
#[derive(Clone)]
pub(super) struct FakeObject(pub(super) Arc<Mutex<State>>);

impl FakeObject {
    pub(super) fn new(content: Vec<u8>) -> Self {
        Self(Arc::new(Mutex::new(State {
            content,
            e_tag: Some("\"tag\""),
            has_length: true,
            checksums: Vec::new(),
            requests: Vec::new(),
            fault: Box::new(|_| Fault::None),
            in_flight: 0,
            most_in_flight: 0,
        })))
    }

    pub(super) fn with_fault(content: Vec<u8>, fault: impl FnMut(Range) -> Fault + Send + 'static) -> Self {
        let object = Self::new(content);
        object.0.lock().unwrap().fault = Box::new(fault);
        object
    }

    pub(super) fn requests(&self) -> Vec<Range> {
        self.0.lock().unwrap().requests.clone()
    }

    fn respond(&self, range: Range, fault: Fault) -> Result<Fetched<&'static str>, Kind> {
        let state = self.0.lock().unwrap();
        let total = state.content.len();
        let (first, end) = match range.filter(|_| fault != Fault::Whole) {
            Some((first, last)) => (first as usize, last as usize + 1),
            None => (0, total),
        };
        let (end_of_body, breaks) = match fault {
            Fault::Breaks(length) => (first + length, true),
            Fault::Ends(length) => (first + length, false),
            Fault::Changed => return Err(TransferErrorKind::ObjectChanged),
            Fault::Call => return Err(TransferErrorKind::Call("the call failed".to_owned())),
            Fault::None | Fault::OtherTag | Fault::Whole | Fault::Waits => (end, false),
        };
        let pieces = state.content[first..end_of_body].chunks(7).map(Bytes::copy_from_slice).collect();
        let is_range = range.is_some() && fault != Fault::Whole;
        Ok(Fetched {
            output: "output",
            body: ByteStream::from_body_1_x(Pieces { pieces, breaks }),
            length: state.has_length.then(|| (end - first) as i64),
            content_range: is_range.then(|| format!("bytes {first}-{}/{total}", end - 1)),
            e_tag: if fault == Fault::OtherTag {
                Some("\"other\"".to_owned())
            } else {
                state.e_tag.map(str::to_owned)
            },
            checksums: state.checksums.clone(),
            checksum_type: None,
        })
    }
}

impl Downloader for FakeObject {
    type Output = &'static str;
    type Error = String;

    fn limits(&self) -> PartLimits {
        PartLimits { min_size: 1, ..PartLimits::DOWNLOAD }
    }

    fn get(&self, range: Option<ByteRange>) -> BoxFuture<Result<Fetched<&'static str>, Kind>> {
        let object = self.clone();
        Box::pin(async move {
            if let Some(range) = &range {
                assert_eq!(range.header(), format!("bytes={}-{}", range.first, range.last));
                assert_eq!(range.e_tag, "\"tag\"");
            }
            let range = range.map(|range| (range.first, range.last));
            let fault = {
                let mut state = object.0.lock().unwrap();
                state.requests.push(range);
                state.in_flight += 1;
                state.most_in_flight = state.most_in_flight.max(state.in_flight);
                (state.fault)(range)
            };
            let wait = if fault == Fault::Waits { Duration::MAX } else { Duration::from_millis(10) };
            tokio::time::sleep(wait).await;
            object.0.lock().unwrap().in_flight -= 1;
            object.respond(range, fault)
        })
    }
}
