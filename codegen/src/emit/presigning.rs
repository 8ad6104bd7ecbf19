//! Presigning of the requests of an operation.

use proc_macro2::TokenStream;
use quote::quote;

use super::token::{doc, ident, path};
use crate::plan::OperationPlan;

const DOC: &str = "\
Returns a presigned request, which is not sent: anyone can send it until it expires, with a client of HTTP.

The request has no body. Send its headers with it, and the body that the operation takes.

# Errors

Returns an error if a required member is not set, or there are no credentials.";

/// Emits `presigned` of the fluent builder.
pub(super) fn method(plan: &OperationPlan) -> Option<TokenStream> {
    let (operation, error, documentation) = (path(&plan.path), path(&plan.error), doc(DOC));
    plan.customization.is_presignable.then(|| {
        quote! {
            #documentation
            pub async fn presigned(
                self,
                presigning_config: crate::presigning::PresigningConfig,
            ) -> ::std::result::Result<
                crate::presigning::PresignedRequest,
                ::aws_smithy_runtime_api::client::result::SdkError<
                    #error,
                    ::aws_smithy_runtime_api::client::orchestrator::HttpResponse,
                >,
            > {
                ::tinsmith_runtime::orchestrator::presign::<#operation>(
                    self.handle,
                    self.inner.build(),
                    ::std::option::Option::None,
                    presigning_config,
                )
                .await
            }
        }
    })
}

/// Emits the fluent builder as a call that can be customized and presigned.
pub(super) fn customizable(plan: &OperationPlan) -> Option<TokenStream> {
    let (fluent, operation, error) = (ident(&plan.fluent_builder.name), path(&plan.path), path(&plan.error));
    plan.customization.is_presignable.then(|| {
        quote! {
            impl crate::presigning::CustomizablePresigned<#error> for #fluent {
                #[inline]
                fn presign(
                    self,
                    config_override: crate::config::Builder,
                    presigning_config: crate::presigning::PresigningConfig,
                ) -> ::tinsmith_runtime::orchestrator::BoxFuture<
                    ::tinsmith_runtime::orchestrator::SendResult<crate::presigning::PresignedRequest, #error>,
                > {
                    ::tinsmith_runtime::orchestrator::presign::<#operation>(
                        self.handle,
                        self.inner.build(),
                        ::std::option::Option::Some(config_override.settings),
                        presigning_config,
                    )
                }
            }
        }
    })
}
