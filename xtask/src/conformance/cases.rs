//! Test cases of a model, and their results.

use std::collections::{BTreeMap, BTreeSet};

use tinsmith::id::ShapeId;
use tinsmith::lower::{chosen_protocol, expected_failure};
use tinsmith::model::traits::id;
use tinsmith::model::{Model, Shape};
use tinsmith::plan::Protocol;
use tinsmith::source::Value;
use tinsmith::{Config, Diagnostics, name, pass};

use super::Tally;

/// Results of test functions by their paths in the crate, such as `protocol_tests::requests::empty_input`.
pub(super) type Outcomes = BTreeMap<String, Outcome>;

/// Result of a test function.
#[derive(Clone, Copy)]
pub(super) struct Outcome {
    /// True if it passed.
    pub(super) passed: bool,
    /// True if it passes by a panic, because the case is expected to fail.
    pub(super) must_panic: bool,
}

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
    /// True for a case of an operation that the crate does not have.
    is_left_out: bool,
}

const KINDS: [&str; 4] = ["requests", "responses", "errors", "events"];
const FOR_SERVERS: &str = "for servers";
const OTHER_PROTOCOL: &str = "of another protocol";
const LEFT_OUT: &str = "of operations that are left out, as the warnings say";

impl Cases {
    pub(super) fn of(model: &Model, config: &Config) -> Result<Self, Diagnostics> {
        let mut cases = Self {
            protocol: chosen_protocol(model, config)?,
            requests_and_responses: Vec::new(),
            endpoints: 0,
        };
        let left_out = left_out(model, config)?;
        for shape in model.shapes.values() {
            let kind = if shape.traits.has(id::ERROR) { "errors" } else { "responses" };
            let is_left_out = left_out.contains(&shape.id);
            cases.collect(shape, id::HTTP_REQUEST_TESTS, "requests", is_left_out);
            cases.collect(shape, id::HTTP_RESPONSE_TESTS, kind, is_left_out);
            cases.collect(shape, id::EVENT_STREAM_TESTS, "events", is_left_out);
            let endpoint_tests = shape.traits.value(id::ENDPOINT_TESTS).map(|tests| &tests["testCases"]);
            cases.endpoints += endpoint_tests.and_then(Value::as_array).map_or(0, Vec::len);
        }
        Ok(cases)
    }

    fn collect(&mut self, shape: &Shape, id: &str, kind: &'static str, is_left_out: bool) {
        let cases = shape.traits.value(id).and_then(Value::as_array).into_iter().flatten();
        self.requests_and_responses.extend(cases.map(|case| Case {
            kind,
            id: case["id"].as_str().unwrap_or_default().to_owned(),
            protocol: case["protocol"].as_str().unwrap_or_default().to_owned(),
            for_server: case["appliesTo"].as_str() == Some("server"),
            is_left_out,
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
        let (mut servers, mut others, mut left_out) = (0, 0, 0);
        for case in self.requests_and_responses.iter().filter(|case| case.kind == kind) {
            let test = format!("protocol_tests::{kind}::{}", name::snake(&case.id));
            match (outcomes.get(&test).map(|outcome| outcome.passed), expected_failure(&case.id)) {
                _ if case.for_server => servers += 1,
                _ if case.protocol != self.protocol.id() => others += 1,
                _ if case.is_left_out => left_out += 1,
                (Some(true), Some(reason)) => tally.listed.push(format!("{}: {reason}", case.id)),
                (Some(true), None) => tally.passed += 1,
                (Some(false), Some(_)) => tally.failed.push(format!("{} passes, but is listed", case.id)),
                (Some(false), None) => tally.failed.push(case.id.clone()),
                (None, _) => tally.failed.push(format!("{} did not run", case.id)),
            }
        }
        tally.skipped = vec![(FOR_SERVERS, servers), (OTHER_PROTOCOL, others), (LEFT_OUT, left_out)];
        tally
    }

    /// Counts endpoint tests. They have no ids, and their functions are numbered.
    fn endpoint_tally(&self, outcomes: &Outcomes) -> Tally {
        let mut tally = Tally::default();
        let ran = outcomes.iter().filter(|(test, _)| !test.contains("::"));
        tally.add_endpoints(ran, self.endpoints);
        tally
    }
}

/// Returns the operations that the crate does not have, and the errors of no other operation.
fn left_out<'m>(model: &'m Model, config: &Config) -> Result<BTreeSet<&'m ShapeId>, Diagnostics> {
    let selected = pass::select(model, &config.selection, &config.positions)?;
    let (mut kept, mut left_out) = (BTreeSet::new(), BTreeSet::new());
    for (shape, operation) in model.operations().into_values() {
        let set = if selected.operations.contains(&shape.id) { &mut kept } else { &mut left_out };
        set.insert(&shape.id);
        set.extend(operation.errors.iter().map(|error| &error.id));
    }
    Ok(left_out.difference(&kept).copied().collect())
}
