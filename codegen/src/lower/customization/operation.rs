//! Facts about operations, as parts of their plans.

use super::fact::{HeaderValue, OperationFact};
use super::row::Kind;
use super::table::rows;
use crate::model::traits::id;
use crate::model::{Model, Shape, ShapeKind, SimpleKind};
use crate::plan::{
    InputChange, InputField, OperationCustomization, Presence, PresignedCopyPlan, RawDate, RustType,
    StructPlan,
};

/// The member with the Region of a copy's source.
const SOURCE_REGION: &str = "SourceRegion";

/// Returns the facts about an operation.
pub(in crate::lower) fn of_operation(
    model: &Model,
    operation: &Shape,
    input_shape: Option<&Shape>,
    input: &StructPlan,
) -> OperationCustomization {
    let lowering = FactLowering { model, operation, input_shape, input };
    let mut customization = OperationCustomization::default();
    for row in rows(model).filter(|row| row.is_about(operation.id.name())) {
        if let Kind::Operation(fact) = row.kind {
            lowering.add(fact, &mut customization);
        }
    }
    customization
}

/// An operation whose facts are lowered.
struct FactLowering<'a> {
    model: &'a Model,
    operation: &'a Shape,
    input_shape: Option<&'a Shape>,
    input: &'a StructPlan,
}

impl FactLowering<'_> {
    fn add(&self, fact: OperationFact, to: &mut OperationCustomization) {
        match fact {
            OperationFact::TrimPrefixes { targets, prefixes } => {
                let fields = self.fields_of(targets).into_iter();
                to.input.extend(fields.map(|field| InputChange::TrimPrefix { field, prefixes }));
            }
            OperationFact::DefaultMember(member, value) => {
                let field = self.field(member).map(|field| field.name);
                to.input.extend(field.map(|field| InputChange::SetDefault { field, value }));
            }
            OperationFact::NotEmpty(member) => to.not_empty.extend(self.field(member)),
            OperationFact::Header(name, value) => to.headers.push((name, self.value(value))),
            OperationFact::QueryAsForm => to.is_query_sent_as_form = true,
            OperationFact::EndpointFromMember(member) => to.endpoint = self.field(member),
            OperationFact::PresignedCopy { url, sends_source, sends_destination } => {
                to.presigned_copy = self
                    .field(url)
                    .zip(self.field(SOURCE_REGION))
                    .map(|(url, source)| PresignedCopyPlan { source, url, sends_source, sends_destination });
            }
            OperationFact::Presignable => to.is_presignable = true,
            OperationFact::ErrorsWithSuccess => to.has_errors_with_success = !self.has_plain_payload(),
            OperationFact::RawDate { header, raw_header } => {
                to.raw_dates.push(RawDate { name: header, raw_name: raw_header });
            }
        }
    }

    /// Returns the field of a member that is an optional string.
    fn field(&self, member: &str) -> Option<InputField> {
        let field = self.input.fields.iter().find(|field| field.wire_name == member)?;
        let fits = field.ty == RustType::String && field.presence == Presence::Optional;
        fits.then(|| InputField { name: field.name.clone(), wire_name: field.wire_name.clone() })
    }

    fn fields_of(&self, targets: &[&str]) -> Vec<String> {
        let members = self.input_shape.into_iter().flat_map(|shape| shape.members.values());
        let members = members.filter(|member| targets.contains(&member.target.id.name()));
        members.filter_map(|member| Some(self.field(&member.id.name)?.name)).collect()
    }

    fn value(&self, value: HeaderValue) -> String {
        match value {
            HeaderValue::Text(text) => text.to_owned(),
            HeaderValue::ApiVersion => {
                self.model.service().map(|(_, service)| service.version.clone()).unwrap_or_default()
            }
        }
    }

    /// Returns true if the body of responses is a member that is a blob or a string.
    fn has_plain_payload(&self) -> bool {
        let ShapeKind::Operation(kind) = &self.operation.kind else { return false };
        let Some(output) = kind.output.as_ref().map(|output| self.model.target(output)) else { return false };
        let payload = output.members.values().find(|member| member.traits.has(id::HTTP_PAYLOAD));
        payload.is_some_and(|member| match &self.model.target(&member.target).kind {
            ShapeKind::Simple(kind) => matches!(kind, SimpleKind::Blob | SimpleKind::String),
            _ => false,
        })
    }
}
