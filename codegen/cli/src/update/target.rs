//! The crates that a source updates.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use tinsmith::model::Model;
use tinsmith::{Diagnostic, read};

use crate::options::{NEWER_MODELS, Overrides, UpdateOptions};
use crate::project::{CrateTable, Project};
use crate::source::Opened;
use crate::terminal::{self, refused};
use crate::{Failure, settings};

/// A crate with its newer model.
pub(super) struct Target {
    /// Name of the crate.
    pub(super) name: String,
    /// The newer model.
    pub(super) model: Model,
    /// Path of the model that it replaces.
    replaced: PathBuf,
}

/// Returns the crate that is asked for, or all crates whose services the source has. The failures are those of other crates.
pub(super) fn targets(options: &UpdateOptions, program: &str) -> Result<(Vec<Target>, Vec<String>), Failure> {
    let project = Project::find()?;
    let names: Vec<String> = options.krate.iter().cloned().collect();
    let tables = project.named(&names)?;
    if tables.len() < 2 {
        // Settings that are missing or incomplete are errors.
        let settings = settings::one(&Overrides::default(), options.krate.as_deref())?;
        check_replaceable(&settings.config.model, program)?;
    }
    let source = options.source.name();
    let opened = Opened::read(&options.source)
        .map_err(|Failure(message)| Failure(format!("{message}\n\n{NEWER_MODELS}")))?;
    let opened = opened.choose(&options.source)?;
    let crates = tables.into_iter().map(|table| Candidate::new(table, &project));
    let crates: Vec<_> = crates.collect::<Result<_, _>>()?;
    if let [only] = &*crates {
        return only
            .target(&opened)?
            .map(|target| (vec![target], Vec::new()))
            .ok_or_else(|| only.not_found(&source, &opened));
    }
    let (mut targets, mut failures) = (Vec::new(), Vec::new());
    for candidate in &crates {
        match candidate.target(&opened) {
            Ok(Some(target)) => targets.push(target),
            Ok(None) => candidate.warn_missing(&source, &opened),
            Err(Failure(message)) => failures.push(message),
        }
    }
    if targets.is_empty() && failures.is_empty() {
        return Err(none_found(&crates, &source, &opened));
    }
    failures.extend(remove_shared(&mut targets));
    Ok((targets, failures))
}

/// A crate that may be updated.
struct Candidate<'a> {
    table: &'a CrateTable,
    model: PathBuf,
    /// Id of the service, such as `Direct Connect`, or the error of reading the model.
    service: Result<String, String>,
}

impl<'a> Candidate<'a> {
    fn new(table: &'a CrateTable, project: &Project) -> Result<Self, Failure> {
        // A setting that is missing is an error.
        let settings = settings::one(&Overrides::default(), Some(table.name()))?;
        let model = table.model.as_ref().map_or(settings.config.model, |model| project.root.join(model));
        let id = |old: Model| old.required_service().map(|(shape, _)| shape.sdk_id().to_owned());
        let service = match read::model(&model) {
            Ok(old) => id(old).map_err(|error| terminal::failure(&error).0),
            Err(error) => Err(terminal::rendered(error).0),
        };
        Ok(Self { table, model, service })
    }

    /// Returns the target, if the source has the service.
    fn target(&self, opened: &Opened) -> Result<Option<Target>, Failure> {
        let service = self.service.as_ref().map_err(|message| Failure(message.clone()))?;
        let target = |model: Model| {
            let (name, replaced) = (self.table.name().to_owned(), self.model.clone());
            Target { name, model, replaced }
        };
        Ok(opened.of_service(service)?.map(|model| target(model.into_owned())))
    }

    fn not_found(&self, source: &str, opened: &Opened) -> Failure {
        let service = self.service();
        let message = match opened {
            Opened::Model(model) => {
                let new = model.sdk_id().unwrap_or("no service");
                format!("`{source}` is a model of {new}, but the model of the crate is of {service}")
            }
            Opened::Catalogue(_) => self.missing(source),
        };
        refused(&message, &format!("pass a model of {service}"))
    }

    /// Warns that a crate is not updated. A source with one model is not expected to update all crates.
    fn warn_missing(&self, source: &str, opened: &Opened) {
        if let Opened::Catalogue(_) = opened {
            terminal::warn(&Diagnostic::warning(self.missing(source)));
        }
    }

    fn missing(&self, source: &str) -> String {
        format!("`{source}` has no model of {}, the service of `{}`", self.service(), self.table.name())
    }

    fn service(&self) -> &str {
        self.service.as_deref().unwrap_or("not readable")
    }
}

fn none_found(crates: &[Candidate<'_>], source: &str, opened: &Opened) -> Failure {
    let known: Vec<_> =
        crates.iter().map(|known| format!("{} ({})", known.table.name(), known.service())).collect();
    let known = known.join(", ");
    let message = match opened {
        Opened::Model(model) => {
            let new = model.sdk_id().unwrap_or("no service");
            format!("`{source}` is a model of {new}, but no crate is of this service")
        }
        Opened::Catalogue(_) => format!("`{source}` has no model of the service of any crate"),
    };
    refused(&message, &format!("the crates are {known}"))
}

/// Removes the crates that have the model of another one, and returns their failures: the second would find no changes.
fn remove_shared(targets: &mut Vec<Target>) -> Vec<String> {
    let mut failures = Vec::new();
    let mut shared = BTreeSet::new();
    for (index, target) in targets.iter().enumerate() {
        let Some(other) = targets[..index].iter().find(|other| other.replaced == target.replaced) else {
            continue;
        };
        let message = format!("the crates `{}` and `{}` have the same model", other.name, target.name);
        let Failure(message) =
            refused(&message, "choose one with `--crate`, and run `codegen` for the other");
        failures.push(message);
        shared.insert(target.replaced.clone());
    }
    targets.retain(|target| !shared.contains(&target.replaced));
    failures
}

/// Checks that the model is a file of text.
pub(super) fn check_replaceable(path: &Path, program: &str) -> Result<(), Failure> {
    let kind = if path.is_dir() {
        "a botocore folder"
    } else if path.extension().is_some_and(|extension| extension == "gz") {
        "compressed"
    } else {
        return Ok(());
    };
    let path = path.display();
    Err(refused(
        &format!("the model `{path}` is {kind} and not updated"),
        &format!("run `{program} import {path} -o model.json`, and set `model` in Cargo.toml to the file"),
    ))
}
