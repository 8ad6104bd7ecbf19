//! Tokens that lead from one page to the next.

use super::field_path;
use crate::diagnostic::Diagnostic;
use crate::lower::lowered_operation::LoweredOperation;
use crate::plan::{PaginatorPlan, RustType};
use crate::source::Location;

/// The paths of the tokens of an operation.
pub(super) struct Tokens<'a> {
    /// The path of the token in the input.
    pub(super) input: &'a str,
    pub(super) input_location: Location,
    /// The path of the next token in the output.
    pub(super) output: &'a str,
    pub(super) output_location: Location,
}

impl Tokens<'_> {
    /// Lowers a paginator with these tokens.
    pub(super) fn paginator(&self, operation: LoweredOperation<'_>) -> Result<PaginatorPlan, Diagnostic> {
        let (input, field) =
            field_path::resolve(operation.types, operation.input, self.input, &self.input_location)?;
        let (output, next) =
            field_path::resolve(operation.types, operation.output, self.output, &self.output_location)?;
        let is_map = matches!(&field.ty, RustType::Map { sparse: false, .. });
        if input.0.len() > 1 || !(is_map || field.ty == RustType::String) {
            return Err(Diagnostic::error(format!(
                "`{}` cannot be the token of `{}`: it is not a string or map of its input",
                self.input,
                operation.wire_name()
            ))
            .at(&self.input_location)
            .with_help("name a member of the input that targets a string or a map"));
        }
        if next.ty != field.ty {
            return Err(Diagnostic::error(format!(
                "the tokens of `{}` differ: `{}` and `{}` have different types",
                operation.wire_name(),
                self.input,
                self.output
            ))
            .at(&self.output_location)
            .with_help("name members of the same type"));
        }
        Ok(PaginatorPlan {
            name: name(operation),
            doc: documentation(operation),
            token: field.ty.clone(),
            input,
            output,
            more: None,
            page_size: None,
            items: None,
        })
    }
}

/// Returns a name like `DescribeLagsPaginator`.
pub(super) fn name(operation: LoweredOperation<'_>) -> String {
    format!("{}Paginator", operation.name)
}

/// Returns the documentation of a paginator.
pub(super) fn documentation(operation: LoweredOperation<'_>) -> String {
    format!("Reads the output of `{}` page by page.", operation.wire_name())
}
