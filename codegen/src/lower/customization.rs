//! Customizations: facts about services that no model contains, as data.
//!
//! `table` is the only place of the generator with names of services. Rows that correct the model are applied first
//! (`correction`), so that the rest of lowering sees a complete model; the others become fields of plans.

mod correction;
mod fact;
mod operation;
mod row;
mod service;
mod session;
mod table;
mod transfer;
mod unmatched;
mod url_encoding;

pub(super) use correction::{corrected, is_placed_by_rules};
pub(super) use operation::of_operation;
pub(super) use service::of_service;
pub(super) use session::{session, session_operation};
pub(super) use transfer::transfer;
pub use unmatched::unmatched;
pub(super) use url_encoding::url_encoding;
