//! The first judge: the public items of both crates, compared as texts. It knows no rules of compatibility, and cannot be
//! wrong about what there is.

use std::path::Path;

use public_api::diff::PublicApiDiff;
use public_api::{Builder, PublicApi};
use tinsmith::diff::Step;

use crate::place;

/// The items that only one of the crates has, or both with another signature.
#[derive(Default)]
pub(crate) struct Items {
    /// Those that only the old crate has.
    pub(crate) removed: Vec<String>,
    /// Those with another signature, as they were.
    pub(crate) changed: Vec<String>,
    /// Those that only the new crate has.
    pub(crate) added: Vec<String>,
}

impl Items {
    /// How far the version must go up: what is gone or has changed may be in use.
    pub(crate) fn step(&self) -> Option<Step> {
        if !self.removed.is_empty() || !self.changed.is_empty() {
            return Some(Step::Major);
        }
        (!self.added.is_empty()).then_some(Step::Minor)
    }
}

/// Compares what rustdoc says of two crates.
pub(crate) fn compare(old: &Path, new: &Path) -> Result<Items, String> {
    let PublicApiDiff { removed, changed, added } = PublicApiDiff::between(public(old)?, public(new)?);
    // A block of methods is no item, and neither is a module: both are there as long as something is in them.
    let told = |item: String| (!place::is_container(&item)).then_some(item);
    Ok(Items {
        removed: removed.iter().filter_map(|item| told(item.to_string())).collect(),
        changed: changed.iter().filter_map(|item| told(item.old.to_string())).collect(),
        added: added.iter().filter_map(|item| told(item.to_string())).collect(),
    })
}

/// Implementations for every type there is are not the crate's own.
fn public(json: &Path) -> Result<PublicApi, String> {
    Builder::from_rustdoc_json(json).omit_blanket_impls(true).build().map_err(|error| error.to_string())
}
