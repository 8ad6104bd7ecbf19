//! Structures that members refer to, and errors.

use super::customization;
use super::documentation::{deprecation, documentation};
use super::error_codes::query_code;
use super::lowering::Lowering;
use super::schema_trait;
use crate::id::ShapeId;
use crate::model::traits::id;
use crate::model::{Shape, Traits};
use crate::plan::{
    FieldPlan, MessagePlan, Presence, RustPath, RustType, SchemaNode, SchemaShape, StructPlan, StructRole,
};

impl Lowering<'_> {
    /// Lowers a structure that members refer to.
    pub(super) fn lower_structure(&mut self, shape: &Shape) -> StructPlan {
        let fields = self.fields(shape, &StructRole::Plain);
        self.structure(shape, StructRole::Plain, fields)
    }

    /// Lowers an error.
    pub(super) fn lower_error(&mut self, shape: &Shape) -> StructPlan {
        let mut fields = self.fields(shape, &StructRole::Plain);
        if !fields.iter().any(|field| field.stem == "message") {
            fields.push(message_field());
        }
        let role = StructRole::Error {
            code: query_code(shape).to_owned(),
            retryable: retryable(&shape.traits),
            is_server_fault: shape.traits.text(id::ERROR) == Some("server"),
            message: message(&fields),
        };
        self.structure(shape, role, fields)
    }

    fn structure(&mut self, shape: &Shape, role: StructRole, fields: Vec<FieldPlan>) -> StructPlan {
        let path = self.names.path(&shape.id);
        StructPlan {
            module: self.names.module(&shape.id),
            builder: builder(&path),
            schema: self.names.schema(&shape.id),
            schema_traits: schema_trait::data(self.protocol, &shape.traits),
            id: shape.id.clone(),
            doc: documentation(&shape.traits, || format!("The structure `{}`.", shape.id.name())),
            deprecated: deprecation(&shape.traits),
            fields,
            derives: self.derives(Some(shape), &role, &path.name),
            usage: self.usages.of_shape(&shape.id),
            path,
            has_extended_request_id: matches!(role, StructRole::Error { .. })
                && customization::of_service(self.model).has_extended_request_id,
            role,
        }
    }
}

/// Returns the path of the builder of a structure.
pub(super) fn builder(structure: &RustPath) -> RustPath {
    let RustPath { module, name } = structure;
    RustPath::new(&format!("{module}::builders"), &format!("{name}Builder"))
}

fn message(fields: &[FieldPlan]) -> Option<MessagePlan> {
    let field = fields.iter().find(|field| field.stem == "message" && field.ty == RustType::String)?;
    Some(MessagePlan { is_optional: field.presence == Presence::Optional, is_sensitive: field.is_sensitive })
}

/// Returns the message that every error has, even if the model does not have the member.
fn message_field() -> FieldPlan {
    let shape = SchemaShape::Simple("String");
    FieldPlan {
        name: "message".to_owned(),
        stem: "message".to_owned(),
        wire_name: "message".to_owned(),
        doc: "Message of the error.".to_owned(),
        summary: "Message of the error.".to_owned(),
        deprecated: None,
        ty: RustType::String,
        presence: Presence::Optional,
        is_checked: false,
        is_sensitive: false,
        schema: SchemaNode { shape, id: ShapeId::new("smithy.api", "String"), traits: Vec::new() },
        attributes: Vec::new(),
    }
}

/// Returns true for an error by throttling, false for another one that may be retried, and `None` for all others.
pub(super) fn retryable(traits: &Traits) -> Option<bool> {
    let value = traits.value(id::RETRYABLE)?;
    Some(value.get("throttling").and_then(crate::source::Value::as_bool).unwrap_or(false))
}
