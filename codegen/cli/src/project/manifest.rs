//! A Cargo.toml: finding the table with the settings, and edits that keep its layout.

use std::ops::Range;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use tinsmith::Diagnostic;
use tinsmith::source::Source;
use toml_edit::{Document, DocumentMut, Item, TableLike, value};

/// A parsed Cargo.toml.
pub(crate) struct Manifest {
    pub(crate) path: PathBuf,
    pub(crate) source: Arc<Source>,
    document: Document<String>,
}

/// Position of the settings of a crate in a Cargo.toml.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct TablePath {
    /// `workspace` or `package`.
    pub(crate) owner: &'static str,
    /// Index in the array `crate`; `None` if the table has the settings of one crate.
    pub(crate) index: Option<usize>,
}

impl TablePath {
    /// Returns the header of the table in the file.
    pub(crate) fn header(self) -> String {
        match self.index {
            None => format!("[{}.metadata.tinsmith]", self.owner),
            Some(_) => format!("[[{}.metadata.tinsmith.crate]]", self.owner),
        }
    }
}

impl Manifest {
    pub(crate) fn parse(path: &Path, text: &str) -> Result<Self, Diagnostic> {
        let source = Source::from_text(&crate::path::relative(path).display().to_string(), text);
        let document = Document::parse(text.to_owned()).map_err(|error| {
            let diagnostic = Diagnostic::error(format!("invalid TOML: {}", error.message().trim()));
            match error.span() {
                Some(span) => diagnostic.with_span(&source, span),
                None => diagnostic,
            }
        })?;
        Ok(Self { path: path.to_owned(), source, document })
    }

    /// Returns the table with the settings, of the workspace or else of the package.
    pub(crate) fn settings(&self) -> Option<(TablePath, &Item)> {
        ["workspace", "package"].into_iter().find_map(|owner| {
            let table = self.document.get(owner)?.get("metadata")?.get("tinsmith")?;
            Some((TablePath { owner, index: None }, table))
        })
    }

    /// Returns true if the file has the table `[owner]`.
    pub(crate) fn has(&self, owner: &str) -> bool {
        self.document.get(owner).is_some()
    }

    /// Returns a copy to edit.
    pub(crate) fn to_editable(&self) -> DocumentMut {
        self.document.clone().into_mut()
    }

    /// Returns the text with another string for a key of a crate. Comments and layout are kept.
    pub(crate) fn with_setting(&self, path: TablePath, key: &str, text: &str) -> String {
        let mut document = self.to_editable();
        let mut item = &mut document[path.owner]["metadata"]["tinsmith"];
        if let Some(index) = path.index {
            item = &mut item["crate"][index];
        }
        match item.get_mut(key).and_then(Item::as_value_mut) {
            Some(old) => {
                let decor = old.decor().clone();
                *old = text.into();
                *old.decor_mut() = decor;
            }
            None => item[key] = value(text),
        }
        self.text_of(&document)
    }

    /// Returns the text of an edited copy, with the line ends of the file, which the parser drops.
    pub(crate) fn text_of(&self, document: &DocumentMut) -> String {
        let text = document.to_string();
        if self.source.text.contains("\r\n") { text.replace('\n', "\r\n") } else { text }
    }
}

/// Returns the span of a key.
pub(crate) fn key_span(table: &dyn TableLike, key: &str) -> Range<usize> {
    table.get_key_value(key).and_then(|(key, _)| key.span()).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::{Manifest, TablePath};

    #[test]
    fn changing_a_setting_keeps_everything_else() {
        let text = "# first\n[workspace.metadata.tinsmith]\nmodel = 'm'\n\n[[workspace.metadata.tinsmith.crate]]\n\
                    crate-version   = '0.1.0' # ours\n\n[[workspace.metadata.tinsmith.crate]]\noutput = 'b'\n";
        let manifest = Manifest::parse(Path::new("Cargo.toml"), text).expect("the text is valid");
        let path = TablePath { owner: "workspace", index: Some(0) };
        assert_eq!(
            manifest.with_setting(path, "crate-version", "0.2.0"),
            text.replace("'0.1.0'", "\"0.2.0\"")
        );
        let path = TablePath { owner: "workspace", index: Some(1) };
        let added = format!("{text}crate-version = \"0.2.0\"\n");
        assert_eq!(manifest.with_setting(path, "crate-version", "0.2.0"), added);
    }

    #[test]
    fn line_ends_are_kept() {
        let text = "[workspace.metadata.tinsmith]\r\nmodel = 'm'\r\ncrate-version = '0.1.0'\r\n";
        let manifest = Manifest::parse(Path::new("Cargo.toml"), text).expect("the text is valid");
        let path = TablePath { owner: "workspace", index: None };
        assert_eq!(
            manifest.with_setting(path, "crate-version", "0.2.0"),
            text.replace("'0.1.0'", "\"0.2.0\"")
        );
    }

    #[test]
    fn invalid_toml_is_an_error_with_its_line() {
        let Err(error) = Manifest::parse(Path::new("Cargo.toml"), "[workspace]\nmembers = [\n") else {
            panic!("the text is invalid");
        };
        assert!(error.render(false).contains("Cargo.toml:"), "{}", error.render(false));
    }
}
