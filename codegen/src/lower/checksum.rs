//! Checksums of requests and responses (`aws.protocols#httpChecksum`, `smithy.api#httpChecksumRequired`).

use crate::source::Value;

use crate::diagnostic::Diagnostic;
use crate::model::Shape;
use crate::model::traits::id;
use crate::plan::{ChecksumField, ChecksumPlan, NamedKind, ResponseChecksumPlan, RustType, StructPlan};

/// Lowers the checksum of requests: a flexible one, or else `Content-MD5`. `headers` is the input, if the protocol has
/// headers.
pub(super) fn of_requests(
    operation: &Shape,
    headers: Option<&Shape>,
    input: &StructPlan,
) -> Result<Option<ChecksumPlan>, Diagnostic> {
    let content_md5 = operation.traits.has(id::HTTP_CHECKSUM_REQUIRED).then_some(ChecksumPlan::ContentMd5);
    let Some(checksum) = operation.traits.value(id::HTTP_CHECKSUM) else { return Ok(content_md5) };
    let is_required = checksum.get("requestChecksumRequired").and_then(Value::as_bool) == Some(true);
    let member = operation.traits.property(id::HTTP_CHECKSUM, "requestAlgorithmMember");
    let algorithm = member.map(|name| field(operation, name, input, "chosen")).transpose()?;
    if algorithm.is_none() && !is_required {
        return Ok(content_md5);
    }
    let header = member.and_then(|name| headers?.members.get(name)?.traits.text(id::HTTP_HEADER));
    let header = header.map(str::to_ascii_lowercase);
    Ok(Some(ChecksumPlan::Flexible { algorithm, header, is_required }))
}

/// Lowers the checksum of responses, if there are algorithms for it.
pub(super) fn of_responses(
    operation: &Shape,
    input: &StructPlan,
) -> Result<Option<ResponseChecksumPlan>, Diagnostic> {
    let checksum = operation.traits.value(id::HTTP_CHECKSUM);
    let algorithms = checksum.and_then(|checksum| checksum.get("responseAlgorithms")?.as_array());
    let Some(algorithms) = algorithms.filter(|algorithms| !algorithms.is_empty()) else { return Ok(None) };
    let algorithms = algorithms.iter().filter_map(Value::as_str).map(str::to_owned).collect();
    let member = operation.traits.property(id::HTTP_CHECKSUM, "requestValidationModeMember");
    let mode = member.map(|name| field(operation, name, input, "requested")).transpose()?;
    Ok(Some(ResponseChecksumPlan { mode, algorithms }))
}

/// Returns a field by which the checksum is `chosen` or `requested`.
fn field(operation: &Shape, name: &str, input: &StructPlan, verb: &str) -> Result<ChecksumField, Diagnostic> {
    let field = input.fields.iter().find(|field| field.wire_name == name);
    let fits = |ty: &RustType| matches!(ty, RustType::String | RustType::Named(_, NamedKind::Enum));
    let Some(field) = field.filter(|field| fits(&field.ty)) else {
        let checksum = operation.traits.get(id::HTTP_CHECKSUM);
        let location = checksum.map_or(&operation.location, |checksum| &checksum.location);
        return Err(Diagnostic::error(format!(
            "the checksum of `{}` is {verb} by `{name}`, which is not a string or enum of its input",
            operation.id
        ))
        .at(location)
        .with_help("name a member that targets an enum or a string"));
    };
    Ok(ChecksumField { name: field.name.clone(), is_enum: field.ty != RustType::String })
}
