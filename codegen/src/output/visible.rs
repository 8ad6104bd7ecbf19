//! Text that a reader sees as it is: letters that hide or turn others round are escaped in literals and dropped elsewhere.
//!
//! rustc refuses those that turn text round (`text_direction_codepoint_in_literal`); the others would only deceive.

use std::borrow::Cow;
use std::path::Path;

/// A file in which nothing is hidden. Of Rust, a line is either a comment or code, in which such letters stand in literals.
pub(super) fn visible<'t>(path: &str, text: &'t str) -> Cow<'t, str> {
    if !text.contains(is_hidden) {
        return Cow::Borrowed(text);
    }
    let is_rust = Path::new(path).extension().is_some_and(|extension| extension == "rs");
    let line = |line: &str| {
        let is_code = is_rust && !line.trim_start().starts_with("//");
        if is_code { escaped(line) } else { line.replace(is_hidden, "") }
    };
    text.split_inclusive('\n').map(line).collect::<String>().into()
}

fn escaped(line: &str) -> String {
    let mut text = String::with_capacity(line.len());
    for letter in line.chars() {
        if is_hidden(letter) {
            text.extend(letter.escape_unicode());
        } else {
            text.push(letter);
        }
    }
    text
}

/// Controls, joiners, line separators, and what sets the direction of text.
fn is_hidden(letter: char) -> bool {
    let is_format = matches!(letter, '\u{ad}' | '\u{61c}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}');
    is_format || (letter.is_control() && letter != '\n' && letter != '\t')
}

#[cfg(test)]
mod tests {
    use super::visible;

    #[test]
    fn hidden_letters_are_escaped_in_literals_and_dropped_in_comments() {
        let text = "/// a\u{202e}b\nconst X: &str = \"\u{202e}é\u{200b}\";\n";
        assert_eq!(visible("x.rs", text), "/// ab\nconst X: &str = \"\\u{202e}é\\u{200b}\";\n");
        assert_eq!(visible("x.toml", "d = \"a\u{2066}b\"\n"), "d = \"ab\"\n");
        assert!(matches!(visible("x.rs", "plain é\n"), std::borrow::Cow::Borrowed(_)));
    }
}
