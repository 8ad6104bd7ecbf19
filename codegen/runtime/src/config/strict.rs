//! The switch between lenient and strict reading.

use aws_smithy_types::config_bag::{Storable, StoreReplace};

/// Setting that rejects responses that deviate from the model.
#[derive(Clone, Copy, Debug)]
pub struct StrictResponses(pub bool);

impl Storable for StrictResponses {
    type Storer = StoreReplace<Self>;
}
