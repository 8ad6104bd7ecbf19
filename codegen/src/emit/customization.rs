//! Customizations: facts about services that no model contains.

mod feature;
mod operation;
mod request_id;
mod service;
mod session;

pub(super) use feature::{auth_schemes, endpoint_step, hash_step, input_step, interceptors, traits};
pub(super) use operation::{checks, request_changes, response_methods};
pub(super) use request_id::{exports, extended_request_id, extended_request_id_field};
pub(super) use service::of_service;
pub(super) use session::{session, session_constant};
