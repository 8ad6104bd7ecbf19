//! Replaces full paths with `use` items and short names.
//!
//! Emitters write full paths, such as `::aws_smithy_types::DateTime` and `crate::types::Tag`. A path is kept in full if its
//! name is taken by an item of the file or by the prelude, so that a model may give its shapes any name.

use std::collections::{BTreeMap, BTreeSet};

use proc_macro2::{Group, Punct, Spacing, Span, TokenStream, TokenTree};
use syn::visit_mut::{self, VisitMut};
use syn::{ExprPath, File, Ident, Item, ItemMacro, ItemUse, Path, UseTree, parse_quote};

/// Modules that are imported as a whole, so that paths to their items have the form `fmt::Result`.
const KEPT_MODULES: [&str; 7] = [
    "std::fmt",
    "std::str",
    "aws_smithy_schema::prelude",
    "aws_types::endpoint_config",
    "tinsmith_runtime::client::waiter",
    "tinsmith_runtime::orchestrator",
    "tinsmith_runtime::protocol",
];

/// Names of the prelude. Items of the standard library with these names need no import.
const PRELUDE: [&str; 41] = [
    "AsMut",
    "AsRef",
    "Box",
    "Clone",
    "Copy",
    "Debug",
    "Default",
    "DoubleEndedIterator",
    "Drop",
    "Eq",
    "Err",
    "ExactSizeIterator",
    "Extend",
    "Fn",
    "FnMut",
    "FnOnce",
    "From",
    "FromIterator",
    "Hash",
    "Into",
    "IntoIterator",
    "Iterator",
    "None",
    "Ok",
    "Option",
    "Ord",
    "PartialEq",
    "PartialOrd",
    "Result",
    "Self",
    "Send",
    "Sized",
    "Some",
    "String",
    "Sync",
    "ToOwned",
    "ToString",
    "TryFrom",
    "TryInto",
    "Unpin",
    "Vec",
];

/// Shortens the paths of a file whose items are public in `public_modules`.
pub(super) fn shorten(file: &mut File, public_modules: &[String]) {
    let local = local_names(file);
    let mut visitor =
        Visitor { public_modules, local: &local, imports: BTreeMap::new(), is_rewriting: false };
    visitor.visit_file_mut(file);
    visitor.is_rewriting = true;
    visitor.visit_file_mut(file);
    let imports = visitor.imports.into_iter().map(|(name, module)| (module, name)).collect();
    let mut items = use_items(&imports);
    items.append(&mut file.items);
    file.items = items;
}

/// Returns the names that the items of the file define or import.
fn local_names(file: &File) -> BTreeSet<String> {
    let mut names = BTreeSet::new();
    for item in &file.items {
        match item {
            Item::Struct(item) => drop(names.insert(item.ident.to_string())),
            Item::Enum(item) => drop(names.insert(item.ident.to_string())),
            Item::Static(item) => drop(names.insert(item.ident.to_string())),
            Item::Const(item) => drop(names.insert(item.ident.to_string())),
            Item::Fn(item) => drop(names.insert(item.sig.ident.to_string())),
            Item::Mod(item) => drop(names.insert(item.ident.to_string())),
            Item::Use(item) => used_names(&item.tree, &mut names),
            Item::Macro(item) => macro_names(&item.mac.tokens, &mut names),
            _ => {}
        }
    }
    names
}

/// Collects the names that a macro call defines: `struct Name`, `enum Name`, `type Name`, or `NAME: ...` for a static.
fn macro_names(tokens: &TokenStream, names: &mut BTreeSet<String>) {
    let idents = tokens.clone().into_iter().map(|token| match token {
        TokenTree::Ident(ident) => Some(ident.to_string()),
        _ => None,
    });
    let idents: Vec<_> = idents.collect();
    let keyword = |ident: &Option<String>| matches!(ident.as_deref(), Some("struct" | "enum" | "type"));
    let types = idents.windows(2).filter(|pair| keyword(&pair[0])).filter_map(|pair| pair[1].clone());
    let types: Vec<String> = types.collect();
    let first = idents.first().cloned().flatten().filter(|_| types.is_empty());
    names.extend(types.into_iter().chain(first));
}

fn used_names(tree: &UseTree, names: &mut BTreeSet<String>) {
    match tree {
        UseTree::Path(path) => used_names(&path.tree, names),
        UseTree::Name(name) => drop(names.insert(name.ident.to_string())),
        UseTree::Rename(name) => drop(names.insert(name.rename.to_string())),
        UseTree::Group(group) => group.items.iter().for_each(|tree| used_names(tree, names)),
        UseTree::Glob(_) => {}
    }
}

/// Collects the imports of a file, and shortens its paths in a second pass.
struct Visitor<'a> {
    /// Modules in which the items of the file are public.
    public_modules: &'a [String],
    /// Names that the items of the file define or import.
    local: &'a BTreeSet<String>,
    /// Module of each imported name.
    imports: BTreeMap<String, String>,
    /// The second pass, which changes the paths.
    is_rewriting: bool,
}

/// A full path, split at the name that is imported.
struct FullPath {
    /// Module of the name, such as `std::collections`.
    module: String,
    /// The name, such as `BTreeMap`.
    name: String,
    /// Number of segments before the name.
    name_index: usize,
}

impl FullPath {
    fn of(path: &Path) -> Option<Self> {
        let absolute = path.leading_colon.is_some() || path.segments.first()?.ident == "crate";
        if !absolute {
            return None;
        }
        Self::of_segments(&path.segments.iter().map(|segment| segment.ident.to_string()).collect::<Vec<_>>())
    }

    fn of_segments(segments: &[String]) -> Option<Self> {
        let kept = KEPT_MODULES.iter().find_map(|kept| {
            let parts: Vec<&str> = kept.split("::").collect();
            segments
                .iter()
                .map(String::as_str)
                .take(parts.len())
                .eq(parts.iter().copied())
                .then_some(parts.len() - 1)
        });
        let named =
            segments.iter().position(|segment| segment.starts_with(|first: char| first.is_ascii_uppercase()));
        let name_index = kept.or(named).unwrap_or(segments.len() - 1);
        if name_index == 0 {
            return None;
        }
        let module = segments[..name_index].join("::");
        Some(Self { module, name: segments[name_index].clone(), name_index })
    }

    fn is_std(&self) -> bool {
        self.module == "std" || self.module.starts_with("std::")
    }
}

impl Visitor<'_> {
    /// Returns whether the name can replace the path, and adds an import if it needs one.
    fn import(&mut self, full: &FullPath) -> bool {
        let local = self.local.contains(&full.name);
        if local {
            return self.public_modules.contains(&full.module);
        }
        if PRELUDE.contains(&full.name.as_str()) {
            return full.is_std();
        }
        match self.imports.get(&full.name) {
            Some(module) if self.is_rewriting => *module == full.module,
            Some(module) if *module <= full.module => true,
            _ => {
                self.imports.insert(full.name.clone(), full.module.clone());
                true
            }
        }
    }
}

impl VisitMut for Visitor<'_> {
    fn visit_path_mut(&mut self, path: &mut Path) {
        visit_mut::visit_path_mut(self, path);
        let Some(full) = FullPath::of(path) else { return };
        let is_short = self.import(&full);
        if self.is_rewriting && is_short {
            let is_variant = is_prelude_variant(path, &full) && !self.local.contains("Some");
            let first = full.name_index + usize::from(is_variant);
            path.leading_colon = None;
            path.segments = std::mem::take(&mut path.segments).into_iter().skip(first).collect();
        }
    }

    fn visit_expr_path_mut(&mut self, path: &mut ExprPath) {
        // `<T as Trait>::function` stores the position of the trait as a number of segments, which shortening would change.
        if path.qself.is_none() {
            visit_mut::visit_expr_path_mut(self, path);
        }
    }

    fn visit_item_use_mut(&mut self, _: &mut ItemUse) {}

    fn visit_item_macro_mut(&mut self, item: &mut ItemMacro) {
        self.visit_path_mut(&mut item.mac.path);
        item.mac.tokens = self.shorten_tokens(std::mem::take(&mut item.mac.tokens));
    }
}

/// Paths in the bodies of macro calls, which are not parsed.
impl Visitor<'_> {
    fn shorten_tokens(&mut self, tokens: TokenStream) -> TokenStream {
        let mut out = Vec::new();
        let mut tokens = tokens.into_iter().peekable();
        while let Some(token) = tokens.next() {
            match token {
                TokenTree::Group(group) => {
                    let inner = self.shorten_tokens(group.stream());
                    out.push(Group::new(group.delimiter(), inner).into());
                }
                TokenTree::Punct(colon) if is_joint_colon(&colon) => {
                    out.push(colon.into());
                    out.extend(tokens.next());
                    let after = out.len();
                    if let Some(TokenTree::Ident(_)) = tokens.peek() {
                        out.extend(tokens.next());
                        path_rest(&mut tokens, &mut out);
                        self.shorten_path(&mut out, after - 2);
                    }
                }
                TokenTree::Ident(first) if first == "crate" => {
                    let start = out.len();
                    out.push(first.into());
                    path_rest(&mut tokens, &mut out);
                    self.shorten_path(&mut out, start);
                }
                TokenTree::Ident(first) => {
                    out.push(first.into());
                    path_rest(&mut tokens, &mut out);
                }
                other => out.push(other),
            }
        }
        out.into_iter().collect()
    }

    /// Shortens the path in `out` that begins at `start`.
    fn shorten_path(&mut self, out: &mut Vec<TokenTree>, start: usize) {
        let is_segment = |token: &&TokenTree| matches!(token, TokenTree::Ident(_));
        let segments: Vec<_> = out[start..].iter().filter(is_segment).map(ToString::to_string).collect();
        let Some(full) = FullPath::of_segments(&segments) else { return };
        if self.import(&full) && self.is_rewriting {
            let name =
                out[start..].iter().enumerate().filter(|(_, token)| is_segment(token)).nth(full.name_index);
            let at = name.map_or(start, |(index, _)| start + index);
            out.drain(start..at);
        }
    }
}

type Tokens = std::iter::Peekable<proc_macro2::token_stream::IntoIter>;

/// Moves the following `::segment`s to `out`.
fn path_rest(tokens: &mut Tokens, out: &mut Vec<TokenTree>) {
    while let Some(TokenTree::Punct(colon)) = tokens.peek()
        && is_joint_colon(colon)
    {
        out.extend(tokens.next());
        out.extend(tokens.next());
        if let Some(TokenTree::Ident(_)) = tokens.peek() {
            out.extend(tokens.next());
        }
    }
}

fn is_joint_colon(punct: &Punct) -> bool {
    punct.as_char() == ':' && punct.spacing() == Spacing::Joint
}

/// Returns whether the path leads to a variant that the prelude contains, such as `Option::Some`.
fn is_prelude_variant(path: &Path, full: &FullPath) -> bool {
    let variant = path.segments.iter().nth(full.name_index + 1).map(|segment| segment.ident.to_string());
    let variant = variant.as_deref();
    matches!(
        (full.name.as_str(), variant),
        ("Option", Some("Some" | "None")) | ("Result", Some("Ok" | "Err"))
    ) && full.is_std()
}

/// Returns one `use` item for each module: first the standard library's, then those of other crates and of this crate.
fn use_items(imports: &BTreeSet<(String, String)>) -> Vec<Item> {
    let mut modules: BTreeMap<(usize, &str), Vec<Ident>> = BTreeMap::new();
    for (module, name) in imports {
        let group = match module.split("::").next() {
            Some("std") => 0,
            Some("crate") => 2,
            _ => 1,
        };
        modules.entry((group, module)).or_default().push(Ident::new(name, Span::call_site()));
    }
    modules.into_iter().map(|((_, module), names)| use_item(module, &names)).collect()
}

fn use_item(module: &str, names: &[Ident]) -> Item {
    let module = module.split("::").map(|part| match part {
        "crate" => Ident::new("crate", Span::call_site()),
        part => crate::name::ident(part),
    });
    match names {
        [name] => parse_quote!(use #(#module)::*::#name;),
        names => parse_quote!(use #(#module)::*::{#(#names),*};),
    }
}
