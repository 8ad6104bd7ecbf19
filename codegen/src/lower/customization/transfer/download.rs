//! Downloads in parts.

use super::fields::{CHECKSUM_TYPE, ETAG, checksums, enum_path, member, name, optional};
use crate::plan::{OperationPlan, RangedDownloadPlan, RustType, StructPlan};

/// Returns the download of an operation.
pub(super) fn download(
    get: &OperationPlan,
    parts: &[&str],
    all_checksums: &'static [(&'static str, &'static str)],
) -> Option<RangedDownloadPlan> {
    let (input, output) = (&get.input, &get.output);
    Some(RangedDownloadPlan {
        operation: get.path.clone(),
        input: input.path.clone(),
        builder: input.builder.clone(),
        range: optional(input, "Range", &RustType::String)?,
        if_match: optional(input, "IfMatch", &RustType::String)?,
        parts: parts.iter().filter_map(|member| name(input, member)).collect(),
        body: output.stream()?.name.clone(),
        described: [
            optional(output, "ContentLength", &RustType::I64)?,
            optional(output, "ContentRange", &RustType::String)?,
            optional(output, ETAG, &RustType::String)?,
        ],
        checksums: checksums(output, all_checksums),
        checksum_type: checksum_type(output),
    })
}

/// Returns the field with the type of the checksums, which is an enum.
fn checksum_type(output: &StructPlan) -> Option<String> {
    let field = member(output, CHECKSUM_TYPE)?;
    enum_path(&field.ty)?;
    optional(output, CHECKSUM_TYPE, &field.ty)
}
