//! JSON numbers as they are written, of any size.

use std::fmt;

/// A JSON number. Its text is kept, because no type of Rust holds every number.
///
/// Two numbers are equal if their values are, so `1.5` equals `15e-1`. Only `-0` differs from `0`.
#[derive(Clone, Debug)]
pub struct Number(Box<str>);

impl Number {
    /// Parses a number. Source: RFC 8259, section 6.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        is_number(text).then(|| Self(text.into()))
    }

    /// Returns the number as it is written.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Returns a number that is written as an integer, if 64 bits with a sign hold it.
    #[must_use]
    pub fn as_i64(&self) -> Option<i64> {
        self.0.parse().ok().filter(|number| *number != 0 || !self.is_negative())
    }

    /// Returns a number that is written as an integer, if 64 bits without a sign hold it.
    #[must_use]
    pub fn as_u64(&self) -> Option<u64> {
        self.0.parse().ok()
    }

    /// Returns the floating point number next to it, unless that is infinite.
    #[must_use]
    pub fn as_f64(&self) -> Option<f64> {
        self.0.parse().ok().filter(|number: &f64| number.is_finite())
    }

    /// Returns the floating point number of 32 bits next to it, unless that is infinite.
    #[must_use]
    pub fn as_f32(&self) -> Option<f32> {
        self.0.parse().ok().filter(|number: &f32| number.is_finite())
    }

    /// Returns the integer that it is equal to, however it is written: 100 for `1e2`.
    #[must_use]
    pub fn as_whole(&self) -> Option<i64> {
        self.as_i64().or_else(|| i64::try_from(self.scaled(0)?).ok())
    }

    /// Returns the number times ten to the power of `digits`, rounded to an integer.
    #[must_use]
    pub fn rounded(&self, digits: u32) -> Option<i128> {
        /// More digits than `i128` has.
        const MAX_DIGITS: i64 = 40;
        let Decimal { is_negative, digits: significant, exponent } = self.decimal()?;
        let length =
            i64::try_from(significant.len()).ok()?.checked_add(exponent)?.checked_add(digits.into())?;
        if length > MAX_DIGITS {
            return None;
        }
        let kept = usize::try_from(length).unwrap_or_default();
        let whole = significant.get(..kept).unwrap_or(&significant);
        let zeros = kept - whole.len();
        let whole: i128 = format!("0{whole}{:0<zeros$}", "").parse().ok()?;
        let rounds_up = length >= 0 && significant.as_bytes().get(kept).is_some_and(|digit| *digit >= b'5');
        let magnitude = whole.checked_add(i128::from(rounds_up))?;
        Some(if is_negative { -magnitude } else { magnitude })
    }

    /// Returns the number times ten to the power of `digits`, if that is an integer.
    fn scaled(&self, digits: u32) -> Option<i128> {
        let is_whole = self.decimal()?.exponent >= -i64::from(digits);
        if is_whole { self.rounded(digits) } else { None }
    }

    /// Returns the digits of an integer, however it is written, if there are at most `max`.
    #[must_use]
    pub fn integer_digits(&self, max: usize) -> Option<String> {
        let Decimal { is_negative, digits, exponent } = self.decimal()?;
        if digits.is_empty() {
            return Some("0".to_owned());
        }
        let zeros = usize::try_from(exponent).ok()?;
        if digits.len().checked_add(zeros)? > max {
            return None;
        }
        let sign = if is_negative { "-" } else { "" };
        Some(format!("{sign}{digits}{:0<zeros$}", ""))
    }

    /// Returns true if there is a sign, also before zero.
    #[must_use]
    pub fn is_negative(&self) -> bool {
        self.0.starts_with('-')
    }

    /// Returns true for zero, however it is written.
    #[must_use]
    pub fn is_zero(&self) -> bool {
        let coefficient = self.0.split(['e', 'E']).next().unwrap_or_default();
        !coefficient.contains(|digit| matches!(digit, '1'..='9'))
    }

    /// Takes the number apart; `None` if 64 bits do not hold its exponent.
    fn decimal(&self) -> Option<Decimal> {
        let text = self.0.trim_start_matches('-');
        let (coefficient, exponent) = text.split_once(['e', 'E']).unwrap_or((text, "0"));
        let (integer, fraction) = coefficient.split_once('.').unwrap_or((coefficient, ""));
        let all = format!("{integer}{fraction}");
        let (digits, is_negative) = (all.trim_matches('0').to_owned(), self.is_negative());
        if digits.is_empty() {
            return Some(Decimal { is_negative, digits, exponent: 0 });
        }
        let zeros = all.len() - all.trim_end_matches('0').len();
        let shift = i64::try_from(zeros).ok()?.checked_sub(i64::try_from(fraction.len()).ok()?)?;
        let exponent = exponent.parse::<i64>().ok()?.checked_add(shift)?;
        Some(Decimal { is_negative, digits, exponent })
    }
}

/// The one form of a number: its digits without zeros at either end, times a power of ten.
#[derive(PartialEq, Eq)]
struct Decimal {
    is_negative: bool,
    digits: String,
    exponent: i64,
}

fn is_number(text: &str) -> bool {
    let is_digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    let unsigned = text.strip_prefix('-').unwrap_or(text);
    let (coefficient, exponent) = match unsigned.split_once(['e', 'E']) {
        Some((coefficient, exponent)) => (coefficient, Some(exponent)),
        None => (unsigned, None),
    };
    let (integer, fraction) = match coefficient.split_once('.') {
        Some((integer, fraction)) => (integer, Some(fraction)),
        None => (coefficient, None),
    };
    let is_exponent = |text: &str| is_digits(text.strip_prefix(['-', '+']).unwrap_or(text));
    is_digits(integer)
        && (integer == "0" || !integer.starts_with('0'))
        && fraction.is_none_or(is_digits)
        && exponent.is_none_or(is_exponent)
}

impl PartialEq for Number {
    fn eq(&self, other: &Self) -> bool {
        self.0 == other.0 || matches!((self.decimal(), other.decimal()), (Some(one), Some(two)) if one == two)
    }
}

impl Eq for Number {}

impl fmt::Display for Number {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

macro_rules! from_integers {
    ($($integer:ty),*) => {
        $(impl From<$integer> for Number {
            fn from(number: $integer) -> Self {
                Self(number.to_string().into())
            }
        })*
    };
}

from_integers!(u16, i32, i64, u32, u64, usize);

#[cfg(test)]
mod tests {
    use super::Number;

    fn number(text: &str) -> Number {
        Number::parse(text).unwrap_or_else(|| panic!("`{text}` is a number"))
    }

    #[test]
    fn numbers_are_those_of_json() {
        for text in ["0", "-0", "12", "-1.50", "0.5E+999", "1e-7", "1e999999999999999999999"] {
            assert_eq!(number(text).as_str(), text);
        }
        for text in ["", "-", "01", "1.", ".5", "1e", "1e+", "+1", "0x1", "NaN", "1.5.2", "1e2e3", "١"] {
            assert!(Number::parse(text).is_none(), "{text}");
        }
    }

    #[test]
    fn numbers_of_one_value_are_equal() {
        for (one, two) in [("1.5", "15e-1"), ("100", "1E+2"), ("0.0", "0"), ("-1.50", "-1.5"), ("0e5", "0")] {
            assert_eq!(number(one), number(two));
        }
        let huge = "1e99999999999999999999";
        assert_eq!(number(huge), number(huge));
        for (one, two) in [
            ("9007199254740993.25", "9007199254740993.75"),
            ("0", "-0"),
            ("1", "-1"),
            ("1e99999999999999999999", "1e99999999999999999998"),
            ("1", "10"),
        ] {
            assert_ne!(number(one), number(two));
        }
    }

    #[test]
    fn integers_are_recognized_however_they_are_written() {
        for (text, expected) in [
            ("1e2", Some(100)),
            ("-1.20e1", Some(-12)),
            ("9007199254740993.0", Some(9_007_199_254_740_993)),
            ("9223372036854775807", Some(i64::MAX)),
            ("-9223372036854775808.0", Some(i64::MIN)),
            ("9223372036854775808", None),
            ("-0.0", Some(0)),
            ("0.5", None),
            ("1e999999999", None),
            ("1e-999999999", None),
            ("1e99999999999999999999", None),
        ] {
            assert_eq!(number(text).as_whole(), expected, "{text}");
        }
        assert_eq!(number("-12.5e3").integer_digits(5).as_deref(), Some("-12500"));
        assert_eq!(number("1e5").integer_digits(5), None);
        assert_eq!(number("1e999999999999").integer_digits(1000), None);
        assert_eq!(number("1.5").integer_digits(9), None);
    }

    #[test]
    fn fractions_are_rounded_in_decimal() {
        for (text, nanos) in [
            ("1.1295", Some(1_129_500_000)),
            ("0.0000000005", Some(1)),
            ("0.0000000004", Some(0)),
            ("-1.25", Some(-1_250_000_000)),
            ("1e-999999999", Some(0)),
            ("0.00000000005", Some(0)),
            ("1e40", None),
        ] {
            assert_eq!(number(text).rounded(9), nanos, "{text}");
        }
    }
}
