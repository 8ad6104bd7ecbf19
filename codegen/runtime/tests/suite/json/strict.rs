//! Texts that only a lenient reader takes.

use super::read;

fn is_refused(text: &str) {
    let outcome = read(text.as_bytes(), false);
    assert!(outcome.is_err(), "{text}: {outcome:?}");
}

/// The format of `at` is that of the protocol: seconds since the epoch.
#[test]
fn timestamps_have_the_format_of_the_model() {
    for text in [
        r#"{"at":"2026-11-22T20:50:04Z"}"#,
        r#"{"at":"1795380604"}"#,
        r#"{"epoch":"1795380604"}"#,
        r#"{"date":1795380604}"#,
        r#"{"date":"2026-11-22T20:50:04Z"}"#,
    ] {
        is_refused(text);
        read(text.as_bytes(), true).expect(text);
    }
    for text in [r#"{"at":1795380604.5}"#, r#"{"epoch":7}"#, r#"{"date":"Sun, 22 Nov 2026 20:50:04 GMT"}"#] {
        read(text.as_bytes(), false).expect(text);
    }
}

#[test]
fn numbers_have_the_grammar_of_json() {
    for number in ["01", "-01", "1.", "-.5", "+1", "1e", "1.e5", "-"] {
        for member in ["count", "double", "float", "bigInteger", "bigDecimal", "at", "new"] {
            is_refused(&format!("{{\"{member}\":{number}}}"));
        }
    }
}

#[test]
fn documents_have_numbers_of_json() {
    use aws_smithy_schema::{prelude, serde::ShapeDeserializer as _};
    use tinsmith_runtime::wire::JsonReader;

    for number in ["01", "1.", "-.5", "+1"] {
        for is_lenient in [false, true] {
            let outcome =
                JsonReader::new(number.as_bytes()).lenient(is_lenient).read_document(&prelude::DOCUMENT);
            assert!(outcome.is_err(), "{number}: {outcome:?}");
        }
    }
}

#[test]
fn control_characters_in_strings_are_escaped() {
    for text in ["{\"name\":\"a\nb\"}", "{\"new\":\"\u{1}\"}", "{\"a\tb\":1}", "{\"new\":{\"a\u{0}\":1}}"] {
        is_refused(text);
        read(text.as_bytes(), true).expect(text);
    }
    read("{\"name\":\"\u{7f}\"}".as_bytes(), false).expect("a character that is not escaped");
}

/// The official reader takes both forms, too.
#[test]
fn big_numbers_may_be_strings() {
    let item = read(br#"{"bigInteger":"5","bigDecimal":"0.5"}"#, false).expect("an item");
    assert_eq!(item.big_integer.expect("a number").as_ref(), "5");
}
