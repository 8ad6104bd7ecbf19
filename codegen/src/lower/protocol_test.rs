//! Protocol tests of the model: requests that operations must send, and responses with the outputs or errors that they are
//! read as.
//!
//! Source: Smithy specification, "HTTP protocol compliance tests".

use std::collections::BTreeSet;

use serde_json::Value;

use super::data_types::DataTypes;
use super::value;
use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::doc::code_span;
use crate::model::traits::id;
use crate::model::{Model, Traits};
use crate::name;
use crate::plan::{
    BodyPlan, ComparedField, FieldPlan, OperationPlan, Protocol, ProtocolTests, RequestTest, ResponseTest,
    RustType, StructPlan, StructValue,
};
use crate::source::Location;

/// Tests that fail for a cause outside of this project. A test that starts to pass fails as well.
const UPSTREAM: [(&str, &str); 2] = [
    (
        "MachinelearningPredictEndpoint",
        "the endpoint is taken from a member, for which the model has no trait",
    ),
    (
        "RpcV2CborClientPopulatesDefaultValuesInInput",
        "the protocol crate writes every timestamp as a floating point number, the case wants an integer",
    ),
];

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
            tests.responses.extend(diagnostics.report(case.response(operation, &operation.output)));
        }
    }
    for error in &types.errors {
        let thrower =
            operations.iter().find(|operation| operation.errors.iter().any(|it| it.path == error.path));
        let (Some(operation), Some(shape)) = (thrower, model.shapes.get(&error.id)) else { continue };
        for case in cases(&shape.traits, id::HTTP_RESPONSE_TESTS) {
            tests.errors.extend(diagnostics.report(case.response(operation, error)));
        }
    }
    distinct(tests.requests.iter_mut().map(|test| &mut test.name));
    distinct(tests.responses.iter_mut().map(|test| &mut test.name));
    distinct(tests.errors.iter_mut().map(|test| &mut test.name));
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

/// A test of the model.
struct Case<'a> {
    types: &'a DataTypes,
    value: &'a Value,
    location: &'a Location,
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

impl Case<'_> {
    /// Returns true for a test of clients of a protocol.
    fn is_for(&self, protocol: Protocol) -> bool {
        let for_client = self.value["appliesTo"].as_str().is_none_or(|side| side == "client");
        for_client && self.value["protocol"].as_str() == Some(protocol.id())
    }

    fn request(&self, operation: &OperationPlan) -> Result<RequestTest, Diagnostic> {
        let id = self.text("id")?;
        Ok(RequestTest {
            name: name::module(&id),
            doc: documentation(&id),
            must_panic: upstream(&id).is_some(),
            input: self.structure(&operation.input)?,
            host: self.optional("host").unwrap_or_else(|| "example.com".to_owned()),
            resolved_host: self.optional("resolvedHost"),
            method: self.text("method")?,
            path: self.text("uri")?,
            headers: self.headers(),
            required_headers: self.strings("requireHeaders"),
            forbidden_headers: self.strings("forbidHeaders"),
            body: self.optional("body").map(|text| self.body(text)),
        })
    }

    fn response(
        &self,
        operation: &OperationPlan,
        structure: &StructPlan,
    ) -> Result<ResponseTest, Diagnostic> {
        let id = self.text("id")?;
        let status = self.value["code"].as_u64().and_then(|code| u16::try_from(code).ok());
        Ok(ResponseTest {
            name: name::module(&id),
            doc: documentation(&id),
            must_panic: upstream(&id).is_some(),
            operation: operation.path.clone(),
            error: operation.error.clone(),
            status: status.ok_or_else(|| self.unfit("`code` is not the number of an HTTP status"))?,
            headers: self.headers(),
            body: self.body(self.optional("body").unwrap_or_default()),
            expected: self.structure(structure)?,
            fields: structure.fields.iter().map(compared).collect(),
        })
    }

    fn structure(&self, structure: &StructPlan) -> Result<StructValue, Diagnostic> {
        let none = Value::Object(serde_json::Map::new());
        let params = self.value.get("params").unwrap_or(&none);
        let fields =
            value::fields(self.types, &structure.fields, params).map_err(|misfit| self.unfit(&misfit))?;
        let fallible = structure.is_build_fallible();
        Ok(StructValue { path: structure.path.clone(), is_build_fallible: fallible, fields })
    }

    fn body(&self, text: String) -> BodyPlan {
        BodyPlan {
            text,
            media_type: self.optional("bodyMediaType").unwrap_or_else(|| "text/plain".to_owned()),
        }
    }

    fn headers(&self) -> Vec<(String, String)> {
        let headers = self.value["headers"].as_object().into_iter().flatten();
        let header =
            |(name, value): (&String, &Value)| (name.clone(), value.as_str().unwrap_or_default().to_owned());
        let mut headers: Vec<_> = headers.map(header).collect();
        headers.sort();
        headers
    }

    fn strings(&self, key: &str) -> Vec<String> {
        let strings = self.value[key].as_array().into_iter().flatten();
        strings.filter_map(Value::as_str).map(str::to_owned).collect()
    }

    fn optional(&self, key: &str) -> Option<String> {
        self.value[key].as_str().map(str::to_owned)
    }

    fn text(&self, key: &str) -> Result<String, Diagnostic> {
        self.optional(key).ok_or_else(|| self.unfit(&format!("`{key}` is not a string")))
    }

    fn unfit(&self, what: &str) -> Diagnostic {
        let id = self.value["id"].as_str().unwrap_or("without id");
        Diagnostic::error(format!("the protocol test `{id}` does not fit the model: {what}"))
            .at(self.location)
            .with_help("fix the test, or generate without `--protocol-tests`")
    }
}

fn documentation(id: &str) -> String {
    match upstream(id) {
        Some(cause) => format!("{} fails: {cause}.", code_span(id)),
        None => code_span(id),
    }
}

fn upstream(id: &str) -> Option<&'static str> {
    UPSTREAM.into_iter().find(|(known, _)| *known == id).map(|(_, cause)| cause)
}

fn compared(field: &FieldPlan) -> ComparedField {
    let float = matches!(field.ty, RustType::F32 | RustType::F64);
    ComparedField { name: field.name.clone(), is_float: float }
}
