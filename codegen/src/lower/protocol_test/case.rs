//! A case of the model to a test of the crate.

use crate::source::Value;

use super::expected_failure;
use crate::diagnostic::Diagnostic;
use crate::doc::code_span;
use crate::lower::data_types::DataTypes;
use crate::lower::value;
use crate::model::Shape;
use crate::name;
use crate::plan::{
    BodyPlan, ComparedField, Comparison, FieldPlan, OperationPlan, Protocol, QueryTest, RequestTest,
    ResponseTest, RustType, StructPlan, StructValue, ValuePlan,
};
use crate::source::Location;

/// A test of the model.
pub(super) struct Case<'a> {
    pub(super) types: &'a DataTypes,
    pub(super) value: &'a Value,
    pub(super) location: &'a Location,
}

impl Case<'_> {
    /// Returns true for a test of clients of a protocol.
    pub(super) fn is_for(&self, protocol: Protocol) -> bool {
        let for_client = self.value["appliesTo"].as_str().is_none_or(|side| side == "client");
        for_client && self.value["protocol"].as_str() == Some(protocol.id())
    }

    /// Lowers a request that an operation must send.
    pub(super) fn request(&self, operation: &OperationPlan) -> Result<RequestTest, Diagnostic> {
        let id = self.text("id")?;
        Ok(RequestTest {
            name: name::module(&id),
            doc: documentation(&id),
            must_panic: expected_failure(&id).is_some(),
            input: self.structure(&operation.input)?,
            has_token: !operation.request_features.tokens.is_empty(),
            host: self.optional("host").unwrap_or_else(|| "example.com".to_owned()),
            resolved_host: self.optional("resolvedHost"),
            method: self.text("method")?,
            path: self.text("uri")?,
            query: QueryTest {
                expected: self.strings("queryParams"),
                required: self.strings("requireQueryParams"),
                forbidden: self.strings("forbidQueryParams"),
            },
            headers: self.headers(),
            required_headers: self.strings("requireHeaders"),
            forbidden_headers: self.strings("forbidHeaders"),
            body: self.optional("body").map(|text| self.body(text)),
        })
    }

    /// Lowers a response that is read as the output of an operation.
    pub(super) fn output(&self, operation: &OperationPlan) -> Result<ResponseTest, Diagnostic> {
        let fields = operation.output.fields.iter();
        let is_value = |field: &&FieldPlan| !matches!(field.ty, RustType::EventStream { .. });
        self.response(operation, &operation.output, fields.filter(is_value))
    }

    /// Lowers a response that is read as a modelled error. The message that every error has is not compared if the shape does
    /// not have it.
    pub(super) fn error(
        &self,
        operation: &OperationPlan,
        error: &StructPlan,
        shape: &Shape,
    ) -> Result<ResponseTest, Diagnostic> {
        let modelled = error.fields.iter().filter(|field| shape.members.contains_key(&field.wire_name));
        self.response(operation, error, modelled)
    }

    pub(super) fn response<'f>(
        &self,
        operation: &OperationPlan,
        structure: &StructPlan,
        compared_fields: impl Iterator<Item = &'f FieldPlan>,
    ) -> Result<ResponseTest, Diagnostic> {
        let id = self.text("id")?;
        let status = self.value["code"].as_whole().and_then(|code| u16::try_from(code).ok());
        Ok(ResponseTest {
            name: name::module(&id),
            doc: documentation(&id),
            must_panic: expected_failure(&id).is_some(),
            operation: operation.path.clone(),
            error: operation.error.clone(),
            status: status.ok_or_else(|| self.unfit("`code` is not the number of an HTTP status"))?,
            headers: self.headers(),
            body: self.body(self.optional("body").unwrap_or_default()),
            expected: self.structure(structure)?,
            is_streaming: operation.output.stream().is_some(),
            fields: compared_fields.map(compared).collect(),
        })
    }

    fn structure(&self, structure: &StructPlan) -> Result<StructValue, Diagnostic> {
        let none = Value::Object(crate::source::Map::new());
        let params = self.value.get("params").unwrap_or(&none);
        let fields =
            value::fields(self.types, &structure.fields, params).map_err(|misfit| self.unfit(&misfit))?;
        let fields = fields.into_iter().chain(no_events(structure)).collect();
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

    /// Returns the documentation and name of the test function, and whether it must panic.
    pub(super) fn described(&self) -> Result<(String, String, bool), Diagnostic> {
        let id = self.text("id")?;
        Ok((documentation(&id), name::module(&id), expected_failure(&id).is_some()))
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

    pub(super) fn unfit(&self, what: &str) -> Diagnostic {
        let id = self.value["id"].as_str().unwrap_or("without id");
        Diagnostic::error(format!("the protocol test `{id}` does not fit the model: {what}"))
            .at(self.location)
            .with_help("fix the test, or generate without `--protocol-tests`")
    }
}

/// Returns a value for the event stream of a structure, without which it cannot be built.
fn no_events(structure: &StructPlan) -> Option<(String, ValuePlan)> {
    let field = structure.stream()?;
    let RustType::EventStream { is_sent, .. } = field.ty else { return None };
    Some((field.stem.clone(), ValuePlan::NoEvents { is_sent }))
}

fn documentation(id: &str) -> String {
    match expected_failure(id) {
        Some(reason) => format!("{} fails: {reason}.", code_span(id)),
        None => code_span(id),
    }
}

fn compared(field: &FieldPlan) -> ComparedField {
    let comparison = match field.ty {
        RustType::F32 | RustType::F64 => Comparison::Float,
        RustType::ByteStream => Comparison::Stream,
        _ => Comparison::Equal,
    };
    ComparedField { name: field.name.clone(), comparison }
}
