//! Cases that are expected to fail.

use std::fmt;

/// A cause of a failure.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Cause {
    /// A decision of ours: the crate does not do what the case wants.
    Decision(&'static str),
    /// A fault of a crate that ours uses.
    Upstream(&'static str),
}

use Cause::{Decision, Upstream};

/// Cases with all causes of their failures. A case that starts to pass fails its test.
const EXPECTED_FAILURES: [(&str, &[Cause]); 5] = [
    ("AwsJson10ClientPopulatesDefaultValuesInInput", &[EMPTY_DEFAULT]),
    ("DuplexMissingRequiredInitialResponseOutput", &[EMPTY_VALUE]),
    ("MissingRequiredInitialResponseOutput", &[EMPTY_VALUE]),
    ("RestJsonClientPopulatesDefaultValuesInInput", &[EMPTY_DEFAULT]),
    ("RpcV2CborClientPopulatesDefaultValuesInInput", &[EMPTY_DEFAULT, FLOATING_TIMESTAMP]),
];

const EMPTY_DEFAULT: Cause =
    Decision("a default of zero, false or nothing is not sent, as services of AWS refuse some of them");

const EMPTY_VALUE: Cause =
    Decision("a required member that is not in a response gets the empty value, as in the official crates");

const FLOATING_TIMESTAMP: Cause = Upstream(
    "`aws-smithy-cbor` writes every timestamp as a floating point number, where the case wants an integer",
);

/// Returns the causes for the failure of a case that is expected to fail, by its id.
#[must_use]
pub fn expected_failure(id: &str) -> Option<String> {
    let (_, causes) = EXPECTED_FAILURES.into_iter().find(|(known, _)| *known == id)?;
    let causes: Vec<_> = causes.iter().map(ToString::to_string).collect();
    Some(causes.join("; "))
}

impl fmt::Display for Cause {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Decision(text) => write!(f, "by decision, {text}"),
            Upstream(text) => write!(f, "by a fault upstream, {text}"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::expected_failure;

    #[test]
    fn every_cause_of_a_failure_is_named() {
        let causes = expected_failure("RpcV2CborClientPopulatesDefaultValuesInInput").expect("it is listed");
        assert!(causes.contains("by decision") && causes.contains("by a fault upstream"), "{causes}");
        assert_eq!(expected_failure("RpcV2CborSimpleScalarProperties"), None);
    }
}
