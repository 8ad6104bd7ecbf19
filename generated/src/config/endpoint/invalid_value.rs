// Copied by tinsmith from its support code. Do not edit.

//! Parameters that must have a value of some form.

use super::InvalidParams;

impl InvalidParams {
    pub(crate) fn invalid_value(field: &'static str, problem: &'static str) -> Self {
        Self { field: field.into(), problem }
    }
}
