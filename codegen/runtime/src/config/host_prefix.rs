//! The setting of host prefixes.

use aws_smithy_types::config_bag::{Storable, StoreReplace};

/// Setting that leaves out the host prefixes of operations.
#[derive(Clone, Copy, Debug)]
pub struct DisableHostPrefixInjection(pub bool);

impl Storable for DisableHostPrefixInjection {
    type Storer = StoreReplace<Self>;
}
