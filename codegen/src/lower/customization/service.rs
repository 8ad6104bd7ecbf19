//! Facts about services, as parts of their plans.

use super::kind::{Kind, rows};
use crate::model::Model;
use crate::plan::{AuthTokenPlan, RetriesPlan, ServiceCustomization, SigningPlan};

/// A fact about a service.
#[derive(Clone, Copy)]
pub(super) enum ServiceFact {
    /// Options of signature version 4.
    Signing(SigningPlan),
    /// Error codes that are retried in addition to those of every service.
    TransientErrors(&'static [&'static str]),
    /// The code of an error with the status 404 and an empty body.
    NotFoundCode(&'static str),
    /// The key of the message in error bodies that have none of the usual keys.
    ErrorMessageKey(&'static str),
    /// Responses have an extended request id.
    ExtendedRequestId,
    /// Defaults of retries.
    Retries(RetriesPlan),
    /// Tokens that authenticate other than by HTTP.
    AuthToken(AuthTokenPlan),
}

/// Returns the facts about the service of a model.
pub(in crate::lower) fn of_service(model: &Model) -> ServiceCustomization {
    let mut customization = ServiceCustomization::default();
    for row in rows(model) {
        if let Kind::Service(fact) = row.kind {
            add(fact, &mut customization);
        }
    }
    customization
}

fn add(fact: ServiceFact, to: &mut ServiceCustomization) {
    match fact {
        ServiceFact::Signing(signing) => to.signing = Some(signing),
        ServiceFact::TransientErrors(codes) => to.transient_errors.extend(codes),
        ServiceFact::NotFoundCode(code) => to.not_found_code = Some(code),
        ServiceFact::ErrorMessageKey(key) => to.error_message_key = Some(key),
        ServiceFact::ExtendedRequestId => to.has_extended_request_id = true,
        ServiceFact::Retries(retries) => to.retries = Some(retries),
        ServiceFact::AuthToken(token) => to.auth_token = Some(token),
    }
}
