//! Turns a stream of opened and closed elements, however badly nested, into a tree.

mod builder;
mod element;
mod frame;

pub(super) use builder::Builder;
pub(super) use element::Element;
