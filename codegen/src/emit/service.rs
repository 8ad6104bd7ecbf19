//! What the support code must know of the service.

use proc_macro2::TokenStream;
use quote::quote;

use super::token::{ident, module_doc};
use crate::plan::{Protocol, ServicePlan};

/// The module `service`.
pub(super) fn service(plan: &ServicePlan) -> TokenStream {
    let documentation =
        module_doc(&format!("The facts of {} that the rest of the crate rests on.", plan.title));
    let text = |name: &str, value: &str| {
        let name = ident(name);
        quote!(pub(crate) const #name: &str = #value;)
    };
    let constants = [
        text("SDK_ID", &plan.sdk_id),
        text("SHAPE_NAME", &plan.shape_name),
        text("NAMESPACE", &plan.namespace),
        text("VERSION", &plan.version),
    ];
    let client_constants = [text("SIGNING_NAME", &plan.signing_name), text("SERVICE_NAME", &plan.name)];
    let xml_namespace = match &plan.xml_namespace {
        Some(uri) => quote!(::std::option::Option::Some(#uri)),
        None => quote!(::std::option::Option::None),
    };
    let query_compatible = plan.query_compatible;
    let protocol = protocol(plan);
    quote! {
        #documentation
        pub(crate) mod endpoint;
        #(#constants)*
        #(#[cfg(feature = "client")] #client_constants)*
        pub(crate) const XML_NAMESPACE: ::std::option::Option<&str> = #xml_namespace;
        pub(crate) const QUERY_COMPATIBLE: bool = #query_compatible;
        #protocol
    }
}

/// The protocol that is spoken unless the configuration names another.
fn protocol(plan: &ServicePlan) -> TokenStream {
    let json = quote!(::aws_smithy_json::protocol::aws_json_rpc::AwsJsonRpcProtocol);
    let protocol = match plan.protocol {
        Protocol::AwsJson10 => quote!(#json::aws_json_1_0().with_default_namespace(NAMESPACE)),
        Protocol::AwsJson11 => quote!(#json::aws_json_1_1().with_default_namespace(NAMESPACE)),
        Protocol::RpcV2Cbor => quote!(::aws_smithy_cbor::protocol::RpcV2CborProtocol::new()),
    };
    quote! {
        pub(crate) fn protocol() -> ::aws_smithy_schema::protocol::SharedClientProtocol {
            ::aws_smithy_schema::protocol::SharedClientProtocol::new(#protocol)
        }
    }
}
