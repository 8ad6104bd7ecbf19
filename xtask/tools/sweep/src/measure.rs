//! Generation of one model, with figures.

use std::cell::RefCell;
use std::fs;
use std::panic::{self, AssertUnwindSafe};
use std::path::Path;
use std::time::{Duration, Instant};

use tinsmith::canonical::{Prose, to_json};
use tinsmith::lower;
use tinsmith::model::Model;
use tinsmith::plan::Protocol;
use tinsmith::{Config, Diagnostics, GeneratedCrate, Runtime, generate_from, pass, read};
use xtask_common::request::Sweep;
use xtask_common::workspace;

use crate::find::ModelFile;

/// Outcome of a model.
pub(crate) enum Outcome {
    /// A crate was generated.
    Generated(Figures),
    /// The service supports only these protocols, which the generator does not.
    OtherProtocol(String),
    /// The model failed, or its import gave another crate. The message has the cause.
    Failed(String),
}

/// The figures of a generated crate.
#[derive(Clone, Default)]
pub(crate) struct Figures {
    /// Generated operations.
    pub(crate) operations: usize,
    /// Operations that are left out, with reasons.
    pub(crate) left_out: Vec<String>,
    /// Shapes of the model.
    pub(crate) shapes: usize,
    /// Lines of the crate.
    pub(crate) lines: usize,
    /// Bytes of the crate.
    pub(crate) bytes: usize,
    /// Time of reading and generating, without the second generation.
    pub(crate) time: Duration,
}

thread_local! {
    /// Message and location of the last panic of this thread.
    static PANIC: RefCell<String> = const { RefCell::new(String::new()) };
}

/// Keeps messages of panics for the report instead of printing them.
pub(crate) fn keep_panics() {
    panic::set_hook(Box::new(|panic| PANIC.set(panic.to_string())));
}

/// Generates a model and calls `take` with the crate. A panic is a failure of the model.
pub(crate) fn measure(file: &ModelFile, request: &Sweep, take: impl FnOnce(&GeneratedCrate)) -> Outcome {
    let outcome = panic::catch_unwind(AssertUnwindSafe(|| attempt(file, request, take)));
    match outcome {
        Ok(Ok(outcome)) => outcome,
        Ok(Err(failure)) => Outcome::Failed(failure),
        Err(_) => Outcome::Failed(format!("panic: {}", PANIC.take())),
    }
}

fn attempt(file: &ModelFile, request: &Sweep, take: impl FnOnce(&GeneratedCrate)) -> Result<Outcome, String> {
    let start = Instant::now();
    let mut config = Config::new(&file.path);
    config.runtime = Runtime::Shared(workspace::runtime());
    config.protocol.clone_from(&request.protocol);
    config.crate_name = Some(file.package());
    let model = linked(read::model(&file.path))?;
    let protocols = lower::protocols(&model);
    let is_supported = protocols.is_empty() || protocols.iter().any(|id| Protocol::parse(id).is_some());
    if !is_supported && config.protocol.is_none() {
        return Ok(Outcome::OtherProtocol(protocols.join(", ")));
    }
    if is_newest(&file.path) {
        check_customizations(&model)?;
    }
    let generated = generate_from(&model, &config).map_err(|diagnostics| rendered(&diagnostics))?;
    let mut figures = figures(&model, &generated, start.elapsed());
    figures.left_out = left_out(&model, &config)?;
    if request.twice {
        check_import(&model, &generated, &config)?;
    }
    take(&generated);
    Ok(Outcome::Generated(figures))
}

/// Returns true unless a sibling of the folder has a later version, as in botocore.
fn is_newest(path: &Path) -> bool {
    let Some(service) = path.parent().filter(|_| path.is_dir()) else { return true };
    let mut versions = fs::read_dir(service).into_iter().flatten().flatten();
    !versions.any(|version| version.path().is_dir() && version.path().as_path() > path)
}

/// Fails if a row of the table of customizations does not fit the current model of its service.
fn check_customizations(model: &Model) -> Result<(), String> {
    let unmatched = lower::unmatched_customizations(model);
    if unmatched.is_empty() { Ok(()) } else { Err(format!("customizations: {}", unmatched.join("; "))) }
}

fn linked(model: Result<Model, Diagnostics>) -> Result<Model, String> {
    let model = model.and_then(|model| pass::validate(&model).map(|()| model));
    model.map_err(|diagnostics| rendered(&diagnostics))
}

fn rendered(diagnostics: &Diagnostics) -> String {
    diagnostics.render(false)
}

fn figures(model: &Model, generated: &GeneratedCrate, time: Duration) -> Figures {
    let is_operation =
        |path: &&String| path.strip_prefix("src/operation/").is_some_and(|name| !name.contains('/'));
    let operations = generated.files.keys().filter(is_operation).count();
    Figures {
        operations,
        left_out: Vec::new(),
        shapes: model.shapes.len(),
        lines: generated.files.values().map(|text| text.lines().count()).sum(),
        bytes: generated.files.values().map(String::len).sum(),
        time,
    }
}

/// Returns the warnings about operations that the crate does not have.
fn left_out(model: &Model, config: &Config) -> Result<Vec<String>, String> {
    let selected = pass::select(model, &config.selection, &config.positions);
    let selected = selected.map_err(|diagnostics| rendered(&diagnostics))?;
    let operations = model.operations().into_iter();
    let missing = operations.filter(|(_, (shape, _))| !selected.operations.contains(&shape.id));
    let reason = |name: &str| {
        let about = format!("`{name}` is left out: ");
        let mut warnings = selected.warnings.iter().map(|warning| &warning.message);
        warnings.find(|message| message.starts_with(&about)).cloned()
    };
    missing
        .map(|(name, _)| reason(name).ok_or_else(|| format!("`{name}` is left out without a reason")))
        .collect()
}

/// Checks that the import of a model gives the same crate and the same import.
fn check_import(model: &Model, first: &GeneratedCrate, config: &Config) -> Result<(), String> {
    let import = to_json(model, Prose::Keep);
    let again = linked(read::text("the import", &import))?;
    if to_json(&again, Prose::Keep) != import {
        return Err("importing the import changes it".to_owned());
    }
    let second = generate_from(&again, config).map_err(|diagnostics| rendered(&diagnostics))?;
    if first.files.len() != second.files.len() {
        return Err("the import of the model gives other files".to_owned());
    }
    let other = first.files.iter().find(|(path, text)| second.files.get(*path) != Some(text));
    match other {
        Some((path, _)) => Err(format!("the import of the model gives a different `{path}`")),
        None => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use xtask_common::request::Sweep;
    use xtask_common::workspace;

    use super::{ModelFile, Outcome, keep_panics, measure};

    #[test]
    fn panic_is_a_failure_of_the_model() {
        let path = workspace::root().join("codegen/tests/golden/enum/model.json");
        let file = ModelFile { label: "enum".to_owned(), path, bytes: 0 };
        let request = Sweep::default();
        keep_panics();
        let Outcome::Failed(cause) = measure(&file, &request, |_| panic!("out of paper")) else {
            panic!("the panic was lost");
        };
        assert!(cause.starts_with("panic: ") && cause.contains("out of paper"), "{cause}");
        assert!(matches!(measure(&file, &request, |_| {}), Outcome::Generated(_)));
    }
}
