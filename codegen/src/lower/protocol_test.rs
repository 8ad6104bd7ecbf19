//! Protocol tests of the model: requests that operations must send, and responses with the outputs or errors that they are
//! read as.
//!
//! Source: Smithy specification, "HTTP protocol compliance tests".

mod case;
mod event;
mod expected_failure;

use std::collections::BTreeSet;

use self::case::Case;
pub use self::expected_failure::expected_failure;
use super::data_types::DataTypes;
use crate::diagnostic::Diagnostics;
use crate::model::traits::id;
use crate::model::{Model, Traits};
use crate::plan::{OperationPlan, Protocol, ProtocolTests};

/// Lowers the tests for the protocol of the crate.
pub(super) fn lower(
    model: &Model,
    protocol: Protocol,
    operations: &[OperationPlan],
    types: &DataTypes,
) -> Result<ProtocolTests, Diagnostics> {
    let cases = |traits, id| cases(traits, id, protocol, types);
    let (mut tests, mut diagnostics) = (ProtocolTests::default(), Diagnostics::default());
    for operation in operations {
        let Some(shape) = model.shapes.get(&operation.id) else { continue };
        for case in cases(&shape.traits, id::HTTP_REQUEST_TESTS) {
            tests.requests.extend(diagnostics.report(case.request(operation)));
        }
        for case in cases(&shape.traits, id::HTTP_RESPONSE_TESTS) {
            tests.responses.extend(diagnostics.report(case.output(operation)));
        }
        for case in cases(&shape.traits, id::EVENT_STREAM_TESTS) {
            tests.events.extend(diagnostics.report(case.events(operation)));
        }
    }
    for error in &types.errors {
        let thrower =
            operations.iter().find(|operation| operation.errors.iter().any(|it| it.path == error.path));
        let (Some(operation), Some(shape)) = (thrower, model.shapes.get(&error.id)) else { continue };
        for case in cases(&shape.traits, id::HTTP_RESPONSE_TESTS) {
            tests.errors.extend(diagnostics.report(case.error(operation, error, shape)));
        }
    }
    distinct(tests.requests.iter_mut().map(|test| &mut test.name));
    distinct(tests.responses.iter_mut().map(|test| &mut test.name));
    distinct(tests.errors.iter_mut().map(|test| &mut test.name));
    distinct(tests.events.iter_mut().map(|test| &mut test.name));
    diagnostics.finish(tests)
}

/// Makes names distinct: ids may differ in characters that names do not have, and a name that is taken gets a number.
fn distinct<'n>(names: impl Iterator<Item = &'n mut String>) {
    let mut taken = BTreeSet::new();
    for name in names {
        let numbered = (2..).map(|number| format!("{name}_{number}"));
        let free = std::iter::once(name.clone()).chain(numbered).find(|name| !taken.contains(name));
        *name = free.unwrap_or_default();
        taken.insert(name.clone());
    }
}

/// Returns the tests of a trait for clients of a protocol.
fn cases<'a>(
    traits: &'a Traits,
    id: &str,
    protocol: Protocol,
    types: &'a DataTypes,
) -> impl Iterator<Item = Case<'a>> {
    let trait_value = traits.get(id);
    let cases = trait_value.and_then(|it| it.value.as_array().map(|cases| (cases, &it.location)));
    let cases =
        cases.into_iter().flat_map(|(cases, location)| cases.iter().map(move |value| (value, location)));
    cases
        .map(move |(value, location)| Case { types, value, location })
        .filter(move |case| case.is_for(protocol))
}
