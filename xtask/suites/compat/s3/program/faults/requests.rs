//! Faults while a request is sent.

use mock_server::Response;

use super::Fault;
use super::calls::{Call, UPLOADS};
use super::good::of;
use crate::setup::{failure, response};

/// Length of bodies of which a server can read a part.
const LENGTH: usize = 200_000;
/// Length of bodies that are larger than the buffers of both sockets.
const LARGE: usize = 3_000_000;

const fn fault(name: &'static str, length: usize, response: fn(Call, usize) -> Response) -> Fault {
    Fault { name, calls: &UPLOADS, length, response }
}

pub(crate) const FAULTS: [Fault; 8] = [
    fault("closes before the body", LENGTH, |_, _| Response::disconnect().after(0)),
    fault("closes within the body", LENGTH, |_, length| Response::disconnect().after(length / 2)),
    fault("closes before the last byte", LENGTH, |_, length| Response::disconnect().after(length - 1)),
    fault("stalls before the body", LARGE, |_, _| Response::stall().after(0)),
    fault("stalls within the body", LARGE, |_, _| Response::stall().after(LENGTH)),
    fault("closes after the body", LENGTH, |_, _| Response::disconnect()),
    fault("refuses the checksum", LENGTH, |_, _| failure(400, "BadDigest")),
    fault("accepts it with another checksum", LENGTH, |call, _| {
        response(200, &[("etag", "tag"), ("x-amz-checksum-crc32", "AAAAAA==")], of(call).body)
    }),
];
