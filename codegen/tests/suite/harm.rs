//! What text of a model may never do in a crate.

use std::collections::BTreeMap;

use proc_macro2::{TokenStream, TokenTree};
use pulldown_cmark::{CodeBlockKind, Event, Parser, Tag, TagEnd};
use tinsmith::GeneratedCrate;

/// The word that every hostile text holds. It may be in literals and in documentation, and nowhere else.
pub(crate) const WORD: &str = "pwned";

/// What is wrong with a crate, if anything. Files that are in `harmless` to the letter are not looked at again.
pub(crate) fn harm(generated: &GeneratedCrate, harmless: &BTreeMap<String, String>) -> Option<String> {
    let mut fresh = generated.files.iter().filter(|(path, text)| harmless.get(*path) != Some(text));
    fresh.find_map(|(path, text)| in_path(path).or_else(|| in_file(path, text)))
}

/// Paths are plain names, which no system takes for something else.
fn in_path(path: &str) -> Option<String> {
    let is_plain = |part: &str| {
        let stem = part.trim_start_matches('.').split('.').next().unwrap_or_default();
        let letters = |letter: char| letter.is_ascii_alphanumeric() || "._-".contains(letter);
        !stem.is_empty() && part.len() < 250 && part.chars().all(letters) && !is_device(stem)
    };
    (!path.split('/').all(is_plain)).then(|| format!("the path `{path}`"))
}

/// Names that Windows keeps for devices, with any ending.
fn is_device(stem: &str) -> bool {
    let stem = stem.to_ascii_lowercase();
    let numbered = |name: &str| stem.strip_prefix(name).is_some_and(|rest| rest.len() == 1 && rest != "_");
    ["con", "prn", "aux", "nul"].contains(&stem.as_str()) || numbered("com") || numbered("lpt")
}

fn in_file(path: &str, text: &str) -> Option<String> {
    if let Some(letter) = text.chars().find(|letter| is_invisible(*letter)) {
        return Some(format!("{path}: the letter {letter:?} as it is"));
    }
    let problem = match path.rsplit_once('.') {
        Some((_, "rs")) => in_rust(text),
        Some((_, "md")) => in_markdown(text),
        _ => in_manifest(text),
    };
    problem.map(|problem| format!("{path}: {problem}"))
}

/// Controls, and letters that change what a reader sees: rustc refuses most of them.
fn is_invisible(letter: char) -> bool {
    (letter.is_control() && letter != '\n')
        || matches!(letter, '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}')
}

fn in_rust(text: &str) -> Option<String> {
    if let Err(error) = syn::parse_file(text) {
        return Some(format!("does not parse: {error}"));
    }
    let code: String = text.lines().filter(|line| line.starts_with("// ")).collect();
    if code.contains("*/") || text.lines().next().is_some_and(|line| !line.starts_with("// ")) {
        return Some("the header is broken".to_owned());
    }
    let Ok(tokens) = text.parse::<TokenStream>() else { return Some("no tokens".to_owned()) };
    let mut documentation = String::new();
    in_tokens(tokens, &mut documentation).or_else(|| in_markdown(&documentation))
}

/// An identifier that a model has smuggled in. Documentation is gathered on the way, one line for each.
fn in_tokens(tokens: TokenStream, documentation: &mut String) -> Option<String> {
    let mut is_doc = false;
    for token in tokens {
        match token {
            TokenTree::Ident(ident) if ident.to_string().to_lowercase() == WORD => {
                return Some(format!("the identifier `{ident}`"));
            }
            TokenTree::Ident(ident) => is_doc = ident == "doc",
            TokenTree::Group(group) => {
                if let Some(problem) = in_tokens(group.stream(), documentation) {
                    return Some(problem);
                }
            }
            TokenTree::Literal(literal) if is_doc => {
                if let Ok(text) = syn::parse_str::<syn::LitStr>(&literal.to_string()) {
                    let line = text.value();
                    documentation.push_str(line.strip_prefix(' ').unwrap_or(&line));
                    documentation.push('\n');
                }
            }
            TokenTree::Punct(_) | TokenTree::Literal(_) => {}
        }
    }
    // A blank line, so that items do not run into one another.
    documentation.push('\n');
    None
}

/// Documentation is read and not run: a block of code that the model has made is marked as text, markup is escaped, and
/// links lead to pages.
fn in_markdown(text: &str) -> Option<String> {
    let mut runs = false;
    for event in Parser::new(text) {
        match event {
            Event::Html(markup) | Event::InlineHtml(markup) if markup.contains("script") => {
                return Some(format!("the markup {markup}"));
            }
            Event::Start(Tag::Link { dest_url, .. }) if dest_url.contains("script:") => {
                return Some(format!("a link to {dest_url}"));
            }
            Event::Start(Tag::CodeBlock(kind)) => {
                runs = match &kind {
                    CodeBlockKind::Indented => true,
                    CodeBlockKind::Fenced(language) => language.is_empty() || language.contains("rust"),
                }
            }
            Event::End(TagEnd::CodeBlock) => runs = false,
            // Examples are code, in which the word stands in literals.
            Event::Text(code) if runs && code.lines().any(|line| line.trim_start().starts_with(WORD)) => {
                return Some(format!("code that runs: {code}"));
            }
            _ => {}
        }
    }
    None
}

/// In a manifest the word is within quotes, which are balanced, and not in a key.
fn in_manifest(text: &str) -> Option<String> {
    let is_quoted = |line: &str| {
        let line = line.replace("\\\\", "").replace("\\\"", "");
        let mut unquoted = line.split('"').step_by(2);
        line.matches('"').count().is_multiple_of(2)
            && !line.starts_with('"')
            && unquoted.all(|between| !between.contains(WORD))
    };
    let broken = |line: &&str| line.contains(WORD) && !line.starts_with('#') && !is_quoted(line);
    text.lines().find(broken).map(|line| format!("the line {line}"))
}
