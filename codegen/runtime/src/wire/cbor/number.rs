//! Numbers.

use std::fmt::Write as _;

use aws_smithy_schema::serde::SerdeError;
use aws_smithy_types::{BigDecimal, BigInteger, DateTime};

use super::input::{ARRAY, BYTES, Head, Input, NEGATIVE, Remaining, TAG, UNSIGNED};

/// Maximum length in bytes of a big integer. The time to print one grows with the square of its length.
const MAX_BIG_INTEGER: usize = 4096;

/// Digits of a big integer that are printed at once.
const BILLION: u64 = 1_000_000_000;

/// Tags of values.
const TIMESTAMP: u64 = 1;
const UNSIGNED_BIG_INTEGER: u64 = 2;
const NEGATIVE_BIG_INTEGER: u64 = 3;
const DECIMAL_FRACTION: u64 = 4;

/// Most zeros after the decimal point of a big decimal that is written without an exponent.
const MAX_ZEROS: u64 = 100;

impl Input<'_> {
    /// Reads an integer if the next item is one.
    #[inline]
    pub(super) fn integer(&mut self) -> Result<Option<i128>, SerdeError> {
        match self.major() {
            Some(UNSIGNED) => Ok(Some(self.head()?.argument.into())),
            Some(NEGATIVE) => Ok(Some(-1 - i128::from(self.head()?.argument))),
            _ => Ok(None),
        }
    }

    /// Reads a float of any size, or an integer, if the next item is one.
    #[expect(clippy::cast_precision_loss, reason = "floats are sent as integers if they are")]
    pub(super) fn double(&mut self) -> Result<Option<f64>, SerdeError> {
        match self.peek() {
            Some(0xf9) => Ok(Some(half(self.head()?))),
            Some(0xfa) => Ok(Some(f32::from_bits(u32::try_from(self.head()?.argument).unwrap_or(0)).into())),
            Some(0xfb) => Ok(Some(f64::from_bits(self.head()?.argument))),
            _ => Ok(self.integer()?.map(|integer| integer as f64)),
        }
    }

    /// Reads a timestamp if the next item is one. Fractions are truncated to milliseconds, as the specification demands.
    pub(super) fn timestamp(&mut self) -> Result<Option<DateTime>, SerdeError> {
        if self.tag(&[TIMESTAMP])?.is_none() {
            return Ok(None);
        }
        if let Some(seconds) = self.integer()? {
            let seconds = i64::try_from(seconds).map_err(|_| out_of_range("timestamp"))?;
            return Ok(Some(DateTime::from_secs(seconds)));
        }
        match self.double()? {
            Some(seconds) => date_time(seconds).map(Some).ok_or_else(|| out_of_range("timestamp")),
            None => Ok(None),
        }
    }

    /// Reads a big integer if the next item is one. All digits are kept.
    pub(super) fn big_integer(&mut self) -> Result<Option<BigInteger>, SerdeError> {
        let Some(digits) = self.big_digits()? else { return Ok(None) };
        digits.parse().map(Some).map_err(|_| self.malformed("an invalid big integer"))
    }

    /// Reads a decimal fraction if the next item is one.
    pub(super) fn big_decimal(&mut self) -> Result<Option<BigDecimal>, SerdeError> {
        if self.tag(&[DECIMAL_FRACTION])?.is_none() {
            return Ok(None);
        }
        let fraction = self.head_of(ARRAY)?.map(|head| self.enter(head)).transpose()?;
        let Some(mut parts) = fraction else { return Ok(None) };
        let invalid = |input: &Self| input.malformed("an invalid decimal fraction");
        if !matches!(parts, Remaining::Definite(2) | Remaining::Indefinite) || !self.next(&mut parts) {
            return Err(invalid(self));
        }
        let exponent = self.integer()?.and_then(|exponent| i64::try_from(exponent).ok());
        let mantissa = if self.next(&mut parts) { self.big_digits()? } else { None };
        let (Some(exponent), Some(mantissa), false) = (exponent, mantissa, self.next(&mut parts)) else {
            return Err(invalid(self));
        };
        decimal(&mantissa, exponent).parse().map(Some).map_err(|_| invalid(self))
    }

    /// Reads the digits of a big integer, which may be an integer.
    fn big_digits(&mut self) -> Result<Option<String>, SerdeError> {
        if let Some(integer) = self.integer()? {
            return Ok(Some(integer.to_string()));
        }
        let Some(tag) = self.tag(&[UNSIGNED_BIG_INTEGER, NEGATIVE_BIG_INTEGER])? else { return Ok(None) };
        let Some(head) = self.head_of(BYTES)? else { return Ok(None) };
        let bytes = self.string(head)?;
        let first = bytes.iter().position(|byte| *byte != 0).unwrap_or(bytes.len());
        let bytes = bytes.get(first..).unwrap_or_default();
        if bytes.len() > MAX_BIG_INTEGER {
            return Err(self.malformed("a big integer that is too long"));
        }
        Ok(Some(digits(bytes, tag == NEGATIVE_BIG_INTEGER)))
    }

    /// Moves past a tag that is one of `tags`, and returns it.
    fn tag(&mut self, tags: &[u64]) -> Result<Option<u64>, SerdeError> {
        let start = self.position;
        let tag = self.head_of(TAG)?.map(|head| head.argument).filter(|tag| tags.contains(tag));
        if tag.is_none() {
            self.position = start;
        }
        Ok(tag)
    }
}

#[cold]
fn out_of_range(target: &str) -> SerdeError {
    SerdeError::numeric_coercion_overflow(target, "(not shown)")
}

/// Converts a number of 16 bits: a sign, five bits of exponent, and ten of significand.
fn half(head: Head) -> f64 {
    let bits = u16::try_from(head.argument).unwrap_or(0);
    let (exponent, significand) = (i32::from(bits >> 10 & 0x1f), f64::from(bits & 0x3ff));
    let value = match exponent {
        0 => significand * f64::exp2(-24.0),
        31 if significand == 0.0 => f64::INFINITY,
        31 => f64::NAN,
        _ => (significand + 1024.0) * f64::exp2(f64::from(exponent - 25)),
    };
    if bits & 0x8000 == 0 { value } else { -value }
}

/// Converts seconds. Floats of 64 bits are exact to a microsecond only.
#[expect(clippy::cast_possible_truncation, reason = "the range is checked")]
#[expect(clippy::cast_sign_loss, reason = "the fraction is positive")]
fn date_time(seconds: f64) -> Option<DateTime> {
    /// 2⁶²: floats of this size have no fractions, and one second more is in range, too.
    const LIMIT: f64 = 4_611_686_018_427_387_904.0;
    if !seconds.is_finite() || seconds.abs() >= LIMIT {
        return None;
    }
    let whole = seconds.floor();
    let microseconds = ((seconds - whole) * 1e6).round() as u32;
    let (whole, microseconds) =
        (whole as i64 + i64::from(microseconds / 1_000_000), microseconds % 1_000_000);
    Some(DateTime::from_secs_and_nanos(whole, microseconds / 1000 * 1_000_000))
}

/// Returns the decimal digits of a number in network byte order. A negative one is that number less than -1.
fn digits(bytes: &[u8], is_negative: bool) -> String {
    let mut number: Vec<u64> = Vec::new();
    let (first, rest) = bytes.split_at(bytes.len() % 4);
    for word in std::iter::once(first).chain(rest.chunks(4)) {
        let word = word.iter().fold(0, |word, byte| word << 8 | u64::from(*byte));
        multiply_and_add(&mut number, 1 << 32, word);
    }
    if is_negative {
        multiply_and_add(&mut number, 1, 1);
    }
    let mut parts = number.iter().rev();
    let first = parts.next().copied().unwrap_or_default();
    let sign = if is_negative { "-" } else { "" };
    let mut digits = format!("{sign}{first}");
    for part in parts {
        // Writing to a string does not fail.
        let _ = write!(digits, "{part:09}");
    }
    digits
}

/// Computes `number * factor + summand`. The first part of a number has its last nine digits.
fn multiply_and_add(number: &mut Vec<u64>, factor: u64, summand: u64) {
    let mut carry = summand;
    for part in number.iter_mut() {
        let value = *part * factor + carry;
        (*part, carry) = (value % BILLION, value / BILLION);
    }
    while carry > 0 {
        number.push(carry % BILLION);
        carry /= BILLION;
    }
}

/// Returns the decimal `mantissa` times a power of ten.
fn decimal(mantissa: &str, exponent: i64) -> String {
    let places = exponent.unsigned_abs();
    if exponent == 0 {
        return mantissa.to_owned();
    }
    let Some(places) = usize::try_from(places).ok().filter(|_| exponent < 0 && places <= MAX_ZEROS) else {
        return format!("{mantissa}e{exponent}");
    };
    let (sign, digits) = match mantissa.strip_prefix('-') {
        Some(digits) => ("-", digits),
        None => ("", mantissa),
    };
    let digits = format!("{digits:0>width$}", width = places + 1);
    let (before, after) = digits.split_at(digits.len() - places);
    format!("{sign}{before}.{after}")
}
