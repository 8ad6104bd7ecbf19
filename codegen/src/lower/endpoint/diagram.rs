//! Decision diagrams (`smithy.rules#endpointBdd`) -> the functions of rules.
//!
//! A node is a condition with two branches. Nodes that one branch leads to become nested rules; those that several branches lead
//! to become functions, so that no rule is repeated. A name that is assigned on some of the ways to a function only is an `Option`
//! there. Source: Smithy 2.0 specification, "Rules engine", "endpointBdd trait".

mod decode;
mod function;
mod graph;
mod lower;
mod names;

pub(super) use lower::lower;
pub(super) use names::used;
