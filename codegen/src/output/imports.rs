//! Replaces full paths with `use` items and short names.
//!
//! Emitters write full paths, such as `::aws_smithy_types::DateTime` and `crate::types::Tag`. A path is kept in full if its
//! name is taken by an item of the file or by the prelude, so that a model may give its shapes any name. So are those in items
//! that depend on a feature.
//!
//! This works on tokens: fewer of them are parsed afterwards, and bodies of macro calls need no code of their own.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::iter::Peekable;

use proc_macro2::token_stream::IntoIter;
use proc_macro2::{Delimiter, Group, Ident, Punct, Spacing, TokenStream, TokenTree};

use crate::name::is_keyword;

/// Maximum width of a line of prettyplease.
const MAX_WIDTH: usize = 89;

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

/// Shortens the paths of a file whose items are public in `public_modules`. Returns the tokens, and the text of the `use`
/// items that they need: text, because parsing and printing imports takes as long as an operation.
pub(super) fn shorten(tokens: TokenStream, public_modules: &[String]) -> (TokenStream, String) {
    let nodes = Reader::new(tokens, false).nodes();
    let mut names = Names { public_modules, local: local_names(&nodes), imports: BTreeMap::new() };
    names.collect(&nodes);
    let imports = use_items(&names.imports);
    let mut out = Vec::with_capacity(nodes.len());
    names.rewrite(nodes, &mut out);
    (out.into_iter().collect(), imports)
}

/// Tokens in which full paths have been found.
enum Node {
    /// A token, or the group of an attribute, which is left as it is.
    Token(TokenTree),
    Group(Delimiter, Vec<Self>),
    Path(Box<FullPath>),
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
    /// The path up to the name that is imported, such as `std::collections::BTreeMap`.
    text: String,
    /// Length of the module in the text, such as that of `std::collections`.
    module: usize,
    /// Start of the name in the text.
    name: usize,
    /// Index of the first token of the short path.
    short: usize,
    /// Index of the variant, in the path of a variant that the prelude contains.
    variant: Option<usize>,
}

impl FullPath {
    /// Splits a path at the name that is imported. Returns the tokens of a path without a module.
    fn new(tokens: Vec<TokenTree>) -> Result<Self, Vec<TokenTree>> {
        let mut path =
            Self { tokens, text: String::with_capacity(64), module: 0, name: 0, short: 0, variant: None };
        let mut segments = path.tokens.iter().enumerate().filter(|(_, token)| is_ident(token));
        for (index, segment) in segments.by_ref() {
            path.module = path.text.len();
            let separator = if path.module == 0 { "" } else { "::" };
            path.name = path.module + separator.len();
            let _ = write!(path.text, "{separator}{segment}");
            path.short = index;
            if path.name().starts_with(|it: char| it.is_ascii_uppercase())
                || KEPT_MODULES.contains(&&*path.text)
            {
                break;
            }
        }
        if path.module == 0 {
            return Err(path.tokens);
        }
        let variant =
            segments.next().filter(|(_, variant)| path.is_std() && is_prelude_variant(path.name(), variant));
        path.variant = variant.map(|(index, _)| index);
        Ok(path)
    }

    fn module(&self) -> &str {
        &self.text[..self.module]
    }

    /// Returns the name that is imported, such as `BTreeMap`.
    fn name(&self) -> &str {
        &self.text[self.name..]
    }

    fn is_std(&self) -> bool {
        let module = self.module();
        module == "std" || module.starts_with("std::")
    }
}

fn is_ident(token: &TokenTree) -> bool {
    matches!(token, TokenTree::Ident(_))
}

fn is_prelude_variant(name: &str, variant: &TokenTree) -> bool {
    let variants: &[&str] = match name {
        "Option" => &["Some", "None"],
        "Result" => &["Ok", "Err"],
        _ => &[],
    };
    matches!(variant, TokenTree::Ident(variant) if variants.iter().any(|it| variant == it))
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
                TokenTree::Ident(start) if start == "crate" && self.is_before_colons() => {
                    self.path([Some(start.into()), None, None]);
                }
                TokenTree::Punct(colon) if is_joint_colon(&colon) && !self.is_in_path() => {
                    let start = [Some(colon.into()), self.tokens.next(), self.next_ident()];
                    self.path(start);
                }
                token => self.nodes.push(Node::Token(token)),
            }
        }
        self.nodes
    }

    fn group(&mut self, group: Group) {
        let is_attribute = self.ends_with(&['#']) || self.ends_with(&['#', '!']);
        if is_attribute && !self.in_macro {
            let is_conditional = is_condition(&group) && self.is_before_item();
            self.nodes.push(Node::Token(group.into()));
            if is_conditional {
                self.conditional();
            }
            return;
        }
        let is_body = matches!(&*self.nodes, [.., Node::Token(TokenTree::Ident(_)) | Node::Path(_), bang] if bang.is_punct('!'));
        let (delimiter, tokens) = (group.delimiter(), group.stream());
        // Tokens are moved and not cloned if nothing else refers to them.
        drop(group);
        let nodes = Self::new(tokens, self.in_macro || is_body).nodes();
        self.nodes.push(Node::Group(delimiter, nodes));
    }

    /// Returns true before an item, in contrast to a field.
    fn is_before_item(&mut self) -> bool {
        matches!(self.tokens.peek(), Some(TokenTree::Ident(word)) if is_keyword(word))
    }

    /// Copies an item that depends on a feature: imports for it would be unused without the feature.
    fn conditional(&mut self) {
        for token in self.tokens.by_ref() {
            let is_end = is_semicolon(&token) || is_braced(&token);
            self.nodes.push(Node::Token(token));
            if is_end {
                return;
            }
        }
    }

    /// Reads the rest of a full path after its first tokens.
    fn path(&mut self, start: [Option<TokenTree>; 3]) {
        let mut tokens = Vec::with_capacity(16);
        tokens.extend(start.into_iter().flatten());
        while self.is_before_colons() {
            tokens.extend(self.tokens.next());
            tokens.extend(self.tokens.next());
            tokens.extend(self.next_ident());
        }
        match FullPath::new(tokens) {
            Ok(path) => self.nodes.push(Node::Path(Box::new(path))),
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

    /// Returns the last token if it is an identifier or a keyword.
    fn last_word(&self) -> Option<&Ident> {
        let (last, before) = self.nodes.split_last()?;
        let is_lifetime = before.last().is_some_and(|node| node.is_punct('\''));
        last.ident().filter(|_| !is_lifetime)
    }

    /// Returns true if `::` continues a path, as in `Self::new` and `Vec<T>::new`.
    fn is_in_path(&self) -> bool {
        let is_generic =
            self.ends_with(&['>']) && !self.ends_with(&['-', '>']) && !self.ends_with(&['=', '>']);
        is_generic || self.last_word().is_some_and(|word| !is_keyword(word))
    }
}

fn is_joint_colon(punct: &Punct) -> bool {
    punct.as_char() == ':' && punct.spacing() == Spacing::Joint
}

/// Returns true for the group of `#[cfg(..)]`.
fn is_condition(group: &Group) -> bool {
    matches!(group.stream().into_iter().next(), Some(TokenTree::Ident(name)) if name == "cfg")
}

fn is_braced(token: &TokenTree) -> bool {
    matches!(token, TokenTree::Group(group) if group.delimiter() == Delimiter::Brace)
}

fn is_semicolon(token: &TokenTree) -> bool {
    matches!(token, TokenTree::Punct(punct) if punct.as_char() == ';')
}

/// Keywords before the name of an item.
const DEFINING: [&str; 7] = ["struct", "enum", "static", "const", "fn", "mod", "type"];

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
                Node::Path(path) if self.is_taken(path.name()) => {}
                Node::Path(path) => self.import(path),
            }
        }
    }

    fn import(&mut self, path: &FullPath) {
        match self.imports.get_mut(path.name()) {
            Some(module) if &**module <= path.module() => {}
            Some(module) => path.module().clone_into(module),
            None => drop(self.imports.insert(path.name().to_owned(), path.module().to_owned())),
        }
    }

    fn is_taken(&self, name: &str) -> bool {
        self.local.contains(name) || PRELUDE.contains(&name)
    }

    /// Returns true if the name can replace the path.
    fn can_replace(&self, path: &FullPath) -> bool {
        let (name, module) = (path.name(), path.module());
        if self.local.contains(name) {
            self.public_modules.iter().any(|it| it == module)
        } else if PRELUDE.contains(&name) {
            path.is_std()
        } else {
            self.imports.get(name).is_some_and(|it| it == module)
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
                    let variant =
                        path.variant.filter(|index| !self.local.contains(&path.tokens[*index].to_string()));
                    out.extend(path.tokens.into_iter().skip(variant.unwrap_or(path.short)));
                }
                Node::Path(path) => out.extend(path.tokens),
            }
        }
    }
}

/// Returns one `use` item for each module: first the standard library's, then those of other crates and of this crate.
fn use_items(imports: &BTreeMap<String, String>) -> String {
    let mut modules: BTreeMap<(usize, &str), BTreeSet<&str>> = BTreeMap::new();
    for (name, module) in imports {
        let group = match module.split("::").next() {
            Some("std") => 0,
            Some("crate") => 2,
            _ => 1,
        };
        modules.entry((group, module)).or_default().insert(name);
    }
    let mut text = String::new();
    let mut previous = None;
    for ((group, module), names) in modules {
        let is_new_group = previous.replace(group).is_some_and(|previous| previous != group);
        let separator = if is_new_group { "\n" } else { "" };
        text.extend([separator, &use_item(module, &names)]);
    }
    text.trim_end().to_owned()
}

/// Formats a `use` item as prettyplease does.
fn use_item(module: &str, names: &BTreeSet<&str>) -> String {
    let list = names.iter().copied().collect::<Vec<_>>().join(", ");
    if names.len() == 1 {
        return format!("use {module}::{list};\n");
    }
    let line = format!("use {module}::{{{list}}};");
    if line.len() <= MAX_WIDTH {
        return line + "\n";
    }
    let mut text = format!("use {module}::{{");
    let mut width = MAX_WIDTH;
    for (index, name) in names.iter().enumerate() {
        let comma = usize::from(index + 1 < names.len());
        if width + 1 + name.len() + comma > MAX_WIDTH {
            text.push_str("\n   ");
            width = 3;
        }
        text.extend([" ", name, ","]);
        width += 2 + name.len();
    }
    text + "\n};\n"
}
