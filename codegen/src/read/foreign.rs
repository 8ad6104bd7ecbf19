//! Files of other formats, which are explained instead of a syntax error at their first character.

use crate::diagnostic::Diagnostic;
use crate::source::Source;

/// A format that is not JSON.
enum Format {
    Html,
    Xml,
    SmithyIdl,
    Yaml,
    GitLfs,
}

/// Recognizes the format of a text that is not JSON.
pub(super) fn explain(source: &Source) -> Option<Diagnostic> {
    let format = Format::of(source.text.trim_start())?;
    let path = &source.path;
    let message = format!("`{path}` is {}, not a JSON file", format.name());
    Some(Diagnostic::error(message).with_help(format.help(path)))
}

impl Format {
    /// Returns the format of a text without space at its start.
    fn of(text: &str) -> Option<Self> {
        let start: String = text.chars().take(32).map(|char| char.to_ascii_lowercase()).collect();
        if start.starts_with("<!doctype html") || start.starts_with("<html") {
            Some(Self::Html)
        } else if start.starts_with('<') {
            Some(Self::Xml)
        } else if start.starts_with("version https://git-lfs") {
            Some(Self::GitLfs)
        } else if is_smithy_idl(text) {
            Some(Self::SmithyIdl)
        } else {
            is_yaml(text).then_some(Self::Yaml)
        }
    }

    fn name(&self) -> &'static str {
        match self {
            Self::Html => "an HTML page",
            Self::Xml => "XML",
            Self::SmithyIdl => "Smithy IDL",
            Self::Yaml => "YAML",
            Self::GitLfs => "a pointer of Git LFS",
        }
    }

    fn help(&self, path: &str) -> String {
        match self {
            Self::Html | Self::Xml => {
                "the download may have failed, or saved the page about a file; download the file itself"
            }
            Self::SmithyIdl => {
                return format!(
                    "convert it to a JSON AST with the Smithy CLI: `smithy ast {path} > model.json`"
                );
            }
            Self::Yaml => "convert it to JSON; models are Smithy JSON ASTs or of botocore",
            Self::GitLfs => "fetch its content with `git lfs pull`",
        }
        .to_owned()
    }
}

/// Returns true if the first statement is one of Smithy IDL.
fn is_smithy_idl(text: &str) -> bool {
    let is_comment = |line: &&str| line.is_empty() || line.starts_with("//");
    let Some(line) = text.lines().map(str::trim).find(|line| !is_comment(line)) else { return false };
    let is_metadata = line.starts_with("metadata ") && line.contains('=');
    line.starts_with('$') || line.starts_with("namespace ") || line.starts_with("use ") || is_metadata
}

/// Returns true if the first entry is a key of YAML, or a document or directive starts there.
fn is_yaml(text: &str) -> bool {
    let is_comment = |line: &&str| line.is_empty() || line.starts_with('#');
    let Some(line) = text.lines().map(str::trim).find(|line| !is_comment(line)) else { return false };
    let is_key = |key: &str| {
        let key = key.trim_matches(['"', '\'']);
        !key.is_empty() && key.chars().all(|char| char.is_alphanumeric() || "_-.#".contains(char))
    };
    let entry = line.split_once(": ").map(|(key, _)| key).or_else(|| line.strip_suffix(':'));
    line == "---" || line.starts_with("%YAML") || entry.is_some_and(is_key)
}

#[cfg(test)]
mod tests {
    use super::explain;
    use crate::source::Source;

    fn message(text: &str) -> Option<String> {
        explain(&Source::new("m", text.to_owned())).map(|diagnostic| diagnostic.message)
    }

    #[test]
    fn other_formats_are_recognized() {
        for (text, format) in [
            ("\n<!DOCTYPE html>\n<html>", "an HTML page"),
            ("<?xml version=\"1.0\"?><Error/>", "XML"),
            ("// A comment.\n$version: \"2\"\nnamespace a.b\n", "Smithy IDL"),
            ("namespace a.b\n\nuse aws.api#service\n", "Smithy IDL"),
            ("metadata suppressions = []\n", "Smithy IDL"),
            ("smithy: \"2.0\"\nshapes:\n", "YAML"),
            ("# Ours.\n---\nsmithy: 2.0\n", "YAML"),
            ("\"shapes\":\n  a.b#C:\n", "YAML"),
            ("version https://git-lfs.github.com/spec/v1\noid sha256:1\n", "a pointer of Git LFS"),
        ] {
            assert_eq!(message(text), Some(format!("`m` is {format}, not a JSON file")), "{text}");
        }
    }

    #[test]
    fn damaged_json_is_not_of_another_format() {
        for text in ["{\"a\": }", "[1, 2", "\"text\" x", "nul", "", "ä", "a sentence: with a colon"] {
            assert_eq!(message(text), None, "{text}");
        }
    }
}
