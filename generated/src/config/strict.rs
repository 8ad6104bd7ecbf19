// Copied by tinsmith from its support code. Do not edit.

//! The switch between lenient and strict reading.

use aws_smithy_types::config_bag::{Storable, StoreReplace};

/// Whether responses that are not quite the model's fail the call.
#[derive(Clone, Copy, Debug)]
pub(crate) struct StrictResponses(pub(crate) bool);

impl Storable for StrictResponses {
    type Storer = StoreReplace<Self>;
}
