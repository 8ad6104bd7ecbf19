//! Acceptors: states and their matchers.

use super::path::Paths;
use super::refusal::Refusal;
use crate::diagnostic::Diagnostic;
use crate::plan::ErrorVariant;
use crate::plan::waiter::{AcceptorPlan, Matcher, State};
use crate::source::Node;

/// Lowers an acceptor. `matches_status` is true if its trait has the matcher `status`.
pub(super) fn acceptor(
    errors: &[ErrorVariant],
    node: &Node<'_>,
    paths: &mut Paths<'_>,
    matches_status: bool,
) -> Result<AcceptorPlan, Refusal> {
    let state = state(&node.required("state")?)?;
    let matcher_node = node.required("matcher")?;
    check_matcher(&matcher_node, matches_status)?;
    let matcher = matcher(errors, &matcher_node, paths)?;
    Ok(AcceptorPlan { state, matcher })
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

/// Checks that a matcher has one key, and that it is one of its trait.
fn check_matcher(node: &Node<'_>, matches_status: bool) -> Result<(), Diagnostic> {
    match &node.entries()?[..] {
        [("status", _)] if !matches_status => Err(not_a_matcher(node)),
        [_] => Ok(()),
        _ => Err(not_a_matcher(node)),
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
    if let Some(status) = node.get("status") {
        let code = status.value.as_whole().and_then(|code| u16::try_from(code).ok());
        return Ok(Matcher::Status(code.ok_or_else(|| not_a_matcher(node))?));
    }
    let (output, both) = (node.get("output"), node.get("inputOutput"));
    let input = both.is_some();
    let Some(path_matcher) = output.or(both) else { return Err(not_a_matcher(node).into()) };
    paths.matcher(&path_matcher, input)
}

fn not_a_matcher(node: &Node<'_>) -> Diagnostic {
    Diagnostic::error("this is not a matcher of a waiter").at(&node.location).with_help(
        "write one of `success`, `errorType`, `output` and `inputOutput`, or `status` in \
             `tinsmith.api#waitable`",
    )
}

/// Returns the matcher of an error by its name or code. A variant matches with any of its codes.
fn error_matcher(errors: &[ErrorVariant], name: &str) -> Matcher {
    let code = name.rsplit('#').next().unwrap_or(name);
    let modelled = errors.iter().find(|error| error.codes.iter().any(|known| known == code));
    match modelled {
        Some(error) => Matcher::Variant(error.path.name.clone()),
        None => Matcher::Code(code.to_owned()),
    }
}
