//! The first reference: the public items of both crates, compared as strings. It applies no rules of compatibility.

use std::path::Path;

use public_api::diff::PublicApiDiff;
use public_api::{Builder, PublicApi};
use tinsmith::diff::Step;

use crate::item_path;

/// Items that differ between the crates.
#[derive(Default)]
pub(crate) struct Items {
    /// Items of the old crate only.
    pub(crate) removed: Vec<String>,
    /// Items with another signature, as in the old crate.
    pub(crate) changed: Vec<String>,
    /// Items of the new crate only.
    pub(crate) added: Vec<String>,
}

impl Items {
    /// The required version step. Removed and changed items may be in use.
    pub(crate) fn step(&self) -> Option<Step> {
        if !self.removed.is_empty() || !self.changed.is_empty() {
            return Some(Step::Major);
        }
        (!self.added.is_empty()).then_some(Step::Minor)
    }
}

/// Compares the rustdoc JSON of two crates.
pub(crate) fn compare(old: &Path, new: &Path) -> Result<Items, String> {
    let PublicApiDiff { removed, changed, added } = PublicApiDiff::between(public(old)?, public(new)?);
    // Containers, such as modules, exist as long as they contain an item.
    let item = |item: String| (!item_path::is_container(&item)).then_some(item);
    Ok(Items {
        removed: removed.iter().filter_map(|removed| item(removed.to_string())).collect(),
        changed: changed.iter().filter_map(|changed| item(changed.old.to_string())).collect(),
        added: added.iter().filter_map(|added| item(added.to_string())).collect(),
    })
}

/// Reads public items, without blanket implementations, which are not items of the crate.
fn public(json: &Path) -> Result<PublicApi, String> {
    Builder::from_rustdoc_json(json).omit_blanket_impls(true).build().map_err(|error| error.to_string())
}
