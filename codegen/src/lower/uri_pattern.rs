//! Methods and URI patterns of operations: `/things/{id}/{path+}?full`.

use crate::diagnostic::Diagnostic;
use crate::model::Shape;
use crate::model::traits::TraitValue;
use crate::source::Value;

/// A URI pattern, whose labels are well-formed.
pub(super) struct UriPattern<'a>(Vec<&'a str>);

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
        let (path, query) = uri.split_once('?').unwrap_or((uri, ""));
        let labels = labels(path).filter(|_| !query.contains(['{', '}']));
        let labels = labels.ok_or_else(|| fault("has a label that is not a whole segment of the path"))?;
        if (1..labels.len()).any(|index| labels[..index].contains(&labels[index])) {
            return Err(fault("has a label twice"));
        }
        Ok(Self(labels))
    }

    /// Returns the names of the labels.
    pub(super) fn labels(&self) -> impl Iterator<Item = &'a str> {
        self.0.iter().copied()
    }
}

/// Returns true for a token, such as a method is. Source: RFC 9110, section 5.6.2.
fn is_token(text: &str) -> bool {
    let is_part = |byte: u8| byte.is_ascii_alphanumeric() || b"!#$%&'*+-.^_`|~".contains(&byte);
    !text.is_empty() && text.bytes().all(is_part)
}

/// Returns the names of the labels, each of which is a segment of the path; `None` if the braces do not fit.
fn labels(path: &str) -> Option<Vec<&str>> {
    let mut labels = Vec::new();
    for segment in path.split('/').filter(|segment| segment.contains(['{', '}'])) {
        let name = segment.strip_prefix('{')?.strip_suffix('}')?;
        let name = name.strip_suffix('+').unwrap_or(name);
        if name.is_empty() || name.contains(['{', '}', '+']) {
            return None;
        }
        labels.push(name);
    }
    Some(labels)
}

#[cfg(test)]
mod tests {
    use super::{is_token, labels};

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
    fn labels_are_whole_segments() {
        for (path, expected) in [
            ("/", Some(vec![])),
            ("/a/{b}/{c+}", Some(vec!["b", "c"])),
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
