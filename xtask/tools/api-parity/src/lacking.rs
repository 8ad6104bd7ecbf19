//! Items of shapes and members that a model lacks, because the official crate was generated from a newer one.

use std::collections::BTreeSet;

use crate::model_names::{ModelNames, Part, plain};

/// The items that a model lacks.
pub(crate) struct Lacking<'a> {
    names: &'a ModelNames,
    /// The start of paths of the crate: `sqs::`.
    root: String,
    /// The members of the official crate that the model lacks: type and member.
    members: BTreeSet<(String, String)>,
}

impl<'a> Lacking<'a> {
    /// Finds the members that the model lacks among the fields and variants of a list.
    pub(crate) fn of(list: &BTreeSet<String>, library: &str, names: &'a ModelNames) -> Self {
        let mut lacking = Self { names, root: format!("{library}::"), members: BTreeSet::new() };
        let found = list.iter().filter_map(|item| lacking.lacking_member(item));
        lacking.members = found.collect();
        lacking
    }

    /// Returns true if an item mentions a type or member that the model lacks.
    pub(crate) fn has(&self, item: &str) -> bool {
        self.paths(item).into_iter().any(|path| self.lacks(&path))
    }

    /// Returns the type and the name of a field, variant or endpoint parameter that the model lacks.
    fn lacking_member(&self, item: &str) -> Option<(String, String)> {
        let item = item.strip_prefix("pub ")?;
        let path = item.trim_start_matches("fn ").strip_prefix(&self.root)?;
        let end = path.find(|c: char| !is_part(c)).unwrap_or(path.len());
        let segments: Vec<&str> = path[..end].trim_end_matches(':').split("::").collect();
        let (member, holder) = segments.split_last()?;
        let is_method = item.starts_with("fn ");
        let has = match holder {
            ["config", "endpoint", "ParamsBuilder"] if is_method => {
                member.strip_prefix("set_").is_none_or(|parameter| self.names.has_parameter(parameter))
            }
            _ if is_method => true,
            ["operation", operation, holder] => self.names.has_part_member(operation, part(holder)?, member),
            ["types", holder] | ["types", "error", holder] => self.names.has_member(holder, member),
            ["Error"] => self.names.has_shape(member),
            _ => true,
        };
        let holder = holder.last().filter(|_| !has && !is_fixed(member))?;
        Some((plain(built(holder)), plain(unprefixed(member, &["set_"]))))
    }

    /// Returns the paths of an item that are of the crate.
    fn paths<'i>(&self, item: &'i str) -> Vec<Vec<&'i str>> {
        let pieces = item.split(|c: char| !is_part(c));
        let paths = pieces.filter_map(|piece| piece.strip_prefix(&*self.root));
        paths.map(|path| path.trim_end_matches(':').split("::").collect()).collect()
    }

    /// Returns true if the model lacks the operation, type or member of a path.
    fn lacks(&self, path: &[&str]) -> bool {
        let lacks_type = match path {
            ["operation", operation, ..] if !self.names.has_operation(operation) => true,
            ["operation", operation, "paginator", ..] | ["operation", operation, .., "into_paginator"] => {
                !self.names.is_paginated(operation)
            }
            ["waiters", waiter, ..] if *waiter != "Waiters" => !self.names.has_waiter(waiter),
            ["types", rest @ ..] => {
                let rest: Vec<&str> =
                    rest.iter().copied().filter(|it| !["error", "builders"].contains(it)).collect();
                rest.first().is_some_and(|name| !self.names.has_shape(built(name)))
            }
            _ => false,
        };
        lacks_type || self.lacks_member(path)
    }

    fn lacks_member(&self, path: &[&str]) -> bool {
        let [.., holder, member] = path else { return false };
        let holder = plain(&built(holder).replace("FluentBuilder", "Input"));
        let names = [member, unprefixed(member, &["set_", "get_", "as_", "is_"])];
        names.iter().any(|name| self.members.contains(&(holder.clone(), plain(name))))
    }
}

fn is_part(c: char) -> bool {
    c.is_alphanumeric() || "_:#".contains(c)
}

/// Returns the name of a member from that of its method.
fn unprefixed<'a>(method: &'a str, prefixes: &[&str]) -> &'a str {
    prefixes.iter().find_map(|prefix| method.strip_prefix(prefix)).unwrap_or(method)
}

/// Returns the name of a type from that of its builder.
fn built(name: &str) -> &str {
    match name.strip_suffix("FluentBuilder") {
        Some(_) => name,
        None => name.strip_suffix("Builder").unwrap_or(name),
    }
}

fn part(holder: &str) -> Option<Part> {
    let parts = [("Input", Part::Input), ("Output", Part::Output), ("Error", Part::Error)];
    parts.into_iter().find(|(suffix, _)| holder.ends_with(suffix)).map(|(_, part)| part)
}

/// Returns true for variants that no model has.
fn is_fixed(member: &str) -> bool {
    ["Unknown", "Unhandled"].contains(&member)
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;
    use std::fs;

    use super::{Lacking, ModelNames};

    const MODEL: &str = r#"{
        "smithy": "2.0",
        "shapes": {
            "a#Things": { "type": "service", "version": "1", "operations": [{ "target": "a#GetBGPPeer" }] },
            "a#GetBGPPeer": { "type": "operation", "input": { "target": "a#Request" }, "output": { "target": "a#Peer" } },
            "a#Request": { "type": "structure", "members": { "VPCs": { "target": "smithy.api#String" } } },
            "a#Peer": { "type": "structure", "members": { "kind": { "target": "a#Kind" } } },
            "a#Kind": { "type": "enum", "members": { "FOO_BAR": { "target": "smithy.api#Unit" } } }
        }
    }"#;

    const LIST: [&str; 4] = [
        "pub things::operation::get_bgp_peer::GetBgpPeerInput::vpcs: core::option::Option<alloc::string::String>",
        "pub things::operation::get_bgp_peer::GetBgpPeerInput::newer: core::option::Option<i32>",
        "pub things::types::Kind::FooBar",
        "pub things::types::Kind::Newer",
    ];

    #[test]
    fn types_and_members_that_the_model_lacks_are_told_from_wrong_names() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("model.json");
        fs::write(&file, MODEL).unwrap();
        let names = ModelNames::read(&file).unwrap();
        let list: BTreeSet<String> = LIST.into_iter().map(str::to_owned).collect();
        let lacking = Lacking::of(&list, "things", &names);
        for item in [
            LIST[1],
            LIST[3],
            "pub fn things::operation::get_bgp_peer::builders::GetBGPPeerFluentBuilder::set_newer(self)",
            "pub fn things::client::Client::put(&self) -> things::operation::put::builders::PutFluentBuilder",
            "impl core::fmt::Debug for things::types::Newer",
        ] {
            assert!(lacking.has(item), "{item}");
        }
        for item in [
            LIST[0],
            LIST[2],
            "pub struct things::operation::get_bgp_peer::GetBGPPeer",
            "pub fn things::operation::get_bgp_peer::builders::GetBgpPeerInputBuilder::set_vp_cs(self)",
            "impl core::fmt::Debug for things::types::KIND",
        ] {
            assert!(!lacking.has(item), "{item}");
        }
    }
}
