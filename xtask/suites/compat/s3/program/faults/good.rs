//! Responses without a fault.

use mock_server::Response;

use super::calls::Call;
use crate::bodies::content;

/// Length of the object.
pub(crate) const LENGTH: usize = 100_000;
/// Keys of the listing.
pub(crate) const KEYS: [&str; 3] = ["one", "two", "three"];

const LISTING: &str = "<ListBucketResult><Name>b</Name><IsTruncated>false</IsTruncated><Contents><Key>one</Key></Contents>\
                       <Contents><Key>two</Key></Contents><Contents><Key>three</Key></Contents></ListBucketResult>";
const CREATED: &str = "<InitiateMultipartUploadResult><Bucket>b</Bucket><Key>k</Key><UploadId>id</UploadId>\
                       </InitiateMultipartUploadResult>";
const COMPLETED: &str = "<CompleteMultipartUploadResult><Location>l</Location><Bucket>b</Bucket><Key>k</Key>\
                         <ETag>tag</ETag></CompleteMultipartUploadResult>";

/// A response of the service.
pub(crate) struct Good {
    pub(crate) checksum: Option<&'static str>,
    pub(crate) body: Vec<u8>,
}

/// The response to a call.
pub(crate) fn of(call: Call) -> Good {
    let text = |body: &str| Good { checksum: None, body: body.as_bytes().to_vec() };
    match call {
        Call::GetCollected | Call::GetStreamed | Call::GetRead => {
            Good { checksum: Some(CHECKSUM), body: content(LENGTH) }
        }
        Call::List => text(LISTING),
        Call::Create => text(CREATED),
        Call::Complete => text(COMPLETED),
        Call::PutMemory
        | Call::PutFile
        | Call::PutOnce
        | Call::PartMemory
        | Call::PartFile
        | Call::PartOnce => text(""),
    }
}

/// CRC-32 of the object.
const CHECKSUM: &str = "s1O4+g==";

impl Good {
    /// The head, with these headers about the length of the body.
    pub(crate) fn head(&self, length: &str) -> Vec<u8> {
        let checksum = self.checksum.map(|checksum| format!("x-amz-checksum-crc32: {checksum}\r\n"));
        let checksum = checksum.unwrap_or_default();
        format!("HTTP/1.1 200 OK\r\netag: tag\r\nconnection: close\r\n{checksum}{length}\r\n").into_bytes()
    }

    /// The head, with this value in the header of the length.
    pub(crate) fn head_of(&self, length: usize) -> Vec<u8> {
        self.head(&format!("content-length: {length}\r\n"))
    }

    pub(crate) fn response(&self) -> Response {
        Response::raw([self.head_of(self.body.len()), self.body.clone()].concat()).then_disconnect()
    }

    /// The first bytes of the body, after a head that announces the whole body.
    pub(crate) fn first(&self, count: usize) -> Response {
        Response::raw([&self.head_of(self.body.len()), &self.body[..count]].concat())
    }

    /// The body in one chunk, without the one that ends it.
    pub(crate) fn chunk(&self) -> Vec<u8> {
        let head = self.head("transfer-encoding: chunked\r\n");
        [&head, format!("{:x}\r\n", self.body.len()).as_bytes(), &self.body, b"\r\n"].concat()
    }
}
