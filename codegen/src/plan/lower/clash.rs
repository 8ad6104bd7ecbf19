//! Members that would become the same Rust item.

use std::collections::BTreeSet;

use super::Lowering;
use crate::diagnostic::Diagnostic;
use crate::model::Shape;
use crate::model::traits::id;
use crate::plan::FieldPlan;

impl Lowering<'_> {
    pub(super) fn check_distinct<T>(&mut self, shape: &Shape, items: &[T], name: impl Fn(&T) -> &str) {
        let mut seen = BTreeSet::new();
        for (item, member) in items.iter().zip(shape.members.values()) {
            if !seen.insert(name(item)) {
                self.findings.push(
                    Diagnostic::error(format!("`{}` would become a second `{}`", member.id, name(item)))
                        .at(&member.place)
                        .with_help(format!(
                            "give the member another name with an overlay: `{}`",
                            id::RUST_NAME
                        )),
                );
            }
        }
    }

    /// The methods of a builder: `name`, `set_name` and `get_name` for each field, and those of its role.
    pub(super) fn check_methods(&mut self, shape: &Shape, fields: &[FieldPlan]) {
        let names: BTreeSet<&str> = fields.iter().map(|field| field.stem.as_str()).collect();
        for (field, member) in fields.iter().zip(shape.members.values()) {
            let other = ["set_", "get_"].iter().find_map(|prefix| field.stem.strip_prefix(prefix));
            let taken = other.is_some_and(|other| names.contains(other) || other == "meta");
            let retried = shape.traits.has(id::RETRYABLE) && field.stem == "retryable_error_kind";
            if taken || retried || field.stem == "from_wire" {
                self.findings.push(
                    Diagnostic::error(format!(
                        "`{}` would become a second method `{}`",
                        member.id, field.stem
                    ))
                    .at(&member.place)
                    .with_help(format!("give the member another name with an overlay: `{}`", id::RUST_NAME)),
                );
            }
        }
    }
}
