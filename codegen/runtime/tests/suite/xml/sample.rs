//! A structure with members of every kind, as the generator would emit it for a protocol with XML.

use std::collections::HashMap;

use aws_smithy_schema::{Schema, ShapeType, prelude, shape_id, traits::TimestampFormat};
use aws_smithy_types::{BigDecimal, BigInteger, Blob, DateTime};

use tinsmith_runtime::{schema, structure, union_traits};

schema! {
    ITEM: Structure "sample" "Item" {
        0 "name": String;
        1 "renamed": String.with_xml_name("Other");
        2 "flag": Boolean;
        3 "byte": Byte;
        4 "short": Short;
        5 "count": Integer;
        6 "long": Long;
        7 "float": Float;
        8 "double": Double;
        9 "bigInteger": BigInteger;
        10 "bigDecimal": BigDecimal;
        11 "blob": Blob;
        12 "at": Timestamp;
        13 "epoch": Timestamp.with_timestamp_format(TimestampFormat::EpochSeconds);
        14 "date": Timestamp.with_timestamp_format(TimestampFormat::HttpDate);
        15 "kind": String.with_xml_name("xsi:type").with_xml_attribute();
        16 "tags": List.with_list_member(&prelude::STRING);
        17 "keys": List.with_list_member(&prelude::STRING).with_xml_name("Key").with_xml_flattened();
        18 "items": List.with_list_member(&ITEM).with_xml_name("Sub").with_xml_flattened();
        19 "labels": Map.with_map_members(&prelude::STRING, &prelude::STRING);
        20 "counts": Map.with_map_members(&COUNT_KEY, &COUNT_VALUE).with_xml_flattened();
        21 "inner": Structure;
        22 "choice": Union;
        23 "sparse": List.with_list_member(&prelude::STRING);
        24 "groups": List.with_list_member(&GROUP);
        25 "level": Integer.with_xml_attribute();
        26 "required": Integer;
    }
}

static COUNT_KEY: Schema<'static> =
    Schema::new(shape_id!("sample", "CountName"), ShapeType::String).with_xml_name("Name");
static COUNT_VALUE: Schema<'static> =
    Schema::new(shape_id!("sample", "Count"), ShapeType::Integer).with_xml_name("Number");
static GROUP: Schema<'static> = Schema::new_list(shape_id!("sample", "Group"), &prelude::STRING);

#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Item {
    pub(crate) name: Option<String>,
    pub(crate) renamed: Option<String>,
    pub(crate) flag: Option<bool>,
    pub(crate) byte: Option<i8>,
    pub(crate) short: Option<i16>,
    pub(crate) count: Option<i32>,
    pub(crate) long: Option<i64>,
    pub(crate) float: Option<f32>,
    pub(crate) double: Option<f64>,
    pub(crate) big_integer: Option<BigInteger>,
    pub(crate) big_decimal: Option<BigDecimal>,
    pub(crate) blob: Option<Blob>,
    pub(crate) at: Option<DateTime>,
    pub(crate) epoch: Option<DateTime>,
    pub(crate) date: Option<DateTime>,
    pub(crate) kind: Option<String>,
    pub(crate) tags: Option<Vec<String>>,
    pub(crate) keys: Option<Vec<String>>,
    pub(crate) items: Option<Vec<Item>>,
    pub(crate) labels: Option<HashMap<String, String>>,
    pub(crate) counts: Option<HashMap<String, i32>>,
    pub(crate) inner: Option<Box<Item>>,
    pub(crate) choice: Option<Choice>,
    pub(crate) sparse: Option<Vec<Option<String>>>,
    pub(crate) groups: Option<Vec<Vec<String>>>,
    pub(crate) level: Option<i32>,
    pub(crate) required: i32,
}

structure! {
    #[derive(Clone, Debug, Default, PartialEq)]
    #[readable(ITEM)]
    pub struct ItemBuilder => always structure Item {
        name: optional String, set_name, get_name;
        renamed: optional String, set_renamed, get_renamed;
        flag: optional Scalar<bool>, set_flag, get_flag;
        byte: optional Scalar<i8>, set_byte, get_byte;
        short: optional Scalar<i16>, set_short, get_short;
        count: optional Scalar<i32>, set_count, get_count;
        long: optional Scalar<i64>, set_long, get_long;
        float: optional Scalar<f32>, set_float, get_float;
        double: optional Scalar<f64>, set_double, get_double;
        big_integer: optional Value<BigInteger>, set_big_integer, get_big_integer;
        big_decimal: optional Value<BigDecimal>, set_big_decimal, get_big_decimal;
        blob: optional Value<Blob>, set_blob, get_blob;
        at: optional Value<DateTime>, set_at, get_at;
        epoch: optional Value<DateTime>, set_epoch, get_epoch;
        date: optional Value<DateTime>, set_date, get_date;
        kind: optional String, set_kind, get_kind;
        tags: optional Strings, set_tags, get_tags;
        keys: optional Strings, set_keys, get_keys;
        items: optional List<Item>, set_items, get_items;
        labels: optional StringMap, set_labels, get_labels;
        counts: optional Map<i32>, set_counts, get_counts;
        inner: optional Boxed<Item>, set_inner, get_inner;
        choice: optional Value<Choice>, set_choice, get_choice;
        sparse: optional List<Option<String>>, set_sparse, get_sparse;
        groups: optional List<Vec<String>>, set_groups, get_groups;
        level: optional Scalar<i32>, set_level, get_level;
        required: default Scalar<i32>, set_required, get_required;
    }
}

schema! {
    CHOICE: Union "sample" "Choice" {
        0 "count": Integer;
        1 "nothing": Structure;
        2 "keys": List.with_list_member(&prelude::STRING).with_xml_name("Key").with_xml_flattened();
    }
}

#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Choice {
    Count(i32),
    Nothing,
    Keys(Vec<String>),
    Unknown,
}

union_traits! {
    Choice: CHOICE, writes and reads {
        0 Count(value);
        1 Nothing;
        2 Keys(value);
    }
}
