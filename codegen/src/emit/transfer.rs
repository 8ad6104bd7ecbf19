//! Transfers of large objects, in parts.

mod download;
mod inputs;
mod outputs;
mod shared;
mod upload;

use proc_macro2::TokenStream;
use quote::quote;

use super::token::{doc, module_doc};
use crate::plan::{CratePlan, OperationPlan, TransferPlan};

const MODULE_DOC: &str = "\
Uploads and downloads of large objects, in parts and in parallel.

Methods of fluent builders start them: the members of the call are those of the object.";

const UPLOAD_DOC: &str = "\
Uploads the object from a source, which replaces the body, in parts if it is large.

The parts have the members that their requests have, and members that no request of an upload in parts has are refused. The
length and the MD5 of the body are not sent with parts. A checksum of the whole object is compared by the service when it has
all parts.";

const DOWNLOAD_DOC: &str = "\
Downloads the object to a file, in parts if it is large.

The first request is for the whole object. If it is larger than a part, only the first part is read from its response. The
other parts are requested if the object has the same entity tag.";

/// Emits the module `transfer`.
pub(super) fn transfer(plan: &TransferPlan) -> TokenStream {
    let documentation = module_doc(MODULE_DOC);
    let upload = plan.upload.as_ref().map(upload::upload);
    let download = plan.download.as_ref().map(download::download);
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
