//! The endpoint parameters that an operation sets: fixed ones, and those that come from its input.

mod goal;
mod parameter;
mod path;
