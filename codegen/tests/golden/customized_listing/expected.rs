// ---- src/operation/list_object_versions.rs
impl protocol::UrlEncoded for ListObjectVersions {
    #[inline]
    fn request_encoding(input: &mut Self::Input) -> bool {
        protocol::set_url_encoding(&mut input.encoding_type)
    }

// ---- src/operation/list_objects_v2.rs
impl protocol::UrlEncoded for ListObjectsV2 {
    #[inline]
    fn request_encoding(input: &mut Self::Input) -> bool {
        protocol::set_url_encoding(&mut input.encoding_type)
    }

// ---- src/operation/list_objects_v2/fluent_builder.rs
operation_plugin!(
    ListObjectsV2, endpoint_params, [UrlEncoding::of:: < ListObjectsV2 > ()]
);
