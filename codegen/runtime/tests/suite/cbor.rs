//! Reading of CBOR.

use std::time::{Duration, Instant};

use aws_smithy_cbor::{Encoder, codec::CborCodec};
use aws_smithy_schema::{
    codec::Codec as _,
    prelude,
    serde::{SerdeError, ShapeDeserializer},
};
use aws_smithy_types::{Blob, DateTime};
use proptest::prelude::*;
use tinsmith_runtime::wire::{CborReader, Readable as _};

use super::xml::sample::{Choice, ITEM, Item};

fn read(bytes: &[u8]) -> Result<Item, String> {
    Item::read(&mut CborReader::new(bytes), &ITEM).map_err(|error| error.to_string())
}

fn official(bytes: &[u8]) -> Result<Item, String> {
    let codec = CborCodec::default();
    Item::read(&mut codec.create_deserializer(bytes), &ITEM).map_err(|error| error.to_string())
}

/// Writes a map with one member.
fn member(name: &str, value: &[u8]) -> Vec<u8> {
    let mut encoder = Encoder::new(Vec::new());
    encoder.map(1).str(name);
    let mut bytes = encoder.into_writer();
    bytes.extend_from_slice(value);
    bytes
}

fn item(name: &str, value: &[u8]) -> Item {
    read(&member(name, value)).unwrap_or_else(|error| panic!("{name} {value:x?}: {error}"))
}

/// Floats may be integers, and have any of three sizes.
#[test]
fn floats_have_every_representation() {
    for (value, expected) in [
        (&b"\x19\x01\x00"[..], 256.0),
        (b"\x20", -1.0),
        (b"\xf9\x3e\x00", 1.5),
        (b"\xf9\x00\x01", f64::from(2.0_f32.powi(-24))),
        (b"\xf9\xfc\x00", f64::NEG_INFINITY),
        (b"\xf9\xc4\x00", -4.0),
        (b"\xf9\x7b\xff", 65504.0),
        (b"\xfa\x3f\xc0\x00\x00", 1.5),
        (b"\xfb\x3f\xf8\x00\x00\x00\x00\x00\x00", 1.5),
        (b"\xfb\x7f\xf0\x00\x00\x00\x00\x00\x00", f64::INFINITY),
    ] {
        let (double, float) = (item("double", value).double, item("float", value).float);
        assert_eq!((double, float.map(f64::from)), (Some(expected), Some(expected)), "{value:x?}");
    }
    assert!(item("float", b"\xf9\x7e\x00").float.expect("a float").is_nan());
    let large = read(&member("float", b"\xfb\x7e\x37\xe4\x3c\x88\x00\x75\x9c")).expect_err("the range");
    assert!(large.contains("out of range for float in member `float`"), "{large}");
}

#[test]
fn integers_fit_or_fail() {
    assert_eq!(item("byte", b"\x38\x7f").byte, Some(-128));
    assert_eq!(item("long", b"\x3b\x7f\xff\xff\xff\xff\xff\xff\xff").long, Some(i64::MIN));
    assert_eq!(item("count", b"\x1b\x00\x00\x00\x00\x00\x00\x00\x05").count, Some(5));
    for value in [&b"\x38\x80"[..], b"\x18\x80", b"\x3b\xff\xff\xff\xff\xff\xff\xff\xff"] {
        assert!(read(&member("byte", value)).expect_err("the range").contains("byte"), "{value:x?}");
    }
    let float = read(&member("count", b"\xf9\x3c\x00")).expect_err("a float");
    assert!(float.contains("expected a whole number, found a float in member `count`"), "{float}");
}

#[test]
fn big_numbers_keep_all_digits() {
    let integer = |value: &[u8]| item("bigInteger", value).big_integer.expect("a number").as_ref().to_owned();
    assert_eq!(integer(b"\xc2\x49\x01\x00\x00\x00\x00\x00\x00\x00\x00"), "18446744073709551616");
    assert_eq!(integer(b"\xc3\x49\x01\x00\x00\x00\x00\x00\x00\x00\x00"), "-18446744073709551617");
    assert_eq!(integer(b"\x3b\xff\xff\xff\xff\xff\xff\xff\xff"), "-18446744073709551616");
    assert_eq!(integer(b"\xc2\x45\x01\x00\x00\x00\x00"), "4294967296");
    assert_eq!((integer(b"\xc2\x40"), integer(b"\xc3\x41\x00")), ("0".to_owned(), "-1".to_owned()));
    let decimal = |value: &[u8]| item("bigDecimal", value).big_decimal.expect("a number").as_ref().to_owned();
    assert_eq!(decimal(b"\xc4\x82\x21\x19\x6a\xb3"), "273.15");
    assert_eq!(decimal(b"\xc4\x82\x22\x26"), "-0.007");
    assert_eq!(decimal(b"\xc4\x9f\x03\x05\xff"), "5e3");
    assert_eq!(decimal(b"\xc4\x82\x00\xc2\x41\x07"), "7");
    for value in [&b"\xc4\x81\x21"[..], b"\xc4\x83\x21\x01\x01", b"\xc4\x82\x61a\x01", b"\xc1\x01", b"\x01"] {
        assert!(read(&member("bigDecimal", value)).is_err(), "{value:x?}");
    }
}

#[test]
fn timestamps_are_exact_to_a_millisecond() {
    for (seconds, whole, millis) in [
        (1_763_844_604.129, 1_763_844_604, 129),
        (1_763_844_604.001, 1_763_844_604, 1),
        (1_763_844_604.123_456, 1_763_844_604, 123),
        (1_763_844_604.999_999_9, 1_763_844_605, 0),
        (-0.25, -1, 750),
        (-3.0, -3, 0),
    ] {
        let bytes = [&b"\xc1\xfb"[..], &f64::to_be_bytes(seconds)].concat();
        let expected = DateTime::from_secs_and_nanos(whole, millis * 1_000_000);
        assert_eq!(item("at", &bytes).at, Some(expected), "{seconds}");
    }
    assert_eq!(item("at", b"\xc1\xf9\x3e\x00").at, Some(DateTime::from_secs_and_nanos(1, 500_000_000)));
    assert_eq!(item("at", b"\xc1\x20").at, Some(DateTime::from_secs(-1)));
    for value in [
        &b"\xc1\xf9\x7e\x00"[..],
        b"\xc1\xfb\x7e\x37\xe4\x3c\x88\x00\x75\x9c",
        b"\xc1\x61a",
        b"\x01",
        b"\xc0\x01",
    ] {
        assert!(read(&member("at", value)).is_err(), "{value:x?}");
    }
}

/// Undefined is null, which is absent in structures.
#[test]
fn nulls_are_absent() {
    for null in [b"\xf6", b"\xf7"] {
        for name in ["name", "count", "tags", "inner", "choice", "new"] {
            assert_eq!(item(name, null), Item::default(), "{name}");
        }
        let list = [&b"\x82"[..], null, b"\x61a"].concat();
        assert_eq!(item("sparse", &list).sparse, Some(vec![None, Some("a".into())]));
        assert!(read(&member("tags", &list)).is_err());
        let mut lenient = CborReader::new(null).lenient(true);
        assert_eq!(Item::read(&mut lenient, &ITEM).expect("an empty output"), Item::default());
    }
    assert_eq!(read(b"").expect("an empty output"), Item::default());
}

#[test]
fn lengths_may_be_indefinite() {
    assert_eq!(item("name", b"\x7f\x61a\x60\x62bc\xff").name.as_deref(), Some("abc"));
    assert_eq!(item("blob", b"\x5f\x41a\x42bc\xff").blob, Some(Blob::new("abc")));
    assert_eq!(item("tags", b"\x9f\x61a\xff").tags, Some(vec!["a".into()]));
    assert_eq!(
        item("inner", b"\xbf\x65count\x05\x63new\x9f\xbf\xff\xff\xff").inner.expect("an item").count,
        Some(5)
    );
    for value in [&b"\x7f\x41a\xff"[..], b"\x7f\x7f\xff\xff", b"\x7f\x61a", b"\x1f", b"\xff"] {
        assert!(read(&member("name", value)).is_err(), "{value:x?}");
    }
}

#[test]
fn unions_have_one_variant() {
    let choice = |value: &[u8]| item("choice", value).choice;
    assert_eq!(choice(b"\xa1\x65count\x05"), Some(Choice::Count(5)));
    assert_eq!(choice(b"\xa2\x66__type\x61x\x65count\x05"), Some(Choice::Count(5)));
    assert_eq!(choice(b"\xa2\x65newer\x80\x65count\xf6"), Some(Choice::Unknown));
    for value in [&b"\xa0"[..], b"\xa1\x65count\xf6", b"\xa2\x65count\x05\x65newer\x01"] {
        assert!(
            read(&member("choice", value)).expect_err("a union").contains("expected one variant"),
            "{value:x?}"
        );
    }
}

#[test]
fn text_is_utf8() {
    assert!(read(&member("name", b"\x61\xff")).is_err());
    assert!(read(&member("name", b"\x41a")).expect_err("bytes").contains("found bytes in member `name`"));
}

/// Bytes that attack a reader.
#[test]
fn lengths_and_depths_are_limited() {
    let start = Instant::now();
    for opening in
        [&b"\x81"[..], b"\x9f", b"\xa1\x61a", b"\xbf\x61a", b"\xa1\x65inner", b"\xc1", b"\xa1\x63new\xd8\x20"]
    {
        read(&opening.repeat(100_000)).expect_err("it never ends");
        read(&member("new", &opening.repeat(100_000))).expect_err("it never ends");
    }
    for length in [
        &b"\x9b\xff\xff\xff\xff\xff\xff\xff\xff"[..],
        b"\xbb\x7f\xff\xff\xff\xff\xff\xff\xff",
        b"\x7b\xff\xff\xff\xff\xff\xff\xff\xff",
    ] {
        for name in ["tags", "labels", "name", "new", "items"] {
            read(&member(name, length)).expect_err("the bytes are missing");
        }
    }
    let number = [&b"\xc2\x5a\x00\x10\x00\x00"[..], &[0xff; 1 << 20]].concat();
    assert!(read(&member("bigInteger", &number)).expect_err("the length").contains("too long"));
    let longest = [&b"\xc3\x59\x10\x00"[..], &[0xff; 4096]].concat();
    assert_eq!(item("bigInteger", &longest).big_integer.expect("a number").as_ref().len(), 9866);
    assert!(start.elapsed() < Duration::from_secs(20));
}

#[test]
fn bytes_after_the_outer_map_are_an_error_if_strict() {
    for bytes in [&b"\xa0\x00"[..], b"\xbf\xff\xa0", b"\xa1\x65count\x07\xff"] {
        let strict = Item::read(&mut CborReader::new(bytes), &ITEM);
        assert!(strict.is_err(), "{bytes:x?}: {strict:?}");
        Item::read(&mut CborReader::new(bytes).lenient(true), &ITEM).expect("an item");
    }
    Item::read(&mut CborReader::new(b"\xa1\x65inner\xa0"), &ITEM).expect("an item in an item");
}

#[test]
fn documents_are_not_in_the_protocol() {
    let outcome = CborReader::new(b"\x01").read_document(&prelude::DOCUMENT);
    assert!(matches!(outcome, Err(SerdeError::UnsupportedOperation { .. })), "{outcome:?}");
}

/// Returns the values of an item without timestamps, whose fractions are exact only if they are ours.
fn without_times(mut item: Item) -> String {
    item.at = item.at.map(|_| DateTime::from_secs(0));
    let inner = item.inner.take().map(|inner| without_times(*inner));
    format!("{item:?} {inner:?}")
}

/// Writes random values of the types of the members.
fn value() -> impl Strategy<Value = Vec<u8>> {
    fn encoded(write: impl FnOnce(&mut Encoder)) -> Vec<u8> {
        let mut encoder = Encoder::new(Vec::new());
        write(&mut encoder);
        encoder.into_writer()
    }
    fn texts() -> impl Strategy<Value = &'static str> {
        prop::sample::select(&["", "a", "é😀", "a text that is longer than twenty-three bytes"][..])
    }
    let name = |names: &'static [&'static str]| prop::sample::select(names);
    let members = prop_oneof![
        (name(&["name", "renamed", "new"]), texts()).prop_map(|(name, text)| encoded(|to| {
            to.str(name).str(text);
        })),
        (name(&["byte", "count", "long", "bigInteger", "new"]), any::<i64>()).prop_map(|(name, value)| {
            encoded(|to| {
                to.str(name).long(value);
            })
        }),
        (name(&["count", "byte", "level"]), -130..130_i64).prop_map(|(name, value)| encoded(|to| {
            to.str(name).long(value);
        })),
        (name(&["double", "new"]), any::<f64>()).prop_map(|(name, value)| encoded(|to| {
            to.str(name).double(value);
        })),
        (name(&["float", "new"]), any::<f32>()).prop_map(|(name, value)| encoded(|to| {
            to.str(name).float(value);
        })),
        (name(&["flag", "name"]), any::<bool>()).prop_map(|(name, value)| encoded(|to| {
            to.str(name).boolean(value);
        })),
        (name(&["at"]), any::<i32>()).prop_map(|(name, value)| encoded(|to| {
            to.str(name).timestamp(&DateTime::from_secs(value.into()));
        })),
        (name(&["blob"]), any::<Vec<u8>>()).prop_map(|(name, value)| encoded(|to| {
            to.str(name).blob(&Blob::new(value));
        })),
        (name(&["tags", "keys", "new"]), prop::collection::vec(texts(), 0..4)).prop_map(|(name, values)| {
            encoded(|to| {
                to.str(name).array(values.len());
                for value in &values {
                    to.str(value);
                }
            })
        }),
    ];
    let map = |members: Vec<Vec<u8>>| {
        let mut encoder = Encoder::new(Vec::new());
        encoder.map(members.len());
        let mut bytes = encoder.into_writer();
        bytes.extend(members.concat());
        bytes
    };
    let nested = members.prop_recursive(3, 20, 5, move |inner| {
        prop::collection::vec(inner, 0..5).prop_map(move |members| {
            [
                encoded(|to| {
                    to.str("inner");
                }),
                map(members),
            ]
            .concat()
        })
    });
    prop::collection::vec(nested, 0..6).prop_map(map)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn readers_agree(bytes in value()) {
        let (ours, official) = (read(&bytes), official(&bytes));
        prop_assert_eq!(format!("{:?}", ours.as_ref().ok()), format!("{:?}", official.as_ref().ok()), "{:?} {:?}", &ours, &official);
    }

    #[test]
    fn changed_bytes_are_read_or_refused(bytes in value(), changes in prop::collection::vec(any::<(prop::sample::Index, u8)>(), 1..4)) {
        let mut bytes = bytes;
        for (index, byte) in changes {
            let at = index.index(bytes.len());
            bytes[at] = byte;
        }
        if let (Ok(official), Ok(ours)) = (official(&bytes), read(&bytes)) {
            prop_assert_eq!(without_times(ours), without_times(official));
        }
    }
}
