//! Paths of a crate -> paths of a module: relative ones to its own items, and paths through the runtime to other crates.

use proc_macro2::{Delimiter, Group, Literal, Spacing, TokenStream, TokenTree};
use quote::quote;
use syn::LitStr;

use crate::name::is_keyword;

/// Crates that the runtime exports.
const EXPORTED: [&str; 12] = [
    "aws_credential_types",
    "aws_runtime",
    "aws_smithy_async",
    "aws_smithy_cbor",
    "aws_smithy_json",
    "aws_smithy_runtime",
    "aws_smithy_runtime_api",
    "aws_smithy_schema",
    "aws_smithy_types",
    "aws_types",
    "bytes",
    "http",
];

/// Makes the paths of a crate independent of the place of its root module.
pub(super) fn relative(tokens: TokenStream) -> TokenStream {
    Rewriter { depth: 0 }.tokens(tokens)
}

/// Rewriter of the paths in a module.
struct Rewriter {
    /// Number of modules around the items.
    depth: usize,
}

impl Rewriter {
    fn tokens(&self, tokens: TokenStream) -> TokenStream {
        let mut out: Vec<TokenTree> = Vec::new();
        let mut tokens = tokens.into_iter().peekable();
        while let Some(token) = tokens.next() {
            let is_path = tokens.peek().is_some_and(starts_colons);
            match token {
                TokenTree::Ident(start) if is_path && start == "crate" => out.extend(self.root()),
                TokenTree::Ident(name) if is_path && EXPORTED.iter().any(|it| name == it) => {
                    if let Some(start) = start_of_path(&out) {
                        out.truncate(start);
                        out.extend(quote!(::tinsmith_runtime::__private::));
                    }
                    out.push(name.into());
                }
                TokenTree::Group(group) => {
                    let content = self.group(&group, &out);
                    out.push(Group::new(group.delimiter(), content).into());
                }
                token => out.push(token),
            }
        }
        out.into_iter().collect()
    }

    fn group(&self, group: &Group, before: &[TokenTree]) -> TokenStream {
        match before {
            // The rest of paths in a `use` item.
            [.., first, second] if starts_colons(first) && is(second, ':') => group.stream(),
            [.., TokenTree::Ident(keyword), TokenTree::Ident(_)] if *keyword == "mod" => {
                Self { depth: self.depth + 1 }.tokens(group.stream())
            }
            [.., mark] if group.delimiter() == Delimiter::Bracket && is_attribute_mark(mark) => {
                self.documentation(group.stream()).unwrap_or_else(|| self.tokens(group.stream()))
            }
            _ => self.tokens(group.stream()),
        }
    }

    /// Rewrites `doc = "..."`: links, and examples, which are about a crate.
    fn documentation(&self, attribute: TokenStream) -> Option<TokenStream> {
        let tokens: Vec<TokenTree> = attribute.into_iter().collect();
        let [TokenTree::Ident(name), TokenTree::Punct(_), text] = &*tokens else { return None };
        let text = (*name == "doc").then(|| syn::parse2::<LitStr>(text.clone().into()).ok())??.value();
        let root: TokenStream = self.root().into_iter().collect();
        let root = format!("{}::", root.to_string().replace(' ', ""));
        let text = text.replace("crate::", &root).replace("```no_run", "```ignore");
        let text = Literal::string(&text);
        Some(quote!(doc = #text))
    }

    /// Returns the path of the root module, without the last colons.
    fn root(&self) -> Vec<TokenTree> {
        if self.depth == 0 {
            return quote!(self).into_iter().collect();
        }
        let supers = (0..self.depth).map(|_| quote!(super));
        quote!(#(#supers)::*).into_iter().collect()
    }
}

/// Returns the index of the first token of a path whose first name follows; `None` in the middle of a path.
fn start_of_path(before: &[TokenTree]) -> Option<usize> {
    match before {
        [rest @ .., first, second] if starts_colons(first) && is(second, ':') => {
            let is_inside = match rest.last() {
                Some(TokenTree::Ident(word)) => !is_keyword(word),
                Some(token) => {
                    is(token, '>') && !matches!(rest, [.., dash, _] if is(dash, '-') || is(dash, '='))
                }
                None => false,
            };
            (!is_inside).then_some(rest.len())
        }
        _ => Some(before.len()),
    }
}

fn is(token: &TokenTree, punct: char) -> bool {
    matches!(token, TokenTree::Punct(it) if it.as_char() == punct)
}

/// Returns true for the first colon of `::`.
fn starts_colons(token: &TokenTree) -> bool {
    matches!(token, TokenTree::Punct(it) if it.as_char() == ':' && it.spacing() == Spacing::Joint)
}

fn is_attribute_mark(token: &TokenTree) -> bool {
    is(token, '#') || is(token, '!')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_are_relative_or_lead_through_the_runtime() {
        let tokens = |text: &str| text.parse::<TokenStream>().unwrap();
        for (text, expected) in [
            ("pub use crate::a::B;", "pub use self::a::B;"),
            ("mod a { mod b { use crate::{c::D, e}; } }", "mod a { mod b { use super::super::{c::D, e}; } }"),
            ("mod a { pub(crate) fn b() -> crate::C {} }", "mod a { pub(crate) fn b() -> super::C {} }"),
            ("use http::Request;", "use ::tinsmith_runtime::__private::http::Request;"),
            ("use a::{http::B};", "use a::{http::B};"),
            ("fn a() -> ::bytes::Bytes {}", "fn a() -> ::tinsmith_runtime::__private::bytes::Bytes {}"),
            ("struct A { bytes: (crate::B, u8) }", "struct A { bytes: (self::B, u8) }"),
            ("let a: b::http::C = <D>::http::e;", "let a: b::http::C = <D>::http::e;"),
            (r#"const A: &str = "crate::b http::c";"#, r#"const A: &str = "crate::b http::c";"#),
        ] {
            assert_eq!(relative(tokens(text)).to_string(), tokens(expected).to_string(), "{text}");
        }
    }

    #[test]
    fn links_of_documentation_are_relative_and_examples_are_ignored() {
        let file = "mod a {\n/// [`B`](crate::c::B)\n///\n/// ```no_run\npub struct D;\n}";
        let text = relative(file.parse().unwrap()).to_string();
        assert!(text.contains("(super::c::B)") && text.contains("```ignore"), "{text}");
    }
}
