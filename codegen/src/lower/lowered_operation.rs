//! An operation whose input and output are lowered.

use super::data_types::DataTypes;
use crate::model::Shape;
use crate::plan::{ErrorVariant, StructPlan};

/// An operation whose input and output are lowered, for the parts of its plan that follow paths into them: endpoint
/// parameters, paginators, waiters and examples.
#[derive(Clone, Copy)]
pub(super) struct LoweredOperation<'p> {
    /// The shape.
    pub(super) shape: &'p Shape,
    /// The name that its input, output and paginator begin with.
    pub(super) name: &'p str,
    /// The shape of the input, if there is one.
    pub(super) input_shape: Option<&'p Shape>,
    pub(super) input: &'p StructPlan,
    pub(super) output: &'p StructPlan,
    pub(super) errors: &'p [ErrorVariant],
    /// The types of members.
    pub(super) types: &'p DataTypes,
}

impl LoweredOperation<'_> {
    /// Returns the name in the model.
    pub(super) fn wire_name(&self) -> &str {
        self.shape.id.name()
    }
}
