//! Selection of operations.

use crate::diagnostic::{Diagnostic, Diagnostics, Position};
use crate::id::ShapeId;
use crate::model::auth::{UnsupportedSchemes, authentication};
use crate::model::traits::id;
use crate::model::{Closure, Model, Shape, ShapeKind, is_streaming};
use crate::setting::{Positions, Setting};
use crate::source::Location;

/// Maximum number of operations that an error lists.
const MAX_LISTED: usize = 8;

/// The name that selects all operations on command lines and in settings.
const ALL: &str = "all";

/// The selection of a caller.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Selection {
    /// All supported operations of the service.
    All,
    /// Operations by name.
    Named(Vec<String>),
}

/// The operations of a crate.
#[derive(Clone, Debug)]
pub struct Selected {
    /// The operations in the order of their names.
    pub operations: Vec<ShapeId>,
    /// Warnings, such as those of unsupported operations.
    pub warnings: Vec<Diagnostic>,
}

/// Selects the operations. One that is selected by name must exist and be supported.
///
/// `positions` are those of the names in the settings.
pub fn select(model: &Model, selection: &Selection, positions: &Positions) -> Result<Selected, Diagnostics> {
    let known = model.operations();
    let mut diagnostics = Diagnostics::default();
    let mut selected = Selected { operations: Vec::new(), warnings: Vec::new() };
    let names: Vec<&str> = match selection {
        Selection::All => known.keys().copied().collect(),
        Selection::Named(names) => names.iter().map(String::as_str).collect(),
    };
    for name in names {
        match known.get(name) {
            None => diagnostics.push(unknown(model, name, positions.of(Setting::Operation, name))),
            Some((shape, _)) => match unsupported(model, &shape.id)
                .or_else(|| unsupported_auth(model, &shape.id))
            {
                None => selected.operations.push(shape.id.clone()),
                Some(cause) if *selection == Selection::All => selected.warnings.push(cause.left_out(name)),
                Some(cause) => diagnostics.push(cause.refused(name)),
            },
        }
    }
    if let (Selection::All, Some(warning)) = (selection, rules_alone(model)) {
        selected.warnings.push(warning);
    } else if selected.operations.is_empty() && !diagnostics.has_errors() {
        diagnostics.extend(std::mem::take(&mut selected.warnings));
        diagnostics.push(
            Diagnostic::error("no operation is selected")
                .or_at(positions.of(Setting::Operations, ""))
                .with_help("select operations with `--operations`, or in the settings in Cargo.toml"),
        );
    }
    selected.operations.extend(discovery(model, &selected.operations));
    selected.operations.sort();
    selected.operations.dedup();
    selected.warnings.extend(undiscovered(model, &selected.operations));
    diagnostics.finish(selected)
}

/// Returns the operation with which clients discover their endpoint, if an operation requires that.
fn discovery(model: &Model, operations: &[ShapeId]) -> Option<ShapeId> {
    let mut shapes = operations.iter().filter_map(|operation| model.shapes.get(operation));
    shapes.find(|shape| shape.traits.require_discovery())?;
    let (service, _) = model.service()?;
    let operation = ShapeId::parse(service.traits.property(id::ENDPOINT_DISCOVERY, "operation")?)?;
    let is_supported = model.operations().contains_key(operation.name())
        && unsupported(model, &operation).is_none()
        && unsupported_auth(model, &operation).is_none();
    is_supported.then_some(operation)
}

/// Returns the warning for operations whose endpoint must be discovered, if the service has no operation for that.
fn undiscovered(model: &Model, operations: &[ShapeId]) -> Option<Diagnostic> {
    if discovery(model, operations).is_some() {
        return None;
    }
    let shapes: Vec<&Shape> = operations
        .iter()
        .filter_map(|operation| model.shapes.get(operation))
        .filter(|shape| shape.traits.require_discovery())
        .collect();
    let (first, others) = shapes.split_first()?;
    let more = if others.is_empty() { String::new() } else { format!(" and {} others", others.len()) };
    let warning = Diagnostic::warning(format!(
        "`{}`{more} requires endpoint discovery, for which the service has no operation",
        first.id.name()
    ));
    Some(
        warning
            .at(&first.location)
            .with_help("set the endpoint that the service has assigned as `endpoint_url` of a client"),
    )
}

/// Returns the warning for a service without operations, which may still have endpoint rules with tests.
fn rules_alone(model: &Model) -> Option<Diagnostic> {
    let (service, _) = model.service().filter(|_| model.operations().is_empty())?;
    service.traits.get(id::ENDPOINT_TESTS)?;
    let warning = Diagnostic::warning("the service has no operations: the crate has endpoint rules only");
    Some(warning.at(&service.location).with_help("such a crate is useful for tests of endpoint rules only"))
}

/// Returns the error for a name that is not of an operation, at its position in the settings or else at the service.
fn unknown(model: &Model, name: &str, position: Option<&Position>) -> Diagnostic {
    if name == ALL {
        return Diagnostic::error("`all` selects all operations, and cannot be combined with names")
            .or_at(position)
            .with_help("write `all` alone, or names only");
    }
    let service = model.service().map(|(shape, _)| Position::Value(shape.location.clone()));
    let diagnostic = Diagnostic::error(format!("the service has no operation `{name}`"));
    let known: Vec<&str> = model.operations().into_keys().collect();
    let listed = match known.len() {
        1..=MAX_LISTED => format!("the operations are `{}`", known.join("`, `")),
        _ => "the command `operations` lists the operations".to_owned(),
    };
    diagnostic.or_at(position.or(service.as_ref())).suggest(name, known.into_iter().chain([ALL]), &listed)
}

/// The reason that an operation is not supported.
struct Cause {
    holder: String,
    what: String,
    location: Location,
    /// Advice apart from the selection of other operations.
    advice: Option<&'static str>,
}

impl Cause {
    fn refused(&self, operation: &str) -> Diagnostic {
        let Self { holder, what, location, advice } = self;
        Diagnostic::error(format!("`{operation}` needs {what} (`{holder}`), which is not supported"))
            .at(location)
            .with_help(
                advice.unwrap_or("select other operations, or `all`, which leaves out unsupported ones"),
            )
    }

    fn left_out(&self, operation: &str) -> Diagnostic {
        let Self { holder, what, location, advice } = self;
        Diagnostic::warning(format!(
            "`{operation}` is left out: it needs {what} (`{holder}`), which is not supported"
        ))
        .at(location)
        .with_help(advice.unwrap_or("select operations by name to avoid this warning"))
    }
}

/// Returns the first part of an operation that is not supported.
fn unsupported(model: &Model, operation: &ShapeId) -> Option<Cause> {
    misplaced_stream(model, operation).or_else(|| whole_body(model, operation))
}

/// Returns the request feature of an operation that needs the whole body, which is a stream.
fn whole_body(model: &Model, operation: &ShapeId) -> Option<Cause> {
    let shape = model.shapes.get(operation)?;
    let features = [
        (id::HTTP_CHECKSUM_REQUIRED, "the MD5 of a stream"),
        (id::REQUEST_COMPRESSION, "a compressed stream"),
    ];
    let is_flexible = shape.traits.value(id::HTTP_CHECKSUM).is_some_and(|checksum| {
        checksum.get("requestAlgorithmMember").is_some() || checksum["requestChecksumRequired"] == true
    });
    let mut features =
        features.into_iter().filter(|(id, _)| *id != id::HTTP_CHECKSUM_REQUIRED || !is_flexible);
    let (feature, what) = features.find_map(|(id, what)| Some((shape.traits.get(id)?, what)))?;
    let ShapeKind::Operation(operation) = &shape.kind else { return None };
    let input = model.target(operation.input.as_ref()?);
    let stream = input.members.values().find(|member| is_streaming(member, model.target(&member.target)))?;
    let (holder, location) = (stream.id.to_string(), feature.location.clone());
    Some(Cause { holder, what: what.to_owned(), location, advice: None })
}

/// Returns the first stream in the closure of an operation that is not the body of its requests or responses.
fn misplaced_stream(model: &Model, operation: &ShapeId) -> Option<Cause> {
    let closure = Closure::of(model, [operation]);
    let messages: Vec<_> = match model.shapes.get(operation).map(|shape| &shape.kind) {
        Some(ShapeKind::Operation(operation)) => operation.input.iter().chain(&operation.output).collect(),
        _ => Vec::new(),
    };
    let shapes = closure.iter().filter_map(|id| model.shapes.get(id));
    let mut members = shapes.flat_map(|shape| shape.members.values());
    members.find_map(|member| {
        let target = model.target(&member.target);
        let is_body = match target.kind {
            ShapeKind::Union => messages.iter().any(|message| message.id == member.id.shape),
            _ => member.traits.has(id::HTTP_PAYLOAD),
        };
        let is_unsupported = is_streaming(member, target) && !is_body;
        let trait_value = member.traits.get(id::STREAMING).or_else(|| target.traits.get(id::STREAMING));
        let location = trait_value.filter(|_| is_unsupported)?.location.clone();
        Some(Cause { holder: member.id.to_string(), what: "a stream".to_owned(), location, advice: None })
    })
}

/// Advice for operations with unsupported authentication schemes.
const OWN_SCHEME: &str = "set `smithy.api#auth` with an overlay: to another scheme that the service accepts, or to an empty list, and \
                          add a scheme of your own to the client (`push_auth_scheme`, `auth_scheme_resolver`)";

/// Returns the authentication schemes of an operation if none is supported.
fn unsupported_auth(model: &Model, operation: &ShapeId) -> Option<Cause> {
    let operation = model.shapes.get(operation)?;
    let UnsupportedSchemes { schemes, location } = authentication(model, operation).err()?;
    Some(Cause {
        holder: operation.id.to_string(),
        what: format!("authentication by `{}`", schemes.join("` or `")),
        location,
        advice: Some(OWN_SCHEME),
    })
}
