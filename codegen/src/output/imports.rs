//! Full paths become `use` lines and short names, as a person would write them.
//!
//! Emitters write `::aws_smithy_types::DateTime` and `crate::types::Tag`. A name that is taken, by an item of the
//! file or by Rust's prelude, keeps its full path, so that a model may name its shapes as it likes.

use std::collections::{BTreeMap, BTreeSet};

use proc_macro2::{Group, Punct, Spacing, Span, TokenStream, TokenTree};
use syn::visit_mut::{self, VisitMut};
use syn::{ExprPath, File, Ident, Item, ItemMacro, ItemUse, Path, UseTree, parse_quote};

/// Modules that are imported themselves, so that their items read `fmt::Result`.
const KEPT_MODULES: [&str; 7] = [
    "std::fmt",
    "std::str",
    "aws_smithy_schema::prelude",
    "aws_types::endpoint_config",
    "tinsmith_runtime::client::waiter",
    "tinsmith_runtime::orchestrator",
    "tinsmith_runtime::protocol",
];

/// Names that Rust puts into every file; the standard library's own need no import.
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

/// Shortens the paths of a file whose items are public in the modules `homes`.
pub(super) fn shorten(file: &mut File, homes: &[String]) {
    let local = local_names(file);
    let mut collector = Visitor { homes, local: &local, imports: BTreeMap::new(), rewrite: false };
    collector.visit_file_mut(file);
    collector.rewrite = true;
    collector.visit_file_mut(file);
    let imports = collector.imports.into_iter().map(|(name, module)| (module, name)).collect();
    let mut items = use_items(&imports);
    items.append(&mut file.items);
    file.items = items;
}

/// The names that the items of the file take.
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
            Item::Macro(item) => made_names(&item.mac.tokens, &mut names),
            _ => {}
        }
    }
    names
}

/// The names of what a macro makes: `struct Name`, `enum Name` or `type Name`, or `NAME: ...` for a static.
fn made_names(tokens: &TokenStream, names: &mut BTreeSet<String>) {
    let idents = tokens.clone().into_iter().map(|token| match token {
        TokenTree::Ident(ident) => Some(ident.to_string()),
        _ => None,
    });
    let idents: Vec<_> = idents.collect();
    let keyword = |ident: &Option<String>| matches!(ident.as_deref(), Some("struct" | "enum" | "type"));
    let made = idents.windows(2).filter(|pair| keyword(&pair[0])).filter_map(|pair| pair[1].clone());
    let made: Vec<String> = made.collect();
    let first = idents.first().cloned().flatten().filter(|_| made.is_empty());
    names.extend(made.into_iter().chain(first));
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

struct Visitor<'a> {
    homes: &'a [String],
    local: &'a BTreeSet<String>,
    /// The module behind each imported name.
    imports: BTreeMap<String, String>,
    rewrite: bool,
}

/// A full path, taken apart.
struct Full {
    /// `std::collections`
    module: String,
    /// `HashMap`
    name: String,
    /// How many segments stand before the name.
    before: usize,
}

impl Full {
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
        let before = kept.or(named).unwrap_or(segments.len() - 1);
        if before == 0 {
            return None;
        }
        Some(Self { module: segments[..before].join("::"), name: segments[before].clone(), before })
    }

    fn is_std(&self) -> bool {
        self.module == "std" || self.module.starts_with("std::")
    }
}

impl Visitor<'_> {
    /// Whether the name alone will do, importing it where that is needed.
    fn settle(&mut self, full: &Full) -> bool {
        let local = self.local.contains(&full.name);
        if local {
            return self.homes.contains(&full.module);
        }
        if PRELUDE.contains(&full.name.as_str()) {
            return full.is_std();
        }
        match self.imports.get(&full.name) {
            Some(module) if self.rewrite => *module == full.module,
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
        let Some(full) = Full::of(path) else { return };
        let short = self.settle(&full);
        if self.rewrite && short {
            let variant = is_prelude_variant(path, &full) && !self.local.contains("Some");
            let before = full.before + usize::from(variant);
            path.leading_colon = None;
            path.segments = std::mem::take(&mut path.segments).into_iter().skip(before).collect();
        }
    }

    fn visit_expr_path_mut(&mut self, path: &mut ExprPath) {
        // The position of the trait in `<T as Trait>::function` counts segments; leave those alone.
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

/// Bodies of macros, whose paths are nothing but tokens.
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

    /// Shortens the path that `out` ends with.
    fn shorten_path(&mut self, out: &mut Vec<TokenTree>, start: usize) {
        let is_segment = |token: &&TokenTree| matches!(token, TokenTree::Ident(_));
        let segments: Vec<_> = out[start..].iter().filter(is_segment).map(ToString::to_string).collect();
        let Some(full) = Full::of_segments(&segments) else { return };
        if self.settle(&full) && self.rewrite {
            let name =
                out[start..].iter().enumerate().filter(|(_, token)| is_segment(token)).nth(full.before);
            let at = name.map_or(start, |(index, _)| start + index);
            out.drain(start..at);
        }
    }
}

type Tokens = std::iter::Peekable<proc_macro2::token_stream::IntoIter>;

/// Takes `::segment` as often as it comes.
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

/// `Option::Some` is `Some`.
fn is_prelude_variant(path: &Path, full: &Full) -> bool {
    let variant = path.segments.iter().nth(full.before + 1).map(|segment| segment.ident.to_string());
    let variant = variant.as_deref();
    matches!(
        (full.name.as_str(), variant),
        ("Option", Some("Some" | "None")) | ("Result", Some("Ok" | "Err"))
    ) && full.is_std()
}

/// One `use` for each module: the standard library's first, then those of other crates, then our own.
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
