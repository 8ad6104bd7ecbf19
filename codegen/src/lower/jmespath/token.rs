//! The tokens of `JMESPath`.

use crate::source::{Value, json};

#[derive(Clone, Debug, PartialEq)]
pub(super) enum Token {
    /// An identifier.
    Name(String),
    /// A literal.
    Literal(Value),
    /// An index.
    Number(i64),
    /// A mark, such as `[?` or `==`.
    Mark(&'static str),
    /// The end of the expression.
    End,
}

/// Longer marks come before those that they begin with.
const MARKS: [&str; 24] = [
    "[?", "[]", "||", "&&", "==", "!=", "<=", ">=", "<", ">", "!", "[", "]", "{", "}", "(", ")", "*", ".",
    ",", ":", "@", "|", "&",
];

/// Splits an expression into tokens.
pub(super) fn tokens(text: &str) -> Result<Vec<Token>, String> {
    let mut tokens = Vec::new();
    let mut rest = text.trim_start();
    while let Some(first) = rest.chars().next() {
        let (token, tail) = match first {
            '\'' | '"' | '`' => quoted(first, &rest[1..])?,
            '-' | '0'..='9' => number(rest)?,
            first if first.is_ascii_alphabetic() || first == '_' => name(rest),
            _ => mark(rest)?,
        };
        tokens.push(token);
        rest = tail.trim_start();
    }
    Ok(tokens)
}

fn name(text: &str) -> (Token, &str) {
    let inside = |letter: char| letter.is_ascii_alphanumeric() || letter == '_';
    let (name, rest) = text.split_at(text.find(|letter| !inside(letter)).unwrap_or(text.len()));
    (Token::Name(name.to_owned()), rest)
}

fn number(text: &str) -> Result<(Token, &str), String> {
    let digits = text.strip_prefix('-').unwrap_or(text);
    let sign = text.len() - digits.len();
    let end = sign + digits.find(|digit: char| !digit.is_ascii_digit()).unwrap_or(digits.len());
    let (number, rest) = text.split_at(end);
    let number = number.parse().map_err(|_| format!("`{number}` is not an index"))?;
    Ok((Token::Number(number), rest))
}

fn mark(text: &str) -> Result<(Token, &str), String> {
    let found = MARKS.iter().find_map(|mark| Some((*mark, text.strip_prefix(mark)?)));
    found.map(|(mark, rest)| (Token::Mark(mark), rest)).ok_or_else(|| {
        let first = text.chars().next().unwrap_or_default();
        format!("`{}` has no meaning", first.escape_default())
    })
}

/// Reads `'string'`, `"name"` or a JSON value in backticks. A backslash escapes the quote after it.
fn quoted(quote: char, text: &str) -> Result<(Token, &str), String> {
    let mut escaped = false;
    let end = text.find(|letter| {
        let ends = letter == quote && !escaped;
        escaped = letter == '\\' && !escaped;
        ends
    });
    let Some(end) = end else { return Err(format!("a `{quote}` is not closed")) };
    let (inside, rest) = (&text[..end], &text[end + 1..]);
    let token = match quote {
        '\'' => Token::Literal(Value::String(inside.replace("\\'", "'"))),
        '"' => Token::Name(
            serde_json::from_str(&format!("\"{inside}\""))
                .map_err(|_| format!("`\"{inside}\"` is not a name"))?,
        ),
        _ => {
            let inside = inside.replace("\\`", "`");
            // A string without quotes is an old spelling.
            Token::Literal(json::parse(inside.trim()).unwrap_or(Value::String(inside)))
        }
    };
    Ok((token, rest))
}
