//! Numbers.

use std::{
    num::{IntErrorKind, ParseIntError},
    str::FromStr,
};

use aws_smithy_schema::serde::SerdeError;
use aws_smithy_types::{BigDecimal, BigInteger, big_number::BigNumberError};

use super::other;

/// Words for floats that are not finite numbers.
pub(in crate::wire) const WORDS: [&str; 3] = ["NaN", "Infinity", "-Infinity"];

/// Maximum number of digits of a big integer that is written with an exponent.
const MAX_DIGITS: i64 = 10_000;

/// Parses an integer, which may have a fraction of zeros or an exponent.
pub(in crate::wire) fn integer<T: TryFrom<i64>>(text: &str, target: &str) -> Result<T, SerdeError> {
    let text = text.trim();
    let overflow = || SerdeError::numeric_coercion_overflow(target, text);
    let value = match text.parse::<i64>() {
        Ok(value) => value,
        Err(error) if is_overflow(&error) => return Err(overflow()),
        Err(_) => match Decimal::parse(text).ok_or_else(|| other("a whole number", text))?.whole(20) {
            Whole::Digits(digits) => digits.parse().map_err(|_| overflow())?,
            Whole::TooMany => return Err(overflow()),
            Whole::Fraction => return Err(other("a whole number", text)),
        },
    };
    T::try_from(value).map_err(|_| overflow())
}

/// Returns the error for a number that is not an integer of 64 bits.
#[cold]
pub(in crate::wire) fn strict_integer(error: &ParseIntError, text: &str, target: &str) -> SerdeError {
    if is_overflow(error) {
        SerdeError::numeric_coercion_overflow(target, text)
    } else {
        other("a whole number", text)
    }
}

fn is_overflow(error: &ParseIntError) -> bool {
    matches!(error.kind(), IntErrorKind::PosOverflow | IntErrorKind::NegOverflow)
}

/// Parses an integer of any size. All digits are kept.
pub(in crate::wire) fn big_integer(text: &str) -> Result<BigInteger, SerdeError> {
    let other = || other("a whole number", text);
    match Decimal::parse(text).ok_or_else(other)?.whole(MAX_DIGITS) {
        Whole::Digits(digits) => digits.parse().map_err(|_| other()),
        Whole::TooMany => Err(SerdeError::numeric_coercion_overflow("bigInteger", text)),
        Whole::Fraction => Err(other()),
    }
}

/// Parses a big decimal. All digits are kept.
pub(in crate::wire) fn big_decimal(text: &str) -> Result<BigDecimal, SerdeError> {
    text.parse().map_err(|error| match error {
        BigNumberError::ExponentOutOfRange(_) => SerdeError::numeric_coercion_overflow("bigDecimal", text),
        _ => other("a decimal number", text),
    })
}

/// Parses a float of 32 or 64 bits, which is rounded once. Rust would also take words such as `inf`; Smithy has three of them.
pub(in crate::wire) fn float<T: FromStr + Into<f64> + Copy>(
    text: &str,
    target: &str,
) -> Result<T, SerdeError> {
    let text = text.trim();
    let is_word = WORDS.contains(&text);
    if !is_word && !text.bytes().any(|byte| byte.is_ascii_digit()) {
        return Err(other("a number", text));
    }
    let number: T = text.parse().map_err(|_| other("a number", text))?;
    if !is_word && number.into().is_infinite() {
        return Err(SerdeError::numeric_coercion_overflow(target, text));
    }
    Ok(number)
}

/// Converts a number to a float of 32 bits, unless it is out of range.
#[expect(clippy::cast_possible_truncation, reason = "the range is checked")]
pub(in crate::wire) fn narrow(double: f64) -> Result<f32, SerdeError> {
    let float = double as f32;
    if float.is_infinite() && double.is_finite() {
        return Err(SerdeError::numeric_coercion_overflow("float", double.to_string()));
    }
    Ok(float)
}

/// A decimal number, whose value is that of its digits times a power of ten.
pub(super) struct Decimal<'a> {
    is_negative: bool,
    /// Digits before the point.
    before: &'a str,
    /// Digits after the point.
    after: &'a str,
    exponent: i64,
}

/// A number as an integer.
enum Whole {
    Digits(String),
    TooMany,
    Fraction,
}

impl<'a> Decimal<'a> {
    pub(super) fn parse(text: &'a str) -> Option<Self> {
        let unsigned = text.strip_prefix(['-', '+']).unwrap_or(text);
        let (mantissa, exponent) = match unsigned.split_once(['e', 'E']) {
            Some((mantissa, exponent)) => (mantissa, parse_exponent(exponent)?),
            None => (unsigned, 0),
        };
        let (before, after) = mantissa.split_once('.').unwrap_or((mantissa, ""));
        let is_digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
        let is_number = is_digits(before) && is_digits(after) && before.len() + after.len() > 0;
        let is_negative = text.starts_with('-');
        is_number.then_some(Self { is_negative, before, after, exponent })
    }

    fn is_zero(&self) -> bool {
        self.digits().all(|digit| digit == b'0')
    }

    fn digits(&self) -> impl Iterator<Item = u8> + use<'a> {
        self.before.bytes().chain(self.after.bytes())
    }

    /// Number of digits before the point after the exponent has been applied. Zeros at the start count.
    fn length(&self) -> i64 {
        i64::try_from(self.before.len()).unwrap_or(i64::MAX).saturating_add(self.exponent)
    }

    /// Returns the number as an integer of at most `max` digits, besides zeros at the start.
    fn whole(&self, max: i64) -> Whole {
        if self.is_zero() {
            return Whole::Digits("0".to_owned());
        }
        let length = self.length();
        let zeros = self.digits().take_while(|digit| *digit == b'0').count();
        if length.saturating_sub(i64::try_from(zeros).unwrap_or(i64::MAX)) > max {
            return Whole::TooMany;
        }
        let length = usize::try_from(length).unwrap_or(0);
        if self.digits().skip(length).any(|digit| digit != b'0') {
            return Whole::Fraction;
        }
        let digits = self.digits().chain(std::iter::repeat(b'0')).take(length).skip(zeros).map(char::from);
        let sign = self.is_negative.then_some('-');
        Whole::Digits(sign.into_iter().chain(digits).collect())
    }

    /// Returns whole seconds, rounded down, and nanoseconds. Smaller fractions are truncated.
    pub(super) fn seconds_and_nanos(&self) -> Option<(i64, u32)> {
        if self.is_zero() {
            return Some((0, 0));
        }
        let length = self.length();
        // No timestamp has more digits. A number with fewer than none is smaller than a nanosecond.
        if length > MAX_DIGITS {
            return None;
        }
        let zeros = usize::try_from(length.saturating_neg()).unwrap_or(0).min(9);
        let length = usize::try_from(length).unwrap_or(0);
        let padded = || std::iter::repeat_n(b'0', zeros).chain(self.digits()).chain(std::iter::repeat(b'0'));
        let number = |value: i64, digit: u8| value.checked_mul(10)?.checked_add(i64::from(digit - b'0'));
        let seconds = padded().take(length).try_fold(0, number)?;
        let nanos = u32::try_from(padded().skip(length).take(9).try_fold(0, number)?).ok()?;
        match (self.is_negative, nanos) {
            (false, nanos) => Some((seconds, nanos)),
            (true, 0) => Some((-seconds, 0)),
            (true, nanos) => Some((-seconds - 1, 1_000_000_000 - nanos)),
        }
    }
}

/// Parses an exponent. One that is too large for any number is replaced by another.
fn parse_exponent(text: &str) -> Option<i64> {
    const MAX: i64 = 1 << 40;
    match text.parse::<i64>() {
        Ok(exponent) => Some(exponent.clamp(-MAX, MAX)),
        Err(error) if is_overflow(&error) => Some(if text.starts_with('-') { -MAX } else { MAX }),
        Err(_) => None,
    }
}
