//! Structures that members refer to, and errors.

use super::documentation::{deprecation, documentation};
use super::lowering::Lowering;
use crate::id::ShapeId;
use crate::model::traits::id;
use crate::model::{Shape, Traits};
use crate::plan::{FieldPlan, Presence, RustPath, RustType, SchemaNode, SchemaShape, StructPlan, StructRole};

impl Lowering<'_> {
    pub(super) fn plain(&mut self, shape: &Shape) -> StructPlan {
        self.structure(shape, StructRole::Plain)
    }

    pub(super) fn error(&mut self, shape: &Shape) -> StructPlan {
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
            builder: builder(&path),
            schema: self.names.schema(&shape.id),
            id: shape.id.clone(),
            doc: documentation(&shape.traits, || format!("The structure `{}`.", shape.id.name())),
            deprecated: deprecation(&shape.traits),
            fields: self.fields(shape),
            derives: self.derives(Some(shape), &role, &path.name),
            usage: self.usages.of_shape(&shape.id),
            path,
            role,
        }
    }
}

/// Returns the path of the builder of a structure.
pub(super) fn builder(structure: &RustPath) -> RustPath {
    let RustPath { module, name } = structure;
    RustPath::new(&format!("{module}::builders"), &format!("{name}Builder"))
}

/// The message that every error has, even if the model does not have the member.
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

pub(super) fn retryable(traits: &Traits) -> Option<bool> {
    let value = traits.value(id::RETRYABLE)?;
    Some(value.get("throttling").and_then(serde_json::Value::as_bool).unwrap_or(false))
}
