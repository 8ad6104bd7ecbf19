//! The sources of the parameters in a client, and the settings of clients of this service only.

use proc_macro2::TokenStream;
use quote::quote;

use super::super::token::{doc, ident, module_doc};
use super::params::{parameter_ty, set_name};
use crate::plan::endpoint::{BuiltIn, EndpointPlan, Parameter, ParameterType, Setting};
use crate::plan::{OperationPlan, ServiceCustomization, SettingSourcePlan};

/// Returns true if clients have settings for the rules of this service.
pub(in crate::emit) fn has_settings(plan: &EndpointPlan) -> bool {
    plan.parameters.iter().any(|parameter| parameter.setting.is_some()) || account_mode(plan).is_some()
}

fn account_mode(plan: &EndpointPlan) -> Option<&Parameter> {
    plan.parameters.iter().find(|parameter| parameter.built_in == Some(BuiltIn::AccountIdEndpointMode))
}

/// Emits the module `service::endpoint::from_config`.
pub(in crate::emit) fn from_config(plan: &EndpointPlan, operations: &[OperationPlan]) -> TokenStream {
    let setters: Vec<_> = plan
        .parameters
        .iter()
        .filter_map(|parameter| {
            let (set, value) = (set_name(parameter), source(parameter)?);
            Some(quote!(.#set(#value)))
        })
        .collect();
    let config = if setters.is_empty() { quote!(_config) } else { quote!(config) };
    let finalize = finalize(plan);
    let endpoint_params = endpoint_params(operations);
    quote! {
        impl crate::service::endpoint::ParamsBuilder {
            #[doc = " Returns the parameters that the settings of a client determine."]
            pub(crate) fn from_config(#config: &::aws_smithy_types::config_bag::ConfigBag) -> Self {
                Self::default() #(#setters)*
            }
        }
        #endpoint_params
        #finalize
    }
}

/// The names of the functions that compute the parameters of a call, as far as operations use them.
pub(super) fn params_functions(operations: &[OperationPlan]) -> Vec<&'static str> {
    let without = operations.iter().any(|operation| operation.bindings.is_empty());
    let with = operations.iter().any(|operation| !operation.bindings.is_empty());
    let functions = [("endpoint_params", without), ("endpoint_params_with", with)];
    functions.into_iter().filter(|(_, used)| *used).map(|(name, _)| name).collect()
}

fn endpoint_params(operations: &[OperationPlan]) -> TokenStream {
    let result = quote! {
        ::std::result::Result<
            ::aws_smithy_runtime_api::client::endpoint::EndpointResolverParams,
            ::aws_smithy_runtime_api::box_error::BoxError,
        >
    };
    let functions = params_functions(operations);
    let simple = functions.contains(&"endpoint_params").then(|| {
        quote! {
            #[doc = " Returns the endpoint parameters of an operation without context parameters."]
            pub(crate) fn endpoint_params(
                _: &::aws_smithy_runtime_api::client::interceptors::context::Input,
                config: &::aws_smithy_types::config_bag::ConfigBag,
            ) -> #result {
                let params = crate::service::endpoint::ParamsBuilder::from_config(config).build()?;
                ::std::result::Result::Ok(
                    ::aws_smithy_runtime_api::client::endpoint::EndpointResolverParams::new(params),
                )
            }
        }
    });
    let with = functions.contains(&"endpoint_params_with").then(|| {
        quote! {
            #[doc = " Returns the endpoint parameters of an operation with context parameters."]
            pub(crate) fn endpoint_params_with(
                config: &::aws_smithy_types::config_bag::ConfigBag,
                set: impl ::std::ops::FnOnce(
                    crate::service::endpoint::ParamsBuilder,
                ) -> crate::service::endpoint::ParamsBuilder,
            ) -> #result {
                let params = set(crate::service::endpoint::ParamsBuilder::from_config(config)).build()?;
                ::std::result::Result::Ok(
                    ::aws_smithy_runtime_api::client::endpoint::EndpointResolverParams::new(params),
                )
            }
        }
    });
    quote!(#simple #with)
}

/// Emits the value of a parameter in the configuration, an `Option`.
fn source(plan: &Parameter) -> Option<TokenStream> {
    let built_in = plan.built_in.and_then(built_in);
    let setting = plan.setting.as_ref().map(|setting| setting_value(plan, setting));
    match (setting, built_in) {
        (Some(setting), Some(built_in)) => Some(quote!(#setting.or_else(|| #built_in))),
        (setting, built_in) => setting.or(built_in),
    }
}

fn setting_value(plan: &Parameter, setting: &Setting) -> TokenStream {
    let holder = ident(&setting.holder);
    let value = if plan.ty == ParameterType::Boolean { quote!(value.0) } else { quote!(value.0.clone()) };
    quote!(config.load::<crate::service::endpoint::settings::#holder>().map(|value| #value))
}

fn built_in(plan: BuiltIn) -> Option<TokenStream> {
    let endpoint = quote!(::aws_types::endpoint_config);
    Some(match plan {
        BuiltIn::Region => {
            quote!(config.load::<::aws_types::region::Region>().map(|region| region.as_ref().to_owned()))
        }
        BuiltIn::UseDualStack => quote!(config.load::<#endpoint::UseDualStack>().map(|value| value.0)),
        BuiltIn::UseFips => quote!(config.load::<#endpoint::UseFips>().map(|value| value.0)),
        BuiltIn::Endpoint => quote!(config.load::<#endpoint::EndpointUrl>().map(|value| value.0.clone())),
        BuiltIn::AccountIdEndpointMode => quote! {
            ::std::option::Option::Some(
                config.load::<#endpoint::AccountIdEndpointMode>().cloned().unwrap_or_default().to_string(),
            )
        },
        BuiltIn::AccountId => return None,
    })
}

/// Emits the parameters that depend on the identity.
fn finalize(plan: &EndpointPlan) -> TokenStream {
    let account = plan.parameters.iter().find(|parameter| parameter.built_in == Some(BuiltIn::AccountId));
    let Some(account) = account else {
        return quote! {
            #[doc = " Adds nothing: no parameter depends on the identity."]
            pub(crate) fn finalize(
                _params: &mut ::aws_smithy_runtime_api::client::endpoint::EndpointResolverParams,
            ) {
            }
        };
    };
    let field = ident(&account.field);
    let value = quote!(account.as_str().to_owned());
    let value = if account.is_optional() { quote!(::std::option::Option::Some(#value)) } else { value };
    quote! {
        #[doc = " Adds the account of the identity that the request is made for."]
        pub(crate) fn finalize(
            params: &mut ::aws_smithy_runtime_api::client::endpoint::EndpointResolverParams,
        ) {
            let account = params
                .get_property::<::aws_smithy_runtime_api::client::identity::Identity>()
                .and_then(|identity| {
                    identity.property::<::aws_credential_types::attributes::AccountId>().cloned()
                });
            // The secrets of the identity need not stay with the parameters, which are logged.
            params.set_property(::aws_smithy_runtime_api::client::identity::Identity::new(
                (),
                ::std::option::Option::None,
            ));
            if let ::std::option::Option::Some(account) = account
                && let ::std::option::Option::Some(params) = params.get_mut::<crate::service::endpoint::Params>()
            {
                params.#field = #value;
            }
        }
    }
}

/// Emits the module `service::endpoint::settings`, where there is one.
pub(in crate::emit) fn settings(plan: &EndpointPlan, customization: &ServiceCustomization) -> TokenStream {
    let documentation = module_doc("Settings that the endpoint rules of this service ask for.");
    let with_setting = plan.parameters.iter().filter_map(|plan| Some((plan, plan.setting.as_ref()?)));
    let (holders, methods): (Vec<_>, Vec<_>) =
        with_setting.map(|(plan, setting)| (holder(plan, setting), methods(plan, setting))).unzip();
    let mode = account_mode(plan).map(|_| account_mode_methods());
    let copy = copy_settings(&setting_sources(plan, customization));
    quote! {
        #documentation
        #(#holders)*
        #copy
        impl crate::config::Builder {
            #(#methods)*
            #mode
        }
    }
}

/// Returns the sources of settings that clients have.
pub(in crate::emit) fn setting_sources<'a>(
    plan: &EndpointPlan,
    customization: &'a ServiceCustomization,
) -> Vec<&'a SettingSourcePlan> {
    let flags = plan.parameters.iter().filter(|parameter| parameter.ty == ParameterType::Boolean);
    let settings: Vec<_> = flags.filter_map(|parameter| parameter.setting.as_ref()).collect();
    let is_setting =
        |source: &&SettingSourcePlan| settings.iter().any(|setting| setting.holder == source.holder);
    customization.setting_sources.iter().filter(is_setting).collect()
}

/// Emits the function that copies settings from their other sources, if there are any.
fn copy_settings(sources: &[&SettingSourcePlan]) -> Option<TokenStream> {
    let settings = sources.iter().map(|SettingSourcePlan { holder, variable, key }| {
        let holder = ident(holder);
        quote! {
            let flag = ::tinsmith_runtime::config::service_flag(
                input,
                &crate::service::SERVICE,
                #variable,
                #key,
            );
            layer.store_or_unset(flag.map(#holder));
        }
    });
    (!sources.is_empty()).then(|| {
        quote! {
            #[doc = " Copies settings from the environment and the profile."]
            pub(crate) fn copy_settings(
                input: &::aws_types::SdkConfig,
                layer: &mut ::aws_smithy_types::config_bag::CloneableLayer,
            ) {
                #(#settings)*
            }
        }
    })
}

fn holder(plan: &Parameter, setting: &Setting) -> TokenStream {
    let (holder, ty) = (ident(&setting.holder), parameter_ty(plan));
    quote! {
        #[derive(Clone, Debug)]
        pub(super) struct #holder(pub(super) #ty);
        impl ::aws_smithy_types::config_bag::Storable for #holder {
            type Storer = ::aws_smithy_types::config_bag::StoreReplace<Self>;
        }
    }
}

fn methods(plan: &Parameter, setting: &Setting) -> TokenStream {
    let (name, set, holder) = (ident(&plan.field), set_name(plan), ident(&setting.holder));
    let (documentation, ty) = (doc(&setting.doc), parameter_ty(plan));
    let set_doc = doc(&format!("Sets or clears `{}`.", plan.stem));
    quote! {
        #documentation
        pub fn #name(mut self, #name: impl ::std::convert::Into<#ty>) -> Self {
            self.#set(::std::option::Option::Some(#name.into()));
            self
        }
        #set_doc
        pub fn #set(&mut self, #name: ::std::option::Option<#ty>) -> &mut Self {
            self.settings.layer.store_or_unset(#name.map(#holder));
            self
        }
    }
}

fn account_mode_methods() -> TokenStream {
    let mode = quote!(::aws_types::endpoint_config::AccountIdEndpointMode);
    quote! {
        #[doc = " Sets whether endpoints carry the account that requests are made for; preferred by default."]
        pub fn account_id_endpoint_mode(mut self, account_id_endpoint_mode: #mode) -> Self {
            self.set_account_id_endpoint_mode(::std::option::Option::Some(account_id_endpoint_mode));
            self
        }
        #[doc = " Sets or clears whether endpoints carry the account that requests are made for."]
        pub fn set_account_id_endpoint_mode(
            &mut self,
            account_id_endpoint_mode: ::std::option::Option<#mode>,
        ) -> &mut Self {
            self.settings.layer.store_or_unset(account_id_endpoint_mode);
            self
        }
    }
}
