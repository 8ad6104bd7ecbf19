//! Listings, deletions and copies.

use aws_sdk_s3::types::{
    BucketLocationConstraint, Delete, EncodingType, MetadataDirective, ObjectIdentifier,
    OptionalObjectAttributes,
};
use mock_server::{Response, Server};

use crate::record::Record;
use crate::setup::{client, error, xml};
use crate::wire::requests;

fn page(is_truncated: bool, keys: &[&str], rest: &str) -> Response {
    let mut body = format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<ListBucketResult xmlns=\"http://s3.amazonaws.com/doc/2006-03-01/\">\
         <Name>a-bucket</Name><Prefix>a&amp;b</Prefix><KeyCount>{}</KeyCount><MaxKeys>1000</MaxKeys>\
         <IsTruncated>{is_truncated}</IsTruncated>{rest}",
        keys.len()
    );
    for key in keys {
        body.extend([
            "<Contents><Key>",
            key,
            "</Key><LastModified>2026-11-26T12:00:00.000Z</LastModified><ETag>&quot;tag&quot;</ETag>\
             <ChecksumAlgorithm>CRC32</ChecksumAlgorithm><Size>5000000000</Size><StorageClass>GLACIER</StorageClass>\
             <Owner><ID>an id</ID></Owner></Contents>",
        ]);
    }
    body.push_str("<CommonPrefixes><Prefix>p/</Prefix></CommonPrefixes></ListBucketResult>");
    xml(200, &body)
}

const ODD_KEYS: [&str; 8] =
    ["a b", "a+b", "a%2Bb", "a&amp;b&lt;c&gt;", "ü/ö", "&#x9;&#13;&#10;", " ", "&quot;'"];

pub(crate) async fn keys() -> Record {
    let server = Server::start([page(false, &ODD_KEYS, "")]);
    let mut record = Record::of(&server);
    let call =
        client(&server).list_objects_v2().bucket("a-bucket").prefix("a&b ü+").delimiter("/").max_keys(1000);
    let call = call.start_after("a/b").optional_object_attributes(OptionalObjectAttributes::RestoreStatus);
    let call = call.fetch_owner(true).expected_bucket_owner("123456789012").encoding_type(EncodingType::Url);
    record.outcome("outcome", &call.send().await);
    requests(&mut record, &server);
    record
}

/// The caller has asked for encoded keys and gets them.
pub(crate) async fn encoded_keys() -> Record {
    let server = Server::start([page(false, &["a+b%26%01"], "<EncodingType>url</EncodingType>")]);
    let mut record = Record::of(&server);
    let call = client(&server).list_objects_v2().bucket("a-bucket").encoding_type(EncodingType::Url);
    record.outcome("outcome", &call.send().await);
    requests(&mut record, &server);
    record
}

/// XML cannot hold every key: the caller has not asked, and gets keys as they are.
pub(crate) async fn decoded_keys() -> Record {
    let server = Server::start([page(false, &["a+b%26%01"], "<EncodingType>url</EncodingType>")]);
    let mut record = Record::of(&server);
    let listed = client(&server).list_objects_v2().bucket("a-bucket").send().await;
    let keys = listed.map(|listed| listed.contents.into_iter().flatten().map(|object| object.key).collect());
    record.outcome::<Vec<_>, _, _>("keys", &keys);
    record.display("request", server.request().uri());
    record
}

pub(crate) async fn pages() -> Record {
    let token = "<NextContinuationToken>a/b+c= d</NextContinuationToken>";
    let server = Server::start([page(true, &["a", "b"], token), page(false, &["c"], "")]);
    let mut record = Record::of(&server);
    let call = client(&server).list_objects_v2().bucket("a-bucket").encoding_type(EncodingType::Url);
    let pages = call.into_paginator().page_size(2).send().collect::<Result<Vec<_>, _>>().await;
    record.outcome("pages", &pages);
    requests(&mut record, &server);
    record
}

pub(crate) async fn deletions() -> Record {
    let body = "<DeleteResult xmlns=\"http://s3.amazonaws.com/doc/2006-03-01/\"><Deleted><Key>a&amp;b</Key>\
                <DeleteMarker>true</DeleteMarker><DeleteMarkerVersionId>v</DeleteMarkerVersionId></Deleted><Error>\
                <Key>c</Key><Code>AccessDenied</Code><Message>no</Message></Error></DeleteResult>";
    let server = Server::start([xml(200, body), xml(200, "<DeleteResult/>")]);
    let mut record = Record::of(&server);
    let object = |key: &str| ObjectIdentifier::builder().key(key).build().expect("it has a key");
    let version = ObjectIdentifier::builder().key("c").version_id("a version").build().expect("it has a key");
    let delete = Delete::builder().objects(object("a&b<c>\" 'ü")).objects(version).quiet(false);
    let delete = delete.build().expect("it has objects");
    let call = client(&server).delete_objects().bucket("a-bucket").delete(delete).mfa("a b");
    record.outcome("outcome", &call.send().await);
    let delete = Delete::builder().objects(object("a\rb\nc\u{85}\u{2028}")).build().expect("it has objects");
    let call = client(&server).delete_objects().bucket("a-bucket").delete(delete);
    record.outcome("line ends", &call.send().await);
    requests(&mut record, &server);
    record
}

const COPIED: &str = "<?xml version=\"1.0\"?>\n<CopyObjectResult><ETag>&quot;tag&quot;</ETag>\
                      <LastModified>2026-11-26T12:00:00.000Z</LastModified></CopyObjectResult>";

async fn copy(source: &str, responses: impl IntoIterator<Item = Response>) -> Record {
    let server = Server::start(responses);
    let mut record = Record::of(&server);
    let call = client(&server).copy_object().bucket("a-bucket").key("k").copy_source(source);
    let call = call.metadata_directive(MetadataDirective::Replace).metadata("a", "b");
    record.outcome("outcome", &call.send().await);
    requests(&mut record, &server);
    record
}

pub(crate) async fn copies() -> Record {
    copy("b-bucket/a%20b/c?versionId=1", [xml(200, COPIED)]).await
}

/// An error with the status of success is retried if it is transient.
pub(crate) async fn copy_errors() -> Record {
    copy("b-bucket/k", [xml(200, &error("InternalError")), xml(200, &error("SlowDown"))]).await
}

pub(crate) async fn location() -> Record {
    let location = |content: &str| {
        xml(
            200,
            &format!(
                "<?xml version=\"1.0\"?>\n<LocationConstraint xmlns=\"http://s3.amazonaws.com/doc/2006-03-01/\">{content}</LocationConstraint>"
            ),
        )
    };
    let server = Server::start([location("eu-central-1"), location("EU")]);
    let mut record = Record::of(&server);
    for _ in 0..2 {
        record.outcome("outcome", &client(&server).get_bucket_location().bucket("a-bucket").send().await);
    }
    record.debug("known", BucketLocationConstraint::from("EU"));
    requests(&mut record, &server);
    record
}
