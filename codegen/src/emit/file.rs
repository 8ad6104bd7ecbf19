//! Files whose tokens are emitted on demand.

use proc_macro2::TokenStream;

/// A file whose tokens are emitted on demand, so that threads can share the list of files.
pub(crate) struct EmittedFile<'a> {
    /// The path below the crate's folder.
    pub(crate) path: String,
    /// Modules that export the items of the file, which need no import there.
    pub(crate) public_modules: Vec<String>,
    /// Emits the items.
    pub(crate) emit: Box<dyn Fn() -> TokenStream + Sync + 'a>,
}

impl<'a> EmittedFile<'a> {
    pub(super) fn new(
        path: impl Into<String>,
        public_modules: &[&str],
        emit: impl Fn() -> TokenStream + Sync + 'a,
    ) -> Self {
        let public_modules = public_modules.iter().map(|&module| module.to_owned()).collect();
        Self { path: path.into(), public_modules, emit: Box::new(emit) }
    }
}
