//! Inputs of the operations of an upload.

use proc_macro2::TokenStream;
use quote::quote;

use super::super::token::{ident, path};
use super::shared::built;
use crate::plan::{MultipartUploadPlan, TransferCall};

/// Emits the functions that build inputs.
pub(super) fn inputs(plan: &MultipartUploadPlan) -> TokenStream {
    let MultipartUploadPlan { create, part, complete, abort, list, .. } = plan;
    let [number, body] = plan.part_fields.each_ref().map(|field| ident(field));
    let ((parts, set_parts), upload) = (&plan.parts, ident(&plan.completed_upload));
    let (parts, set_parts) = (path(parts), ident(set_parts));
    let length = plan.length.as_ref().map(|field| {
        let field = ident(field);
        quote!(.#field(length))
    });
    let marker = ident(&format!("set_{}", list.marker.trim_start_matches("r#")));
    let checksum_type = checksum_type(plan);
    let results = [create, part, complete, abort, &list.call].map(|call| built(&call.input));
    let [created, sent, completed, aborted, listed] = results;
    let [create, part, complete, abort, list] = [create, part, complete, abort, &list.call].map(copied);
    quote! {
        fn create(input: &Self::Builder, has_checksum: bool) -> #created { #create #checksum_type.build() }
        fn part(
            input: &Self::Builder,
            id: &str,
            number: i32,
            body: ::aws_smithy_types::byte_stream::ByteStream,
        ) -> #sent {
            #part.#number(number).#body(body).build()
        }
        fn complete(
            input: &Self::Builder,
            id: &str,
            parts: ::std::vec::Vec<Self::CompletedPart>,
            length: i64,
            has_checksum: bool,
        ) -> #completed {
            let upload = #parts::builder().#set_parts(::std::option::Option::Some(parts)).build();
            #complete.#upload(upload) #length #checksum_type.build()
        }
        fn abort(input: &Self::Builder, id: &str) -> #aborted { #abort.build() }
        fn list(
            input: &Self::Builder,
            id: &str,
            marker: ::std::option::Option<Self::Marker>,
        ) -> #listed {
            #list.#marker(marker).build()
        }
    }
}

/// Emits `copied!`: the builder of a call with the members of the object.
fn copied(call: &TransferCall) -> TokenStream {
    let builder = path(&call.builder);
    let fields = call.copied.iter().map(|field| ident(field));
    let copied = quote!(::tinsmith_runtime::copied!(#builder, input { #(#fields),* }));
    match &call.upload_id {
        Some(upload_id) => {
            let upload_id = ident(upload_id);
            quote!(#copied.#upload_id(id))
        }
        None => copied,
    }
}

/// Emits the setter of the type of the object's checksum.
fn checksum_type(plan: &MultipartUploadPlan) -> Option<TokenStream> {
    let (field, ty) = plan.checksum.as_ref()?.checksum_type.as_ref()?;
    let (setter, ty) = (ident(&format!("set_{}", field.trim_start_matches("r#"))), path(ty));
    Some(quote!(.#setter(has_checksum.then(|| #ty::from("FULL_OBJECT")))))
}
