//! The value of `tinsmith.api#derive`.

use syn::Path;

use super::read::{read_of, unknown_key};
use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::model::traits::{Traits, id};
use crate::source::{Location, Node};
use crate::standard_trait::StandardTrait;

/// A derive macro of another crate.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DeriveMacro {
    /// Its path: `schemars::JsonSchema`.
    pub path: String,
    /// The name of its crate in Rust: `schemars`.
    pub library: String,
    /// Its location.
    pub location: Location,
}

/// The derives that an overlay adds to a type or drops from it.
#[derive(Clone, Debug, Default)]
pub struct Derive {
    /// Traits of the standard library to add, with their locations.
    pub add: Vec<(StandardTrait, Location)>,
    /// Derive macros of other crates to add.
    pub macros: Vec<DeriveMacro>,
    /// Traits to drop.
    pub drop: Vec<StandardTrait>,
}

impl Derive {
    /// Reads the derives in the traits of a shape.
    #[must_use]
    pub fn of(traits: &Traits) -> Self {
        read_of(traits, id::DERIVE, Self::read)
    }

    /// Parses the value of `tinsmith.api#derive`.
    pub(crate) fn read(node: &Node<'_>) -> Result<Self, Diagnostics> {
        let (mut derive, mut diagnostics) = (Self::default(), Diagnostics::default());
        for (key, list) in node.entries()? {
            for node in list.elements()? {
                let read = match key {
                    "add" => derive.read_added(&node),
                    "drop" => dropped(&node).map(|standard| derive.drop.push(standard)),
                    _ => Err(unknown_key(key, &["add", "drop"], &list)),
                };
                read.unwrap_or_else(|diagnostic| diagnostics.push(diagnostic));
            }
        }
        for (standard, location) in &derive.add {
            if derive.drop.contains(standard) {
                let message = format!("`{}` is both added and dropped", standard.name());
                diagnostics.push(Diagnostic::error(message).at(location).with_help("remove one of the two"));
            }
        }
        diagnostics.finish(derive)
    }

    fn read_added(&mut self, node: &Node<'_>) -> Result<(), Diagnostic> {
        let text = node.text()?;
        let segments = segments(text).ok_or_else(|| no_path(text, node))?;
        match segments.as_slice() {
            [] => return Err(no_path(text, node)),
            [name] => self.add.push((standard(name, node)?, node.location.clone())),
            ["std" | "core" | "alloc", .., last] => {
                let diagnostic = Diagnostic::error(format!("`{text}` is a derive of the standard library"))
                    .at(&node.location);
                return Err(diagnostic.with_help(format!("write `{last}`")));
            }
            [library, ..] if library.starts_with("serde") => return Err(of_serde(text, node)),
            [library, ..] => self.macros.push(DeriveMacro {
                path: segments.join("::"),
                library: (*library).to_owned(),
                location: node.location.clone(),
            }),
        }
        Ok(())
    }
}

/// Returns the segments of a plain path: without arguments, and not relative.
fn segments(text: &str) -> Option<Vec<&str>> {
    // A plain path has no other characters, and nothing that could nest is parsed.
    if !text.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"_: ".contains(&byte)) {
        return None;
    }
    let path = syn::parse_str::<Path>(text).ok()?;
    let plain =
        path.leading_colon.is_none() && path.segments.iter().all(|segment| segment.arguments.is_none());
    let segments: Vec<&str> = text.split("::").map(str::trim).collect();
    let is_local = ["crate", "self", "super", "Self"].contains(segments.first()?);
    (plain && !is_local && segments.len() == path.segments.len()).then_some(segments)
}

fn standard(name: &str, node: &Node<'_>) -> Result<StandardTrait, Diagnostic> {
    if let Some(standard) = StandardTrait::parse(name) {
        return Ok(standard);
    }
    let (message, help) = match name {
        "Clone" | "Debug" | "PartialEq" => {
            (format!("every type implements `{name}` already"), "remove it".to_owned())
        }
        "Default" => (
            "types do not derive `Default`".to_owned(),
            "use the builder, which checks required members and sets the defaults of the model".to_owned(),
        ),
        "Serialize" | "Deserialize" => return Err(of_serde(name, node)),
        _ => {
            let help = format!("write the path of the macro, such as `a_crate::{name}`");
            let diagnostic = Diagnostic::error(format!("`{name}` is not a derive of the standard library"));
            let known = StandardTrait::ALL.map(StandardTrait::name);
            return Err(diagnostic.at(&node.location).suggest(name, known, &help));
        }
    };
    Err(Diagnostic::error(message).at(&node.location).with_help(help))
}

fn dropped(node: &Node<'_>) -> Result<StandardTrait, Diagnostic> {
    let name = node.text()?;
    StandardTrait::parse(name).ok_or_else(|| {
        let diagnostic = Diagnostic::error(format!("`{name}` cannot be dropped")).at(&node.location);
        let known = StandardTrait::ALL.map(StandardTrait::name);
        match name {
            "Clone" | "Debug" | "PartialEq" => diagnostic.with_help("generated code requires it"),
            _ => {
                diagnostic.suggest(name, known, "`Copy`, `Eq`, `PartialOrd`, `Ord` and `Hash` can be dropped")
            }
        }
    })
}

fn no_path(text: &str, node: &Node<'_>) -> Diagnostic {
    Diagnostic::error(format!("`{text}` is not the path of a derive"))
        .at(&node.location)
        .with_help("write `Ord`, or the crate and the macro: `schemars::JsonSchema`")
}

fn of_serde(text: &str, node: &Node<'_>) -> Diagnostic {
    Diagnostic::error(format!("`{text}` would be implemented twice"))
        .at(&node.location)
        .with_help("enable the feature `serde` of the crate, which implements it for all types")
}
