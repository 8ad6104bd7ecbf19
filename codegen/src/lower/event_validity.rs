//! Checks of the events of event streams. Source: Smithy 2.0 specification, "Event streams".

use super::lowering::Lowering;
use crate::diagnostic::Diagnostic;
use crate::model::traits::id;
use crate::model::{Member, Model, Shape, ShapeKind, SimpleKind};

impl Lowering<'_> {
    /// Checks the members of an event stream and of its events.
    pub(super) fn check_events(&mut self, union: &Shape) {
        for event in union.members.values() {
            let target = self.model.target(&event.target);
            if matches!(target.kind, ShapeKind::Structure) {
                self.diagnostics.extend(fault(self.model, target));
                continue;
            }
            self.diagnostics.push(
                Diagnostic::error(format!("the event `{}` is not a structure", event.id))
                    .at(&event.target.location)
                    .with_help("let the member target a structure"),
            );
        }
    }
}

/// Returns the diagnostic for a member of an event that would be lost.
fn fault(model: &Model, event: &Shape) -> Option<Diagnostic> {
    let (member, what, help) = misplaced(model, event)?;
    Some(Diagnostic::error(format!("`{}` {what}", member.id)).at(&member.location).with_help(help))
}

/// Returns the member that would be lost, the cause and the help.
fn misplaced<'m>(model: &Model, event: &'m Shape) -> Option<(&'m Member, &'static str, &'static str)> {
    let members = || event.members.values();
    let headers = || members().filter(|member| is_header(member));
    if let Some(member) = headers().find(|member| is_payload(member)) {
        let help = "remove one of the two traits";
        return Some((member, "is both a header and the payload of an event", help));
    }
    if let Some(member) = headers().find(|member| !fits_header(model.target(&member.target))) {
        let help = "use a boolean, an integer, bytes, a string or a timestamp";
        return Some((member, "cannot be a header of an event", help));
    }
    let mut payloads = members().filter(|member| is_payload(member));
    let payload = payloads.next()?;
    if !fits_payload(model.target(&payload.target)) {
        let help = "use bytes, a string, a structure or a union";
        return Some((payload, "cannot be the payload of an event", help));
    }
    if let Some(member) = payloads.next() {
        return Some((member, "is the second payload of an event", "remove the trait from one of the two"));
    }
    let member = members().find(|member| !is_payload(member) && !is_header(member))?;
    let help = "make it a header: `smithy.api#eventHeader`";
    Some((member, "has no place in an event with another payload", help))
}

fn is_header(member: &Member) -> bool {
    member.traits.has(id::EVENT_HEADER)
}

fn is_payload(member: &Member) -> bool {
    member.traits.has(id::EVENT_PAYLOAD)
}

fn fits_header(shape: &Shape) -> bool {
    match shape.kind {
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
    }
}

fn fits_payload(shape: &Shape) -> bool {
    match shape.kind {
        ShapeKind::Simple(kind) => matches!(kind, SimpleKind::Blob | SimpleKind::String),
        ShapeKind::Enum | ShapeKind::Structure | ShapeKind::Union => true,
        _ => false,
    }
}
