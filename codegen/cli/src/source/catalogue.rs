//! The models of botocore by service and API version.

use std::collections::BTreeMap;

use tinsmith::model::Model;
use tinsmith::read::{self, file};
use tinsmith::{Diagnostic, Diagnostics};

use super::files::{Entry, Files, SERVICE, uncompressed};
use crate::terminal::print_error;

/// The models of botocore.
pub(crate) struct Catalogue {
    /// Name of the archive or folder.
    name: String,
    files: Box<dyn Files>,
    /// API versions by the name of the service.
    services: BTreeMap<String, Versions>,
}

/// Paths of files by the name of the API version.
type Versions = BTreeMap<String, Vec<String>>;

impl Catalogue {
    /// Makes the catalogue of entries; `None` if there is no model among them.
    pub(super) fn new(
        name: String,
        files: Box<dyn Files>,
        entries: impl IntoIterator<Item = Entry>,
    ) -> Option<Self> {
        let mut services: BTreeMap<String, Versions> = BTreeMap::new();
        for Entry { service, version, path } in entries {
            services.entry(service).or_default().entry(version).or_default().push(path);
        }
        for versions in services.values_mut() {
            versions.retain(|_, paths| service_file(paths).is_some());
        }
        services.retain(|_, versions| !versions.is_empty());
        (!services.is_empty()).then_some(Self { name, files, services })
    }

    /// Reads the model if there is only one service.
    pub(super) fn only(&self) -> Result<Option<Model>, Diagnostics> {
        match self.services.len() {
            1 => self.services.keys().next().map(|service| self.named(service)).transpose(),
            _ => Ok(None),
        }
    }

    /// Reads the newest model of a service by the name of its folder, or by its id.
    pub(super) fn named(&self, service: &str) -> Result<Model, Diagnostics> {
        if let Some((version, paths)) = self.services.get(service).and_then(Versions::last_key_value) {
            return self.newest(service, version, paths);
        }
        self.of_service(service)?.ok_or_else(|| self.unknown(service).into())
    }

    /// Reads the files of the newest API version.
    fn newest(&self, service: &str, version: &str, paths: &[String]) -> Result<Model, Diagnostics> {
        let number = self.services[service].len();
        if number > 1 {
            print_error(&format!("using API version {version} of {service}, the newest of {number}\n"));
        }
        let mut files = BTreeMap::new();
        for path in paths {
            let name = path.rsplit('/').next().unwrap_or(path);
            files.insert(name.to_owned(), self.read(path)?);
        }
        let folder = paths.first().and_then(|path| path.rsplit_once('/')).map_or("", |(folder, _)| folder);
        read::botocore_files(&format!("{}/{folder}", self.name), files)
    }

    /// Reads the newest model of the service with an id such as `Direct Connect`, if there is one.
    pub(super) fn of_service(&self, id: &str) -> Result<Option<Model>, Diagnostics> {
        // Most folders have the id as their name.
        let is_alike = |service: &&String| alike(service) == alike(id);
        let (first, others): (Vec<_>, Vec<_>) = self.services.keys().partition(is_alike);
        for service in first.into_iter().chain(others) {
            let Some((version, paths)) = self.services[service].last_key_value() else { continue };
            let Some(path) = service_file(paths) else { continue };
            if read::service_id(&self.read(path)?).as_deref() == Some(id) {
                return self.newest(service, version, paths).map(Some);
            }
        }
        Ok(None)
    }

    /// Returns the diagnostic for a catalogue in which a service must be chosen.
    pub(super) fn not_chosen(&self) -> Diagnostic {
        let (name, number) = (&self.name, self.services.len());
        Diagnostic::error(format!("`{name}` has models of {number} services"))
            .with_help(format!("choose one with `--service`, such as `--service {}`", self.example()))
    }

    fn unknown(&self, service: &str) -> Diagnostic {
        let otherwise =
            format!("services have the names of their folders in botocore, such as `{}`", self.example());
        Diagnostic::error(format!("`{}` has no service `{service}`", self.name)).suggest(
            &alike(service),
            self.services.keys().map(String::as_str),
            &otherwise,
        )
    }

    /// Returns the name of a service, if possible one that people know.
    fn example(&self) -> &str {
        let first = self.services.keys().next().map_or("", String::as_str);
        if self.services.contains_key("sqs") { "sqs" } else { first }
    }

    fn read(&self, path: &str) -> Result<Vec<u8>, Diagnostic> {
        let cannot = |error| file::cannot_read(&format!("{}/{path}", self.name), &error);
        self.files.read(path).map_err(cannot)
    }
}

/// Returns the path of the service among those of an API version.
fn service_file(paths: &[String]) -> Option<&str> {
    let is_service = |path: &&String| uncompressed(path.rsplit('/').next().unwrap_or(path)) == SERVICE;
    paths.iter().find(is_service).map(String::as_str)
}

/// Returns the letters and digits of a name in lower case.
fn alike(name: &str) -> String {
    name.chars().filter(char::is_ascii_alphanumeric).map(|char| char.to_ascii_lowercase()).collect()
}
