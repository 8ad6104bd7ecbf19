//! Waiters. Source: Smithy 2.0 specification, "Waiters".

mod path;
mod refusal;
mod scope;
mod typed;

use serde_json::Value;

use path::Paths;
use refusal::Refusal;

use super::documentation::summary;
use super::lowering::Lowering;
use super::operation_context::OperationContext;
use crate::diagnostic::Diagnostic;
use crate::doc;
use crate::id::is_identifier;
use crate::model::traits::{TraitValue, id};
use crate::name;
use crate::plan::waiter::{AcceptorPlan, Matcher, State, WaiterPlan};
use crate::plan::{ErrorVariant, RustPath};
use crate::source::Node;

/// The default minimum delay between two calls, in seconds.
const MIN_DELAY: u64 = 2;

/// The default maximum delay between two calls, in seconds.
const MAX_DELAY: u64 = 120;

impl Lowering<'_> {
    /// The waiters of an operation, in the order of their names. One with a path that is not supported is left out.
    pub(super) fn waiters(&mut self, operation: OperationContext<'_>) -> Vec<WaiterPlan> {
        let Some(waitable) = operation.shape.traits.get(id::WAITABLE) else { return Vec::new() };
        let entries = entries(waitable).unwrap_or_else(|diagnostic| {
            self.diagnostics.push(diagnostic);
            Vec::new()
        });
        let mut waiters = Vec::new();
        for (name, node) in entries {
            let invalid_name = self.check_waiter_name(name, &node);
            self.diagnostics.extend(invalid_name);
            match waiter(operation, name, &node) {
                Ok(waiter) => waiters.push(waiter),
                Err(Refusal::Invalid(diagnostic)) => self.diagnostics.push(diagnostic),
                Err(Refusal::Unsupported(diagnostic)) => self.warnings.push(diagnostic),
            }
        }
        waiters
    }

    /// Checks the name of a waiter. All waiters become methods of the client, whichever operation they call.
    fn check_waiter_name(&mut self, name: &str, node: &Node<'_>) -> Option<Diagnostic> {
        if !is_identifier(name) {
            let message = format!("`{}` cannot be the name of a waiter", name.escape_debug());
            let diagnostic = Diagnostic::error(message).at(&node.location);
            return Some(diagnostic.with_help("use ASCII letters and digits, and start with a letter"));
        }
        let module = name::module(name);
        let other = self.waiters.insert(module.clone(), name.to_owned())?;
        let method = method(&module);
        Some(
            Diagnostic::error(format!(
                "the waiters `{other}` and `{name}` would both become the method `{method}`"
            ))
            .at(&node.location)
            .with_help("give one of them another name"),
        )
    }
}

fn entries(waitable: &TraitValue) -> Result<Vec<(&str, Node<'_>)>, Diagnostic> {
    let mut entries = waitable.node().entries()?;
    entries.sort_by_key(|(name, _)| *name);
    Ok(entries)
}

/// `wait_until_connection_available`
fn method(module: &str) -> String {
    format!("wait_until_{}", module.trim_start_matches('_'))
}

fn waiter(operation: OperationContext<'_>, name: &str, node: &Node<'_>) -> Result<WaiterPlan, Refusal> {
    if let Some(field) = operation.input.fields.iter().find(|field| field.stem == "wait") {
        return Err(Refusal::Unsupported(
            Diagnostic::warning(format!(
                "the waiter `{name}` is left out: `{}` of its input would become a second method `wait`",
                field.wire_name
            ))
            .at(&node.location)
            .with_help(format!("give the member another name with an overlay: `{}`", id::RUST_NAME)),
        ));
    }
    let mut paths = Paths::new(operation, name);
    let mut acceptors = Vec::new();
    for acceptor in node.required("acceptors")?.elements()? {
        let state = state(&acceptor.required("state")?)?;
        let matcher = matcher(operation.errors, &acceptor.required("matcher")?, &mut paths)?;
        acceptors.push(AcceptorPlan { state, matcher });
    }
    let (item, module) = (name::item(name), name::module(name));
    let path = |name: String| RustPath::new(&format!("crate::waiters::{module}"), &name);
    let doc = documentation(operation, name, node);
    Ok(WaiterPlan {
        method: method(&module),
        fluent_builder: path(format!("{item}FluentBuilder")),
        final_poll: path(format!("{item}FinalPoll")),
        error: path(format!("WaitUntil{item}Error")),
        summary: summary(&doc, || format!("The waiter `{item}`.")).replace('\n', " "),
        doc,
        deprecated: node.is_true("deprecated").then(|| "the service has deprecated it".to_owned()),
        seconds: seconds(node)?,
        paths: paths.list,
        acceptors,
        module,
        name: item,
    })
}

fn documentation(operation: OperationContext<'_>, name: &str, node: &Node<'_>) -> String {
    let modelled = node.value.get("documentation").and_then(Value::as_str).map(doc::to_markdown);
    let modelled = modelled.filter(|text| !text.is_empty());
    let doc = modelled.unwrap_or_else(|| format!("Waits for the state `{name}`."));
    format!("{doc}\n\nIt calls `{}` until the response shows the state.", operation.wire_name())
}

/// The minimum and maximum delay between calls.
fn seconds(node: &Node<'_>) -> Result<(u64, u64), Diagnostic> {
    let read = |name: &str| -> Result<Option<u64>, Diagnostic> {
        let Some(delay) = node.get(name) else { return Ok(None) };
        let seconds = delay.value.as_u64().filter(|seconds| (1..=86_400).contains(seconds));
        let invalid = || {
            Diagnostic::error(format!("`{name}` is not a number of seconds"))
                .at(&delay.location)
                .with_help("write an integer from 1 to 86400")
        };
        seconds.map(Some).ok_or_else(invalid)
    };
    let (min, max) = match (read("minDelay")?, read("maxDelay")?) {
        (None, None) => (MIN_DELAY, MAX_DELAY),
        (Some(min), None) => (min, MAX_DELAY.max(min)),
        (None, Some(max)) => (MIN_DELAY.min(max), max),
        (Some(min), Some(max)) => (min, max),
    };
    if min > max {
        return Err(Diagnostic::error("`minDelay` is more than `maxDelay`")
            .at(&node.location.child("minDelay"))
            .with_help("write the smaller number of seconds for `minDelay`"));
    }
    Ok((min, max))
}

fn state(node: &Node<'_>) -> Result<State, Diagnostic> {
    match node.text()? {
        "success" => Ok(State::Success),
        "failure" => Ok(State::Failure),
        "retry" => Ok(State::Retry),
        other => Err(Diagnostic::error(format!("waiters have no state `{}`", other.escape_debug()))
            .at(&node.location)
            .suggest(
                other,
                ["success", "failure", "retry"],
                "the states are `success`, `failure` and `retry`",
            )),
    }
}

fn matcher(errors: &[ErrorVariant], node: &Node<'_>, paths: &mut Paths<'_>) -> Result<Matcher, Refusal> {
    if let Some(success) = node.get("success") {
        let success = success.value.as_bool().ok_or_else(|| not_a_matcher(node))?;
        return Ok(if success { Matcher::Output } else { Matcher::AnyError });
    }
    if let Some(error) = node.get("errorType") {
        return Ok(error_matcher(errors, error.text()?));
    }
    let (output, both) = (node.get("output"), node.get("inputOutput"));
    let input = both.is_some();
    let Some(path_matcher) = output.or(both) else { return Err(not_a_matcher(node).into()) };
    paths.matcher(&path_matcher, input)
}

fn not_a_matcher(node: &Node<'_>) -> Diagnostic {
    Diagnostic::error("this is not a matcher of a waiter")
        .at(&node.location)
        .with_help("write one of `success`, `errorType`, `output` and `inputOutput`")
}

/// The matcher of an error by its name or code. A variant matches with any of its codes.
fn error_matcher(errors: &[ErrorVariant], name: &str) -> Matcher {
    let code = name.rsplit('#').next().unwrap_or(name);
    let modelled = errors.iter().find(|error| error.codes.iter().any(|known| known == code));
    match modelled {
        Some(error) => Matcher::Variant(error.path.name.clone()),
        None => Matcher::Code(code.to_owned()),
    }
}
