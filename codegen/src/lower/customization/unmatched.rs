//! Rows of the table that a model lacks operations or members for.

use super::fact::{Correction, OperationFact, ServiceFact};
use super::row::{Kind, Operations, Row};
use super::table::rows;
use crate::model::{Model, Shape, ShapeKind};

/// Returns a line for each row that does not fit a whole model, because operations or members have other names.
#[must_use]
pub fn unmatched(model: &Model) -> Vec<String> {
    rows(model).flat_map(|row| row.unmatched(model)).collect()
}

impl Row {
    fn unmatched(&self, model: &Model) -> Vec<String> {
        let operations = model.operations();
        let mut missing = Vec::new();
        if let Operations::Named(names) = self.operations {
            let unknown = names.iter().filter(|name| !operations.contains_key(*name));
            missing.extend(unknown.map(|name| format!("{} has no operation `{name}`", self.service)));
        }
        let unknown = self.service_operations().into_iter().filter(|name| !operations.contains_key(name));
        missing.extend(unknown.map(|name| format!("{} has no operation `{name}`", self.service)));
        if let Some(member) = self.member() {
            let mut about = operations.iter().filter(|(name, _)| self.is_about(name));
            if !about.any(|(_, (operation, _))| has_member(model, operation, member)) {
                missing.push(format!("no input of {} has a member `{member}`", self.service));
            }
        }
        missing
    }

    /// Returns the operations that a fact about the service names.
    fn service_operations(&self) -> Vec<&'static str> {
        match self.kind {
            Kind::Service(ServiceFact::MultipartUpload(upload)) => upload.operations().to_vec(),
            Kind::Service(ServiceFact::RangedDownload { operation, .. }) => vec![operation],
            Kind::Correction(_) | Kind::Operation(_) | Kind::Service(_) => Vec::new(),
        }
    }

    /// Returns the member of inputs that the fact is about.
    fn member(&self) -> Option<&'static str> {
        match self.kind {
            Kind::Correction(Correction::PathByRules(member) | Correction::Optional(member))
            | Kind::Operation(
                OperationFact::DefaultMember(member, _)
                | OperationFact::KeyMd5 { key: member, .. }
                | OperationFact::NonGraphicEncoded(member)
                | OperationFact::UrlEncoded { encoding: member, .. }
                | OperationFact::PresignableAsPost { key: member, .. }
                | OperationFact::Session { bucket: member, .. }
                | OperationFact::NotEmpty(member)
                | OperationFact::EndpointFromMember(member)
                | OperationFact::PresignedCopy { url: member, .. },
            ) => Some(member),
            Kind::Correction(_) | Kind::Operation(_) | Kind::Service(_) => None,
        }
    }
}

fn has_member(model: &Model, operation: &Shape, member: &str) -> bool {
    let ShapeKind::Operation(kind) = &operation.kind else { return false };
    kind.input.as_ref().is_some_and(|input| model.target(input).members.contains_key(member))
}
