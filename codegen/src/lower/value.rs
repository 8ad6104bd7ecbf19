//! Values of tests and examples, with the types of the plan.

use crate::source::Value;

use super::data_types::DataTypes;
use super::literal;
use crate::plan::{FieldPlan, NamedKind, RustPath, RustType, StructValue, ValuePlan};

/// The cause why a value cannot be lowered.
pub(super) type Misfit = String;

/// Lowers the members of a JSON object as fields, in the order of the plan. Fields that are null are not set.
pub(super) fn fields(
    types: &DataTypes,
    fields: &[FieldPlan],
    value: &Value,
) -> Result<Vec<(String, ValuePlan)>, Misfit> {
    let Some(members) = value.as_object() else { return Err(format!("`{value}` is not an object")) };
    if let Some(stray) = members.keys().find(|name| !fields.iter().any(|field| field.wire_name == **name)) {
        return Err(format!("there is no member `{stray}`"));
    }
    let present = fields.iter().filter_map(|field| {
        // Events are not values.
        let field = Some(field).filter(|field| !matches!(field.ty, RustType::EventStream { .. }))?;
        let value = members.get(&field.wire_name).filter(|value| !value.is_null() || takes_null(field))?;
        Some(typed(types, &field.ty, value).map(|value| (field.stem.clone(), value)))
    });
    present.collect()
}

fn takes_null(field: &FieldPlan) -> bool {
    matches!(field.ty, RustType::Document)
}

/// Lowers a value of a type.
pub(super) fn typed(types: &DataTypes, ty: &RustType, value: &Value) -> Result<ValuePlan, Misfit> {
    match ty {
        RustType::List { element, sparse } => list(types, element, *sparse, value),
        RustType::Map { key, value: of, sparse } => map(types, key, of, *sparse, value),
        RustType::Named(path, NamedKind::Enum) => value
            .as_str()
            .map(|text| ValuePlan::Enum(path.clone(), text.to_owned()))
            .ok_or_else(|| misfit(value)),
        RustType::Named(path, NamedKind::Struct) => structure(types, path, value),
        RustType::Named(path, NamedKind::Union) => union(types, path, value),
        RustType::Boxed(inner) => Ok(ValuePlan::Boxed(Box::new(typed(types, inner, value)?))),
        simple => self::simple(simple, value).ok_or_else(|| misfit(value)),
    }
}

fn misfit(value: &Value) -> Misfit {
    format!("`{value}` does not fit the type of its member")
}

fn simple(ty: &RustType, value: &Value) -> Option<ValuePlan> {
    Some(match ty {
        RustType::Bool => ValuePlan::Bool(value.as_bool()?),
        RustType::I8 => ValuePlan::Integer(i8::try_from(value.as_whole()?).ok()?.into()),
        RustType::I16 => ValuePlan::Integer(i16::try_from(value.as_whole()?).ok()?.into()),
        RustType::I32 => ValuePlan::Integer(i32::try_from(value.as_whole()?).ok()?.into()),
        RustType::I64 => ValuePlan::Integer(value.as_whole()?),
        RustType::F32 => ValuePlan::Float(widened(literal::float(value)?)?),
        RustType::F64 => ValuePlan::Float(literal::double(value)?),
        RustType::String => ValuePlan::String(value.as_str()?.to_owned()),
        RustType::BigInteger => ValuePlan::Digits(literal::big_integer(value)?),
        RustType::BigDecimal => ValuePlan::Digits(literal::big_decimal(value)?),
        RustType::Blob => ValuePlan::Blob(value.as_str()?.as_bytes().to_vec()),
        RustType::ByteStream => ValuePlan::Stream(value.as_str()?.as_bytes().to_vec()),
        RustType::DateTime => time(value)?,
        RustType::Document => ValuePlan::Document(Some(value).filter(|it| literal::is_document(it))?.clone()),
        RustType::Unit
        | RustType::EventStream { .. }
        | RustType::List { .. }
        | RustType::Map { .. }
        | RustType::Named(..)
        | RustType::Boxed(_) => return None,
    })
}

/// Returns the number of 64 bits with the same text, so that its literal is as short as that of 32 bits.
fn widened(float: f32) -> Option<f64> {
    float.to_string().parse().ok()
}

/// Reads a string as in RFC 3339, or seconds since the epoch.
fn time(value: &Value) -> Option<ValuePlan> {
    let (seconds, nanos) = match value {
        Value::String(text) => literal::timestamp(text)?,
        value => literal::seconds(value.as_number()?)?,
    };
    Some(ValuePlan::Time(seconds, nanos))
}

fn list(types: &DataTypes, element: &RustType, sparse: bool, value: &Value) -> Result<ValuePlan, Misfit> {
    let elements = value.as_array().ok_or_else(|| misfit(value))?;
    let elements = elements.iter().map(|value| item(types, element, sparse, value));
    Ok(ValuePlan::List(elements.collect::<Result<_, _>>()?, sparse))
}

fn map(
    types: &DataTypes,
    key: &RustType,
    of: &RustType,
    sparse: bool,
    value: &Value,
) -> Result<ValuePlan, Misfit> {
    let entries = value.as_object().ok_or_else(|| misfit(value))?;
    let entries = entries.iter().map(|(key, value)| Ok((key.clone(), item(types, of, sparse, value)?)));
    let entries = entries.collect::<Result<_, Misfit>>()?;
    let key = match key {
        RustType::Named(path, _) => Some(path.clone()),
        _ => None,
    };
    Ok(ValuePlan::Map { key, entries, sparse })
}

fn item(types: &DataTypes, ty: &RustType, sparse: bool, value: &Value) -> Result<Option<ValuePlan>, Misfit> {
    if sparse && value.is_null() { Ok(None) } else { typed(types, ty, value).map(Some) }
}

fn structure(types: &DataTypes, path: &RustPath, value: &Value) -> Result<ValuePlan, Misfit> {
    let structure = types.structure_or_error(path).ok_or_else(|| misfit(value))?;
    Ok(ValuePlan::Struct(StructValue {
        path: path.clone(),
        is_build_fallible: structure.is_build_fallible(),
        fields: fields(types, &structure.fields, value)?,
    }))
}

fn union(types: &DataTypes, path: &RustPath, value: &Value) -> Result<ValuePlan, Misfit> {
    let union = types.union(path).ok_or_else(|| misfit(value))?;
    let mut entries = value.as_object().into_iter().flatten().filter(|(_, value)| !value.is_null());
    let (Some((name, value)), None) = (entries.next(), entries.next()) else { return Err(misfit(value)) };
    let variant = union.variants.iter().find(|variant| variant.wire_name == *name);
    let variant = variant.ok_or_else(|| format!("there is no variant `{name}`"))?;
    let held = match variant.ty {
        RustType::Unit => None,
        ref ty => Some(Box::new(typed(types, ty, value)?)),
    };
    Ok(ValuePlan::Union(path.clone(), variant.name.clone(), held))
}

#[cfg(test)]
mod tests {
    use crate::source::{Number, Value, json};

    use super::{RustType, ValuePlan, simple};

    #[test]
    fn numbers_fit_their_types_or_are_refused() {
        for (ty, fits, too_large) in [
            (RustType::I8, json!(-128), json!(128)),
            (RustType::I16, json!(32_767), json!(32_768)),
            (RustType::I32, json!(-2_147_483_648), json!(4_294_967_296_i64)),
            (RustType::F32, json!(100_000_000_i64), Value::Number(Number::parse("1e39").unwrap())),
        ] {
            assert!(simple(&ty, &fits).is_some(), "{fits}");
            assert_eq!(simple(&ty, &too_large), None, "{too_large}");
        }
        assert!(simple(&RustType::I64, &json!(i64::MIN)).is_some());
    }

    #[test]
    fn numbers_of_32_bits_are_rounded_once() {
        let read = |text: &str| simple(&RustType::F32, &Value::Number(Number::parse(text).unwrap()));
        for (text, expected) in [
            ("3.4028235E38", 3.402_823_5e38),
            ("-3.4028235e38", -3.402_823_5e38),
            ("0.1", 0.1),
            ("1.00000017881393432617187499", 1.000_000_1),
        ] {
            assert_eq!(read(text), Some(ValuePlan::Float(expected)), "{text}");
        }
        assert_eq!(read("3.5e38"), None);
        assert_eq!(simple(&RustType::F32, &json!("-Infinity")), Some(ValuePlan::Float(f64::NEG_INFINITY)));
    }

    #[test]
    fn times_are_strings_or_seconds() {
        let time = |value| simple(&RustType::DateTime, &value);
        assert_eq!(time(json!("2016-08-10T19:50:14Z")), Some(ValuePlan::Time(1_470_858_614, 0)));
        assert_eq!(time(json!(1_470_858_614)), Some(ValuePlan::Time(1_470_858_614, 0)));
        assert_eq!(time(json!("yesterday")), None);
    }
}
