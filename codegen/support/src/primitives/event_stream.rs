//! Event streams. No operation of this crate uses them yet.
