//! What the support code must know of the service.

use proc_macro2::TokenStream;
use quote::quote;

use super::token::{ident, module_doc};
use crate::plan::{OperationPlan, Protocol, ServicePlan, Signature};

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
    let protocol = protocol(plan);
    quote! {
        #documentation
        #[cfg(feature = "client")]
        pub(crate) mod auth;
        pub(crate) mod endpoint;
        #(#constants)*
        #(#[cfg(feature = "client")] #client_constants)*
        pub(crate) const XML_NAMESPACE: ::std::option::Option<&str> = #xml_namespace;
        #protocol
    }
}

/// The module `service::auth`: the schemes that may sign requests of an operation.
pub(super) fn auth(operations: &[OperationPlan]) -> TokenStream {
    let of = |signature: &Signature| -> Vec<&str> {
        let operations = operations.iter().filter(|operation| operation.features.signature == *signature);
        operations.map(|operation| operation.wire_name.as_str()).collect()
    };
    let signed = quote!(::aws_runtime::auth::sigv4::SCHEME_ID);
    let unsigned = quote!(::aws_smithy_runtime::client::auth::no_auth::NO_AUTH_SCHEME_ID);
    let option = quote!(::aws_smithy_runtime_api::client::auth::AuthSchemeOption);
    let arm = |operations: Vec<&str>, schemes: TokenStream| {
        (!operations.is_empty()).then(|| quote!(#(#operations)|* => #schemes,))
    };
    let arms: Vec<_> = [
        arm(of(&Signature::Unsigned), quote!(::std::vec::Vec::from([#option::from(#unsigned)]))),
        arm(
            of(&Signature::Optional),
            quote!(::std::vec::Vec::from([#option::from(#signed), #option::from(#unsigned)])),
        ),
    ]
    .into_iter()
    .flatten()
    .collect();
    let always = quote!(::std::vec::Vec::from([#option::from(#signed)]));
    let (operation, schemes) = if arms.is_empty() {
        (quote!(_operation), always)
    } else {
        (quote!(operation), quote!(match operation { #(#arms)* _ => #always }))
    };
    quote! {
        #[doc = " The schemes that may sign requests of an operation, the preferred one first."]
        pub(crate) fn schemes(#operation: &str) -> ::std::vec::Vec<#option> { #schemes }
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
