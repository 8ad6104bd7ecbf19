//! Checks the Rust names in models and overlays: a name must be valid for its kind of item without changes.

use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::model::traits::{TraitValue, id};
use crate::model::{Model, Shape, ShapeKind, Traits};
use crate::name;

/// The naming style of a kind of item.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Style {
    /// `DirectConnect`: types and operations.
    Item,
    /// `DirectConnect`: the variants of enums and unions.
    Variant,
    /// `direct_connect`: fields.
    Field,
    /// `DIRECT_CONNECT`: values of integer enums.
    Constant,
}

impl Style {
    fn of_shape(kind: &ShapeKind) -> Option<Self> {
        use ShapeKind::{Enum, IntEnum, Operation, Structure, Union};
        matches!(kind, Structure | Union | Enum | IntEnum | Operation(_)).then_some(Self::Item)
    }

    fn of_member(kind: &ShapeKind) -> Option<Self> {
        match kind {
            ShapeKind::Structure => Some(Self::Field),
            ShapeKind::Union | ShapeKind::Enum => Some(Self::Variant),
            ShapeKind::IntEnum => Some(Self::Constant),
            _ => None,
        }
    }

    fn fits(self, name: &str) -> bool {
        let only = |fits: fn(u8) -> bool| name.bytes().all(|byte| fits(byte) || byte.is_ascii_digit());
        let first = name.bytes().next().unwrap_or_default();
        match self {
            Self::Item | Self::Variant => {
                first.is_ascii_uppercase() && only(|byte| byte.is_ascii_alphabetic())
            }
            Self::Field => !first.is_ascii_digit() && only(|byte| byte.is_ascii_lowercase() || byte == b'_'),
            Self::Constant => {
                !first.is_ascii_digit() && only(|byte| byte.is_ascii_uppercase() || byte == b'_')
            }
        }
    }

    /// Converts a name by the naming rules.
    fn converted(self, name: &str) -> String {
        match self {
            Self::Item => name::item(name),
            Self::Variant => name::variant(name),
            Self::Field => name::field(name),
            Self::Constant => name::constant(name),
        }
    }

    /// Returns an unused name for a name that generated code uses.
    fn escaped(self, name: &str) -> String {
        match self {
            Self::Item => name::escape_item(name),
            Self::Variant => name::escape_variant(name),
            Self::Field => name::escape_field(name),
            Self::Constant => name.to_owned(),
        }
    }

    fn description(self) -> &'static str {
        match self {
            Self::Item | Self::Variant => "upper camel case",
            Self::Field => "snake case",
            Self::Constant => "upper snake case",
        }
    }

    fn example(self) -> &'static str {
        match self {
            Self::Item | Self::Variant => "VirtualInterface",
            Self::Field => "virtual_interface",
            Self::Constant => "VIRTUAL_INTERFACE",
        }
    }
}

/// Checks the Rust names of a shape and its members.
pub(super) fn check(model: &Model, shape: &Shape, diagnostics: &mut Diagnostics) {
    diagnostics.extend(check_shape(model, shape));
    for member in shape.members.values() {
        let Some(rust_name) = name_of(&member.traits) else { continue };
        let style = Style::of_member(&shape.kind);
        diagnostics.extend(check_name(&member.id.to_string(), rust_name, style));
    }
}

fn name_of(traits: &Traits) -> Option<&TraitValue> {
    traits.get(id::RUST_NAME)
}

fn check_shape(model: &Model, shape: &Shape) -> Option<Diagnostic> {
    let rust_name = name_of(&shape.traits)?;
    match operation_with_message(model, shape) {
        Some(operation) => Some(
            Diagnostic::error(format!(
                "the Rust name of `{}` follows from the operation `{operation}`",
                shape.id
            ))
            .at(&rust_name.location)
            .with_help(format!("rename `{operation}`, which renames its input and output too")),
        ),
        // The variant of this name is for errors that are not modelled.
        None if shape.traits.has(id::ERROR) && rust_name.value.as_str() == Some("Unhandled") => {
            Some(taken(shape.id.as_str(), rust_name, "Unhandled", "UnhandledError"))
        }
        None => check_name(shape.id.as_str(), rust_name, Style::of_shape(&shape.kind)),
    }
}

/// Returns the operation of an input or output that is not used elsewhere.
fn operation_with_message<'m>(model: &'m Model, shape: &Shape) -> Option<&'m str> {
    let is_data = || {
        let mut members = model.shapes.values().flat_map(|holder| holder.members.values());
        members.any(|member| member.target.id == shape.id) || shape.traits.has(id::ERROR)
    };
    let (name, _) = model.operations().into_iter().find(|(_, (_, operation))| {
        operation.input.iter().chain(&operation.output).any(|message| message.id == shape.id)
    })?;
    (!is_data()).then_some(name)
}

fn check_name(holder: &str, rust_name: &TraitValue, style: Option<Style>) -> Option<Diagnostic> {
    let diagnostic = |message: String| Diagnostic::error(message).at(&rust_name.location);
    let Some(style) = style else {
        return Some(
            diagnostic(format!("`{holder}` does not become a Rust item and cannot be renamed"))
                .with_help("rename a structure, union, enum or operation, or a member of one"),
        );
    };
    let name = rust_name.value.as_str().unwrap_or_default();
    if !style.fits(name) || name.bytes().all(|byte| byte == b'_') {
        return Some(
            diagnostic(format!("`{name}` cannot be the Rust name of `{holder}`"))
                .with_help(help(style, name)),
        );
    }
    let free = style.escaped(name);
    // A raw identifier keeps the name.
    (free != name && free.strip_prefix("r#") != Some(name)).then(|| taken(holder, rust_name, name, &free))
}

fn taken(holder: &str, rust_name: &TraitValue, name: &str, free: &str) -> Diagnostic {
    Diagnostic::error(format!("the Rust name `{name}` of `{holder}` is reserved"))
        .at(&rust_name.location)
        .with_help(format!("Rust or generated code uses this name; use `{free}`"))
}

/// Describes the style of such names, with an example.
fn help(style: Style, name: &str) -> String {
    let converted = style.converted(name);
    let is_word = name.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"_-".contains(&byte));
    let example = if is_word && style.fits(&converted) { &converted } else { style.example() };
    format!("use {}, such as `{example}`", style.description())
}
