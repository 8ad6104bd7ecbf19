//! `cargo xtask bench --api`

use std::collections::BTreeSet;
use std::fs;
use std::io::Read as _;
use std::path::{Path, PathBuf, absolute};

use flate2::bufread::MultiGzDecoder;
use xtask_common::request::ApiParity;
use xtask_common::{Failure, workspace};

use crate::generate::all_operations;
use crate::tool::{Profile, Tool};

const API_PARITY: Tool = Tool { package: "api-parity", failure: "the comparison found differences" };

/// Model of the repository, and the library that is generated from it.
const COMMITTED: (&str, &str) = ("directconnect", "model/directconnect-2012-10-25.json");

/// Options of `bench --api`.
#[derive(Debug)]
pub(crate) struct ApiOptions {
    /// Lists of public items.
    pub(crate) lists: Vec<PathBuf>,
    /// Model, or folder of models.
    pub(crate) models: Option<PathBuf>,
}

/// Generates every operation of the services of the lists, and compares the public items with the lists.
pub(crate) fn run(options: &ApiOptions) -> Result<(), Failure> {
    let target = workspace::target()?;
    let folder = target.join("api-parity");
    let mut request = ApiParity { target, ..ApiParity::default() };
    let mut libraries = BTreeSet::new();
    for list in &options.lists {
        let text = text(list)?;
        let library = library(&text).ok_or_else(|| format!("`{}` lists no modules", list.display()))?;
        let model = model(library, list, options.models.as_deref())?;
        let generated = folder.join(library);
        if libraries.insert(library.to_owned()) {
            let is_committed = model.is_none();
            all_operations(&generated, (!is_committed).then(|| library.to_owned()), model.clone())?;
        }
        let plain = folder.join(format!("{}.txt", request.lists.len()));
        fs::write(&plain, &text)?;
        request.lists.push(plain);
        request.crates.push(generated);
        request.models.push(model.unwrap_or_else(|| workspace::root().join(COMMITTED.1)));
    }
    workspace::write_members(&folder, &Vec::from_iter(libraries))?;
    API_PARITY.run(&request, Profile::Dev)
}

/// Reads a list, which may be compressed by gzip.
fn text(list: &Path) -> Result<String, Failure> {
    let bytes = fs::read(list).map_err(|error| format!("cannot read `{}`: {error}", list.display()))?;
    let mut text = String::new();
    let read = if bytes.starts_with(&[0x1f, 0x8b]) {
        MultiGzDecoder::new(&*bytes).read_to_string(&mut text)
    } else {
        bytes.as_slice().read_to_string(&mut text)
    };
    read.map_err(|error| format!("cannot read `{}`: {error}", list.display()))?;
    Ok(text)
}

/// Returns the library that a list is of.
fn library(text: &str) -> Option<&str> {
    text.lines().find_map(|line| Some(line.strip_prefix("pub mod ")?.split_once("::")?.0))
}

/// Finds the model of a library; `None` is that of the repository.
fn model(library: &str, list: &Path, models: Option<&Path>) -> Result<Option<PathBuf>, Failure> {
    let neighbour = absolute(list)?.with_file_name("../models");
    let folder = match models {
        None if library == COMMITTED.0 => return Ok(None),
        None => &neighbour,
        Some(file) if file.is_file() => return Ok(Some(absolute(file)?)),
        Some(folder) => folder,
    };
    let found = files(folder)?.into_iter().find(|file| {
        let text = fs::read_to_string(file).unwrap_or_default();
        sdk_id(&text).is_some_and(|id| official_library(id) == library)
    });
    let missing = || format!("`{}` has no model of `{library}`; pass one with `--models`", folder.display());
    Ok(Some(found.ok_or_else(missing)?))
}

/// Returns the JSON files below a folder.
fn files(folder: &Path) -> Result<Vec<PathBuf>, Failure> {
    let entries =
        fs::read_dir(folder).map_err(|error| format!("cannot read `{}`: {error}", folder.display()))?;
    let mut found = Vec::new();
    for entry in entries {
        let path = entry?.path();
        if path.is_dir() {
            found.extend(files(&path)?);
        } else if path.extension().is_some_and(|extension| extension == "json") {
            found.push(path);
        }
    }
    found.sort();
    Ok(found)
}

/// Returns the id of the service in the text of a Smithy JSON AST, without parsing all of it.
fn sdk_id(text: &str) -> Option<&str> {
    let (_, rest) = text.split_once("\"sdkId\"")?;
    rest.split('"').nth(1)
}

/// Returns the library of the official crate of a service: `directconnect` for `Direct Connect`.
fn official_library(sdk_id: &str) -> String {
    sdk_id.chars().filter(char::is_ascii_alphanumeric).map(|letter| letter.to_ascii_lowercase()).collect()
}

#[cfg(test)]
mod tests {
    use super::{library, official_library, sdk_id};

    #[test]
    fn service_of_a_model_has_the_library_of_a_list() {
        let model =
            r#"{ "shapes": { "a#B": { "traits": { "aws.api#service": { "sdkId": "Route 53" } } } } }"#;
        assert_eq!(sdk_id(model).map(official_library).as_deref(), Some("route53"));
        assert_eq!(library("impl Send for route53::Error\npub mod route53::client\n"), Some("route53"));
    }
}
