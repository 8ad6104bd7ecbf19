//! `smithy.api#examples`: calls for documentation.

use serde_json::Value;

use super::{CratePlan, OperationPlan, StructValue, value};
use crate::diagnostic::Diagnostic;
use crate::doc;
use crate::id::ShapeId;
use crate::model::Model;
use crate::model::traits::id;

/// A call of an operation.
#[derive(Clone, Debug, PartialEq)]
pub struct ExamplePlan {
    /// What it does, in Markdown: the title and the documentation of the model.
    pub doc: String,
    /// The input.
    pub input: StructValue,
}

/// The examples of each operation. One that does not fit is left out with a warning, for nothing depends on it; one that
/// ends in an error is left out without.
pub(super) fn lower(
    model: &Model,
    plan: &CratePlan,
    warnings: &mut Vec<Diagnostic>,
) -> Vec<Vec<ExamplePlan>> {
    plan.operations.iter().map(|operation| of_operation(model, plan, operation, warnings)).collect()
}

fn of_operation(
    model: &Model,
    plan: &CratePlan,
    operation: &OperationPlan,
    warnings: &mut Vec<Diagnostic>,
) -> Vec<ExamplePlan> {
    let (namespace, name) = &operation.id;
    let shape = model.shapes.get(&ShapeId::new(namespace, name));
    let Some(given) = shape.and_then(|shape| shape.traits.get(id::EXAMPLES)) else { return Vec::new() };
    let mut examples = Vec::new();
    for example in given.value.as_array().into_iter().flatten().filter(|it| it.get("error").is_none()) {
        match self::example(plan, operation, example) {
            Ok(example) => examples.push(example),
            Err(misfit) => warnings.push(
                Diagnostic::warning(format!("an example of `{name}` is left out: {misfit}"))
                    .at(&given.place)
                    .with_help("mend the example; the rest of the crate does not depend on it"),
            ),
        }
    }
    examples
}

fn example(plan: &CratePlan, operation: &OperationPlan, example: &Value) -> Result<ExamplePlan, String> {
    let none = Value::Object(serde_json::Map::new());
    let input = example.get("input").unwrap_or(&none);
    let text = |key: &str| example.get(key).and_then(Value::as_str).map(doc::to_markdown);
    let words = [text("title"), text("documentation")].into_iter().flatten().filter(|text| !text.is_empty());
    Ok(ExamplePlan {
        doc: words.collect::<Vec<_>>().join("\n\n"),
        input: StructValue {
            path: operation.input.path.clone(),
            fallible: true,
            fields: value::fields(plan, &operation.input.fields, input)?,
        },
    })
}
