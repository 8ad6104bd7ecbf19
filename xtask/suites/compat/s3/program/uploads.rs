//! Uploads in parts.

use aws_sdk_s3::types::{ChecksumAlgorithm, CompletedMultipartUpload, CompletedPart};
use mock_server::{Response, Server};

use crate::bodies::{Once, TemporaryFile, content};
use crate::record::Record;
use crate::setup::{client, error, plain_client, response, stored, xml};
use crate::wire::requests;

const CREATED: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<InitiateMultipartUploadResult \
                       xmlns=\"http://s3.amazonaws.com/doc/2006-03-01/\"><Bucket>a-bucket</Bucket><Key>k</Key>\
                       <UploadId>an id+/=</UploadId></InitiateMultipartUploadResult>";
/// Services send blanks while they complete an upload.
const COMPLETED: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n\n  \n<CompleteMultipartUploadResult \
                         xmlns=\"http://s3.amazonaws.com/doc/2006-03-01/\"><Location>http://l</Location>\
                         <Bucket>a-bucket</Bucket><Key>k</Key><ETag>&quot;tag-2&quot;</ETag>\
                         <ChecksumCRC32>AAAAAA==-2</ChecksumCRC32><ChecksumType>COMPOSITE</ChecksumType>\
                         </CompleteMultipartUploadResult>";

pub(crate) async fn parts() -> Record {
    let server = Server::start([xml(200, CREATED), stored(), stored(), stored()]);
    let mut record = Record::of(&server);
    let client = plain_client(&server);
    let created = client.create_multipart_upload().bucket("a-bucket").key("k").content_type("text/plain");
    record.outcome("created", &created.checksum_algorithm(ChecksumAlgorithm::Crc32C).send().await);
    let file = TemporaryFile::new("part", 100_000);
    let bodies = [content(1000).into(), file.stream().await, Once::stream(50_000)];
    for (number, body) in (1..).zip(bodies) {
        let call = client.upload_part().bucket("a-bucket").key("k").upload_id("an id+/=").part_number(number);
        let call = call.checksum_algorithm(ChecksumAlgorithm::Crc32C);
        record.outcome("part", &call.body(body).send().await);
    }
    requests(&mut record, &server);
    record
}

async fn complete(responses: impl IntoIterator<Item = Response>) -> Record {
    let server = Server::start(responses);
    let mut record = Record::of(&server);
    let part = |number: i32| {
        let part = CompletedPart::builder().part_number(number).e_tag(format!("\"tag-{number}\""));
        part.checksum_crc32("AAAAAA==").build()
    };
    let upload = CompletedMultipartUpload::builder().parts(part(1)).parts(part(2)).build();
    let call = client(&server).complete_multipart_upload().bucket("a-bucket").key("k").upload_id("an id+/=");
    record.outcome("outcome", &call.multipart_upload(upload).if_none_match("*").send().await);
    requests(&mut record, &server);
    record
}

pub(crate) async fn completed() -> Record {
    complete([xml(200, COMPLETED)]).await
}

/// The first error is transient, the second one is not.
pub(crate) async fn completed_with_error() -> Record {
    complete([xml(200, &error("InternalError")), xml(200, &error("EntityTooSmall"))]).await
}

pub(crate) async fn aborted() -> Record {
    let server = Server::start([response(204, &[], "")]);
    let mut record = Record::of(&server);
    let call = client(&server).abort_multipart_upload().bucket("a-bucket").key("k").upload_id("an id+/=");
    record.outcome("outcome", &call.send().await);
    requests(&mut record, &server);
    record
}

/// Without a length, the body cannot be encoded; the caller may know it.
pub(crate) async fn unknown_length() -> Record {
    let server = Server::start([stored(), stored()]);
    let mut record = Record::of(&server);
    for length in [None, Some(50_000)] {
        let call = plain_client(&server).put_object().bucket("a-bucket").key("k").set_content_length(length);
        let outcome = call.body(Once::stream_of_unknown_length(50_000)).send().await;
        record.debug("succeeded", outcome.is_ok());
    }
    requests(&mut record, &server);
    record
}
