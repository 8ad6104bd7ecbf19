//! A service that takes uploads.

use std::{
    collections::BTreeMap,
    sync::{Arc, Mutex},
    time::Duration,
};

use aws_smithy_types::byte_stream::ByteStream;
use tinsmith_runtime::{
    orchestrator::BoxFuture,
    transfer::{ListedPart, Listing, PartLimits, TransferErrorKind, Uploader},
};

/// The size of parts in tests.
pub(super) const PART: u64 = 100;

pub(super) type Kind = TransferErrorKind<String>;

/// A page of a listing.
pub(super) type Page = Vec<ListedPart<i32>>;

#[derive(Default)]
pub(super) struct State {
    /// Calls in the order in which they began.
    pub(super) calls: Vec<String>,
    /// Parts that were sent.
    pub(super) parts: BTreeMap<i32, Vec<u8>>,
    /// The object that was sent as a whole.
    pub(super) whole: Option<Vec<u8>>,
    /// The parts, and the length, with which the upload was completed.
    pub(super) completed: Option<(Vec<i32>, u64)>,
    in_flight: usize,
    /// The greatest number of parts that were in flight at the same time.
    pub(super) most_in_flight: usize,
    /// The call that fails.
    pub(super) fails: &'static str,
    /// `true` if calls fail because the service does not have the upload.
    pub(super) is_missing: bool,
    /// Pages of parts of an earlier attempt.
    pub(super) pages: Vec<Page>,
    /// `true` if the last page has its own marker.
    pub(super) repeats_page: bool,
    /// Called when a part arrives.
    pub(super) on_part: Option<Box<dyn FnMut(i32) + Send>>,
}

/// A service whose clones share their state.
#[derive(Clone, Default)]
pub(super) struct FakeUpload(pub(super) Arc<Mutex<State>>);

impl FakeUpload {
    pub(super) fn failing(call: &'static str) -> Self {
        let fake = Self::default();
        fake.0.lock().unwrap().fails = call;
        fake
    }

    pub(super) fn calls(&self) -> Vec<String> {
        self.0.lock().unwrap().calls.clone()
    }

    /// Returns the parts, which were completed in their order, as one.
    pub(super) fn object(&self) -> Vec<u8> {
        let state = self.0.lock().unwrap();
        let (numbers, length) = state.completed.clone().unwrap();
        assert!(numbers.is_sorted() && numbers.len() == state.parts.len(), "{numbers:?}");
        let object: Vec<u8> = state.parts.values().flatten().copied().collect();
        assert_eq!(object.len() as u64, length);
        object
    }

    pub(super) fn most_in_flight(&self) -> usize {
        self.0.lock().unwrap().most_in_flight
    }

    /// Records a call, which returns `value`.
    fn call<T: Send + 'static>(
        &self,
        name: &str,
        value: impl FnOnce(&mut State) -> T + Send + 'static,
    ) -> BoxFuture<Result<T, Kind>> {
        let (fake, name) = (self.clone(), name.to_owned());
        Box::pin(async move {
            let mut state = fake.0.lock().unwrap();
            let fails = state.fails.split(", ").any(|failing| failing == name);
            state.calls.push(name.clone());
            let missing = if state.is_missing { "missing: " } else { "" };
            if fails {
                Err(TransferErrorKind::Call(format!("{missing}{name} failed")))
            } else {
                Ok(value(&mut state))
            }
        })
    }
}

impl Uploader for FakeUpload {
    type Output = &'static str;
    type Part = i32;
    type Marker = usize;
    type Error = String;

    fn limits(&self) -> PartLimits {
        PartLimits { min_size: 10, max_count: 20 }
    }

    fn put(self, body: ByteStream) -> BoxFuture<Result<&'static str, Kind>> {
        Box::pin(async move {
            let body = body.collect().await.unwrap().to_vec();
            self.call("put", |state| state.whole = Some(body)).await.map(|()| "whole")
        })
    }

    fn create(&self) -> BoxFuture<Result<String, Kind>> {
        self.call("create", |_| "id".to_owned())
    }

    /// Parts with lower numbers take longer.
    fn send_part(&self, id: &str, number: i32, body: ByteStream) -> BoxFuture<Result<i32, Kind>> {
        assert_eq!(id, "id");
        let fake = self.clone();
        Box::pin(async move {
            {
                let mut state = fake.0.lock().unwrap();
                state.in_flight += 1;
                state.most_in_flight = state.most_in_flight.max(state.in_flight);
                if let Some(on_part) = &mut state.on_part {
                    on_part(number);
                }
            }
            tokio::time::sleep(Duration::from_millis(100 / u64::from(number.unsigned_abs()))).await;
            let body = body.collect().await.map(|body| body.to_vec());
            fake.0.lock().unwrap().in_flight -= 1;
            let Ok(body) = body else { return Err(TransferErrorKind::Call("the body ended".to_owned())) };
            let name = format!("part {number}");
            fake.call(&name, move |state| drop(state.parts.insert(number, body))).await.map(|()| number)
        })
    }

    fn complete(&self, id: &str, parts: Vec<i32>, length: u64) -> BoxFuture<Result<&'static str, Kind>> {
        assert_eq!(id, "id");
        self.call("complete", move |state| {
            state.completed = Some((parts, length));
            "in parts"
        })
    }

    fn abort(&self, id: &str) -> BoxFuture<Result<(), Kind>> {
        assert_eq!(id, "id");
        self.call("abort", |_| ())
    }

    fn is_missing(error: &String) -> bool {
        error.starts_with("missing: ")
    }

    fn list(&self, id: &str, marker: Option<usize>) -> BoxFuture<Result<Listing<i32, usize>, Kind>> {
        assert_eq!(id, "id");
        let index = marker.unwrap_or_default();
        assert!(self.calls().len() < 50, "a page was requested again");
        self.call("list", move |state| {
            let parts = state.pages.get(index).cloned().unwrap_or_default();
            let is_last = index + 1 >= state.pages.len();
            let next = if is_last { state.repeats_page.then_some(index) } else { Some(index + 1) };
            Listing { parts, next }
        })
    }
}
