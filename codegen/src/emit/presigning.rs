//! Presigning of the requests of an operation.

use proc_macro2::TokenStream;
use quote::quote;

use super::token::{doc, ident, path};
use crate::plan::{OperationPlan, PresigningPlan};

const DOC: &str = "\
Returns a presigned request, which is not sent: it can be sent with any HTTP client until it expires.

The request has no body. Send its headers with it, and the body that the operation takes.

# Errors

Returns an error if a required member is not set, or there are no credentials.";

const AS_QUERY_DOC: &str = "\
Returns a presigned `GET` request, which is not sent: it can be sent with any HTTP client until it expires.

The input is in the query string. The request has no body.

# Errors

Returns an error if a required member is not set, or there are no credentials.";

const POST_DOC: &str = "\
Returns a form that uploads the object until the policy expires. Only the bucket and the key of the input are used.

# Errors

Returns an error if a required member is not set, or there are no credentials.";

/// Emits `presigned_post` of the fluent builder.
pub(super) fn post_method(plan: &OperationPlan) -> Option<TokenStream> {
    let (operation, error, documentation) = (path(&plan.path), path(&plan.error), doc(POST_DOC));
    plan.customization.upload.as_ref().map(|_| {
        quote! {
            #documentation
            pub async fn presigned_post(
                self,
                policy: crate::presigning::PostPolicy,
            ) -> ::std::result::Result<
                crate::presigning::PresignedPost,
                ::aws_smithy_runtime_api::client::result::SdkError<
                    #error,
                    ::aws_smithy_runtime_api::client::orchestrator::HttpResponse,
                >,
            > {
                ::tinsmith_runtime::orchestrator::presign_post::<#operation>(
                    self.handle,
                    self.inner.build(),
                    policy,
                )
                .await
            }
        }
    })
}

/// Emits `presigned` of the fluent builder.
pub(super) fn method(plan: &OperationPlan) -> Option<TokenStream> {
    let error = path(&plan.error);
    plan.customization.presigning.map(|plan| {
        let documentation = doc(match plan {
            PresigningPlan::AsSent => DOC,
            PresigningPlan::AsQuery => AS_QUERY_DOC,
        });
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
                self.customize().presigned(presigning_config).await
            }
        }
    })
}

/// Emits the fluent builder as a call that can be customized and presigned.
pub(super) fn customizable(plan: &OperationPlan) -> Option<TokenStream> {
    let (fluent, operation, error) = (ident(&plan.fluent_builder.name), path(&plan.path), path(&plan.error));
    plan.customization.presigning.map(|plan| {
        let function = ident(match plan {
            PresigningPlan::AsSent => "presign",
            PresigningPlan::AsQuery => "presign_as_query",
        });
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
                    ::tinsmith_runtime::orchestrator::#function::<#operation>(
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
