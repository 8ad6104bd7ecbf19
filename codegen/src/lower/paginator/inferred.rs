//! Paginators that are inferred, if the model declares none.

use super::field_path::{is_integer, items_name, step, truncation};
use super::token::{documentation, plain};
use crate::doc;
use crate::lower::lowered_operation::LoweredOperation;
use crate::plan::{
    FieldPath, FieldPlan, ItemsPlan, PageSize, PaginatorPlan, Presence, RustType, TokenKind, TokenPlan,
};

/// Names of members with a token, in lower case.
const TOKENS: [&str; 7] = [
    "nexttoken",
    "nextmarker",
    "nextpagetoken",
    "pagetoken",
    "paginationtoken",
    "continuationtoken",
    "marker",
];

/// Names of members that limit a page, in lower case.
const PAGE_SIZES: [&str; 5] = ["maxresults", "maxitems", "maxrecords", "pagesize", "limit"];

/// Infers the paginator of an operation whose input and output share exactly one token, and whose output has exactly one list.
pub(super) fn paginator(operation: LoweredOperation<'_>) -> Option<PaginatorPlan> {
    let input = &operation.input.fields;
    let is_token = |field: &&FieldPlan| {
        let named = TOKENS.contains(&field.wire_name.to_lowercase().as_str());
        named && field.ty == RustType::String && field.presence == Presence::Optional
    };
    let output = &operation.output.fields;
    let shared = |token: &&FieldPlan| {
        output.iter().any(|field| field.wire_name == token.wire_name && is_token(&field))
    };
    let token = only(input.iter().filter(is_token).filter(shared))?;
    if token.is_checked {
        return None;
    }
    let items = only(output.iter().filter(|field| matches!(field.ty, RustType::List { .. })))?;
    let limits = |field: &&FieldPlan| {
        is_integer(&field.ty) && PAGE_SIZES.contains(&field.wire_name.to_lowercase().as_str())
    };
    let page_size = only(input.iter().filter(limits));
    let next = output.iter().find(|field| field.wire_name == token.wire_name)?;
    let tokens = vec![TokenPlan {
        ty: RustType::String,
        kind: TokenKind::Sized,
        input: step(token),
        output: vec![FieldPath(vec![step(next)])],
    }];
    Some(PaginatorPlan {
        doc: inferred_doc(operation, token, items),
        more: truncation(operation, &next.wire_name, &operation.shape.location),
        page_size: page_size.map(|field| PageSize { field: field.name.clone(), ty: field.ty.clone() }),
        items: Some(ItemsPlan {
            name: items_name(operation),
            path: FieldPath(vec![step(items)]),
            ty: items.ty.clone(),
        }),
        ..plain(operation, tokens)
    })
}

fn inferred_doc(operation: LoweredOperation<'_>, token: &FieldPlan, items: &FieldPlan) -> String {
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
