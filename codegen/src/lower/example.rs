//! Examples of `smithy.api#examples`, for documentation.

use crate::source::Value;

use super::lowered_operation::LoweredOperation;
use super::lowering::Lowering;
use super::value;
use crate::diagnostic::Diagnostic;
use crate::doc;
use crate::model::traits::id;
use crate::plan::{ExamplePlan, StructValue};

impl Lowering<'_> {
    /// Lowers the examples of an operation. One that does not fit is left out with a warning, because nothing depends on it; one that
    /// ends in an error is left out silently.
    pub(super) fn examples(&mut self, operation: LoweredOperation<'_>) -> Vec<ExamplePlan> {
        let Some(trait_value) = operation.shape.traits.get(id::EXAMPLES) else { return Vec::new() };
        let mut examples = Vec::new();
        let listed = trait_value.value.as_array().into_iter().flatten();
        for listed in listed.filter(|example| example.get("error").is_none()) {
            match example(operation, listed) {
                Ok(example) => examples.push(example),
                Err(misfit) => self.warnings.push(
                    Diagnostic::warning(format!(
                        "an example of `{}` is left out: {misfit}",
                        operation.wire_name()
                    ))
                    .at(&trait_value.location)
                    .with_help("fix the example; the rest of the crate does not depend on it"),
                ),
            }
        }
        examples
    }
}

fn example(operation: LoweredOperation<'_>, example: &Value) -> Result<ExamplePlan, value::Misfit> {
    let none = Value::Object(crate::source::Map::new());
    let input = example.get("input").unwrap_or(&none);
    let text = |key: &str| example.get(key).and_then(Value::as_str).map(doc::to_markdown);
    let paragraphs = [text("title"), text("documentation")];
    let paragraphs: Vec<String> = paragraphs.into_iter().flatten().filter(|text| !text.is_empty()).collect();
    Ok(ExamplePlan {
        doc: paragraphs.join("\n\n"),
        input: StructValue {
            path: operation.input.path.clone(),
            is_build_fallible: true,
            fields: value::fields(operation.types, &operation.input.fields, input)?,
        },
    })
}
