//! The endpoint parameters that an operation sets: fixed ones, and those that come from its input.

use super::endpoint::{PathStep, parameter_value};
use super::lowering::Lowering;
use crate::diagnostic::Diagnostic;
use crate::model::traits::id;
use crate::model::{Member, Shape, ShapeKind, SimpleKind};
use crate::name;
use crate::plan::endpoint::{EndpointPlan, Parameter, ParameterType};
use crate::plan::{Binding, FieldPlan, Presence, Taken, Visit};
use crate::source::{Location, Node};

/// The goal of a path: a parameter, and the list that is collected for it.
struct Goal<'a> {
    parameter: &'a Parameter,
    path: &'a str,
    location: &'a Location,
    collecting: bool,
}

impl Goal<'_> {
    fn list(&self) -> String {
        self.parameter.field.clone()
    }

    fn no_elements(&self, shape: &Shape) -> Diagnostic {
        let (path, kind) = (self.path, shape.type_name());
        Diagnostic::error(format!("`{path}` projects `{}`, which is of type `{kind}`", shape.id))
            .at(self.location)
            .with_help("`[*]` is for lists, `.*` and `keys(...)` are for maps")
    }

    fn unfit(&self, what: &str) -> Diagnostic {
        let Self { parameter, path, .. } = self;
        let expected = parameter.ty.description();
        Diagnostic::error(format!(
            "`{path}` is {what}, but the endpoint parameter `{}` is {expected}",
            parameter.rules_name
        ))
        .at(self.location)
        .with_help("name a member of that type")
    }
}

impl Lowering<'_> {
    /// The endpoint parameters that an operation sets; a later one overrides an earlier one.
    pub(super) fn bindings(
        &mut self,
        shape: &Shape,
        input: Option<&Shape>,
        endpoint: &EndpointPlan,
    ) -> Vec<Binding> {
        let has_rules =
            self.model.service().is_some_and(|(service, _)| service.traits.has(id::ENDPOINT_RULE_SET));
        if !has_rules {
            return Vec::new();
        }
        let found = [
            self.operation_context(shape, input, endpoint),
            self.member_context(input, endpoint),
            fixed_context(shape, endpoint),
        ];
        let mut bindings = Vec::new();
        for part in found {
            match part {
                Ok(part) => bindings.extend(part),
                Err(diagnostic) => self.diagnostics.push(diagnostic),
            }
        }
        bindings
    }

    fn member_context(
        &mut self,
        input: Option<&Shape>,
        endpoint: &EndpointPlan,
    ) -> Result<Vec<Binding>, Diagnostic> {
        let Some(input) = input else { return Ok(Vec::new()) };
        let mut bindings = Vec::new();
        for member in input.members.values() {
            let Some(trait_value) = member.traits.get(id::CONTEXT_PARAM) else { continue };
            let node = trait_value.node().required("name")?;
            let parameter = parameter(endpoint, node.text()?, &node.location)?;
            let goal =
                Goal { parameter, path: &member.id.name, location: &member.location, collecting: false };
            bindings.extend(self.bound(&[PathStep::Member(member.id.name.clone())], input, &goal)?);
        }
        Ok(bindings)
    }

    fn operation_context(
        &mut self,
        shape: &Shape,
        input: Option<&Shape>,
        endpoint: &EndpointPlan,
    ) -> Result<Vec<Binding>, Diagnostic> {
        let mut bindings = Vec::new();
        for (name, node) in context(shape, id::OPERATION_CONTEXT_PARAMS)? {
            let parameter = parameter(endpoint, name, &node.location)?;
            let path = node.required("path")?;
            let steps = PathStep::parse(path.text()?).ok_or_else(|| unread(path.value, &path.location))?;
            let goal = Goal { parameter, path: path.text()?, location: &path.location, collecting: false };
            let input = input.ok_or_else(|| {
                Diagnostic::error(format!("`{}` has no input to take `{name}` from", shape.id))
                    .at(&path.location)
                    .with_help("remove the path, or give the operation an input")
            })?;
            bindings.extend(self.bound(&steps, input, &goal)?);
        }
        Ok(bindings)
    }

    fn bound(
        &mut self,
        steps: &[PathStep],
        input: &Shape,
        goal: &Goal<'_>,
    ) -> Result<Vec<Binding>, Diagnostic> {
        let visits = self.visit(steps, input, "input", goal)?;
        Ok(visits.into_iter().map(Binding::Input).collect())
    }

    /// The steps with the value in the variable `from`.
    fn visit(
        &mut self,
        steps: &[PathStep],
        shape: &Shape,
        from: &str,
        goal: &Goal<'_>,
    ) -> Result<Vec<Visit>, Diagnostic> {
        let Some((step, rest)) = steps.split_first() else {
            return leaf(shape, self.element(shape), from, goal).map(|leaf| vec![leaf]);
        };
        match step {
            PathStep::Member(name) => self.member(name, rest, shape, from, goal),
            PathStep::Keys => keys(shape, rest, from, goal),
            PathStep::Elements => self.each(rest, shape, "member", from, goal),
            PathStep::Values => self.each(rest, shape, "value", from, goal),
            PathStep::Several(branches) => {
                let mut visits = Vec::new();
                for branch in branches {
                    let steps: Vec<_> = branch.iter().chain(rest).cloned().collect();
                    visits.extend(self.visit(&steps, shape, from, goal)?);
                }
                Ok(visits)
            }
        }
    }

    fn member(
        &mut self,
        name: &str,
        rest: &[PathStep],
        shape: &Shape,
        from: &str,
        goal: &Goal<'_>,
    ) -> Result<Vec<Visit>, Diagnostic> {
        let member = shape.members.get(name);
        let member = member.filter(|_| matches!(shape.kind, ShapeKind::Structure | ShapeKind::Union));
        let member = member.ok_or_else(|| {
            Diagnostic::error(format!("`{}` has no member `{name}`", shape.id)).at(goal.location).suggest(
                name,
                shape.members.keys().map(String::as_str),
                "a path names members of the operation's input",
            )
        })?;
        let Some(field) = self.field(shape, member) else { return Ok(Vec::new()) };
        let variable = variable(&field, goal);
        let inner = self.visit(rest, self.model.target(&member.target), &variable, goal)?;
        Ok(vec![self.step(shape, member, &field, from, variable, inner)])
    }

    fn step(
        &self,
        shape: &Shape,
        member: &Member,
        field: &FieldPlan,
        from: &str,
        name: String,
        inner: Vec<Visit>,
    ) -> Visit {
        let from = from.to_owned();
        if matches!(shape.kind, ShapeKind::Union) {
            let rust_name = member.traits.text(id::RUST_NAME).map(str::to_owned);
            let variant = rust_name.unwrap_or_else(|| name::variant(&field.wire_name));
            return Visit::Variant { from, union: self.names.path(&shape.id), variant, name, inner };
        }
        let optional = field.presence == Presence::Optional;
        Visit::Field { from, field: field.name.clone(), is_optional: optional, name, inner }
    }

    /// The shape of the elements of a list.
    fn element(&self, shape: &Shape) -> Option<&Shape> {
        let element = shape.members.get("member").filter(|_| matches!(shape.kind, ShapeKind::List))?;
        Some(self.model.target(&element.target))
    }

    fn each(
        &mut self,
        rest: &[PathStep],
        shape: &Shape,
        member: &str,
        from: &str,
        goal: &Goal<'_>,
    ) -> Result<Vec<Visit>, Diagnostic> {
        let map = matches!(shape.kind, ShapeKind::Map);
        let element = shape.members.get(member);
        let element =
            element.filter(|_| map == (member == "value") && (map || matches!(shape.kind, ShapeKind::List)));
        let element = element.ok_or_else(|| goal.no_elements(shape))?;
        if goal.parameter.ty != ParameterType::StringArray {
            return Err(goal.unfit("a list"));
        }
        let inside = Goal { collecting: true, ..*goal };
        let name = if goal.list() == "item" { "element" } else { "item" }.to_owned();
        let inner = self.visit(rest, self.model.target(&element.target), &name, &inside)?;
        let sparse = shape.traits.has(id::SPARSE);
        let each = Visit::Each { from: from.to_owned(), is_map: map, sparse, name, inner };
        if goal.collecting {
            return Ok(vec![each]);
        }
        let parameter = goal.parameter.field.clone();
        Ok(vec![Visit::Collect { list: goal.list(), parameter, inner: vec![each] }])
    }
}

/// `keys(...)` ends a path.
fn keys(shape: &Shape, rest: &[PathStep], from: &str, goal: &Goal<'_>) -> Result<Vec<Visit>, Diagnostic> {
    let fits = matches!(shape.kind, ShapeKind::Map) && rest.is_empty() && !goal.collecting;
    if !fits || goal.parameter.ty != ParameterType::StringArray {
        return Err(goal.unfit("not the keys of one map"));
    }
    let parameter = goal.parameter.field.clone();
    Ok(vec![Visit::Set { parameter, from: from.to_owned(), source: Taken::Keys }])
}

/// The value at the end of a path.
fn leaf(shape: &Shape, element: Option<&Shape>, from: &str, goal: &Goal<'_>) -> Result<Visit, Diagnostic> {
    let from = from.to_owned();
    let source =
        taken(shape, element).ok_or_else(|| goal.unfit(&format!("of the type {}", shape.type_name())))?;
    if goal.collecting {
        return match source {
            Taken::String | Taken::Enum => {
                Ok(Visit::Push { list: goal.list(), from, is_enum: source == Taken::Enum })
            }
            _ => Err(goal.unfit("a list of something else")),
        };
    }
    let fits = match source {
        Taken::String | Taken::Enum => goal.parameter.ty == ParameterType::String,
        Taken::Boolean => goal.parameter.ty == ParameterType::Boolean,
        Taken::StringArray | Taken::Keys => goal.parameter.ty == ParameterType::StringArray,
    };
    if !fits {
        return Err(goal.unfit(&format!("of the type {}", shape.type_name())));
    }
    Ok(Visit::Set { parameter: goal.parameter.field.clone(), from, source })
}

fn taken(shape: &Shape, element: Option<&Shape>) -> Option<Taken> {
    match (&shape.kind, element.map(|element| &element.kind)) {
        (ShapeKind::Simple(SimpleKind::String), _) => Some(Taken::String),
        (ShapeKind::Enum, _) => Some(Taken::Enum),
        (ShapeKind::Simple(SimpleKind::Boolean), _) => Some(Taken::Boolean),
        (ShapeKind::List, Some(ShapeKind::Simple(SimpleKind::String))) if !shape.traits.has(id::SPARSE) => {
            Some(Taken::StringArray)
        }
        _ => None,
    }
}

/// The variable for the value of a field; it must not hide those that the function needs.
fn variable(field: &FieldPlan, goal: &Goal<'_>) -> String {
    let taken = ["params", "input"].contains(&field.name.as_str()) || field.name == goal.list();
    if taken { format!("{}_value", field.stem) } else { field.name.clone() }
}

fn fixed_context(shape: &Shape, endpoint: &EndpointPlan) -> Result<Vec<Binding>, Diagnostic> {
    let mut bindings = Vec::new();
    for (name, node) in context(shape, id::STATIC_CONTEXT_PARAMS)? {
        let parameter = parameter(endpoint, name, &node.location)?;
        let node = node.required("value")?;
        let value = parameter_value(node.value, parameter.ty).ok_or_else(|| {
            let expected = parameter.ty.description();
            Diagnostic::error(format!("the endpoint parameter `{name}` must be {expected}"))
                .at(&node.location)
                .with_help("give it a value of that type")
        })?;
        bindings.push(Binding::Fixed { parameter: parameter.field.clone(), value });
    }
    Ok(bindings)
}

/// The entries of a trait of the operation, in the order of their names.
fn context<'a>(shape: &'a Shape, id: &str) -> Result<Vec<(&'a str, Node<'a>)>, Diagnostic> {
    let Some(trait_value) = shape.traits.get(id) else { return Ok(Vec::new()) };
    let mut entries = trait_value.node().entries()?;
    entries.sort_by_key(|(name, _)| *name);
    Ok(entries)
}

fn parameter<'e>(
    endpoint: &'e EndpointPlan,
    name: &str,
    location: &Location,
) -> Result<&'e Parameter, Diagnostic> {
    endpoint.parameter(name).ok_or_else(|| {
        let known = endpoint.parameters.iter().map(|parameter| parameter.rules_name.as_str());
        Diagnostic::error(format!("the endpoint rules have no parameter `{name}`")).at(location).suggest(
            name,
            known,
            "add it to the rules, or remove it here",
        )
    })
}

fn unread(path: &crate::source::Value, location: &Location) -> Diagnostic {
    Diagnostic::error(format!("the path {path} is not one that endpoint parameters can have"))
        .at(location)
        .with_help("a path is made of members, `[*]`, `.*`, `[first, second][]` and `keys(...)`")
}
