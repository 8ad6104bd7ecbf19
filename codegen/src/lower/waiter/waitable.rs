//! The waiters of an operation.

use crate::source::Value;

use super::super::documentation::summary;
use super::acceptor::acceptor;
use super::delay::seconds;
use super::path::Paths;
use super::refusal::Refusal;
use crate::diagnostic::Diagnostic;
use crate::doc;
use crate::id::is_identifier;
use crate::lower::lowered_operation::LoweredOperation;
use crate::lower::lowering::Lowering;
use crate::model::traits::id;
use crate::name;
use crate::plan::RustPath;
use crate::plan::waiter::WaiterPlan;
use crate::source::Node;

impl Lowering<'_> {
    /// Lowers the waiters of an operation, in the order of their names. One with a path that is not supported is left out.
    pub(in crate::lower) fn waiters(&mut self, operation: LoweredOperation<'_>) -> Vec<WaiterPlan> {
        let mut entries = Vec::new();
        for (id, matches_status) in [(id::WAITABLE, false), (id::WAITABLE_BY_STATUS, true)] {
            let Some(waitable) = operation.shape.traits.get(id) else { continue };
            let of_trait = self.report(waitable.node().entries()).unwrap_or_default();
            entries.extend(of_trait.into_iter().map(|(name, node)| (name, node, matches_status)));
        }
        entries.sort_by_key(|(name, ..)| *name);
        let mut waiters = Vec::new();
        for (name, node, matches_status) in entries {
            let invalid_name = self.check_waiter_name(name, &node);
            self.diagnostics.extend(invalid_name);
            match waiter(operation, name, &node, matches_status) {
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
        let other = self.waiter_names.insert(module.clone(), name.to_owned())?;
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

/// Returns a name like `wait_until_connection_available`.
fn method(module: &str) -> String {
    format!("wait_until_{}", module.trim_start_matches('_'))
}

fn waiter(
    operation: LoweredOperation<'_>,
    name: &str,
    node: &Node<'_>,
    matches_status: bool,
) -> Result<WaiterPlan, Refusal> {
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
    for node in node.required("acceptors")?.elements()? {
        acceptors.push(acceptor(operation.errors, &node, &mut paths, matches_status)?);
    }
    let (item, module) = (name::item(name), name::module(name));
    let path = |name: String| RustPath::new(&format!("crate::waiters::{module}"), &name);
    let doc = documentation(operation, name, node);
    Ok(WaiterPlan {
        summary: summary(&doc, || format!("The waiter `{item}`.")).replace('\n', " "),
        method: method(&module),
        fluent_builder: path(format!("{item}FluentBuilder")),
        final_poll: path(format!("{item}FinalPoll")),
        error: path(format!("WaitUntil{item}Error")),
        doc,
        deprecated: node.is_true("deprecated").then(|| "the service has deprecated it".to_owned()),
        seconds: seconds(node)?,
        paths: paths.list,
        acceptors,
        module,
        name: item,
    })
}

fn documentation(operation: LoweredOperation<'_>, name: &str, node: &Node<'_>) -> String {
    let modelled = node.value.get("documentation").and_then(Value::as_str).map(doc::to_markdown);
    let modelled = modelled.filter(|text| !text.is_empty());
    let doc = modelled.unwrap_or_else(|| format!("Waits for the state `{name}`."));
    format!("{doc}\n\nIt calls `{}` until the response shows the state.", operation.wire_name())
}
