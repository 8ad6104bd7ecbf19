//! Operations that create sessions.

use proc_macro2::TokenStream;
use quote::quote;

use super::super::token::{ident, path};
use crate::plan::{OperationPlan, SessionField};

/// Emits the implementation of the runtime's trait for operations that create sessions.
pub(in crate::emit) fn session(plan: &OperationPlan) -> Option<TokenStream> {
    let session = plan.customization.session.as_ref()?;
    let (operation, builder) = (path(&plan.path), path(&plan.input.builder));
    let (parameter, bucket) = (ident(&session.parameter), ident(&session.bucket));
    let credentials = ident(&session.credentials.name);
    let unwrap = session.credentials.is_optional.then(|| quote!(?));
    let members = session.members.each_ref().map(member);
    let [access_key_id, secret_access_key, session_token, expiration] = members;
    Some(quote! {
        impl ::tinsmith_runtime::auth::session::SessionOperation for #operation {
            fn bucket(
                params: &::aws_smithy_runtime_api::client::endpoint::EndpointResolverParams,
            ) -> ::std::option::Option<&str> {
                params.get::<crate::config::endpoint::Params>()?.#parameter()
            }
            fn session_input(
                bucket: &str,
            ) -> ::std::result::Result<Self::Input, ::aws_smithy_types::error::operation::BuildError> {
                #builder::default().#bucket(bucket).build()
            }
            fn session_credentials(
                output: Self::Output,
            ) -> ::std::option::Option<::tinsmith_runtime::auth::session::SessionCredentials> {
                let credentials = output.#credentials #unwrap;
                ::std::option::Option::Some(::tinsmith_runtime::auth::session::SessionCredentials {
                    access_key_id: #access_key_id,
                    secret_access_key: #secret_access_key,
                    session_token: #session_token,
                    expiration: #expiration,
                })
            }
        }
    })
}

/// Emits a member of the credentials, as an `Option`.
fn member(field: &SessionField) -> TokenStream {
    let name = ident(&field.name);
    let value = quote!(credentials.#name);
    if field.is_optional { value } else { quote!(::std::option::Option::Some(#value)) }
}

/// Emits the functions of the operation that creates sessions, as a constant.
pub(in crate::emit) fn session_constant(operations: &[OperationPlan]) -> Option<TokenStream> {
    let operation = operations.iter().find(|operation| operation.customization.session.is_some())?;
    let operation = path(&operation.path);
    Some(quote! {
        #[doc = " The operation that creates sessions."]
        pub(crate) const SESSION: ::tinsmith_runtime::auth::session::Session =
            ::tinsmith_runtime::auth::session::Session::of::<#operation>();
    })
}
