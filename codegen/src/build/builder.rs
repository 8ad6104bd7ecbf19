//! The builder of a module.

use std::collections::BTreeSet;
use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::{env, fs};

use super::module;
use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::{Config, Selection, generate};

/// Features that a generated crate has by default, and that its code depends on.
const DEFAULT_FEATURES: [&str; 2] = ["client", "rustls"];

/// Builder of a client in a build script.
///
/// [`new`](Self::new) selects all operations and the default features of a generated crate.
#[derive(Clone, Debug)]
#[must_use = "nothing is generated until `write`"]
pub struct Builder {
    config: Config,
    features: BTreeSet<String>,
}

impl Builder {
    /// Generates a client from a model: a Smithy JSON AST, or a botocore folder. Paths are relative to the folder of the package.
    pub fn new(model: impl Into<PathBuf>) -> Self {
        Config::new(model).into()
    }

    /// Selects operations by their names in the model.
    pub fn operations(mut self, names: impl IntoIterator<Item = impl Into<String>>) -> Self {
        self.config.selection = Selection::Named(names.into_iter().map(Into::into).collect());
        self
    }

    /// Adds an overlay.
    pub fn overlay(mut self, path: impl Into<PathBuf>) -> Self {
        self.config.overlays.push(path.into());
        self
    }

    /// Sets the name of the file below `OUT_DIR`, without `.rs`. The default is derived from the id of the service.
    pub fn name(mut self, name: impl Into<String>) -> Self {
        self.config.crate_name = Some(name.into());
        self
    }

    /// Selects a protocol of the model by its name, such as `rpcv2Cbor`. The default is the first one that the model lists.
    pub fn protocol(mut self, name: impl Into<String>) -> Self {
        self.config.protocol = Some(name.into());
        self
    }

    /// Replaces the features of the client, which are those of a generated crate. The default is `client` and `rustls`.
    ///
    /// `client`, `test-util` and `transfer`, which needs `client`, need the same features of `tinsmith-runtime`; `rustls` and
    /// `rustls-aws-lc` need one of the two. `behavior-version-latest`, and the features of derives in overlays, need none.
    /// Without `client`, there are types, `http_request` and `parse_response`. Types implement `Serialize` and `Deserialize` if
    /// `tinsmith-runtime` has the feature `serde`.
    pub fn features(mut self, names: impl IntoIterator<Item = impl Into<String>>) -> Self {
        self.features = names.into_iter().map(Into::into).collect();
        self
    }

    /// Writes the module to `OUT_DIR`. Cargo runs the build script again if the model or an overlay changes, and shows warnings.
    pub fn write(&self) -> Result<(), Diagnostics> {
        self.inputs().iter().for_each(|path| println!("cargo::rerun-if-changed={}", path.display()));
        let folder = out_dir(env::var_os("OUT_DIR"))?;
        let (name, text) = self.generate()?;
        write_if_changed(&folder.join(format!("{name}.rs")), &text)?;
        Ok(())
    }

    /// Returns the text that [`write`](Self::write) writes.
    pub fn text(&self) -> Result<String, Diagnostics> {
        Ok(self.generate()?.1)
    }

    /// Returns the name of the module and its text.
    fn generate(&self) -> Result<(String, String), Diagnostics> {
        let config = Config { protocol_tests: false, ..self.config.clone() };
        let generated = generate(&config)?;
        for warning in &generated.warnings {
            warning.render(false).lines().for_each(|line| println!("cargo::warning={line}"));
        }
        let name = generated.summary.name.replace('-', "_");
        Ok((name, module::text(&generated, &self.features)?))
    }

    /// Returns the files and folders that the module depends on. Of a file that does not exist, this is its folder, because cargo
    /// would run the build script each time.
    fn inputs(&self) -> Vec<PathBuf> {
        let Config { model, overlays, .. } = &self.config;
        let folder = |path: &Path| {
            let parent = path.parent().filter(|parent| !parent.as_os_str().is_empty());
            parent.unwrap_or(Path::new(".")).to_owned()
        };
        // Botocore has the paginators and waiters of a service in files next to it.
        let is_botocore =
            model.file_name().is_some_and(|name| name.to_string_lossy().starts_with("service-2."));
        let siblings = is_botocore.then(|| folder(model));
        let files = [model].into_iter().chain(overlays);
        let files = files.map(|path| if path.exists() { path.clone() } else { folder(path) });
        files.chain(siblings).collect()
    }
}

impl From<Config> for Builder {
    fn from(config: Config) -> Self {
        Self { config, features: DEFAULT_FEATURES.map(str::to_owned).into() }
    }
}

/// Returns the folder for files of a build script, which an environment variable has.
fn out_dir(variable: Option<OsString>) -> Result<PathBuf, Diagnostic> {
    variable.map(PathBuf::from).ok_or_else(|| {
        Diagnostic::error("the environment variable `OUT_DIR` is not set")
            .with_help("call `write` in a build script, for which cargo sets the variable")
    })
}

/// Writes a file, unless it has the content already: its modification time makes cargo compile the package again.
fn write_if_changed(path: &Path, text: &str) -> Result<(), Diagnostic> {
    if fs::read_to_string(path).is_ok_and(|old| old == text) {
        return Ok(());
    }
    fs::write(path, text)
        .map_err(|error| Diagnostic::error(format!("could not write `{}`: {error}", path.display())))
}

#[cfg(test)]
mod tests {
    use std::fs;
    use std::path::PathBuf;
    use std::time::SystemTime;

    use super::{Builder, out_dir, write_if_changed};

    #[test]
    fn module_needs_the_folder_of_a_build_script() {
        assert_eq!(out_dir(Some("a".into())), Ok(PathBuf::from("a")));
        let message = out_dir(None).unwrap_err().render(false);
        assert!(message.contains("`OUT_DIR` is not set"), "{message}");
    }

    #[test]
    fn file_with_the_same_content_is_not_written() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.rs");
        write_if_changed(&path, "one").unwrap();
        let modified = || fs::metadata(&path).and_then(|metadata| metadata.modified()).unwrap();
        let old = SystemTime::UNIX_EPOCH;
        fs::File::options().write(true).open(&path).and_then(|file| file.set_modified(old)).unwrap();
        write_if_changed(&path, "one").unwrap();
        assert_eq!(modified(), old);
        write_if_changed(&path, "two").unwrap();
        assert_ne!(modified(), old);
        assert_eq!(fs::read_to_string(&path).unwrap(), "two");
    }

    #[test]
    fn inputs_are_the_model_and_the_overlays_or_the_folders_of_missing_files() {
        let inputs = |builder: Builder| builder.inputs();
        let paths = |paths: &[&str]| paths.iter().map(PathBuf::from).collect::<Vec<_>>();
        let model = "tests/golden/enum/model.json";
        assert_eq!(inputs(Builder::new(model).overlay("src/none.json")), paths(&[model, "src"]));
        assert_eq!(inputs(Builder::new("none.json")), paths(&["."]));
        assert_eq!(inputs(Builder::new("src/service-2.json")), paths(&["src", "src"]));
    }
}
