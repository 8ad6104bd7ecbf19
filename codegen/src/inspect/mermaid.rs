//! A tree as a Mermaid graph: each shape is one node, lists and maps are edges to their elements.

use std::collections::{BTreeMap, BTreeSet};

use super::Branch;
use crate::id::ShapeId;

/// Formats the graph, with members as the labels of its edges.
#[must_use]
pub fn mermaid(branches: &[Branch]) -> String {
    let mut nodes: BTreeMap<&ShapeId, usize> = BTreeMap::new();
    let mut text = "graph LR\n".to_owned();
    for branch in branches {
        let next = nodes.len();
        nodes.entry(&branch.opened).or_insert_with(|| {
            text.push_str(&format!("    n{next}[\"{}\"]\n", branch.opened.name()));
            next
        });
    }
    let mut parents: Vec<&ShapeId> = Vec::new();
    let mut drawn = BTreeSet::new();
    for branch in branches {
        parents.truncate(branch.depth);
        if let Some(parent) = parents.last() {
            let name = branch.name.as_deref().unwrap_or_default();
            let several = if branch.opened == branch.shape { "" } else { ", several" };
            let required = if branch.is_required { ", required" } else { "" };
            let (from, to) = (nodes[*parent], nodes[&branch.opened]);
            let edge = format!("    n{from} -->|\"{name}{several}{required}\"| n{to}\n");
            if drawn.insert(edge.clone()) {
                text.push_str(&edge);
            }
        }
        parents.push(&branch.opened);
    }
    text
}
