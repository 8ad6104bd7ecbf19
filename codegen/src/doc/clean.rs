//! Characters that are not allowed in a doc comment.

use std::borrow::Cow;

/// Normalises line ends and drops characters that rustc or clippy reject in a comment, or that are invisible.
///
/// Entities bring such characters back (`&#x202E;`), so decoded text is cleaned once more.
pub(super) fn clean(text: &str) -> Cow<'_, str> {
    if text.chars().all(|c| clean_char(c) == Some(c)) {
        return Cow::Borrowed(text);
    }
    text.replace("\r\n", "\n").chars().filter_map(clean_char).collect::<String>().into()
}

fn clean_char(c: char) -> Option<char> {
    match c {
        '\n' | '\t' => Some(c),
        '\r' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}' => Some('\n'),
        '\u{a0}' => Some(' '),
        // Bidirectional controls, which rustc denies (`text_direction_codepoint_in_comment`), and
        // characters that nobody sees.
        '\u{202a}'..='\u{202e}'
        | '\u{2066}'..='\u{2069}'
        | '\u{200b}'
        | '\u{2060}'
        | '\u{feff}'
        | '\u{ad}' => None,
        c => Some(c).filter(|c| !c.is_control()),
    }
}
