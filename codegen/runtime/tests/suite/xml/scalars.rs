//! Numbers, booleans, blobs, timestamps.

use aws_smithy_types::DateTime;

use super::{item, read, sample::Item};

#[test]
fn whitespace_around_scalars_is_ignored() {
    let item = item(
        "<count> 1\n</count><flag>\n true </flag><double> 1.5 </double><at> 2026-11-22T20:50:04Z </at>
         <bigInteger> 1 </bigInteger><blob> aGk=\n</blob>",
    );
    assert_eq!((item.count, item.flag, item.double), (Some(1), Some(true), Some(1.5)));
    assert_eq!(item.at, Some(DateTime::from_secs(1_795_380_604)));
    assert_eq!(item.big_integer.unwrap().as_ref(), "1");
    assert_eq!(item.blob.unwrap().as_ref(), b"hi");
}

#[test]
fn numbers_have_the_range_of_their_type() {
    let limits =
        item("<byte>-128</byte><short>32767</short><count>+5</count><long>-9223372036854775808</long>");
    assert_eq!((limits.byte, limits.short), (Some(-128), Some(32767)));
    assert_eq!((limits.count, limits.long), (Some(5), Some(i64::MIN)));
    for content in
        ["<byte>128</byte>", "<short>-32769</short>", "<count>2147483648</count>", "<float>1e39</float>"]
    {
        let error = read(content).expect_err(content);
        assert!(error.contains("out of range") && !error.contains(char::is_numeric), "{content}: {error}");
    }
}

#[test]
fn big_numbers_keep_their_digits() {
    let digits = "123456789012345678901234567890";
    let item = item(&format!("<bigInteger>{digits}</bigInteger><bigDecimal>{digits}.10</bigDecimal>"));
    assert_eq!(item.big_integer.unwrap().as_ref(), digits);
    assert_eq!(item.big_decimal.unwrap().as_ref(), format!("{digits}.10"));
}

#[test]
fn floats_have_three_words() {
    let words = item("<float>-Infinity</float><double>Infinity</double>");
    assert_eq!((words.float, words.double), (Some(f32::NEG_INFINITY), Some(f64::INFINITY)));
    assert!(item("<double>NaN</double>").double.unwrap().is_nan());
    assert_eq!(item("<float>0.1</float>").float, Some(0.1));
    for word in ["inf", "nan", "infinity", "-", "", "e"] {
        read(&format!("<double>{word}</double>")).expect_err(word);
    }
}

#[test]
fn blobs_may_be_broken_into_lines() {
    assert_eq!(item("<blob>\n  aGVs\n  bG8=\n</blob>").blob.unwrap().as_ref(), b"hello");
}

#[test]
fn timestamps_have_the_format_of_their_member() {
    let item = item(
        "<at>2026-11-22T21:50:04.25+01:00</at><epoch>1795380604.5</epoch><date>Sun, 22 Nov 2026 20:50:04 GMT</date>",
    );
    assert_eq!(item.at, Some(DateTime::from_secs_and_nanos(1_795_380_604, 250_000_000)));
    assert_eq!(item.epoch, Some(DateTime::from_secs_and_nanos(1_795_380_604, 500_000_000)));
    assert_eq!(item.date, Some(DateTime::from_secs(1_795_380_604)));
}

#[test]
fn other_text_is_a_type_mismatch_that_does_not_show_it() {
    for (member, expected) in [
        ("count", "a whole number"),
        ("flag", "a boolean"),
        ("double", "a number"),
        ("bigInteger", "a whole number"),
        ("bigDecimal", "a decimal number"),
        ("blob", "a base64 string"),
        ("at", "a timestamp"),
    ] {
        let message =
            |found| format!("type mismatch: expected {expected}, found {found} text in member `{member}`");
        assert_eq!(read(&format!("<{member}>%secret</{member}>")).unwrap_err(), message("other"));
        if member != "blob" {
            assert_eq!(read(&format!("<{member}/>")).unwrap_err(), message("no"));
        }
    }
}

#[test]
fn words_of_lenient_readers_are_errors() {
    for content in [
        "<flag>True</flag>",
        "<flag>1</flag>",
        "<count>1.0</count>",
        "<at>1795380604</at>",
        "<at>2026-11-22 20:50:04</at>",
    ] {
        read(content).expect_err(content);
    }
    assert_eq!(read(""), Ok(Item::default()));
}
