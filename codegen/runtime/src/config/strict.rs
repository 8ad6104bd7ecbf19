//! The switch between lenient and strict reading.

use aws_smithy_types::config_bag::{ConfigBag, Storable, StoreReplace};

/// Setting that rejects responses that deviate from the model.
#[derive(Clone, Copy, Debug)]
pub struct StrictResponses(pub bool);

impl Storable for StrictResponses {
    type Storer = StoreReplace<Self>;
}

impl StrictResponses {
    /// Returns whether responses are read strictly. They are not by default.
    pub(crate) fn load(cfg: &ConfigBag) -> bool {
        cfg.load::<Self>().is_some_and(|strict| strict.0)
    }
}
