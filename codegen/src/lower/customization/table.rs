//! The table of customizations, by service.
//!
//! Sources: the decorators of the official generator for Rust, and the handlers of botocore. `GUIDE.md` lists the rows for users.

use super::fact::{Correction, HeaderValue, MultipartUploadFact, OperationFact, ServiceFact};
use super::row::{Kind, Operations, Row};
use crate::model::Model;
use crate::plan::{AuthTokenKind, AuthTokenPlan, PartLimits, RetriesPlan, SigningPlan};

/// Operations of database services that copy from another Region.
const CLUSTER_COPIES: Operations = Operations::Named(&["CopyDBClusterSnapshot", "CreateDBCluster"]);

const DATABASE_COPIES: Operations = Operations::Named(&[
    "CopyDBClusterSnapshot",
    "CopyDBSnapshot",
    "CreateDBCluster",
    "CreateDBInstanceReadReplica",
    "StartDBInstanceAutomatedBackupsReplication",
]);

/// The Region of the source, which only the presigned URL needs: database services do not know the member.
const SOURCE_REGION: Correction = Correction::AddedString {
    member: "SourceRegion",
    with: "PreSignedUrl",
    documentation: "Region of the source. The client presigns `PreSignedUrl` for it, unless that is set.",
};

const DATABASE_COPY: OperationFact =
    OperationFact::PresignedCopy { url: "PreSignedUrl", sends_source: false, sends_destination: false };

/// Types of resources, which ids in responses have as a prefix.
const RESOURCES: &[&str] =
    &["/hostedzone/", "hostedzone/", "/change/", "change/", "/delegationset/", "delegationset/"];

/// Operations of S3 that list keys, which XML may not be able to contain.
const LISTINGS: Operations =
    Operations::Named(&["ListMultipartUploads", "ListObjectVersions", "ListObjects", "ListObjectsV2"]);

/// Members of S3 with checksums of objects and parts, by their algorithms.
const CHECKSUMS: &[(&str, &str)] = &[
    ("CRC32", "ChecksumCRC32"),
    ("CRC32C", "ChecksumCRC32C"),
    ("CRC64NVME", "ChecksumCRC64NVME"),
    ("MD5", "ChecksumMD5"),
    ("SHA1", "ChecksumSHA1"),
    ("SHA256", "ChecksumSHA256"),
    ("SHA512", "ChecksumSHA512"),
    ("XXHASH128", "ChecksumXXHASH128"),
    ("XXHASH3", "ChecksumXXHASH3"),
    ("XXHASH64", "ChecksumXXHASH64"),
];

/// The rows.
static TABLE: &[Row] = &[
    operations("API Gateway", OperationFact::Header("accept", HeaderValue::Text("application/json"))),
    operation("CloudSearch Domain", Operations::Named(&["Search"]), OperationFact::QueryAsForm),
    correction("DocDB", CLUSTER_COPIES, SOURCE_REGION),
    operation("DocDB", CLUSTER_COPIES, DATABASE_COPY),
    service(
        "DSQL",
        ServiceFact::AuthToken(AuthTokenPlan {
            kind: AuthTokenKind::Cluster { admin_action: "DbConnectAdmin" },
            signing_name: "dsql",
            action: "DbConnect",
        }),
    ),
    service("DynamoDB", ServiceFact::Retries(RetriesPlan { max_attempts: 4, initial_backoff: 25 })),
    operation(
        "EC2",
        Operations::Named(&["CopySnapshot"]),
        OperationFact::PresignedCopy { url: "PresignedUrl", sends_source: true, sends_destination: true },
    ),
    correction("Glacier", Operations::All, Correction::Optional("accountId")),
    operations("Glacier", OperationFact::DefaultMember("accountId", "-")),
    operation(
        "Glacier",
        Operations::Named(&["UploadArchive", "UploadMultipartPart"]),
        OperationFact::TreeHash,
    ),
    operations("Glacier", OperationFact::Header("x-amz-glacier-version", HeaderValue::ApiVersion)),
    operation(
        "Machine Learning",
        Operations::Named(&["Predict"]),
        OperationFact::EndpointFromMember("PredictEndpoint"),
    ),
    correction("Neptune", CLUSTER_COPIES, SOURCE_REGION),
    operation("Neptune", CLUSTER_COPIES, DATABASE_COPY),
    operation("Polly", Operations::Named(&["SynthesizeSpeech"]), OperationFact::PresignableAsQuery),
    correction("RDS", DATABASE_COPIES, SOURCE_REGION),
    operation("RDS", DATABASE_COPIES, DATABASE_COPY),
    service(
        "RDS",
        ServiceFact::AuthToken(AuthTokenPlan {
            kind: AuthTokenKind::User,
            signing_name: "rds-db",
            action: "connect",
        }),
    ),
    operations(
        "Route 53",
        OperationFact::TrimPrefixes {
            targets: &["ChangeId", "DelegationSetId", "ResourceId"],
            prefixes: RESOURCES,
        },
    ),
    correction("S3", Operations::All, Correction::PathByRules("Bucket")),
    correction("S3", Operations::Named(&["GetBucketLocation"]), Correction::UnwrappedOutput),
    correction("S3", Operations::All, Correction::DateShape("Expires")),
    correction(
        "S3",
        Operations::Named(&["GetObject", "HeadObject"]),
        Correction::RawDate { member: "Expires", raw_member: "ExpiresString" },
    ),
    correction(
        "S3",
        Operations::Named(&["HeadBucket", "HeadObject"]),
        Correction::AddedError {
            name: "NotFound",
            status: 404,
            documentation: "The bucket or object does not exist.",
        },
    ),
    operations("S3", OperationFact::NotEmpty("Bucket")),
    operations("S3", OperationFact::KeyMd5 { key: "SSECustomerKey", md5: "SSECustomerKeyMD5" }),
    operations(
        "S3",
        OperationFact::KeyMd5 { key: "CopySourceSSECustomerKey", md5: "CopySourceSSECustomerKeyMD5" },
    ),
    operations("S3", OperationFact::NonGraphicEncoded("CopySource")),
    operation(
        "S3",
        Operations::Named(&[
            "DeleteObject",
            "GetObject",
            "HeadObject",
            "ListObjectVersions",
            "PutObject",
            "UploadPart",
        ]),
        OperationFact::Presignable,
    ),
    operation(
        "S3",
        Operations::Named(&["PutObject"]),
        OperationFact::PresignableAsPost { bucket: "Bucket", key: "Key" },
    ),
    operation(
        "S3",
        LISTINGS,
        OperationFact::UrlEncoded {
            encoding: "EncodingType",
            members: &[
                "Delimiter",
                "KeyMarker",
                "Marker",
                "NextKeyMarker",
                "NextMarker",
                "Prefix",
                "StartAfter",
            ],
            lists: &[
                ("CommonPrefixes", "Prefix"),
                ("Contents", "Key"),
                ("DeleteMarkers", "Key"),
                ("Uploads", "Key"),
                ("Versions", "Key"),
            ],
        },
    ),
    operations("S3", OperationFact::ErrorsWithSuccess),
    operation(
        "S3",
        Operations::Named(&["GetObject", "HeadObject"]),
        OperationFact::RawDate { header: "Expires", raw_header: "ExpiresString" },
    ),
    service(
        "S3",
        ServiceFact::Signing(SigningPlan {
            double_uri_encode: false,
            normalize_uri_path: false,
            content_sha256_header: true,
        }),
    ),
    operation(
        "S3",
        Operations::Named(&["CreateSession"]),
        OperationFact::Session {
            bucket: "Bucket",
            credentials: "Credentials",
            members: ["AccessKeyId", "SecretAccessKey", "SessionToken", "Expiration"],
        },
    ),
    service(
        "S3",
        setting(
            "DisableMultiRegionAccessPoints",
            "AWS_S3_DISABLE_MULTIREGION_ACCESS_POINTS",
            "s3_disable_multiregion_access_points",
        ),
    ),
    service(
        "S3",
        setting(
            "DisableS3ExpressSessionAuth",
            "AWS_S3_DISABLE_EXPRESS_SESSION_AUTH",
            "s3_disable_express_session_auth",
        ),
    ),
    service("S3", setting("UseArnRegion", "AWS_S3_USE_ARN_REGION", "s3_use_arn_region")),
    service(
        "S3",
        ServiceFact::MultipartUpload(MultipartUploadFact {
            whole: "PutObject",
            create: "CreateMultipartUpload",
            part: "UploadPart",
            complete: "CompleteMultipartUpload",
            abort: "AbortMultipartUpload",
            list: "ListParts",
            content: &["ContentLength", "ContentMD5"],
            checksums: CHECKSUMS,
            full_object: &["CRC32", "CRC32C", "CRC64NVME"],
            no_such_upload: "NoSuchUpload",
            limits: PartLimits { min_size: 5 * 1024 * 1024, max_count: 10_000 },
        }),
    ),
    service(
        "S3",
        ServiceFact::RangedDownload {
            operation: "GetObject",
            parts: &["PartNumber", "Range"],
            checksums: CHECKSUMS,
        },
    ),
    service("S3", ServiceFact::TransientErrors(&["BadDigest", "InternalError"])),
    service("S3", ServiceFact::NotFoundCode("NotFound")),
    service("S3", ServiceFact::ExtendedRequestId),
    correction(
        "S3 Control",
        Operations::All,
        Correction::HostPrefixByRules { prefix: "{AccountId}.", parameter: "RequiresAccountId" },
    ),
    service(
        "S3 Control",
        ServiceFact::Signing(SigningPlan {
            double_uri_encode: true,
            normalize_uri_path: true,
            content_sha256_header: true,
        }),
    ),
    service("SSO OIDC", ServiceFact::ErrorMessageKey("error_description")),
    correction("STS", Operations::All, Correction::SensitiveShape("Credentials")),
    service("STS", ServiceFact::TransientErrors(&["IDPCommunicationError"])),
];

const fn setting(setting: &'static str, variable: &'static str, key: &'static str) -> ServiceFact {
    ServiceFact::SettingSource { setting, variable, key }
}

const fn correction(service: &'static str, operations: Operations, correction: Correction) -> Row {
    Row { service, operations, kind: Kind::Correction(correction) }
}

const fn operation(service: &'static str, operations: Operations, fact: OperationFact) -> Row {
    Row { service, operations, kind: Kind::Operation(fact) }
}

const fn operations(service: &'static str, fact: OperationFact) -> Row {
    operation(service, Operations::All, fact)
}

const fn service(service: &'static str, fact: ServiceFact) -> Row {
    Row { service, operations: Operations::All, kind: Kind::Service(fact) }
}

/// Returns the rows of a model's service.
pub(super) fn rows(model: &Model) -> impl Iterator<Item = &'static Row> {
    let service = model.sdk_id();
    TABLE.iter().filter(move |row| service == Some(row.service))
}
