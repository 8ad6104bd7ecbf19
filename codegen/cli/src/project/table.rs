//! The table `[workspace.metadata.tinsmith]`, or `[package.metadata.tinsmith]`, of Cargo.toml.

use std::mem;
use std::ops::Range;
use std::path::Path;

use tinsmith::setting::{Positions, Setting};
use tinsmith::{Diagnostic, Diagnostics};
use toml_edit::{Item, TableLike, Value};

use super::manifest::{Manifest, TablePath, key_span};

/// Keys of a crate.
pub(crate) const KEYS: [&str; 8] =
    ["model", "overlays", "operations", "output", "crate-name", "crate-version", "publish", "protocol"];
/// Key that crates share.
const RUNTIME: &str = "runtime";
/// Types of values, in messages.
const BOOLEAN: &str = "`true` or `false`";
const STRING: &str = "a string";
const STRINGS: &str = "a list of strings";
/// Key of the array of crates.
const CRATE: &str = "crate";

/// Settings of a crate as they are written, except that a single string may be a list of one.
#[derive(Clone, Debug)]
pub(crate) struct CrateTable {
    pub(crate) model: Option<String>,
    pub(crate) overlays: Vec<String>,
    pub(crate) operations: Vec<String>,
    pub(crate) output: String,
    pub(crate) crate_name: Option<String>,
    pub(crate) crate_version: Option<String>,
    pub(crate) publish: bool,
    pub(crate) protocol: Option<String>,
    /// Folder of the runtime that crates share.
    pub(crate) runtime: Option<String>,
    /// Position of the table.
    pub(crate) path: TablePath,
    /// Positions of the settings. Those of the model and the operations are known even if they are missing, as positions of
    /// empty strings.
    pub(crate) positions: Positions,
    /// Name of the package in the output folder, if the crate was generated.
    pub(crate) written_name: Option<String>,
}

impl CrateTable {
    /// Returns the name of the crate in messages, by which commands select it: that of the settings, or of its folder.
    pub(crate) fn name(&self) -> &str {
        let folder = Path::new(&self.output).file_name().and_then(|name| name.to_str());
        self.crate_name.as_deref().or(folder).unwrap_or(&self.output)
    }

    /// Returns the name of the package, if the settings have it or the crate was generated.
    pub(crate) fn package_name(&self) -> Option<&str> {
        self.crate_name.as_deref().or(self.written_name.as_deref())
    }
}

/// Reads the settings of the crates of a project.
pub(super) fn read(
    manifest: &Manifest,
    path: TablePath,
    item: &Item,
) -> Result<Vec<CrateTable>, Diagnostics> {
    let (diagnostics, positions) = Default::default();
    let mut reader = Reader { manifest, diagnostics, positions };
    reader.check_single(path);
    let crates = reader.crates(path, item);
    reader.diagnostics.finish(crates)
}

/// Returns the setting of a key with a string or strings.
fn setting(key: &str) -> Option<Setting> {
    Some(match key {
        "model" => Setting::Model,
        "overlays" => Setting::Overlay,
        "operations" => Setting::Operation,
        "output" => Setting::Output,
        "crate-name" => Setting::CrateName,
        "crate-version" => Setting::CrateVersion,
        "protocol" => Setting::Protocol,
        RUNTIME => Setting::Runtime,
        _ => return None,
    })
}

/// Returns advice to write a list.
fn list_of(key: &str, text: &str) -> String {
    let names: Vec<String> = text.split(',').map(|name| format!("\"{}\"", name.trim())).collect();
    format!("write `{key} = [{}]`", names.join(", "))
}

/// Returns the name of a type of TOML with its article.
fn with_article(name: &str) -> String {
    let article = if name.starts_with(['a', 'i']) { "an" } else { "a" };
    format!("{article} {name}")
}

struct Reader<'a> {
    manifest: &'a Manifest,
    diagnostics: Diagnostics,
    /// Positions of the settings of the crate that is being read.
    positions: Positions,
}

impl Reader<'_> {
    /// Reports settings in a second table, which would have no effect.
    fn check_single(&mut self, path: TablePath) {
        if let Some((TablePath { owner, .. }, other)) = self.manifest.shadowed_settings() {
            let message = format!("there are settings in `[{owner}.metadata.tinsmith]` too");
            let help = format!("move them to `{}`: a Cargo.toml has one table of settings", path.header());
            self.error(&message, other.span(), &help);
        }
    }

    fn crates(&mut self, path: TablePath, item: &Item) -> Vec<CrateTable> {
        let Some(table) = item.as_table_like() else {
            let several = TablePath { index: Some(0), ..path }.header();
            let help =
                format!("write `{}`, and below it one `{several}` for each of several crates", path.header());
            self.error("the settings must be a table", item.span(), &help);
            return Vec::new();
        };
        let Some(list) = table.get(CRATE) else {
            let keys = [&KEYS[..], &[RUNTIME]].concat();
            return vec![self.one(path, table, item.span(), &keys)];
        };
        let path = TablePath { index: Some(0), ..path };
        let Some(list) = list.as_array_of_tables() else {
            let help = format!("write one `{}` for each crate", path.header());
            self.error("`crate` must be an array of tables", Some(key_span(table, CRATE)), &help);
            return Vec::new();
        };
        self.check_shared(path, table);
        let runtime = self.string(table, RUNTIME);
        let shared = mem::take(&mut self.positions);
        let read = |(index, table): (usize, &toml_edit::Table)| {
            let path = TablePath { index: Some(index), ..path };
            self.positions = shared.clone();
            CrateTable { runtime: runtime.clone(), ..self.one(path, table, table.span(), &KEYS) }
        };
        list.iter().enumerate().map(read).collect()
    }

    /// Checks the keys next to the array of crates.
    fn check_shared(&mut self, path: TablePath, table: &dyn TableLike) {
        for (key, _) in table.iter().filter(|(key, _)| ![CRATE, RUNTIME].contains(key)) {
            let span = Some(key_span(table, key));
            if KEYS.contains(&key) {
                let help = format!("move it below a `{}`", path.header());
                self.error(&format!("`{key}` is a setting of one crate"), span, &help);
            } else {
                self.unknown(key, span, &[CRATE, RUNTIME]);
            }
        }
    }

    /// Reads the settings of a crate from a table with the header in `span`.
    fn one(
        &mut self,
        path: TablePath,
        table: &dyn TableLike,
        span: Option<Range<usize>>,
        keys: &[&str],
    ) -> CrateTable {
        for (key, _) in table.iter().filter(|(key, _)| !keys.contains(key)) {
            let span = Some(key_span(table, key));
            if key == RUNTIME {
                let header = TablePath { index: None, ..path }.header();
                self.error("`runtime` is a setting of all crates", span, &format!("move it to `{header}`"));
            } else {
                self.unknown(key, span, keys);
            }
        }
        self.mark_missing(table, span.clone().unwrap_or_default());
        let default_output = if path.index.is_none() { "generated" } else { "" };
        let read = CrateTable {
            model: self.string(table, "model"),
            overlays: self.strings(table, "overlays"),
            operations: self.strings(table, "operations"),
            output: self.string(table, "output").unwrap_or_else(|| default_output.to_owned()),
            crate_name: self.string(table, "crate-name"),
            crate_version: self.string(table, "crate-version"),
            publish: self.boolean(table, "publish"),
            protocol: self.string(table, "protocol"),
            runtime: self.string(table, RUNTIME),
            path,
            positions: mem::take(&mut self.positions),
            written_name: None,
        };
        if path.index.is_some() && !table.contains_key("output") {
            let help = "`output` is the folder of the generated crate, such as `output = \"clients/sqs\"`";
            self.error(&format!("a `{}` has no `output`", path.header()), span, help);
        }
        read
    }

    /// Keeps the positions of keys without a value, for errors about missing ones.
    fn mark_missing(&mut self, table: &dyn TableLike, header: Range<usize>) {
        for (key, setting, value) in [
            ("model", Setting::Model, ""),
            ("operations", Setting::Operations, ""),
            ("output", Setting::Output, "generated"),
        ] {
            let span = if table.contains_key(key) { key_span(table, key) } else { header.clone() };
            self.positions.insert(setting, value, self.manifest.position(span));
        }
    }

    fn string(&mut self, table: &dyn TableLike, key: &str) -> Option<String> {
        let item = table.get(key)?;
        match item.as_str() {
            Some(text) => self.text(key, text, item.span()),
            None => {
                self.wrong_type(key, item.type_name(), item.span(), STRING);
                None
            }
        }
    }

    fn strings(&mut self, table: &dyn TableLike, key: &str) -> Vec<String> {
        let Some(item) = table.get(key) else { return Vec::new() };
        if let Some(text) = item.as_str() {
            if text.contains(',') {
                self.error(&format!("`{key}` must be a list"), item.span(), &list_of(key, text));
                return Vec::new();
            }
            return self.text(key, text, item.span()).into_iter().collect();
        }
        let Some(list) = item.as_array() else {
            self.wrong_type(key, item.type_name(), item.span(), STRINGS);
            return Vec::new();
        };
        let read = |value: &Value| match value.as_str() {
            Some(text) => self.text(key, text, value.span()),
            None => {
                self.wrong_type(key, value.type_name(), value.span(), STRINGS);
                None
            }
        };
        list.iter().filter_map(read).collect()
    }

    fn boolean(&mut self, table: &dyn TableLike, key: &str) -> bool {
        let Some(item) = table.get(key) else { return false };
        item.as_bool().unwrap_or_else(|| {
            self.wrong_type(key, item.type_name(), item.span(), BOOLEAN);
            false
        })
    }

    /// Returns a string that is not empty, and keeps its position.
    fn text(&mut self, key: &str, text: &str, span: Option<Range<usize>>) -> Option<String> {
        if text.trim().is_empty() {
            self.error(&format!("`{key}` is empty"), span, "write a value, or remove the key");
            return None;
        }
        if let Some((setting, span)) = setting(key).zip(span) {
            self.positions.insert(setting, text, self.manifest.position(span));
        }
        Some(text.to_owned())
    }

    fn wrong_type(&mut self, key: &str, found: &str, span: Option<Range<usize>>, expected: &str) {
        let example = match expected {
            BOOLEAN => "true",
            STRING => "\"...\"",
            _ => "[\"...\", \"...\"]",
        };
        let message = format!("`{key}` must be {expected}, not {}", with_article(found));
        self.error(&message, span, &format!("write `{key} = {example}`"));
    }

    fn unknown(&mut self, key: &str, span: Option<Range<usize>>, keys: &[&str]) {
        let error = Diagnostic::error(format!("unknown key `{key}`"));
        let listed = format!("the keys are `{}`", keys.join("`, `"));
        let error = error.suggest(key, keys.iter().copied(), &listed);
        self.diagnostics.push(error.with_span(&self.manifest.source, span.unwrap_or_default()));
    }

    fn error(&mut self, message: &str, span: Option<Range<usize>>, help: &str) {
        let error = Diagnostic::error(message).with_help(help);
        let source = &self.manifest.source;
        self.diagnostics.push(match span {
            Some(span) => error.with_span(source, span),
            None => error,
        });
    }
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use tinsmith::Diagnostics;

    use super::{CrateTable, Manifest};

    fn crates(text: &str) -> Result<Vec<CrateTable>, Diagnostics> {
        let manifest = Manifest::parse(Path::new("Cargo.toml"), text.to_owned()).expect("the text is TOML");
        let (path, table) = manifest.settings().expect("the text has settings");
        super::read(&manifest, path, table)
    }

    fn message(text: &str) -> String {
        crates(text).expect_err("the settings are invalid").render(false)
    }

    #[test]
    fn table_has_the_settings_of_one_crate() {
        let text = "[package.metadata.tinsmith]\nmodel = 'm'\noperations = 'all'\noverlays = ['a', 'b']\n";
        let crates = crates(text).expect("the settings are valid");
        let [table] = &*crates else { panic!("{crates:?}") };
        assert_eq!(
            (table.model.as_deref(), &*table.output, table.name()),
            (Some("m"), "generated", "generated")
        );
        assert_eq!(
            (&*table.operations, &*table.overlays),
            (&["all".to_owned()][..], &["a".to_owned(), "b".to_owned()][..])
        );
        assert_eq!(table.path.header(), "[package.metadata.tinsmith]");
    }

    #[test]
    fn array_has_one_crate_in_each_table() {
        let text = "[workspace.metadata.tinsmith]\nruntime = 'r'\n[[workspace.metadata.tinsmith.crate]]\n\
                    output = 'clients/a'\n[[workspace.metadata.tinsmith.crate]]\noutput = 'b'\ncrate-name = 'bee'\n";
        let crates = crates(text).expect("the settings are valid");
        let names: Vec<_> = crates.iter().map(CrateTable::name).collect();
        assert_eq!(names, ["a", "bee"]);
        assert!(crates.iter().all(|table| table.runtime.as_deref() == Some("r")));
    }

    #[test]
    fn invalid_settings_are_shown_with_their_line() {
        let table = "[workspace.metadata.tinsmith]\n";
        for (settings, message_part, line) in [
            ("operation = []\n", "unknown key `operation`", "Cargo.toml:2:1"),
            ("operations = ['A', 1]\n", "`operations` must be a list of strings", "Cargo.toml:2:20"),
            ("model = ['m']\n", "`model` must be a string", "Cargo.toml:2:9"),
            ("publish = 'yes'\n", "`publish` must be `true` or `false`", "Cargo.toml:2:11"),
            ("crate = 1\n", "`crate` must be an array of tables", "Cargo.toml:2:1"),
            (
                "model = 'm'\n[[workspace.metadata.tinsmith.crate]]\noutput = 'a'\n",
                "`model` is a setting of one crate",
                "Cargo.toml:2:1",
            ),
            ("[[workspace.metadata.tinsmith.crate]]\nmodel = 'm'\n", "has no `output`", "Cargo.toml:2:1"),
            (
                "[[workspace.metadata.tinsmith.crate]]\noutput = 'm'\nruntime = 'r'\n",
                "`runtime` is a setting of all crates",
                "Cargo.toml:4:1",
            ),
        ] {
            let text = message(&format!("{table}{settings}"));
            assert!(text.contains(message_part) && text.contains(line), "{settings}: {text}");
        }
        assert!(message(&format!("{table}operation = []\n")).contains("did you mean `operations`?"));
    }
}
