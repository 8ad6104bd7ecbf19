// Copied by tinsmith from its support code. Do not edit.

//! Event streams. No operation of this crate uses them yet.
