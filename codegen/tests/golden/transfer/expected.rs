// ---- src/operation/get_object/fluent_builder.rs
    /// Downloads the object to a file, in parts if it is large.
    ///
    /// The first request is for the whole object. If it is larger than a part, only the first part is read from its response. The
    /// other parts are requested if the object has the same entity tag.
    #[cfg(feature = "transfer")]
    pub fn download(
        self,
        path: impl ::std::convert::Into<::std::path::PathBuf>,
    ) -> crate::transfer::Download {
        let calls = ::tinsmith_runtime::transfer::DownloadCalls::new(
            self.handle,
            self.inner,
        );
        crate::transfer::Download::new(calls, path.into())
    }

// ---- src/operation/put_object/fluent_builder.rs
    /// Uploads the object from a source, which replaces the body, in parts if it is large.
    ///
    /// The parts have the members that their requests have, and members that no request of an upload in parts has are refused. The
    /// length and the MD5 of the body are not sent with parts. A checksum of the whole object is compared by the service when it has
    /// all parts.
    #[cfg(feature = "transfer")]
    pub fn upload(
        self,
        source: impl ::std::convert::Into<crate::transfer::Source>,
    ) -> crate::transfer::Upload {
        let calls = ::tinsmith_runtime::transfer::UploadCalls::new(
            self.handle,
            self.inner,
        );
        crate::transfer::Upload::new(calls, source.into())
    }

// ---- src/transfer.rs
//! Uploads and downloads of large objects, in parts and in parallel.
//!
//! Methods of fluent builders start them: the members of the call are those of the object.

use std::mem::take;

use aws_smithy_types::byte_stream::ByteStream;
use aws_smithy_types::error::operation::BuildError;
use tinsmith_runtime::copied;
use tinsmith_runtime::transfer::{
    ByteRange, DownloadCalls, Fetched, ListedPart, Listing, MultipartUpload, PartLimits,
    RangedDownload, UploadCalls, require_full_object, require_in_parts,
    require_whole_object, select_checksum,
};

use crate::Error;
use crate::operation::abort_multipart_upload::{
    AbortMultipartUpload, AbortMultipartUploadInput,
};
use crate::operation::abort_multipart_upload::builders::AbortMultipartUploadInputBuilder;
use crate::operation::complete_multipart_upload::{
    CompleteMultipartUpload, CompleteMultipartUploadInput, CompleteMultipartUploadOutput,
};
use crate::operation::complete_multipart_upload::builders::CompleteMultipartUploadInputBuilder;
use crate::operation::create_multipart_upload::{
    CreateMultipartUpload, CreateMultipartUploadInput, CreateMultipartUploadOutput,
};
use crate::operation::create_multipart_upload::builders::CreateMultipartUploadInputBuilder;
use crate::operation::get_object::{GetObject, GetObjectInput};
use crate::operation::get_object::builders::GetObjectInputBuilder;
use crate::operation::list_parts::{ListParts, ListPartsInput, ListPartsOutput};
use crate::operation::list_parts::builders::ListPartsInputBuilder;
use crate::operation::put_object::{PutObject, PutObjectOutput};
use crate::operation::put_object::builders::PutObjectInputBuilder;
use crate::operation::upload_part::{UploadPart, UploadPartInput, UploadPartOutput};
use crate::operation::upload_part::builders::UploadPartInputBuilder;
use crate::types::{ChecksumType, CompletedMultipartUpload, CompletedPart};

pub use ::tinsmith_runtime::transfer::{Progress, Source, TransferErrorKind};

/// Error of an upload or a download.
pub type TransferError = ::tinsmith_runtime::transfer::TransferError<Error>;

/// Upload of an object.
pub type Upload = ::tinsmith_runtime::transfer::Upload<UploadCalls<PutObject>>;

impl MultipartUpload for PutObject {
    type Builder = PutObjectInputBuilder;
    type Create = CreateMultipartUpload;
    type Part = UploadPart;
    type Complete = CompleteMultipartUpload;
    type Abort = AbortMultipartUpload;
    type List = ListParts;
    type CompletedPart = CompletedPart;
    type Marker = String;
    type Failure = Error;

    const LIMITS: PartLimits = PartLimits {
        min_size: 5242880,
        max_count: 10000,
    };
    const NO_SUCH_UPLOAD: &'static str = "NoSuchUpload";

    fn check(input: &Self::Builder, in_parts: bool) -> Result<(), BuildError> {
        require_in_parts(input.write_offset_bytes.is_some(), "write_offset_bytes")?;
        require_full_object(
            in_parts && input.checksum_sha256.is_some(),
            "checksum_sha256",
        )?;
        Ok(())
    }

    fn select_checksum(input: &mut Self::Builder, has_default: bool) -> bool {
        let checksums = [
            ("CRC32", input.checksum_crc32.is_some()),
            ("CRC64NVME", input.checksum_crc64_nvme.is_some()),
            ("SHA256", input.checksum_sha256.is_some()),
        ];
        select_checksum(&mut input.checksum_algorithm, &checksums, has_default)
    }

    fn whole(input: Self::Builder, body: ByteStream) -> Result<Self::Input, BuildError> {
        input.body(body).build()
    }

    fn create(
        input: &Self::Builder,
        has_checksum: bool,
    ) -> Result<CreateMultipartUploadInput, BuildError> {
        copied!(
            CreateMultipartUploadInputBuilder, input { bucket, key, content_type,
            checksum_algorithm }
        )
            .set_checksum_type(has_checksum.then(|| ChecksumType::from("FULL_OBJECT")))
            .build()
    }

    fn part(
        input: &Self::Builder,
        id: &str,
        number: i32,
        body: ByteStream,
    ) -> Result<UploadPartInput, BuildError> {
        copied!(UploadPartInputBuilder, input { bucket, key, checksum_algorithm })
            .upload_id(id)
            .part_number(number)
            .body(body)
            .build()
    }

    fn complete(
        input: &Self::Builder,
        id: &str,
        parts: Vec<Self::CompletedPart>,
        length: i64,
        has_checksum: bool,
    ) -> Result<CompleteMultipartUploadInput, BuildError> {
        let upload = CompletedMultipartUpload::builder().set_parts(Some(parts)).build();
        copied!(
            CompleteMultipartUploadInputBuilder, input { bucket, key, if_none_match,
            checksum_crc32, checksum_crc64_nvme, checksum_sha256 }
        )
            .upload_id(id)
            .multipart_upload(upload)
            .mpu_object_size(length)
            .set_checksum_type(has_checksum.then(|| ChecksumType::from("FULL_OBJECT")))
            .build()
    }

    fn abort(
        input: &Self::Builder,
        id: &str,
    ) -> Result<AbortMultipartUploadInput, BuildError> {
        copied!(AbortMultipartUploadInputBuilder, input { bucket, key })
            .upload_id(id)
            .build()
    }

    fn list(
        input: &Self::Builder,
        id: &str,
        marker: Option<Self::Marker>,
    ) -> Result<ListPartsInput, BuildError> {
        copied!(ListPartsInputBuilder, input { bucket, key })
            .upload_id(id)
            .set_part_number_marker(marker)
            .build()
    }

    fn upload_id(output: CreateMultipartUploadOutput) -> Option<String> {
        output.upload_id
    }

    fn sent(number: i32, output: UploadPartOutput) -> Self::CompletedPart {
        CompletedPart::builder()
            .part_number(number)
            .set_e_tag(output.e_tag)
            .set_checksum_crc32(output.checksum_crc32)
            .set_checksum_crc64_nvme(output.checksum_crc64_nvme)
            .build()
    }

    fn completed(output: CompleteMultipartUploadOutput) -> Self::Output {
        let mut completed = PutObjectOutput::builder()
            .set_e_tag(output.e_tag)
            .set_checksum_crc32(output.checksum_crc32)
            .set_checksum_crc64_nvme(output.checksum_crc64_nvme)
            .set_version_id(output.version_id)
            .build();
        completed._request_id = output._request_id;
        completed._extended_request_id = output._extended_request_id;
        completed
    }

    fn listing(output: ListPartsOutput) -> Listing<Self::CompletedPart, Self::Marker> {
        let parts = output
            .parts
            .unwrap_or_default()
            .into_iter()
            .map(|part| {
                ListedPart {
                    number: part.part_number,
                    length: part.size,
                    checksums: [
                        ("CRC32", part.checksum_crc32.clone()),
                        ("CRC64NVME", part.checksum_crc64_nvme.clone()),
                    ]
                        .into(),
                    e_tag: part.e_tag.clone(),
                    part: CompletedPart::builder()
                        .set_part_number(part.part_number)
                        .set_e_tag(part.e_tag)
                        .set_checksum_crc32(part.checksum_crc32)
                        .set_checksum_crc64_nvme(part.checksum_crc64_nvme)
                        .build(),
                }
            });
        Listing {
            parts: parts.collect(),
            next: output
                .next_part_number_marker
                .filter(|_| output.is_truncated == Some(true)),
        }
    }

/// Download of an object.
pub type Download = ::tinsmith_runtime::transfer::Download<DownloadCalls<GetObject>>;

impl RangedDownload for GetObject {
    type Builder = GetObjectInputBuilder;
    type Failure = Error;

    fn ranged(
        input: &Self::Builder,
        range: Option<ByteRange>,
    ) -> Result<GetObjectInput, BuildError> {
        require_whole_object(input.range.is_some(), "range")?;
        match range {
            Some(range) => {
                input.clone().range(range.header()).if_match(range.e_tag).build()
            }
            None => input.clone().build(),
        }
    }

    fn fetched(mut output: Self::Output) -> Fetched<Self::Output> {
        Fetched {
            body: take(&mut output.body),
            length: output.content_length,
            content_range: output.content_range.clone(),
            e_tag: output.e_tag.clone(),
            checksums: [
                ("CRC32", output.checksum_crc32.clone()),
                ("CRC64NVME", output.checksum_crc64_nvme.clone()),
                ("SHA256", output.checksum_sha256.clone()),
            ]
                .into(),
            checksum_type: output
                .checksum_type
                .as_ref()
                .map(|kind| kind.as_str().to_owned()),
            output,
        }
    }
