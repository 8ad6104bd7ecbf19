//! Paginators of `tinsmith.api#paginator`, in botocore's form, which has a boolean for further pages, several tokens and
//! several lists of items.

use super::field_path::{boolean, items, page_size};
use super::path::Path;
use super::token::{Token, plain};
use crate::diagnostic::Diagnostic;
use crate::id::is_identifier;
use crate::lower::lowered_operation::LoweredOperation;
use crate::model::traits::TraitValue;
use crate::plan::{PaginatorPlan, TokenPlan};
use crate::source::Node;

const HELP: &str = "read the pages by hand: send the token of one response with the next request";

/// Lowers the paginator of an operation.
pub(super) fn paginator(
    operation: LoweredOperation<'_>,
    trait_value: &TraitValue,
    warnings: &mut Vec<Diagnostic>,
) -> Result<PaginatorPlan, Diagnostic> {
    let node = trait_value.node();
    let more = node.get("more_results").map(|node| boolean(operation, member_path(&node)?, &node.location));
    let page_size =
        node.get("limit_key").map(|node| page_size(operation, member_path(&node)?, &node.location));
    let lists = node.get("result_key").map(|node| one_or_several(&node)).transpose()?;
    let items = match lists.as_deref() {
        Some([list]) => items(operation, list.text()?, &list.location, warnings)?,
        // Several lists have no items in common.
        _ => None,
    };
    Ok(PaginatorPlan {
        more: more.transpose()?,
        page_size: page_size.transpose()?.flatten(),
        items,
        ..plain(operation, tokens(operation, &node)?)
    })
}

/// Lowers the tokens, one or a list of them.
fn tokens(operation: LoweredOperation<'_>, node: &Node<'_>) -> Result<Vec<TokenPlan>, Diagnostic> {
    let (inputs, outputs) = (one_or_several(&node.required("input_token")?), node.required("output_token")?);
    let (inputs, outputs) = (inputs?, one_or_several(&outputs)?);
    if inputs.len() != outputs.len() || inputs.is_empty() {
        let message =
            format!("it has {} tokens in the input and {} in the output", inputs.len(), outputs.len());
        return Err(Diagnostic::error(message).at(&node.location).with_help(HELP));
    }
    inputs.iter().zip(&outputs).map(|(input, output)| token(operation, input, output)).collect()
}

fn token(
    operation: LoweredOperation<'_>,
    input: &Node<'_>,
    output: &Node<'_>,
) -> Result<TokenPlan, Diagnostic> {
    let text = output.text()?;
    let paths = Path::alternatives(text).ok_or_else(|| not_a_path(output))?;
    let (input, input_location) = (member_path(input)?, input.location.clone());
    let output_location = output.location.clone();
    Token { input, input_location, output: text, paths, output_location }.lower(operation)
}

fn one_or_several<'a>(node: &Node<'a>) -> Result<Vec<Node<'a>>, Diagnostic> {
    if node.value.is_array() { node.elements() } else { Ok(vec![node.clone()]) }
}

/// Returns a path of members.
fn member_path<'a>(node: &Node<'a>) -> Result<&'a str, Diagnostic> {
    let path = node.text()?;
    if path.split('.').all(is_identifier) { Ok(path) } else { Err(not_a_path(node)) }
}

fn not_a_path(node: &Node<'_>) -> Diagnostic {
    Diagnostic::error(format!("{} is not a path of members", node.value)).at(&node.location).with_help(HELP)
}
