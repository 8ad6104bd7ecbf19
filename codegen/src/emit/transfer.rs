//! Transfers of large objects, in parts.

use proc_macro2::{Literal, TokenStream};
use quote::quote;

use super::token::{doc, ident, module_doc, path, ty};
use crate::plan::{
    Conversion, CratePlan, ListPlan, MultipartUploadPlan, ObjectChecksumPlan, OperationPlan,
    RangedDownloadPlan, RustPath, TransferCall, TransferField, TransferPlan,
};

const MODULE_DOC: &str = "\
Uploads and downloads of large objects, in parts and in parallel.

Methods of fluent builders start them: the members of the call are those of the object.";

const UPLOAD_DOC: &str = "\
Uploads the object from a source, which replaces the body, in parts if it is large.

The parts have the members that their requests have. The length and the MD5 of the body are not sent with parts. A checksum
of the whole object is compared by the service when it has all parts.";

const DOWNLOAD_DOC: &str = "\
Downloads the object to a file, in parts if it is large.

The first request is for the whole object. If it is larger than a part, only the first part is read from its response. The
other parts are requested if the object has the same entity tag.";

/// Emits the module `transfer`.
pub(super) fn transfer(plan: &TransferPlan) -> TokenStream {
    let documentation = module_doc(MODULE_DOC);
    let upload = plan.upload.as_ref().map(upload);
    let download = plan.download.as_ref().map(download);
    let source = plan.upload.as_ref().map(|_| quote!(Source,));
    quote! {
        #documentation
        pub use ::tinsmith_runtime::transfer::{Progress, #source TransferErrorKind};
        #[doc = " Error of an upload or a download."]
        pub type TransferError = ::tinsmith_runtime::transfer::TransferError<crate::Error>;
        #upload
        #download
    }
}

/// Emits the methods of the fluent builder that start transfers.
pub(super) fn methods(operation: &OperationPlan, krate: &CratePlan) -> TokenStream {
    let uploads = krate.transfer.upload.as_ref().is_some_and(|upload| upload.operation == operation.path);
    let downloads =
        krate.transfer.download.as_ref().is_some_and(|download| download.operation == operation.path);
    let upload_doc = doc(UPLOAD_DOC);
    let upload = uploads.then(|| {
        quote! {
            #upload_doc
            #[cfg(feature = "transfer")]
            pub fn upload(self, source: impl ::std::convert::Into<crate::transfer::Source>) -> crate::transfer::Upload {
                let calls = ::tinsmith_runtime::transfer::UploadCalls::new(self.handle, self.inner);
                crate::transfer::Upload::new(calls, source.into())
            }
        }
    });
    let download_doc = doc(DOWNLOAD_DOC);
    let download = downloads.then(|| {
        quote! {
            #download_doc
            #[cfg(feature = "transfer")]
            pub fn download(self, path: impl ::std::convert::Into<::std::path::PathBuf>) -> crate::transfer::Download {
                let calls = ::tinsmith_runtime::transfer::DownloadCalls::new(self.handle, self.inner);
                crate::transfer::Download::new(calls, path.into())
            }
        }
    });
    quote!(#upload #download)
}

fn upload(plan: &MultipartUploadPlan) -> TokenStream {
    let (operation, builder, body) = (path(&plan.operation), path(&plan.builder), ident(&plan.body));
    let [create, part, complete, abort, list] =
        [&plan.create, &plan.part, &plan.complete, &plan.abort, &plan.list.call]
            .map(|call| path(&call.operation));
    let (completed_part, marker) = (path(&plan.completed_part), ty(&plan.list.marker_type));
    let min_size = Literal::u64_unsuffixed(plan.limits.min_size);
    let max_count = Literal::u64_unsuffixed(plan.limits.max_count);
    let select = plan.checksum.as_ref().map(select_checksum);
    let inputs = upload_inputs(plan);
    let outputs = upload_outputs(plan);
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

/// Emits the result of building an input.
fn built(input: &RustPath) -> TokenStream {
    let input = path(input);
    quote!(::std::result::Result<#input, ::aws_smithy_types::error::operation::BuildError>)
}

/// Emits the setter of the type of the object's checksum.
fn checksum_type(plan: &MultipartUploadPlan) -> Option<TokenStream> {
    let (field, ty) = plan.checksum.as_ref()?.checksum_type.as_ref()?;
    let (setter, ty) = (ident(&format!("set_{}", field.trim_start_matches("r#"))), path(ty));
    Some(quote!(.#setter(has_checksum.then(|| #ty::from("FULL_OBJECT")))))
}

fn upload_inputs(plan: &MultipartUploadPlan) -> TokenStream {
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

fn upload_outputs(plan: &MultipartUploadPlan) -> TokenStream {
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

/// Emits checksums by the names of their algorithms.
fn checksums(checksums: &[(&'static str, String)], from: &TokenStream) -> TokenStream {
    let checksums = checksums.iter().map(|(algorithm, field)| {
        let field = ident(field);
        quote!((#algorithm, #from.#field.clone()))
    });
    quote!([#(#checksums),*].into())
}

fn download(plan: &RangedDownloadPlan) -> TokenStream {
    let (operation, builder, body) = (path(&plan.operation), path(&plan.builder), ident(&plan.body));
    let (range, if_match) = (ident(&plan.range), ident(&plan.if_match));
    let [length, content_range, e_tag] = plan.described.each_ref().map(|field| ident(field));
    let checksums = checksums(&plan.checksums, &quote!(output));
    let parts = plan.parts.iter().map(|name| {
        let field = ident(name);
        quote!(::tinsmith_runtime::transfer::require_whole_object(input.#field.is_some(), #name)?;)
    });
    let built = built(&plan.input);
    quote! {
        #[doc = " Download of an object."]
        pub type Download = ::tinsmith_runtime::transfer::Download<::tinsmith_runtime::transfer::DownloadCalls<#operation>>;
        impl ::tinsmith_runtime::transfer::RangedDownload for #operation {
            type Builder = #builder;
            type Failure = crate::Error;
            fn ranged(
                input: &Self::Builder,
                range: ::std::option::Option<::tinsmith_runtime::transfer::ByteRange>,
            ) -> #built {
                #(#parts)*
                match range {
                    ::std::option::Option::Some(range) => {
                        input.clone().#range(range.header()).#if_match(range.e_tag).build()
                    }
                    ::std::option::Option::None => input.clone().build(),
                }
            }
            fn fetched(mut output: Self::Output) -> ::tinsmith_runtime::transfer::Fetched<Self::Output> {
                ::tinsmith_runtime::transfer::Fetched {
                    body: ::std::mem::take(&mut output.#body),
                    length: output.#length,
                    content_range: output.#content_range.clone(),
                    e_tag: output.#e_tag.clone(),
                    checksums: #checksums,
                    output,
                }
            }
        }
    }
}
