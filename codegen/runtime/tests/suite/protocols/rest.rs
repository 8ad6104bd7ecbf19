//! Inputs and outputs of the REST protocols.

use aws_smithy_schema::{
    Schema, ShapeType, prelude, shape_id,
    traits::{HttpTrait, TimestampFormat},
};
use aws_smithy_types::{Blob, DateTime, Document};
use tinsmith_runtime::schema;

use super::harness::{Shape, shape};

static TIMES: Schema<'static> = Schema::new(shape_id!("sample", "Times", "member"), ShapeType::Timestamp);

schema! {
    BOUND: Structure "sample" "BoundRequest".with_http(HttpTrait::new("PUT", "/{Bucket}/{Key+}?fixed=1", None)) {
        0 "Bucket": String.with_http_label();
        1 "Key": String.with_http_label();
        2 "Names": List.with_list_member(&prelude::STRING).with_http_query("name");
        3 "Since": Timestamp.with_http_query("since");
        4 "More": Map.with_map_members(&prelude::STRING, &prelude::STRING).with_http_query_params();
        5 "Tags": List.with_list_member(&prelude::STRING).with_http_header("X-Tags");
        6 "At": Timestamp.with_http_header("X-At");
        7 "Epoch": Timestamp.with_http_header("X-Epoch").with_timestamp_format(TimestampFormat::EpochSeconds);
        8 "Times": List.with_list_member(&TIMES).with_http_header("X-Times");
        9 "Meta": Map.with_map_members(&prelude::STRING, &prelude::STRING).with_http_prefix_headers("x-meta-");
        10 "Body": Integer.with_json_name("body").with_xml_name("body");
    }
}

shape! {
    structure Bound(BOUND) {
        bucket: String;
        key: String;
        names: List<String>;
        since: Value<DateTime>;
        more: StringMap;
        tags: List<String>;
        at: Value<DateTime>;
        epoch: Value<DateTime>;
        times: List<DateTime>;
        meta: StringMap;
        body: Scalar<i32>;
    }
}

schema! {
    BOUND_OUTPUT: Structure "sample" "BoundResponse" {
        0 "Count": Integer.with_http_header("X-Count");
        1 "At": Timestamp.with_http_header("X-At");
        2 "Tags": List.with_list_member(&prelude::STRING).with_http_header("X-Tags");
        3 "Meta": Map.with_map_members(&prelude::STRING, &prelude::STRING).with_http_prefix_headers("x-meta-");
        4 "Status": Integer.with_http_response_code();
        5 "Size": Integer;
        6 "Flag": Boolean;
        7 "Time": Timestamp;
    }
}

shape! {
    output BoundOutput(BOUND_OUTPUT) {
        count: Scalar<i32>;
        at: Value<DateTime>;
        tags: List<String>;
        meta: StringMap;
        status: Scalar<i32>;
        size: Scalar<i32>;
        flag: Scalar<bool>;
        time: Value<DateTime>;
    }
}

schema! {
    DATES_OUTPUT: Structure "sample" "DatesResponse" {
        0 "Dates": List.with_list_member(&prelude::TIMESTAMP).with_http_header("X-Dates");
        1 "At": Timestamp.with_http_header("X-At");
        2 "Epoch": Timestamp.with_timestamp_format(TimestampFormat::EpochSeconds).with_http_header("X-Epoch");
        3 "Counts": List.with_list_member(&prelude::INTEGER).with_http_header("X-Counts");
        4 "Ratio": Double.with_http_header("X-Ratio");
        5 "Ratios": List.with_list_member(&prelude::FLOAT).with_http_header("X-Ratios");
    }
}

shape! {
    output DatesOutput(DATES_OUTPUT) {
        dates: List<DateTime>;
        at: Value<DateTime>;
        epoch: Value<DateTime>;
        counts: List<i32>;
        ratio: Scalar<f64>;
        ratios: List<f32>;
    }
}

schema! {
    INNER: Structure "sample" "Inner" {
        0 "Name": String;
        1 "Kind": String.with_xml_attribute().with_xml_name("xsi:type");
    }
}

shape! { structure Inner(INNER) { name: String; kind: String; } }

/// Defines an input, and an output of the same members, whose payload is of type `$T`.
macro_rules! payload {
    ($($Input:ident $INPUT:ident, $Output:ident $OUTPUT:ident: $kind:ident $(.$method:ident($($argument:tt)*))*, $member:ident $(<$item:ty>)?;)*) => {
        $(
            schema! {
                $INPUT: Structure "sample" "PayloadRequest".with_http(HttpTrait::new("POST", "/", None)) {
                    0 "Payload": $kind.with_http_payload()$(.$method($($argument)*))*;
                    1 "Type": String.with_http_header("Content-Type");
                }
            }

            shape! { structure $Input($INPUT) { payload: $member $(<$item>)?; content_type: String; } }

            schema! {
                $OUTPUT: Structure "sample" "PayloadResponse" {
                    0 "Payload": $kind.with_http_payload()$(.$method($($argument)*))*;
                    1 "Count": Integer.with_http_header("X-Count");
                }
            }

            shape! { output $Output($OUTPUT) { payload: $member $(<$item>)?; count: Scalar<i32>; } }
        )*
    };
}

payload! {
    BlobInput BLOB_INPUT, BlobOutput BLOB_OUTPUT: Blob, Value<Blob>;
    JpegInput JPEG_INPUT, JpegOutput JPEG_OUTPUT: Blob.with_media_type("image/jpeg"), Value<Blob>;
    TextInput TEXT_INPUT, TextOutput TEXT_OUTPUT: String, String;
    InnerInput INNER_INPUT, InnerOutput INNER_OUTPUT: Structure, Value<Inner>;
    NamedInput NAMED_INPUT, NamedOutput NAMED_OUTPUT: Structure.with_xml_name("Hola"), Value<Inner>;
    DocumentInput DOCUMENT_INPUT, DocumentOutput DOCUMENT_OUTPUT: Document, Value<Document>;
}

schema! {
    LIST_OUTPUT: Structure "sample" "PayloadResponse" {
        0 "Payload": List.with_http_payload().with_list_member(&prelude::STRING);
    }
}

shape! { output ListOutput(LIST_OUTPUT) { payload: List<String>; } }

/// Defines an input whose only member is a payload of another type than the usual ones.
macro_rules! plain {
    ($($Input:ident $INPUT:ident: $kind:ident $(.$method:ident($($argument:tt)*))*, $member:ident $(<$item:ty>)?;)*) => {
        $(
            schema! {
                $INPUT: Structure "sample" "PlainRequest".with_http(HttpTrait::new("POST", "/", None)) {
                    0 "Payload": $kind.with_http_payload()$(.$method($($argument)*))*;
                }
            }

            shape! { structure $Input($INPUT) { payload: $member $(<$item>)?; } }
        )*
    };
}

plain! {
    PlainList PLAIN_LIST: List.with_list_member(&prelude::STRING), List<String>;
    PlainMap PLAIN_MAP: Map.with_map_members(&prelude::STRING, &prelude::STRING), StringMap;
    PlainNumber PLAIN_NUMBER: Integer, Scalar<i32>;
    PlainTime PLAIN_TIME: Timestamp, Value<DateTime>;
}

schema! {
    PLAIN_DOCUMENT: Structure "sample" "PlainRequest".with_http(HttpTrait::new("POST", "/", None)) {
        0 "Document": Document.with_http_payload();
    }
}

shape! { structure PlainDocument(PLAIN_DOCUMENT) { document: Value<Document>; } }

schema! {
    PLAIN_INNER: Structure "sample" "PlainRequest".with_http(HttpTrait::new("POST", "/", None)) {
        0 "Inner": Structure.with_http_payload();
    }
}

shape! { structure PlainInner(PLAIN_INNER) { inner: Value<Inner>; } }

schema! {
    NO_BODY: Structure "sample" "NoBody".with_http(HttpTrait::new("POST", "/", None)) {
        0 "Name": String.with_http_query("name");
    }
}

shape! { structure NoBody(NO_BODY) { name: String; } }

/// An input with a value for each binding.
pub(super) fn bound() -> Bound {
    let time = DateTime::from_secs(1_576_540_098);
    Bound {
        bucket: Some("a b".into()),
        key: Some("x/ü/../z".into()),
        names: Some(vec!["n 1".into(), "n&2".into()]),
        since: Some(time),
        more: Some([("extra".into(), "?".into()), ("name".into(), "shadowed".into())].into()),
        tags: Some(vec!["plain".into(), "with, comma".into()]),
        at: Some(time),
        epoch: Some(time),
        times: Some(vec![time, time]),
        meta: Some([("One".into(), "1".into())].into()),
        body: Some(7),
    }
}

/// Path and query of [`bound`].
pub(super) const TARGET: &str =
    "/a%20b/x/%C3%BC/../z?fixed=1&name=n%201&name=n%262&since=2019-12-16T23%3A48%3A18Z&extra=%3F";

/// Headers of [`bound`].
pub(super) const HEADERS: [(&str, &str); 5] = [
    ("x-tags", r#"plain, "with, comma""#),
    ("x-at", "Mon, 16 Dec 2019 23:48:18 GMT"),
    ("x-epoch", "1576540098"),
    ("x-times", "Mon, 16 Dec 2019 23:48:18 GMT, Mon, 16 Dec 2019 23:48:18 GMT"),
    ("x-meta-one", "1"),
];
