//! What text of a model may never do in a crate.

use std::collections::BTreeMap;

use proc_macro2::{TokenStream, TokenTree};
use tinsmith::GeneratedCrate;

/// The word that every hostile text holds. It may be in literals and in documentation, and nowhere else.
pub(crate) const WORD: &str = "pwned";

/// What is wrong with a crate, if anything. Files that are in `harmless` to the letter are not looked at again.
pub(crate) fn harm(generated: &GeneratedCrate, harmless: &BTreeMap<String, String>) -> Option<String> {
    let fresh = generated.files.iter().filter(|(path, text)| harmless.get(*path) != Some(text));
    fresh.filter_map(|(path, text)| in_path(path).or_else(|| in_file(path, text))).next()
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
                    documentation.push_str(&text.value());
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

/// Documentation is read and not run: a block of code that the model has made is marked as text. Markup is escaped.
fn in_markdown(text: &str) -> Option<String> {
    let (mut fence, mut after_blank): (Option<String>, bool) = (None, true);
    for line in text.lines() {
        let content = line.trim_start();
        if let Some(language) = content.strip_prefix("```") {
            fence = if fence.is_some() { None } else { Some(language.trim_matches('`').trim().to_owned()) };
        } else if let Some(language) = &fence {
            let runs = language.is_empty()
                || language.split(',').any(|word| word == "rust" || word == "should_panic");
            // Examples are code, in which the word stands in literals.
            if runs && content.starts_with(WORD) {
                return Some(format!("code that runs: {line}"));
            }
        } else if line.starts_with("    ") && after_blank && content.starts_with(WORD) {
            return Some(format!("indented code: {line}"));
        } else if let Some(start) = content.find("<script") {
            let before = &content[..start];
            if !before.ends_with('\\') && before.matches('`').count().is_multiple_of(2) {
                return Some(format!("markup: {line}"));
            }
        }
        after_blank = content.is_empty();
    }
    None
}

/// In a manifest the word stands within one pair of quotes.
fn in_manifest(text: &str) -> Option<String> {
    let is_quoted = |line: &str| {
        let line = line.replace("\\\\", "").replace("\\\"", "");
        line.matches('"').count() == 2 && line.trim_end().ends_with('"') && !line.starts_with('"')
    };
    let broken = |line: &&str| line.contains(WORD) && !line.starts_with('#') && !is_quoted(line);
    text.lines().find(broken).map(|line| format!("the line {line}"))
}
