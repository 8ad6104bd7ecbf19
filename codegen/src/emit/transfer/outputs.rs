//! Outputs of the operations of an upload.

use proc_macro2::TokenStream;
use quote::quote;

use super::super::token::{ident, path};
use super::shared::checksums;
use crate::plan::{Conversion, ListPlan, MultipartUploadPlan, TransferField};

/// Emits the functions that convert outputs.
pub(super) fn outputs(plan: &MultipartUploadPlan) -> TokenStream {
    let [create, part, complete] = [&plan.create, &plan.part, &plan.complete].map(|call| path(&call.output));
    let upload_id = value(&plan.upload_id, &quote!(output));
    let (completed_part, number) = (path(&plan.completed_part), ident(&plan.part_fields[0]));
    let sent = conversions(&plan.sent, &quote!(output));
    let ty = path(&plan.output_type);
    let completed = conversions(&plan.output, &quote!(output));
    let extended = plan.has_extended_request_id.then(|| {
        quote! {
            completed._extended_request_id = output._extended_request_id;
        }
    });
    let listing = listing(&plan.list, &completed_part);
    quote! {
        fn upload_id(output: #create) -> ::std::option::Option<::std::string::String> { #upload_id }
        fn sent(number: i32, output: #part) -> Self::CompletedPart {
            #completed_part::builder().#number(number) #sent.build()
        }
        fn completed(output: #complete) -> Self::Output {
            let mut completed = #ty::builder() #completed.build();
            completed._request_id = output._request_id;
            #extended
            completed
        }
        #listing
    }
}

fn listing(plan: &ListPlan, completed_part: &TokenStream) -> TokenStream {
    let list = path(&plan.call.output);
    let [number, length, e_tag] = plan.fields.each_ref().map(|field| ident(field));
    let (parts, is_truncated, next) =
        (ident(&plan.parts), ident(&plan.is_truncated), ident(&plan.next_marker));
    let checksums = checksums(&plan.checksums, &quote!(part));
    let completed = conversions(&plan.completed, &quote!(part));
    quote! {
        fn listing(
            output: #list,
        ) -> ::tinsmith_runtime::transfer::Listing<Self::CompletedPart, Self::Marker> {
            let parts = output.#parts.unwrap_or_default().into_iter().map(|part| {
                ::tinsmith_runtime::transfer::ListedPart {
                    number: part.#number,
                    length: part.#length,
                    checksums: #checksums,
                    e_tag: part.#e_tag.clone(),
                    part: #completed_part::builder() #completed.build(),
                }
            });
            ::tinsmith_runtime::transfer::Listing {
                parts: parts.collect(),
                next: output.#next.filter(|_| output.#is_truncated == ::std::option::Option::Some(true)),
            }
        }
    }
}

/// Emits the calls of setters for the fields of `from`.
fn conversions(conversions: &[Conversion], from: &TokenStream) -> TokenStream {
    conversions
        .iter()
        .map(|conversion| {
            let setter = ident(&conversion.setter);
            let value = value(&conversion.field, from);
            quote!(.#setter(#value))
        })
        .collect()
}

/// Emits a field as an `Option`.
fn value(field: &TransferField, from: &TokenStream) -> TokenStream {
    let name = ident(&field.name);
    if field.is_optional { quote!(#from.#name) } else { quote!(::std::option::Option::Some(#from.#name)) }
}
