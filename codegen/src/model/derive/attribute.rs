//! Attributes for derives of other crates.

use syn::Meta;

use super::read::read_of;
use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::model::traits::{Traits, id};
use crate::source::{Location, Node};

/// A helper attribute for the derives of a crate.
#[derive(Clone, Debug)]
pub struct Attribute {
    /// The dependency with the derives that read it.
    pub dependency: String,
    /// The text between the brackets: `schemars(skip)`.
    pub text: String,
    /// Its location.
    pub location: Location,
}

/// The attributes of a type or member.
#[derive(Clone, Debug, Default)]
pub struct Attributes(pub Vec<Attribute>);

/// Attributes of the compiler and its tools, which derives do not read.
const BUILT_IN: [&str; 40] = [
    "allow",
    "automatically_derived",
    "cfg",
    "cfg_attr",
    "clippy",
    "cold",
    "crate_name",
    "crate_type",
    "debugger_visualizer",
    "deny",
    "deprecated",
    "derive",
    "doc",
    "expect",
    "export_name",
    "feature",
    "forbid",
    "global_allocator",
    "ignore",
    "inline",
    "instruction_set",
    "link",
    "link_name",
    "link_section",
    "macro_export",
    "macro_use",
    "must_use",
    "naked",
    "no_mangle",
    "non_exhaustive",
    "path",
    "proc_macro",
    "repr",
    "rustfmt",
    "target_feature",
    "test",
    "track_caller",
    "type_length_limit",
    "used",
    "warn",
];

impl Attributes {
    /// Reads the attributes in the traits of a type or member.
    #[must_use]
    pub fn of(traits: &Traits) -> Self {
        read_of(traits, id::ATTRIBUTES, Self::read)
    }

    /// Parses the value of `tinsmith.api#attributes`: lists of attributes by dependency.
    pub(crate) fn read(node: &Node<'_>) -> Result<Self, Diagnostics> {
        let (mut attributes, mut diagnostics) = (Self::default(), Diagnostics::default());
        for (dependency, list) in node.entries()? {
            for node in list.elements()? {
                match attribute(dependency, &node) {
                    Ok(attribute) => attributes.0.push(attribute),
                    Err(diagnostic) => diagnostics.push(diagnostic),
                }
            }
        }
        diagnostics.finish(attributes)
    }
}

/// The maximum length of an attribute in bytes. Nested attributes are parsed recursively, so their depth must be limited.
const MAX_ATTRIBUTE: usize = 400;

fn attribute(dependency: &str, node: &Node<'_>) -> Result<Attribute, Diagnostic> {
    let text = node.text()?;
    let meta = Some(text).filter(|text| text.len() <= MAX_ATTRIBUTE);
    let meta = meta.and_then(|text| syn::parse_str::<Meta>(text).ok());
    let name = meta.as_ref().and_then(|meta| meta.path().get_ident().map(ToString::to_string));
    let Some(name) = name else {
        return Err(Diagnostic::error(format!("`{text}` is not an attribute"))
            .at(&node.location)
            .with_help("write the text between `#[` and `]`, such as `schemars(skip)`"));
    };
    if BUILT_IN.contains(&name.as_str()) {
        return Err(Diagnostic::error(format!("`{name}` is an attribute of Rust, not of a derive"))
            .at(&node.location)
            .with_help(format!("write an attribute of the derives of `{dependency}`")));
    }
    Ok(Attribute {
        dependency: dependency.to_owned(),
        text: text.to_owned(),
        location: node.location.clone(),
    })
}
