//! The service as a value, and the authentication schemes of its operations.

use proc_macro2::TokenStream;
use quote::quote;

use super::customization;
use super::token::{ident, module_doc};
use crate::plan::{
    ApiKeyPlan, AuthPlan, ClientSetting, CratePlan, OperationPlan, Protocol, Scheme, ServicePlan,
};

/// Emits the module `service`.
pub(super) fn service(plan: &CratePlan) -> TokenStream {
    let service = &plan.service;
    let documentation = module_doc(&format!("Description of {}, for the runtime.", service.title));
    let settings = plan.settings.iter().map(|setting| {
        let module = ident(setting_module(*setting));
        quote!(#[cfg(feature = "client")] mod #module;)
    });
    let value = value(plan);
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
        ClientSetting::ApiKey => "api_key",
        ClientSetting::BasicAuth => "basic_auth",
        ClientSetting::BearerToken => "bearer_token",
        ClientSetting::Checksum => "checksum",
        ClientSetting::Compression => "compression",
        ClientSetting::HostPrefix => "host_prefix",
        ClientSetting::IdempotencyToken => "idempotency_token",
        ClientSetting::ResponseChecksum => "response_checksum",
        ClientSetting::SigV4a => "sigv4a",
    }
}

fn value(plan: &CratePlan) -> TokenStream {
    let service = &plan.service;
    let ServicePlan { sdk_id, name, signing_name, wire_name, namespace, version, .. } = service;
    let xml_namespace = match &service.xml_namespace {
        Some(uri) => quote!(::std::option::Option::Some(#uri)),
        None => quote!(::std::option::Option::None),
    };
    let customization = customization::of_service(&service.customization, &plan.operations, &plan.endpoint);
    let schemes = schemes(&plan.auth.schemes);
    let protocols = service.protocol.interchangeable().into_iter().map(Protocol::id);
    quote! {
        pub(crate) static SERVICE: ::tinsmith_runtime::service::Service = ::tinsmith_runtime::service::Service {
            sdk_id: #sdk_id,
            name: #name,
            signing_name: #signing_name,
            auth_schemes: #schemes,
            shape_name: #wire_name,
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

/// Emits the module `service::auth`: the schemes that may authenticate requests of an operation.
pub(super) fn auth(plan: &CratePlan) -> TokenStream {
    let (operation, schemes) = schemes_of_operations(&plan.auth, &plan.operations);
    let future = quote!(::aws_smithy_runtime_api::client::auth::AuthSchemeOptionsFuture);
    let (cfg, components, options) = if plan.auth.is_by_endpoint {
        (
            quote!(cfg),
            quote!(runtime_components),
            quote!(::tinsmith_runtime::auth::endpoint_options(schemes, cfg, runtime_components)),
        )
    } else {
        (
            quote!(_cfg),
            quote!(_runtime_components),
            quote!(#future::ready(::std::result::Result::Ok(::tinsmith_runtime::auth::options(schemes)))),
        )
    };
    let session = customization::session_constant(&plan.operations);
    quote! {
        #session
        #[doc = " Resolver of the authentication schemes that the model lists."]
        #[derive(Debug, Default)]
        pub struct DefaultAuthSchemeResolver {
            _private: (),
        }
        impl crate::config::auth::ResolveAuthScheme for DefaultAuthSchemeResolver {
            fn resolve_auth_scheme<'a>(
                &'a self,
                params: &'a crate::config::auth::Params,
                #cfg: &'a ::aws_smithy_types::config_bag::ConfigBag,
                #components: &'a ::aws_smithy_runtime_api::client::runtime_components::RuntimeComponents,
            ) -> #future<'a> {
                let schemes = schemes(params.operation_name());
                #options
            }
        }
        #[doc = " Returns the authentication schemes of an operation, the preferred one first."]
        fn schemes(#operation: &str) -> &'static [::tinsmith_runtime::service::Scheme] { #schemes }
    }
}

/// Emits a parameter and the schemes of the operation that it names.
fn schemes_of_operations(auth: &AuthPlan, operations: &[OperationPlan]) -> (TokenStream, TokenStream) {
    let mut others: Vec<(&[Scheme], Vec<&str>)> = Vec::new();
    for operation in operations {
        let schemes = operation.request_features.schemes.as_slice();
        let same = others.iter_mut().find(|(of_others, _)| *of_others == schemes);
        match same {
            _ if schemes == auth.default => {}
            Some((_, names)) => names.push(&operation.wire_name),
            None => others.push((schemes, vec![&operation.wire_name])),
        }
    }
    let default = schemes(&auth.default);
    if others.is_empty() {
        return (quote!(_operation), default);
    }
    let arms = others.into_iter().map(|(others, names)| {
        let schemes = schemes(others);
        quote!(#(#names)|* => #schemes,)
    });
    (quote!(operation), quote!(match operation { #(#arms)* _ => #default }))
}

/// Emits a reference to an array of schemes.
fn schemes(schemes: &[Scheme]) -> TokenStream {
    let schemes = schemes.iter().map(scheme);
    quote!(&[#(#schemes),*])
}

fn scheme(plan: &Scheme) -> TokenStream {
    let variant = match plan {
        Scheme::SigV4 => quote!(SigV4),
        Scheme::SigV4a => quote!(SigV4a),
        Scheme::SigV4Session => quote!(SigV4Session),
        Scheme::SigV2 => quote!(SigV2),
        Scheme::HttpApiKey(plan) => {
            let key = api_key(plan);
            quote!(HttpApiKey(#key))
        }
        Scheme::HttpBasic => quote!(HttpBasic),
        Scheme::HttpBearer => quote!(HttpBearer),
        Scheme::NoAuth => quote!(NoAuth),
    };
    quote!(::tinsmith_runtime::service::Scheme::#variant)
}

fn api_key(plan: &ApiKeyPlan) -> TokenStream {
    let ApiKeyPlan { name, is_in_query, prefix, .. } = plan;
    let location = if *is_in_query { quote!(Query) } else { quote!(Header) };
    let prefix = match prefix {
        Some(prefix) => quote!(::std::option::Option::Some(#prefix)),
        None => quote!(::std::option::Option::None),
    };
    quote! {
        ::tinsmith_runtime::service::ApiKey {
            name: #name,
            location: ::tinsmith_runtime::service::ApiKeyLocation::#location,
            prefix: #prefix,
        }
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
