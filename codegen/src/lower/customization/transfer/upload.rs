//! Uploads in parts.

use super::super::fact::MultipartUploadFact;
use super::fields::{
    CHECKSUM_TYPE, ETAG, checksums, common, conversions, enum_path, field, member, name, optional,
};
use crate::lower::data_types::DataTypes;
use crate::plan::{
    FieldPlan, ListPlan, MultipartUploadPlan, ObjectChecksumPlan, OperationPlan, RustType, StructPlan,
    TransferCall,
};

/// The member with the id of an upload.
const UPLOAD_ID: &str = "UploadId";

/// The member with the algorithm of checksums.
const CHECKSUM_ALGORITHM: &str = "ChecksumAlgorithm";

/// Returns the upload of the operations of the fact, in its order.
pub(super) fn upload(
    fact: &MultipartUploadFact,
    operations: [&OperationPlan; 6],
    types: &DataTypes,
) -> Option<MultipartUploadPlan> {
    let [whole, create, part, complete, abort, list] = operations;
    let completed_upload = member(&complete.input, "MultipartUpload")?;
    let parts = types.structure(&completed_upload.ty)?;
    let parts_field = member(parts, "Parts")?;
    let RustType::List { element, sparse: false } = &parts_field.ty else { return None };
    let completed_part = types.structure(element)?;
    if [parts, completed_part, &whole.output].into_iter().any(StructPlan::is_build_fallible) {
        return None;
    }
    let [create_call, part_call, complete_call] =
        [call(whole, create, &[]), call(whole, part, &described(fact)), call(whole, complete, &[])];
    Some(MultipartUploadPlan {
        operation: whole.path.clone(),
        builder: whole.input.builder.clone(),
        body: whole.input.stream()?.name.clone(),
        limits: fact.limits,
        no_such_upload: fact.no_such_upload,
        refused: refused(fact, &whole.input, [&create_call, &part_call, &complete_call]),
        refused_in_parts: refused_in_parts(fact, &whole.input),
        checksum: object_checksum(fact, whole, create, complete),
        create: create_call,
        upload_id: field(member(&create.output, UPLOAD_ID)?),
        part: part_call,
        part_fields: [name(&part.input, "PartNumber")?, part.input.stream()?.name.clone()],
        complete: complete_call,
        completed_upload: completed_upload.name.clone(),
        length: optional(&complete.input, "MpuObjectSize", &RustType::I64),
        parts: (parts.path.clone(), format!("set_{}", parts_field.stem)),
        completed_part: completed_part.path.clone(),
        sent: conversions(&part.output, completed_part),
        output: conversions(&complete.output, &whole.output),
        output_type: whole.output.path.clone(),
        has_extended_request_id: whole.output.has_extended_request_id,
        abort: call(whole, abort, &[]),
        list: listing(fact, whole, list, completed_part, types)?,
    })
}

/// Returns the members that describe the content of an object.
fn described(fact: &MultipartUploadFact) -> Vec<&'static str> {
    fact.content.iter().copied().chain(fact.checksums.iter().map(|(_, member)| *member)).collect()
}

/// Returns the members of the input with the object that no call copies, except those that describe the body.
fn refused(fact: &MultipartUploadFact, input: &StructPlan, calls: [&TransferCall; 3]) -> Vec<String> {
    let is_copied = |field: &FieldPlan| calls.iter().any(|call| call.copied.contains(&field.name));
    let is_body =
        |field: &FieldPlan| field.ty.is_stream() || fact.content.contains(&field.wire_name.as_str());
    let refused = input.fields.iter().filter(|field| !is_copied(field) && !is_body(field));
    refused.map(|field| field.name.clone()).collect()
}

/// Returns the members with checksums that are not of the whole content of an object in parts.
fn refused_in_parts(fact: &MultipartUploadFact, input: &StructPlan) -> Vec<String> {
    let refused = checksums(input, fact.checksums).into_iter();
    refused.filter(|(algorithm, _)| !fact.full_object.contains(algorithm)).map(|(_, field)| field).collect()
}

/// Returns a call that has the members of the input with the object, except some.
fn call(whole: &OperationPlan, operation: &OperationPlan, except: &[&str]) -> TransferCall {
    let copied = common(&whole.input, &operation.input).filter(|(from, to)| from.name == to.name);
    let copied = copied.filter(|(from, _)| !except.contains(&from.wire_name.as_str()));
    TransferCall {
        operation: operation.path.clone(),
        input: operation.input.path.clone(),
        builder: operation.input.builder.clone(),
        output: operation.output.path.clone(),
        upload_id: name(&operation.input, UPLOAD_ID),
        copied: copied.map(|(from, _)| from.name.clone()).collect(),
    }
}

fn object_checksum(
    fact: &MultipartUploadFact,
    whole: &OperationPlan,
    create: &OperationPlan,
    complete: &OperationPlan,
) -> Option<ObjectChecksumPlan> {
    let algorithm = member(&whole.input, CHECKSUM_ALGORITHM)?;
    enum_path(&algorithm.ty)?;
    let created = member(&create.input, CHECKSUM_TYPE)?;
    let is_common = member(&complete.input, CHECKSUM_TYPE).is_some_and(|field| field.ty == created.ty);
    let checksum_type = enum_path(&created.ty).filter(|_| is_common);
    Some(ObjectChecksumPlan {
        algorithm: algorithm.name.clone(),
        checksums: checksums(&whole.input, fact.checksums),
        checksum_type: checksum_type.map(|path| (created.name.clone(), path)),
    })
}

fn listing(
    fact: &MultipartUploadFact,
    whole: &OperationPlan,
    list: &OperationPlan,
    completed_part: &StructPlan,
    types: &DataTypes,
) -> Option<ListPlan> {
    let marker = member(&list.input, "PartNumberMarker")?;
    let parts = member(&list.output, "Parts")?;
    let RustType::List { element, sparse: false } = &parts.ty else { return None };
    let part = types.structure(element)?;
    Some(ListPlan {
        call: call(whole, list, &[]),
        marker: marker.name.clone(),
        marker_type: marker.ty.clone(),
        next_marker: optional(&list.output, "NextPartNumberMarker", &marker.ty)?,
        is_truncated: optional(&list.output, "IsTruncated", &RustType::Bool)?,
        parts: optional(&list.output, "Parts", &parts.ty)?,
        fields: [
            optional(part, "PartNumber", &RustType::I32)?,
            optional(part, "Size", &RustType::I64)?,
            optional(part, ETAG, &RustType::String)?,
        ],
        checksums: checksums(part, fact.checksums),
        completed: conversions(part, completed_part),
    })
}
