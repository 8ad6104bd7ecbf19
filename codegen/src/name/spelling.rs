//! Names that spell out what other names leave out: `ETC_GMT_MINUS_1` from `Etc/GMT-1`.

use super::case::pascal;

/// The symbols that a spelled name contains.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Symbols {
    /// Those that separate words are left out: spaces, `_`, `.`, `:` and `/`. A text of symbols only keeps all.
    Meaningful,
    /// All.
    All,
}

/// The words of ASCII symbols.
const WORDS: [(char, &str); 32] = [
    ('!', "Not"),
    ('"', "Quote"),
    ('#', "Hash"),
    ('$', "Dollar"),
    ('%', "Percent"),
    ('&', "And"),
    ('\'', "Apostrophe"),
    ('(', "Open"),
    (')', "Close"),
    ('*', "Star"),
    ('+', "Plus"),
    (',', "Comma"),
    ('-', "Minus"),
    ('.', "Dot"),
    ('/', "Slash"),
    (':', "Colon"),
    (';', "Semicolon"),
    ('<', "Less"),
    ('=', "Equal"),
    ('>', "Greater"),
    ('?', "Question"),
    ('@', "At"),
    ('[', "OpenBracket"),
    ('\\', "Backslash"),
    (']', "CloseBracket"),
    ('^', "Caret"),
    ('_', "Underscore"),
    ('`', "Backtick"),
    ('{', "OpenBrace"),
    ('|', "Or"),
    ('}', "CloseBrace"),
    ('~', "Tilde"),
];

/// Returns a name of the letters, digits and symbols of a text. A character without a word has that of its code: `U2264` for `≤`.
pub(super) fn spelled(text: &str, symbols: Symbols) -> String {
    let has_letters = text.bytes().any(|letter| letter.is_ascii_alphanumeric());
    let symbols = if has_letters { symbols } else { Symbols::All };
    let mut words: Vec<String> = Vec::new();
    let mut is_inside = false;
    for character in text.chars() {
        let is_letter = character.is_ascii_alphanumeric();
        match words.last_mut().filter(|_| is_letter && is_inside) {
            Some(word) => word.push(character),
            None if is_letter => words.push(character.to_string()),
            None => words.extend(word(character, symbols)),
        }
        is_inside = is_letter;
    }
    identifier(&upper(words.join("_")))
}

fn word(symbol: char, symbols: Symbols) -> Option<String> {
    if symbols == Symbols::Meaningful && " _.:/".contains(symbol) {
        return None;
    }
    let word = WORDS.iter().find(|(known, _)| *known == symbol);
    Some(match word {
        Some((_, word)) => (*word).to_owned(),
        None if symbol == ' ' => "Space".to_owned(),
        None => format!("U{:04X}", u32::from(symbol)),
    })
}

/// Returns the letters and digits of a text, with underscores between groups: `APPLICATION_PDF` from `application/pdf`. `None` if
/// there are none.
pub(super) fn plain(text: &str) -> Option<String> {
    let groups = text.split(|letter: char| !letter.is_ascii_alphanumeric()).filter(|group| !group.is_empty());
    let name = groups.collect::<Vec<_>>().join("_");
    (!name.is_empty()).then(|| identifier(&upper(name)))
}

/// Returns a name in upper case, unless that would lose the boundaries of its words: `s3_ObjectCreated` is kept.
pub(super) fn upper(name: String) -> String {
    let upper = name.to_ascii_uppercase();
    if pascal(&upper) == pascal(&name) { upper } else { name }
}

/// Makes an identifier of a name: the empty one and one with a leading digit are not.
fn identifier(name: &str) -> String {
    match name.bytes().next() {
        None => "EMPTY".to_owned(),
        Some(first) if first.is_ascii_digit() => format!("_{name}"),
        Some(_) => name.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::{Symbols, plain, spelled};

    #[test]
    fn symbols_become_words() {
        for (text, meaningful, all) in [
            ("Etc/GMT-1", "ETC_GMT_MINUS_1", "ETC_SLASH_GMT_MINUS_1"),
            ("<=", "LESS_EQUAL", "LESS_EQUAL"),
            ("a_b", "A_B", "A_UNDERSCORE_B"),
            ("1 + 2", "_1_PLUS_2", "_1_SPACE_PLUS_SPACE_2"),
            ("≤", "U2264", "U2264"),
            ("/", "SLASH", "SLASH"),
            ("", "EMPTY", "EMPTY"),
        ] {
            assert_eq!(spelled(text, Symbols::Meaningful), meaningful, "{text}");
            assert_eq!(spelled(text, Symbols::All), all, "{text}");
        }
    }

    #[test]
    fn plain_names_have_letters_and_digits() {
        assert_eq!(plain("application/pdf").as_deref(), Some("APPLICATION_PDF"));
        assert_eq!(plain("s3:ObjectCreated:*").as_deref(), Some("s3_ObjectCreated"));
        assert_eq!(plain("t2.2xlarge").as_deref(), Some("t2_2xlarge"));
        assert_eq!(plain("0.5").as_deref(), Some("_0_5"));
        assert_eq!(plain("<="), None);
    }
}
