//! Values that stand in for members that are not given. Source: Smithy 2.0 specification, "default trait".
//!
//! Everything is checked here and turned into what the generated crate can state without parsing, so that no default of
//! a model can make a generated crate fail.

pub(super) mod text;

use crate::diagnostic::Diagnostic;
use crate::model::traits::id;
use crate::model::{Member, Shape, ShapeKind};
use crate::plan::{NamedKind, RustType};
use crate::source::Value;

/// A default value.
#[derive(Clone, Debug, PartialEq)]
pub enum DefaultValue {
    /// What `Default::default()` gives: 0, false, empty.
    Empty,
    /// A boolean.
    Bool(bool),
    /// An integer that the type of the field can hold.
    Integer(i64),
    /// A finite floating point number that the type of the field can hold.
    Float(f64),
    /// Text, the text of an enum, or that of a number of any size.
    Text(String),
    /// Bytes.
    Bytes(Vec<u8>),
    /// A point in time.
    Timestamp {
        /// Whole seconds since the start of 1970.
        seconds: i64,
        /// What comes on top of them; less than a second.
        nanos: u32,
    },
    /// A document.
    Document(DocumentValue),
}

impl Eq for DefaultValue {}

/// The documents that may be defaults; null is none.
#[derive(Clone, Debug, PartialEq)]
pub enum DocumentValue {
    /// A boolean.
    Bool(bool),
    /// An integer that is not negative.
    Unsigned(u64),
    /// A negative integer.
    Negative(i64),
    /// Another number.
    Float(f64),
    /// Text.
    Text(String),
    /// A list without elements.
    EmptyList,
    /// A map without entries.
    EmptyMap,
}

impl DefaultValue {
    /// The member's default, if it has one other than null.
    pub(super) fn of(member: &Member, target: &Shape, ty: &RustType) -> Result<Option<Self>, Diagnostic> {
        let Some(given) = member.traits.get(id::DEFAULT).filter(|given| !given.value.is_null()) else {
            return Ok(None);
        };
        Self::read(&given.value, target, ty).map(Some).ok_or_else(|| {
            Diagnostic::error(format!("the default of `{}` does not fit its type", member.id))
                .at(&given.place)
                .with_help(format!("write {}, or null for none", expected(ty)))
        })
    }

    fn read(value: &Value, target: &Shape, ty: &RustType) -> Option<Self> {
        let read = match (ty, value) {
            (RustType::Bool, Value::Bool(flag)) => Self::Bool(*flag),
            (RustType::I8, value) => Self::Integer(integer::<i8>(value)?),
            (RustType::I16, value) => Self::Integer(integer::<i16>(value)?),
            (RustType::I32, value) => Self::Integer(integer::<i32>(value)?),
            (RustType::I64, value) => Self::Integer(integer::<i64>(value)?),
            (RustType::F32, value) => {
                Self::Float(value.as_f64().filter(|number| number.abs() <= f64::from(f32::MAX))?)
            }
            (RustType::F64, value) => Self::Float(value.as_f64()?),
            (RustType::String, Value::String(text)) => Self::Text(text.clone()),
            (RustType::Named(_, NamedKind::Enum), Value::String(text)) => {
                Self::Text(text.clone()).filter(is_value(target, text))?
            }
            (RustType::Blob, Value::String(text)) => Self::Bytes(text::base64(text)?),
            (RustType::List { .. }, Value::Array(list)) => Self::Empty.filter(list.is_empty())?,
            (RustType::Map { .. }, Value::Object(map)) => Self::Empty.filter(map.is_empty())?,
            (RustType::DateTime, value) => {
                let (seconds, nanos) = timestamp(value)?;
                Self::Timestamp { seconds, nanos }
            }
            (RustType::BigInteger, value) => Self::Text(number(value)?).filter_text(text::is_big_integer)?,
            (RustType::BigDecimal, value) => Self::Text(number(value)?).filter_text(text::is_big_decimal)?,
            (RustType::Document, value) => Self::Document(document(value)?),
            _ => return None,
        };
        Some(read.simplest(ty))
    }

    fn filter(self, holds: bool) -> Option<Self> {
        holds.then_some(self)
    }

    fn filter_text(self, fits: impl Fn(&str) -> bool) -> Option<Self> {
        let holds = matches!(&self, Self::Text(text) if fits(text));
        self.filter(holds)
    }

    /// [`Empty`](Self::Empty) where that says as much.
    fn simplest(self, ty: &RustType) -> Self {
        match self {
            Self::Bool(false) | Self::Integer(0) => Self::Empty,
            Self::Float(0.0) => Self::Empty,
            Self::Text(text) if text.is_empty() && *ty == RustType::String => Self::Empty,
            Self::Bytes(bytes) if bytes.is_empty() => Self::Empty,
            other => other,
        }
    }
}

/// What may stand in the model, for the help of the diagnostic.
fn expected(ty: &RustType) -> &'static str {
    match ty {
        RustType::Bool => "true or false",
        RustType::I8 => "a whole number from -128 to 127",
        RustType::I16 => "a whole number from -32768 to 32767",
        RustType::I32 => "a whole number of 32 bits",
        RustType::I64 => "a whole number of 64 bits",
        RustType::F32 => "a number of 32 bits",
        RustType::F64 => "a number",
        RustType::Named(_, NamedKind::Enum) => "the value of one of its members",
        RustType::Blob => "bytes in base64",
        RustType::List { .. } => "`[]`",
        RustType::Map { .. } => "`{}`",
        RustType::DateTime => {
            "seconds since 1970 or a text like `1985-04-12T23:20:50.52Z`, of the years 0 to 9999"
        }
        RustType::BigInteger => "a whole number, as text if it is large",
        RustType::BigDecimal => "a number, as text if it is large",
        RustType::Document => "a boolean, a number, text, `[]` or `{}`",
        _ => "a value of the member's type",
    }
}

/// Whether an enum has the value. An empty one has none, and takes what it gets.
fn is_value(target: &Shape, text: &str) -> bool {
    let value = |member: &Member| member.traits.text(id::ENUM_VALUE).unwrap_or(&member.id.name) == text;
    !matches!(target.kind, ShapeKind::Enum) || target.members.values().any(value)
}

/// A whole number in the range of a type; `3.0` is a whole number, `3.5` is none.
fn integer<T: TryFrom<i64>>(value: &Value) -> Option<i64> {
    let number = value.as_i64().or_else(|| value.as_f64().and_then(whole))?;
    T::try_from(number).ok().map(|_| number)
}

#[expect(clippy::cast_possible_truncation, reason = "the number is whole and checked to be in range")]
fn whole(number: f64) -> Option<i64> {
    (number.fract() == 0.0 && number.abs() < 9e15).then_some(number as i64)
}

/// Seconds since 1970, and nanoseconds on top.
fn timestamp(value: &Value) -> Option<(i64, u32)> {
    /// The years that text can state: 0 to 9999.
    const YEARS: std::ops::RangeInclusive<i64> = -62_167_219_200..=253_402_300_799;
    let (seconds, nanos) = match value {
        Value::String(text) => text::timestamp(text)?,
        value => match value.as_i64() {
            Some(seconds) => (seconds, 0),
            None => parts(value.as_f64()?)?,
        },
    };
    YEARS.contains(&seconds).then_some((seconds, nanos))
}

/// The whole seconds below a number, and the nanoseconds that are left, to the millisecond as Smithy keeps them.
fn parts(number: f64) -> Option<(i64, u32)> {
    let millis = whole((number * 1000.0).round())?;
    let nanos = u32::try_from(millis.rem_euclid(1000)).ok()? * 1_000_000;
    Some((millis.div_euclid(1000), nanos))
}

/// The text of a number of any size.
fn number(value: &Value) -> Option<String> {
    match value {
        Value::Number(number) => Some(number.to_string()),
        Value::String(text) => Some(text.clone()),
        _ => None,
    }
}

fn document(value: &Value) -> Option<DocumentValue> {
    Some(match value {
        Value::Bool(flag) => DocumentValue::Bool(*flag),
        Value::String(text) => DocumentValue::Text(text.clone()),
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
