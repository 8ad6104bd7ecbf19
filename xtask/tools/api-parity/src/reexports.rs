//! Items that a generated crate re-exports from its runtime.
//!
//! `public-api` lists the items of one crate. A re-export is one `pub use` there, so the items of the runtime are listed too and
//! get the paths under which the generated crate exports them.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use serde_json::Value;
use xtask_common::Failure;

/// The library of the runtime crate.
const RUNTIME: &str = "tinsmith_runtime";

/// Types of the runtime that appear in signatures only, and their paths in the official crate, where they are private too.
const PRIVATE: [(&str, &str); 2] = [
    ("Unhandled", "error::sealed_unhandled::Unhandled"),
    ("UnknownVariantValue", "primitives::sealed_enum_unknown::UnknownVariantValue"),
];

/// Re-exports of the runtime: from names of its items to paths of the generated crate.
#[derive(Debug)]
pub(crate) struct Reexports(BTreeMap<String, String>);

impl Reexports {
    /// Reads the re-exports from the JSON that rustdoc writes for a generated crate.
    pub(crate) fn read(json: &Path) -> Result<Self, Failure> {
        let document: Value = serde_json::from_str(&fs::read_to_string(json)?)?;
        let root = document["root"].to_string();
        let library = item(&document, &root)["name"].as_str().unwrap_or_default().to_owned();
        let mut found = BTreeMap::new();
        collect(&document, &root, &library, &mut found);
        found.extend(PRIVATE.map(|(name, path)| (name.to_owned(), format!("{library}::{path}"))));
        Ok(Self(found))
    }

    /// Returns the items of the generated crate and those of the runtime that it re-exports.
    pub(crate) fn resolve(
        &self,
        own: impl IntoIterator<Item = String>,
        runtime: impl IntoIterator<Item = String>,
    ) -> BTreeSet<String> {
        let public: Vec<String> = self.0.values().map(|path| format!("{path}::")).collect();
        let is_exported = |item: &String| {
            let path = subject(item);
            self.0.values().any(|exported| exported == path)
                || public.iter().any(|start| path.starts_with(start))
        };
        let runtime = runtime.into_iter().map(|item| self.renamed(&item)).filter(is_exported);
        own.into_iter().map(|item| self.renamed(&item)).chain(runtime).collect()
    }

    /// Replaces paths of the runtime by those of the generated crate.
    fn renamed(&self, item: &str) -> String {
        let mut pieces = item.split(RUNTIME);
        let mut text = pieces.next().unwrap_or_default().to_owned();
        for piece in pieces {
            let end =
                piece.find(|c: char| !(c.is_alphanumeric() || c == '_' || c == ':')).unwrap_or(piece.len());
            // A single colon after the path begins the bounds of a trait.
            let end = piece[..end].trim_end_matches(':').len();
            let (path, rest) = piece.split_at(end);
            let segments: Vec<&str> = path.split("::").collect();
            let named = segments.iter().position(|segment| self.0.contains_key(*segment));
            match named {
                Some(at) => {
                    let after = segments[at + 1..].iter().map(|segment| format!("::{segment}"));
                    text += &self.0[segments[at]];
                    text.extend(after);
                }
                None => {
                    text += RUNTIME;
                    text += path;
                }
            }
            text += rest;
        }
        text
    }
}

/// Returns the path of the type that an implementation is for, and of the item otherwise.
fn subject(item: &str) -> &str {
    match item.strip_prefix("impl").and_then(|rest| rest.rsplit_once(" for ")) {
        Some((_, implementor)) => crate::compare::path(implementor),
        None => crate::compare::path(item),
    }
}

/// Walks the modules of the crate and collects what they re-export from the runtime.
fn collect(document: &Value, id: &str, path: &str, found: &mut BTreeMap<String, String>) {
    for child in item(document, id)["inner"]["module"]["items"].as_array().into_iter().flatten() {
        let id = child.to_string();
        let inner = &item(document, &id)["inner"];
        if let Some(source) = inner["use"]["source"].as_str() {
            if source.starts_with(RUNTIME) {
                let name = inner["use"]["name"].as_str().unwrap_or_default();
                found.insert(name.to_owned(), format!("{path}::{name}"));
            }
        } else if !inner["module"].is_null() {
            let name = item(document, &id)["name"].as_str().unwrap_or_default();
            collect(document, &id, &format!("{path}::{name}"), found);
        }
    }
}

fn item<'a>(document: &'a Value, id: &str) -> &'a Value {
    &document["index"][id.trim_matches('"')]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn items_of_the_runtime_get_the_paths_of_the_crate() {
        let names = [
            ("Params", "things::config::auth::Params"),
            ("Unhandled", "things::error::sealed_unhandled::Unhandled"),
        ];
        let reexports = Reexports(names.map(|(name, path)| (name.to_owned(), path.to_owned())).into());
        let own = ["pub things::Error::Unhandled(tinsmith_runtime::error::unhandled::Unhandled)".to_owned()];
        let runtime = [
            "pub struct tinsmith_runtime::config::auth::Params".to_owned(),
            "pub fn tinsmith_runtime::config::auth::Params::operation_name(&self) -> &str".to_owned(),
            "pub struct tinsmith_runtime::config::Other".to_owned(),
            "impl core::fmt::Debug for tinsmith_runtime::config::auth::Params".to_owned(),
            "impl core::fmt::Debug for tinsmith_runtime::config::Other".to_owned(),
        ];
        let items: Vec<String> = reexports.resolve(own, runtime).into_iter().collect();
        assert_eq!(
            items,
            [
                "impl core::fmt::Debug for things::config::auth::Params",
                "pub fn things::config::auth::Params::operation_name(&self) -> &str",
                "pub struct things::config::auth::Params",
                "pub things::Error::Unhandled(things::error::sealed_unhandled::Unhandled)",
            ]
        );
    }
}
