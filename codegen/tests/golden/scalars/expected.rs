// ---- src/operation/put_scalars/input.rs
/// Input of `PutScalars`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct PutScalarsInput {
    /// The member `text`.
    pub text: Option<String>,
    /// The member `flag`.
    pub flag: Option<bool>,
    /// The member `byte`.
    pub byte: Option<i8>,
    /// The member `short`.
    pub short: Option<i16>,
    /// The member `integer`.
    pub integer: Option<i32>,
    /// The member `long`.
    pub long: Option<i64>,
    /// The member `float`.
    pub float: Option<f32>,
    /// The member `double`.
    pub double: Option<f64>,
    /// The member `bigInteger`.
    pub big_integer: Option<BigInteger>,
    /// The member `bigDecimal`.
    pub big_decimal: Option<BigDecimal>,
    /// The member `blob`.
    pub blob: Option<Blob>,
    /// The member `document`.
    pub document: Option<Document>,
    /// The member `timestamp`.
    pub timestamp: Option<DateTime>,
    /// The member `epoch`.
    pub epoch: Option<DateTime>,
    /// The member `dateTime`.
    pub date_time: Option<DateTime>,
    /// The member `httpDate`.
    pub http_date: Option<DateTime>,
    /// The member `targetFormat`.
    pub target_format: Option<DateTime>,
    /// The member `memberFormatWins`.
    pub member_format_wins: Option<DateTime>,
    /// The member `ownLong`.
    pub own_long: Option<i64>,
    /// The member `ownBlob`.
    pub own_blob: Option<Blob>,
    /// The member `exact`.
    pub exact: Option<Exact>,
    /// The member `inexact`.
    pub inexact: Option<Inexact>,
    /// The member `allRequired`.
    pub all_required: Option<AllRequired>,
}

schema! {
    INPUT_SCHEMA: Structure "example.scalars" "PutScalarsInput" {
        0 "text": String;
        1 "flag": Boolean;
        2 "byte": Byte;
        3 "short": Short;
        4 "integer": Integer;
        5 "long": Long;
        6 "float": Float;
        7 "double": Double;
        8 "bigInteger": BigInteger;
        9 "bigDecimal": BigDecimal;
        10 "blob": Blob;
        11 "document": Document;
        12 "timestamp": Timestamp;
        13 "epoch": Timestamp.with_timestamp_format(TimestampFormat::EpochSeconds);
        14 "dateTime": Timestamp.with_timestamp_format(TimestampFormat::DateTime);
        15 "httpDate": Timestamp.with_timestamp_format(TimestampFormat::HttpDate);
        16 "targetFormat": Timestamp.with_timestamp_format(TimestampFormat::HttpDate);
        17 "memberFormatWins": Timestamp.with_timestamp_format(TimestampFormat::DateTime);
        18 "ownLong": Long;
        19 "ownBlob": Blob;
        20 "exact": Structure;
        21 "inexact": Structure;
        22 "allRequired": Structure;
    }
}

// ---- src/types/all_required.rs
structure! {
    /// Builder of [`AllRequired`](crate::types::AllRequired).
    #[derive(Clone, Debug, Default, PartialEq)]
    #[writable(ALL_REQUIRED_SCHEMA)]
    #[readable(ALL_REQUIRED_SCHEMA)]
    pub struct AllRequiredBuilder => fallible structure AllRequired {
        /// The member `text`. Required.
        text: required String, set_text, get_text;
        /// The member `flag`. Required.
        flag: required Scalar<bool>, set_flag, get_flag;
        /// The member `byte`. Required.
        byte: required Scalar<i8>, set_byte, get_byte;
        /// The member `short`. Required.
        short: required Scalar<i16>, set_short, get_short;
        /// The member `integer`. Required.
        integer: required Scalar<i32>, set_integer, get_integer;
        /// The member `long`. Required.
        long: required Scalar<i64>, set_long, get_long;
        /// The member `float`. Required.
        float: required Scalar<f32>, set_float, get_float;
        /// The member `double`. Required.
        double: required Scalar<f64>, set_double, get_double;
        /// The member `bigInteger`. Required.
        big_integer: required("0".parse::<BigInteger>().expect("a number of the model")) Value<BigInteger>,
            set_big_integer, get_big_integer;
        /// The member `bigDecimal`. Required.
        big_decimal: required("0".parse::<BigDecimal>().expect("a number of the model")) Value<BigDecimal>,
            set_big_decimal, get_big_decimal;
        /// The member `blob`. Required.
        blob: required Value<Blob>, set_blob, get_blob;
        /// The member `document`. Required.
        document: required(Document::Null) Value<Document>, set_document, get_document;
        /// The member `timestamp`. Required.
        timestamp: required(DateTime::from_secs(0)) Value<DateTime>, set_timestamp, get_timestamp;
        /// The member `epoch`. Required.
        epoch: required(DateTime::from_secs(0)) Value<DateTime>, set_epoch, get_epoch;
        /// The member `dateTime`. Required.
        date_time: required(DateTime::from_secs(0)) Value<DateTime>, set_date_time, get_date_time;
        /// The member `httpDate`. Required.
        http_date: required(DateTime::from_secs(0)) Value<DateTime>, set_http_date, get_http_date;
        /// The member `targetFormat`. Required.
        target_format: required(DateTime::from_secs(0)) Value<DateTime>, set_target_format,
            get_target_format;
        /// The member `memberFormatWins`. Required.
        member_format_wins: required(DateTime::from_secs(0)) Value<DateTime>,
            set_member_format_wins, get_member_format_wins;
        /// The member `ownLong`. Required.
        own_long: required Scalar<i64>, set_own_long, get_own_long;
        /// The member `ownBlob`. Required.
        own_blob: required Value<Blob>, set_own_blob, get_own_blob;
    }
}
