// ---- src/operation/get_bucket_location/input.rs
schema! {
    INPUT_SCHEMA: Structure "example" "GetBucketLocationRequest".with_http(HttpTrait::new("GET", "/?location", Some(200))).with_no_body_members() {
        0 "Bucket": String.with_http_label();
    }
}

// ---- src/operation/get_bucket_location/output.rs
schema! {
    OUTPUT_SCHEMA: Structure "example" "GetBucketLocationOutput".with_xml_unwrapped_output() {
        0 "LocationConstraint": String;
    }
}

// ---- src/operation/head_object.rs
    #[inline]
    fn check_input(input: &Self::Input) -> Result<(), BuildError> {
        protocol::require(&input.key, "Key", Self::NAME)?;
        protocol::require_text(&input.bucket, "Bucket", Self::NAME)
    }

    #[inline]
    fn adapt_response(response: &mut HttpResponse) {
        protocol::keep_raw_date(response, "Expires", "ExpiresString");
    }

// ---- src/operation/head_object/output.rs
/// Output of `HeadObject`.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct HeadObjectOutput {
    /// The member `Expires`.
    #[deprecated(note = "use `expires_string`, which contains the header as it is")]
    pub expires: Option<DateTime>,
    /// Text of the header `Expires`, which may be something else than a date.
    pub expires_string: Option<String>,
    pub(crate) _request_id: Option<String>,
    pub(crate) _extended_request_id: Option<String>,
}

// ---- src/service.rs
pub(crate) static SERVICE: Service = Service {
    sdk_id: "S3",
    name: "s3",
    signing_name: "service",
    auth_schemes: &[Scheme::SigV4],
    shape_name: "Buckets",
    namespace: "example",
    version: "2026-01-01",
    crate_version: PKG_VERSION,
    xml_namespace: None,
    customization: Customization {
        signing: Signing {
            double_uri_encode: false,
            normalize_uri_path: false,
            content_sha256_header: true,
        },
        transient_errors: &["BadDigest", "InternalError"],
        not_found_code: Some("NotFound"),
        has_extended_request_id: true,
        ..Customization::NONE
    },
    protocols: &["aws.protocols#restXml"],
    protocol: default_protocol,
    sans_io: protocol::SansIo::new(),
};
