//! Which operations the crate holds, and which shapes they pull in.

use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::id::ShapeId;
use crate::model::traits::id;
use crate::model::{Closure, Model};

/// What the caller asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Selection {
    /// Every operation of the service that is supported.
    All,
    /// Operations by name.
    Named(Vec<String>),
}

/// What the crate holds.
#[derive(Clone, Debug)]
pub struct Selected {
    /// The operations in the order of their names.
    pub operations: Vec<ShapeId>,
    /// Operations left out because something they need is not supported.
    pub warnings: Vec<Diagnostic>,
}

/// Picks the operations. One that is asked for by name must be there and supported.
pub fn select(model: &Model, selection: &Selection) -> Result<Selected, Diagnostics> {
    let known = model.operations();
    let mut findings = Diagnostics::default();
    let mut selected = Selected { operations: Vec::new(), warnings: Vec::new() };
    let names: Vec<&str> = match selection {
        Selection::All => known.keys().copied().collect(),
        Selection::Named(names) => names.iter().map(String::as_str).collect(),
    };
    for name in names {
        match known.get(name) {
            None => findings.push(unknown(model, name)),
            Some((shape, _)) => match unsupported(model, &shape.id) {
                None => selected.operations.push(shape.id.clone()),
                Some(cause) if *selection == Selection::All => selected.warnings.push(left_out(name, cause)),
                Some(cause) => findings.push(cause),
            },
        }
    }
    if selected.operations.is_empty() && !findings.has_errors() {
        findings.push(Diagnostic::error("no operation is selected").with_help(
            "name operations with `--operations`, or in `[workspace.metadata.tinsmith]` of Cargo.toml",
        ));
    }
    selected.operations.sort();
    selected.operations.dedup();
    findings.finish(selected)
}

fn unknown(model: &Model, name: &str) -> Diagnostic {
    let service = model.service().map(|(shape, _)| shape);
    let finding = Diagnostic::error(format!("the service has no operation `{name}`"));
    let finding = service.map_or(finding.clone(), |service| finding.at(&service.place));
    finding.suggest(name, model.operations().into_keys(), "`cargo xtask operations` lists what there is")
}

fn left_out(name: &str, cause: Diagnostic) -> Diagnostic {
    let warning = Diagnostic::warning(format!("`{name}` is left out: {}", cause.message));
    Diagnostic { place: cause.place, ..warning }
}

/// Why an operation cannot be generated, if it cannot.
fn unsupported(model: &Model, operation: &ShapeId) -> Option<Diagnostic> {
    let closure = Closure::of(model, [operation]);
    let shapes = closure.iter().filter_map(|id| model.shapes.get(id));
    let mut places = shapes.flat_map(|shape| {
        let own = shape.traits.get(id::STREAMING).map(|given| (shape.id.to_string(), given));
        let members = shape.members.values();
        let below =
            members.filter_map(|member| Some((member.id.to_string(), member.traits.get(id::STREAMING)?)));
        own.into_iter().chain(below)
    });
    let (holder, streaming) = places.next()?;
    Some(
        Diagnostic::error(format!(
            "`{}` needs `{holder}`, a stream, which is not supported",
            operation.name()
        ))
        .at(&streaming.place)
        .with_help("select other operations; streams are left out under `all`"),
    )
}
