//! The order of the nodes that the root leads to, how many branches lead to each, and the names that each needs.

use std::collections::{BTreeMap, BTreeSet};

use super::decode::{Diagram, Target, invalid};
use super::names;
use crate::diagnostic::Diagnostic;

/// Properties of a target that are known before it is lowered.
pub(super) struct TargetProperties<'a> {
    /// The position in an order in which branches lead to later targets only.
    pub(super) rank: usize,
    /// The number of branches that lead to it.
    pub(super) branches: usize,
    /// The names that conditions assign, as far as it and later targets use them before they assign them.
    pub(super) needs: BTreeSet<&'a str>,
}

/// The targets that the root leads to.
pub(super) struct Graph<'a> {
    properties: BTreeMap<Target, TargetProperties<'a>>,
}

impl<'a> Graph<'a> {
    /// Walks through a diagram. One that leads back to a node has no end, and is refused.
    pub(super) fn of(diagram: &Diagram<'a>, assigned: &BTreeSet<&'a str>) -> Result<Self, Diagnostic> {
        let order = order(diagram)?;
        let mut properties: BTreeMap<Target, TargetProperties<'a>> = BTreeMap::new();
        for (rank, target) in order.iter().rev().enumerate() {
            let mut needs = needs(diagram, *target, &properties);
            needs.retain(|name| assigned.contains(name));
            properties.insert(*target, TargetProperties { rank: order.len() - rank, branches: 0, needs });
        }
        let branches = order.iter().filter_map(|target| diagram.branches(*target)).flatten();
        for target in branches.chain([diagram.root]) {
            if let Some(found) = properties.get_mut(&target) {
                found.branches += 1;
            }
        }
        Ok(Self { properties })
    }

    /// Returns what is known about a target that the root leads to.
    pub(super) fn properties(&self, target: Target) -> &TargetProperties<'a> {
        &self.properties[&target]
    }
}

impl Diagram<'_> {
    /// Returns the destinations of a node: those if its condition holds, and if not. Other targets lead nowhere.
    fn branches(&self, target: Target) -> Option<[Target; 2]> {
        match target {
            Target::NoMatch | Target::Result(_) => None,
            Target::Node { index, is_complemented } => Some(self.nodes[index].branches(is_complemented)),
        }
    }
}

/// Returns the targets, each before those that it leads to. The walk has a stack of its own, as diagrams may be deep.
fn order(diagram: &Diagram<'_>) -> Result<Vec<Target>, Diagnostic> {
    let (mut order, mut done, mut open) = (Vec::new(), BTreeSet::new(), BTreeSet::new());
    let mut stack = vec![(diagram.root, false)];
    while let Some((target, is_left)) = stack.pop() {
        if is_left {
            open.remove(&target);
            done.insert(target);
            order.push(target);
            continue;
        }
        if done.contains(&target) {
            continue;
        }
        if !open.insert(target) {
            return Err(invalid("it leads back to a node", &diagram.location));
        }
        stack.push((target, true));
        stack.extend(diagram.branches(target).into_iter().flatten().map(|target| (target, false)));
    }
    order.reverse();
    Ok(order)
}

fn needs<'a>(
    diagram: &Diagram<'a>,
    target: Target,
    properties: &BTreeMap<Target, TargetProperties<'a>>,
) -> BTreeSet<&'a str> {
    match target {
        Target::NoMatch => BTreeSet::new(),
        Target::Result(index) => names::used(diagram.results[index].value),
        Target::Node { index, is_complemented } => {
            let node = diagram.nodes[index];
            let condition = diagram.conditions[node.condition].value;
            let assigned = names::assigned(condition);
            let later = |target: Target| properties[&target].needs.iter().copied();
            let [high, low] = node.branches(is_complemented);
            let mut needs = names::used(condition);
            needs.extend(later(high).filter(|name| Some(*name) != assigned));
            needs.extend(later(low));
            needs
        }
    }
}
