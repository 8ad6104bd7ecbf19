//! Waiters. Source: Smithy 2.0 specification, "Waiters".

mod acceptor;
mod delay;
mod path;
mod refusal;
mod scope;
mod typed;
mod waitable;
