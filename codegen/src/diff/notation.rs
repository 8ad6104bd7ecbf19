//! Types and items in the notation of users.

use crate::plan::{FieldPlan, MacroPlan, Presence, RustPath, RustType};

/// `types::Connection`
pub(super) fn path(path: &RustPath) -> String {
    let text = path.to_string();
    text.strip_prefix("crate::").map_or(text.clone(), str::to_owned)
}

/// The type of a field of a structure: `Option<i32>`.
pub(super) fn field(field: &FieldPlan) -> String {
    let inner = ty(&field.ty);
    match field.presence {
        Presence::Optional => format!("Option<{inner}>"),
        Presence::Required | Presence::Default { .. } => inner,
    }
}

/// A type: `Vec<types::Tag>`.
pub(super) fn ty(of: &RustType) -> String {
    let inner = |of: &RustType, sparse: bool| if sparse { format!("Option<{}>", ty(of)) } else { ty(of) };
    match of {
        RustType::Bool => "bool".to_owned(),
        RustType::I8 => "i8".to_owned(),
        RustType::I16 => "i16".to_owned(),
        RustType::I32 => "i32".to_owned(),
        RustType::I64 => "i64".to_owned(),
        RustType::F32 => "f32".to_owned(),
        RustType::F64 => "f64".to_owned(),
        RustType::String => "String".to_owned(),
        RustType::BigInteger => "BigInteger".to_owned(),
        RustType::BigDecimal => "BigDecimal".to_owned(),
        RustType::Blob => "Blob".to_owned(),
        RustType::ByteStream => "ByteStream".to_owned(),
        RustType::EventStream { events, error, is_sent } => {
            let name = if *is_sent { "EventStreamSender" } else { "EventReceiver" };
            format!("{name}<{}, {}>", events.name, error.name)
        }
        RustType::DateTime => "DateTime".to_owned(),
        RustType::Document => "Document".to_owned(),
        RustType::List { element, sparse } => format!("Vec<{}>", inner(element, *sparse)),
        RustType::Map { key, value, sparse } => format!("HashMap<{}, {}>", ty(key), inner(value, *sparse)),
        RustType::Unit => "()".to_owned(),
        RustType::Named(named, _) => path(named),
        RustType::Boxed(boxed) => format!("Box<{}>", ty(boxed)),
    }
}

/// A derive of another crate: `schemars::JsonSchema`, with its feature.
pub(super) fn derive(plan: &MacroPlan) -> String {
    match &plan.cargo_feature {
        Some(feature) => format!("{} (feature {feature})", plan.path),
        None => plan.path.clone(),
    }
}

/// `a`, `a and b`, `a, b and 3 more`
pub(super) fn list(names: &[String], max: usize) -> String {
    match names {
        [] => String::new(),
        [only] => only.clone(),
        _ if names.len() <= max => {
            let (last, others) =
                names.split_last().map_or((&names[0], names), |(last, others)| (last, others));
            format!("{} and {last}", others.join(", "))
        }
        _ => format!("{} and {} more", names[..max - 1].join(", "), names.len() + 1 - max),
    }
}

/// A value, cut if it is long.
pub(super) fn shortened(text: &str) -> String {
    const MAX_LENGTH: usize = 120;
    if text.chars().count() <= MAX_LENGTH {
        return text.to_owned();
    }
    text.chars().take(MAX_LENGTH - 1).chain(['…']).collect()
}
