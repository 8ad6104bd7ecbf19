//! Answers that come in pages: what the model says of them, or what is inferred where it says nothing.

use serde_json::Value;

use super::{CratePlan, FieldPlan, OperationPlan, Presence, RustType, StructPlan};
use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::doc;
use crate::id::ShapeId;
use crate::model::traits::{TraitValue, id};
use crate::model::{Model, Shape};
use crate::source::Place;

/// How the pages of an operation's answers are read one after the other.
#[derive(Clone, Debug)]
pub struct PaginatorPlan {
    /// `DescribeLagsPaginator`
    pub name: String,
    /// Documentation in Markdown.
    pub doc: String,
    /// What leads from one page to the next: text or a map.
    pub token: RustType,
    /// The field of the input that takes the token.
    pub input: PathPlan,
    /// Where in the output the next token is.
    pub output: PathPlan,
    /// The flag in the output without which there is no next page.
    pub more: Option<PathPlan>,
    /// The field of the input that limits a page.
    pub page_size: Option<PageSize>,
    /// The items of a page.
    pub items: Option<ItemsPlan>,
}

/// Fields that lead from one value to another, never empty.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PathPlan(pub Vec<StepPlan>);

/// A field on a path.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StepPlan {
    /// The Rust name.
    pub field: String,
    /// Whether it is an `Option`.
    pub optional: bool,
}

/// The field of the input that limits a page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PageSize {
    /// The Rust name.
    pub field: String,
    /// Its type, an integer.
    pub ty: RustType,
}

/// The items of a page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ItemsPlan {
    /// `DescribeLagsPaginatorItems`
    pub name: String,
    /// Where in the output they are.
    pub path: PathPlan,
    /// The type of the field: a list or a map.
    pub ty: RustType,
}

/// The paginators of a crate's operations, in their order.
pub(super) fn lower(
    model: &Model,
    plan: &CratePlan,
    warnings: &mut Vec<Diagnostic>,
) -> Result<Vec<Option<PaginatorPlan>>, Diagnostics> {
    let mut findings = Diagnostics::default();
    let mut paginators = Vec::new();
    for operation in &plan.operations {
        let paginator = paginator(model, plan, operation, warnings).unwrap_or_else(|finding| {
            findings.push(finding);
            None
        });
        if let Some(finding) = paginator.as_ref().and_then(|_| taken_method(model, operation)) {
            findings.push(finding);
        }
        paginators.push(paginator);
    }
    findings.finish(paginators)
}

fn paginator(
    model: &Model,
    plan: &CratePlan,
    operation: &OperationPlan,
    warnings: &mut Vec<Diagnostic>,
) -> Result<Option<PaginatorPlan>, Diagnostic> {
    let Some(shape) = operation_shape(model, operation) else { return Ok(None) };
    if let Some(given) = shape.traits.get(id::PAGINATED) {
        let service = model.service().and_then(|(service, _)| service.traits.get(id::PAGINATED));
        return Declared { plan, operation, given, service }.paginator(warnings).map(Some);
    }
    if let Some(given) = shape.traits.get(id::PAGINATOR) {
        let paginator = of_botocore(plan, operation, given, warnings);
        return Ok(paginator.map_err(|finding| warnings.push(left_out(operation, finding))).ok());
    }
    let inferred = if infers(model, shape) { inferred(operation) } else { None };
    let taken = inferred.as_ref().and_then(|_| taken_method(model, operation));
    // The model has not asked for it, so that nothing is wrong with the model.
    let stands = taken.is_none();
    warnings.extend(taken.map(|finding| left_out(operation, finding)));
    Ok(inferred.filter(|_| stands))
}

fn operation_shape<'m>(model: &'m Model, operation: &OperationPlan) -> Option<&'m Shape> {
    model.shapes.get(&ShapeId::new(&operation.id.0, &operation.id.1))
}

/// A paginator is made of the fluent builder, whose members must leave it the method.
fn taken_method(model: &Model, operation: &OperationPlan) -> Option<Diagnostic> {
    let field = operation.input.fields.iter().find(|field| field.stem == "into_paginator")?;
    let finding = Diagnostic::error(format!(
        "`{}` of the input of `{}` would become a second method `into_paginator`",
        field.wire_name, operation.wire_name
    ))
    .with_help(format!("give the member another name with an overlay: `{}`", id::RUST_NAME));
    Some(operation_shape(model, operation).map_or(finding.clone(), |shape| finding.at(&shape.place)))
}

/// What botocore says and Smithy cannot is not worth an error: the operation can be called all the same.
fn left_out(operation: &OperationPlan, finding: Diagnostic) -> Diagnostic {
    let message = format!("the paginator of `{}` is left out: {}", operation.wire_name, finding.message);
    Diagnostic { message, ..Diagnostic { severity: crate::diagnostic::Severity::Warning, ..finding } }
}

/// `smithy.api#paginated` of an operation; what it does not say the service's may.
struct Declared<'a> {
    plan: &'a CratePlan,
    operation: &'a OperationPlan,
    given: &'a TraitValue,
    service: Option<&'a TraitValue>,
}

impl Declared<'_> {
    fn paginator(&self, warnings: &mut Vec<Diagnostic>) -> Result<PaginatorPlan, Diagnostic> {
        let (asked, place) = self.required("inputToken")?;
        let (next, next_place) = self.required("outputToken")?;
        let items = self
            .property("items")
            .map(|(path, place)| items(self.plan, self.operation, path, &place, warnings));
        let page_size =
            self.property("pageSize").map(|(name, place)| page_size(self.operation, name, &place));
        let tokens = Tokens { asked, place, next, next_place };
        Ok(PaginatorPlan {
            page_size: page_size.transpose()?,
            items: items.transpose()?.flatten(),
            ..tokens.paginator(self.plan, self.operation)?
        })
    }

    /// A property that is text, of the operation's trait or of the service's.
    fn property(&self, name: &str) -> Option<(&str, Place)> {
        [Some(self.given), self.service].into_iter().flatten().find_map(|given| {
            let text = given.value.get(name).and_then(Value::as_str)?;
            Some((text, given.place.child(name)))
        })
    }

    fn required(&self, name: &str) -> Result<(&str, Place), Diagnostic> {
        self.property(name).ok_or_else(|| {
            Diagnostic::error(format!("the paginator of `{}` has no `{name}`", self.operation.wire_name))
                .at(&self.given.place)
                .with_help(format!("add `{name}` here, or to `{}` of the service", id::PAGINATED))
        })
    }
}

/// Where the tokens of an operation are.
struct Tokens<'a> {
    asked: &'a str,
    place: Place,
    next: &'a str,
    next_place: Place,
}

impl Tokens<'_> {
    fn paginator(&self, plan: &CratePlan, operation: &OperationPlan) -> Result<PaginatorPlan, Diagnostic> {
        let (input, field) = resolve(plan, &operation.input, self.asked, &self.place)?;
        let (output, next) = resolve(plan, &operation.output, self.next, &self.next_place)?;
        let is_map = matches!(&field.ty, RustType::Map { sparse: false, .. });
        if input.0.len() > 1 || !(is_map || field.ty == RustType::String) {
            return Err(Diagnostic::error(format!(
                "`{}` cannot be the token of `{}`: it is no text and no map of its input",
                self.asked, operation.wire_name
            ))
            .at(&self.place)
            .with_help("name a member of the input that targets a string or a map"));
        }
        if next.ty != field.ty {
            return Err(Diagnostic::error(format!(
                "the tokens of `{}` differ: `{}` and `{}` have different types",
                operation.wire_name, self.asked, self.next
            ))
            .at(&self.next_place)
            .with_help("name members of the same type"));
        }
        Ok(PaginatorPlan {
            name: format!("{}Paginator", operation.name),
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

/// The paginator in botocore's words, which know a flag for further pages and several lists of items.
fn of_botocore(
    plan: &CratePlan,
    operation: &OperationPlan,
    given: &TraitValue,
    warnings: &mut Vec<Diagnostic>,
) -> Result<PaginatorPlan, Diagnostic> {
    let text = |name: &str| -> Result<Option<(&str, Place)>, Diagnostic> {
        let place = given.place.child(name);
        match given.value.get(name) {
            None => Ok(None),
            Some(Value::String(text)) if text.split('.').all(crate::id::is_identifier) => {
                Ok(Some((text.as_str(), place)))
            }
            Some(_) => Err(Diagnostic::error(format!("its `{name}` is not one path of members"))
                .at(&place)
                .with_help("read the pages by hand: send the token of one answer with the next request")),
        }
    };
    let missing = || {
        Diagnostic::error("it has no tokens")
            .at(&given.place)
            .with_help("read the pages by hand: send the token of one answer with the next request")
    };
    let (asked, place) = text("input_token")?.ok_or_else(missing)?;
    let (next, next_place) = text("output_token")?.ok_or_else(missing)?;
    let tokens = Tokens { asked, place, next, next_place };
    let more = text("more_results")?.map(|(path, place)| flag(plan, operation, path, &place)).transpose()?;
    let page_size = text("limit_key")?.map(|(name, place)| page_size(operation, name, &place)).transpose()?;
    // Several lists have no items in common.
    let one = given.value.get("result_key").and_then(Value::as_str);
    let place = given.place.child("result_key");
    let items = one.map(|path| items(plan, operation, path, &place, warnings)).transpose()?;
    Ok(PaginatorPlan { more, page_size, items: items.flatten(), ..tokens.paginator(plan, operation)? })
}

fn flag(
    plan: &CratePlan,
    operation: &OperationPlan,
    path: &str,
    place: &Place,
) -> Result<PathPlan, Diagnostic> {
    let (steps, field) = resolve(plan, &operation.output, path, place)?;
    if field.ty == RustType::Bool {
        return Ok(steps);
    }
    Err(Diagnostic::error(format!("`{path}` is no boolean")).at(place).with_help("name a boolean"))
}

fn page_size(operation: &OperationPlan, name: &str, place: &Place) -> Result<PageSize, Diagnostic> {
    let field = operation.input.fields.iter().find(|field| field.wire_name == name);
    let field = field.ok_or_else(|| unknown(name, name, &operation.input, place))?;
    if is_integer(&field.ty) {
        return Ok(PageSize { field: field.name.clone(), ty: field.ty.clone() });
    }
    Err(Diagnostic::error(format!("`{name}` of `{}` cannot limit a page", operation.wire_name))
        .at(place)
        .with_help("name a member of the input that targets an integer"))
}

fn is_integer(ty: &RustType) -> bool {
    matches!(ty, RustType::I8 | RustType::I16 | RustType::I32 | RustType::I64)
}

/// `None`, and a warning, where the path leads to something else than items: the pages can be read all the same.
fn items(
    plan: &CratePlan,
    operation: &OperationPlan,
    path: &str,
    place: &Place,
    warnings: &mut Vec<Diagnostic>,
) -> Result<Option<ItemsPlan>, Diagnostic> {
    let (path_plan, field) = resolve(plan, &operation.output, path, place)?;
    if !matches!(field.ty, RustType::List { .. } | RustType::Map { .. }) {
        warnings.push(
            Diagnostic::warning(format!(
                "the items of `{}` are left out: `{path}` is no list and no map",
                operation.wire_name
            ))
            .at(place)
            .with_help("name a list or a map of the output"),
        );
        return Ok(None);
    }
    Ok(Some(ItemsPlan { name: items_name(operation), path: path_plan, ty: field.ty.clone() }))
}

fn items_name(operation: &OperationPlan) -> String {
    format!("{}PaginatorItems", operation.name)
}

/// Follows a path such as `page.nextToken` from a structure.
fn resolve<'p>(
    plan: &'p CratePlan,
    root: &'p StructPlan,
    path: &str,
    place: &Place,
) -> Result<(PathPlan, &'p FieldPlan), Diagnostic> {
    let mut steps = Vec::new();
    let mut holder = Some(root);
    let mut last = None;
    for name in path.split('.') {
        let Some(structure) = holder else {
            let before: Vec<_> = path.split('.').take(steps.len()).collect();
            let before = before.join(".");
            return Err(Diagnostic::error(format!("`{path}` leads into `{before}`, which is no structure"))
                .at(place)
                .with_help("name members of structures, with a dot between them"));
        };
        let field = structure.fields.iter().find(|field| field.wire_name == name);
        let field = field.ok_or_else(|| unknown(path, name, structure, place))?;
        steps.push(step(field));
        holder = plan.structure(&field.ty);
        last = Some(field);
    }
    last.map(|field| (PathPlan(steps), field)).ok_or_else(|| unknown(path, path, root, place))
}

fn step(field: &FieldPlan) -> StepPlan {
    StepPlan { field: field.name.clone(), optional: field.presence == Presence::Optional }
}

fn unknown(path: &str, name: &str, structure: &StructPlan, place: &Place) -> Diagnostic {
    let known = structure.fields.iter().map(|field| field.wire_name.as_str());
    Diagnostic::error(format!("`{path}` names `{name}`, which is no member of `{}`", structure.path.name))
        .at(place)
        .suggest(name, known, "name members of structures, with a dot between them")
}

/// Whether paginators are inferred: the operation may say so, or else the service; both are silent as a rule.
fn infers(model: &Model, operation: &Shape) -> bool {
    let service = model.service().map(|(service, _)| &service.traits);
    let mut said = [Some(&operation.traits), service].into_iter().flatten();
    said.find_map(|traits| traits.value(id::INFER_PAGINATORS)?.as_bool()).unwrap_or(true)
}

/// Names of members that carry a token, as they are spelled in lower case.
const TOKENS: [&str; 7] = [
    "nexttoken",
    "nextmarker",
    "nextpagetoken",
    "pagetoken",
    "paginationtoken",
    "continuationtoken",
    "marker",
];

/// Names of members that limit a page, as they are spelled in lower case.
const PAGE_SIZES: [&str; 5] = ["maxresults", "maxitems", "maxrecords", "pagesize", "limit"];

/// Input and output share one token, and the output has one list: its items come in pages.
fn inferred(operation: &OperationPlan) -> Option<PaginatorPlan> {
    let input = &operation.input.fields;
    let is_token = |field: &&FieldPlan| {
        let named = TOKENS.contains(&field.wire_name.to_lowercase().as_str());
        named && field.ty == RustType::String && field.presence == Presence::Optional
    };
    let output = &operation.output.fields;
    let shared = |token: &&FieldPlan| {
        output.iter().any(|field| field.wire_name == token.wire_name && is_token(&field))
    };
    let asked = only(input.iter().filter(is_token).filter(shared))?;
    if asked.required_input {
        return None;
    }
    let items = only(output.iter().filter(|field| matches!(field.ty, RustType::List { .. })))?;
    let limits = |field: &&FieldPlan| {
        is_integer(&field.ty) && PAGE_SIZES.contains(&field.wire_name.to_lowercase().as_str())
    };
    let page_size = only(input.iter().filter(limits));
    let next = output.iter().find(|field| field.wire_name == asked.wire_name)?;
    Some(PaginatorPlan {
        name: format!("{}Paginator", operation.name),
        doc: inferred_doc(operation, asked, items),
        token: RustType::String,
        input: PathPlan(vec![step(asked)]),
        output: PathPlan(vec![step(next)]),
        more: None,
        page_size: page_size.map(|field| PageSize { field: field.name.clone(), ty: field.ty.clone() }),
        items: Some(ItemsPlan {
            name: items_name(operation),
            path: PathPlan(vec![step(items)]),
            ty: items.ty.clone(),
        }),
    })
}

fn documentation(operation: &OperationPlan) -> String {
    format!("Reads the answers of `{}` page by page.", operation.wire_name)
}

fn inferred_doc(operation: &OperationPlan, token: &FieldPlan, items: &FieldPlan) -> String {
    let note = format!(
        "The model declares no paginator; this one is inferred from `{}`, which input and output share, and from `{}`, the only list of the output.",
        token.stem, items.stem
    );
    format!("{}\n\n{}", documentation(operation), doc::to_markdown(&note))
}

fn only<T>(mut candidates: impl Iterator<Item = T>) -> Option<T> {
    let first = candidates.next()?;
    candidates.next().is_none().then_some(first)
}
