//! Paginators of `tinsmith.api#paginator`, in botocore's form, which has a boolean for further pages and several lists of items.

use serde_json::Value;

use super::field_path::{boolean, items, page_size};
use super::token::Tokens;
use crate::diagnostic::Diagnostic;
use crate::id::is_identifier;
use crate::lower::lowered_operation::LoweredOperation;
use crate::model::traits::TraitValue;
use crate::plan::PaginatorPlan;
use crate::source::Location;

const HELP: &str = "read the pages by hand: send the token of one response with the next request";

/// Lowers the paginator of an operation.
pub(super) fn paginator(
    operation: LoweredOperation<'_>,
    trait_value: &TraitValue,
    warnings: &mut Vec<Diagnostic>,
) -> Result<PaginatorPlan, Diagnostic> {
    let path = |name: &str| -> Result<Option<(&str, Location)>, Diagnostic> {
        let location = trait_value.location.child(name);
        match trait_value.value.get(name) {
            None => Ok(None),
            Some(Value::String(path)) if path.split('.').all(is_identifier) => {
                Ok(Some((path.as_str(), location)))
            }
            Some(_) => Err(Diagnostic::error(format!("its `{name}` is not one path of members"))
                .at(&location)
                .with_help(HELP)),
        }
    };
    let missing = || Diagnostic::error("it has no tokens").at(&trait_value.location).with_help(HELP);
    let (input, input_location) = path("input_token")?.ok_or_else(missing)?;
    let (output, output_location) = path("output_token")?.ok_or_else(missing)?;
    let tokens = Tokens { input, input_location, output, output_location };
    let more = path("more_results")?.map(|(path, location)| boolean(operation, path, &location));
    let more = more.transpose()?;
    let page_size = path("limit_key")?.map(|(name, location)| page_size(operation, name, &location));
    let page_size = page_size.transpose()?;
    // Several lists have no items in common.
    let list = trait_value.value.get("result_key").and_then(Value::as_str);
    let location = trait_value.location.child("result_key");
    let items = list.map(|path| items(operation, path, &location, warnings)).transpose()?;
    Ok(PaginatorPlan { more, page_size, items: items.flatten(), ..tokens.paginator(operation)? })
}
