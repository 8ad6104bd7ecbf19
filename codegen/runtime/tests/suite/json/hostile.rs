//! Texts that attack a reader. Their size makes a quadratic reader exceed the time limit by far.

use super::read;
use crate::in_time::in_time;

const COUNT: usize = 100_000;

#[test]
fn deep_values_are_errors() {
    for text in ["[", "{\"a\":", "{\"inner\":", "{\"items\":[", "{\"groups\":[", "{\"new\":[[{\"a\":"] {
        for is_lenient in [false, true] {
            in_time(|| read(text.repeat(COUNT).as_bytes(), is_lenient).expect_err(text));
        }
    }
    let depth = |depth: usize| format!("{}{}", "{\"inner\":".repeat(depth), "}".repeat(depth));
    let text = depth(127).replace(":}", ":{}}");
    read(text.as_bytes(), false).expect("128 objects");
    let error = read(depth(129).replace(":}", ":{}}").as_bytes(), false).expect_err("130 objects");
    assert!(error.contains("nested too deeply"), "{error}");
}

#[test]
fn many_values_take_linear_time() {
    let members: String = (0..COUNT).map(|index| format!("\"x{index}\":[1,{{}}],")).collect();
    let item = in_time(|| read(format!("{{{members}\"count\":7}}").as_bytes(), true)).expect("an item");
    assert_eq!(item.count, Some(7));
    let repeated = "\"name\":\"a\\u0062\",\"count\":\"7\",\"at\":\"soon\",".repeat(COUNT);
    let item = in_time(|| read(format!("{{{repeated}\"level\":1}}").as_bytes(), true)).expect("an item");
    assert_eq!((item.name.as_deref(), item.level), (Some("ab"), Some(1)));
}

#[test]
fn long_numbers_take_linear_time() {
    let digits = "1".repeat(COUNT);
    for number in
        [digits.clone(), format!("0.{digits}e{COUNT}"), format!("{digits}e-{COUNT}"), format!("1e{digits}")]
    {
        for member in ["bigInteger", "bigDecimal", "long", "double", "at", "name"] {
            for value in [number.clone(), format!("\"{number}\"")] {
                let text = format!("{{\"{member}\":{value}}}");
                let outcome = in_time(|| read(text.as_bytes(), true));
                let is_read = matches!(member, "bigInteger" | "bigDecimal" | "name") && number == digits;
                assert!(!is_read || outcome.is_ok(), "{member}: {outcome:?}");
            }
        }
    }
}

#[test]
fn bytes_that_are_not_utf8_are_errors() {
    for text in [
        &b"{\"name\":\"\xff\"}"[..],
        b"{\"new\":\"\xff\"}",
        b"\xff",
        b"{\"name\":\"a\"}\xff",
        b"{\"\xc3\":1}",
    ] {
        let error = read(text, true).expect_err("bytes that are not text");
        assert!(error.contains("not UTF-8"), "{error}");
    }
}
