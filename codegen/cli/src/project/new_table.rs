//! Adding a crate to the settings of a Cargo.toml.

use toml_edit::{ArrayOfTables, DocumentMut, Item, Table, value};

use super::manifest::{Manifest, TablePath};
use super::table::KEYS;
use crate::{Failure, project, terminal};

impl Manifest {
    /// Returns the text with the settings of one more crate, and with the folder of the runtime unless there is one. Settings of a
    /// single crate become the first of several.
    pub(crate) fn with_crate(&self, runtime: &str, settings: Table) -> Result<String, Failure> {
        let mut document = self.to_editable();
        let owner = match self.settings() {
            Some((TablePath { owner, .. }, _)) => owner,
            None if self.has("workspace") => "workspace",
            None => "package",
        };
        let table = settings_table(&mut document, owner)?;
        if KEYS.iter().any(|key| table.contains_key(key)) {
            move_to_array(table);
        }
        table.entry("runtime").or_insert_with(|| value(runtime));
        let list = table.entry("crate").or_insert_with(|| Item::ArrayOfTables(ArrayOfTables::new()));
        let list = list.as_array_of_tables_mut();
        list.expect("settings with another `crate` have been refused").push(settings);
        let text = self.text_of(&document);
        // What is written must be what a later run can read.
        let written = Self::parse(&self.path, text.clone()).map_err(|error| terminal::failure(&error))?;
        if let Some((path, table)) = written.settings() {
            project::crates(&written, path, table).map_err(terminal::rendered)?;
        }
        Ok(text)
    }
}

/// Returns the table `[owner.metadata.tinsmith]`, which is added if it is missing.
fn settings_table<'a>(document: &'a mut DocumentMut, owner: &str) -> Result<&'a mut Table, Failure> {
    let implicit = || {
        let mut table = Table::new();
        table.set_implicit(true);
        Item::Table(table)
    };
    let name = owner;
    let owner = document.entry(owner).or_insert_with(implicit);
    let metadata = owner.as_table_mut().map(|table| table.entry("metadata").or_insert_with(implicit));
    let tinsmith = metadata.and_then(Item::as_table_mut);
    let tinsmith = tinsmith.map(|table| table.entry("tinsmith").or_insert_with(|| Item::Table(Table::new())));
    tinsmith.and_then(Item::as_table_mut).ok_or_else(|| {
        terminal::refused(
            "the settings in Cargo.toml are an inline table, to which no crate can be added",
            &format!("write them below a header `[{name}.metadata.tinsmith]`"),
        )
    })
}

/// Turns the settings of one crate into the first table of the array.
fn move_to_array(table: &mut Table) {
    let keys: Vec<String> =
        table.iter().map(|(key, _)| key.to_owned()).filter(|key| key != "runtime").collect();
    let mut first = Table::new();
    for key in keys {
        if let Some((key, item)) = table.remove_entry(&key) {
            first.insert_formatted(&key, item);
        }
    }
    if !first.contains_key("output") {
        first["output"] = value("generated");
    }
    let mut crates = ArrayOfTables::new();
    crates.push(first);
    table.insert("crate", Item::ArrayOfTables(crates));
}
