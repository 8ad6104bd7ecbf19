//! Transfers of large objects, in parts.

use super::{RustPath, RustType};

/// The transfers of a crate.
#[derive(Clone, Debug, Default)]
pub struct TransferPlan {
    /// The upload.
    pub upload: Option<MultipartUploadPlan>,
    /// The download.
    pub download: Option<RangedDownloadPlan>,
}

impl TransferPlan {
    /// Returns true if the crate has neither uploads nor downloads.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.upload.is_none() && self.download.is_none()
    }
}

/// The limits of a service for the parts of an upload.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PartLimits {
    /// The smallest size of a part in bytes, the last one excepted.
    pub min_size: u64,
    /// The greatest number of parts.
    pub max_count: u64,
}

/// An operation that uploads an object, and the operations that upload it in parts.
#[derive(Clone, Debug)]
pub struct MultipartUploadPlan {
    /// The operation: `crate::operation::put_object::PutObject`.
    pub operation: RustPath,
    /// The builder of its input.
    pub builder: RustPath,
    /// The field of its input with the object.
    pub body: String,
    /// The limits of parts.
    pub limits: PartLimits,
    /// The code of the error for an upload that the service does not have.
    pub no_such_upload: &'static str,
    /// Fields of its input that no other request has. They are refused if they are set.
    pub refused: Vec<String>,
    /// Fields of its input with checksums that an object in parts does not have.
    pub refused_in_parts: Vec<String>,
    /// The checksums of the object.
    pub checksum: Option<ObjectChecksumPlan>,
    /// The operation that creates an upload.
    pub create: TransferCall,
    /// The field of its output with the id of the upload.
    pub upload_id: TransferField,
    /// The operation that sends a part.
    pub part: TransferCall,
    /// The fields of its input with the number and the body of a part.
    pub part_fields: [String; 2],
    /// The operation that completes an upload.
    pub complete: TransferCall,
    /// The field of its input with the parts.
    pub completed_upload: String,
    /// The field of its input with the length of the object.
    pub length: Option<String>,
    /// The structure with the parts, and the setter for them.
    pub parts: (RustPath, String),
    /// A part.
    pub completed_part: RustPath,
    /// The setters of a part, with the fields of the output of the operation that sends it.
    pub sent: Vec<Conversion>,
    /// The setters of the output, with the fields of the output of the operation that completes an upload.
    pub output: Vec<Conversion>,
    /// The type of the output.
    pub output_type: RustPath,
    /// True if the output has an extended request id.
    pub has_extended_request_id: bool,
    /// The operation that aborts an upload.
    pub abort: TransferCall,
    /// The operation that lists the parts of an upload.
    pub list: ListPlan,
}

/// An operation that lists the parts of an upload.
#[derive(Clone, Debug)]
pub struct ListPlan {
    /// The operation.
    pub call: TransferCall,
    /// The field of the input with the marker of a page.
    pub marker: String,
    /// The type of the marker.
    pub marker_type: RustType,
    /// The field of the output with the marker of the next page.
    pub next_marker: String,
    /// The field of the output that is true if there is a next page.
    pub is_truncated: String,
    /// The field of the output with the parts.
    pub parts: String,
    /// The fields of a part with number, length and entity tag.
    pub fields: [String; 3],
    /// The fields of a part with checksums, by their algorithms.
    pub checksums: Vec<(&'static str, String)>,
    /// The setters of a part that completes the upload, with the fields of a listed part.
    pub completed: Vec<Conversion>,
}

/// A call of an operation for an upload.
#[derive(Clone, Debug)]
pub struct TransferCall {
    /// The operation.
    pub operation: RustPath,
    /// Its input.
    pub input: RustPath,
    /// The builder of its input.
    pub builder: RustPath,
    /// Its output.
    pub output: RustPath,
    /// The field of its input with the id of the upload, unless it creates one.
    pub upload_id: Option<String>,
    /// Fields that are copied from the input with the object.
    pub copied: Vec<String>,
}

/// The checksums of an object in the input.
#[derive(Clone, Debug)]
pub struct ObjectChecksumPlan {
    /// The field with the algorithm.
    pub algorithm: String,
    /// The checksums, by their algorithms.
    pub checksums: Vec<(&'static str, String)>,
    /// The field of `create` and `complete` with the type of the checksum, and its type.
    pub checksum_type: Option<(String, RustPath)>,
}

/// A field.
#[derive(Clone, Debug)]
pub struct TransferField {
    /// The Rust name.
    pub name: String,
    /// True if it is an `Option`.
    pub is_optional: bool,
}

/// A field that is copied into a builder.
#[derive(Clone, Debug)]
pub struct Conversion {
    /// The setter.
    pub setter: String,
    /// The field.
    pub field: TransferField,
}

/// An operation that downloads an object.
#[derive(Clone, Debug)]
pub struct RangedDownloadPlan {
    /// The operation: `crate::operation::get_object::GetObject`.
    pub operation: RustPath,
    /// Its input.
    pub input: RustPath,
    /// The builder of its input.
    pub builder: RustPath,
    /// The field of the input with the range.
    pub range: String,
    /// The field of the input with the entity tag that the object must have.
    pub if_match: String,
    /// Fields of the input for a part of the object.
    pub parts: Vec<String>,
    /// The field of the output with the body.
    pub body: String,
    /// The fields of the output with length, range and entity tag.
    pub described: [String; 3],
    /// The checksums of the object, by their algorithms.
    pub checksums: Vec<(&'static str, String)>,
    /// The field of the output with the type of the checksums.
    pub checksum_type: Option<String>,
}
