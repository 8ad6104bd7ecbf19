//! Numbers, and strings in their position.

use std::str::FromStr;

use aws_smithy_schema::serde::SerdeError;
use aws_smithy_types::{BigDecimal, BigInteger, Document, Number};

use super::LenientReader;

/// 2⁶³: the first number above every `i64`, and exact as an `f64`.
const ABOVE_I64: f64 = 9_223_372_036_854_775_808.0;

impl LenientReader<'_> {
    /// An integer. Whole numbers may be written with a fraction or an exponent.
    pub(super) fn integer<T: TryFrom<i64>>(&self, target: &str) -> Result<T, SerdeError> {
        let number = self.number("a whole number")?;
        let value = self.long(number)?.and_then(|value| T::try_from(value).ok());
        value.ok_or_else(|| SerdeError::numeric_coercion_overflow(target, text(number)))
    }

    /// `number` as an integer, if it fits into the largest type of them.
    fn long(&self, number: Number) -> Result<Option<i64>, SerdeError> {
        match number {
            Number::PosInt(value) => Ok(i64::try_from(value).ok()),
            Number::NegInt(value) => Ok(Some(value)),
            Number::Float(value) if value.is_finite() && value.fract() != 0.0 => {
                Err(self.mismatch("a whole number"))
            }
            Number::Float(value) => Ok(whole(value)),
        }
    }

    pub(super) fn double(&self) -> Result<f64, SerdeError> {
        self.number("a number").map(Number::to_f64_lossy)
    }

    pub(super) fn float(&self) -> Result<f32, SerdeError> {
        let double = self.double()?;
        let float = Number::Float(double).to_f32_lossy();
        if float.is_infinite() && double.is_finite() {
            return Err(SerdeError::numeric_coercion_overflow("float", double.to_string()));
        }
        Ok(float)
    }

    pub(super) fn big_integer(&self) -> Result<BigInteger, SerdeError> {
        self.parsed("a whole number")
    }

    pub(super) fn big_decimal(&self) -> Result<BigDecimal, SerdeError> {
        self.parsed("a decimal number")
    }

    /// Parses the digits of a number or a string as a type of arbitrary precision.
    fn parsed<T: FromStr>(&self, expected: &str) -> Result<T, SerdeError> {
        let digits = match self.value {
            Document::Number(number) => text(*number),
            Document::String(digits) => digits.trim().to_owned(),
            _ => return Err(self.mismatch(expected)),
        };
        digits.parse().map_err(|_| self.mismatch(expected))
    }

    fn number(&self, expected: &str) -> Result<Number, SerdeError> {
        let number = match self.value {
            Document::Number(number) => Some(*number),
            Document::String(digits) => parse(digits.trim()),
            _ => None,
        };
        number.ok_or_else(|| self.mismatch(expected))
    }
}

/// The number that `digits` write down. Rust would also take words such as `inf` for one; JSON has
/// the three spellings of the Smithy specification.
pub(super) fn parse(digits: &str) -> Option<Number> {
    let special = matches!(digits, "NaN" | "Infinity" | "-Infinity");
    let numeric = digits.bytes().any(|byte| byte.is_ascii_digit());
    if !special && !numeric {
        return None;
    }
    let unsigned = digits.parse().ok().map(Number::PosInt);
    let signed = || digits.parse().ok().map(Number::NegInt);
    let float = || digits.parse().ok().map(Number::Float);
    unsigned.or_else(signed).or_else(float)
}

/// The shortest text that reads as `number` again.
pub(super) fn text(number: Number) -> String {
    match number {
        Number::PosInt(value) => value.to_string(),
        Number::NegInt(value) => value.to_string(),
        Number::Float(value) => value.to_string(),
    }
}

/// `value` as an integer, if it is one that fits.
#[expect(clippy::cast_possible_truncation, reason = "the range is checked and the fraction is zero")]
pub(super) fn whole(value: f64) -> Option<i64> {
    (value.fract() == 0.0 && (-ABOVE_I64..ABOVE_I64).contains(&value)).then_some(value as i64)
}
