//! The choice between declared and inferred paginators.

use super::{botocore, declared, inferred};
use crate::diagnostic::{Diagnostic, Severity};
use crate::lower::lowered_operation::LoweredOperation;
use crate::lower::lowering::Lowering;
use crate::model::traits::id;
use crate::model::{Model, Shape};
use crate::plan::PaginatorPlan;

impl Lowering<'_> {
    /// Lowers the paginator of an operation.
    pub(in crate::lower) fn paginator(&mut self, operation: LoweredOperation<'_>) -> Option<PaginatorPlan> {
        let traits = &operation.shape.traits;
        if let Some(paginated) = traits.get(id::PAGINATED) {
            let service = self.model.service().and_then(|(service, _)| service.traits.get(id::PAGINATED));
            let paginator = declared::paginator(operation, paginated, service, &mut self.warnings);
            let paginator = self.report(paginator);
            return self.checked(operation, paginator);
        }
        if let Some(paginator) = traits.get(id::PAGINATOR) {
            let paginator = botocore::paginator(operation, paginator, &mut self.warnings);
            let paginator = match paginator {
                Ok(paginator) => Some(paginator),
                Err(diagnostic) => {
                    self.warnings.push(left_out(operation, diagnostic));
                    None
                }
            };
            return self.checked(operation, paginator);
        }
        let inferred = inferred::paginator(operation).filter(|_| infers(self.model, operation.shape));
        // The model does not ask for it, so the conflict is not an error of the model.
        let conflict = inferred.as_ref().and_then(|_| taken_method(operation));
        let is_free = conflict.is_none();
        self.warnings.extend(conflict.map(|diagnostic| left_out(operation, diagnostic)));
        inferred.filter(|_| is_free)
    }

    /// Checks that no input member is called `into_paginator`.
    fn checked(
        &mut self,
        operation: LoweredOperation<'_>,
        paginator: Option<PaginatorPlan>,
    ) -> Option<PaginatorPlan> {
        self.diagnostics.extend(paginator.as_ref().and_then(|_| taken_method(operation)));
        paginator
    }
}

/// Returns a diagnostic if a member of the input becomes a second method `into_paginator` of the fluent builder.
fn taken_method(operation: LoweredOperation<'_>) -> Option<Diagnostic> {
    let field = operation.input.fields.iter().find(|field| field.stem == "into_paginator")?;
    let diagnostic = Diagnostic::error(format!(
        "`{}` of the input of `{}` would become a second method `into_paginator`",
        field.wire_name,
        operation.wire_name()
    ));
    let help = format!("give the member another name with an overlay: `{}`", id::RUST_NAME);
    Some(diagnostic.at(&operation.shape.location).with_help(help))
}

/// Returns the warning about a paginator that is left out: the operation can be called without it.
fn left_out(operation: LoweredOperation<'_>, diagnostic: Diagnostic) -> Diagnostic {
    let message = format!("the paginator of `{}` is left out: {}", operation.wire_name(), diagnostic.message);
    Diagnostic { message, severity: Severity::Warning, ..diagnostic }
}

/// Returns true if paginators are inferred, which the operation or else the service may disable.
fn infers(model: &Model, operation: &Shape) -> bool {
    let service = model.service().map(|(service, _)| &service.traits);
    let mut switches = [Some(&operation.traits), service].into_iter().flatten();
    switches.find_map(|traits| traits.value(id::INFER_PAGINATORS)?.as_bool()).unwrap_or(true)
}
