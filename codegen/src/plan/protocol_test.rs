//! The protocol tests that a model carries: what a request must look like, and what a response means.
//!
//! Source: Smithy specification, "HTTP protocol compliance tests".

use std::collections::BTreeSet;

use serde_json::Value;

use super::value::{self, StructValue};
use super::{CratePlan, OperationPlan, RustPath, StructPlan};
use crate::diagnostic::Diagnostic;
use crate::model::traits::id;
use crate::model::{Model, Shape, Traits};
use crate::name;
use crate::source::Place;

/// All cases for the protocol of a crate.
#[derive(Clone, Debug, Default)]
pub struct ProtocolTests {
    /// Requests of operations.
    pub requests: Vec<RequestTest>,
    /// Responses that are outputs.
    pub responses: Vec<ResponseTest>,
    /// Responses that are modelled errors.
    pub errors: Vec<ResponseTest>,
}

impl ProtocolTests {
    /// Whether there is nothing to test.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.requests.is_empty() && self.responses.is_empty() && self.errors.is_empty()
    }
}

/// A request that an operation must send.
#[derive(Clone, Debug)]
pub struct RequestTest {
    /// The id of the case in the model.
    pub id: String,
    /// The name of the test function.
    pub name: String,
    /// Why the case fails, where an official crate is the cause.
    pub upstream: Option<&'static str>,
    /// What is sent.
    pub input: StructValue,
    /// The endpoint without its scheme: `example.com`.
    pub host: String,
    /// The host that the request goes to, where it is another.
    pub resolved_host: Option<String>,
    /// The method.
    pub method: String,
    /// The path.
    pub path: String,
    /// Headers that must have a value.
    pub headers: Vec<(String, String)>,
    /// Headers that must be there.
    pub required_headers: Vec<String>,
    /// Headers that must not be there.
    pub forbidden_headers: Vec<String>,
    /// The body, where the case says something of it.
    pub body: Option<BodyPlan>,
}

/// A response and what it must be read as.
#[derive(Clone, Debug)]
pub struct ResponseTest {
    /// The id of the case in the model.
    pub id: String,
    /// The name of the test function.
    pub name: String,
    /// Why the case fails, where an official crate is the cause.
    pub upstream: Option<&'static str>,
    /// The operation that is answered.
    pub operation: RustPath,
    /// The HTTP status.
    pub status: u16,
    /// The headers.
    pub headers: Vec<(String, String)>,
    /// The body.
    pub body: BodyPlan,
    /// The output, or the error.
    pub expected: StructValue,
    /// The fields to compare; of floating point numbers, `NaN` equals itself.
    pub fields: Vec<ComparedField>,
}

/// A field that is compared.
#[derive(Clone, Debug)]
pub struct ComparedField {
    /// The Rust name.
    pub name: String,
    /// Whether it is a floating point number.
    pub float: bool,
}

/// A body and how it is compared.
#[derive(Clone, Debug)]
pub struct BodyPlan {
    /// The text; of CBOR, in base64.
    pub text: String,
    /// The media type.
    pub media_type: String,
}

/// Cases that fail for a cause outside of this project. A case that starts to pass fails its test as well.
const UPSTREAM: [(&str, &str); 2] = [
    (
        "MachinelearningPredictEndpoint",
        "the endpoint is to be taken from a member, and the model has no trait that says so",
    ),
    (
        "RpcV2CborClientPopulatesDefaultValuesInInput",
        "the protocol crate writes every timestamp as a floating point number, the case wants an integer",
    ),
];

/// Plans the cases for the protocol that the crate speaks.
pub(super) fn lower(model: &Model, plan: &CratePlan) -> Result<ProtocolTests, Diagnostic> {
    let mut tests = ProtocolTests::default();
    for operation in &plan.operations {
        let Some(shape) = shape(model, &operation.id) else { continue };
        for case in cases(&shape.traits, id::HTTP_REQUEST_TESTS, plan) {
            tests.requests.push(case.request(operation)?);
        }
        for case in cases(&shape.traits, id::HTTP_RESPONSE_TESTS, plan) {
            tests.responses.push(case.response(operation, &operation.output)?);
        }
    }
    for error in &plan.errors {
        let thrower =
            plan.operations.iter().find(|operation| operation.errors.iter().any(|it| it.path == error.path));
        let (Some(operation), Some(shape)) = (thrower, shape(model, &error.id)) else { continue };
        for case in cases(&shape.traits, id::HTTP_RESPONSE_TESTS, plan) {
            tests.errors.push(case.response(operation, error)?);
        }
    }
    distinct(tests.requests.iter_mut().map(|test| &mut test.name));
    distinct(tests.responses.iter_mut().map(|test| &mut test.name));
    distinct(tests.errors.iter_mut().map(|test| &mut test.name));
    Ok(tests)
}

/// Ids differ in letters that names do not keep: a name that is taken gets a number.
fn distinct<'n>(names: impl Iterator<Item = &'n mut String>) {
    let mut taken = BTreeSet::new();
    for name in names {
        let numbered = (2..).map(|number| format!("{name}_{number}"));
        let free = std::iter::once(name.clone()).chain(numbered).find(|name| !taken.contains(name));
        *name = free.unwrap_or_default();
        taken.insert(name.clone());
    }
}

fn shape<'m>(model: &'m Model, (namespace, name): &(String, String)) -> Option<&'m Shape> {
    model.shapes.get(&crate::id::ShapeId::new(namespace, name))
}

/// A case of the model.
struct Case<'a> {
    plan: &'a CratePlan,
    value: &'a Value,
    place: &'a Place,
}

/// The cases of a trait that concern clients of the crate's protocol.
fn cases<'a>(traits: &'a Traits, id: &str, plan: &'a CratePlan) -> impl Iterator<Item = Case<'a>> {
    let given = traits.get(id);
    let cases = given.and_then(|given| given.value.as_array().map(|cases| (cases, &given.place)));
    let cases = cases.into_iter().flat_map(|(cases, place)| cases.iter().map(move |value| (value, place)));
    cases.map(move |(value, place)| Case { plan, value, place }).filter(Case::concerns_us)
}

impl Case<'_> {
    fn concerns_us(&self) -> bool {
        let for_client = self.value["appliesTo"].as_str().is_none_or(|side| side == "client");
        for_client && self.value["protocol"].as_str() == Some(self.plan.service.protocol.id())
    }

    fn request(&self, operation: &OperationPlan) -> Result<RequestTest, Diagnostic> {
        let id = self.text("id")?;
        Ok(RequestTest {
            name: name::module(&id),
            upstream: upstream(&id),
            input: self.structure(&operation.input)?,
            host: self.optional("host").unwrap_or_else(|| "example.com".to_owned()),
            resolved_host: self.optional("resolvedHost"),
            method: self.text("method")?,
            path: self.text("uri")?,
            headers: self.headers(),
            required_headers: self.texts("requireHeaders"),
            forbidden_headers: self.texts("forbidHeaders"),
            body: self.optional("body").map(|text| self.body(text)),
            id,
        })
    }

    fn response(
        &self,
        operation: &OperationPlan,
        structure: &StructPlan,
    ) -> Result<ResponseTest, Diagnostic> {
        let id = self.text("id")?;
        let status = self.value["code"].as_u64().and_then(|code| u16::try_from(code).ok());
        let module = format!("crate::operation::{}", operation.module);
        Ok(ResponseTest {
            name: name::module(&id),
            upstream: upstream(&id),
            operation: RustPath::new(&module, &operation.name),
            status: status.ok_or_else(|| self.unfit("`code` is not the number of an HTTP status"))?,
            headers: self.headers(),
            body: self.body(self.optional("body").unwrap_or_default()),
            expected: self.structure(structure)?,
            fields: structure.fields.iter().map(compared).collect(),
            id,
        })
    }

    fn structure(&self, structure: &StructPlan) -> Result<StructValue, Diagnostic> {
        let none = Value::Object(serde_json::Map::new());
        let given = self.value.get("params").unwrap_or(&none);
        let fields =
            value::fields(self.plan, &structure.fields, given).map_err(|misfit| self.unfit(&misfit))?;
        let fallible = structure.fallible() || structure.role == super::StructRole::Input;
        Ok(StructValue { path: structure.path.clone(), fallible, fields })
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

    fn texts(&self, key: &str) -> Vec<String> {
        let texts = self.value[key].as_array().into_iter().flatten();
        texts.filter_map(Value::as_str).map(str::to_owned).collect()
    }

    fn optional(&self, key: &str) -> Option<String> {
        self.value[key].as_str().map(str::to_owned)
    }

    fn text(&self, key: &str) -> Result<String, Diagnostic> {
        self.optional(key).ok_or_else(|| self.unfit(&format!("`{key}` is not a text")))
    }

    fn unfit(&self, what: &str) -> Diagnostic {
        let id = self.value["id"].as_str().unwrap_or("without id");
        Diagnostic::error(format!("the protocol test `{id}` does not fit the model: {what}"))
            .at(self.place)
            .with_help("mend the case, or generate without `--protocol-tests`")
    }
}

fn upstream(id: &str) -> Option<&'static str> {
    UPSTREAM.into_iter().find(|(known, _)| *known == id).map(|(_, cause)| cause)
}

fn compared(field: &super::FieldPlan) -> ComparedField {
    let float = matches!(field.ty, super::RustType::F32 | super::RustType::F64);
    ComparedField { name: field.name.clone(), float }
}
