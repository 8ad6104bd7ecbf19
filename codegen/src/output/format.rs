//! Tokens -> text: imports, blank lines, prettyplease.

use proc_macro2::{Literal, TokenStream};
use quote::ToTokens;
use syn::{
    Attribute, File, ImplItem, ImplItemMacro, Item, ItemImpl, ItemMacro, MacroDelimiter, UseTree, parse_quote,
};

use super::{imports, macros};

/// Placeholder of a blank line. prettyplease prints it on a line of its own.
const BLANK: &str = "__tinsmith_blank_line! {}";
/// Start of the placeholder of a macro call with a body. The number of the call follows.
const MACRO: &str = "__tinsmith_macro!(";

/// Formats the tokens of a file. `public_modules` are the modules in which its items are public.
pub(super) fn format(tokens: TokenStream, public_modules: &[String]) -> String {
    let tokens = imports::shorten(tokens, public_modules);
    let mut file: File = syn::parse2(tokens).expect("emitters produce valid Rust for every model");
    space_items(&mut file.items);
    let macros = take_macros(&mut file.items);
    let text = prettyplease::unparse(&file);
    let mut text = text.lines().map(|line| fill_placeholder(line, &macros)).collect::<Vec<_>>().join("\n");
    if !file.attrs.is_empty() && !file.items.is_empty() {
        text = space_head(&text);
    }
    text.push('\n');
    text
}

/// Replaces the macro calls that have a body in braces with placeholders, and returns their text.
fn take_macros(items: &mut [Item]) -> Vec<String> {
    let mut texts = Vec::new();
    for item in items {
        let Item::Macro(call) = item else { continue };
        let has_body = matches!(call.mac.delimiter, MacroDelimiter::Brace(_)) && !call.mac.tokens.is_empty();
        if has_body {
            let path = call.mac.path.to_token_stream().to_string().replace(' ', "");
            let body = macros::body(std::mem::take(&mut call.mac.tokens), 1);
            let number = Literal::usize_unsuffixed(texts.len());
            texts.push(format!("{path}! {{\n{body}}}"));
            *item = parse_quote!(__tinsmith_macro!(#number););
        }
    }
    texts
}

/// Returns the text of a placeholder, or any other line as it is.
fn fill_placeholder<'a>(line: &'a str, macros: &'a [String]) -> &'a str {
    if line.trim() == BLANK {
        return "";
    }
    let number = line.strip_prefix(MACRO).and_then(|rest| rest.strip_suffix(");")?.parse::<usize>().ok());
    number.and_then(|number| macros.get(number)).map_or(line, String::as_str)
}

/// Inserts blank lines between the documentation of a module, its other attributes, and its items.
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

/// Part of a file that a line belongs to.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Head {
    Doc,
    Attribute,
    Items,
}

fn space_items(items: &mut Vec<Item>) {
    let blank: ItemMacro = parse_quote!(__tinsmith_blank_line! {});
    let mut spaced: Vec<Item> = Vec::with_capacity(items.len() * 2);
    for mut item in std::mem::take(items) {
        if let Item::Impl(block) = &mut item {
            space_methods(block, &blank);
        }
        if spaced.last().is_some_and(|last| !belong_together(last, &item)) {
            spaced.push(Item::Macro(blank.clone()));
        }
        spaced.push(item);
    }
    *items = spaced;
}

/// Returns whether no blank line separates two items.
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

/// Returns the position of a `use` item's group: the standard library, other crates, this crate, and re-exports.
fn group(tree: &UseTree) -> usize {
    let UseTree::Path(path) = tree else { return 1 };
    match path.ident.to_string().as_str() {
        "std" => 0,
        "crate" => 2,
        "self" | "super" => 3,
        _ => 1,
    }
}

fn space_methods(block: &mut ItemImpl, blank: &ItemMacro) {
    let mut spaced: Vec<ImplItem> = Vec::with_capacity(block.items.len() * 2);
    for item in std::mem::take(&mut block.items) {
        let together = match (spaced.last(), &item) {
            (None, _) | (Some(ImplItem::Type(_)), ImplItem::Type(_)) => true,
            (Some(ImplItem::Const(_)), ImplItem::Const(second)) => !is_documented(&second.attrs),
            _ => false,
        };
        if !together {
            spaced.push(ImplItem::Macro(ImplItemMacro {
                attrs: Vec::new(),
                mac: blank.mac.clone(),
                semi_token: None,
            }));
        }
        spaced.push(item);
    }
    block.items = spaced;
}
