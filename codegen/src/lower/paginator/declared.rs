//! Paginators of `smithy.api#paginated`.

use crate::source::Value;

use super::field_path::{items, page_size, truncation};
use super::path::Path;
use super::token::{Token, plain};
use crate::diagnostic::Diagnostic;
use crate::lower::lowered_operation::LoweredOperation;
use crate::model::traits::{TraitValue, id};
use crate::plan::PaginatorPlan;
use crate::source::Location;

/// Lowers the paginator of an operation. Properties that its trait lacks may be in the service's.
pub(super) fn paginator(
    operation: LoweredOperation<'_>,
    paginated: &TraitValue,
    service: Option<&TraitValue>,
    warnings: &mut Vec<Diagnostic>,
) -> Result<PaginatorPlan, Diagnostic> {
    let property = |name: &str| -> Option<(&str, Location)> {
        [Some(paginated), service].into_iter().flatten().find_map(|trait_value| {
            let value = trait_value.value.get(name).and_then(Value::as_str)?;
            Some((value, trait_value.location.child(name)))
        })
    };
    let required = |name: &str| {
        property(name).ok_or_else(|| {
            Diagnostic::error(format!("the paginator of `{}` has no `{name}`", operation.wire_name()))
                .at(&paginated.location)
                .with_help(format!("add `{name}` here, or to `{}` of the service", id::PAGINATED))
        })
    };
    let (input, input_location) = required("inputToken")?;
    let (output, output_location) = required("outputToken")?;
    let items = property("items").map(|(path, location)| items(operation, path, &location, warnings));
    let page_size = property("pageSize").map(|(name, location)| page_size(operation, name, &location));
    let more = truncation(operation, output, &output_location);
    let paths = vec![Path::of_members(output)];
    let token = Token { input, input_location, output, paths, output_location };
    Ok(PaginatorPlan {
        more,
        page_size: page_size.transpose()?.flatten(),
        items: items.transpose()?.flatten(),
        ..plain(operation, vec![token.lower(operation)?])
    })
}
