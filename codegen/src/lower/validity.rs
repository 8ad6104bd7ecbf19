//! Checks of data shapes that the specification demands, and without which values could not be told apart.

use std::collections::BTreeSet;

use super::http_binding::{Direction, is_bound, is_text};
use super::lowering::Lowering;
use crate::diagnostic::Diagnostic;
use crate::model::traits::id;
use crate::model::{Member, Shape, is_streaming};
use crate::plan::Protocol;

impl Lowering<'_> {
    /// Checks that an enum or union has members. Source: Smithy 2.0 specification, "enum", "intEnum" and "union".
    pub(super) fn check_members(&mut self, shape: &Shape) {
        if shape.members.is_empty() {
            let kind = shape.type_name();
            self.diagnostics.push(
                Diagnostic::error(format!("the {kind} `{}` has no members", shape.id))
                    .at(&shape.location)
                    .with_help(format!("add a member, or use another type than `{kind}`")),
            );
        }
    }

    /// Checks that no value of an integer enum occurs twice.
    pub(super) fn check_int_values(&mut self, shape: &Shape) {
        let mut seen = BTreeSet::new();
        for member in shape.members.values() {
            let Some(value) = member.traits.value(id::ENUM_VALUE).and_then(crate::source::Value::as_whole)
            else {
                continue;
            };
            if !seen.insert(value) {
                self.diagnostics.push(
                    Diagnostic::error(format!("`{}` has the value {value} for the second time", member.id))
                        .at(&member.location)
                        .with_help("remove one of the two members"),
                );
            }
        }
    }

    /// Checks that the side of an error is known.
    pub(super) fn check_error(&mut self, shape: &Shape) {
        let Some(side) = shape.traits.get(id::ERROR) else { return };
        if !["client", "server"].iter().any(|known| side.value == *known) {
            self.diagnostics.push(
                Diagnostic::error(format!("`{}` has an invalid `smithy.api#error` value", shape.id))
                    .at(&side.location)
                    .with_help("write `\"client\"` or `\"server\"`"),
            );
        }
    }

    /// Checks the members of an input or output.
    pub(super) fn check_message(&mut self, message: &Shape, direction: Direction) {
        self.check_xml_traits(message);
        self.check_names(message, Some(direction));
        let streams =
            message.members.values().filter(|member| is_streaming(member, self.model.target(&member.target)));
        let second = streams.map(|member| (&member.id, &member.location)).nth(1);
        self.diagnostics.extend(second.map(|(id, location)| {
            Diagnostic::error(format!("`{id}` is the second stream of a message"))
                .at(location)
                .with_help("a message has one body; remove one of the two members")
        }));
    }

    /// Checks that members of a structure or union can be written and told apart. HTTP bindings have an effect in messages only.
    pub(super) fn check_names(&mut self, shape: &Shape, message: Option<Direction>) {
        self.check_json_names(shape, message);
        self.check_xml_names(shape, message);
        let attributes = shape.members.values().filter(|member| member.traits.has(id::XML_ATTRIBUTE));
        let is_misfit = |member: &&Member| !is_text(self.model.target(&member.target));
        let misfit = attributes.filter(|_| self.protocol.is_xml()).find(is_misfit);
        self.diagnostics.extend(misfit.map(|member| {
            Diagnostic::error(format!("`{}` cannot be an attribute", member.id))
                .at(&member.location)
                .with_help("use a boolean, a number, a string or a timestamp, or remove `xmlAttribute`")
        }));
    }

    /// Checks that no two members have the same key in JSON.
    fn check_json_names(&mut self, shape: &Shape, message: Option<Direction>) {
        if self.protocol != Protocol::RestJson1 {
            return;
        }
        let mut seen = BTreeSet::new();
        let is_bound = |member: &Member| message.is_some_and(|direction| is_bound(member, direction));
        for member in shape.members.values().filter(|member| !is_bound(member)) {
            let name = member.traits.text(id::JSON_NAME).unwrap_or(&member.id.name);
            if !seen.insert(name) {
                self.diagnostics.push(
                    Diagnostic::error(format!("`{}` is the second member for the key `{name}`", member.id))
                        .at(&member.location)
                        .with_help(format!("give it another name: `{}`", id::JSON_NAME)),
                );
            }
        }
    }
}
