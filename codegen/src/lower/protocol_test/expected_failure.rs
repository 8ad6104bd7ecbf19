//! Cases that are expected to fail.

/// Cases with the reasons for their failures. A case that starts to pass fails its test.
const EXPECTED_FAILURES: [(&str, &str); 5] = [
    ("AwsJson10ClientPopulatesDefaultValuesInInput", ZERO_DEFAULT),
    ("DuplexMissingRequiredInitialResponseOutput", EMPTY_VALUE),
    ("MissingRequiredInitialResponseOutput", EMPTY_VALUE),
    ("RestJsonClientPopulatesDefaultValuesInInput", ZERO_DEFAULT),
    (
        "RpcV2CborClientPopulatesDefaultValuesInInput",
        "the protocol crate writes every timestamp as a floating point number, the case wants an integer",
    ),
];

const ZERO_DEFAULT: &str = "a default of zero is not sent, as services of AWS refuse some of them";

const EMPTY_VALUE: &str =
    "a required member that is not in a response gets the empty value, as in the official crates";

/// Returns the reason for the failure of a case that is expected to fail, by its id.
#[must_use]
pub fn expected_failure(id: &str) -> Option<&'static str> {
    EXPECTED_FAILURES.into_iter().find(|(known, _)| *known == id).map(|(_, reason)| reason)
}
