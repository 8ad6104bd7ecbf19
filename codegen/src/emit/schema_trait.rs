//! Traits of schemas as methods.

use proc_macro2::TokenStream;
use quote::quote;

use super::token::{ident, number};
use crate::plan::SchemaTrait;

/// Emits `.with_http_label()`.
pub(super) fn schema_trait(plan: &SchemaTrait) -> TokenStream {
    match plan {
        SchemaTrait::TimestampFormat(format) => timestamp_format(format),
        SchemaTrait::Sensitive => quote!(.with_sensitive()),
        SchemaTrait::JsonName(name) => quote!(.with_json_name(#name)),
        SchemaTrait::MediaType(media_type) => quote!(.with_media_type(#media_type)),
        SchemaTrait::Http { method, uri, code } => {
            let code = number(usize::from(*code));
            quote!(.with_http(::aws_smithy_schema::traits::HttpTrait::new(
                #method, #uri, ::std::option::Option::Some(#code)
            )))
        }
        SchemaTrait::HttpLabel => quote!(.with_http_label()),
        SchemaTrait::HttpQuery(name) => quote!(.with_http_query(#name)),
        SchemaTrait::HttpQueryParams => quote!(.with_http_query_params()),
        SchemaTrait::HttpHeader(name) => quote!(.with_http_header(#name)),
        SchemaTrait::HttpPrefixHeaders(prefix) => quote!(.with_http_prefix_headers(#prefix)),
        SchemaTrait::HttpPayload => quote!(.with_http_payload()),
        SchemaTrait::HttpResponseCode => quote!(.with_http_response_code()),
        SchemaTrait::Streaming => quote!(.with_streaming()),
        SchemaTrait::EventHeader => quote!(.with_event_header()),
        SchemaTrait::EventPayload => quote!(.with_event_payload()),
        SchemaTrait::NoBodyMembers => quote!(.with_no_body_members()),
        SchemaTrait::XmlName(name) => quote!(.with_xml_name(#name)),
        SchemaTrait::XmlAttribute => quote!(.with_xml_attribute()),
        SchemaTrait::XmlFlattened => quote!(.with_xml_flattened()),
        SchemaTrait::XmlNamespace { uri, prefix } => {
            let prefix = match prefix {
                Some(prefix) => quote!(::std::option::Option::Some(#prefix)),
                None => quote!(::std::option::Option::None),
            };
            quote!(.with_xml_namespace(#uri, #prefix))
        }
        SchemaTrait::XmlUnwrappedOutput => quote!(.with_xml_unwrapped_output()),
        SchemaTrait::Ec2QueryName(name) => quote!(.with_traits(::tinsmith_runtime::ec2_query_name!(#name))),
    }
}

fn timestamp_format(format: &str) -> TokenStream {
    let format = ident(match format {
        "date-time" => "DateTime",
        "http-date" => "HttpDate",
        _ => "EpochSeconds",
    });
    quote!(.with_timestamp_format(::aws_smithy_schema::traits::TimestampFormat::#format))
}
