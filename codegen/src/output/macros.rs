//! Formats the bodies of macro calls, which prettyplease leaves as they are.
//!
//! A body is a list of entries that end with `;` or with a block, and that may have documentation and attributes.

use proc_macro2::{Delimiter, Spacing, TokenStream, TokenTree};

use super::doc_lines::push_line;

/// Maximum width of a line.
const MAX_WIDTH: usize = 100;

/// Formats the tokens between the braces of a macro call, indented by `depth` levels.
pub(super) fn body(tokens: TokenStream, depth: usize) -> String {
    let mut printer = Printer { text: String::new(), depth };
    printer.entries(tokens);
    printer.text
}

struct Printer {
    text: String,
    depth: usize,
}

impl Printer {
    fn entries(&mut self, tokens: TokenStream) {
        let mut entry = Line::default();
        let mut tokens = tokens.into_iter().peekable();
        while let Some(token) = tokens.next() {
            match (&token, tokens.peek()) {
                (TokenTree::Punct(hash), Some(TokenTree::Group(group))) if hash.as_char() == '#' => {
                    self.attribute(group.stream());
                    tokens.next();
                }
                (TokenTree::Group(group), _) if group.delimiter() == Delimiter::Brace => {
                    self.block(&std::mem::take(&mut entry), group.stream());
                }
                (TokenTree::Punct(end), _) if end.as_char() == ';' => {
                    entry.push(&token);
                    self.line(&std::mem::take(&mut entry));
                }
                _ => entry.push(&token),
            }
        }
    }

    fn attribute(&mut self, tokens: TokenStream) {
        let line = match documentation(&tokens) {
            Some(text) => format!("///{text}"),
            None => format!("#[{}]", inline(tokens)),
        };
        self.raw(&line);
    }

    fn block(&mut self, head: &Line, body: TokenStream) {
        if body.is_empty() {
            return self.raw(&format!("{} {{}}", head.text.trim_end()));
        }
        self.raw(&format!("{} {{", head.text.trim_end()));
        self.depth += 1;
        self.entries(body);
        self.depth -= 1;
        self.raw("}");
    }

    /// Prints an entry. A long one is broken after commas.
    fn line(&mut self, line: &Line) {
        let mut text = String::with_capacity(line.text.len() + 16);
        let mut width = self.depth * 4;
        for piece in line.pieces() {
            let is_first = text.is_empty();
            if !is_first && width + piece.trim_end().len() > MAX_WIDTH {
                self.raw(text.trim_end());
                text.clear();
                text.push_str("    ");
                width = self.depth * 4 + 4;
            }
            text.push_str(piece);
            width += piece.len();
        }
        self.raw(text.trim_end());
    }

    fn raw(&mut self, line: &str) {
        push_line(&format!("{}{line}", "    ".repeat(self.depth)), &mut self.text);
        self.text.push('\n');
    }
}

/// Returns the text of `doc = "..."`.
fn documentation(tokens: &TokenStream) -> Option<String> {
    let mut tokens = tokens.clone().into_iter();
    let TokenTree::Ident(name) = tokens.next()? else { return None };
    let (TokenTree::Punct(_), TokenTree::Literal(text)) = (tokens.next()?, tokens.next()?) else {
        return None;
    };
    match syn::Lit::new(text) {
        syn::Lit::Str(text) if name == "doc" => Some(text.value()),
        _ => None,
    }
}

fn inline(tokens: TokenStream) -> String {
    let mut line = Line::default();
    tokens.into_iter().for_each(|token| line.push(&token));
    line.text
}

/// Text of an entry under construction.
#[derive(Default)]
struct Line {
    text: String,
    /// Positions at which a line break is possible: after the commas outside of groups.
    breaks: Vec<usize>,
    /// Number of groups that are open.
    depth: usize,
    last: Last,
}

/// Kind of the last token, which decides whether a space follows.
#[derive(Clone, Copy, Default, PartialEq, Eq)]
enum Last {
    /// The start of the entry, or a token without a space after it.
    #[default]
    Tight,
    Word,
    Comma,
    /// An operator, or its last character.
    Operator,
}

impl Line {
    /// Returns the parts between which a line break is possible.
    fn pieces(&self) -> impl Iterator<Item = &str> {
        let starts = std::iter::once(0).chain(self.breaks.iter().copied());
        let ends = self.breaks.iter().copied().chain([self.text.len()]);
        starts.zip(ends).map(|(start, end)| &self.text[start..end])
    }

    fn push(&mut self, token: &TokenTree) {
        match token {
            TokenTree::Group(group) => {
                let (open, close) = match group.delimiter() {
                    Delimiter::Parenthesis => ("(", ")"),
                    Delimiter::Bracket => ("[", "]"),
                    Delimiter::Brace => ("{ ", " }"),
                    Delimiter::None => ("", ""),
                };
                self.add(open, self.last == Last::Operator, Last::Tight);
                self.depth += 1;
                group.stream().into_iter().for_each(|token| self.push(&token));
                self.depth -= 1;
                self.text.truncate(self.text.trim_end().len());
                self.add(close, false, Last::Word);
            }
            TokenTree::Punct(punct) => self.punct(punct.as_char(), punct.spacing() == Spacing::Joint),
            word => {
                self.add(&word.to_string(), self.last != Last::Tight && self.last != Last::Comma, Last::Word);
            }
        }
    }

    fn punct(&mut self, punct: char, joint: bool) {
        let last = match punct {
            ',' => return self.comma(),
            ':' if !joint && !self.text.ends_with(':') => Last::Operator,
            '>' if self.text.ends_with('=') => Last::Operator,
            '>' | ';' | '?' => Last::Word,
            '=' if !joint => Last::Operator,
            '=' => Last::Tight,
            _ => Last::Tight,
        };
        let spaced = punct == '=' || (punct == '&' && self.last == Last::Operator);
        self.add(punct.encode_utf8(&mut [0; 4]), spaced && self.last != Last::Tight, last);
    }

    fn comma(&mut self) {
        self.add(", ", false, Last::Comma);
        if self.depth == 0 {
            self.breaks.push(self.text.len());
        }
    }

    fn add(&mut self, text: &str, spaced: bool, last: Last) {
        if spaced && !self.text.is_empty() && !self.text.ends_with(' ') {
            self.text.push(' ');
        }
        self.text.push_str(text);
        self.last = last;
    }
}

#[cfg(test)]
mod tests {
    use quote::quote;

    use super::body;

    #[test]
    fn entries_are_printed_on_separate_lines() {
        let tokens = quote! {
            #[doc = " Builds a tag."]
            #[derive(Clone, PartialEq)]
            pub struct TagBuilder => always Tag with meta {
                #[doc = " The key."]
                #[deprecated(note = "old")]
                key: or(::a::B::from("x")) Map<::std::vec::Vec<Tag>>, set_key, get_key;
            }
            0 "key": List.with_member(&TAG);
        };
        let expected = "\
/// Builds a tag.
#[derive(Clone, PartialEq)]
pub struct TagBuilder => always Tag with meta {
    /// The key.
    #[deprecated(note = \"old\")]
    key: or(::a::B::from(\"x\")) Map<::std::vec::Vec<Tag>>, set_key, get_key;
}
0 \"key\": List.with_member(&TAG);
";
        assert_eq!(body(tokens, 0), expected);
    }

    #[test]
    fn long_entries_break_after_commas() {
        let name = "x".repeat(40);
        let (first, second, third) = (
            quote::format_ident!("a{name}"),
            quote::format_ident!("b{name}"),
            quote::format_ident!("c{name}"),
        );
        let text = body(quote!(#first: optional Text, #second, #third;), 1);
        let lines: Vec<_> = text.lines().collect();
        assert_eq!(lines.len(), 2, "{text}");
        assert!(lines[1].starts_with("        "), "{text}");
        assert!(lines.iter().all(|line| line.len() <= 104 && !line.ends_with(' ')), "{text}");
    }
}
