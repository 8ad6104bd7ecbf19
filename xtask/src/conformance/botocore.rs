//! Conversion of botocore's protocol tests to service folders, with the cases as overlays.
//!
//! A file is a list of suites with shapes of their own, which come from few models: suites whose shapes and operations agree
//! become one service.

mod case;
mod group;

use std::path::Path;

use serde_json::Value;
use tinsmith::{Config, Runtime};
use xtask_common::{Failure, workspace};

use self::group::Group;
use super::{Subject, crate_name};

/// Returns true for a list of suites, as opposed to a model.
pub(super) fn is_suites(file: &Path) -> bool {
    let text = std::fs::read_to_string(file).unwrap_or_default();
    text.trim_start().starts_with('[')
}

/// Returns a subject for each group of suites in the file.
pub(super) fn subjects(file: &Path, models: &Path) -> Result<Vec<Subject>, Failure> {
    let suites: Vec<Value> = serde_json::from_str(&std::fs::read_to_string(file)?)?;
    let folder = file.parent().and_then(Path::file_name).unwrap_or_default().to_string_lossy().into_owned();
    let stem = file.file_stem().unwrap_or_default().to_string_lossy().into_owned();
    let groups = group::groups(&suites);
    let subject = |(index, group): (usize, &Group<'_>)| {
        let number = if index == 0 { String::new() } else { format!("-{}", index + 1) };
        let name = crate_name(&format!("{folder}-{stem}{number}"));
        let folder = models.join(&name);
        std::fs::create_dir_all(&folder)?;
        std::fs::write(folder.join("service-2.json"), group.service().to_string())?;
        let overlay = folder.join("cases.json");
        std::fs::write(&overlay, case::overlay(group).to_string())?;
        let mut config = Config::new(folder);
        config.runtime = Runtime::Shared(workspace::runtime());
        config.overlays = vec![overlay];
        config.protocol_tests = true;
        Ok(Subject { name, config })
    };
    groups.iter().enumerate().map(subject).collect()
}

fn elements<'a>(value: &'a Value, key: &str) -> impl Iterator<Item = &'a Value> {
    value[key].as_array().into_iter().flatten()
}

fn string(value: &Value) -> &str {
    value.as_str().unwrap_or_default()
}
