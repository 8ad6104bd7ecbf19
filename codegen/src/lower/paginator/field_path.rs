//! Paths of paginators.

use super::path::{Path, Segment};
use crate::diagnostic::Diagnostic;
use crate::lower::data_types::DataTypes;
use crate::lower::lowered_operation::LoweredOperation;
use crate::plan::{
    FieldPath, FieldPlan, FieldStep, ItemsPlan, MorePlan, PageSize, Presence, RustType, StructPlan,
};
use crate::source::Location;

/// Follows a path such as `page.nextToken` from a structure.
pub(super) fn resolve<'p>(
    types: &'p DataTypes,
    root: &'p StructPlan,
    path: &str,
    location: &Location,
) -> Result<(FieldPath, &'p FieldPlan), Diagnostic> {
    follow(types, root, &Path::of_members(path), path, location)
}

/// Follows a path from a structure; `text` is its spelling in the model.
pub(super) fn follow<'p>(
    types: &'p DataTypes,
    root: &'p StructPlan,
    path: &Path,
    text: &str,
    location: &Location,
) -> Result<(FieldPath, &'p FieldPlan), Diagnostic> {
    let mut steps = Vec::new();
    let mut holder = Some(root);
    let mut last = None;
    for Segment { name, is_last_element } in &path.0 {
        let structure = holder.ok_or_else(|| not_a_structure(text, &path.0[..steps.len()], location))?;
        let field = structure.fields.iter().find(|field| field.wire_name == *name);
        let field = field.ok_or_else(|| unknown(text, name, structure, location))?;
        steps.push(FieldStep { is_last_element: *is_last_element, ..step(field) });
        holder = match &field.ty {
            RustType::List { element, sparse: false } if *is_last_element => types.structure(element),
            _ if *is_last_element => None,
            ty => types.structure(ty),
        };
        last = Some(field);
    }
    last.map(|field| (FieldPath(steps), field)).ok_or_else(|| unknown(text, text, root, location))
}

/// Returns the diagnostic for a path that continues in a value without members.
fn not_a_structure(path: &str, before: &[Segment], location: &Location) -> Diagnostic {
    let before: Vec<_> = before.iter().map(|segment| segment.name.as_str()).collect();
    let before = before.join(".");
    Diagnostic::error(format!("`{path}` leads into `{before}`, which is not a structure"))
        .at(location)
        .with_help("name members of structures, with a dot between them")
}

/// Returns the step to a field.
pub(super) fn step(field: &FieldPlan) -> FieldStep {
    let is_optional = field.presence == Presence::Optional;
    FieldStep { field: field.name.clone(), is_optional, is_last_element: false }
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
) -> Result<MorePlan, Diagnostic> {
    let (steps, field) = resolve(operation.types, operation.output, path, location)?;
    if field.ty == RustType::Bool {
        return Ok(MorePlan { path: steps, is_required: true });
    }
    Err(Diagnostic::error(format!("`{path}` is not a boolean")).at(location).with_help("name a boolean"))
}

/// Finds a boolean `IsTruncated` next to the token at a path of the output.
pub(super) fn truncation(
    operation: LoweredOperation<'_>,
    token: &str,
    location: &Location,
) -> Option<MorePlan> {
    let LoweredOperation { output, types, .. } = operation;
    let (mut path, holder) = match token.rsplit_once('.') {
        None => (FieldPath(Vec::new()), output),
        Some((parent, _)) => {
            let (path, field) = resolve(types, output, parent, location).ok()?;
            (path, types.structure(&field.ty)?)
        }
    };
    let is_truncation = |field: &&FieldPlan| {
        field.ty == RustType::Bool && field.wire_name.eq_ignore_ascii_case("IsTruncated")
    };
    path.0.push(step(holder.fields.iter().find(is_truncation)?));
    Some(MorePlan { path, is_required: false })
}

/// Finds the member of the input that limits a page. Returns `None` for a string, which callers can set themselves.
pub(super) fn page_size(
    operation: LoweredOperation<'_>,
    name: &str,
    location: &Location,
) -> Result<Option<PageSize>, Diagnostic> {
    let field = operation.input.fields.iter().find(|field| field.wire_name == name);
    let field = field.ok_or_else(|| unknown(name, name, operation.input, location))?;
    match &field.ty {
        RustType::String => Ok(None),
        ty if is_integer(ty) => Ok(Some(PageSize { field: field.name.clone(), ty: ty.clone() })),
        _ => Err(Diagnostic::error(format!("`{name}` of `{}` cannot limit a page", operation.wire_name()))
            .at(location)
            .with_help("name a member of the input that targets an integer")),
    }
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
