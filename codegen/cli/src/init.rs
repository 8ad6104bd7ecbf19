//! The command `init`.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};

use tinsmith::canonical::{Prose, to_json};
use tinsmith::model::Model;
use tinsmith::output::{self, PendingFile, Writer};
use tinsmith::{Config, GeneratedCrate, generate_from, pass, read};
use toml_edit::{Array, ArrayOfTables, DocumentMut, Item, Table, value};

use crate::codegen::{self, dependency, summary};
use crate::options::{CodegenOptions, InitOptions};
use crate::path::{normal, relative, shown, slashes};
use crate::project::{self, CrateTable, KEYS, Manifest, TablePath};
use crate::settings::selection;
use crate::terminal::{not_written, warn};
use crate::{Failure, runtime, source, terminal};

/// Adds a crate to the project: its files, its model and its settings. Cargo.toml is written last, so that a run that fails
/// can be repeated.
pub(crate) fn run(options: &InitOptions, program: &str) -> Result<(), Failure> {
    let lock = project::lock(&Site::find()?.manifest)?;
    let site = Site::find()?;
    let model = source::model(&options.source)?;
    pass::validate(&model).map_err(terminal::rendered)?;
    let json = to_json(&model, if options.drop_docs { Prose::Drop } else { Prose::Keep });
    let generated = generate(options, &model, &json, &site)?;
    let new = NewCrate::new(options, &generated, &site)?;
    new.with_settings(&site)?;
    let model = PendingFile { path: relative(&site.root.join(&new.model)), text: json };
    check_model(&model, program)?;
    // A refused runtime must not leave a crate.
    let runtime = relative(&site.root.join(&site.runtime));
    runtime::generated(&runtime)?;
    let output = relative(&site.root.join(&new.output));
    let writer = Writer::open(&output, &[], &output::RealDisk).map_err(not_written)?;
    writer.write(&generated, &[], false).map_err(not_written)?;
    runtime::write(&runtime, false)?;
    replace(&model.path, &model.text)?;
    // The file is read again: its user may have edited it during the run.
    replace(&relative(&site.manifest.path), &new.with_settings(&Site::find()?)?)?;
    drop(lock);
    generated.warnings.iter().for_each(warn);
    terminal::print(&new.report(&generated, &site, program)?)?;
    if site.shares_runtime {
        return Ok(());
    }
    // The other crates have contained a runtime each.
    terminal::print("\nAll crates share the runtime now:\n")?;
    codegen::run(&CodegenOptions::default(), program)
}

/// The project that a crate is added to.
struct Site {
    root: PathBuf,
    manifest: Manifest,
    crates: Vec<CrateTable>,
    /// Folder of the runtime that crates share, relative to the root.
    runtime: String,
    /// True unless there are crates that contain a runtime.
    shares_runtime: bool,
}

impl Site {
    /// Finds the nearest Cargo.toml that has settings or is of a workspace, or else the nearest of a package.
    fn find() -> Result<Self, Failure> {
        let here = env::current_dir()?;
        let mut package = None;
        for folder in here.ancestors() {
            let manifest =
                project::read(&folder.join("Cargo.toml")).map_err(|error| terminal::failure(&error))?;
            let Some(manifest) = manifest else { continue };
            if manifest.settings().is_some() || manifest.has("workspace") {
                return Self::of(folder, manifest);
            }
            package = package.or(Some((folder, manifest)));
        }
        let missing = || {
            let here = here.display();
            terminal::refused(
                &format!("there is no Cargo.toml in `{here}` or above it"),
                "create a project with `cargo init`; for a crate alone, run `codegen --model FILE` instead",
            )
        };
        let (folder, manifest) = package.ok_or_else(missing)?;
        Self::of(folder, manifest)
    }

    fn of(root: &Path, manifest: Manifest) -> Result<Self, Failure> {
        let crates = match manifest.settings() {
            Some((path, table)) => project::crates(&manifest, path, table).map_err(terminal::rendered)?,
            None => Vec::new(),
        };
        let runtime = crates.iter().find_map(|table| table.runtime.clone());
        let shares_runtime = runtime.is_some() || crates.is_empty();
        let runtime = runtime.unwrap_or_else(|| "clients/runtime".to_owned());
        Ok(Self { root: root.to_owned(), manifest, crates, runtime, shares_runtime })
    }
}

/// Generates the crate as a later run does: from the canonical text of the model.
fn generate(
    options: &InitOptions,
    model: &Model,
    json: &str,
    site: &Site,
) -> Result<GeneratedCrate, Failure> {
    let output = options.out.clone().unwrap_or_else(|| site.root.join("clients/crate"));
    let config = Config {
        selection: selection(&options.operations),
        crate_name: options.crate_name.clone(),
        protocol: options.protocol.clone(),
        runtime: runtime::setting(Some(&site.root.join(&site.runtime)), &output)?,
        ..Config::new("")
    };
    // Errors are shown in the file that the user has named.
    generate_from(model, &config).map_err(terminal::rendered)?;
    let canonical = read::text(&format!("import of {}", options.source.name()), json);
    canonical.and_then(|model| generate_from(&model, &config)).map_err(terminal::rendered)
}

/// Returns an error if another model would be overwritten.
fn check_model(file: &PendingFile, program: &str) -> Result<(), Failure> {
    if !file.path.exists() || file.is_up_to_date() {
        return Ok(());
    }
    let path = file.path.display();
    Err(terminal::refused(
        &format!("`{path}`, to which the model is imported, has another content"),
        &format!(
            "choose another `--out` or `--crate-name`; `{program} update` replaces the model of a crate"
        ),
    ))
}

fn replace(path: &Path, text: &str) -> Result<(), Failure> {
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder).map_err(terminal::cannot("create", folder))?;
    }
    output::replace_text(path, text, &output::RealDisk).map_err(not_written)
}

/// Settings of a crate that does not exist yet. Paths are relative to the root of the project.
struct NewCrate<'a> {
    options: &'a InitOptions,
    name: String,
    model: String,
    output: String,
}

impl<'a> NewCrate<'a> {
    fn new(options: &'a InitOptions, generated: &GeneratedCrate, site: &Site) -> Result<Self, Failure> {
        let output = match &options.out {
            Some(folder) => below(&site.root, folder)?,
            None => format!("clients/{}", generated.summary.name),
        };
        if site.crates.iter().any(|table| table.output == output) {
            return Err(terminal::refused(
                &format!("there is a crate in `{output}` already"),
                "choose another folder with `--out`, or change `operations` of that crate in Cargo.toml",
            ));
        }
        let name = generated.summary.name.clone();
        if let Some(other) = site.crates.iter().find(|table| table.package_name() == Some(&name)) {
            return Err(terminal::refused(
                &format!("the crate in `{}` has the name `{name}` already", other.output),
                "choose another name with `--crate-name`, as cargo refuses two packages of one name in a workspace",
            ));
        }
        // Each crate has a model of its own, so that an update replaces the model of one crate only.
        let folder = output.rsplit('/').next().unwrap_or(&output);
        let model = format!("models/{folder}.json");
        Ok(Self { options, name, model, output })
    }

    /// Returns Cargo.toml with the settings of the crate.
    fn with_settings(&self, site: &Site) -> Result<String, Failure> {
        let manifest = &site.manifest;
        let mut document = manifest.to_editable();
        let owner = match manifest.settings() {
            Some((TablePath { owner, .. }, _)) => owner,
            None if manifest.has("workspace") => "workspace",
            None => "package",
        };
        let table = settings_table(&mut document, owner)?;
        if KEYS.iter().any(|key| table.contains_key(key)) {
            move_to_array(table);
        }
        table.entry("runtime").or_insert_with(|| value(&site.runtime));
        let crates = table.entry("crate").or_insert_with(|| Item::ArrayOfTables(ArrayOfTables::new()));
        let crates = crates.as_array_of_tables_mut();
        crates.expect("settings with another `crate` have been refused").push(self.table());
        let text = manifest.text_of(&document);
        // What is written must be what a later run can read.
        let written =
            Manifest::parse(&manifest.path, text.clone()).map_err(|error| terminal::failure(&error))?;
        if let Some((path, table)) = written.settings() {
            project::crates(&written, path, table).map_err(terminal::rendered)?;
        }
        Ok(text)
    }

    fn table(&self) -> Table {
        let mut table = Table::new();
        table["model"] = value(&self.model);
        table["operations"] = value(self.options.operations.iter().collect::<Array>());
        table["output"] = value(&self.output);
        table["crate-name"] = value(&self.name);
        if let Some(protocol) = &self.options.protocol {
            table["protocol"] = value(protocol);
        }
        table
    }

    /// Formats the summary and the next steps.
    fn report(&self, generated: &GeneratedCrate, site: &Site, program: &str) -> Result<String, Failure> {
        let below_root = |path: &str| site.root.join(path);
        Ok(format!(
            "{}\n\nsettings: {}\nmodel: {}\nruntime: {}\n{}\
             `{program} codegen` generates again, `{program} codegen --check` compares, and `{program} update SOURCE`\n\
             replaces the model by a newer one.\n",
            summary(generated, &below_root(&self.output)),
            shown(&site.manifest.path).display(),
            shown(&below_root(&self.model)).display(),
            shown(&below_root(&site.runtime)).display(),
            dependency(generated, &below_root(&self.output))?,
        ))
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

/// Returns a folder relative to the root, with `/` between its parts.
fn below(root: &Path, folder: &Path) -> Result<String, Failure> {
    let folder = normal(&std::path::absolute(folder)?);
    let relative = folder.strip_prefix(root).map_err(|_| {
        let (folder, root) = (folder.display(), root.display());
        terminal::refused(
            &format!("the output folder `{folder}` is not below `{root}`, where Cargo.toml is"),
            "choose a folder below it with `--out`",
        )
    })?;
    if relative.as_os_str().is_empty() {
        return Err(terminal::refused(
            "the output folder is that of Cargo.toml",
            "choose a folder below it with `--out`, such as `--out clients/things`",
        ));
    }
    Ok(slashes(relative))
}
