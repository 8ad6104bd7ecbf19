//! The mark of calls that are presigned.

use aws_smithy_types::config_bag::{Storable, StoreReplace};

/// Marks the configuration of a call that is presigned: whoever sends the request adds the body and reads the response.
#[derive(Debug)]
pub struct Presigned;

impl Storable for Presigned {
    type Storer = StoreReplace<Self>;
}
