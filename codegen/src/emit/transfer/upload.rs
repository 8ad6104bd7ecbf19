//! Uploads in parts.

use proc_macro2::{Literal, TokenStream};
use quote::quote;

use super::super::token::{ident, path, ty};
use super::{inputs, outputs};
use crate::plan::{MultipartUploadPlan, ObjectChecksumPlan};

/// Emits the upload and the implementation of the runtime's trait.
pub(super) fn upload(plan: &MultipartUploadPlan) -> TokenStream {
    let (operation, builder, body) = (path(&plan.operation), path(&plan.builder), ident(&plan.body));
    let [create, part, complete, abort, list] =
        [&plan.create, &plan.part, &plan.complete, &plan.abort, &plan.list.call]
            .map(|call| path(&call.operation));
    let (completed_part, marker) = (path(&plan.completed_part), ty(&plan.list.marker_type));
    let min_size = Literal::u64_unsuffixed(plan.limits.min_size);
    let max_count = Literal::u64_unsuffixed(plan.limits.max_count);
    let select = plan.checksum.as_ref().map(select_checksum);
    let (no_such_upload, check) = (plan.no_such_upload, check(plan));
    let inputs = inputs::inputs(plan);
    let outputs = outputs::outputs(plan);
    quote! {
        #[doc = " Upload of an object."]
        pub type Upload = ::tinsmith_runtime::transfer::Upload<::tinsmith_runtime::transfer::UploadCalls<#operation>>;
        impl ::tinsmith_runtime::transfer::MultipartUpload for #operation {
            type Builder = #builder;
            type Create = #create;
            type Part = #part;
            type Complete = #complete;
            type Abort = #abort;
            type List = #list;
            type CompletedPart = #completed_part;
            type Marker = #marker;
            type Failure = crate::Error;
            const LIMITS: ::tinsmith_runtime::transfer::PartLimits =
                ::tinsmith_runtime::transfer::PartLimits { min_size: #min_size, max_count: #max_count };
            const NO_SUCH_UPLOAD: &'static str = #no_such_upload;
            #check
            #select
            fn whole(
                input: Self::Builder,
                body: ::aws_smithy_types::byte_stream::ByteStream,
            ) -> ::std::result::Result<Self::Input, ::aws_smithy_types::error::operation::BuildError> {
                input.#body(body).build()
            }
            #inputs
            #outputs
        }
    }
}

/// Emits the function that refuses members.
fn check(plan: &MultipartUploadPlan) -> Option<TokenStream> {
    let refused = plan.refused.iter().map(|name| {
        let field = ident(name);
        quote!(::tinsmith_runtime::transfer::require_in_parts(input.#field.is_some(), #name)?;)
    });
    let refused_in_parts = plan.refused_in_parts.iter().map(|name| {
        let field = ident(name);
        quote!(::tinsmith_runtime::transfer::require_full_object(in_parts && input.#field.is_some(), #name)?;)
    });
    let checks: Vec<TokenStream> = refused.chain(refused_in_parts).collect();
    let in_parts = if plan.refused_in_parts.is_empty() { quote!(_in_parts) } else { quote!(in_parts) };
    (!checks.is_empty()).then(|| {
        quote! {
            fn check(
                input: &Self::Builder,
                #in_parts: bool,
            ) -> ::std::result::Result<(), ::aws_smithy_types::error::operation::BuildError> {
                #(#checks)*
                ::std::result::Result::Ok(())
            }
        }
    })
}

fn select_checksum(plan: &ObjectChecksumPlan) -> TokenStream {
    let algorithm = ident(&plan.algorithm);
    let checksums = plan.checksums.iter().map(|(name, field)| {
        let field = ident(field);
        quote!((#name, input.#field.is_some()))
    });
    quote! {
        fn select_checksum(input: &mut Self::Builder, has_default: bool) -> bool {
            let checksums = [#(#checksums),*];
            ::tinsmith_runtime::transfer::select_checksum(&mut input.#algorithm, &checksums, has_default)
        }
    }
}
