//! Faults of responses.

use mock_server::Response;

use super::Fault;
use super::calls::{ALL, Call, GETS, WITH_BODY, XML};
use super::good::{Good, of};
use crate::setup::error;

/// Length of the bodies of requests.
const LENGTH: usize = 1_000;

const fn fault(name: &'static str, calls: &'static [Call], response: fn(Call, usize) -> Response) -> Fault {
    Fault { name, calls, length: LENGTH, response }
}

pub(crate) const FAULTS: [Fault; 31] = [
    fault("closes before the response", &ALL, |_, _| Response::disconnect()),
    fault("stalls before the response", &ALL, |_, _| Response::stall()),
    fault("closes within the head", &ALL, |call, _| within_head(call).then_disconnect()),
    fault("stalls within the head", &ALL, |call, _| within_head(call).then_stall()),
    fault("sends no HTTP", &ALL, |_, _| Response::raw("nonsense\r\n\r\n").then_disconnect()),
    fault("status 500", &ALL, |_, _| status(500)),
    fault("status 503 without a body", &ALL, |_, _| Response::new(503, &[CLOSE], "").then_disconnect()),
    fault("status 200 with an error", &XML, |_, _| status(200)),
    fault("closes before the body", &WITH_BODY, |call, _| of(call).first(0).then_disconnect()),
    fault("closes within the body", &WITH_BODY, |call, _| half(call).then_disconnect()),
    fault("closes before the last byte", &WITH_BODY, |call, _| {
        of(call).response().without_last(1).then_disconnect()
    }),
    fault("stalls before the body", &WITH_BODY, |call, _| of(call).first(0).then_stall()),
    fault("stalls within the body", &WITH_BODY, |call, _| half(call).then_stall()),
    fault("stalls before the last byte", &WITH_BODY, |call, _| {
        of(call).response().without_last(1).then_stall()
    }),
    fault("length: one too small", &WITH_BODY, |call, _| with_length(call, -1).then_disconnect()),
    fault("length: one too large, closes", &WITH_BODY, |call, _| with_length(call, 1).then_disconnect()),
    fault("length: one too large, stalls", &WITH_BODY, |call, _| with_length(call, 1).then_stall()),
    fault("length: zero", &WITH_BODY, |call, _| {
        let length = isize::try_from(of(call).body.len()).expect("the body is short");
        with_length(call, -length).then_disconnect()
    }),
    fault("length: no number", &WITH_BODY, |call, _| headed(call, "content-length: x\r\n").then_disconnect()),
    fault("length: none", &WITH_BODY, |call, _| headed(call, "").then_disconnect()),
    fault("length: none, closes within the body", &WITH_BODY, |call, _| {
        headed(call, "").without_last(of(call).body.len() / 2).then_disconnect()
    }),
    fault("length: none, stalls within the body", &WITH_BODY, |call, _| {
        headed(call, "").without_last(of(call).body.len() / 2).then_stall()
    }),
    fault("chunks: closes within one", &WITH_BODY, |call, _| {
        Response::raw(of(call).chunk()).without_last(of(call).body.len() / 2).then_disconnect()
    }),
    fault("chunks: closes before the last", &WITH_BODY, |call, _| {
        Response::raw(of(call).chunk()).then_disconnect()
    }),
    fault("chunks: stalls before the last", &WITH_BODY, |call, _| {
        Response::raw(of(call).chunk()).then_stall()
    }),
    fault("checksum: wrong", &GETS, |call, _| Good { checksum: Some("AAAAAA=="), ..of(call) }.response()),
    fault("checksum: no checksum", &GETS, |call, _| Good { checksum: Some("?"), ..of(call) }.response()),
    fault("one bit is wrong", &GETS, |call, _| damaged(of(call)).response()),
    fault("one bit is wrong, without a checksum", &GETS, |call, _| {
        Good { checksum: None, ..damaged(of(call)) }.response()
    }),
    fault("one bit is wrong, checksum in the trailer", &GETS, |call, _| {
        let checksum = of(call).checksum.unwrap_or_default();
        let body = Good { checksum: None, ..damaged(of(call)) }.chunk();
        let trailer = format!("0\r\nx-amz-checksum-crc32: {checksum}\r\n\r\n");
        Response::raw([body, trailer.into_bytes()].concat()).then_disconnect()
    }),
    fault("length: none, closes within the body, without a checksum", &GETS, |call, _| {
        let object = Good { checksum: None, ..of(call) };
        let half = object.body.len() / 2;
        Response::raw([object.head(""), object.body].concat()).without_last(half).then_disconnect()
    }),
];

const CLOSE: (&str, &str) = ("connection", "close");

fn within_head(call: Call) -> Response {
    let good = of(call);
    let head = good.head_of(good.body.len());
    Response::raw(&head[..head.len() / 2])
}

fn status(status: u16) -> Response {
    Response::new(status, &[CLOSE], error("InternalError")).then_disconnect()
}

fn half(call: Call) -> Response {
    let good = of(call);
    good.first(good.body.len() / 2)
}

/// The body, after a head with these headers about its length.
fn headed(call: Call, length: &str) -> Response {
    let good = of(call);
    Response::raw([good.head(length), good.body].concat())
}

/// The body, after a head with another length.
fn with_length(call: Call, more: isize) -> Response {
    let good = of(call);
    let length = good.body.len().saturating_add_signed(more);
    Response::raw([good.head_of(length), good.body].concat())
}

fn damaged(mut good: Good) -> Good {
    let middle = good.body.len() / 2;
    good.body[middle] ^= 1;
    good
}
