//! Waiters: their fluent builders, and the acceptors that evaluate the results of calls.

mod acceptor;
mod client;
mod fluent_builder;
mod path_function;
mod value;

pub(super) use client::{all, example, root};
pub(super) use fluent_builder::waiter;
