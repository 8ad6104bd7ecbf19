//! Test cases of a model, and their results.

use std::collections::BTreeMap;

use serde_json::Value;
use tinsmith::lower::chosen_protocol;
use tinsmith::model::traits::id;
use tinsmith::model::{Model, Traits};
use tinsmith::plan::Protocol;
use tinsmith::{Config, Diagnostics, name};

use super::Tally;

/// Results of test functions by their paths in the crate, such as `protocol_tests::requests::empty_input`.
pub(super) type Outcomes = BTreeMap<String, bool>;

/// Test cases of a model.
pub(super) struct Cases {
    protocol: Protocol,
    requests_and_responses: Vec<Case>,
    endpoints: usize,
}

struct Case {
    kind: &'static str,
    id: String,
    protocol: String,
    for_server: bool,
}

const KINDS: [&str; 3] = ["requests", "responses", "errors"];
const FOR_SERVERS: &str = "for servers";
const OTHER_PROTOCOL: &str = "of another protocol";

impl Cases {
    pub(super) fn of(model: &Model, config: &Config) -> Result<Self, Diagnostics> {
        let mut cases = Self {
            protocol: chosen_protocol(model, config)?,
            requests_and_responses: Vec::new(),
            endpoints: 0,
        };
        for shape in model.shapes.values() {
            let kind = if shape.traits.has(id::ERROR) { "errors" } else { "responses" };
            cases.collect(&shape.traits, id::HTTP_REQUEST_TESTS, "requests");
            cases.collect(&shape.traits, id::HTTP_RESPONSE_TESTS, kind);
            let endpoint_tests = shape.traits.value(id::ENDPOINT_TESTS).map(|tests| &tests["testCases"]);
            cases.endpoints += endpoint_tests.and_then(Value::as_array).map_or(0, Vec::len);
        }
        Ok(cases)
    }

    fn collect(&mut self, traits: &Traits, id: &str, kind: &'static str) {
        let cases = traits.value(id).and_then(Value::as_array).into_iter().flatten();
        self.requests_and_responses.extend(cases.map(|case| Case {
            kind,
            id: case["id"].as_str().unwrap_or_default().to_owned(),
            protocol: case["protocol"].as_str().unwrap_or_default().to_owned(),
            for_server: case["appliesTo"].as_str() == Some("server"),
        }));
    }

    /// Returns true when the tests use the client.
    pub(super) fn need_client(&self) -> bool {
        !self.requests_and_responses.is_empty()
    }

    /// Returns a tally for each kind of case in the model.
    pub(super) fn tallies(&self, outcomes: &Outcomes) -> Vec<(&'static str, Tally)> {
        let protocol = KINDS
            .into_iter()
            .filter(|kind| self.requests_and_responses.iter().any(|case| case.kind == *kind));
        let mut tallies: Vec<_> = protocol.map(|kind| (kind, self.protocol_tally(kind, outcomes))).collect();
        if self.endpoints > 0 {
            tallies.push(("endpoints", self.endpoint_tally(outcomes)));
        }
        tallies
    }

    fn protocol_tally(&self, kind: &str, outcomes: &Outcomes) -> Tally {
        let mut tally = Tally::default();
        let (mut servers, mut others) = (0, 0);
        for case in self.requests_and_responses.iter().filter(|case| case.kind == kind) {
            let test = format!("protocol_tests::{kind}::{}", name::snake(&case.id));
            match outcomes.get(&test) {
                _ if case.for_server => servers += 1,
                _ if case.protocol != self.protocol.id() => others += 1,
                Some(true) => tally.passed += 1,
                Some(false) => tally.failed.push(case.id.clone()),
                None => tally.failed.push(format!("{} did not run", case.id)),
            }
        }
        tally.skipped = vec![(FOR_SERVERS, servers), (OTHER_PROTOCOL, others)];
        tally
    }

    /// Counts endpoint tests. They have no ids, and their functions are numbered.
    fn endpoint_tally(&self, outcomes: &Outcomes) -> Tally {
        let ran = outcomes.iter().filter(|(test, _)| !test.contains("::"));
        let (passed, failed): (Vec<_>, Vec<_>) = ran.partition(|(_, passed)| **passed);
        let mut failed: Vec<String> = failed.into_iter().map(|(test, _)| test.clone()).collect();
        let missing = self.endpoints.saturating_sub(passed.len() + failed.len());
        failed.extend((0..missing).map(|_| "an endpoint case did not run".to_owned()));
        Tally { passed: passed.len(), failed, skipped: Vec::new() }
    }
}
