//! Methods and URI patterns of operations: `/things/{id}/{path+}?full`.

use std::collections::BTreeSet;

use crate::diagnostic::Diagnostic;
use crate::model::Shape;
use crate::model::traits::TraitValue;
use crate::source::Value;

/// A URI pattern, whose labels are well-formed.
pub(super) struct UriPattern<'a> {
    labels: Vec<Label<'a>>,
    query: &'a str,
}

/// A label: `{id}`, or `{path+}`, which is greedy.
#[derive(Debug, PartialEq, Eq)]
struct Label<'a> {
    name: &'a str,
    is_greedy: bool,
}

impl<'a> UriPattern<'a> {
    /// Reads `smithy.api#http`.
    pub(super) fn of(operation: &Shape, http: &'a TraitValue) -> Result<Self, Diagnostic> {
        let fault = |what: &str| {
            Diagnostic::error(format!("the HTTP binding of `{}` {what}", operation.id))
                .at(&http.location)
                .with_help("write it like `{\"method\": \"GET\", \"uri\": \"/things/{id}\", \"code\": 200}`")
        };
        if !http.value["method"].as_str().is_some_and(is_token) {
            return Err(fault("has no method"));
        }
        let is_status = |code: &Value| code.as_whole().is_some_and(|code| (100..1000).contains(&code));
        if !http.value.get("code").is_none_or(is_status) {
            return Err(fault("has a status that is not a number from 100 to 999"));
        }
        let uri = http.value["uri"].as_str().filter(|uri| uri.starts_with('/'));
        let uri = uri.ok_or_else(|| fault("has no URI that starts with `/`"))?;
        if let Some(letter) = uri.chars().find(|letter| !is_uri_character(*letter)) {
            return Err(fault(&format!("has a URI with `{}`, which must be encoded", letter.escape_debug())));
        }
        let (path, query) = uri.split_once('?').unwrap_or((uri, ""));
        let labels = labels(path).filter(|_| !query.contains(['{', '}']));
        let labels = labels.ok_or_else(|| fault("has a label that is not a whole segment of the path"))?;
        let mut names = BTreeSet::new();
        if !labels.iter().all(|label| names.insert(label.name)) {
            return Err(fault("has a label twice"));
        }
        Ok(Self { labels, query })
    }

    /// Returns the names of the labels.
    pub(super) fn labels(&self) -> impl Iterator<Item = &'a str> {
        self.labels.iter().map(|label| label.name)
    }

    /// Returns true if the label with this name is greedy.
    pub(super) fn is_greedy(&self, name: &str) -> bool {
        self.labels.iter().any(|label| label.name == name && label.is_greedy)
    }

    /// Returns true if the query string has this parameter, with or without a value.
    pub(super) fn has_parameter(&self, name: &str) -> bool {
        self.query.split('&').any(|parameter| parameter.split('=').next() == Some(name))
    }
}

/// Returns true for the characters of paths and query strings, and the braces of labels. Source: RFC 3986, appendix A.
fn is_uri_character(letter: char) -> bool {
    letter.is_ascii_graphic() && !"\"#<>\\^`|".contains(letter)
}

/// Returns true for a token, which methods and names of headers are. Source: RFC 9110, section 5.6.2.
pub(super) fn is_token(text: &str) -> bool {
    let is_part = |byte: u8| byte.is_ascii_alphanumeric() || b"!#$%&'*+-.^_`|~".contains(&byte);
    !text.is_empty() && text.bytes().all(is_part)
}

/// Returns the names of the labels, each of which is a segment of the path; `None` if the braces do not fit.
fn labels(path: &str) -> Option<Vec<Label<'_>>> {
    let mut labels = Vec::new();
    for segment in path.split('/').filter(|segment| segment.contains(['{', '}'])) {
        let name = segment.strip_prefix('{')?.strip_suffix('}')?;
        let greedy = name.strip_suffix('+');
        let (name, is_greedy) = (greedy.unwrap_or(name), greedy.is_some());
        if name.is_empty() || name.contains(['{', '}', '+']) {
            return None;
        }
        labels.push(Label { name, is_greedy });
    }
    Some(labels)
}

#[cfg(test)]
mod tests {
    use super::{Label, is_token, is_uri_character, labels};

    #[test]
    fn methods_are_tokens() {
        for method in ["GET", "M-SEARCH", "X_1.2"] {
            assert!(is_token(method), "{method}");
        }
        for method in ["", "GET /", "A(B)", "É", "A,B"] {
            assert!(!is_token(method), "{method}");
        }
    }

    #[test]
    fn uris_have_no_fragment_and_nothing_that_must_be_encoded() {
        assert!("/a-b.c_d~e/{f}/%20?g=h&i".chars().all(is_uri_character));
        for letter in [' ', '#', '"', '<', '\\', '\r', 'é'] {
            assert!(!is_uri_character(letter), "{letter:?}");
        }
    }

    #[test]
    fn labels_are_whole_segments() {
        let label = |name, is_greedy| Label { name, is_greedy };
        for (path, expected) in [
            ("/", Some(vec![])),
            ("/a/{b}/{c+}", Some(vec![label("b", false), label("c", true)])),
            ("/a/{b", None),
            ("/a/b}", None),
            ("/a/{}", None),
            ("/a/{b}c", None),
            ("/a/{b}{c}", None),
            ("/a/{+}", None),
        ] {
            assert_eq!(labels(path), expected, "{path}");
        }
    }
}
