//! What overlays say of derives: `tinsmith.api#derive`, `#dependencies` and `#attributes` as typed values.

use syn::{Meta, Path};

use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::model::Traits;
use crate::model::traits::id;
use crate::read::node::Node;
use crate::source::Place;

mod dependency;

pub use dependency::{Dependencies, Dependency};

/// A trait of the standard library that a type implements or not. The order is that of the derives.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Standard {
    /// `Copy`
    Copy,
    /// `Eq`
    Eq,
    /// `PartialOrd`
    PartialOrd,
    /// `Ord`
    Ord,
    /// `Hash`
    Hash,
}

impl Standard {
    /// All of them.
    pub const ALL: [Self; 5] = [Self::Copy, Self::Eq, Self::PartialOrd, Self::Ord, Self::Hash];

    /// `Hash`
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Copy => "Copy",
            Self::Eq => "Eq",
            Self::PartialOrd => "PartialOrd",
            Self::Ord => "Ord",
            Self::Hash => "Hash",
        }
    }

    fn parse(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|known| known.name() == name)
    }
}

/// A derive macro of another crate.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DeriveMacro {
    /// Its path: `schemars::JsonSchema`.
    pub path: String,
    /// The library that it comes from, as Rust spells it: `schemars`.
    pub library: String,
    /// Where it was given.
    pub place: Place,
}

/// What a type derives beside what it does by itself, and what it does not.
#[derive(Clone, Debug, Default)]
pub struct Derive {
    /// Traits of the standard library that are asked for, and where.
    pub add: Vec<(Standard, Place)>,
    /// Macros of other crates.
    pub macros: Vec<DeriveMacro>,
    /// Traits that it must not implement.
    pub drop: Vec<Standard>,
}

impl Derive {
    /// What traits say; nothing where they are not what reading an overlay lets through.
    #[must_use]
    pub fn of(traits: &Traits) -> Self {
        read_of(traits, id::DERIVE, Self::read)
    }

    /// Reads the value of `tinsmith.api#derive`.
    pub(crate) fn read(node: &Node<'_>) -> Result<Self, Diagnostics> {
        let (mut derive, mut findings) = (Self::default(), Diagnostics::default());
        for (key, list) in node.entries()? {
            for node in list.elements()? {
                let read = match key {
                    "add" => derive.read_added(&node),
                    "drop" => dropped(&node).map(|standard| derive.drop.push(standard)),
                    _ => Err(unknown_key(key, &["add", "drop"], &list)),
                };
                read.unwrap_or_else(|finding| findings.push(finding));
            }
        }
        for (standard, place) in &derive.add {
            if derive.drop.contains(standard) {
                let message = format!("`{}` is both added and dropped", standard.name());
                findings.push(Diagnostic::error(message).at(place).with_help("remove one of the two"));
            }
        }
        findings.finish(derive)
    }

    fn read_added(&mut self, node: &Node<'_>) -> Result<(), Diagnostic> {
        let text = node.text()?;
        let segments = segments(text).ok_or_else(|| no_path(text, node))?;
        match segments.as_slice() {
            [] => return Err(no_path(text, node)),
            [name] => self.add.push((standard(name, node)?, node.place.clone())),
            ["std" | "core" | "alloc", .., last] => {
                let finding = Diagnostic::error(format!("`{text}` is derived by its name")).at(&node.place);
                return Err(finding.with_help(format!("write `{last}`")));
            }
            [library, ..] if library.starts_with("serde") => return Err(served(text, node)),
            [library, ..] => self.macros.push(DeriveMacro {
                path: segments.join("::"),
                library: (*library).to_owned(),
                place: node.place.clone(),
            }),
        }
        Ok(())
    }
}

fn read_of<T: Default>(traits: &Traits, id: &str, read: fn(&Node<'_>) -> Result<T, Diagnostics>) -> T {
    let given = traits.get(id).map(|given| Node::new(&given.value, given.place.clone()));
    given.and_then(|node| read(&node).ok()).unwrap_or_default()
}

/// The segments of a plain path: no arguments, and nothing that leads out of where it stands.
fn segments(text: &str) -> Option<Vec<&str>> {
    // Nothing else can stand in a plain path, and what could nest is not parsed at all.
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

fn standard(name: &str, node: &Node<'_>) -> Result<Standard, Diagnostic> {
    if let Some(standard) = Standard::parse(name) {
        return Ok(standard);
    }
    let (message, help) = match name {
        "Clone" | "Debug" | "PartialEq" => {
            (format!("every type implements `{name}` already"), "remove it".to_owned())
        }
        "Default" => (
            "types do not derive `Default`".to_owned(),
            "start from the builder, which knows what must be given and what the model's defaults are"
                .to_owned(),
        ),
        "Serialize" | "Deserialize" => return Err(served(name, node)),
        _ => {
            let help = format!("name its crate too, as in `a_crate::{name}`");
            let finding = Diagnostic::error(format!("`{name}` is no derive of the standard library"));
            let known = Standard::ALL.map(Standard::name);
            return Err(finding.at(&node.place).suggest(name, known, &help));
        }
    };
    Err(Diagnostic::error(message).at(&node.place).with_help(help))
}

fn dropped(node: &Node<'_>) -> Result<Standard, Diagnostic> {
    let name = node.text()?;
    Standard::parse(name).ok_or_else(|| {
        let finding = Diagnostic::error(format!("`{name}` cannot be dropped")).at(&node.place);
        let known = Standard::ALL.map(Standard::name);
        match name {
            "Clone" | "Debug" | "PartialEq" => finding.with_help("the crate itself needs it"),
            _ => finding.suggest(name, known, "`Eq`, `PartialOrd`, `Ord` and `Hash` can be"),
        }
    })
}

fn no_path(text: &str, node: &Node<'_>) -> Diagnostic {
    Diagnostic::error(format!("`{text}` is not the path of a derive"))
        .at(&node.place)
        .with_help("write `Ord`, or the crate and the macro: `schemars::JsonSchema`")
}

fn served(text: &str, node: &Node<'_>) -> Diagnostic {
    Diagnostic::error(format!("`{text}` would be implemented twice"))
        .at(&node.place)
        .with_help("switch the feature `serde` of the crate on, which implements it for every type")
}

/// A key that an object does not have.
fn unknown_key(key: &str, known: &[&str], node: &Node<'_>) -> Diagnostic {
    let keys = known.iter().map(|key| format!("`{key}`")).collect::<Vec<_>>().join(", ");
    Diagnostic::error(format!("there is no `{key}` here")).at(&node.place).suggest(
        key,
        known.iter().copied(),
        &format!("the keys are {keys}"),
    )
}

/// An attribute for the derives of a crate.
#[derive(Clone, Debug)]
pub struct Attribute {
    /// The dependency whose derives read it.
    pub dependency: String,
    /// What stands between the brackets: `schemars(skip)`.
    pub text: String,
    /// Where it was given.
    pub place: Place,
}

/// The attributes of a type or member.
#[derive(Clone, Debug, Default)]
pub struct Attributes(pub Vec<Attribute>);

/// Attributes that no derive reads: they mean something to the compiler or its tools.
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
    /// What traits say.
    #[must_use]
    pub fn of(traits: &Traits) -> Self {
        read_of(traits, id::ATTRIBUTES, Self::read)
    }

    /// Reads the value of `tinsmith.api#attributes`: lists of attributes by dependency.
    pub(crate) fn read(node: &Node<'_>) -> Result<Self, Diagnostics> {
        let (mut attributes, mut findings) = (Self::default(), Diagnostics::default());
        for (dependency, list) in node.entries()? {
            for node in list.elements()? {
                match attribute(dependency, &node) {
                    Ok(attribute) => attributes.0.push(attribute),
                    Err(finding) => findings.push(finding),
                }
            }
        }
        findings.finish(attributes)
    }
}

/// Attributes that are longer are refused: what nests in them is parsed by recursion.
const LONGEST_ATTRIBUTE: usize = 400;

fn attribute(dependency: &str, node: &Node<'_>) -> Result<Attribute, Diagnostic> {
    let text = node.text()?;
    let meta = Some(text).filter(|text| text.len() <= LONGEST_ATTRIBUTE);
    let meta = meta.and_then(|text| syn::parse_str::<Meta>(text).ok());
    let name = meta.as_ref().and_then(|meta| meta.path().get_ident().map(ToString::to_string));
    let Some(name) = name else {
        return Err(Diagnostic::error(format!("`{text}` is not an attribute"))
            .at(&node.place)
            .with_help("write what stands between the brackets: `schemars(skip)`"));
    };
    if BUILT_IN.contains(&name.as_str()) {
        return Err(Diagnostic::error(format!("`{name}` is an attribute of Rust and not of a derive"))
            .at(&node.place)
            .with_help(format!("write an attribute that the derives of `{dependency}` read")));
    }
    Ok(Attribute { dependency: dependency.to_owned(), text: text.to_owned(), place: node.place.clone() })
}
