//! Structures that members refer to, and errors.

use super::documentation::{deprecation, documentation};
use super::lowering::Lowering;
use crate::id::ShapeId;
use crate::model::traits::id;
use crate::model::{Shape, Traits};
use crate::plan::{FieldPlan, Presence, RustType, SchemaNode, SchemaShape, StructPlan, StructRole};

impl Lowering<'_> {
    /// Lowers a structure that members refer to.
    pub(super) fn lower_structure(&mut self, shape: &Shape) -> StructPlan {
        self.structure(shape, StructRole::Plain)
    }

    /// Lowers an error.
    pub(super) fn lower_error(&mut self, shape: &Shape) -> StructPlan {
        let server = shape.traits.text(id::ERROR) == Some("server");
        let role = StructRole::Error { code: error_code(shape), retryable: retryable(&shape.traits), server };
        let mut plan = self.structure(shape, role);
        if !plan.fields.iter().any(|field| field.stem == "message") {
            plan.fields.push(message_field());
        }
        plan
    }

    fn structure(&mut self, shape: &Shape, role: StructRole) -> StructPlan {
        let path = self.names.path(&shape.id);
        StructPlan {
            module: self.names.module(&shape.id),
            builder: format!("{}Builder", path.name),
            schema: self.names.schema(&shape.id).name,
            id: shape.id.clone(),
            doc: documentation(&shape.traits, || format!("The structure `{}`.", shape.id.name())),
            deprecated: deprecation(&shape.traits),
            fields: self.fields(shape, &role),
            derives: self.derives(Some(shape), &role, &path.name),
            usage: self.usages.of_shape(&shape.id),
            path,
            role,
        }
    }
}

/// Returns the message that every error has, even if the model does not have the member.
fn message_field() -> FieldPlan {
    let shape = SchemaShape::Simple("String");
    FieldPlan {
        name: "message".to_owned(),
        stem: "message".to_owned(),
        wire_name: "message".to_owned(),
        doc: "Message of the error.".to_owned(),
        deprecated: None,
        ty: RustType::String,
        presence: Presence::Optional,
        required_input: false,
        sensitive: false,
        schema: SchemaNode {
            shape,
            id: ShapeId::new("smithy.api", "String"),
            timestamp_format: None,
            sensitive: false,
        },
        attributes: Vec::new(),
    }
}

fn error_code(shape: &Shape) -> String {
    shape.traits.property(id::QUERY_ERROR, "code").unwrap_or(shape.id.name()).to_owned()
}

/// Returns true for an error by throttling, false for another one that may be retried, and `None` for all others.
pub(super) fn retryable(traits: &Traits) -> Option<bool> {
    let value = traits.value(id::RETRYABLE)?;
    Some(value.get("throttling").and_then(serde_json::Value::as_bool).unwrap_or(false))
}
