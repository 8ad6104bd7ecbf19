// ---- src/operation/list_object_versions.rs
impl protocol::UrlEncoded for ListObjectVersions {
    #[inline]
    fn request_encoding(input: &mut Self::Input) -> bool {
        protocol::set_url_encoding(&mut input.encoding_type)
    }

    #[inline]
    fn decode_output(output: &mut Self::Output) {
        if !protocol::take_url_encoding(&mut output.encoding_type) {
            return;
        }
        protocol::decode_url(&mut output.key_marker);
        protocol::decode_url(&mut output.next_key_marker);
        for item in output.delete_markers.iter_mut().flatten() {
            protocol::decode_url(&mut item.key);
        }
        for item in output.versions.iter_mut().flatten() {
            protocol::decode_url(&mut item.key);
        }
    }

// ---- src/operation/list_objects_v2.rs
impl protocol::UrlEncoded for ListObjectsV2 {
    #[inline]
    fn request_encoding(input: &mut Self::Input) -> bool {
        protocol::set_url_encoding(&mut input.encoding_type)
    }

    #[inline]
    fn decode_output(output: &mut Self::Output) {
        if !protocol::take_url_encoding(&mut output.encoding_type) {
            return;
        }
        protocol::decode_url(&mut output.delimiter);
        for item in output.common_prefixes.iter_mut().flatten() {
            protocol::decode_url(&mut item.prefix);
        }
        for item in output.contents.iter_mut().flatten() {
            protocol::decode_url(&mut item.key);
        }
    }

// ---- src/operation/list_objects_v2/fluent_builder.rs
operation_plugin!(
    ListObjectsV2, endpoint_params, [UrlEncoding::of:: < ListObjectsV2 > ()]
);
