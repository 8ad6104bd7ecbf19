//! Tokens -> text: imports, blank lines, prettyplease.

use proc_macro2::TokenStream;
use syn::{Attribute, File, ImplItem, Item, ItemImpl, UseTree, parse_quote};

use super::imports;

/// Stands where a blank line will be. prettyplease prints it on a line of its own.
const BLANK: &str = "__tinsmith_blank_line! {}";

/// Formats a file.
pub(super) fn format(tokens: TokenStream, homes: &[String]) -> String {
    let mut file: File = syn::parse2(tokens).expect("emitters make valid Rust, whatever the model says");
    imports::shorten(&mut file, homes);
    space_items(&mut file.items);
    let text = prettyplease::unparse(&file);
    let lines = text.lines().map(|line| if line.trim() == BLANK { "" } else { line });
    let mut text = lines.collect::<Vec<_>>().join("\n");
    if !file.attrs.is_empty() && !file.items.is_empty() {
        text = space_head(&text);
    }
    text.push('\n');
    text
}

/// A blank line between the documentation of a module, its other attributes, and its items.
fn space_head(text: &str) -> String {
    let mut out: Vec<&str> = Vec::new();
    let mut previous = Head::Doc;
    for line in text.lines() {
        let head = match previous {
            Head::Items => Head::Items,
            _ if line.starts_with("//!") => Head::Doc,
            _ if line.starts_with("#![") => Head::Attribute,
            _ => Head::Items,
        };
        if head != previous && !out.is_empty() {
            out.push("");
        }
        out.push(line);
        previous = head;
    }
    out.join("\n")
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Head {
    Doc,
    Attribute,
    Items,
}

fn space_items(items: &mut Vec<Item>) {
    let mut spaced: Vec<Item> = Vec::with_capacity(items.len() * 2);
    for mut item in std::mem::take(items) {
        if let Item::Impl(block) = &mut item {
            space_methods(block);
        }
        if spaced.last().is_some_and(|last| !belong_together(last, &item)) {
            spaced.push(parse_quote!(__tinsmith_blank_line! {}));
        }
        spaced.push(item);
    }
    *items = spaced;
}

/// Whether two items stand without a blank line between them.
fn belong_together(first: &Item, second: &Item) -> bool {
    match (first, second) {
        (Item::Use(first), Item::Use(second)) => group(&first.tree) == group(&second.tree),
        (Item::Mod(first), Item::Mod(second)) => {
            first.content.is_none() && second.content.is_none() && !is_documented(&second.attrs)
        }
        (Item::Const(_), Item::Const(second)) => !is_documented(&second.attrs),
        _ => false,
    }
}

fn is_documented(attributes: &[Attribute]) -> bool {
    attributes.iter().any(|attribute| attribute.path().is_ident("doc"))
}

/// The standard library, other crates, our own, and what is exported.
fn group(tree: &UseTree) -> usize {
    let UseTree::Path(path) = tree else { return 1 };
    match path.ident.to_string().as_str() {
        "std" => 0,
        "crate" => 2,
        "self" | "super" => 3,
        _ => 1,
    }
}

fn space_methods(block: &mut ItemImpl) {
    let mut spaced: Vec<ImplItem> = Vec::with_capacity(block.items.len() * 2);
    for item in std::mem::take(&mut block.items) {
        let together = match (spaced.last(), &item) {
            (None, _) | (Some(ImplItem::Type(_)), ImplItem::Type(_)) => true,
            (Some(ImplItem::Const(_)), ImplItem::Const(second)) => !is_documented(&second.attrs),
            _ => false,
        };
        if !together {
            spaced.push(parse_quote!(__tinsmith_blank_line! {}));
        }
        spaced.push(item);
    }
    block.items = spaced;
}
