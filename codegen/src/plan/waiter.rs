//! Waiters: polling an operation until its response shows a state. Source: Smithy 2.0 specification, "Waiters".

mod expression;
mod item;

pub use expression::{Comparison, ElementOf, Literal, Reading, WaiterCondition, WaiterValue};
pub use item::{AcceptorPlan, Expected, Matcher, PathPlan, State, ValueType, WaiterPlan};
