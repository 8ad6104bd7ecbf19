//! A case of an event stream to a test of the crate.
//!
//! Source: Smithy specification, "Event stream compliance tests" (`smithy.test#eventStreamTests`).

use crate::source::{Map, Value};

use super::case::Case;
use crate::diagnostic::Diagnostic;
use crate::lower::value;
use crate::plan::{
    EventExpectation, EventTest, FieldPlan, NamedKind, OperationPlan, RustPath, RustType, StructPlan,
    ValuePlan,
};

/// The paths of an event union and of its error.
type Stream<'p> = (&'p RustPath, &'p RustPath);

impl Case<'_> {
    /// Lowers a case of an operation with event streams.
    pub(super) fn events(&self, operation: &OperationPlan) -> Result<EventTest, Diagnostic> {
        let mut expectations = self.initial_request(operation)?;
        expectations.extend(self.initial_response(operation)?);
        if self.fails() && self.error_id().is_none() && self.value.get("initialResponse").is_none() {
            expectations.push(self.failing_events(operation)?);
        } else {
            for event in self.value["events"].as_array().into_iter().flatten() {
                expectations.push(self.event(operation, event)?);
            }
        }
        let (doc, name, must_panic) = self.described()?;
        Ok(EventTest { doc, name, must_panic, expectations })
    }

    fn fails(&self) -> bool {
        self.value["expectation"].get("failure").is_some()
    }

    fn error_id(&self) -> Option<&str> {
        self.value["expectation"]["failure"]["errorId"].as_str()
    }

    /// Lowers the head of a request.
    fn initial_request(&self, operation: &OperationPlan) -> Result<Vec<EventExpectation>, Diagnostic> {
        let Some(value) = self.initial("initialRequest") else { return Ok(Vec::new()) };
        let case = Case { types: self.types, value: &value, location: self.location };
        Ok(vec![EventExpectation::Request(case.request(operation)?)])
    }

    /// Lowers the head of a response, which is that of an output or a whole error.
    fn initial_response(&self, operation: &OperationPlan) -> Result<Vec<EventExpectation>, Diagnostic> {
        let Some(value) = self.initial("initialResponse") else { return Ok(Vec::new()) };
        let case = Case { types: self.types, value: &value, location: self.location };
        Ok(vec![match (self.fails(), self.error_id()) {
            (false, _) => EventExpectation::Output(case.output(operation)?),
            (true, Some(id)) => {
                let known = self.types.errors.iter().find(|error| error.id.to_string() == id);
                let error = known.ok_or_else(|| self.unfit(&format!("there is no error `{id}`")))?;
                EventExpectation::Error(case.response(operation, error, std::iter::empty())?)
            }
            (true, None) => {
                let output = &operation.output;
                EventExpectation::Unhandled(case.response(operation, output, std::iter::empty())?)
            }
        }])
    }

    /// Returns the head of a request or response in the form of an HTTP test.
    fn initial(&self, key: &str) -> Option<Value> {
        let mut head = self.value.get(key)?.as_object()?.clone();
        head.insert("id".to_owned(), self.value["id"].clone());
        let params = self.value.get(&format!("{key}Params"));
        head.insert("params".to_owned(), params.cloned().unwrap_or_else(|| Value::Object(Map::new())));
        Some(Value::Object(head))
    }

    /// Lowers the events of a response that cannot be read.
    fn failing_events(&self, operation: &OperationPlan) -> Result<EventExpectation, Diagnostic> {
        let stream = operation.output.stream().ok_or_else(|| self.unfit("the output has no stream"))?;
        let events = self.value["events"].as_array().into_iter().flatten();
        Ok(EventExpectation::Failure {
            operation: operation.path.clone(),
            stream: stream.name.clone(),
            frames: events.map(|event| self.frame(event)).collect::<Result<_, _>>()?,
        })
    }

    /// Lowers a message that must be sent, or that is received.
    fn event(&self, operation: &OperationPlan, event: &Value) -> Result<EventExpectation, Diagnostic> {
        let is_sent = event["type"].as_str() == Some("request");
        let structure = if is_sent { &operation.input } else { &operation.output };
        let stream = self.stream(structure)?;
        let (frame, params) = (self.frame(event)?, &event["params"]);
        let value = self.message(stream, params)?;
        if is_sent {
            let body = event["body"].as_str().map(|text| {
                let media_type = event["bodyMediaType"].as_str().unwrap_or("text/plain");
                (text.to_owned(), media_type.to_owned())
            });
            return Ok(EventExpectation::Sent { value, frame, body });
        }
        let ValuePlan::Union(path, variant, Some(held)) = &value else {
            return Err(self.unfit("the event has no value"));
        };
        if path != stream.1 {
            return Ok(EventExpectation::Received { union: stream.0.clone(), frame, value });
        }
        let ValuePlan::Struct(error) = &**held else {
            return Err(self.unfit("the error is not a structure"));
        };
        let fields = error.fields.iter().map(|(stem, _)| stem.clone()).collect();
        Ok(EventExpectation::ReceivedError {
            union: stream.0.clone(),
            error: path.clone(),
            variant: variant.clone(),
            frame,
            value: error.clone(),
            fields,
        })
    }

    fn stream<'p>(&self, structure: &'p StructPlan) -> Result<Stream<'p>, Diagnostic> {
        match structure.stream().map(|field: &FieldPlan| &field.ty) {
            Some(RustType::EventStream { events, error, .. }) => Ok((events, error)),
            _ => Err(self.unfit(&format!("`{}` has no event stream", structure.path.name))),
        }
    }

    /// Lowers an event, or an error, which is a variant of another enum.
    fn message(&self, (events, error): Stream<'_>, params: &Value) -> Result<ValuePlan, Diagnostic> {
        let unfit = |misfit: String| self.unfit(&misfit);
        let single = params.as_object().and_then(|params| params.iter().next());
        let errors = self.types.event_errors.iter().filter(|plan| plan.path == *error);
        let variant = errors.flat_map(|plan| &plan.variants).find_map(|variant| {
            let (name, value) = single?;
            variant.wire_names.contains(name).then_some((variant, value))
        });
        let Some((variant, value)) = variant else {
            let union = RustType::Named(events.clone(), NamedKind::Union);
            return value::typed(self.types, &union, params).map_err(unfit);
        };
        let structure = RustType::Named(variant.error.path.clone(), NamedKind::Struct);
        let value = value::typed(self.types, &structure, value).map_err(unfit)?;
        Ok(ValuePlan::Union(error.clone(), variant.error.path.name.clone(), Some(Box::new(value))))
    }

    fn frame(&self, event: &Value) -> Result<String, Diagnostic> {
        let frame = event["bytes"].as_str().map(str::to_owned);
        frame.ok_or_else(|| self.unfit("an event has no `bytes`"))
    }
}
