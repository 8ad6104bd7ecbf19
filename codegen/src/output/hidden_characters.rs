//! Escapes characters that hide text or change its direction, so that readers see generated text as it is.
//!
//! rustc refuses those that change the direction (`text_direction_codepoint_in_literal`); the others mislead readers.

use std::borrow::Cow;
use std::path::Path;

/// Escapes hidden characters in the literals of a Rust file and drops them elsewhere. Each line of a generated Rust file is
/// either a comment or code, and code contains such characters only in literals.
pub(super) fn escape_hidden<'t>(path: &str, text: &'t str) -> Cow<'t, str> {
    let is_other = |byte: u8| !(b' '..0x7f).contains(&byte) && byte != b'\n' && byte != b'\t';
    // In chunks without a branch, so that many bytes are compared at a time.
    let is_plain = |chunk: &[u8]| chunk.iter().fold(true, |plain, &byte| plain & !is_other(byte));
    if text.as_bytes().chunks(64).all(is_plain) || !text.contains(is_hidden) {
        return Cow::Borrowed(text);
    }
    let is_rust = Path::new(path).extension().is_some_and(|extension| extension == "rs");
    let line = |line: &str| {
        let is_code = is_rust && !line.trim_start().starts_with("//");
        if is_code { escape_line(line) } else { line.replace(is_hidden, "") }
    };
    text.split_inclusive('\n').map(line).collect::<String>().into()
}

fn escape_line(line: &str) -> String {
    let mut text = String::with_capacity(line.len());
    for character in line.chars() {
        if is_hidden(character) {
            text.extend(character.escape_unicode());
        } else {
            text.push(character);
        }
    }
    text
}

/// Returns true if a character is a control, a joiner, a line separator, or sets the direction of text.
fn is_hidden(character: char) -> bool {
    let is_format = matches!(character, '\u{ad}' | '\u{61c}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}');
    is_format || (character.is_control() && character != '\n' && character != '\t')
}

#[cfg(test)]
mod tests {
    use super::escape_hidden;

    #[test]
    fn hidden_characters_are_escaped_in_literals_and_dropped_in_comments() {
        let text = "/// a\u{202e}b\nconst X: &str = \"\u{202e}é\u{200b}\";\n";
        assert_eq!(escape_hidden("x.rs", text), "/// ab\nconst X: &str = \"\\u{202e}é\\u{200b}\";\n");
        assert_eq!(escape_hidden("x.toml", "d = \"a\u{2066}b\"\n"), "d = \"ab\"\n");
        assert!(matches!(escape_hidden("x.rs", "plain é\n"), std::borrow::Cow::Borrowed(_)));
    }
}
