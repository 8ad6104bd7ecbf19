//! The table `[workspace.metadata.tinsmith]`, or `[package.metadata.tinsmith]`, of Cargo.toml.

use std::ops::Range;
use std::path::Path;

use tinsmith::{Diagnostic, Diagnostics};
use toml_edit::{Item, TableLike};

use super::manifest::{Manifest, TablePath, key_span};
use crate::path::normal;

/// Keys of a crate.
pub(crate) const KEYS: [&str; 8] =
    ["model", "overlays", "operations", "output", "crate-name", "crate-version", "publish", "protocol"];
/// Key that crates share.
const RUNTIME: &str = "runtime";
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
    /// Position in the file.
    pub(crate) path: TablePath,
}

impl CrateTable {
    /// Returns the name by which commands select the crate: that of the package, or of its folder.
    pub(crate) fn name(&self) -> &str {
        let folder = Path::new(&self.output).file_name().and_then(|name| name.to_str());
        self.crate_name.as_deref().or(folder).unwrap_or(&self.output)
    }
}

/// Reads the settings of the crates of a project.
pub(crate) fn crates(
    manifest: &Manifest,
    path: TablePath,
    item: &Item,
) -> Result<Vec<CrateTable>, Diagnostics> {
    let mut reader = Reader { manifest, diagnostics: Diagnostics::default() };
    let crates = reader.crates(path, item);
    reader.check_distinct(&crates);
    reader.diagnostics.finish(crates)
}

struct Reader<'a> {
    manifest: &'a Manifest,
    diagnostics: Diagnostics,
}

impl Reader<'_> {
    fn crates(&mut self, path: TablePath, item: &Item) -> Vec<CrateTable> {
        let Some(table) = item.as_table_like() else {
            self.error("the settings must be a table", item.span(), &format!("write `{}`", path.header()));
            return Vec::new();
        };
        let Some(list) = table.get(CRATE) else {
            let keys = [&KEYS[..], &[RUNTIME]].concat();
            return vec![self.one(path, table, &keys, "generated")];
        };
        let path = TablePath { index: Some(0), ..path };
        let Some(list) = list.as_array_of_tables() else {
            let help = format!("write one `{}` for each crate", path.header());
            self.error("`crate` must be an array of tables", Some(key_span(table, CRATE)), &help);
            return Vec::new();
        };
        self.check_shared(path, table);
        let runtime = self.string(table, RUNTIME);
        let read = |(index, table): (usize, &toml_edit::Table)| {
            let path = TablePath { index: Some(index), ..path };
            CrateTable { runtime: runtime.clone(), ..self.one(path, table, &KEYS, "") }
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

    fn one(&mut self, path: TablePath, table: &dyn TableLike, keys: &[&str], output: &str) -> CrateTable {
        for (key, _) in table.iter().filter(|(key, _)| !keys.contains(key)) {
            self.unknown(key, Some(key_span(table, key)), keys);
        }
        let read = CrateTable {
            model: self.string(table, "model"),
            overlays: self.strings(table, "overlays"),
            operations: self.strings(table, "operations"),
            output: self.string(table, "output").unwrap_or_else(|| output.to_owned()),
            crate_name: self.string(table, "crate-name"),
            crate_version: self.string(table, "crate-version"),
            publish: self.boolean(table, "publish"),
            protocol: self.string(table, "protocol"),
            runtime: self.string(table, RUNTIME),
            path,
        };
        if read.output.is_empty() {
            let span = table.iter().next().map(|(key, _)| key_span(table, key));
            let help = "`output` is the folder of the generated crate, such as `output = \"clients/sqs\"`";
            self.error(&format!("a `{}` has no `output`", path.header()), span, help);
        }
        read
    }

    /// Reports crates with the same name, or in a folder that is also, or is inside of, that of another crate or the runtime.
    fn check_distinct(&mut self, crates: &[CrateTable]) {
        let root = self.manifest.path.parent().unwrap_or(Path::new("")).to_owned();
        let folder = |path: &str| normal(&root.join(path));
        for (index, table) in crates.iter().enumerate().filter(|(_, table)| !table.output.is_empty()) {
            let output = folder(&table.output);
            for other in crates[..index].iter().filter(|other| !other.output.is_empty()) {
                let folders = [&*table.output, &*other.output];
                if output.starts_with(folder(&other.output)) || folder(&other.output).starts_with(&output) {
                    self.overlap(folders, "two crates");
                } else if table.name() == other.name() {
                    let message =
                        format!("two crates have the name `{}`, by which commands select them", table.name());
                    self.error(&message, None, "give one of them a `crate-name`, or another folder");
                }
            }
            if let Some(runtime) = table.runtime.as_deref().filter(|runtime| folder(runtime) == output) {
                self.overlap([&*table.output, runtime], "a crate and the runtime");
            }
        }
    }

    fn overlap(&mut self, folders: [&str; 2], holders: &str) {
        let [one, other] = folders;
        let message = format!(
            "{holders} have the folders `{one}` and `{other}`, which are the same or one in the other"
        );
        self.error(&message, None, "give each a folder of its own");
    }

    fn string(&mut self, table: &dyn TableLike, key: &str) -> Option<String> {
        let item = table.get(key)?;
        let text = item.as_str().map(str::to_owned);
        if text.is_none() {
            self.wrong_type(key, item, "a string");
        }
        text
    }

    fn strings(&mut self, table: &dyn TableLike, key: &str) -> Vec<String> {
        let Some(item) = table.get(key) else { return Vec::new() };
        let list =
            item.as_array().and_then(|list| list.iter().map(|it| it.as_str().map(str::to_owned)).collect());
        match list.or_else(|| item.as_str().map(|text| vec![text.to_owned()])) {
            Some(list) => list,
            None => {
                self.wrong_type(key, item, "a list of strings");
                Vec::new()
            }
        }
    }

    fn boolean(&mut self, table: &dyn TableLike, key: &str) -> bool {
        let Some(item) = table.get(key) else { return false };
        item.as_bool().unwrap_or_else(|| {
            self.wrong_type(key, item, "`true` or `false`");
            false
        })
    }

    fn wrong_type(&mut self, key: &str, item: &Item, expected: &str) {
        self.error(
            &format!("`{key}` must be {expected}"),
            item.span(),
            &format!("it is {}", item.type_name()),
        );
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

    use super::{CrateTable, Manifest, crates};

    fn read(text: &str) -> Result<Vec<CrateTable>, Diagnostics> {
        let manifest = Manifest::parse(Path::new("Cargo.toml"), text).expect("the text is TOML");
        let (path, table) = manifest.settings().expect("the text has settings");
        crates(&manifest, path, table)
    }

    fn message(text: &str) -> String {
        read(text).expect_err("the settings are invalid").render(false)
    }

    #[test]
    fn table_has_the_settings_of_one_crate() {
        let text = "[package.metadata.tinsmith]\nmodel = 'm'\noperations = 'all'\noverlays = ['a', 'b']\n";
        let crates = read(text).expect("the settings are valid");
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
        let crates = read(text).expect("the settings are valid");
        let names: Vec<_> = crates.iter().map(CrateTable::name).collect();
        assert_eq!(names, ["a", "bee"]);
        assert!(crates.iter().all(|table| table.runtime.as_deref() == Some("r")));
    }

    #[test]
    fn invalid_settings_are_shown_with_their_line() {
        let table = "[workspace.metadata.tinsmith]\n";
        for (settings, message_part, line) in [
            ("operation = []\n", "unknown key `operation`", "Cargo.toml:2:1"),
            ("operations = ['A', 1]\n", "`operations` must be a list of strings", "Cargo.toml:2:14"),
            ("model = ['m']\n", "`model` must be a string", "Cargo.toml:2:9"),
            ("publish = 'yes'\n", "`publish` must be `true` or `false`", "Cargo.toml:2:11"),
            ("crate = 1\n", "`crate` must be an array of tables", "Cargo.toml:2:1"),
            (
                "model = 'm'\n[[workspace.metadata.tinsmith.crate]]\noutput = 'a'\n",
                "`model` is a setting of one crate",
                "Cargo.toml:2:1",
            ),
            ("[[workspace.metadata.tinsmith.crate]]\nmodel = 'm'\n", "has no `output`", "Cargo.toml:3:1"),
            (
                "[[workspace.metadata.tinsmith.crate]]\noutput = 'm'\nruntime = 'r'\n",
                "unknown key `runtime`",
                "Cargo.toml:4:1",
            ),
        ] {
            let text = message(&format!("{table}{settings}"));
            assert!(text.contains(message_part) && text.contains(line), "{settings}: {text}");
        }
        assert!(message(&format!("{table}operation = []\n")).contains("did you mean `operations`?"));
    }

    #[test]
    fn crates_have_distinct_names_and_folders() {
        let table = |output: &str| format!("[[workspace.metadata.tinsmith.crate]]\noutput = '{output}'\n");
        for (one, other) in [("a", "a"), ("a", "./a/"), ("a", "b/../a"), ("a/b", "a")] {
            let text = message(&format!("{}{}", table(one), table(other)));
            assert!(text.contains("two crates have the folders"), "{one} {other}: {text}");
        }
        let text = message(&format!("{}{}", table("v1/client"), table("v2/client")));
        assert!(text.contains("two crates have the name `client`"), "{text}");
        let text = message(&format!("[workspace.metadata.tinsmith]\nruntime = 'a'\n{}", table("a")));
        assert!(text.contains("a crate and the runtime have the folders"), "{text}");
    }
}
