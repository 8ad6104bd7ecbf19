//! Paths of paginators.

use crate::diagnostic::Diagnostic;
use crate::lower::data_types::DataTypes;
use crate::lower::lowered_operation::LoweredOperation;
use crate::plan::{FieldPath, FieldPlan, FieldStep, ItemsPlan, PageSize, Presence, RustType, StructPlan};
use crate::source::Location;

/// Follows a path such as `page.nextToken` from a structure.
pub(super) fn resolve<'p>(
    types: &'p DataTypes,
    root: &'p StructPlan,
    path: &str,
    location: &Location,
) -> Result<(FieldPath, &'p FieldPlan), Diagnostic> {
    let mut steps = Vec::new();
    let mut holder = Some(root);
    let mut last = None;
    for name in path.split('.') {
        let Some(structure) = holder else {
            let before: Vec<_> = path.split('.').take(steps.len()).collect();
            let before = before.join(".");
            return Err(Diagnostic::error(format!(
                "`{path}` leads into `{before}`, which is not a structure"
            ))
            .at(location)
            .with_help("name members of structures, with a dot between them"));
        };
        let field = structure.fields.iter().find(|field| field.wire_name == name);
        let field = field.ok_or_else(|| unknown(path, name, structure, location))?;
        steps.push(step(field));
        holder = types.structure(&field.ty);
        last = Some(field);
    }
    last.map(|field| (FieldPath(steps), field)).ok_or_else(|| unknown(path, path, root, location))
}

/// Returns the step to a field.
pub(super) fn step(field: &FieldPlan) -> FieldStep {
    FieldStep { field: field.name.clone(), is_optional: field.presence == Presence::Optional }
}

fn unknown(path: &str, name: &str, structure: &StructPlan, location: &Location) -> Diagnostic {
    let known = structure.fields.iter().map(|field| field.wire_name.as_str());
    let holder = &structure.path.name;
    Diagnostic::error(format!("`{path}` names `{name}`, which is not a member of `{holder}`"))
        .at(location)
        .suggest(name, known, "name members of structures, with a dot between them")
}

/// Finds the boolean of the output without which there is no next page.
pub(super) fn boolean(
    operation: LoweredOperation<'_>,
    path: &str,
    location: &Location,
) -> Result<FieldPath, Diagnostic> {
    let (steps, field) = resolve(operation.types, operation.output, path, location)?;
    if field.ty == RustType::Bool {
        return Ok(steps);
    }
    Err(Diagnostic::error(format!("`{path}` is not a boolean")).at(location).with_help("name a boolean"))
}

/// Finds the member of the input that limits a page.
pub(super) fn page_size(
    operation: LoweredOperation<'_>,
    name: &str,
    location: &Location,
) -> Result<PageSize, Diagnostic> {
    let field = operation.input.fields.iter().find(|field| field.wire_name == name);
    let field = field.ok_or_else(|| unknown(name, name, operation.input, location))?;
    if is_integer(&field.ty) {
        return Ok(PageSize { field: field.name.clone(), ty: field.ty.clone() });
    }
    Err(Diagnostic::error(format!("`{name}` of `{}` cannot limit a page", operation.wire_name()))
        .at(location)
        .with_help("name a member of the input that targets an integer"))
}

/// Returns true for the type of an integer.
pub(super) fn is_integer(ty: &RustType) -> bool {
    matches!(ty, RustType::I8 | RustType::I16 | RustType::I32 | RustType::I64)
}

/// Lowers the items of a page. Returns `None`, and a warning, if the path does not lead to a list or map: pages can be read without it.
pub(super) fn items(
    operation: LoweredOperation<'_>,
    path: &str,
    location: &Location,
    warnings: &mut Vec<Diagnostic>,
) -> Result<Option<ItemsPlan>, Diagnostic> {
    let (steps, field) = resolve(operation.types, operation.output, path, location)?;
    if !matches!(field.ty, RustType::List { .. } | RustType::Map { .. }) {
        warnings.push(
            Diagnostic::warning(format!(
                "the items of `{}` are left out: `{path}` is not a list or map",
                operation.wire_name()
            ))
            .at(location)
            .with_help("name a list or a map of the output"),
        );
        return Ok(None);
    }
    Ok(Some(ItemsPlan { name: items_name(operation), path: steps, ty: field.ty.clone() }))
}

/// Returns a name like `DescribeLagsPaginatorItems`.
pub(super) fn items_name(operation: LoweredOperation<'_>) -> String {
    format!("{}PaginatorItems", operation.name)
}
