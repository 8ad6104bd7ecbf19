//! Values that models may write as strings: bytes, timestamps and numbers.

use crate::source::{Number, Value};

/// Parses bytes in base64 with padding. Source: RFC 4648, section 4.
pub(super) fn base64(text: &str) -> Option<Vec<u8>> {
    let digits = text.trim_end_matches('=');
    let padding = text.len() - digits.len();
    if !text.len().is_multiple_of(4) || padding > 2 {
        return None;
    }
    let mut bytes = Vec::new();
    let (mut bits, mut held) = (0_u32, 0);
    for digit in digits.bytes() {
        bits = bits << 6 | u32::from(sextet(digit)?);
        held += 6;
        if held >= 8 {
            held -= 8;
            bytes.push(u8::try_from(bits >> held).ok()?);
            bits &= (1 << held) - 1;
        }
    }
    // The remaining bits of the last digit must be zero.
    (bits == 0).then_some(bytes)
}

fn sextet(digit: u8) -> Option<u8> {
    match digit {
        b'A'..=b'Z' => Some(digit - b'A'),
        b'a'..=b'z' => Some(digit - b'a' + 26),
        b'0'..=b'9' => Some(digit - b'0' + 52),
        b'+' => Some(62),
        b'/' => Some(63),
        _ => None,
    }
}

/// Reads a floating point number of 64 bits. JSON has no literals for three of them, which are strings in Smithy.
pub(super) fn double(value: &Value) -> Option<f64> {
    match value {
        Value::String(text) => not_finite(text),
        value => value.as_f64(),
    }
}

/// Reads a floating point number of 32 bits.
pub(super) fn float(value: &Value) -> Option<f32> {
    #[expect(clippy::cast_possible_truncation, reason = "both types have the three values")]
    match value {
        Value::String(text) => not_finite(text).map(|number| number as f32),
        value => value.as_number()?.as_f32(),
    }
}

fn not_finite(text: &str) -> Option<f64> {
    match text {
        "NaN" => Some(f64::NAN),
        "Infinity" => Some(f64::INFINITY),
        "-Infinity" => Some(f64::NEG_INFINITY),
        _ => None,
    }
}

/// Parses `1985-04-12T23:20:50.52Z`: seconds since 1970, and nanoseconds on top. Source: RFC 3339, section 5.6; as in
/// `smithy.api#timestampFormat`, the only offset is `Z`.
pub(super) fn timestamp(text: &str) -> Option<(i64, u32)> {
    let (date, time) = text.strip_suffix('Z')?.split_once('T')?;
    let [year, month, day] = numbers(date, '-', [4, 2, 2])?;
    let (time, fraction) = match time.split_once('.') {
        Some((time, fraction)) => (time, nanos(fraction)?),
        None => (time, 0),
    };
    let [hour, minute, second] = numbers(time, ':', [2, 2, 2])?;
    let fits = (1..=12).contains(&month) && (1..=days(year, month)).contains(&day);
    let fits = fits && hour < 24 && minute < 60 && second < 60;
    let days = days_since_1970(year, month, day);
    fits.then_some((days * 86_400 + hour * 3600 + minute * 60 + second, fraction))
}

/// Parses three numbers with these counts of digits, separated by a character.
fn numbers(text: &str, separator: char, digits: [usize; 3]) -> Option<[i64; 3]> {
    let mut parts = text.split(separator);
    let mut next = |digits: usize| {
        let part = parts.next()?;
        (part.len() == digits && is_digits(part)).then(|| part.parse().ok())?
    };
    let numbers = [next(digits[0])?, next(digits[1])?, next(digits[2])?];
    parts.next().is_none().then_some(numbers)
}

fn nanos(fraction: &str) -> Option<u32> {
    let fits = is_digits(fraction) && fraction.len() <= 9;
    fits.then(|| format!("{fraction:0<9}").parse().ok())?
}

fn days(year: i64, month: i64) -> i64 {
    let leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    match month {
        2 if leap => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

/// Counts the days of the Gregorian calendar, counted in years that begin in March, so that the leap day comes last.
fn days_since_1970(year: i64, month: i64, day: i64) -> i64 {
    let year = if month <= 2 { year - 1 } else { year };
    let day_of_year = (153 * ((month + 9) % 12) + 2) / 5 + day - 1;
    let leap_days = year.div_euclid(4) - year.div_euclid(100) + year.div_euclid(400);
    year * 365 + leap_days + day_of_year - 719_468
}

fn is_digits(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())
}

/// The maximum number of digits of a big integer that is written with an exponent.
const MAX_DIGITS: usize = 4096;

/// Returns the digits of a big integer, which may be a number or a string.
pub(super) fn big_integer(value: &Value) -> Option<String> {
    match value {
        Value::Number(number) if is_big_integer(number.as_str()) => Some(number.to_string()),
        Value::Number(number) => number.integer_digits(MAX_DIGITS),
        Value::String(digits) => is_big_integer(digits).then(|| digits.clone()),
        _ => None,
    }
}

/// Returns a big decimal, which may be a number or a string, as it is written.
pub(super) fn big_decimal(value: &Value) -> Option<String> {
    let digits = match value {
        Value::Number(number) => number.as_str(),
        Value::String(digits) => digits,
        _ => return None,
    };
    is_big_decimal(digits).then(|| digits.to_owned())
}

/// Returns the time of a number of seconds: whole seconds since 1970, and nanoseconds on top.
pub(super) fn seconds(number: &Number) -> Option<(i64, u32)> {
    const NANOS: i128 = 1_000_000_000;
    let nanos = number.rounded(9)?;
    let seconds = i64::try_from(nanos.div_euclid(NANOS)).ok()?;
    Some((seconds, u32::try_from(nanos.rem_euclid(NANOS)).ok()?))
}

/// Returns true if Rust types hold every number in a document.
pub(super) fn is_document(value: &Value) -> bool {
    match value {
        Value::Null | Value::Bool(_) | Value::String(_) => true,
        Value::Number(number) => number.as_f64().is_some(),
        Value::Array(elements) => elements.iter().all(is_document),
        Value::Object(entries) => entries.values().all(is_document),
    }
}

/// Returns true if `aws_smithy_types::BigInteger` parses the string.
fn is_big_integer(text: &str) -> bool {
    is_digits(text.strip_prefix('-').unwrap_or(text))
}

/// Returns true if `aws_smithy_types::BigDecimal` parses the string, with exponents of 32 bits.
fn is_big_decimal(text: &str) -> bool {
    let (coefficient, exponent) = text.split_once(['e', 'E']).unwrap_or((text, "0"));
    let coefficient = coefficient.strip_prefix(['-', '+']).unwrap_or(coefficient);
    let (integer, fraction) = coefficient.split_once('.').unwrap_or((coefficient, ""));
    is_digits(&format!("{integer}{fraction}")) && exponent.parse::<i32>().is_ok()
}

#[cfg(test)]
mod tests {
    use super::{
        base64, big_decimal, big_integer, is_big_decimal, is_big_integer, is_document, seconds, timestamp,
    };
    use crate::source::{Number, Value, json};

    #[test]
    fn base64_is_parsed_and_everything_else_refused() {
        let good: [(&str, &[u8]); 6] = [
            ("", b""),
            ("Zg==", b"f"),
            ("Zm8=", b"fo"),
            ("Zm9v", b"foo"),
            ("Zm9vYmFy", b"foobar"),
            ("+/+/", &[0xfb, 0xff, 0xbf]),
        ];
        for (text, bytes) in good {
            assert_eq!(base64(text).as_deref(), Some(bytes), "{text}");
        }
        for text in ["Z", "Zg", "Zg=", "Zg===", "Zh==", "Z===", "====", "Zm9-", "Zm 9", "=Zm9"] {
            assert_eq!(base64(text), None, "{text}");
        }
    }

    #[test]
    fn timestamps_are_parsed_and_everything_else_refused() {
        let good = [
            ("1970-01-01T00:00:00Z", (0, 0)),
            ("1985-04-12T23:20:50.52Z", (482_196_050, 520_000_000)),
            ("2026-01-01T00:00:00Z", (1_767_225_600, 0)),
            ("2000-02-29T12:00:00.000000001Z", (951_825_600, 1)),
            ("1969-12-31T23:59:59Z", (-1, 0)),
            ("0000-01-01T00:00:00Z", (-62_167_219_200, 0)),
            ("9999-12-31T23:59:59Z", (253_402_300_799, 0)),
        ];
        for (text, expected) in good {
            assert_eq!(timestamp(text), Some(expected), "{text}");
        }
        let bad = [
            "",
            "now",
            "1985-04-12",
            "1985-04-12T23:20:50",
            "1985-04-12T23:20:50+01:00",
            "1985-02-29T00:00:00Z",
            "1985-13-01T00:00:00Z",
            "1985-04-31T00:00:00Z",
            "1985-04-12T24:00:00Z",
            "1985-04-12T23:20:50.Z",
            "1985-04-12T23:20:50.0000000001Z",
            "1985-4-12T23:20:50Z",
            "+985-04-12T23:20:50Z",
            "1985-04-12T23:20:50:00Z",
        ];
        for text in bad {
            assert_eq!(timestamp(text), None, "{text}");
        }
    }

    fn number(text: &str) -> Number {
        Number::parse(text).expect("the text is a number")
    }

    #[test]
    fn big_numbers_keep_every_digit() {
        for (text, integer, decimal) in [
            ("123456789012345678901234567890", Some("123456789012345678901234567890"), true),
            ("9007199254740993.25", None, true),
            ("1e2", Some("100"), true),
            ("-0.0", Some("0"), true),
            ("1.5E+9999", None, true),
            ("1e999999999", None, true),
            ("1e9999999999", None, false),
        ] {
            let value = Value::Number(number(text));
            assert_eq!(big_integer(&value).as_deref(), integer, "{text}");
            assert_eq!(big_decimal(&value).is_some_and(|it| it == text), decimal, "{text}");
        }
        assert_eq!(big_integer(&json!("1e2")), None);
    }

    #[test]
    fn times_of_numbers_are_exact() {
        for (text, expected) in [
            ("1482196050.129", Some((1_482_196_050, 129_000_000))),
            ("-0.25", Some((-1, 750_000_000))),
            ("1e3", Some((1000, 0))),
            ("1e30", None),
        ] {
            assert_eq!(seconds(&number(text)), expected, "{text}");
        }
    }

    #[test]
    fn documents_have_numbers_of_64_bits() {
        let document = |text| json!({ "a": [Value::Number(number(text))] });
        assert!(is_document(&document("9007199254740993.25")));
        assert!(!is_document(&document("1e999")));
    }

    #[test]
    fn big_numbers_are_recognized() {
        for text in ["0", "-12", "00123", "123456789012345678901234567890"] {
            assert!(is_big_integer(text) && is_big_decimal(text), "{text}");
        }
        for text in ["+5", ".5", "5.", "-1.25e-10", "1e+30"] {
            assert!(!is_big_integer(text) && is_big_decimal(text), "{text}");
        }
        for text in ["", "-", ".", "e1", "1e", "1.2.3", "--5", "0x1", "1e99999999999", "NaN", "١"] {
            assert!(!is_big_integer(text) && !is_big_decimal(text), "{text}");
        }
    }
}
