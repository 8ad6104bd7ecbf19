//! One model: generated, measured, and if asked for generated once more.

use std::cell::RefCell;
use std::panic::{self, AssertUnwindSafe};
use std::time::{Duration, Instant};

use tinsmith::lower;
use tinsmith::model::Model;
use tinsmith::plan::Protocol;
use tinsmith::write::{Prose, to_json};
use tinsmith::{Config, Diagnostics, GeneratedCrate, generate_from, pass, read};

use crate::arguments::Arguments;
use crate::find::Found;

/// What came of a model.
pub(crate) enum Outcome {
    /// A crate, with its figures.
    Generated(Figures),
    /// The service speaks none of the supported protocols; these are the ones it lists.
    OtherProtocol(String),
    /// No crate, or two that differ; the text says why.
    Failed(String),
}

/// The figures of a generated crate.
#[derive(Clone, Copy, Default)]
pub(crate) struct Figures {
    /// Operations that the crate holds.
    pub(crate) operations: usize,
    /// Operations that were left out with a warning.
    pub(crate) left_out: usize,
    /// Shapes of the model.
    pub(crate) shapes: usize,
    /// Lines of the crate.
    pub(crate) lines: usize,
    /// Bytes of the crate.
    pub(crate) bytes: usize,
    /// How long reading and generating took, the second generation excluded.
    pub(crate) time: Duration,
}

thread_local! {
    /// What the last panic of this thread said, and where.
    static PANIC: RefCell<String> = const { RefCell::new(String::new()) };
}

/// From here on a panic is kept for the report in place of being printed.
pub(crate) fn keep_panics() {
    panic::set_hook(Box::new(|panic| PANIC.set(panic.to_string())));
}

/// Generates a model; `take` gets the crate. A panic is a failure like another.
pub(crate) fn measure(found: &Found, arguments: &Arguments, take: impl FnOnce(&GeneratedCrate)) -> Outcome {
    let outcome = panic::catch_unwind(AssertUnwindSafe(|| attempt(found, arguments, take)));
    match outcome {
        Ok(Ok(outcome)) => outcome,
        Ok(Err(failure)) => Outcome::Failed(failure),
        Err(_) => Outcome::Failed(format!("panic: {}", PANIC.take())),
    }
}

fn attempt(
    found: &Found,
    arguments: &Arguments,
    take: impl FnOnce(&GeneratedCrate),
) -> Result<Outcome, String> {
    let start = Instant::now();
    let mut config = Config::new(&found.path);
    config.protocol.clone_from(&arguments.protocol);
    config.crate_name = Some(found.package());
    let model = linked(read::model(&found.path))?;
    let protocols = lower::protocols(&model);
    let spoken = protocols.is_empty() || protocols.iter().any(|id| Protocol::parse(id).is_some());
    if !spoken && config.protocol.is_none() {
        return Ok(Outcome::OtherProtocol(protocols.join(", ")));
    }
    let generated = generate_from(&model, &config).map_err(|findings| text(&findings))?;
    let figures = figures(&model, &generated, start.elapsed());
    if arguments.twice {
        same_from_import(&model, &generated, &config)?;
    }
    take(&generated);
    Ok(Outcome::Generated(figures))
}

fn linked(model: Result<Model, Diagnostics>) -> Result<Model, String> {
    let model = model.and_then(|model| pass::link(&model).map(|()| model));
    model.map_err(|findings| text(&findings))
}

fn text(findings: &Diagnostics) -> String {
    findings.render(false)
}

fn figures(model: &Model, generated: &GeneratedCrate, time: Duration) -> Figures {
    let is_operation =
        |path: &&String| path.strip_prefix("src/operation/").is_some_and(|name| !name.contains('/'));
    let operations = generated.files.keys().filter(is_operation).count();
    Figures {
        operations,
        left_out: model.operations().len() - operations,
        shapes: model.shapes.len(),
        lines: generated.files.values().map(|text| text.lines().count()).sum(),
        bytes: generated.files.values().map(String::len).sum(),
        time,
    }
}

/// The import of a model holds every fact of it: it gives the same crate and the same import.
fn same_from_import(model: &Model, first: &GeneratedCrate, config: &Config) -> Result<(), String> {
    let import = to_json(model, Prose::Keep);
    let again = linked(read::text("the import", &import))?;
    if to_json(&again, Prose::Keep) != import {
        return Err("the import of the import is another text".to_owned());
    }
    let second = generate_from(&again, config).map_err(|findings| text(&findings))?;
    if first.files.len() != second.files.len() {
        return Err("the import of the model gives a crate of other files".to_owned());
    }
    let other = first.files.iter().find(|(path, text)| second.files.get(*path) != Some(text));
    match other {
        Some((path, _)) => Err(format!("the import of the model gives another `{path}`")),
        None => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use std::path::PathBuf;

    use super::{Outcome, keep_panics, measure};
    use crate::arguments::Arguments;
    use crate::find::Found;

    #[test]
    fn a_panic_is_a_failure_of_one_model() {
        let path =
            PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/../../codegen/tests/golden/enum/model.json"));
        let found = Found { label: "enum".to_owned(), path, bytes: 0 };
        let arguments = Arguments { folder: PathBuf::new(), compile: None, twice: false, protocol: None };
        keep_panics();
        let Outcome::Failed(cause) = measure(&found, &arguments, |_| panic!("out of paper")) else {
            panic!("the panic was lost");
        };
        assert!(cause.starts_with("panic: ") && cause.contains("out of paper"), "{cause}");
        assert!(matches!(measure(&found, &arguments, |_| {}), Outcome::Generated(_)));
    }
}
