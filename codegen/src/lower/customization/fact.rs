//! Kinds of facts that no model contains.

use crate::plan::{AuthTokenPlan, PartLimits, RetriesPlan, SigningPlan};

/// A trait or member that a model lacks.
#[derive(Clone, Copy)]
pub(super) enum Correction {
    /// Endpoint rules place the member, which is the first label of the path.
    PathByRules(&'static str),
    /// Endpoint rules place the host prefix of an operation that sets the endpoint parameter.
    HostPrefixByRules { prefix: &'static str, parameter: &'static str },
    /// The output is its only member, without an element around it.
    UnwrappedOutput,
    /// The shape, which may be a string, is a date.
    DateShape(&'static str),
    /// The shape is sensitive.
    SensitiveShape(&'static str),
    /// The member of the output is a date that may be something else, which another member has.
    RawDate { member: &'static str, raw_member: &'static str },
    /// The member of the input is not required.
    Optional(&'static str),
    /// The input has a further member, which is a string, if it has the member `with`.
    AddedString { member: &'static str, with: &'static str, documentation: &'static str },
    /// The operation has an error without members.
    AddedError { name: &'static str, status: u16, documentation: &'static str },
}

/// A fact about an operation. It does not apply if the input lacks its member.
#[derive(Clone, Copy)]
pub(super) enum OperationFact {
    /// Members with these targets may start with the type of a resource, as in responses, which requests must not have.
    TrimPrefixes { targets: &'static [&'static str], prefixes: &'static [&'static str] },
    /// The member has a default.
    DefaultMember(&'static str, &'static str),
    /// The member `md5` is the MD5 of the member `key`, if it is not set.
    KeyMd5 { key: &'static str, md5: &'static str },
    /// Characters of the member that neither headers nor URLs can contain are encoded.
    NonGraphicEncoded(&'static str),
    /// The member must not be empty.
    NotEmpty(&'static str),
    /// Requests have the header.
    Header(&'static str, HeaderValue),
    /// Query strings may be too long for URIs.
    QueryAsForm,
    /// The member has the endpoint of the request.
    EndpointFromMember(&'static str),
    /// The operation copies from the Region `SourceRegion` by a presigned URL.
    PresignedCopy { url: &'static str, sends_source: bool, sends_destination: bool },
    /// Requests can be presigned.
    Presignable,
    /// `GET` requests with the input in the query string can be presigned.
    PresignableAsQuery,
    /// Uploads by HTML forms can be presigned. The members name the object.
    PresignableAsPost { bucket: &'static str, key: &'static str },
    /// The operation creates sessions of a bucket, which is a member and an endpoint parameter. The `members` of the structure
    /// `credentials` are key id, secret, token and expiration.
    Session { bucket: &'static str, credentials: &'static str, members: [&'static str; 4] },
    /// The hashes of the stream that is the body are in headers.
    TreeHash,
    /// Members of the output, and of lists of structures in it, are URL-encoded if requests have an encoding.
    UrlEncoded {
        encoding: &'static str,
        members: &'static [&'static str],
        lists: &'static [(&'static str, &'static str)],
    },
    /// Responses with the status of success may be errors, unless their body is a member that is a blob or a string.
    ErrorsWithSuccess,
    /// A header of responses is a date that may be something else.
    RawDate { header: &'static str, raw_header: &'static str },
}

/// The value of a header.
#[derive(Clone, Copy)]
pub(super) enum HeaderValue {
    /// A fixed value.
    Text(&'static str),
    /// The version of the API.
    ApiVersion,
}

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
    /// Large objects are uploaded in parts.
    MultipartUpload(MultipartUploadFact),
    /// Objects are downloaded in parts.
    RangedDownload {
        operation: &'static str,
        /// Members of the input for a part of the object.
        parts: &'static [&'static str],
        /// Checksums of the object, by their algorithms.
        checksums: &'static [(&'static str, &'static str)],
    },
    /// A setting for endpoint rules is also in an environment variable and in profiles.
    SettingSource { setting: &'static str, variable: &'static str, key: &'static str },
}

/// The operations that upload an object in parts.
#[derive(Clone, Copy)]
pub(super) struct MultipartUploadFact {
    /// Sends an object as a whole.
    pub(super) whole: &'static str,
    /// Creates an upload.
    pub(super) create: &'static str,
    /// Sends a part.
    pub(super) part: &'static str,
    /// Completes an upload.
    pub(super) complete: &'static str,
    /// Aborts an upload.
    pub(super) abort: &'static str,
    /// Lists the parts of an upload.
    pub(super) list: &'static str,
    /// Members that describe the content, besides checksums.
    pub(super) content: &'static [&'static str],
    /// Members with checksums, by their algorithms.
    pub(super) checksums: &'static [(&'static str, &'static str)],
    /// Algorithms whose checksums are of the whole content of an object in parts.
    pub(super) full_object: &'static [&'static str],
    /// The code of the error for an upload that the service does not have.
    pub(super) no_such_upload: &'static str,
    /// The limits of parts.
    pub(super) limits: PartLimits,
}

impl MultipartUploadFact {
    /// Returns the names of the operations.
    pub(super) fn operations(&self) -> [&'static str; 6] {
        [self.whole, self.create, self.part, self.complete, self.abort, self.list]
    }
}
