//! Full paths become `use` lines and short names, as a person would write them.
//!
//! Emitters write `::aws_smithy_types::DateTime` and `crate::types::Tag`. A name that is taken, by an item of the
//! file or by Rust's prelude, keeps its full path, so that a model may name its shapes as it likes.

use std::collections::{BTreeMap, BTreeSet};

use proc_macro2::Span;
use syn::visit_mut::{self, VisitMut};
use syn::{ExprPath, File, Ident, Item, ItemUse, Path, UseTree, parse_quote};

/// Modules that are imported themselves, so that their items read `fmt::Result`.
const KEPT_MODULES: [&str; 4] =
    ["std::fmt", "aws_smithy_schema::prelude", "std::str", "aws_types::endpoint_config"];

/// Names that Rust puts into every file; the standard library's own need no import.
const PRELUDE: [&str; 40] = [
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
            _ => {}
        }
    }
    names
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
        let segments: Vec<String> = path.segments.iter().map(|segment| segment.ident.to_string()).collect();
        if path.leading_colon.is_none() && segments.first().is_none_or(|first| first != "crate") {
            return None;
        }
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
