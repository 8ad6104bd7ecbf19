//! Model -> plan: the order in which the items of a crate are decided. Each kind of item has a room.

use std::collections::BTreeSet;

use super::holds::Holds;
use super::naming::Names;
use super::reach::{Travels, data_shapes};
use super::{CratePlan, ProtocolTests, endpoint, example, paginator, protocol_test, waiter};
use crate::config::{Config, Runtime};
use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::id::{MemberId, ShapeId};
use crate::model::derive::Dependencies;
use crate::model::traits::id;
use crate::model::{Model, Shape, ShapeKind};
use crate::pass::{Selected, boxed_members};
use crate::plan::RuntimePlan;

mod clash;
mod derive;
mod enumeration;
mod field;
mod operation;
mod structure;
mod ty;
mod union;

/// Lists and maps may nest this deep without a structure between them.
const DEEPEST_NESTING: usize = 32;

/// Decides every item of the crate.
pub fn lower(model: &Model, selected: &Selected, config: &Config) -> Result<CratePlan, Diagnostics> {
    let data = data_shapes(model, selected);
    let travels = Travels::of(model, selected);
    let names = Names::resolve(model, data.iter().filter_map(|id| model.shapes.get(*id)))?;
    let boxed = boxed_members(model);
    let declared = model.service().map(|(service, _)| Dependencies::of(&service.traits)).unwrap_or_default();
    let mut lowering = Lowering {
        model,
        names: &names,
        boxed: &boxed,
        travels: &travels,
        holds: &Holds::of(model, &boxed),
        dependencies: &declared,
        findings: Diagnostics::default(),
    };
    let service = super::operation::service(model, config)?;
    let mut warnings = Vec::new();
    let mut endpoint = endpoint::lower(model, &mut warnings)?;
    if !config.protocol_tests {
        endpoint.tests.clear();
        endpoint.left_out.clear();
        warnings.clear();
    }
    let name = config.crate_name.clone().unwrap_or_else(|| service.name.clone());
    let mut plan = CratePlan {
        runtime: runtime(&name, &config.runtime),
        name,
        version: config.crate_version.clone(),
        service,
        operations: Vec::new(),
        structs: Vec::new(),
        enums: Vec::new(),
        int_enums: Vec::new(),
        unions: Vec::new(),
        errors: Vec::new(),
        dependencies: Vec::new(),
        endpoint,
        tests: ProtocolTests::default(),
        warnings,
    };
    lowering.check_operations(selected);
    if let Some(finding) = unfit_name(&plan.name) {
        lowering.findings.push(finding);
    }
    for id in &selected.operations {
        let operation = lowering.operation(id, &plan.endpoint);
        plan.operations.extend(operation);
    }
    for shape in data.iter().filter_map(|id| model.shapes.get(*id)) {
        lowering.data(shape, &mut plan);
    }
    let mut plan = lowering.findings.finish(plan)?;
    plan.dependencies = derive::dependencies(&plan, &declared);
    paths(model, &mut plan)?;
    if config.protocol_tests {
        plan.tests = protocol_test::lower(model, &plan)?;
    }
    Ok(plan)
}

/// What follows paths into inputs and outputs, or holds values of them.
fn paths(model: &Model, plan: &mut CratePlan) -> Result<(), Diagnostics> {
    let mut warnings = Vec::new();
    let paginators = paginator::lower(model, plan, &mut warnings)?;
    let waiters = waiter::lower(model, plan, &mut warnings)?;
    for (operation, (paginator, waiters)) in
        plan.operations.iter_mut().zip(paginators.into_iter().zip(waiters))
    {
        operation.paginator = paginator;
        operation.waiters = waiters;
    }
    let examples = example::lower(model, plan, &mut warnings);
    for (operation, examples) in plan.operations.iter_mut().zip(examples) {
        operation.examples = examples;
    }
    plan.warnings.extend(warnings);
    Ok(())
}

/// What every item is decided by, and what was found on the way.
pub(super) struct Lowering<'m> {
    pub(super) model: &'m Model,
    pub(super) names: &'m Names,
    boxed: &'m BTreeSet<MemberId>,
    travels: &'m Travels,
    holds: &'m Holds<'m>,
    dependencies: &'m Dependencies,
    pub(super) findings: Diagnostics,
}

impl Lowering<'_> {
    fn data(&mut self, shape: &Shape, plan: &mut CratePlan) {
        match shape.kind {
            ShapeKind::Structure if shape.traits.has(id::ERROR) => plan.errors.push(self.error(shape)),
            ShapeKind::Structure => plan.structs.push(self.plain(shape)),
            ShapeKind::Union => plan.unions.push(self.union(shape)),
            ShapeKind::Enum => plan.enums.push(self.text_enum(shape)),
            ShapeKind::IntEnum => plan.int_enums.push(self.int_enum(shape)),
            _ => {}
        }
    }
}

/// A runtime inside of a crate has a package name of its own, because a workspace may contain several such crates.
fn runtime(name: &str, config: &Runtime) -> RuntimePlan {
    match config {
        Runtime::Inside => RuntimePlan {
            package: format!("{name}-runtime"),
            path: "runtime".to_owned(),
            is_inside: true,
        },
        Runtime::Shared(path) => {
            RuntimePlan { package: "tinsmith-runtime".to_owned(), path: path.clone(), is_inside: false }
        }
    }
}

/// The package becomes a library, whose name must be an identifier.
fn unfit_name(name: &str) -> Option<Diagnostic> {
    let allowed = name.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"-_".contains(&byte));
    let fits = allowed && syn::parse_str::<syn::Ident>(&name.replace('-', "_")).is_ok();
    (!fits).then(|| {
        Diagnostic::error(format!("`{name}` cannot be the name of a package"))
            .with_help("use ASCII letters, digits, `-` and `_`, led by a letter, and no keyword of Rust")
    })
}

fn parts(id: &ShapeId) -> (String, String) {
    (id.namespace().to_owned(), id.name().to_owned())
}
