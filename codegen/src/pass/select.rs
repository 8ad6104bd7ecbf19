//! Which operations the crate holds, and which shapes they pull in.

use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::id::ShapeId;
use crate::model::auth::{UnknownSchemes, signature};
use crate::model::traits::id;
use crate::model::{Closure, Model, Shape};
use crate::source::Place;

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
            Some((shape, _)) => match unsupported(model, &shape.id).or_else(|| unsigned(model, &shape.id)) {
                None => selected.operations.push(shape.id.clone()),
                Some(cause) if *selection == Selection::All => selected.warnings.push(cause.left_out(name)),
                Some(cause) => findings.push(cause.refused(name)),
            },
        }
    }
    if let (Selection::All, Some(warning)) = (selection, rules_alone(model)) {
        selected.warnings.push(warning);
    } else if selected.operations.is_empty() && !findings.has_errors() {
        findings.findings.append(&mut selected.warnings);
        findings.push(Diagnostic::error("no operation is selected").with_help(
            "name operations with `--operations`, or in `[workspace.metadata.tinsmith]` of Cargo.toml",
        ));
    }
    selected.operations.sort();
    selected.operations.dedup();
    selected.warnings.extend(undiscovered(model, &selected.operations));
    findings.finish(selected)
}

/// Operations whose endpoint has to be asked for, which the crate leaves to its user.
fn undiscovered(model: &Model, operations: &[ShapeId]) -> Option<Diagnostic> {
    let shapes: Vec<&Shape> = operations
        .iter()
        .filter_map(|operation| model.shapes.get(operation))
        .filter(|shape| shape.traits.require_discovery())
        .collect();
    let (first, others) = shapes.split_first()?;
    let more = if others.is_empty() { String::new() } else { format!(" and {} others", others.len()) };
    let warning = Diagnostic::warning(format!(
        "`{}`{more} must be called at an endpoint that the service tells, and the crate does not ask for it",
        first.id.name()
    ));
    Some(warning.at(&first.place).with_help(
        "ask with the service's own operation for it, and build a client with the answer as `endpoint_url`",
    ))
}

/// A service without operations may still have endpoint rules with tests.
fn rules_alone(model: &Model) -> Option<Diagnostic> {
    let (service, _) = model.service().filter(|_| model.operations().is_empty())?;
    service.traits.get(id::ENDPOINT_TESTS)?;
    let warning =
        Diagnostic::warning("the service has no operations: the crate is no more than its endpoint rules");
    Some(warning.at(&service.place).with_help("this is of use for testing endpoint rules"))
}

fn unknown(model: &Model, name: &str) -> Diagnostic {
    let service = model.service().map(|(shape, _)| shape);
    let finding = Diagnostic::error(format!("the service has no operation `{name}`"));
    let finding = service.map_or(finding.clone(), |service| finding.at(&service.place));
    finding.suggest(name, model.operations().into_keys(), "`cargo xtask operations` lists what there is")
}

/// Traits that change what must be sent in a way that is not supported yet.
const UNSUPPORTED: [(&str, &str); 1] = [(id::STREAMING, "a stream")];

/// Why an operation cannot be generated.
struct Cause {
    holder: String,
    what: String,
    place: Place,
}

impl Cause {
    fn refused(&self, operation: &str) -> Diagnostic {
        let Self { holder, what, place } = self;
        Diagnostic::error(format!("`{operation}` needs {what} (`{holder}`), which is not supported"))
            .at(place)
            .with_help("select other operations; those that need it are left out under `all`")
    }

    fn left_out(&self, operation: &str) -> Diagnostic {
        let Self { holder, what, place } = self;
        Diagnostic::warning(format!(
            "`{operation}` is left out: it needs {what} (`{holder}`), which is not supported"
        ))
        .at(place)
        .with_help("select operations by name to be without this warning")
    }
}

/// What keeps an operation from being generated, if anything does.
fn unsupported(model: &Model, operation: &ShapeId) -> Option<Cause> {
    let closure = Closure::of(model, [operation]);
    let shapes = closure.iter().filter_map(|id| model.shapes.get(id));
    let mut traits = shapes.flat_map(|shape| {
        let members = shape.members.values().map(|member| (member.id.to_string(), &member.traits));
        std::iter::once((shape.id.to_string(), &shape.traits)).chain(members)
    });
    traits.find_map(|(holder, traits)| {
        let (given, what) = UNSUPPORTED.iter().find_map(|(id, what)| Some((traits.get(id)?, *what)))?;
        Some(Cause { holder, what: what.to_owned(), place: given.place.clone() })
    })
}

/// A signature that the generator cannot make.
fn unsigned(model: &Model, operation: &ShapeId) -> Option<Cause> {
    let UnknownSchemes { schemes, place } = signature(model, model.shapes.get(operation)?).err()?;
    Some(Cause {
        holder: operation.to_string(),
        what: format!("a signature by {}", schemes.join(" or ")),
        place,
    })
}
