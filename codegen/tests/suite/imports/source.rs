//! Files as modules, with their items, imports and inline paths.

use std::collections::{BTreeMap, BTreeSet};

use proc_macro2::{Spacing, TokenStream, TokenTree};
use quote::ToTokens as _;
use syn::{Attribute, Item, ItemMod, UseTree, Visibility};

use super::Segments;

/// A module.
pub(super) struct Module {
    /// Its path below the crate.
    pub(super) path: Segments,
    /// The file that defines it.
    pub(super) file: String,
    /// The meanings of its names.
    pub(super) bindings: BTreeMap<String, Vec<Binding>>,
    /// The modules whose names it imports.
    pub(super) globs: Vec<Segments>,
    /// The inline paths of its items, of two segments at least.
    pub(super) paths: BTreeSet<Segments>,
    imports: Vec<Import>,
    names: BTreeSet<String>,
}

/// The meaning of a name in a module.
pub(super) enum Binding {
    /// An item.
    Item,
    /// A child module.
    Module,
    /// An imported item or module.
    Import(Segments),
}

/// An imported name.
pub(super) struct Import {
    pub(super) name: String,
    pub(super) path: Segments,
    /// True for a re-export.
    pub(super) is_public: bool,
}

impl Module {
    fn new(path: &[String], file: &str) -> Self {
        Self {
            path: path.to_vec(),
            file: file.to_owned(),
            bindings: BTreeMap::new(),
            globs: Vec::new(),
            paths: BTreeSet::new(),
            imports: Vec::new(),
            names: BTreeSet::new(),
        }
    }

    /// The imported names.
    pub(super) fn imports(&self) -> impl Iterator<Item = &Import> {
        self.imports.iter()
    }

    /// The names in its items that may come from a glob import.
    pub(super) fn unbound_names(&self) -> impl Iterator<Item = &String> {
        self.names.iter().filter(|name| !self.globs.is_empty() && !self.bindings.contains_key(*name))
    }

    /// Returns true if the items of the module use a name.
    pub(super) fn mentions(&self, name: &str) -> bool {
        self.names.contains(name)
    }

    fn bind(&mut self, name: impl Into<String>, binding: Binding) {
        self.bindings.entry(name.into()).or_default().push(binding);
    }

    fn import(&mut self, tree: &UseTree, prefix: &[String], is_public: bool) {
        let joined = |name: String| [prefix, &[name]].concat();
        match tree {
            UseTree::Path(path) => self.import(&path.tree, &joined(path.ident.to_string()), is_public),
            UseTree::Group(group) => {
                group.items.iter().for_each(|tree| self.import(tree, prefix, is_public));
            }
            UseTree::Glob(_) => self.globs.push(prefix.to_vec()),
            UseTree::Name(name) if name.ident == "self" => {
                let name = prefix.last().cloned().unwrap_or_default();
                self.add_import(name, prefix.to_vec(), is_public);
            }
            UseTree::Name(name) => {
                self.add_import(name.ident.to_string(), joined(name.ident.to_string()), is_public);
            }
            UseTree::Rename(rename) => {
                self.add_import(rename.rename.to_string(), joined(rename.ident.to_string()), is_public);
            }
        }
    }

    fn add_import(&mut self, name: String, path: Segments, is_public: bool) {
        self.bind(name.clone(), Binding::Import(path.clone()));
        self.imports.push(Import { name, path, is_public });
    }

    /// Collects the names and paths in tokens. The bodies of `quote!` are paths of another crate.
    fn scan(&mut self, tokens: TokenStream) {
        let mut tokens = tokens.into_iter().peekable();
        let mut path: Segments = Vec::new();
        let mut after_colons = false;
        while let Some(token) = tokens.next() {
            match token {
                TokenTree::Ident(ident) => {
                    if !after_colons {
                        self.end_path(&mut path);
                    }
                    after_colons = false;
                    let name = ident.to_string();
                    self.names.insert(name.clone());
                    path.push(name);
                }
                TokenTree::Punct(punct) if punct.as_char() == ':' => {
                    if punct.spacing() == Spacing::Joint {
                        tokens.next();
                        after_colons = true;
                        if path.is_empty() {
                            // A path that begins with `::` is one of another crate.
                            path.push(String::new());
                        }
                    } else {
                        self.end_path(&mut path);
                    }
                }
                TokenTree::Punct(punct) => {
                    let is_quote = punct.as_char() == '!' && path.last().is_some_and(|name| is_quote(name));
                    self.end_path(&mut path);
                    after_colons = false;
                    if is_quote && matches!(tokens.peek(), Some(TokenTree::Group(_))) {
                        tokens.next();
                    }
                }
                TokenTree::Group(group) => {
                    self.end_path(&mut path);
                    after_colons = false;
                    self.scan(group.stream());
                }
                TokenTree::Literal(_) => {
                    self.end_path(&mut path);
                    after_colons = false;
                }
            }
        }
        self.end_path(&mut path);
    }

    fn end_path(&mut self, path: &mut Segments) {
        let path = std::mem::take(path);
        if path.len() > 1 {
            self.paths.insert(path);
        }
    }
}

fn is_quote(name: &str) -> bool {
    ["quote", "quote_spanned", "parse_quote", "parse_quote_spanned"].contains(&name)
}

/// The modules of files, by their paths. Modules for tests are left out.
pub(super) fn modules(sources: &[(&str, &str)]) -> BTreeMap<Segments, Module> {
    let mut modules = BTreeMap::new();
    let mut tests = BTreeSet::new();
    for (file, content) in sources {
        let syntax = syn::parse_file(content).unwrap_or_else(|error| panic!("{file}: {error}"));
        add(&module_path(file), file, &syntax.items, &mut modules, &mut tests);
    }
    modules.retain(|path: &Segments, _| !tests.iter().any(|test: &Segments| path.starts_with(test)));
    modules
}

/// `diff/render/json.rs` is `diff::render::json`.
fn module_path(file: &str) -> Segments {
    let path = file.strip_suffix(".rs").unwrap_or(file);
    if path == "lib" { Vec::new() } else { path.split('/').map(str::to_owned).collect() }
}

fn add(
    path: &[String],
    file: &str,
    items: &[Item],
    modules: &mut BTreeMap<Segments, Module>,
    tests: &mut BTreeSet<Segments>,
) {
    let mut module = Module::new(path, file);
    for item in items {
        match item {
            Item::Mod(child) => {
                let path = [path, &[child.ident.to_string()]].concat();
                if is_test(&child.attrs) {
                    tests.insert(path);
                    continue;
                }
                module.bind(child.ident.to_string(), Binding::Module);
                if let ItemMod { content: Some((_, items)), .. } = child {
                    add(&path, file, items, modules, tests);
                }
            }
            Item::Use(item) if is_test(&item.attrs) => {}
            Item::Use(item) => {
                let is_public = !matches!(item.vis, Visibility::Inherited);
                module.import(&item.tree, &[], is_public);
            }
            item => {
                if let Some(name) = name(item) {
                    module.bind(name, Binding::Item);
                }
                module.scan(item.to_token_stream());
            }
        }
    }
    modules.insert(path.to_vec(), module);
}

fn is_test(attributes: &[Attribute]) -> bool {
    attributes
        .iter()
        .any(|attribute| attribute.to_token_stream().to_string().replace(' ', "") == "#[cfg(test)]")
}

fn name(item: &Item) -> Option<String> {
    let ident = match item {
        Item::Const(item) => &item.ident,
        Item::Enum(item) => &item.ident,
        Item::Fn(item) => &item.sig.ident,
        Item::Macro(item) => item.ident.as_ref()?,
        Item::Static(item) => &item.ident,
        Item::Struct(item) => &item.ident,
        Item::Trait(item) => &item.ident,
        Item::TraitAlias(item) => &item.ident,
        Item::Type(item) => &item.ident,
        Item::Union(item) => &item.ident,
        _ => return None,
    };
    Some(ident.to_string())
}
