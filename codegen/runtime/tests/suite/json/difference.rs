//! This reader and that of the official crates, on random texts.

use aws_smithy_json::codec::{JsonCodec, JsonCodecSettings};
use aws_smithy_schema::codec::Codec as _;
use proptest::{
    collection::vec, prelude::*, sample::select, strategy::ValueTree as _, test_runner::TestRunner,
};
use tinsmith_runtime::wire::Readable as _;

use super::read;
use crate::xml::sample::{ITEM, Item};

fn official(text: &[u8]) -> Result<Item, String> {
    let settings =
        JsonCodecSettings::builder().strict_timestamp_formats(true).enforce_strictness(true).build();
    let codec = JsonCodec::new(settings);
    Item::read(&mut codec.create_deserializer(text), &ITEM).map_err(|error| error.to_string())
}

/// Without the fractions of timestamps, which the official reader computes by floats.
fn comparable(item: &Item) -> String {
    let mut item = item.clone();
    for timestamp in [&mut item.at, &mut item.epoch, &mut item.date].into_iter().flatten() {
        timestamp.set_subsec_nanos(timestamp.subsec_nanos() / 1000 * 1000);
    }
    let inner = item.inner.take().map(|inner| comparable(&inner));
    let items: Option<Vec<_>> = item.items.take().map(|items| items.iter().map(comparable).collect());
    // Maps have no order, and numbers that are not equal to themselves are.
    let mut labels: Vec<_> = item.labels.take().into_iter().flatten().collect();
    let mut counts: Vec<_> = item.counts.take().into_iter().flatten().collect();
    labels.sort();
    counts.sort();
    format!("{item:?} {inner:?} {items:?} {labels:?} {counts:?}")
}

fn outcome(item: &Result<Item, String>) -> Option<String> {
    item.as_ref().ok().map(comparable)
}

/// A member with a value of its type.
fn valid_member() -> impl Strategy<Value = String> {
    let member = |names: &'static [&'static str], values: &'static [&'static str]| {
        (select(names), select(values)).prop_map(|(name, value)| format!("\"{name}\":{value}"))
    };
    prop_oneof![
        member(
            &["name", "renamed", "kind", "na\\u006de"],
            &["\"\"", "\"a b\"", "\"\\n\\ud83d\\ude00é\"", "null"]
        ),
        member(&["byte", "short", "count", "long", "level"], &["0", "-5", "127", "null"]),
        member(&["bigInteger"], &["0", "123456789012345678901234567890", "\"-5\""]),
        member(&["bigDecimal"], &["1.50", "1e400", "\"0.1\""]),
        member(&["float", "double"], &["1.5", "\"-Infinity\"", "1e5", "0", "-0.0"]),
        member(&["flag"], &["true", "false"]),
        member(&["at", "epoch"], &["1795380604", "1.25", "-1.5", "1e3"]),
        member(&["date"], &["\"Sun, 22 Nov 2026 20:50:04 GMT\""]),
        member(&["blob"], &["\"\"", "\"aGk=\""]),
        member(&["tags", "keys"], &["[]", "[\"a\", \"b\"]"]),
        member(&["sparse"], &["[null, \"a\"]"]),
        member(&["groups"], &["[[], [\"a\"]]"]),
        member(&["labels"], &["{}", "{\"a\":\"b\",\"\\u0061\":\"c\"}"]),
        member(&["counts"], &["{\"a\" : 1 }"]),
        member(&["choice"], &["{\"count\":1}", "{\"newer\":[{}]}", "{\"nothing\":{\"a\":1}}"]),
        member(&["new", "__type"], &["{\"a\":[1,2.5e-3,true,null,\"\\\"\"]}", "null", "\"x\"", "-0"]),
    ]
}

/// A member whose value may have another type.
fn odd_member() -> impl Strategy<Value = String> {
    let names = [
        "name",
        "flag",
        "byte",
        "count",
        "double",
        "bigInteger",
        "blob",
        "at",
        "date",
        "tags",
        "labels",
        "inner",
        "choice",
        "new",
    ];
    let values = [
        "1",
        "-129",
        "1.5",
        "1e2",
        "\"1\"",
        "\"true\"",
        "true",
        "null",
        "[]",
        "{}",
        "[1]",
        "\"%\"",
        "01",
        "tru",
        "\"\\ud800\"",
        "NaN",
        "99999999999999999999",
        "[\"a\",]",
        "{,}",
        "\"2026-11-22\"",
        "\"2026-11-22T20:50:04Z\"",
    ];
    (select(names.to_vec()), select(values.to_vec())).prop_map(|(name, value)| format!("\"{name}\":{value}"))
}

fn object(members: impl Strategy<Value = String>) -> impl Strategy<Value = String> {
    let space = select(&["", " ", "\n\t"][..]);
    (vec(members, 0..10), space).prop_map(|(members, space)| {
        format!("{space}{{{space}{}{space}}}{space}", members.join(&format!("{space},{space}")))
    })
}

/// Objects that nest.
fn text(odd: u32) -> impl Strategy<Value = String> {
    let member = prop_oneof![20 => valid_member(), odd => odd_member()];
    let members = member.prop_recursive(4, 40, 8, |inner| {
        prop_oneof![
            object(inner.clone()).prop_map(|object| format!("\"inner\":{object}")),
            vec(object(inner), 0..3).prop_map(|objects| format!("\"items\":[{}]", objects.join(","))),
        ]
    });
    object(members)
}

/// Returns whether the readers differ on purpose: numbers that JSON lacks, and unions.
fn differs_on_purpose(outcome: &Result<Item, String>) -> bool {
    matches!(outcome, Err(error) if error.contains("expected one variant"))
}

fn config() -> ProptestConfig {
    let cases = std::env::var("PROPTEST_CASES").ok().and_then(|cases| cases.parse().ok()).unwrap_or(400);
    ProptestConfig { cases, failure_persistence: None, ..ProptestConfig::default() }
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn readers_agree(text in text(1)) {
        let (ours, official) = (read(text.as_bytes(), false), official(text.as_bytes()));
        if differs_on_purpose(&official) {
            return Ok(());
        }
        prop_assert_eq!(outcome(&ours), outcome(&official), "{}: {:?} {:?}", text, &ours, &official);
    }

    #[test]
    fn lenient_readers_change_no_value_that_is_valid(text in text(1)) {
        if let Ok(item) = read(text.as_bytes(), false) {
            let lenient = read(text.as_bytes(), true).map(|item| comparable(&item));
            prop_assert_eq!(Ok(comparable(&item)), lenient, "{}", text);
        }
    }

    #[test]
    fn changed_texts_are_read_or_refused(
        text in text(4),
        changes in vec((any::<prop::sample::Index>(), select(&["\"", "\\", "{", "}", "[", ",", ":", "-", "é"][..])), 1..4),
    ) {
        let mut bytes = text.into_bytes();
        for (index, change) in changes {
            let at = index.index(bytes.len());
            bytes.splice(at..=at, change.bytes());
        }
        let (strict, lenient) = (read(&bytes, false), read(&bytes, true));
        prop_assert!(strict.is_err() || lenient.is_ok());
        let cut = bytes.len() / 2;
        let _ = (read(&bytes[..cut], false), read(&bytes[cut..], true));
    }
}

/// Otherwise the properties above would compare errors only.
#[test]
fn many_random_texts_are_valid() {
    let mut runner = TestRunner::deterministic();
    let valid = (0..200).filter(|_| {
        let text = text(1).new_tree(&mut runner).expect("a tree").current();
        text.len() > 100 && read(text.as_bytes(), false).is_ok()
    });
    let count = valid.count();
    assert!(count > 40, "{count}");
}

/// The texts on which the readers differ on purpose. If one fails, the official reader has changed.
#[test]
fn differences_have_reasons() {
    for (text, ours_reads) in [
        // Exact fractions.
        (r#"{"at":1763844604.129}"#, true),
        // Only the words of the specification.
        (r#"{"double":"inf"}"#, false),
        // A float of 32 bits would be infinite.
        (r#"{"float":1e39}"#, false),
        // Out of range.
        (r#"{"double":1e400}"#, false),
    ] {
        let (ours, official) = (read(text.as_bytes(), false), official(text.as_bytes()));
        assert_eq!(ours.is_ok(), ours_reads, "{text}: {ours:?}");
        assert_ne!(ours.ok(), official.ok(), "{text}");
    }
}
