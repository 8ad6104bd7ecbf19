//! The expressions of `JMESPath`.

use crate::source::Value;

use crate::plan::waiter::Comparison;

/// An expression, which is evaluated against a current value.
#[derive(Clone, Debug, PartialEq)]
pub(in crate::lower) enum Expression {
    /// `@`: the value itself.
    Current,
    /// `name`
    Field(String),
    /// `left.right` and `left | right`: the right one, evaluated against the value of the left one.
    Subexpression(Box<Expression>, Box<Expression>),
    /// `list[0]`; from the end where negative.
    Index(Box<Expression>, i64),
    /// `list[*].rest`, and `list[].rest`, which flattens the list.
    Projection {
        /// The list.
        list: Box<Expression>,
        /// True if the list is flattened.
        flatten: bool,
        /// The filter of the elements.
        filter: Option<Box<Expression>>,
        /// The expression for an element.
        item: Box<Expression>,
    },
    /// `map.*.rest`
    Values {
        /// The map.
        of: Box<Expression>,
        /// The expression for a value.
        item: Box<Expression>,
    },
    /// `[first, second]`
    MultiSelect(Vec<Expression>),
    /// A literal.
    Literal(Value),
    /// `left == right`
    Compare(Comparison, Box<Expression>, Box<Expression>),
    /// `left && right`
    And(Box<Expression>, Box<Expression>),
    /// `left || right`
    Or(Box<Expression>, Box<Expression>),
    /// `!inner`
    Not(Box<Expression>),
    /// `name(arguments)`
    Call(String, Vec<Expression>),
}
