//! Paginators.

use super::RustType;

/// The paginator of an operation.
#[derive(Clone, Debug)]
pub struct PaginatorPlan {
    /// `DescribeLagsPaginator`
    pub name: String,
    /// Documentation in Markdown.
    pub doc: String,
    /// The type of the token: a string or a map.
    pub token: RustType,
    /// The field of the input that takes the token.
    pub input: FieldPath,
    /// The path to the next token in the output.
    pub output: FieldPath,
    /// The path to the boolean in the output without which there is no next page.
    pub more: Option<FieldPath>,
    /// The field of the input that limits a page.
    pub page_size: Option<PageSize>,
    /// The items of a page.
    pub items: Option<ItemsPlan>,
}

/// The fields that lead from one value to another, never empty.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FieldPath(pub Vec<FieldStep>);

/// A field on a path.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FieldStep {
    /// The Rust name.
    pub field: String,
    /// True if the field is an `Option`.
    pub is_optional: bool,
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
    /// The name of their stream: `DescribeLagsPaginatorItems`.
    pub name: String,
    /// Their path in the output.
    pub path: FieldPath,
    /// The type of the field: a list or a map.
    pub ty: RustType,
}
