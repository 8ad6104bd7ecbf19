//! The crate that `init` adds: its settings, and the report about it.

use std::path::Path;

use tinsmith::GeneratedCrate;
use toml_edit::{Array, Table, value};

use super::destination::Destination;
use crate::codegen::{dependency, summary};
use crate::options::InitOptions;
use crate::path::{normal, shown, slashes};
use crate::{Failure, terminal};

/// Settings of a crate that does not exist yet. Paths are relative to the root of the project.
pub(super) struct NewCrate<'a> {
    options: &'a InitOptions,
    name: String,
    pub(super) model: String,
    pub(super) output: String,
}

impl<'a> NewCrate<'a> {
    pub(super) fn new(
        options: &'a InitOptions,
        generated: &GeneratedCrate,
        destination: &Destination,
    ) -> Result<Self, Failure> {
        let output = match &options.out {
            Some(folder) => below(&destination.root, folder)?,
            None => format!("clients/{}", generated.summary.name),
        };
        if destination.crates.iter().any(|table| table.output == output) {
            return Err(terminal::refused(
                &format!("there is a crate in `{output}` already"),
                "choose another folder with `--out`, or change `operations` of that crate in Cargo.toml",
            ));
        }
        let name = generated.summary.name.clone();
        if let Some(other) = destination.crates.iter().find(|table| table.package_name() == Some(&name)) {
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
    pub(super) fn with_settings(&self, destination: &Destination) -> Result<String, Failure> {
        destination.manifest.with_crate(&destination.runtime, self.table())
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
    pub(super) fn report(
        &self,
        generated: &GeneratedCrate,
        destination: &Destination,
        program: &str,
    ) -> Result<String, Failure> {
        let below_root = |path: &str| destination.root.join(path);
        Ok(format!(
            "{}\n\nsettings: {}\nmodel: {}\nruntime: {}\n{}\
             `{program} codegen` generates again, `{program} codegen --check` compares, and `{program} update SOURCE`\n\
             replaces the model by a newer one.\n",
            summary(generated, &below_root(&self.output)),
            shown(&destination.manifest.path).display(),
            shown(&below_root(&self.model)).display(),
            shown(&below_root(&destination.runtime)).display(),
            dependency(generated, &below_root(&self.output))?,
        ))
    }
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
