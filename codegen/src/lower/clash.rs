//! Members that would become the same Rust item.

use std::collections::{BTreeMap, BTreeSet};

use super::lowering::Lowering;
use crate::diagnostic::Diagnostic;
use crate::model::traits::id;
use crate::model::{Member, Shape};
use crate::plan::FieldPlan;

impl Lowering<'_> {
    /// Checks that no two members get the same name, and returns true if so.
    pub(super) fn check_distinct<T>(
        &mut self,
        shape: &Shape,
        items: &[T],
        name: impl Fn(&T) -> &str,
    ) -> bool {
        let mut seen: BTreeMap<&str, &Member> = BTreeMap::new();
        let mut is_distinct = true;
        for (item, member) in items.iter().zip(shape.members.values()) {
            let Some(other) = seen.insert(name(item), member) else { continue };
            is_distinct = false;
            let rust_name = [member, other].into_iter().find_map(|it| it.traits.get(id::RUST_NAME));
            self.diagnostics.push(
                Diagnostic::error(format!("`{}` would become a second `{}`", member.id, name(item)))
                    .at(rust_name.map_or(&member.location, |rust_name| &rust_name.location))
                    .with_help(format!("give the member another name with an overlay: `{}`", id::RUST_NAME)),
            );
        }
        is_distinct
    }

    /// Checks the methods of a builder: `name`, `set_name` and `get_name` for each field, and those of its role.
    pub(super) fn check_methods(&mut self, shape: &Shape, fields: &[FieldPlan]) {
        let names: BTreeSet<&str> = fields.iter().map(|field| field.stem.as_str()).collect();
        for (field, member) in fields.iter().zip(shape.members.values()) {
            let other = ["set_", "get_"].iter().find_map(|prefix| field.stem.strip_prefix(prefix));
            let taken = other.is_some_and(|other| names.contains(other) || other == "meta");
            let retried = shape.traits.has(id::RETRYABLE) && field.stem == "retryable_error_kind";
            if taken || retried || field.stem == "from_wire" {
                self.diagnostics.push(
                    Diagnostic::error(format!(
                        "`{}` would become a second method `{}`",
                        member.id, field.stem
                    ))
                    .at(&member.location)
                    .with_help(format!("give the member another name with an overlay: `{}`", id::RUST_NAME)),
                );
            }
        }
    }
}
