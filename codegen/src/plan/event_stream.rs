//! Errors of event streams.

use super::{ErrorVariant, RustPath, Usage};
use crate::id::ShapeId;

/// The error of an event stream: the variants of its union that are errors.
#[derive(Clone, Debug)]
pub struct EventErrorPlan {
    /// The public path: `crate::types::error::AudioStreamError`.
    pub path: RustPath,
    /// The module of the file that defines it: `audio_stream_error`.
    pub module: String,
    /// The union, without these variants.
    pub union: RustPath,
    /// The shape of the union.
    pub union_id: ShapeId,
    /// The messages that hold the stream.
    pub usage: Usage,
    /// True if it has an extended request id.
    pub has_extended_request_id: bool,
    /// The variants in the order of the model.
    pub variants: Vec<EventErrorVariant>,
}

/// An error of an event stream.
#[derive(Clone, Debug)]
pub struct EventErrorVariant {
    /// The names of the members of the union on the wire. Several may target the same error.
    pub wire_names: Vec<String>,
    /// The error.
    pub error: ErrorVariant,
}
