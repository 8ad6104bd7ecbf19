//! Replaces full paths with `use` items and short names.
//!
//! Emitters write full paths, such as `::aws_smithy_types::DateTime` and `crate::types::Tag`. A path is kept in full if its
//! name is taken by an item of the file or by the prelude, so that a model may give its shapes any name.
//!
//! This works on tokens: fewer of them are parsed afterwards, and bodies of macro calls need no code of their own.

use std::collections::{BTreeMap, BTreeSet};
use std::iter::Peekable;

use proc_macro2::token_stream::IntoIter;
use proc_macro2::{Delimiter, Group, Ident, Punct, Spacing, Span, TokenStream, TokenTree};
use quote::quote;

use crate::name::is_keyword;

/// Modules that are imported as a whole, so that paths to their items have the form `fmt::Result`.
const KEPT_MODULES: [&[&str]; 7] = [
    &["std", "fmt"],
    &["std", "str"],
    &["aws_smithy_schema", "prelude"],
    &["aws_types", "endpoint_config"],
    &["tinsmith_runtime", "client", "waiter"],
    &["tinsmith_runtime", "orchestrator"],
    &["tinsmith_runtime", "protocol"],
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
pub(super) fn shorten(tokens: TokenStream, public_modules: &[String]) -> TokenStream {
    let mut nodes = Reader::new(tokens, false).nodes();
    let mut names = Names { public_modules, local: local_names(&nodes), imports: BTreeMap::new() };
    names.collect(&nodes);
    let items = nodes.split_off(3 * nodes.chunks(3).take_while(|tokens| is_inner_attribute(tokens)).count());
    let mut out = Vec::new();
    names.rewrite(nodes, &mut out);
    out.extend(use_items(&names.imports));
    names.rewrite(items, &mut out);
    out.into_iter().collect()
}

/// Returns whether tokens are `#![...]`, which is before the items of a file.
fn is_inner_attribute(nodes: &[Node]) -> bool {
    matches!(nodes, [hash, bang, Node::Token(TokenTree::Group(_))] if hash.is_punct('#') && bang.is_punct('!'))
}

/// Tokens in which full paths have been found.
enum Node {
    /// A token, or the group of an attribute, which is left as it is.
    Token(TokenTree),
    Group(Delimiter, Vec<Self>),
    Path(FullPath),
}

impl Node {
    fn ident(&self) -> Option<&Ident> {
        if let Self::Token(TokenTree::Ident(ident)) = self { Some(ident) } else { None }
    }

    fn is_punct(&self, punct: char) -> bool {
        matches!(self, Self::Token(TokenTree::Punct(it)) if it.as_char() == punct)
    }
}

/// A path that starts with `::` or `crate::`.
struct FullPath {
    tokens: Vec<TokenTree>,
    /// Module of the name that is imported, such as `std::collections`.
    module: String,
    /// The name, such as `BTreeMap`.
    name: String,
    /// Index of the first token of the short path.
    short: usize,
    /// Index of the variant, in the path of a variant that the prelude contains.
    variant: Option<usize>,
}

impl FullPath {
    /// Splits a path at the name that is imported. Returns the tokens of a path without a module.
    fn new(tokens: Vec<TokenTree>) -> Result<Self, Vec<TokenTree>> {
        let idents = tokens.iter().enumerate().filter_map(|(index, token)| match token {
            TokenTree::Ident(ident) => Some((index, ident.to_string())),
            _ => None,
        });
        let segments: Vec<_> = idents.collect();
        let is_upper =
            |(_, name): &(usize, String)| name.starts_with(|first: char| first.is_ascii_uppercase());
        let named = kept(&segments).or_else(|| segments.iter().position(is_upper));
        let index = named.unwrap_or(segments.len().saturating_sub(1));
        if index == 0 {
            return Err(tokens);
        }
        let mut module = segments[0].1.clone();
        segments[1..index].iter().for_each(|(_, segment)| module.extend(["::", segment]));
        let (short, name) = segments[index].clone();
        let variant = segments.get(index + 1).filter(|(_, variant)| is_prelude_variant(&name, variant));
        let variant = variant.filter(|_| module.starts_with("std::")).map(|(variant, _)| *variant);
        Ok(Self { tokens, module, name, short, variant })
    }

    fn is_std(&self) -> bool {
        self.module == "std" || self.module.starts_with("std::")
    }
}

/// Returns the index of the last segment of a kept module.
fn kept(segments: &[(usize, String)]) -> Option<usize> {
    KEPT_MODULES.iter().find_map(|parts| {
        let is_start =
            segments.len() >= parts.len() && parts.iter().zip(segments).all(|(part, (_, it))| part == it);
        is_start.then_some(parts.len() - 1)
    })
}

fn is_prelude_variant(name: &str, variant: &str) -> bool {
    matches!((name, variant), ("Option", "Some" | "None") | ("Result", "Ok" | "Err"))
}

/// Finds the full paths in tokens.
struct Reader {
    tokens: Peekable<IntoIter>,
    /// The tokens are the body of a macro call. Outside of it, attributes are left as they are: the crate of a derive may
    /// depend on a feature.
    in_macro: bool,
    nodes: Vec<Node>,
}

impl Reader {
    fn new(tokens: TokenStream, in_macro: bool) -> Self {
        Self { tokens: tokens.into_iter().peekable(), in_macro, nodes: Vec::new() }
    }

    fn nodes(mut self) -> Vec<Node> {
        while let Some(token) = self.tokens.next() {
            match token {
                TokenTree::Group(group) => self.group(group),
                TokenTree::Ident(keyword) if keyword == "use" => {
                    self.nodes.push(Node::Token(keyword.into()));
                    while let Some(token) = self.tokens.next_if(|token| !is_semicolon(token)) {
                        self.nodes.push(Node::Token(token));
                    }
                }
                TokenTree::Ident(word)
                    if self.ends_with(&['\'']) || (self.is_before_colons() && is_keyword(&word)) =>
                {
                    self.nodes.push(Node::Token(word.into()));
                }
                TokenTree::Ident(first) => {
                    let is_full = first == "crate";
                    self.path(vec![first.into()], is_full);
                }
                TokenTree::Punct(colon) if is_joint_colon(&colon) => {
                    let is_full = !self.is_after_generics();
                    let start = [Some(colon.into()), self.tokens.next(), self.next_ident()];
                    self.path(start.into_iter().flatten().collect(), is_full);
                }
                token => self.nodes.push(Node::Token(token)),
            }
        }
        self.nodes
    }

    fn group(&mut self, group: Group) {
        let is_attribute = self.ends_with(&['#']) || self.ends_with(&['#', '!']);
        if is_attribute && !self.in_macro {
            return self.nodes.push(Node::Token(group.into()));
        }
        let is_body = matches!(&*self.nodes, [.., Node::Token(TokenTree::Ident(_)) | Node::Path(_), bang] if bang.is_punct('!'));
        let (delimiter, tokens) = (group.delimiter(), group.stream());
        // Tokens are moved and not cloned if nothing else refers to them.
        drop(group);
        let nodes = Self::new(tokens, self.in_macro || is_body).nodes();
        self.nodes.push(Node::Group(delimiter, nodes));
    }

    /// Reads the rest of a path, whose first tokens are given.
    fn path(&mut self, mut tokens: Vec<TokenTree>, is_full: bool) {
        while self.is_before_colons() {
            tokens.extend(self.tokens.next());
            tokens.extend(self.tokens.next());
            tokens.extend(self.next_ident());
        }
        match if is_full { FullPath::new(tokens) } else { Err(tokens) } {
            Ok(path) => self.nodes.push(Node::Path(path)),
            Err(tokens) => self.nodes.extend(tokens.into_iter().map(Node::Token)),
        }
    }

    fn is_before_colons(&mut self) -> bool {
        matches!(self.tokens.peek(), Some(TokenTree::Punct(colon)) if is_joint_colon(colon))
    }

    fn next_ident(&mut self) -> Option<TokenTree> {
        self.tokens.next_if(|token| matches!(token, TokenTree::Ident(_)))
    }

    fn ends_with(&self, puncts: &[char]) -> bool {
        let start = self.nodes.len().checked_sub(puncts.len());
        let last = start.map(|start| &self.nodes[start..]);
        last.is_some_and(|last| last.iter().zip(puncts).all(|(node, punct)| node.is_punct(*punct)))
    }

    /// Returns whether the last token is a `>` that is not part of an arrow.
    fn is_after_generics(&self) -> bool {
        self.ends_with(&['>']) && !self.ends_with(&['-', '>']) && !self.ends_with(&['=', '>'])
    }
}

fn is_joint_colon(punct: &Punct) -> bool {
    punct.as_char() == ':' && punct.spacing() == Spacing::Joint
}

fn is_semicolon(token: &TokenTree) -> bool {
    matches!(token, TokenTree::Punct(punct) if punct.as_char() == ';')
}

/// Keywords before the name of an item.
const DEFINING: [&str; 6] = ["struct", "enum", "static", "const", "fn", "mod"];

/// Returns the names that the items of the file define or import.
fn local_names(nodes: &[Node]) -> BTreeSet<String> {
    let mut names = BTreeSet::new();
    for (index, node) in nodes.iter().enumerate() {
        let is_after = |punct| index > 0 && nodes[index - 1].is_punct(punct);
        match node {
            Node::Token(TokenTree::Ident(keyword)) if keyword == "use" => {
                let tree = nodes[index + 1..].split(|node| node.is_punct(';')).next();
                used_names(tree.unwrap_or_default(), &mut names);
            }
            // A lifetime is `'static`.
            Node::Token(TokenTree::Ident(keyword))
                if !is_after('\'') && DEFINING.iter().any(|it| keyword == it) =>
            {
                names.extend(nodes.get(index + 1).and_then(Node::ident).map(Ident::to_string));
            }
            Node::Group(_, body) if is_after('!') => macro_names(body, &mut names),
            _ => {}
        }
    }
    names
}

/// Collects the names that a macro call defines: `struct Name`, `enum Name`, `type Name`, or `NAME: ...` for a static.
fn macro_names(body: &[Node], names: &mut BTreeSet<String>) {
    let is_keyword = |ident: &Ident| ["struct", "enum", "type"].iter().any(|keyword| ident == keyword);
    let pairs = body.windows(2).filter(|pair| pair[0].ident().is_some_and(is_keyword));
    let types: Vec<_> = pairs.filter_map(|pair| pair[1].ident()).collect();
    let first = body.first().and_then(Node::ident).filter(|_| types.is_empty());
    names.extend(types.into_iter().chain(first).map(Ident::to_string));
}

/// Collects the names that the tree of a `use` item imports.
fn used_names(tree: &[Node], names: &mut BTreeSet<String>) {
    for (index, node) in tree.iter().enumerate() {
        match node {
            Node::Group(_, inner) => used_names(inner, names),
            Node::Token(TokenTree::Group(group)) => {
                used_names(&Reader::new(group.stream(), false).nodes(), names);
            }
            Node::Token(TokenTree::Ident(name))
                if tree.get(index + 1).is_none_or(|next| next.is_punct(',')) =>
            {
                names.insert(name.to_string());
            }
            _ => {}
        }
    }
}

/// The names that the paths of a file are shortened to.
struct Names<'a> {
    /// Modules in which the items of the file are public.
    public_modules: &'a [String],
    /// Names that the items of the file define or import.
    local: BTreeSet<String>,
    /// Module of each imported name.
    imports: BTreeMap<String, String>,
}

impl Names<'_> {
    /// Collects the imports that paths need. Of two modules with the same name, the first in alphabetical order counts.
    fn collect(&mut self, nodes: &[Node]) {
        for node in nodes {
            match node {
                Node::Token(_) => {}
                Node::Group(_, inner) => self.collect(inner),
                Node::Path(path) if self.is_taken(&path.name) => {}
                Node::Path(path) => {
                    let module = self.imports.entry(path.name.clone()).or_insert_with(|| path.module.clone());
                    if path.module < *module {
                        module.clone_from(&path.module);
                    }
                }
            }
        }
    }

    fn is_taken(&self, name: &str) -> bool {
        self.local.contains(name) || PRELUDE.contains(&name)
    }

    /// Returns whether the name can replace the path.
    fn can_replace(&self, path: &FullPath) -> bool {
        if self.local.contains(&path.name) {
            self.public_modules.contains(&path.module)
        } else if PRELUDE.contains(&&*path.name) {
            path.is_std()
        } else {
            self.imports.get(&path.name) == Some(&path.module)
        }
    }

    /// Appends tokens with short paths.
    fn rewrite(&self, nodes: Vec<Node>, out: &mut Vec<TokenTree>) {
        for node in nodes {
            match node {
                Node::Token(token) => out.push(token),
                Node::Group(delimiter, inner) => {
                    let mut tokens = Vec::with_capacity(inner.len());
                    self.rewrite(inner, &mut tokens);
                    out.push(Group::new(delimiter, tokens.into_iter().collect()).into());
                }
                Node::Path(path) if self.can_replace(&path) => {
                    let variant = path.variant.filter(|_| !self.local.contains("Some"));
                    out.extend(path.tokens.into_iter().skip(variant.unwrap_or(path.short)));
                }
                Node::Path(path) => out.extend(path.tokens),
            }
        }
    }
}

/// Returns one `use` item for each module: first the standard library's, then those of other crates and of this crate.
fn use_items(imports: &BTreeMap<String, String>) -> TokenStream {
    let mut modules: BTreeMap<(usize, &str), BTreeSet<&str>> = BTreeMap::new();
    for (name, module) in imports {
        let group = match module.split("::").next() {
            Some("std") => 0,
            Some("crate") => 2,
            _ => 1,
        };
        modules.entry((group, module)).or_default().insert(name);
    }
    modules.into_iter().map(|((_, module), names)| use_item(module, &names)).collect()
}

fn use_item(module: &str, names: &BTreeSet<&str>) -> TokenStream {
    let module = module.split("::").map(|part| match part {
        "crate" => Ident::new("crate", Span::call_site()),
        part => crate::name::ident(part),
    });
    let names: Vec<_> = names.iter().map(|name| Ident::new(name, Span::call_site())).collect();
    match &*names {
        [name] => quote!(use #(#module)::*::#name;),
        names => quote!(use #(#module)::*::{#(#names),*};),
    }
}
