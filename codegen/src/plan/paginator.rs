//! Paginators.

use super::RustType;

/// The paginator of an operation.
#[derive(Clone, Debug)]
pub struct PaginatorPlan {
    /// `DescribeLagsPaginator`
    pub name: String,
    /// Documentation in Markdown.
    pub doc: String,
    /// The tokens that request a page, never empty.
    pub tokens: Vec<TokenPlan>,
    /// The boolean in the output that ends the pages.
    pub more: Option<MorePlan>,
    /// The field of the input that limits a page.
    pub page_size: Option<PageSize>,
    /// The items of a page.
    pub items: Option<ItemsPlan>,
}

/// A token that requests a page, alone or together with others.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TokenPlan {
    /// Its type.
    pub ty: RustType,
    /// The kind of its type.
    pub kind: TokenKind,
    /// The field of the input that takes it.
    pub input: FieldStep,
    /// The paths to the next token in the output, never empty. The first one with a value gives it.
    pub output: Vec<FieldPath>,
}

/// The kind of a token's type, which determines its empty value. That value ends the pages.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TokenKind {
    /// A string or a map.
    Sized,
    /// An enum of strings.
    Enum,
    /// An integer, whose empty value is zero.
    Integer,
}

/// The boolean in the output that ends the pages.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MorePlan {
    /// The path to the boolean.
    pub path: FieldPath,
    /// True if the pages end without the boolean too.
    pub is_required: bool,
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
    /// True if the path continues in the last element of the list in the field.
    pub is_last_element: bool,
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
