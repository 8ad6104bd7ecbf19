//! The methods of the client that return waiters.

use proc_macro2::TokenStream;
use quote::quote;

use crate::emit::call::Chain;
use crate::emit::token::{deprecated, doc, ident, module_doc, path};
use crate::plan::waiter::WaiterPlan;
use crate::plan::{CratePlan, OperationPlan};

/// Returns the waiters of a crate with the operations that they call, in the order of their names.
pub(in crate::emit) fn all(plan: &CratePlan) -> Vec<(&OperationPlan, &WaiterPlan)> {
    let operations = plan.operations.iter();
    let each =
        operations.flat_map(|operation| operation.waiters.iter().map(move |waiter| (operation, waiter)));
    let mut waiters: Vec<_> = each.collect();
    waiters.sort_by(|left, right| left.1.module.cmp(&right.1.module));
    waiters
}

/// Emits `waiters.rs`: the modules, and the methods of the client.
pub(in crate::emit) fn root(plan: &CratePlan) -> TokenStream {
    let waiters = all(plan);
    let example =
        waiters.first().map(|(operation, waiter)| example(operation, waiter, &plan.name.replace('-', "_")));
    let documentation = module_doc(&format!(
        "Waiting for states. Bring [`Waiters`] into scope to call `wait_until_...` on a client.\n\n{}",
        example.unwrap_or_default()
    ));
    let modules = waiters.iter().map(|(_, waiter)| {
        let (name, documentation) = (ident(&waiter.module), doc(&waiter.summary));
        quote!(#documentation pub mod #name;)
    });
    let declared = waiters.iter().map(|(_, waiter)| {
        let (documentation, head) = (doc(&waiter.doc), head(waiter));
        let deprecated = deprecated(waiter.deprecated.as_ref());
        quote!(#documentation #deprecated #head;)
    });
    let defined = waiters.iter().map(|(_, waiter)| {
        let (head, fluent) = (head(waiter), path(&waiter.fluent_builder));
        quote!(#[inline] #head { #fluent::new(self.handle.clone()) })
    });
    quote! {
        #documentation
        #(#modules)*
        /// Methods of the client that wait. The trait is sealed, so that a newer model can add methods.
        pub trait Waiters: sealed::Sealed {
            #(#declared)*
        }
        impl Waiters for crate::client::Client {
            #(#defined)*
        }
        mod sealed {
            pub trait Sealed {}
        }
        impl sealed::Sealed for crate::client::Client {}
    }
}

/// Returns an example that waits.
pub(in crate::emit) fn example(operation: &OperationPlan, waiter: &WaiterPlan, library: &str) -> String {
    let mut chain = Chain::required(operation, "client".to_owned());
    chain.calls.insert(0, format!(".{}()", waiter.method));
    chain.calls.push(".wait(Duration::from_secs(600))".to_owned());
    let wait = chain.statement("", ".await?;");
    format!(
        "```no_run\n# #[cfg(feature = \"client\")]\nuse {library}::waiters::Waiters;\nuse std::time::Duration;\n\n\
         # #[cfg(feature = \"client\")]\n\
         # async fn example(client: &{library}::Client) -> Result<(), Box<dyn std::error::Error>> {{\n{wait}\n\
         # Ok(())\n# }}\n```"
    )
}

/// Emits `fn wait_until_connection_available(&self) -> ...`.
fn head(waiter: &WaiterPlan) -> TokenStream {
    let (name, fluent) = (ident(&waiter.method), path(&waiter.fluent_builder));
    quote!(fn #name(&self) -> #fluent)
}
