//! Tokens -> text: imports, blank lines, prettyplease.

use proc_macro2::{Literal, TokenStream};
use quote::ToTokens;
use syn::{Attribute, File, ImplItem, Item, ItemImpl, MacroDelimiter, UseTree, parse_quote};

use super::doc_lines::push_line;
use super::{imports, macros};

/// Start of the placeholder of a text. The number of the text follows.
const PLACEHOLDER: &str = "__tinsmith_text!(";

/// Formats the tokens of a file. `public_modules` are the modules in which its items are public.
pub(super) fn format(tokens: TokenStream, public_modules: &[String]) -> String {
    let (tokens, imports) = imports::shorten(tokens, public_modules);
    let mut file: File = syn::parse2(tokens).expect("emitters produce valid Rust for every model");
    let mut texts = Vec::new();
    take_macros(&mut file.items, &mut texts);
    if !imports.is_empty() {
        file.items.insert(0, placeholder(imports, &mut texts));
    }
    space_items(&mut file.items);
    let text = prettyplease::unparse(&file);
    let text = finish_lines(&text, &texts);
    if file.attrs.is_empty() || file.items.is_empty() { text } else { space_head(&text) }
}

/// Replaces the macro calls that have a body in braces with placeholders of their text.
fn take_macros(items: &mut [Item], texts: &mut Vec<String>) {
    for item in items {
        let Item::Macro(call) = item else { continue };
        let has_body = matches!(call.mac.delimiter, MacroDelimiter::Brace(_)) && !call.mac.tokens.is_empty();
        if has_body {
            let path = call.mac.path.to_token_stream().to_string().replace(' ', "");
            let body = macros::body(std::mem::take(&mut call.mac.tokens), 1);
            *item = placeholder(format!("{path}! {{\n{body}}}"), texts);
        }
    }
}

/// Adds a text, and returns an item that prettyplease prints on a line of its own.
fn placeholder(text: String, texts: &mut Vec<String>) -> Item {
    let number = Literal::usize_unsuffixed(texts.len());
    texts.push(text);
    parse_quote!(__tinsmith_text!(#number);)
}

/// Replaces placeholders with their text, and starts a line for each line of documentation.
fn finish_lines(text: &str, texts: &[String]) -> String {
    let mut out = String::with_capacity(text.len() * 2);
    for line in text.lines() {
        match number(line).and_then(|number| texts.get(number)) {
            Some(text) => out.push_str(text),
            None => push_line(line, &mut out),
        }
        out.push('\n');
    }
    out
}

/// Returns the number of the text whose placeholder is the line.
fn number(line: &str) -> Option<usize> {
    line.strip_prefix(PLACEHOLDER)?.strip_suffix(");")?.parse().ok()
}

/// Inserts blank lines between the documentation of a module, its other attributes, and its items.
fn space_head(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 2);
    let mut previous = Head::Doc;
    let mut rest = text;
    while let Some((line, after)) = rest.split_once('\n').filter(|_| previous != Head::Items) {
        let head = match line {
            _ if line.starts_with("//!") => Head::Doc,
            _ if line.starts_with("#![") => Head::Attribute,
            _ => Head::Items,
        };
        if head != previous && !out.is_empty() {
            out.push('\n');
        }
        out.extend([line, "\n"]);
        (previous, rest) = (head, after);
    }
    out + rest
}

/// Part of a file that a line belongs to.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Head {
    Doc,
    Attribute,
    Items,
}

/// Inserts blank lines between items. prettyplease prints empty verbatim tokens as a blank line.
fn space_items(items: &mut Vec<Item>) {
    let mut spaced: Vec<Item> = Vec::with_capacity(items.len() * 2);
    for mut item in std::mem::take(items) {
        if let Item::Impl(block) = &mut item {
            space_methods(block);
        }
        if spaced.last().is_some_and(|last| !belong_together(last, &item)) {
            spaced.push(Item::Verbatim(TokenStream::new()));
        }
        spaced.push(item);
    }
    *items = spaced;
}

/// Returns true if no blank line separates two items.
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

/// Returns the group of a `use` item: other crates, this crate, or re-exports. Imports are text, and not among these items.
fn group(tree: &UseTree) -> usize {
    let UseTree::Path(path) = tree else { return 1 };
    match path.ident.to_string().as_str() {
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
            spaced.push(ImplItem::Verbatim(TokenStream::new()));
        }
        spaced.push(item);
    }
    block.items = spaced;
}
