//! The public items of generated crates, from the JSON of rustdoc.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use public_api::Builder;
use xtask_common::{Failure, process, workspace};

use crate::reexports::Reexports;
use crate::spelling::normalized;

/// Crates that rustdoc has documented.
pub(crate) struct Documented<'a> {
    target: &'a Path,
    /// The items of the runtime, which generated crates re-export.
    runtime: Vec<String>,
    /// The items of generated crates, by folder.
    crates: BTreeMap<PathBuf, BTreeSet<String>>,
}

impl<'a> Documented<'a> {
    /// Documents the runtime.
    pub(crate) fn of_runtime(target: &'a Path) -> Result<Self, Failure> {
        let json = rustdoc(&workspace::root().join("codegen/runtime"), target)?;
        Ok(Self { target, runtime: listed(&json)?, crates: BTreeMap::new() })
    }

    /// Lists the public items of a generated crate, with those that it re-exports from the runtime.
    pub(crate) fn items(&mut self, folder: &Path) -> Result<BTreeSet<String>, Failure> {
        if let Some(items) = self.crates.get(folder) {
            return Ok(items.clone());
        }
        let json = rustdoc(folder, self.target)?;
        let library = json.file_stem().unwrap_or_default().to_string_lossy().into_owned();
        let items = Reexports::read(&json)?.resolve(listed(&json)?, self.runtime.iter().cloned());
        let items: BTreeSet<String> = items.iter().map(|item| normalized(item, &library)).collect();
        self.crates.insert(folder.to_owned(), items.clone());
        Ok(items)
    }
}

/// Lists the public items of a crate, without blanket and auto trait implementations.
fn listed(json: &Path) -> Result<Vec<String>, Failure> {
    let api =
        Builder::from_rustdoc_json(json).omit_blanket_impls(true).omit_auto_trait_impls(true).build()?;
    Ok(api.items().map(ToString::to_string).collect())
}

/// Documents a crate as JSON. JSON is not a stable format of rustdoc, hence the bootstrap variable.
fn rustdoc(folder: &Path, target: &Path) -> Result<PathBuf, Failure> {
    let mut cargo = process::cargo();
    cargo
        .args(["rustdoc", "--lib", "--quiet", "--all-features", "--"])
        .args(["-Zunstable-options", "--output-format=json", "--cap-lints=allow"])
        .current_dir(folder)
        .env("RUSTC_BOOTSTRAP", "1")
        .env("CARGO_TARGET_DIR", target);
    process::run(&mut cargo)?;
    let package = if folder.ends_with("codegen/runtime") {
        "tinsmith_runtime".into()
    } else {
        folder.file_name().unwrap_or_default().to_string_lossy().replace('-', "_")
    };
    Ok(target.join("doc").join(package).with_extension("json"))
}
