//! The names that a model defines, without regard to case and underscores.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use tinsmith::model::traits::id;
use tinsmith::model::{Model, OperationShape, Reference, Shape};
use tinsmith::read;
use tinsmith::source::Value;
use xtask_common::Failure;

/// The names of a model. Rules of names are what is compared, so they are not used to find out what a model has.
#[derive(Default)]
pub(crate) struct ModelNames {
    operations: BTreeMap<String, Operation>,
    /// The shapes, with their members.
    shapes: BTreeMap<String, BTreeSet<String>>,
    waiters: BTreeSet<String>,
    /// The parameters of the endpoint rules.
    parameters: BTreeSet<String>,
}

#[derive(Default)]
struct Operation {
    input: BTreeSet<String>,
    output: BTreeSet<String>,
    errors: BTreeSet<String>,
    is_paginated: bool,
}

/// A part of an operation with members.
#[derive(Clone, Copy)]
pub(crate) enum Part {
    Input,
    Output,
    Error,
}

impl ModelNames {
    pub(crate) fn read(file: &Path) -> Result<Self, Failure> {
        let model = read::model(file).map_err(|diagnostics| diagnostics.to_string())?;
        let mut names = Self::default();
        for shape in model.shapes.values() {
            names.shapes.insert(plain(shape.id.name()), members(shape));
            let waiters = shape.traits.value(id::WAITABLE).and_then(Value::as_object);
            names.waiters.extend(waiters.into_iter().flatten().map(|(name, _)| plain(name)));
        }
        let of_service = |id: &str| model.service().and_then(|(service, _)| service.traits.value(id));
        let rules = of_service(id::ENDPOINT_RULE_SET).or_else(|| of_service(id::ENDPOINT_BDD));
        let parameters = rules.and_then(|rules| rules.get("parameters")?.as_object());
        names.parameters.extend(parameters.into_iter().flatten().map(|(name, _)| plain(name)));
        for (name, (shape, operation)) in model.operations() {
            names.operations.insert(plain(name), Operation::of(&model, shape, operation));
        }
        Ok(names)
    }

    pub(crate) fn has_operation(&self, name: &str) -> bool {
        self.operations.contains_key(&plain(name))
    }

    pub(crate) fn has_shape(&self, name: &str) -> bool {
        self.shapes.contains_key(&plain(name))
    }

    pub(crate) fn has_waiter(&self, name: &str) -> bool {
        self.waiters.contains(&plain(name))
    }

    pub(crate) fn has_parameter(&self, name: &str) -> bool {
        self.parameters.contains(&plain(name))
    }

    pub(crate) fn is_paginated(&self, operation: &str) -> bool {
        self.operations.get(&plain(operation)).is_some_and(|operation| operation.is_paginated)
    }

    pub(crate) fn has_member(&self, shape: &str, member: &str) -> bool {
        self.shapes.get(&plain(shape)).is_some_and(|members| members.contains(&plain(member)))
    }

    pub(crate) fn has_part_member(&self, operation: &str, part: Part, member: &str) -> bool {
        self.operations.get(&plain(operation)).is_some_and(|operation| {
            let members = match part {
                Part::Input => &operation.input,
                Part::Output => &operation.output,
                Part::Error => &operation.errors,
            };
            members.contains(&plain(member))
        })
    }
}

impl Operation {
    fn of(model: &Model, shape: &Shape, operation: &OperationShape) -> Self {
        let of = |reference: &Option<Reference>| {
            reference.as_ref().map(|it| members(model.target(it))).unwrap_or_default()
        };
        let common = model.service().map(|(_, service)| service.errors.as_slice()).unwrap_or_default();
        let errors = operation.errors.iter().chain(common);
        Self {
            input: of(&operation.input),
            output: of(&operation.output),
            errors: errors.map(|error| plain(error.id.name())).collect(),
            is_paginated: shape.traits.has(id::PAGINATED),
        }
    }
}

fn members(shape: &Shape) -> BTreeSet<String> {
    shape.members.keys().map(|name| plain(name)).collect()
}

/// Returns the letters and digits of a name, in lower case.
pub(crate) fn plain(name: &str) -> String {
    name.chars().filter(char::is_ascii_alphanumeric).map(|letter| letter.to_ascii_lowercase()).collect()
}
