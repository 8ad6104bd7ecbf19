//! Facts about services, as parts of their plans.

use super::fact::ServiceFact;
use super::row::Kind;
use super::table::rows;
use crate::model::Model;
use crate::name;
use crate::plan::{ServiceCustomization, SettingSourcePlan};

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
        // They are lowered by `transfer`, after the operations.
        ServiceFact::MultipartUpload(_) | ServiceFact::RangedDownload { .. } => {}
        ServiceFact::SettingSource { setting, variable, key } => {
            to.setting_sources.push(SettingSourcePlan { holder: name::item(setting), variable, key });
        }
    }
}
