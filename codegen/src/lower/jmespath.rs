//! `JMESPath` expressions, as far as the waiters and endpoint parameters of AWS use them. Source: the grammar of
//! <https://jmespath.org>.

mod expression;
mod parser;
mod token;

pub(super) use expression::Expression;
pub(super) use parser::parse;
