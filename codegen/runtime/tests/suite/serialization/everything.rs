//! A structure with members of every kind, as the generator would emit it.

use aws_smithy_types::{BigDecimal, BigInteger, Blob, DateTime, Document};

use tinsmith_runtime::{schema, structure, union_traits};

schema! {
    EVERYTHING: Structure "sample" "Everything" {
        0 "flag": Boolean;
        1 "byte": Byte;
        2 "short": Short;
        3 "float": Float;
        4 "double": Double;
        5 "bigInteger": BigInteger;
        6 "bigDecimal": BigDecimal;
        7 "blob": Blob;
        8 "at": Timestamp;
        9 "document": Document;
        10 "inner": Structure;
        11 "choice": Union;
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Everything {
    pub(super) flag: bool,
    pub(super) byte: i8,
    pub(super) short: i16,
    pub(super) float: Option<f32>,
    pub(super) double: Option<f64>,
    pub(super) big_integer: Option<BigInteger>,
    pub(super) big_decimal: Option<BigDecimal>,
    pub(super) blob: Option<Blob>,
    pub(super) at: Option<DateTime>,
    pub(super) document: Option<Document>,
    pub(super) inner: Option<Box<Everything>>,
    pub(super) choice: Option<Choice>,
}

structure! {
    #[derive(Clone, Debug, Default, PartialEq)]
    #[writable(EVERYTHING)]
    #[readable(EVERYTHING)]
    pub struct EverythingBuilder => always structure Everything {
        flag: skip_default Scalar<bool>, set_flag, get_flag;
        byte: default Scalar<i8>, set_byte, get_byte;
        short: default Scalar<i16>, set_short, get_short;
        float: optional Scalar<f32>, set_float, get_float;
        double: optional Scalar<f64>, set_double, get_double;
        big_integer: optional Value<BigInteger>, set_big_integer, get_big_integer;
        big_decimal: optional Value<BigDecimal>, set_big_decimal, get_big_decimal;
        blob: optional Value<Blob>, set_blob, get_blob;
        at: optional Value<DateTime>, set_at, get_at;
        document: optional Value<Document>, set_document, get_document;
        inner: optional Boxed<Everything>, set_inner, get_inner;
        choice: optional Value<Choice>, set_choice, get_choice;
    }
}

schema! {
    CHOICE: Union "sample" "Choice" {
        0 "count": Integer;
        1 "nothing": Structure;
    }
}

#[derive(Clone, Debug, PartialEq)]
pub(super) enum Choice {
    Count(i32),
    Nothing,
    Unknown,
}

union_traits! {
    Choice: CHOICE, writes {
        0 Count(value);
        1 Nothing;
    }
}
