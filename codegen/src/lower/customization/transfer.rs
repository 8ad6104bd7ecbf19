//! Transfers of large objects, in parts.

mod download;
mod fields;
mod upload;

use super::fact::ServiceFact;
use super::row::Kind;
use super::table::rows;
use crate::lower::data_types::DataTypes;
use crate::model::Model;
use crate::plan::{OperationPlan, TransferPlan};

/// Returns the transfers whose operations are all selected.
pub(in crate::lower) fn transfer(
    model: &Model,
    operations: &[OperationPlan],
    types: &DataTypes,
) -> TransferPlan {
    let mut plan = TransferPlan::default();
    for row in rows(model) {
        match row.kind {
            Kind::Service(ServiceFact::MultipartUpload(fact)) => {
                plan.upload = find_all(operations, fact.operations())
                    .and_then(|operations| upload::upload(&fact, operations, types));
            }
            Kind::Service(ServiceFact::RangedDownload { operation, parts, checksums }) => {
                plan.download = find_all(operations, [operation])
                    .and_then(|[operation]| download::download(operation, parts, checksums));
            }
            Kind::Correction(_) | Kind::Operation(_) | Kind::Service(_) => {}
        }
    }
    plan
}

/// Returns the operations with these names, if all are selected.
fn find_all<'a, const N: usize>(
    operations: &'a [OperationPlan],
    names: [&str; N],
) -> Option<[&'a OperationPlan; N]> {
    let find = |name: &str| operations.iter().find(|operation| operation.wire_name == name);
    let found: Vec<_> = names.into_iter().filter_map(find).collect();
    found.try_into().ok()
}
