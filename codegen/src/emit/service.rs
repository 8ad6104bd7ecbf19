//! The service as a value, and the authentication schemes of its operations.

use proc_macro2::TokenStream;
use quote::quote;

use super::customization;
use super::token::{ident, module_doc};
use crate::plan::{ClientSetting, CratePlan, OperationPlan, Protocol, ServicePlan, Signature};

/// Emits the module `service`.
pub(super) fn service(plan: &CratePlan) -> TokenStream {
    let service = &plan.service;
    let documentation = module_doc(&format!("Description of {}, for the runtime.", service.title));
    let settings = plan.settings.iter().map(|setting| {
        let module = ident(setting_module(*setting));
        quote!(#[cfg(feature = "client")] mod #module;)
    });
    let value = value(service);
    let protocol = protocol(service);
    quote! {
        #documentation
        #[cfg(feature = "client")]
        pub(crate) mod auth;
        pub(crate) mod endpoint;
        #(#settings)*
        #value
        #protocol
    }
}

/// Returns the module of a setting in `service`, which is a template file.
pub(crate) fn setting_module(setting: ClientSetting) -> &'static str {
    match setting {
        ClientSetting::Checksum => "checksum",
        ClientSetting::Compression => "compression",
        ClientSetting::IdempotencyToken => "idempotency_token",
    }
}

fn value(plan: &ServicePlan) -> TokenStream {
    let ServicePlan { sdk_id, name, signing_name, shape_name, namespace, version, .. } = plan;
    let xml_namespace = match &plan.xml_namespace {
        Some(uri) => quote!(::std::option::Option::Some(#uri)),
        None => quote!(::std::option::Option::None),
    };
    let customization = customization::of_service(&plan.customization);
    let protocols = plan.protocol.interchangeable().into_iter().map(Protocol::id);
    quote! {
        pub(crate) static SERVICE: ::tinsmith_runtime::service::Service = ::tinsmith_runtime::service::Service {
            sdk_id: #sdk_id,
            name: #name,
            signing_name: #signing_name,
            shape_name: #shape_name,
            namespace: #namespace,
            version: #version,
            crate_version: crate::meta::PKG_VERSION,
            xml_namespace: #xml_namespace,
            customization: #customization,
            protocols: &[#(#protocols),*],
            protocol: default_protocol,
            sans_io: ::tinsmith_runtime::protocol::SansIo::new(),
        };
    }
}

/// Emits the module `service::auth`: the schemes that may sign requests of an operation.
pub(super) fn auth(operations: &[OperationPlan]) -> TokenStream {
    let of = |signature: &Signature| -> Vec<&str> {
        let operations =
            operations.iter().filter(|operation| operation.request_features.signature == *signature);
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
        #[doc = " Resolver of the authentication schemes that the model lists."]
        #[derive(Debug, Default)]
        pub struct DefaultAuthSchemeResolver {
            _private: (),
        }
        impl crate::config::auth::ResolveAuthScheme for DefaultAuthSchemeResolver {
            fn resolve_auth_scheme<'a>(
                &'a self,
                params: &'a crate::config::auth::Params,
                _cfg: &'a ::aws_smithy_types::config_bag::ConfigBag,
                _runtime_components: &'a ::aws_smithy_runtime_api::client::runtime_components::RuntimeComponents,
            ) -> ::aws_smithy_runtime_api::client::auth::AuthSchemeOptionsFuture<'a> {
                ::aws_smithy_runtime_api::client::auth::AuthSchemeOptionsFuture::ready(
                    ::std::result::Result::Ok(schemes(params.operation_name())),
                )
            }
        }
        #[doc = " Returns the authentication schemes of an operation, the preferred one first."]
        fn schemes(#operation: &str) -> ::std::vec::Vec<#option> { #schemes }
    }
}

/// Emits the default protocol.
fn protocol(plan: &ServicePlan) -> TokenStream {
    let json = quote!(::aws_smithy_json::protocol::aws_json_rpc::AwsJsonRpcProtocol);
    let namespace = &plan.namespace;
    let ours = quote!(::tinsmith_runtime::wire::protocol);
    let protocol = match plan.protocol {
        Protocol::AwsJson10 => quote!(#json::aws_json_1_0().with_default_namespace(#namespace)),
        Protocol::AwsJson11 => quote!(#json::aws_json_1_1().with_default_namespace(#namespace)),
        Protocol::RpcV2Cbor => quote!(::aws_smithy_cbor::protocol::RpcV2CborProtocol::new()),
        Protocol::RestJson1 => quote!(#ours::RestJson::new()),
        Protocol::RestXml => quote!(#ours::RestXml::new()),
        Protocol::AwsQuery => quote!(#ours::AwsQuery::new()),
        Protocol::Ec2Query => quote!(#ours::Ec2Query::new()),
    };
    quote! {
        fn default_protocol() -> ::aws_smithy_schema::protocol::SharedClientProtocol {
            ::aws_smithy_schema::protocol::SharedClientProtocol::new(#protocol)
        }
    }
}
