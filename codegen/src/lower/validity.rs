//! Checks of data shapes that the specification demands, and without which values could not be told apart.

use std::collections::{BTreeMap, BTreeSet};

use super::http_binding::is_text;
use super::lowering::Lowering;
use crate::diagnostic::Diagnostic;
use crate::model::traits::id;
use crate::model::{Member, Shape, ShapeKind, SimpleKind, is_streaming};
use crate::plan::{Protocol, StructPlan, StructRole};

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

    /// Checks that no two errors have the same name, by which responses name them without a namespace.
    pub(super) fn check_errors(&mut self, errors: &[StructPlan]) {
        let mut seen: BTreeMap<&str, &StructPlan> = BTreeMap::new();
        for error in errors {
            let Some(other) = seen.insert(error.id.name(), error) else { continue };
            if self.protocol == Protocol::AwsQuery && code(error) != code(other) {
                continue;
            }
            let shape = self.model.shapes.get(&error.id);
            let diagnostic = Diagnostic::error(format!(
                "`{}` and `{}` have the same name, which responses use to identify errors",
                other.id, error.id,
            ));
            let diagnostic = shape.map_or(diagnostic.clone(), |shape| diagnostic.at(&shape.location));
            self.diagnostics.push(diagnostic.with_help(
                "rename the shape of one of them; `rename` of the service does not change responses",
            ));
        }
    }

    /// Checks the members of an input or output.
    pub(super) fn check_message(&mut self, message: &Shape) {
        self.check_names(message);
        let streams =
            message.members.values().filter(|member| is_streaming(member, self.model.target(&member.target)));
        let second = streams.map(|member| (&member.id, &member.location)).nth(1);
        self.diagnostics.extend(second.map(|(id, location)| {
            Diagnostic::error(format!("`{id}` is the second stream of a message"))
                .at(location)
                .with_help("a message has one body; remove one of the two members")
        }));
    }

    /// Checks that members of a structure can be written and told apart.
    pub(super) fn check_names(&mut self, shape: &Shape) {
        self.check_json_names(shape);
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
    fn check_json_names(&mut self, shape: &Shape) {
        if self.protocol != Protocol::RestJson1 {
            return;
        }
        let mut seen = BTreeSet::new();
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

    /// Checks the members of an event stream and of its events.
    pub(super) fn check_events(&mut self, union: &Shape) {
        for event in union.members.values() {
            let target = self.model.target(&event.target);
            if !matches!(target.kind, ShapeKind::Structure) {
                self.diagnostics.push(
                    Diagnostic::error(format!("the event `{}` is not a structure", event.id))
                        .at(&event.target.location)
                        .with_help("let the member target a structure"),
                );
                continue;
            }
            let fault = self.event_fault(target);
            self.diagnostics.extend(fault);
        }
    }

    /// Returns the diagnostic for a member of an event that would be lost.
    fn event_fault(&self, event: &Shape) -> Option<Diagnostic> {
        let refuse = |member: &Member, what: &str, help: &str| {
            Some(Diagnostic::error(format!("`{}` {what}", member.id)).at(&member.location).with_help(help))
        };
        let members = || event.members.values();
        let headers = members().filter(|member| member.traits.has(id::EVENT_HEADER));
        let is_header = |member: &&Member| match self.model.target(&member.target).kind {
            ShapeKind::Simple(kind) => !matches!(
                kind,
                SimpleKind::Document
                    | SimpleKind::Float
                    | SimpleKind::Double
                    | SimpleKind::BigInteger
                    | SimpleKind::BigDecimal
            ),
            ShapeKind::Enum | ShapeKind::IntEnum => true,
            _ => false,
        };
        if let Some(member) = headers.clone().find(|member| !is_header(member)) {
            return refuse(
                member,
                "cannot be a header of an event",
                "use a boolean, an integer, bytes, a string or a timestamp",
            );
        }
        let mut payloads = members().filter(|member| member.traits.has(id::EVENT_PAYLOAD));
        let payload = payloads.next()?;
        if let Some(member) = payloads.next() {
            return refuse(
                member,
                "is the second payload of an event",
                "remove the trait from one of the two",
            );
        }
        let is_lost = |member: &&Member| member.id != payload.id && !member.traits.has(id::EVENT_HEADER);
        let member = members().find(is_lost)?;
        refuse(
            member,
            "has no place in an event with another payload",
            "make it a header: `smithy.api#eventHeader`",
        )
    }
}

/// Returns true for a member outside of the body.
fn is_bound(member: &Member) -> bool {
    member.traits.iter().any(|(id, _)| id.starts_with("smithy.api#http"))
}

fn code(error: &StructPlan) -> Option<&str> {
    if let StructRole::Error { code, .. } = &error.role { Some(code) } else { None }
}
