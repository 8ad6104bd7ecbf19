//! Dependencies with derives.

use std::collections::BTreeMap;

use super::read::{read_of, unknown_key};
use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::model::Model;
use crate::model::traits::{Traits, id};
use crate::source::{Location, Node};

/// A dependency of the generated crate, for its derives.
#[derive(Clone, Debug)]
pub struct Dependency {
    /// Its name in the manifest.
    pub name: String,
    /// Its name in the registry, if it differs.
    pub package: Option<String>,
    /// The version requirement, as cargo writes it.
    pub version: Option<String>,
    /// Its folder, relative to the folder of the generated crate.
    pub path: Option<String>,
    /// Its features.
    pub features: Vec<String>,
    /// True if its default features are enabled.
    pub default_features: bool,
    /// The feature of the generated crate that enables it; without one, it is not optional.
    pub feature: Option<String>,
    /// Its location.
    pub location: Location,
}

impl Dependency {
    /// Returns the name of the crate in Rust.
    #[must_use]
    pub fn library(&self) -> String {
        self.name.replace('-', "_")
    }

    fn new(name: &str, location: &Location) -> Self {
        Self {
            name: name.to_owned(),
            package: None,
            version: None,
            path: None,
            features: Vec::new(),
            default_features: true,
            feature: None,
            location: location.clone(),
        }
    }
}

/// The keys of a dependency: those of cargo, and `feature`.
const KEYS: [&str; 6] = ["version", "path", "package", "features", "default-features", "feature"];

/// Dependencies of generated crates, whose versions an overlay cannot choose.
const TAKEN: [&str; 16] = [
    "aws-credential-types",
    "aws-runtime",
    "aws-smithy-async",
    "aws-smithy-cbor",
    "aws-smithy-json",
    "aws-smithy-runtime",
    "aws-smithy-runtime-api",
    "aws-smithy-schema",
    "aws-smithy-types",
    "aws-types",
    "bytes",
    "http",
    "tinsmith-runtime",
    // Crates that every program has.
    "alloc",
    "core",
    "std",
];

/// Features of all generated crates.
const FEATURES: [&str; 11] = [
    "behavior-version-latest",
    "client",
    "default",
    "default-https-client",
    "rt-tokio",
    "rustls",
    "rustls-aws-lc",
    "serde",
    "sigv4a",
    "test-util",
    "transfer",
];

/// Dependencies by their names in the manifest.
#[derive(Clone, Debug, Default)]
pub struct Dependencies(pub BTreeMap<String, Dependency>);

impl Dependencies {
    /// Reads the dependencies that the service of a model declares.
    #[must_use]
    pub fn of_model(model: &Model) -> Self {
        model.service().map(|(service, _)| Self::of(&service.traits)).unwrap_or_default()
    }

    /// Reads the dependencies in the traits of a service.
    fn of(traits: &Traits) -> Self {
        read_of(traits, id::DEPENDENCIES, Self::read)
    }

    /// Parses the value of `tinsmith.api#dependencies`.
    pub(crate) fn read(node: &Node<'_>) -> Result<Self, Diagnostics> {
        let (mut dependencies, mut diagnostics) = (Self::default(), Diagnostics::default());
        for (name, node) in node.entries()? {
            match dependency(name, &node) {
                Ok(dependency) => drop(dependencies.0.insert(name.to_owned(), dependency)),
                Err(diagnostic) => diagnostics.push(diagnostic),
            }
        }
        diagnostics.finish(dependencies)
    }

    /// Returns the dependency with the given name in Rust.
    #[must_use]
    pub fn of_library(&self, library: &str) -> Option<&Dependency> {
        self.0.values().find(|dependency| dependency.library() == library)
    }
}

fn dependency(name: &str, node: &Node<'_>) -> Result<Dependency, Diagnostic> {
    if TAKEN.contains(&name) {
        return Err(Diagnostic::error(format!("the generated crate already depends on `{name}`"))
            .at(&node.location)
            .with_help("use another name, with the name of the package in `\"package\"`"));
    }
    let is_library = syn::parse_str::<syn::Ident>(&name.replace('-', "_")).is_ok();
    if !is_name(name) || !is_library {
        return Err(unfit(node, &format!("`{name}` is not the name of a crate")));
    }
    let mut read = Dependency::new(name, &node.location);
    for (key, node) in node.entries()? {
        entry(&mut read, key, &node)?;
    }
    if read.version.is_none() && read.path.is_none() {
        return Err(Diagnostic::error(format!("the dependency `{name}` has no version"))
            .at(&node.location)
            .with_help("add `\"version\": \"1.0\"`, or the `path` of its folder"));
    }
    Ok(read)
}

fn entry(dependency: &mut Dependency, key: &str, node: &Node<'_>) -> Result<(), Diagnostic> {
    let checked = |fits: fn(&str) -> bool, what: &str| {
        let text = node.text()?;
        if fits(text) { Ok(text.to_owned()) } else { Err(unfit(node, &format!("`{text}` is not {what}"))) }
    };
    match key {
        "version" => {
            dependency.version = Some(checked(is_requirement, "a version as cargo writes it: `1.2`")?);
        }
        "path" => dependency.path = Some(checked(is_path, "a path that a manifest can hold")?),
        "package" => dependency.package = Some(checked(is_name, "the name of a package")?),
        "feature" => dependency.feature = Some(feature(node)?),
        "features" => {
            for node in node.elements()? {
                let text = node.text()?;
                if !is_feature(text) {
                    return Err(unfit(&node, &format!("`{text}` is not the name of a feature")));
                }
                dependency.features.push(text.to_owned());
            }
        }
        "default-features" => {
            let flag = node.value.as_bool();
            dependency.default_features =
                flag.ok_or_else(|| unfit(node, "`default-features` is neither true nor false"))?;
        }
        _ => return Err(unknown_key(key, &KEYS, node)),
    }
    Ok(())
}

fn feature(node: &Node<'_>) -> Result<String, Diagnostic> {
    let text = node.text()?;
    if FEATURES.contains(&text) {
        return Err(Diagnostic::error(format!("the generated crate already has a feature `{text}`"))
            .at(&node.location)
            .with_help("give the feature another name"));
    }
    if !is_feature(text) || text.contains('/') {
        return Err(unfit(node, &format!("`{text}` is not the name of a feature")));
    }
    Ok(text.to_owned())
}

fn unfit(node: &Node<'_>, message: &str) -> Diagnostic {
    Diagnostic::error(message)
        .at(&node.location)
        .with_help("the value is written to the manifest of the generated crate")
}

fn is_name(text: &str) -> bool {
    text.starts_with(|first: char| first.is_ascii_alphabetic())
        && text.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"-_".contains(&byte))
}

fn is_feature(text: &str) -> bool {
    text.starts_with(|first: char| first.is_ascii_alphanumeric() || first == '_')
        && text.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"-_+./?".contains(&byte))
}

fn is_path(text: &str) -> bool {
    !text.is_empty() && !text.chars().any(|letter| letter.is_control() || "\"\\".contains(letter))
}

/// Comparators with commas between them: `1.2`, `>=1.2, <3`, `=1.0.0-rc.1`, `1.*`.
fn is_requirement(text: &str) -> bool {
    text.split(',').all(|comparator| is_comparator(comparator.trim()))
}

fn is_comparator(text: &str) -> bool {
    let version = ["^", "~", "=", ">=", "<=", ">", "<"].iter().find_map(|sign| {
        // After `>` of `>=` there is no digit, so the two are not confused.
        let rest = text.strip_prefix(sign)?.trim_start();
        rest.starts_with(|first: char| first.is_ascii_digit()).then_some(rest)
    });
    let version = version.unwrap_or(text);
    let (numbers, more) = version.split_at(version.find(['-', '+']).unwrap_or(version.len()));
    let parts: Vec<&str> = numbers.split('.').collect();
    let number = |part: &&str| part.parse::<u64>().is_ok() && (*part == "0" || !part.starts_with('0'));
    let (last, front) = parts.split_last().map_or(("", &[][..]), |(last, front)| (*last, front));
    let counted = front.iter().all(number) && (number(&last) || ["*", "x"].contains(&last));
    let allowed = |byte: u8| byte.is_ascii_alphanumeric() || b"-+.".contains(&byte);
    counted
        && parts.len() <= 3
        && (more.is_empty() || (parts.len() == 3 && more.len() > 1 && more.bytes().all(allowed)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn version_requirements_of_cargo_are_accepted_and_others_refused() {
        for right in ["1", "1.2", "1.2.3", "^1.2", ">=1.2, <3", "=1.0.0-rc.1", "1.*", "*", "~0.4.1", "> 1"] {
            assert!(is_requirement(right), "{right}");
        }
        for wrong in ["", "one", "1.2.3.4", "1..2", ">>1", "1.2\"", "latest", "01", "1.2-rc", ",", "1.0 2.0"]
        {
            assert!(!is_requirement(wrong), "{wrong}");
        }
    }

    /// An overlay cannot declare the dependencies and features of the template.
    #[test]
    fn dependencies_of_the_template_are_taken() {
        let template = include_str!("../../../template/manifest.toml");
        for section in template.split("\n\n") {
            let names = section.lines().filter_map(|line| line.split_once(" = ").map(|(name, _)| name));
            for name in names {
                if section.starts_with("[features]") {
                    assert!(FEATURES.contains(&name), "{name}");
                } else if section.starts_with("[dependencies]") {
                    assert!(TAKEN.contains(&name), "{name}");
                }
            }
        }
    }
}
