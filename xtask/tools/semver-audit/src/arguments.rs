//! What `xtask` passes on.

use std::ffi::OsString;
use std::path::PathBuf;

/// The arguments of a comparison.
pub(crate) struct Arguments {
    /// The folder of the models before.
    pub(crate) old: PathBuf,
    /// The folder of the models after.
    pub(crate) new: PathBuf,
    /// Services to compare; when empty, all whose models differ.
    pub(crate) services: Vec<String>,
    /// Operations to compare; when empty, all of them.
    pub(crate) operations: Vec<String>,
    /// The cargo features of the crates that are compared.
    pub(crate) features: String,
    /// The program of the second judge.
    pub(crate) semver_checks: PathBuf,
}

impl Arguments {
    pub(crate) fn read(mut given: impl Iterator<Item = OsString>) -> Result<Self, String> {
        let (Some(old), Some(new)) = (given.next(), given.next()) else {
            return Err("two folders are needed: the models before, and the models after".to_owned());
        };
        let mut arguments = Self {
            old: old.into(),
            new: new.into(),
            services: Vec::new(),
            operations: Vec::new(),
            // Everything that a model has a say in; TLS is the same in all crates.
            features: "client,serde".to_owned(),
            semver_checks: "cargo-semver-checks".into(),
        };
        while let Some(argument) = given.next() {
            let argument = argument.into_string().map_err(|_| "an argument is not UTF-8")?;
            let mut value = || given.next().ok_or(format!("`{argument}` needs a value"));
            let text =
                |value: OsString| value.into_string().map_err(|_| format!("`{argument}` is not UTF-8"));
            match argument.as_str() {
                "--features" => arguments.features = text(value()?)?,
                "--operations" => {
                    arguments.operations = text(value()?)?.split(',').map(str::to_owned).collect();
                }
                "--semver-checks" => arguments.semver_checks = value()?.into(),
                _ => arguments.services.push(argument),
            }
        }
        Ok(arguments)
    }
}
