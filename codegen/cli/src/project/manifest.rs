//! A Cargo.toml: finding the table with the settings, and edits that keep its layout.

use std::iter;
use std::ops::Range;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use tinsmith::Diagnostic;
use tinsmith::diagnostic::Position;
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

/// Tables that can have settings, in order of precedence.
const OWNERS: [&str; 2] = ["workspace", "package"];

/// Name of the table with the settings.
const TINSMITH: &str = "tinsmith";

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
    pub(crate) fn parse(path: &Path, text: String) -> Result<Self, Diagnostic> {
        let source = Source::from_text(&crate::path::relative(path).display().to_string(), &text);
        let document = Document::parse(text).map_err(|error| {
            let diagnostic = Diagnostic::error(format!("invalid TOML: {}", error.message().trim()));
            let diagnostic = diagnostic.with_help("fix the TOML at the marked location");
            match error.span() {
                Some(span) => diagnostic.with_span(&source, span),
                None => diagnostic,
            }
        })?;
        Ok(Self { path: path.to_owned(), source, document })
    }

    /// Returns the name of the package.
    pub(crate) fn package_name(&self) -> Option<&str> {
        self.document.get("package")?.get("name")?.as_str()
    }

    /// Returns the table with the settings, of the workspace or else of the package.
    pub(crate) fn settings(&self) -> Option<(TablePath, &Item)> {
        OWNERS.into_iter().find_map(|owner| self.settings_of(owner))
    }

    fn settings_of(&self, owner: &'static str) -> Option<(TablePath, &Item)> {
        let table = self.document.get(owner)?.get("metadata")?.get(TINSMITH)?;
        Some((TablePath { owner, index: None }, table))
    }

    /// Returns the table with settings that [`settings`](Self::settings) does not return, if there are two.
    pub(crate) fn shadowed_settings(&self) -> Option<(TablePath, &Item)> {
        let (path, _) = self.settings()?;
        let mut tables = OWNERS.into_iter().filter_map(|owner| self.settings_of(owner));
        tables.find(|(other, _)| *other != path)
    }

    /// Returns an error if a table has the name of the settings, but is at another level.
    pub(crate) fn check_level(&self) -> Result<(), Diagnostic> {
        let root = self.document.as_table();
        let levels =
            ["workspace", "package", "metadata"].into_iter().filter_map(|key| root.get(key)?.as_table_like());
        let mut tables = iter::once(root as &dyn TableLike).chain(levels);
        let Some(table) = tables.find(|table| table.contains_key(TINSMITH)) else { return Ok(()) };
        let span = table.get(TINSMITH).and_then(Item::span).unwrap_or_else(|| key_span(table, TINSMITH));
        let owner = OWNERS.into_iter().find(|owner| self.has(owner)).unwrap_or("workspace");
        let header = TablePath { owner, index: None }.header();
        let error = Diagnostic::error("the settings are at the wrong level");
        Err(error.with_span(&self.source, span).with_help(format!("write `{header}`")))
    }

    /// Returns a position in the file.
    pub(crate) fn position(&self, span: Range<usize>) -> Position {
        Position::Span(Arc::clone(&self.source), span)
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
    pub(crate) fn with_setting(&self, path: TablePath, key: &str, text: &str) -> Result<String, Diagnostic> {
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
        let text = self.text_of(&document);
        // What is written must be what a later run can read.
        Self::parse(&self.path, text.clone())?;
        Ok(text)
    }

    /// Returns the text of an edited copy, with the line ends of the file, which the parser keeps in strings only.
    pub(crate) fn text_of(&self, document: &DocumentMut) -> String {
        let text = document.to_string();
        if self.source.text.contains("\r\n") {
            text.replace("\r\n", "\n").replace('\n', "\r\n")
        } else {
            text
        }
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

    fn with_version(manifest: &Manifest, path: TablePath) -> String {
        manifest.with_setting(path, "crate-version", "0.2.0").expect("the edited text is valid")
    }

    #[test]
    fn changing_a_setting_keeps_everything_else() {
        let text = "# first\n[workspace.metadata.tinsmith]\nmodel = 'm'\n\n[[workspace.metadata.tinsmith.crate]]\n\
                    crate-version   = '0.1.0' # ours\n\n[[workspace.metadata.tinsmith.crate]]\noutput = 'b'\n";
        let manifest = Manifest::parse(Path::new("Cargo.toml"), text.to_owned()).expect("the text is valid");
        let path = TablePath { owner: "workspace", index: Some(0) };
        assert_eq!(with_version(&manifest, path), text.replace("'0.1.0'", "\"0.2.0\""));
        let path = TablePath { owner: "workspace", index: Some(1) };
        let added = format!("{text}crate-version = \"0.2.0\"\n");
        assert_eq!(with_version(&manifest, path), added);
    }

    #[test]
    fn line_ends_are_kept() {
        let text = "about = \"\"\"a\r\nb\"\"\"\r\n[workspace.metadata.tinsmith]\r\nmodel = 'm'\r\ncrate-version = '0.1.0'\r\n";
        let manifest = Manifest::parse(Path::new("Cargo.toml"), text.to_owned()).expect("the text is valid");
        let path = TablePath { owner: "workspace", index: None };
        assert_eq!(with_version(&manifest, path), text.replace("'0.1.0'", "\"0.2.0\""));
    }

    #[test]
    fn invalid_toml_is_an_error_with_its_line() {
        let Err(error) = Manifest::parse(Path::new("Cargo.toml"), "[workspace]\nmembers = [\n".to_owned())
        else {
            panic!("the text is invalid");
        };
        assert!(error.render(false).contains("Cargo.toml:"), "{}", error.render(false));
    }
}
