//! One of the two models, with its plan and what its operations reach.

use std::collections::{BTreeMap, BTreeSet};

use super::change::Subject;
use crate::config::Config;
use crate::diagnostic::Diagnostics;
use crate::id::ShapeId;
use crate::lower;
use crate::model::{Closure, Model, Shape, ShapeKind};
use crate::pass::{self, Selected, Selection};
use crate::plan::CratePlan;
use crate::setting::Positions;

/// A model that is compared.
pub(super) struct Side<'m> {
    pub(super) model: &'m Model,
    /// The plan of its crate.
    pub(super) plan: CratePlan,
    /// The operations that reach a shape, by name.
    reach: BTreeMap<String, BTreeSet<&'m str>>,
    /// True if every operation is compared.
    whole: bool,
}

impl<'m> Side<'m> {
    pub(super) fn of(model: &'m Model, config: &Config) -> Result<Self, Diagnostics> {
        let mut config = config.clone();
        config.protocol_tests = false;
        if lower::chosen_protocol(model, &config).is_err() && config.protocol.is_none() {
            // Types are the same in every protocol: a crate that cannot be generated yet can still be compared.
            config.protocol = Some("awsJson1_1".to_owned());
        }
        let selected = selected(model, &config.selection);
        let plan = lower::lower(model, &selected, &config)?;
        let whole = config.selection == Selection::All;
        Ok(Self { model, plan, reach: reach(model, &config.selection), whole })
    }

    /// The subject of changes of the whole service.
    pub(super) fn service(&self) -> Subject {
        Subject::shape(format!("{}#{}", self.plan.service.namespace, self.plan.service.shape_name))
    }

    /// The shapes that are compared: those that the selected operations reach, and the service.
    pub(super) fn shapes(&self) -> impl Iterator<Item = &'m Shape> {
        let service = |shape: &Shape| matches!(shape.kind, ShapeKind::Service(_));
        let compared =
            move |shape: &&Shape| self.whole || service(shape) || self.reach.contains_key(shape.id.as_str());
        self.model.shapes.values().filter(compared)
    }

    /// Returns true for a key about operations that are not compared. The report lists those that are new or gone.
    pub(super) fn is_beyond(&self, key: &str) -> bool {
        !self.whole && ["operations", "resources"].contains(&key)
    }

    /// Operations that `other` lacks and `names` does not name.
    pub(super) fn operations_beyond(&self, other: &Side<'_>, names: &[String]) -> Vec<String> {
        let theirs = other.model.operations();
        let mine = self.model.operations().into_keys();
        let more = mine.filter(|name| !theirs.contains_key(name) && !names.iter().any(|it| it == name));
        more.map(str::to_owned).collect()
    }

    /// The shapes and members that decide the type of a member: itself, the shapes that it targets through lists and maps, and
    /// their members.
    pub(super) fn ingredients(&self, shape: &ShapeId, member: &str) -> BTreeSet<Subject> {
        let mut found = BTreeSet::from([Subject::member(shape.as_str(), member)]);
        let target = |shape: &Shape, member: &str| Some(shape.members.get(member)?.target.id.clone());
        let mut open: Vec<ShapeId> =
            self.model.shape(shape).and_then(|shape| target(shape, member)).into_iter().collect();
        while let Some(shape) = open.pop().and_then(|id| self.model.shape(&id)) {
            let is_new = found.insert(Subject::shape(shape.id.as_str()));
            if is_new && matches!(shape.kind, ShapeKind::List | ShapeKind::Map) {
                found.extend(shape.members.keys().map(|name| Subject::member(shape.id.as_str(), name)));
                open.extend(shape.members.values().map(|member| member.target.id.clone()));
            }
        }
        found
    }

    /// A shape, its members, and the shapes and members that decide their types.
    pub(super) fn whole_shape(&self, id: &ShapeId) -> BTreeSet<Subject> {
        let members = self.model.shape(id).into_iter().flat_map(|shape| shape.members.keys());
        let mut found: BTreeSet<_> = members.flat_map(|member| self.ingredients(id, member)).collect();
        found.insert(Subject::shape(id.as_str()));
        found
    }

    /// An operation with its input and output.
    pub(super) fn whole_operation(&self, id: &ShapeId) -> BTreeSet<Subject> {
        let operation = self.model.shape(id);
        let messages = operation.into_iter().flat_map(|shape| match &shape.kind {
            ShapeKind::Operation(operation) => operation.input.iter().chain(&operation.output).collect(),
            _ => Vec::new(),
        });
        let mut found: BTreeSet<_> = messages.flat_map(|message| self.whole_shape(&message.id)).collect();
        found.insert(Subject::shape(id.as_str()));
        found
    }
}

/// Every operation that is named must be there and supported in one of the models.
pub(super) fn check_selection(old: &Model, new: &Model, config: &Config) -> Result<(), Diagnostics> {
    let (selection, positions) = (&config.selection, &config.positions);
    let Selection::Named(names) = selection else { return Ok(()) };
    let mut diagnostics = Diagnostics::default();
    if names.is_empty() {
        return pass::select(new, selection, positions).map(drop);
    }
    for name in names {
        let one = Selection::Named(vec![name.clone()]);
        if let (Err(_), Err(found)) = (pass::select(old, &one, positions), pass::select(new, &one, positions))
        {
            diagnostics.extend(found);
        }
    }
    diagnostics.finish(())
}

/// Returns the selected operations of the model, except those that it lacks or that are not supported.
///
/// Selecting all operations fails only if none is supported. Such a model is compared as one without operations.
fn selected(model: &Model, selection: &Selection) -> Selected {
    let none = Selected { operations: Vec::new(), warnings: Vec::new() };
    let mut selected = pass::select(model, &Selection::All, &Positions::default()).unwrap_or(none);
    if let Selection::Named(names) = selection {
        selected.operations.retain(|id| names.iter().any(|name| name == id.name()));
    }
    selected
}

fn reach<'m>(model: &'m Model, selection: &Selection) -> BTreeMap<String, BTreeSet<&'m str>> {
    let mut reach: BTreeMap<String, BTreeSet<&str>> = BTreeMap::new();
    let common = model.service().map(|(_, service)| service.errors.as_slice()).unwrap_or_default();
    let is_selected = |name: &str| match selection {
        Selection::All => true,
        Selection::Named(names) => names.iter().any(|selected| selected == name),
    };
    for (name, (shape, _)) in model.operations().into_iter().filter(|(name, _)| is_selected(name)) {
        let roots = common.iter().map(|error| &error.id).chain([&shape.id]);
        for reached in Closure::of(model, roots).iter() {
            reach.entry(reached.to_string()).or_default().insert(name);
        }
    }
    reach
}

/// The operations of either model that reach the subject of a change; all of them for the service.
pub(super) fn reaching(old: &Side<'_>, new: &Side<'_>, subject: &Subject) -> Vec<String> {
    let is_service =
        |side: &Side<'_>| side.model.service().is_some_and(|(shape, _)| shape.id.as_str() == subject.shape);
    if is_service(old) || is_service(new) {
        return compared(old, new);
    }
    let reached = [old, new].into_iter().filter_map(|side| side.reach.get(&subject.shape)).flatten();
    reached.collect::<BTreeSet<_>>().into_iter().map(|name| (*name).to_owned()).collect()
}

/// The operations of either model that are compared.
pub(super) fn compared(old: &Side<'_>, new: &Side<'_>) -> Vec<String> {
    let names = [old, new].into_iter().flat_map(|side| side.reach.values().flatten());
    names.collect::<BTreeSet<_>>().into_iter().map(|name| (*name).to_owned()).collect()
}
