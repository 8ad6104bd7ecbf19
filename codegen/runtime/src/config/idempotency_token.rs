//! Providers of idempotency tokens.

use std::sync::{Arc, Mutex, PoisonError};

use aws_smithy_types::config_bag::{Storable, StoreReplace};
use fastrand::Rng;

/// Provider of idempotency tokens, for inputs that do not set one.
///
/// By default a token is a random UUID. Tests can use a fixed token, or a sequence that is determined by a seed.
#[derive(Clone, Debug)]
pub struct IdempotencyTokenProvider {
    source: Source,
}

#[derive(Clone, Debug)]
enum Source {
    Fixed(&'static str),
    /// Shared by clones, which would produce the same tokens otherwise.
    Random(Arc<Mutex<Rng>>),
}

impl IdempotencyTokenProvider {
    /// Creates a provider of random tokens.
    #[must_use]
    pub fn random() -> Self {
        Self { source: Source::Random(Arc::new(Mutex::new(Rng::new()))) }
    }

    /// Creates a provider of tokens that `seed` determines.
    #[must_use]
    pub fn with_seed(seed: u64) -> Self {
        Self { source: Source::Random(Arc::new(Mutex::new(Rng::with_seed(seed)))) }
    }

    /// Creates a provider of the same token for every call.
    #[must_use]
    pub fn fixed(token: &'static str) -> Self {
        Self { source: Source::Fixed(token) }
    }

    /// Returns the next token.
    #[must_use]
    pub fn make_idempotency_token(&self) -> String {
        match &self.source {
            Source::Fixed(token) => (*token).to_owned(),
            Source::Random(random) => uuid(random.lock().unwrap_or_else(PoisonError::into_inner).u128(..)),
        }
    }
}

impl From<&'static str> for IdempotencyTokenProvider {
    fn from(token: &'static str) -> Self {
        Self::fixed(token)
    }
}

impl Storable for IdempotencyTokenProvider {
    type Storer = StoreReplace<Self>;
}

/// A UUID of version 4, variant 1, of random bits. Source: RFC 9562, section 5.4.
fn uuid(random: u128) -> String {
    let bits = random & !(0xf << 76) & !(0b11 << 62) | 0x4 << 76 | 0b10 << 62;
    let text = format!("{bits:032x}");
    [&text[..8], &text[8..12], &text[12..16], &text[16..20], &text[20..]].join("-")
}
