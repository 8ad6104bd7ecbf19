//! Endpoint tests of the model. Source: Smithy 2.0 specification, "Endpoint tests".

use super::{EndpointOutcome, ParameterValue};

/// An endpoint test.
#[derive(Clone, Debug)]
pub struct EndpointTest {
    /// Its number in the list, from one.
    pub number: usize,
    /// The description in the model.
    pub description: String,
    /// The parameters that are given, by field.
    pub parameters: Vec<(String, ParameterValue)>,
    /// The expected outcome.
    pub expected: ExpectedOutcome,
    /// The reason if the test is expected to fail.
    pub expected_failure: Option<&'static str>,
}

/// The expected outcome of a test.
#[derive(Clone, Debug)]
pub enum ExpectedOutcome {
    /// An endpoint; nothing in it depends on parameters.
    Endpoint(EndpointOutcome),
    /// An error with the message.
    Error(String),
}
