//! What a type derives: what its members allow by itself, and what an overlay asks for or keeps it from.

use std::collections::BTreeMap;

use super::Lowering;
use crate::diagnostic::Diagnostic;
use crate::model::derive::{Attributes, Dependencies, Derive, Standard};
use crate::model::traits::id;
use crate::model::{Shape, ShapeKind, SimpleKind, Traits};
use crate::name;
use crate::plan::derive::{AttributePlan, CausePlan, DependencyPlan, Derives, MacroPlan};
use crate::plan::holds::Cause;
use crate::plan::{CratePlan, StructRole};

impl Lowering<'_> {
    /// A type may derive a trait when everything that it holds, at any depth, allows it. Without a shape, it is the
    /// empty input or output of an operation.
    pub(super) fn derives(&mut self, shape: Option<&Shape>, role: &StructRole, name: &str) -> Derives {
        let by_itself = [Standard::Eq, Standard::Hash];
        let Some(shape) = shape else {
            return Derives { standard: by_itself.into(), ..Derives::default() };
        };
        self.check_wanted(shape, role, name);
        let is_enum = matches!(shape.kind, ShapeKind::Enum);
        let may = |standard: &Standard| {
            by_itself.contains(standard) || is_enum || self.holds.is_wanted(*standard, shape)
        };
        let has = |standard: &Standard| {
            may(standard) && !self.holds.lacks(*standard, &shape.id) && !is_refused(*standard, role)
        };
        let causes = Standard::ALL.into_iter().filter(|it| may(it) && self.holds.lacks(*it, &shape.id));
        let causes = causes.filter_map(|standard| Some((standard, self.cause(standard, shape, name)?)));
        let causes: BTreeMap<Standard, CausePlan> = causes.collect();
        Derives {
            standard: Standard::ALL.into_iter().filter(has).collect(),
            causes,
            macros: self.macros(shape),
            attributes: self.attributes(&shape.traits),
        }
    }

    /// What an overlay asks for of this very type must be possible; what it asks of all, where it is.
    fn check_wanted(&mut self, shape: &Shape, role: &StructRole, name: &str) {
        for (standard, place) in Derive::of(&shape.traits).add {
            let cause = if is_refused(standard, role) {
                let what = "is an output, which holds the request id".to_owned();
                Some(CausePlan { path: None, what, first: None })
            } else {
                self.cause(standard, shape, name).filter(|_| self.holds.lacks(standard, &shape.id))
            };
            let Some(cause) = cause else { continue };
            let trait_name = standard.name();
            let message = format!("`{name}` cannot derive `{trait_name}`: {cause}");
            self.findings.push(Diagnostic::error(message).at(&place).with_help(match &cause.first {
                Some(first) => format!("give `{trait_name}` to `{first}` too, or remove it here"),
                None => "remove it".to_owned(),
            }));
        }
    }

    /// What keeps a shape from a trait, if anything does.
    fn cause(&self, standard: Standard, shape: &Shape, name: &str) -> Option<CausePlan> {
        let cause = self.holds.cause(standard, &shape.id)?;
        let path = self.member_path(&cause, name);
        let is_unasked = !cause.members.is_empty()
            && matches!(cause.end.kind, ShapeKind::Structure | ShapeKind::Union)
            && !cause.end.traits.has(id::ERROR)
            && self.dropped(standard, cause.end).is_none()
            && !self.holds.is_wanted(standard, cause.end);
        Some(CausePlan {
            path: (!path.is_empty()).then_some(path),
            what: self.what(standard, &cause),
            first: is_unasked.then(|| self.names.path(&cause.end.id).name),
        })
    }

    /// The members that become fields, each with its type: `Connection.tags -> Tag.value`.
    fn member_path(&self, cause: &Cause<'_>, name: &str) -> String {
        let mut steps: Vec<String> = Vec::new();
        for member in &cause.members {
            let Some(holder) = self.model.shape(&member.id.shape) else { continue };
            let given = member.traits.text(id::RUST_NAME);
            let field = match holder.kind {
                ShapeKind::Structure => given.map_or_else(|| name::field(&member.id.name), str::to_owned),
                ShapeKind::Union => given.map_or_else(|| name::variant(&member.id.name), str::to_owned),
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

    /// What the members lead to: `is a map`, ``holds `Tag`, which does not derive `Ord` ``.
    fn what(&self, standard: Standard, cause: &Cause<'_>) -> String {
        let holder = cause.last.and_then(|member| self.model.shape(&member.id.shape));
        let is_held = holder.is_some_and(|holder| matches!(holder.kind, ShapeKind::List | ShapeKind::Map));
        let verb = if is_held { "holds" } else { "is" };
        format!("{verb} {}", self.obstacle(standard, cause))
    }

    /// What an overlay keeps a type from, be it the trait or one that it needs.
    fn dropped(&self, standard: Standard, shape: &Shape) -> Option<Standard> {
        let needed: &[Standard] = match standard {
            Standard::Copy | Standard::Eq | Standard::PartialOrd => &[],
            Standard::Hash => &[Standard::Eq],
            Standard::Ord => &[Standard::Eq, Standard::PartialOrd],
        };
        let mut needed = std::iter::once(standard).chain(needed.iter().copied());
        needed.find(|needed| self.holds.is_dropped(*needed, shape))
    }

    fn obstacle(&self, standard: Standard, cause: &Cause<'_>) -> String {
        let shape = cause.end;
        let is_itself = cause.members.is_empty();
        let named = |text: &str| {
            let name = &self.names.path(&shape.id).name;
            if is_itself { format!("a type {text}") } else { format!("`{name}`, {text}") }
        };
        if let Some(dropped) = self.dropped(standard, shape) {
            let dropped = dropped.name();
            return if is_itself {
                format!("kept from `{dropped}` by an overlay")
            } else {
                named(&format!("which an overlay keeps from `{dropped}`"))
            };
        }
        match &shape.kind {
            _ if shape.traits.has(id::ERROR) => "an error, which carries metadata".to_owned(),
            ShapeKind::Simple(SimpleKind::Float | SimpleKind::Double) => "a floating-point number".to_owned(),
            ShapeKind::Simple(SimpleKind::String) => "text".to_owned(),
            ShapeKind::Simple(kind) => format!("a {}", kind.name()),
            ShapeKind::Map => "a map".to_owned(),
            ShapeKind::List => "a list".to_owned(),
            ShapeKind::Enum => named("which keeps text that it does not know"),
            _ if self.holds.is_wanted(standard, shape) => named("which holds itself in a box"),
            _ => named(&format!("which does not derive `{}`", standard.name())),
        }
    }

    fn macros(&self, shape: &Shape) -> Vec<MacroPlan> {
        let derives = Derive::of(&shape.traits).macros.into_iter();
        derives
            .map(|asked| {
                let dependency = self.dependencies.of_library(&asked.library);
                MacroPlan { path: asked.path, feature: dependency.and_then(|it| it.feature.clone()) }
            })
            .collect()
    }

    /// The attributes that derives of other crates read.
    pub(super) fn attributes(&self, traits: &Traits) -> Vec<AttributePlan> {
        let attributes = Attributes::of(traits).0.into_iter();
        attributes
            .map(|attribute| {
                let dependency = self.dependencies.0.get(&attribute.dependency);
                AttributePlan { text: attribute.text, feature: dependency.and_then(|it| it.feature.clone()) }
            })
            .collect()
    }
}

/// An output holds its request id, which is text, beside its members.
fn is_refused(standard: Standard, role: &StructRole) -> bool {
    standard == Standard::Copy && *role == StructRole::Output
}

/// The declared crates that derives of the plan come from.
pub(super) fn dependencies(plan: &CratePlan, declared: &Dependencies) -> Vec<DependencyPlan> {
    let structs = plan.all_structs().map(|item| &item.derives);
    let unions = plan.unions.iter().map(|item| &item.derives);
    let derives: Vec<&Derives> =
        structs.chain(unions).chain(plan.enums.iter().map(|item| &item.derives)).collect();
    let uses = |library: &str| {
        let mut macros = derives.iter().flat_map(|derives| &derives.macros);
        macros.any(|used| used.path.split("::").next() == Some(library))
    };
    let wanted = declared.0.values().filter(|dependency| uses(&dependency.library())).cloned();
    wanted
        .map(|dependency| DependencyPlan {
            name: dependency.name,
            package: dependency.package,
            version: dependency.version,
            path: dependency.path,
            features: dependency.features,
            default_features: dependency.default_features,
            feature: dependency.feature,
        })
        .collect()
}
