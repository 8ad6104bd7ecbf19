//! Inputs of transfers, from the input of the operation that the caller has set.

use aws_smithy_types::error::operation::BuildError;

use crate::protocol::DEFAULT;

/// Creates a builder with copies of fields of another one.
#[macro_export]
#[doc(hidden)]
macro_rules! copied {
    ($($Builder:ident)::+, $from:ident { $($field:ident),* $(,)? }) => {
        $($Builder)::+ { $($field: $from.$field.clone(),)* ..::std::default::Default::default() }
    };
}

/// Selects the algorithm of the checksums of parts: that of a checksum that is set, or the default if `has_default`. Returns
/// `true` in the first case.
pub fn select_checksum<T: From<&'static str>>(
    algorithm: &mut Option<T>,
    checksums: &[(&'static str, bool)],
    has_default: bool,
) -> bool {
    if let Some((name, _)) = checksums.iter().find(|(_, is_set)| *is_set) {
        *algorithm = Some(T::from(name));
        return true;
    }
    if has_default {
        algorithm.get_or_insert_with(|| T::from(DEFAULT));
    }
    false
}

/// Returns an error if the input is for a part of the object.
pub fn require_whole_object(is_range: bool, field: &'static str) -> Result<(), BuildError> {
    refuse(is_range, field, "a download receives the whole object")
}

/// Returns an error for a member that the requests of an upload in parts do not have. Content that is short is refused too, so
/// that the length does not change the meaning of a call.
pub fn require_in_parts(is_set: bool, field: &'static str) -> Result<(), BuildError> {
    refuse(is_set, field, "an upload in parts cannot send it: use `send` with the body")
}

/// Returns an error for a checksum of the object that the service does not compare after an upload in parts.
pub fn require_full_object(is_set: bool, field: &'static str) -> Result<(), BuildError> {
    refuse(is_set, field, "an object that is uploaded in parts has no such checksum")
}

fn refuse(is_set: bool, field: &'static str, reason: &str) -> Result<(), BuildError> {
    if is_set { Err(BuildError::invalid_field(field, reason)) } else { Ok(()) }
}
