//! Checks of names in XML documents and forms. Source: Smithy 2.0 specification, "XML bindings", and the AWS query protocols.

use std::collections::BTreeSet;

use super::http_binding::{Direction, is_bound};
use super::lowering::Lowering;
use crate::diagnostic::Diagnostic;
use crate::model::traits::{TraitValue, Traits, id};
use crate::model::{Member, Shape};
use crate::plan::{Protocol, Usage};

impl Lowering<'_> {
    /// Checks that no two members have the same element, attribute or parameter.
    pub(super) fn check_xml_names(&mut self, shape: &Shape, message: Option<Direction>) {
        if !self.protocol.is_xml() {
            return;
        }
        let usage = message.map_or_else(|| self.usages.of_shape(&shape.id), usage_of);
        let is_ec2 = self.protocol == Protocol::Ec2Query;
        let is_bound = |member: &Member| {
            self.protocol.has_http_bindings() && message.is_some_and(|direction| is_bound(member, direction))
        };
        let members: Vec<&Member> = shape.members.values().filter(|member| !is_bound(member)).collect();
        if usage.output || !is_ec2 {
            self.diagnostics.extend(repeated(&members, id::XML_NAME, xml_place));
        }
        if usage.input && is_ec2 {
            let parameter = |member: &Member| ("parameter", ec2_name(member));
            self.diagnostics.extend(repeated(&members, id::EC2_QUERY_NAME, parameter));
        }
    }

    /// Checks that the names in the traits of a shape and of its members are names of XML.
    pub(super) fn check_xml_traits(&mut self, shape: &Shape) {
        if self.protocol.is_xml() {
            let members = shape.members.values();
            let of_members = members.flat_map(|member| invalid(&member.traits, &member.id.to_string()));
            self.diagnostics.extend(invalid(&shape.traits, shape.id.as_str()));
            self.diagnostics.extend(of_members);
        }
    }
}

fn usage_of(direction: Direction) -> Usage {
    let input = direction == Direction::Request;
    Usage { input, output: !input }
}

/// Returns the kind of the node of a member, and its name.
fn xml_place(member: &Member) -> (&'static str, String) {
    let kind = if member.traits.has(id::XML_ATTRIBUTE) { "attribute" } else { "element" };
    (kind, xml_name(member).to_owned())
}

fn xml_name(member: &Member) -> &str {
    member.traits.text(id::XML_NAME).unwrap_or(&member.id.name)
}

/// Returns the name of a member in requests of EC2 Query.
fn ec2_name(member: &Member) -> String {
    if let Some(name) = member.traits.text(id::EC2_QUERY_NAME) {
        return name.to_owned();
    }
    let mut letters = xml_name(member).chars();
    let first = letters.next().map(|first| first.to_ascii_uppercase());
    first.into_iter().chain(letters).collect()
}

/// Returns the diagnostics for members of the same place. A deprecated member and its successor may share one, as in S3: both are
/// read from the same elements.
fn repeated(
    members: &[&Member],
    annotation: &str,
    place: impl Fn(&Member) -> (&'static str, String),
) -> Vec<Diagnostic> {
    let mut taken = BTreeSet::new();
    let mut faults = Vec::new();
    for member in members.iter().filter(|member| !member.traits.has(id::DEPRECATED)) {
        let (kind, name) = place(member);
        let fault = format!("`{}` is the second member for the {kind} `{name}`", member.id);
        if !taken.insert((kind, name)) {
            let fault = Diagnostic::error(fault).at(&member.location);
            faults.push(fault.with_help(format!("give it another name: `{annotation}`")));
        }
    }
    faults
}

/// Returns the diagnostics for traits of `owner` with names that documents and forms cannot have.
fn invalid(traits: &Traits, owner: &str) -> Vec<Diagnostic> {
    let name = |id| Some((traits.get(id)?, traits.text(id).is_some_and(is_qualified_name)));
    let prefix = || {
        let namespace = traits.get(id::XML_NAMESPACE)?;
        Some((namespace, namespace.value.get("prefix")?.as_str().is_some_and(is_local_name)))
    };
    let fault = |(value, _): (&TraitValue, bool)| {
        Diagnostic::error(format!("`{owner}` has an invalid name for XML"))
            .at(&value.location)
            .with_help("use a name of letters, digits, `_`, `-` and `.` that starts with a letter or `_`")
    };
    let names = [name(id::XML_NAME), name(id::EC2_QUERY_NAME), prefix()];
    names.into_iter().flatten().filter(|(_, is_valid)| !is_valid).map(fault).collect()
}

/// Returns true for a name with or without a prefix. Source: Namespaces in XML 1.0, "`QName`".
fn is_qualified_name(name: &str) -> bool {
    name.split_once(':')
        .map_or_else(|| is_local_name(name), |(prefix, name)| is_local_name(prefix) && is_local_name(name))
}

fn is_local_name(name: &str) -> bool {
    let is_part = |letter: char| letter.is_alphanumeric() || "_-.".contains(letter);
    name.starts_with(|first: char| first.is_alphabetic() || first == '_') && name.chars().all(is_part)
}
