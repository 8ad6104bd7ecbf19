//! Defaults of members. Source: Smithy 2.0 specification, "default trait".
//!
//! Defaults are checked here and turned into values that the generated crate can state without parsing, so that no default of
//! a model can make a generated crate fail.

use super::literal;
use crate::diagnostic::Diagnostic;
use crate::model::traits::id;
use crate::model::{Member, Shape, ShapeKind};
use crate::plan::{DefaultValue, DocumentValue, NamedKind, RustType};
use crate::source::Value;

/// Lowers the default of a member, if it has one other than null.
pub(super) fn default(
    member: &Member,
    target: &Shape,
    ty: &RustType,
) -> Result<Option<DefaultValue>, Diagnostic> {
    let Some(default) = member.traits.get(id::DEFAULT).filter(|default| !default.value.is_null()) else {
        return Ok(None);
    };
    read(&default.value, target, ty).map(Some).ok_or_else(|| {
        Diagnostic::error(format!("the default of `{}` does not fit its type", member.id))
            .at(&default.location)
            .with_help(format!("write {}, or null for none", expected(target, ty)))
    })
}

fn read(value: &Value, target: &Shape, ty: &RustType) -> Option<DefaultValue> {
    let default = match (ty, value) {
        (RustType::Bool, Value::Bool(boolean)) => DefaultValue::Bool(*boolean),
        (RustType::I8, value) => DefaultValue::Integer(integer::<i8>(value)?),
        (RustType::I16, value) => DefaultValue::Integer(integer::<i16>(value)?),
        (RustType::I32, value) => {
            DefaultValue::Integer(integer::<i32>(value).filter(|it| is_number(target, *it))?)
        }
        (RustType::I64, value) => DefaultValue::Integer(integer::<i64>(value)?),
        (RustType::F32, value) => float(literal::float(value)?.into()),
        (RustType::F64, value) => float(literal::double(value)?),
        (RustType::String, Value::String(string)) => DefaultValue::String(string.clone()),
        (RustType::Named(_, NamedKind::Enum), Value::String(string)) => {
            is_value(target, string).then(|| DefaultValue::String(string.clone()))?
        }
        (RustType::Blob, Value::String(string)) => DefaultValue::Bytes(literal::base64(string)?),
        (RustType::ByteStream, Value::String(string)) => string.is_empty().then_some(DefaultValue::Empty)?,
        (RustType::List { .. }, Value::Array(list)) => list.is_empty().then_some(DefaultValue::Empty)?,
        (RustType::Map { .. }, Value::Object(map)) => map.is_empty().then_some(DefaultValue::Empty)?,
        (RustType::DateTime, value) => {
            let (seconds, nanos) = timestamp(value)?;
            DefaultValue::Timestamp { seconds, nanos }
        }
        (RustType::BigInteger, value) => DefaultValue::String(literal::big_integer(value)?),
        (RustType::BigDecimal, value) => DefaultValue::String(literal::big_decimal(value)?),
        (RustType::Document, value) => DefaultValue::Document(document(value)?),
        _ => return None,
    };
    Some(simplest(default, ty))
}

fn float(number: f64) -> DefaultValue {
    if number.is_finite() {
        DefaultValue::Float(number)
    } else if number.is_nan() {
        DefaultValue::NotFinite("NAN")
    } else if number.is_sign_positive() {
        DefaultValue::NotFinite("INFINITY")
    } else {
        DefaultValue::NotFinite("NEG_INFINITY")
    }
}

/// Returns [`DefaultValue::Empty`] instead of an equal value.
fn simplest(default: DefaultValue, ty: &RustType) -> DefaultValue {
    match default {
        DefaultValue::Bool(false) | DefaultValue::Integer(0) => DefaultValue::Empty,
        DefaultValue::Float(float) if float.to_bits() == 0 => DefaultValue::Empty,
        DefaultValue::String(string) if string.is_empty() && *ty == RustType::String => DefaultValue::Empty,
        DefaultValue::Bytes(bytes) if bytes.is_empty() => DefaultValue::Empty,
        other => other,
    }
}

/// Describes the expected value, for the help of the diagnostic.
fn expected(target: &Shape, ty: &RustType) -> &'static str {
    match ty {
        _ if matches!(target.kind, ShapeKind::IntEnum) => "the value of one of its members",
        RustType::Bool => "true or false",
        RustType::I8 => "a whole number from -128 to 127",
        RustType::I16 => "a whole number from -32768 to 32767",
        RustType::I32 => "a whole number of 32 bits",
        RustType::I64 => "a whole number of 64 bits",
        RustType::F32 => "a number of 32 bits, `\"NaN\"`, `\"Infinity\"` or `\"-Infinity\"`",
        RustType::F64 => "a number, `\"NaN\"`, `\"Infinity\"` or `\"-Infinity\"`",
        RustType::Named(_, NamedKind::Enum) => "the value of one of its members",
        RustType::Blob => "bytes in base64",
        RustType::List { .. } => "`[]`",
        RustType::Map { .. } => "`{}`",
        RustType::DateTime => {
            "seconds since 1970 or a string like `1985-04-12T23:20:50.52Z`, of the years 0 to 9999"
        }
        RustType::BigInteger => "a whole number, as a string if it is large",
        RustType::BigDecimal => "a number, as a string if it is large",
        RustType::Document => "a boolean, a number, a string, `[]` or `{}`",
        _ => "a value of the member's type",
    }
}

/// Returns true if an enum has the value.
fn is_value(target: &Shape, string: &str) -> bool {
    let value = |member: &Member| member.traits.text(id::ENUM_VALUE).unwrap_or(&member.id.name) == string;
    !matches!(target.kind, ShapeKind::Enum) || target.members.values().any(value)
}

/// Returns true if an enum of integers has the value.
fn is_number(target: &Shape, number: i64) -> bool {
    let value =
        |member: &Member| member.traits.value(id::ENUM_VALUE).and_then(Value::as_whole) == Some(number);
    !matches!(target.kind, ShapeKind::IntEnum) || target.members.values().any(value)
}

/// Reads a whole number in the range of a type; `3.0` is a whole number, `3.5` is not.
fn integer<T: TryFrom<i64>>(value: &Value) -> Option<i64> {
    let number = value.as_whole()?;
    T::try_from(number).ok().map(|_| number)
}

/// Returns seconds since 1970, and nanoseconds on top.
fn timestamp(value: &Value) -> Option<(i64, u32)> {
    /// The years of RFC 3339: 0 to 9999.
    const YEARS: std::ops::RangeInclusive<i64> = -62_167_219_200..=253_402_300_799;
    let (seconds, nanos) = match value {
        Value::String(string) => literal::timestamp(string)?,
        value => literal::seconds(value.as_number()?)?,
    };
    YEARS.contains(&seconds).then_some((seconds, nanos))
}

fn document(value: &Value) -> Option<DocumentValue> {
    Some(match value {
        Value::Bool(boolean) => DocumentValue::Bool(*boolean),
        Value::String(string) => DocumentValue::String(string.clone()),
        Value::Array(list) if list.is_empty() => DocumentValue::EmptyList,
        Value::Object(map) if map.is_empty() => DocumentValue::EmptyMap,
        Value::Number(number) => match (number.as_u64(), number.as_i64()) {
            (Some(number), _) => DocumentValue::Unsigned(number),
            (None, Some(number)) => DocumentValue::Negative(number),
            (None, None) => DocumentValue::Float(number.as_f64()?),
        },
        _ => return None,
    })
}
