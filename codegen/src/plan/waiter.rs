//! Waiters: an operation that is called until its answer shows a state. Source: Smithy 2.0 specification, "Waiters".

use std::collections::BTreeMap;

use serde_json::Value;

use super::{CratePlan, OperationPlan};
use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::doc;
use crate::id::ShapeId;
use crate::model::Model;
use crate::model::traits::id;
use crate::name;
use crate::read::node::Node;

mod look;
mod scope;
mod typed;
mod value;

pub use value::{ElementOf, Known, Reading, ValuePlan as WaiterValue};

/// Seconds between two calls at least, where the model does not say.
const LEAST_DELAY: u64 = 2;

/// Seconds between two calls at most, where the model does not say.
const MOST_DELAY: u64 = 120;

/// A waiter.
#[derive(Clone, Debug)]
pub struct WaiterPlan {
    /// `ConnectionAvailable`
    pub name: String,
    /// `connection_available`
    pub module: String,
    /// Documentation in Markdown.
    pub doc: String,
    /// Why not to use it any more.
    pub deprecated: Option<String>,
    /// Seconds between two calls, at least and at most.
    pub seconds: (u64, u64),
    /// What is looked at in an answer.
    pub looks: Vec<LookPlan>,
    /// What answers mean; the first that fits decides.
    pub acceptors: Vec<AcceptorPlan>,
}

/// A value of an answer that acceptors look at.
#[derive(Clone, Debug, PartialEq)]
pub struct LookPlan {
    /// The name of the function that finds it.
    pub name: String,
    /// The path in the model.
    pub path: String,
    /// Whether it is found in the input too.
    pub input: bool,
    /// The value.
    pub value: WaiterValue,
    /// Its type.
    pub found: Found,
}

/// The type of a value that acceptors look at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Found {
    /// Text, which may be missing.
    Text,
    /// Texts, where the list may be missing.
    Texts,
    /// True or false, which may be missing.
    Flag,
    /// True or false in any case.
    Truth,
}

/// What an answer means.
#[derive(Clone, Debug, PartialEq)]
pub struct AcceptorPlan {
    /// The state that it shows.
    pub state: State,
    /// Which answers.
    pub matcher: Matcher,
}

/// The states of a waiter.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum State {
    /// What was waited for is there.
    Success,
    /// It will never be.
    Failure,
    /// It may still come.
    Retry,
}

/// Which answers an acceptor is about.
#[derive(Clone, Debug, PartialEq)]
pub enum Matcher {
    /// Every output.
    Output,
    /// Every error.
    AnyError,
    /// A modelled error, by its variant.
    Variant(String),
    /// An error that the operation does not model, by its code.
    Code(String),
    /// An output that has what the waiter looks at.
    Look {
        /// The index of the look.
        look: usize,
        /// What it must be.
        wanted: Wanted,
    },
}

/// What a value must be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Wanted {
    /// That text.
    Text(String),
    /// Texts, of which there is one at least, and each is that text.
    All(String),
    /// Texts, one of which is that text.
    Any(String),
    /// True or false.
    Flag(bool),
}

/// The waiters of a crate's operations, in their order. One that looks at what is not supported is left out.
pub(super) fn lower(
    model: &Model,
    plan: &CratePlan,
    warnings: &mut Vec<Diagnostic>,
) -> Result<Vec<Vec<WaiterPlan>>, Diagnostics> {
    let mut findings = Diagnostics::default();
    let mut taken = BTreeMap::new();
    let mut all = Vec::new();
    for operation in &plan.operations {
        let waiters = given(model, operation).unwrap_or_else(|finding| {
            findings.push(finding);
            Vec::new()
        });
        let mut lowered = Vec::new();
        for (name, node) in waiters {
            if let Some(finding) = check_name(name, &node, &mut taken) {
                findings.push(finding);
            }
            match waiter(plan, operation, name, &node) {
                Ok(waiter) => lowered.push(waiter),
                Err(Refusal::Fault(finding)) => findings.push(finding),
                Err(Refusal::Unsupported(finding)) => warnings.push(finding),
            }
        }
        all.push(lowered);
    }
    findings.finish(all)
}

/// The waiters of an operation in the order of their names.
fn given<'m>(model: &'m Model, operation: &OperationPlan) -> Result<Vec<(&'m str, Node<'m>)>, Diagnostic> {
    let shape = model.shapes.get(&ShapeId::new(&operation.id.0, &operation.id.1));
    let Some(given) = shape.and_then(|shape| shape.traits.get(id::WAITABLE)) else { return Ok(Vec::new()) };
    let mut waiters = Node::new(&given.value, given.place.clone()).entries()?;
    waiters.sort_by_key(|(name, _)| *name);
    Ok(waiters)
}

/// Waiters become methods of the client, whichever operation they call.
fn check_name(name: &str, node: &Node<'_>, taken: &mut BTreeMap<String, String>) -> Option<Diagnostic> {
    if !crate::id::is_identifier(name) {
        let finding = Diagnostic::error(format!("`{}` cannot be the name of a waiter", name.escape_debug()));
        return Some(finding.at(&node.place).with_help("write letters and digits, led by a letter"));
    }
    let other = taken.insert(name::module(name), name.to_owned())?;
    let module = name::module(name);
    Some(
        Diagnostic::error(format!(
            "the waiters `{other}` and `{name}` would both become the method `wait_until_{module}`"
        ))
        .at(&node.place)
        .with_help("give one of them another name"),
    )
}

/// Why a waiter is not made.
enum Refusal {
    /// The model is wrong.
    Fault(Diagnostic),
    /// The model may be right, but what it says is not supported.
    Unsupported(Diagnostic),
}

impl From<Diagnostic> for Refusal {
    fn from(finding: Diagnostic) -> Self {
        Self::Fault(finding)
    }
}

fn waiter(
    plan: &CratePlan,
    operation: &OperationPlan,
    name: &str,
    node: &Node<'_>,
) -> Result<WaiterPlan, Refusal> {
    if let Some(field) = operation.input.fields.iter().find(|field| field.stem == "wait") {
        return Err(Refusal::Unsupported(
            Diagnostic::warning(format!(
                "the waiter `{name}` is left out: `{}` of its input would become a second method `wait`",
                field.wire_name
            ))
            .at(&node.place)
            .with_help(format!("give the member another name with an overlay: `{}`", id::RUST_NAME)),
        ));
    }
    let mut looks = look::Looks::new(plan, operation, name);
    let mut acceptors = Vec::new();
    for acceptor in node.required("acceptors")?.elements()? {
        let state = state(&acceptor.required("state")?)?;
        let matcher = matcher(operation, &acceptor.required("matcher")?, &mut looks)?;
        acceptors.push(AcceptorPlan { state, matcher });
    }
    Ok(WaiterPlan {
        name: name::item(name),
        module: name::module(name),
        doc: documentation(operation, name, node),
        deprecated: node.is_true("deprecated").then(|| "the service has deprecated it".to_owned()),
        seconds: seconds(node)?,
        looks: looks.found,
        acceptors,
    })
}

fn documentation(operation: &OperationPlan, name: &str, node: &Node<'_>) -> String {
    let given = node.value.get("documentation").and_then(Value::as_str).map(doc::to_markdown);
    let given = given.filter(|text| !text.is_empty());
    let doc = given.unwrap_or_else(|| format!("Waits for the state `{name}`."));
    format!("{doc}\n\nIt calls `{}` until the answer shows the state.", operation.wire_name)
}

/// The delays between calls, where both are given the smaller one first.
fn seconds(node: &Node<'_>) -> Result<(u64, u64), Diagnostic> {
    let read = |name: &str| -> Result<Option<u64>, Diagnostic> {
        let Some(given) = node.get(name) else { return Ok(None) };
        let fits = given.value.as_u64().filter(|seconds| (1..=86_400).contains(seconds));
        let fault = || {
            Diagnostic::error(format!("`{name}` is no number of seconds"))
                .at(&given.place)
                .with_help("write an integer from 1 to 86400")
        };
        fits.map(Some).ok_or_else(fault)
    };
    let least = read("minDelay")?;
    let most = read("maxDelay")?;
    let seconds = match (least, most) {
        (least, None) => (least.unwrap_or(LEAST_DELAY), MOST_DELAY.max(least.unwrap_or(LEAST_DELAY))),
        (None, Some(most)) => (LEAST_DELAY.min(most), most),
        (Some(least), Some(most)) => (least, most),
    };
    if seconds.0 > seconds.1 {
        return Err(Diagnostic::error("`minDelay` is more than `maxDelay`")
            .at(&node.place.child("minDelay"))
            .with_help("write the smaller number of seconds for `minDelay`"));
    }
    Ok(seconds)
}

fn state(node: &Node<'_>) -> Result<State, Diagnostic> {
    match node.text()? {
        "success" => Ok(State::Success),
        "failure" => Ok(State::Failure),
        "retry" => Ok(State::Retry),
        other => Err(Diagnostic::error(format!("waiters have no state `{}`", other.escape_debug()))
            .at(&node.place)
            .suggest(
                other,
                ["success", "failure", "retry"],
                "the states are `success`, `failure` and `retry`",
            )),
    }
}

fn matcher(
    operation: &OperationPlan,
    node: &Node<'_>,
    looks: &mut look::Looks<'_>,
) -> Result<Matcher, Refusal> {
    if let Some(success) = node.get("success") {
        let success = success.value.as_bool().ok_or_else(|| no_matcher(node))?;
        return Ok(if success { Matcher::Output } else { Matcher::AnyError });
    }
    if let Some(error) = node.get("errorType") {
        return Ok(error_matcher(operation, error.text()?));
    }
    let (output, both) = (node.get("output"), node.get("inputOutput"));
    let input = both.is_some();
    let Some(given) = output.or(both) else { return Err(no_matcher(node).into()) };
    looks.matcher(&given, input)
}

fn no_matcher(node: &Node<'_>) -> Diagnostic {
    Diagnostic::error("this is no matcher of a waiter")
        .at(&node.place)
        .with_help("write one of `success`, `errorType`, `output` and `inputOutput`")
}

/// An error by its name or code; a variant holds whatever code it travels under.
fn error_matcher(operation: &OperationPlan, name: &str) -> Matcher {
    let code = name.rsplit('#').next().unwrap_or(name);
    let modelled = operation.errors.iter().find(|error| error.codes.iter().any(|known| known == code));
    match modelled {
        Some(error) => Matcher::Variant(error.path.name.clone()),
        None => Matcher::Code(code.to_owned()),
    }
}
