//! The command `init`.

use std::path::{Path, PathBuf};
use std::{env, fs};

use tinsmith::canonical::{Prose, to_json};
use tinsmith::output::{self, PendingFile, Writer};
use tinsmith::{Config, GeneratedCrate, generate_from, pass, read};
use toml_edit::{Array, ArrayOfTables, DocumentMut, Item, Table, value};

use crate::codegen::not_written;
use crate::options::InitOptions;
use crate::project::{Manifest, TablePath};
use crate::settings::{relative, selection};
use crate::{Failure, runtime, terminal};

/// Adds a crate to the project: its model, its settings and its files.
pub(crate) fn run(options: &InitOptions, program: &str) -> Result<(), Failure> {
    let manifest = nearest_manifest()?;
    let root = manifest.path.parent().unwrap_or(Path::new("")).to_owned();
    let model = read::model(&options.source).and_then(|model| pass::validate(&model).map(|()| model));
    let json = to_json(&model.map_err(terminal::rendered)?, Prose::Drop);
    let generated = generate(options, &json, &root)?;
    let new = NewCrate::new(options, &generated.summary.name, &root)?;
    let files = [
        PendingFile { path: relative(&root.join(&new.model)), text: json },
        PendingFile { path: relative(&manifest.path), text: new.with_settings(&manifest)? },
    ];
    check_model(&files[0], program)?;
    write(&generated, &files, &root, &new)?;
    for warning in &generated.warnings {
        eprintln!("{}\n", warning.render(terminal::colour()));
    }
    terminal::print(&new.report(&generated, &manifest, program))
}

/// Generates the crate as a later run does: from the canonical text of the model.
fn generate(options: &InitOptions, json: &str, root: &Path) -> Result<GeneratedCrate, Failure> {
    let output = options.out.clone().unwrap_or_else(|| root.join("clients/crate"));
    let config = Config {
        selection: selection(&options.operations),
        crate_name: options.crate_name.clone(),
        protocol: options.protocol.clone(),
        runtime: runtime::setting(Some(&root.join(RUNTIME)), &output)?,
        ..Config::new("")
    };
    let model = read::text(&options.source.display().to_string(), json).map_err(terminal::rendered)?;
    generate_from(&model, &config).map_err(terminal::rendered)
}

/// Returns an error if another model would be overwritten.
fn check_model(file: &PendingFile, program: &str) -> Result<(), Failure> {
    if !file.path.exists() || file.is_up_to_date() {
        return Ok(());
    }
    let path = file.path.display();
    Err(Failure(format!(
        "`{path}` exists with another content; `{program} update` replaces the model of a crate"
    )))
}

fn write(
    generated: &GeneratedCrate,
    files: &[PendingFile],
    root: &Path,
    new: &NewCrate,
) -> Result<(), Failure> {
    for file in files {
        fs::create_dir_all(file.path.parent().unwrap_or(Path::new("")))?;
    }
    runtime::write(Some(&relative(&root.join(RUNTIME))), false)?;
    let updated: Vec<PathBuf> = files.iter().map(|file| file.path.clone()).collect();
    let output = relative(&root.join(&new.output));
    let writer = Writer::open(&output, &updated, &output::RealDisk).map_err(not_written)?;
    writer.write(generated, files, false).map_err(not_written)
}

/// Reads the nearest Cargo.toml that has settings, or else the nearest of a workspace or package.
fn nearest_manifest() -> Result<Manifest, Failure> {
    let here = env::current_dir()?;
    let mut nearest = None;
    for folder in here.ancestors() {
        let path = folder.join("Cargo.toml");
        if !path.is_file() {
            continue;
        }
        let manifest = Manifest::parse(&path, &fs::read_to_string(&path)?);
        let manifest = manifest.map_err(|error| terminal::failure(&error))?;
        if manifest.settings().is_some() {
            return Ok(manifest);
        }
        if nearest.is_none() || manifest.has("workspace") {
            nearest = Some(manifest);
        }
    }
    nearest.ok_or_else(|| {
        Failure(format!("there is no Cargo.toml in `{}` or above it; run `cargo init` first", here.display()))
    })
}

/// Folder of the runtime that crates share.
const RUNTIME: &str = "clients/runtime";

/// Settings of a crate that does not exist yet. Paths are relative to the root of the project.
struct NewCrate<'a> {
    options: &'a InitOptions,
    model: String,
    output: String,
}

impl<'a> NewCrate<'a> {
    fn new(options: &'a InitOptions, name: &str, root: &Path) -> Result<Self, Failure> {
        let output = match &options.out {
            Some(folder) => below(root, folder)?,
            None => format!("clients/{name}"),
        };
        Ok(Self { options, model: format!("models/{name}.json"), output })
    }

    /// Returns Cargo.toml with the settings of the crate.
    fn with_settings(&self, manifest: &Manifest) -> Result<String, Failure> {
        let mut document = manifest.to_editable();
        let owner = match manifest.settings() {
            Some((TablePath { owner, .. }, _)) => owner,
            None if manifest.has("workspace") => "workspace",
            None => "package",
        };
        let table = settings_table(&mut document, owner)?;
        if !table.contains_key("crate") && table.contains_key("model") {
            move_to_array(table);
        }
        table.entry("runtime").or_insert_with(|| value(RUNTIME));
        let crates = table.entry("crate").or_insert_with(|| Item::ArrayOfTables(ArrayOfTables::new()));
        let crates = crates.as_array_of_tables_mut().ok_or("`crate` is not an array of tables")?;
        if crates.iter().any(|table| table.get("output").and_then(Item::as_str) == Some(&*self.output)) {
            return Err(Failure(format!(
                "there is a crate in `{}` already; choose another `--out`",
                self.output
            )));
        }
        crates.push(self.table());
        Ok(document.to_string())
    }

    fn table(&self) -> Table {
        let mut table = Table::new();
        table["model"] = value(&self.model);
        table["operations"] = value(self.options.operations.iter().collect::<Array>());
        table["output"] = value(&self.output);
        let optional = [("crate-name", &self.options.crate_name), ("protocol", &self.options.protocol)];
        for (key, text) in optional.into_iter().filter_map(|(key, text)| Some((key, text.as_ref()?))) {
            table[key] = value(text);
        }
        table
    }

    /// Returns what was made, and what to do next.
    fn report(&self, generated: &GeneratedCrate, manifest: &Manifest, program: &str) -> String {
        let summary = &generated.summary;
        format!(
            "{} {}: {} operations, {}, {} files in {}\n\n\
             settings: {}\nmodel: {}\nruntime: {}\n\n\
             Add the dependency to the package that uses it, with the path from its folder:\n\n    \
             {} = {{ path = \"{}\" }}\n\n\
             `{program} codegen` generates again, `{program} codegen --check` compares, and `{program} update MODEL`\n\
             replaces the model by a newer one.\n",
            summary.name,
            summary.version,
            summary.operations,
            summary.protocol.unwrap_or("no protocol"),
            generated.files.len(),
            self.output,
            relative(&manifest.path).display(),
            self.model,
            RUNTIME,
            summary.name,
            self.output,
        )
    }
}

/// Returns the table `[owner.metadata.tinsmith]`, which is added if it is missing.
fn settings_table<'a>(document: &'a mut DocumentMut, owner: &str) -> Result<&'a mut Table, Failure> {
    let implicit = || {
        let mut table = Table::new();
        table.set_implicit(true);
        Item::Table(table)
    };
    let owner = document.entry(owner).or_insert_with(implicit);
    let metadata = owner.as_table_mut().map(|table| table.entry("metadata").or_insert_with(implicit));
    let tinsmith = metadata.and_then(Item::as_table_mut);
    let tinsmith = tinsmith.map(|table| table.entry("tinsmith").or_insert_with(|| Item::Table(Table::new())));
    tinsmith.and_then(Item::as_table_mut).ok_or_else(|| {
        Failure(
            "the settings in Cargo.toml are an inline table; write them as a table of their own".to_owned(),
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

/// Returns a folder relative to the root, with `/` between its parts.
fn below(root: &Path, folder: &Path) -> Result<String, Failure> {
    let folder = runtime::normal(&std::path::absolute(folder)?);
    let relative = folder.strip_prefix(root).map_err(|_| {
        Failure(format!("`{}` is not below `{}`, where Cargo.toml is", folder.display(), root.display()))
    })?;
    let parts: Vec<_> = relative.components().map(|part| part.as_os_str().to_string_lossy()).collect();
    if parts.is_empty() {
        return Err(Failure("the output folder is that of Cargo.toml; choose one below it".to_owned()));
    }
    Ok(parts.join("/"))
}
