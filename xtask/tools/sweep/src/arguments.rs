//! What `xtask` passes on.

use std::ffi::OsString;
use std::path::PathBuf;

/// The arguments of a sweep.
pub(crate) struct Arguments {
    /// The folder below which models are looked for.
    pub(crate) folder: PathBuf,
    /// How many crates to compile.
    pub(crate) compile: Option<usize>,
    /// Whether each crate is generated a second time, from its import, and compared.
    pub(crate) twice: bool,
    /// The protocol, whatever the models list.
    pub(crate) protocol: Option<String>,
}

impl Arguments {
    pub(crate) fn read(mut given: impl Iterator<Item = OsString>) -> Result<Self, String> {
        let folder = given.next().ok_or("no folder is named")?.into();
        let mut arguments = Self { folder, compile: None, twice: false, protocol: None };
        while let Some(argument) = given.next() {
            let mut value = || given.next().and_then(|value| value.into_string().ok());
            match argument.to_str() {
                Some("--twice") => arguments.twice = true,
                Some("--protocol") => arguments.protocol = value(),
                Some("--compile") => arguments.compile = value().and_then(|count| count.parse().ok()),
                _ => return Err(format!("unknown argument {}", argument.display())),
            }
        }
        Ok(arguments)
    }
}
