//! Settings of request compression.

use aws_smithy_types::config_bag::{Storable, StoreReplace};

/// Setting that disables request compression.
#[derive(Clone, Copy, Debug)]
pub struct DisableRequestCompression(pub bool);

/// Minimum length in bytes of bodies that are compressed.
#[derive(Clone, Copy, Debug)]
pub struct RequestMinCompressionSizeBytes(pub u32);

impl Storable for DisableRequestCompression {
    type Storer = StoreReplace<Self>;
}

impl Storable for RequestMinCompressionSizeBytes {
    type Storer = StoreReplace<Self>;
}
