//! Tokens that lead from one page to the next.

use super::field_path::{self, is_integer};
use super::path::Path;
use crate::diagnostic::Diagnostic;
use crate::lower::lowered_operation::LoweredOperation;
use crate::plan::{FieldPath, NamedKind, PaginatorPlan, RustType, TokenKind, TokenPlan};
use crate::source::Location;

/// A token of an operation, as its model describes it.
pub(super) struct Token<'a> {
    /// The path of the token in the input.
    pub(super) input: &'a str,
    pub(super) input_location: Location,
    /// The paths of the next token in the output, as the model writes them.
    pub(super) output: &'a str,
    /// The same paths. The first one with a value gives the token.
    pub(super) paths: Vec<Path>,
    pub(super) output_location: Location,
}

impl Token<'_> {
    /// Lowers the token.
    pub(super) fn lower(&self, operation: LoweredOperation<'_>) -> Result<TokenPlan, Diagnostic> {
        let (input, field) =
            field_path::resolve(operation.types, operation.input, self.input, &self.input_location)?;
        let (Some(kind), [input]) = (kind(&field.ty), &*input.0) else {
            return Err(self.not_a_token(operation));
        };
        let follow = |path| self.follow(operation, path, &field.ty);
        let output = self.paths.iter().map(follow).collect::<Result<_, _>>()?;
        Ok(TokenPlan { ty: field.ty.clone(), kind, input: input.clone(), output })
    }

    /// Follows a path to the next token, which has the type of the token in the input.
    fn follow(
        &self,
        operation: LoweredOperation<'_>,
        path: &Path,
        ty: &RustType,
    ) -> Result<FieldPath, Diagnostic> {
        let LoweredOperation { output, types, .. } = operation;
        let (path, next) = field_path::follow(types, output, path, self.output, &self.output_location)?;
        let ends_in_element = path.0.last().is_some_and(|step| step.is_last_element);
        if next.ty == *ty && !ends_in_element {
            return Ok(path);
        }
        Err(Diagnostic::error(format!(
            "the tokens of `{}` differ: `{}` and `{}` have different types",
            operation.wire_name(),
            self.input,
            self.output
        ))
        .at(&self.output_location)
        .with_help("name members of the same type"))
    }

    fn not_a_token(&self, operation: LoweredOperation<'_>) -> Diagnostic {
        Diagnostic::error(format!(
            "`{}` cannot be the token of `{}`: it is not a string, integer, enum or map of its input",
            self.input,
            operation.wire_name()
        ))
        .at(&self.input_location)
        .with_help("name a member of the input that targets a string, an integer, an enum or a map")
    }
}

/// Returns the kind of a type that tokens may have.
fn kind(ty: &RustType) -> Option<TokenKind> {
    match ty {
        RustType::String | RustType::Map { sparse: false, .. } => Some(TokenKind::Sized),
        RustType::Named(_, NamedKind::Enum) => Some(TokenKind::Enum),
        ty if is_integer(ty) => Some(TokenKind::Integer),
        _ => None,
    }
}

/// Returns a paginator with these tokens and nothing else.
pub(super) fn plain(operation: LoweredOperation<'_>, tokens: Vec<TokenPlan>) -> PaginatorPlan {
    PaginatorPlan {
        name: name(operation),
        doc: documentation(operation),
        tokens,
        more: None,
        page_size: None,
        items: None,
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
