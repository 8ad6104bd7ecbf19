//! The derives of a type: by itself, as far as its members allow, and by overlays.

use std::collections::BTreeMap;

use super::data_types::DataTypes;
use super::derivability::Cause;
use super::lowering::Lowering;
use super::naming::{field_name, variant_name};
use crate::diagnostic::Diagnostic;
use crate::model::derive::{Attributes, Dependencies, Derive};
use crate::model::traits::id;
use crate::model::{Member, Shape, ShapeKind, SimpleKind, Traits};
use crate::plan::{
    AttributePlan, CausePlan, DependencyPlan, Derives, MacroPlan, OperationPlan, StandardTrait, StructRole,
};

impl Lowering<'_> {
    /// Lowers the derives of a type, which may derive a trait if its members, at any depth, implement it. Without a shape, it is
    /// the empty input or output of an operation.
    pub(super) fn derives(&mut self, shape: Option<&Shape>, role: &StructRole, name: &str) -> Derives {
        let by_itself = [StandardTrait::Eq, StandardTrait::Hash];
        let Some(shape) = shape else {
            return Derives { standard: by_itself.into(), ..Derives::default() };
        };
        self.check_requested(shape, role, name);
        let is_enum = matches!(shape.kind, ShapeKind::Enum);
        let may = |standard: &StandardTrait| {
            by_itself.contains(standard) || is_enum || self.derivability.is_requested(*standard, shape)
        };
        let has = |standard: &StandardTrait| {
            may(standard)
                && !self.derivability.cannot_derive(*standard, &shape.id)
                && !is_refused(*standard, role)
        };
        let causes = StandardTrait::ALL
            .into_iter()
            .filter(|it| may(it) && self.derivability.cannot_derive(*it, &shape.id));
        let causes = causes.filter_map(|standard| Some((standard, self.cause(standard, shape, name)?)));
        let causes: BTreeMap<StandardTrait, CausePlan> = causes.collect();
        Derives {
            holds_stream: self.holds_stream(shape, role),
            standard: StandardTrait::ALL.into_iter().filter(has).collect(),
            causes,
            macros: self.macros(shape),
            attributes: self.attributes(&shape.traits),
        }
    }

    /// Returns true for an input or output with a stream.
    fn holds_stream(&self, shape: &Shape, role: &StructRole) -> bool {
        let streams = |member: &Member| self.streams(member, self.model.target(&member.target), role);
        shape.members.values().any(streams)
    }

    /// Checks that the type can derive the traits that an overlay asks for on it. Those on the service are best effort.
    fn check_requested(&mut self, shape: &Shape, role: &StructRole, name: &str) {
        for (standard, location) in Derive::of(&shape.traits).add {
            let cause = if is_refused(standard, role) {
                let what = "is an output, which holds the request id".to_owned();
                Some(CausePlan { path: None, what, first: None })
            } else {
                self.cause(standard, shape, name)
                    .filter(|_| self.derivability.cannot_derive(standard, &shape.id))
            };
            let Some(cause) = cause else { continue };
            let trait_name = standard.name();
            let message = format!("`{name}` cannot derive `{trait_name}`: {cause}");
            self.diagnostics.push(Diagnostic::error(message).at(&location).with_help(match &cause.first {
                Some(first) => format!("give `{trait_name}` to `{first}` too, or remove it here"),
                None => "remove it".to_owned(),
            }));
        }
    }

    /// Returns the cause that keeps a shape from a trait, if there is one.
    fn cause(&self, standard: StandardTrait, shape: &Shape, name: &str) -> Option<CausePlan> {
        let cause = self.derivability.cause(standard, &shape.id)?;
        let path = self.member_path(&cause, name);
        let is_possible = !cause.members.is_empty()
            && matches!(cause.end.kind, ShapeKind::Structure | ShapeKind::Union)
            && !cause.end.traits.has(id::ERROR)
            && self.dropped(standard, cause.end).is_none()
            && !self.derivability.is_requested(standard, cause.end);
        Some(CausePlan {
            path: (!path.is_empty()).then_some(path),
            what: self.description(standard, &cause),
            first: is_possible.then(|| self.names.path(&cause.end.id).name),
        })
    }

    /// Returns the members that become fields, each with its type: `Connection.tags -> Tag.value`.
    fn member_path(&self, cause: &Cause<'_>, name: &str) -> String {
        let mut steps: Vec<String> = Vec::new();
        for member in &cause.members {
            let Some(holder) = self.model.shape(&member.id.shape) else { continue };
            let field = match holder.kind {
                ShapeKind::Structure => field_name(member),
                ShapeKind::Union => variant_name(member),
                _ => continue,
            };
            let separator = if matches!(holder.kind, ShapeKind::Union) { "::" } else { "." };
            let holder = if steps.is_empty() { name.to_owned() } else { self.names.path(&holder.id).name };
            steps.push(format!("{holder}{separator}{field}"));
        }
        if cause.members.last().is_some_and(|member| member.target.id != cause.end.id) {
            steps.push("...".to_owned());
        }
        steps.join(" -> ")
    }

    /// Returns the obstacle with its verb: `is a map`, ``holds `Tag`, which does not derive `Ord` ``.
    fn description(&self, standard: StandardTrait, cause: &Cause<'_>) -> String {
        let holder = cause.last.and_then(|member| self.model.shape(&member.id.shape));
        let is_held = holder.is_some_and(|holder| matches!(holder.kind, ShapeKind::List | ShapeKind::Map));
        let verb = if is_held { "holds" } else { "is" };
        format!("{verb} {}", self.obstacle(standard, cause))
    }

    /// Returns the trait that an overlay drops from a type, be it the trait itself or one that it needs.
    fn dropped(&self, standard: StandardTrait, shape: &Shape) -> Option<StandardTrait> {
        let needed: &[StandardTrait] = match standard {
            StandardTrait::Copy | StandardTrait::Eq | StandardTrait::PartialOrd => &[],
            StandardTrait::Hash => &[StandardTrait::Eq],
            StandardTrait::Ord => &[StandardTrait::Eq, StandardTrait::PartialOrd],
        };
        let mut needed = std::iter::once(standard).chain(needed.iter().copied());
        needed.find(|needed| self.derivability.is_dropped(*needed, shape))
    }

    fn obstacle(&self, standard: StandardTrait, cause: &Cause<'_>) -> String {
        let shape = cause.end;
        let is_itself = cause.members.is_empty();
        let named = |text: &str| {
            if is_itself {
                format!("a type {text}")
            } else {
                format!("`{}`, {text}", self.names.path(&shape.id).name)
            }
        };
        if let Some(dropped) = self.dropped(standard, shape) {
            let dropped = dropped.name();
            return if is_itself {
                format!("without `{dropped}` because of an overlay")
            } else {
                named(&format!("from which an overlay drops `{dropped}`"))
            };
        }
        let has_stream = shape.members.values().any(|member| member.traits.has(id::STREAMING));
        match &shape.kind {
            _ if has_stream || shape.traits.has(id::STREAMING) => "a stream".to_owned(),
            _ if shape.traits.has(id::ERROR) => "an error, which carries metadata".to_owned(),
            ShapeKind::Simple(SimpleKind::Float | SimpleKind::Double) => "a floating-point number".to_owned(),
            ShapeKind::Simple(SimpleKind::String) => "a string".to_owned(),
            ShapeKind::Simple(kind) => format!("a {}", kind.name()),
            ShapeKind::Map => "a map".to_owned(),
            ShapeKind::List => "a list".to_owned(),
            ShapeKind::Enum => named("which stores unknown values as strings"),
            _ if self.derivability.is_requested(standard, shape) => named("which contains itself in a box"),
            _ => named(&format!("which does not derive `{}`", standard.name())),
        }
    }

    fn macros(&self, shape: &Shape) -> Vec<MacroPlan> {
        let derives = Derive::of(&shape.traits).macros.into_iter();
        derives
            .map(|derive_macro| {
                let dependency = self.dependencies.of_library(&derive_macro.library);
                MacroPlan {
                    path: derive_macro.path,
                    cargo_feature: dependency.and_then(|it| it.feature.clone()),
                }
            })
            .collect()
    }

    /// Returns the attributes for derives of other crates.
    pub(super) fn attributes(&self, traits: &Traits) -> Vec<AttributePlan> {
        let attributes = Attributes::of(traits).0.into_iter();
        attributes
            .map(|attribute| {
                let dependency = self.dependencies.0.get(&attribute.dependency);
                AttributePlan {
                    text: attribute.text,
                    cargo_feature: dependency.and_then(|it| it.feature.clone()),
                }
            })
            .collect()
    }
}

/// Returns true for `Copy` of an output, which has its request id, a string, next to its members.
fn is_refused(standard: StandardTrait, role: &StructRole) -> bool {
    standard == StandardTrait::Copy && *role == StructRole::Output
}

/// Returns the declared crates whose derive macros are used.
pub(super) fn dependencies(
    operations: &[OperationPlan],
    types: &DataTypes,
    declared: &Dependencies,
) -> Vec<DependencyPlan> {
    let messages =
        operations.iter().flat_map(|operation| [&operation.input.derives, &operation.output.derives]);
    let derives: Vec<&Derives> = messages.chain(types.derives()).collect();
    let is_used = |library: &str| {
        let mut macros = derives.iter().flat_map(|derives| &derives.macros);
        macros.any(|it| it.path.split("::").next() == Some(library))
    };
    let dependencies = declared.0.values().filter(|dependency| is_used(&dependency.library())).cloned();
    dependencies
        .map(|dependency| DependencyPlan {
            name: dependency.name,
            package: dependency.package,
            version: dependency.version,
            path: dependency.path,
            features: dependency.features,
            default_features: dependency.default_features,
            cargo_feature: dependency.feature,
        })
        .collect()
}
