//! Conditional compilation: `cfg`, `cfg_attr` and `cfg!` with features of the generated crate, which the user's package does not
//! have.

use std::collections::{BTreeMap, BTreeSet};
use std::iter::Peekable;

use proc_macro2::token_stream::IntoIter;
use proc_macro2::{Delimiter, Group, Ident, Punct, Spacing, Span, TokenStream, TokenTree};
use quote::ToTokens;
use syn::punctuated::Punctuated;
use syn::{Expr, ExprLit, Lit, Meta, Token};

/// The features that are on.
pub(super) struct Conditions<'a>(pub(super) &'a BTreeSet<String>);

/// Returns the features that the code of a crate depends on.
pub(super) fn features_of(files: &BTreeMap<String, String>) -> BTreeSet<String> {
    let files = files.iter().filter(|(path, _)| path.starts_with("src/"));
    // Documentation may have such text too.
    let code = files.flat_map(|(_, text)| text.lines()).filter(|line| !line.trim_start().starts_with("//"));
    let uses = code.flat_map(|line| line.split("feature = \"").skip(1));
    uses.filter_map(|rest| Some(rest.split_once('"')?.0.to_owned())).collect()
}

impl Conditions<'_> {
    /// Removes what is off, and the conditions of what is on.
    pub(super) fn resolve(&self, tokens: TokenStream) -> TokenStream {
        let mut tokens = tokens.into_iter().peekable();
        let mut out: Vec<TokenTree> = Vec::new();
        while let Some(token) = tokens.next() {
            match token {
                TokenTree::Punct(hash) if hash.as_char() == '#' => match tokens.next_if(is_bracket) {
                    Some(TokenTree::Group(body)) => {
                        self.resolve_attribute(hash, &body, &mut tokens, &mut out);
                    }
                    _ => out.push(hash.into()),
                },
                TokenTree::Ident(name) if name == "cfg" => self.resolve_macro(name, &mut tokens, &mut out),
                TokenTree::Group(group) => out.push(self.group(&group)),
                token => out.push(token),
            }
        }
        out.into_iter().collect()
    }

    /// Resolves an attribute and, if its condition does not hold, removes its item.
    fn resolve_attribute(
        &self,
        hash: Punct,
        body: &Group,
        tokens: &mut Peekable<IntoIter>,
        out: &mut Vec<TokenTree>,
    ) {
        match self.attribute(body) {
            Resolved::Kept => out.extend([hash.into(), self.group(body)]),
            Resolved::Replaced(body) => {
                out.extend([hash.into(), Group::new(Delimiter::Bracket, body).into()]);
            }
            Resolved::Nothing => {}
            Resolved::NoItem if skip_attribute(tokens) => {}
            Resolved::NoItem => {
                drop_attributes(out);
                skip_item(tokens);
            }
        }
    }

    /// Resolves `cfg!`, from its name.
    fn resolve_macro(&self, name: Ident, tokens: &mut Peekable<IntoIter>, out: &mut Vec<TokenTree>) {
        let Some(bang) = tokens.next_if(|token| is(token, '!')) else {
            return out.push(name.into());
        };
        match tokens.peek().and_then(|arguments| self.value(arguments)) {
            Some(value) => {
                tokens.next();
                out.push(Ident::new(if value { "true" } else { "false" }, Span::call_site()).into());
            }
            None => out.extend([name.into(), bang]),
        }
    }

    fn group(&self, group: &Group) -> TokenTree {
        Group::new(group.delimiter(), self.resolve(group.stream())).into()
    }

    /// Resolves an attribute, from the tokens between its brackets.
    fn attribute(&self, body: &Group) -> Resolved {
        match syn::parse2(body.stream()) {
            Ok(Meta::List(list)) if list.path.is_ident("cfg") => match self.holds(list.tokens) {
                Some(true) => Resolved::Nothing,
                Some(false) => Resolved::NoItem,
                None => Resolved::Kept,
            },
            Ok(Meta::List(list)) if list.path.is_ident("cfg_attr") => {
                let parts = list.parse_args_with(Punctuated::<Meta, Token![,]>::parse_terminated);
                let mut parts = parts.unwrap_or_default().into_iter();
                match parts.next().and_then(|condition| self.holds(condition.into_token_stream())) {
                    Some(true) => match parts.next() {
                        Some(attribute) => Resolved::Replaced(attribute.into_token_stream()),
                        None => Resolved::Nothing,
                    },
                    Some(false) => Resolved::Nothing,
                    None => Resolved::Kept,
                }
            }
            _ => Resolved::Kept,
        }
    }

    fn value(&self, arguments: &TokenTree) -> Option<bool> {
        if let TokenTree::Group(arguments) = arguments { self.holds(arguments.stream()) } else { None }
    }

    /// Evaluates a condition; `None` if it depends on something else than features.
    fn holds(&self, condition: TokenStream) -> Option<bool> {
        match syn::parse2(condition).ok()? {
            Meta::NameValue(pair) if pair.path.is_ident("feature") => {
                let Expr::Lit(ExprLit { lit: Lit::Str(feature), .. }) = pair.value else { return None };
                Some(self.0.contains(&feature.value()))
            }
            Meta::List(list) => {
                let parts = list.parse_args_with(Punctuated::<Meta, Token![,]>::parse_terminated).ok()?;
                let parts: Option<Vec<bool>> =
                    parts.into_iter().map(|part| self.holds(part.into_token_stream())).collect();
                let parts = parts?;
                match list.path.get_ident()?.to_string().as_str() {
                    "all" => Some(parts.into_iter().all(|holds| holds)),
                    "any" => Some(parts.into_iter().any(|holds| holds)),
                    "not" => parts.first().map(|holds| !holds),
                    _ => None,
                }
            }
            _ => None,
        }
    }
}

/// An attribute without its condition.
enum Resolved {
    /// It has no condition.
    Kept,
    /// The attribute of a `cfg_attr`.
    Replaced(TokenStream),
    /// The condition holds, or there is no attribute.
    Nothing,
    /// The condition of the item does not hold.
    NoItem,
}

/// Skips the attribute `fluent` of a member table of `structure!`, if it is next: its condition is not that of an item.
fn skip_attribute(tokens: &mut Peekable<IntoIter>) -> bool {
    let mut ahead = tokens.clone();
    let is_fluent = ahead.next().is_some_and(|token| is(&token, '#'))
        && matches!(ahead.next(), Some(TokenTree::Group(body)) if starts_with(&body, "fluent"));
    if is_fluent {
        *tokens = ahead;
    }
    is_fluent
}

fn starts_with(group: &Group, word: &str) -> bool {
    matches!(group.stream().into_iter().next(), Some(TokenTree::Ident(name)) if name == word)
}

/// Removes the attributes at the end.
fn drop_attributes(out: &mut Vec<TokenTree>) {
    while let [rest @ .., hash, body] = out.as_slice()
        && is(hash, '#')
        && is_bracket(body)
    {
        out.truncate(rest.len());
    }
}

/// Skips the rest of an item, from the attributes after its condition.
fn skip_item(tokens: &mut Peekable<IntoIter>) {
    while tokens.next_if(|token| is(token, '#')).is_some() {
        tokens.next();
    }
    if is_field(tokens) {
        return skip_field(tokens);
    }
    // Items that start with these words end with a semicolon, after a block or not.
    let mut ends_with_block = None;
    for token in tokens {
        match token {
            TokenTree::Ident(word) if word != "pub" && ends_with_block.is_none() => {
                ends_with_block = Some(!["use", "const", "static", "type"].iter().any(|it| word == it));
            }
            TokenTree::Punct(end) if end.as_char() == ';' => return,
            TokenTree::Group(body)
                if ends_with_block == Some(true) && body.delimiter() == Delimiter::Brace =>
            {
                return;
            }
            _ => {}
        }
    }
}

/// Returns true if a field of a structure expression is next.
fn is_field(tokens: &Peekable<IntoIter>) -> bool {
    let mut ahead = tokens.clone();
    matches!(ahead.next(), Some(TokenTree::Ident(_)))
        && matches!(ahead.next(), Some(TokenTree::Punct(it)) if it.as_char() == ':' && it.spacing() == Spacing::Alone)
}

fn skip_field(tokens: &mut Peekable<IntoIter>) {
    tokens.find(|token| is(token, ','));
}

fn is(token: &TokenTree, punct: char) -> bool {
    matches!(token, TokenTree::Punct(it) if it.as_char() == punct)
}

fn is_bracket(token: &TokenTree) -> bool {
    matches!(token, TokenTree::Group(group) if group.delimiter() == Delimiter::Bracket)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn conditions_are_resolved_by_features() {
        let features = BTreeSet::from(["client".to_owned()]);
        let resolved = |text: &str| Conditions(&features).resolve(text.parse().unwrap()).to_string();
        let tokens = |text: &str| text.parse::<TokenStream>().unwrap().to_string();
        for (text, expected) in [
            (r#"#[cfg(feature = "client")] mod a; mod b;"#, "mod a; mod b;"),
            (r#"#[cfg(feature = "other")] mod a; mod b;"#, "mod b;"),
            (
                r#"#[cfg(feature = "other")] #[inline] pub(crate) fn a() -> &'static [u8; 2] { b() } c!();"#,
                "c!();",
            ),
            (r#"#[cfg(feature = "other")] pub use a::{b, c}; mod d {}"#, "mod d {}"),
            (r#"#[cfg(not(feature = "client"))] impl A { fn b() {} } mod d {}"#, "mod d {}"),
            (r#"mod a { #[cfg(any(feature = "x", feature = "client"))] mod b; }"#, "mod a { mod b; }"),
            (r#"#[cfg(all(feature = "x", feature = "client"))] mod b;"#, ""),
            (r#"mod a; #[doc = "A."] #[cfg(feature = "x")] mod b; mod c;"#, "mod a; mod c;"),
            (r#"#[cfg_attr(feature = "client", doc = "a")] mod b;"#, r#"#[doc = "a"] mod b;"#),
            (r#"#[cfg_attr(feature = "x", doc = "a")] mod b;"#, "mod b;"),
            (r#"f(cfg!(feature = "client"), cfg!(feature = "x"))"#, "f(true, false)"),
            ("#[cfg(unix)] mod a; f(cfg!(unix));", "#[cfg(unix)] mod a; f(cfg!(unix));"),
            (
                r#"t! { #[cfg(feature = "client")] #[fluent(A)] pub struct B; }"#,
                "t! { #[fluent(A)] pub struct B; }",
            ),
            (r#"t! { #[a] #[cfg(feature = "x")] #[fluent(A)] pub struct B; }"#, "t! { #[a] pub struct B; }"),
            (r#"A { #[cfg(feature = "x")] a: Some(b, c), d: e, ..A::F }"#, "A { d: e, ..A::F }"),
            (r#"A { #[cfg(feature = "x")] a: b::C, #[cfg(feature = "x")] d: e, ..A::F }"#, "A { ..A::F }"),
            (r#"A { a: b, #[cfg(feature = "client")] d: e }"#, "A { a: b, d: e }"),
            (r#"mod a { #[cfg(feature = "x")] b::c! { d, e } f!(); }"#, "mod a { f!(); }"),
        ] {
            assert_eq!(resolved(text), tokens(expected), "{text}");
        }
    }

    #[test]
    fn features_are_those_that_the_code_names() {
        let file = |path: &str, text: &str| (path.to_owned(), text.to_owned());
        let files = BTreeMap::from([
            file("src/lib.rs", r#"#[cfg(any(feature = "a", feature = "b"))] mod c;"#),
            file("src/d.rs", "    /// `feature = \"d\"`\n"),
            file("tests/c.rs", r#"#![cfg(feature = "c")]"#),
        ]);
        assert_eq!(features_of(&files), BTreeSet::from(["a".to_owned(), "b".to_owned()]));
    }
}
