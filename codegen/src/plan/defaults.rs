//! Values that stand in for members that are not given.

use crate::diagnostic::Diagnostic;
use crate::model::Member;
use crate::model::traits::id;
use crate::plan::{NamedKind, RustType};
use crate::source::Value;

/// A default value.
#[derive(Clone, Debug, PartialEq)]
pub enum DefaultValue {
    /// What `Default::default()` gives: 0, false, empty.
    Empty,
    /// A boolean.
    Bool(bool),
    /// An integer.
    Integer(i64),
    /// A floating point number.
    Float(f64),
    /// Text, or the text of an enum.
    Text(String),
}

impl Eq for DefaultValue {}

impl DefaultValue {
    /// The member's default, if it has one other than null.
    pub(super) fn of(member: &Member, ty: &RustType) -> Result<Option<Self>, Diagnostic> {
        let Some(given) = member.traits.get(id::DEFAULT).filter(|given| !given.value.is_null()) else {
            return Ok(None);
        };
        Self::read(&given.value, ty).map(Some).ok_or_else(|| {
            Diagnostic::error(format!("the default of `{}` does not fit its type", member.id))
                .at(&given.place)
                .with_help("write a value of the member's type, or null for none")
        })
    }

    fn read(value: &Value, ty: &RustType) -> Option<Self> {
        Some(match (ty, value) {
            (RustType::Bool, Value::Bool(false)) => Self::Empty,
            (RustType::Bool, Value::Bool(true)) => Self::Bool(true),
            (RustType::I8 | RustType::I16 | RustType::I32 | RustType::I64, Value::Number(number)) => {
                match number.as_i64().or_else(|| number.as_f64().and_then(whole))? {
                    0 => Self::Empty,
                    number => Self::Integer(number),
                }
            }
            (RustType::F32 | RustType::F64, Value::Number(number)) => match number.as_f64()? {
                0.0 => Self::Empty,
                number => Self::Float(number),
            },
            (RustType::String | RustType::Blob, Value::String(text)) if text.is_empty() => Self::Empty,
            (
                RustType::String | RustType::Blob | RustType::Named(_, NamedKind::Enum),
                Value::String(text),
            ) => Self::Text(text.clone()),
            (RustType::List { .. }, Value::Array(list)) if list.is_empty() => Self::Empty,
            (RustType::Map { .. }, Value::Object(map)) if map.is_empty() => Self::Empty,
            (RustType::DateTime, Value::Number(number)) => Self::Float(number.as_f64()?),
            (RustType::DateTime, Value::String(text)) => Self::Text(text.clone()),
            (RustType::BigInteger | RustType::BigDecimal, Value::Number(number)) => {
                Self::Text(number.to_string())
            }
            (RustType::Document, _) => Self::Empty,
            _ => return None,
        })
    }
}

/// `3.0` is a whole number; `3.5` is none.
#[expect(clippy::cast_possible_truncation, reason = "the number is whole and checked to be in range")]
fn whole(number: f64) -> Option<i64> {
    (number.fract() == 0.0 && number.abs() < 9e15).then_some(number as i64)
}
