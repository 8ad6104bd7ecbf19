//! A package with the modules of some services.

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use tinsmith::build;
use xtask_common::{Failure, workspace};

use super::{CaseFile, Outcomes, Tally, rules};

/// A package whose library has a module for each service, and whose tests have another.
pub(super) struct Package {
    /// The name of the package.
    pub(super) name: String,
    /// The number of cases.
    pub(super) cases: usize,
    services: Vec<Service>,
}

struct Service {
    module: String,
    library: String,
    tests: String,
    cases: usize,
}

impl Package {
    pub(super) fn new(number: usize) -> Self {
        let name = format!("conformance-endpoints-{number}");
        Self { name, cases: 0, services: Vec::new() }
    }

    /// Generates the module of a service.
    pub(super) fn add(&mut self, file: &CaseFile) -> Result<(), Failure> {
        let mut generated = rules::generate(file, &self.name).map_err(cargo_tinsmith::rendered)?;
        let library = build::module(&generated, &BTreeSet::new()).map_err(cargo_tinsmith::rendered)?;
        let tests = generated.files.remove("tests/endpoint.rs").unwrap_or_default();
        let module = format!("s_{}", file.service.replace('-', "_"));
        let root = format!("{}::", self.name.replace('-', "_"));
        let tests = tests.replace(&root, &format!("{root}{module}::"));
        self.services.push(Service { module, library, tests, cases: file.cases });
        self.cases += file.cases;
        Ok(())
    }

    /// Writes the package below a folder.
    pub(super) fn write(&self, folder: &Path) -> Result<(), Failure> {
        let folder = folder.join(&self.name);
        let (src, tests) = (folder.join("src"), folder.join("tests/services"));
        let _ = fs::remove_dir_all(&folder);
        fs::create_dir_all(&src)?;
        fs::create_dir_all(&tests)?;
        fs::write(folder.join("Cargo.toml"), self.manifest())?;
        let (mut library, mut modules) = (String::new(), String::new());
        for service in &self.services {
            let module = &service.module;
            let _ = writeln!(
                library,
                "#[allow(missing_docs)]\npub mod {module} {{\n    include!(\"{module}.rs\");\n}}"
            );
            let _ = writeln!(modules, "mod {module};");
            fs::write(src.join(format!("{module}.rs")), &service.library)?;
            fs::write(tests.join(format!("{module}.rs")), &service.tests)?;
        }
        fs::write(src.join("lib.rs"), format!("//! Endpoint rules of services.\n\n{library}"))?;
        fs::write(tests.join("main.rs"), format!("//! Their endpoint tests.\n\n{modules}"))?;
        Ok(())
    }

    fn manifest(&self) -> String {
        let (name, runtime) = (&self.name, workspace::runtime());
        format!(
            "[package]\nname = \"{name}\"\nversion = \"0.1.0\"\nedition = \"2024\"\npublish = false\n\n\
             [dependencies]\ntinsmith-runtime = {{ path = {runtime:?}, features = [\"json\"] }}\n\n\
             [dev-dependencies]\naws-smithy-types = \"1\"\n",
        )
    }

    pub(super) fn services(&self) -> impl Iterator<Item = &str> {
        self.services.iter().map(|service| service.module.as_str())
    }

    /// Counts the cases of each service: those that ran, and those that did not.
    pub(super) fn tally(&self, outcomes: &Outcomes) -> Tally {
        let mut tally = Tally::default();
        for service in &self.services {
            let start = format!("{}::", service.module);
            let ran = outcomes.iter().filter(|(test, _)| test.starts_with(&start));
            let mut of_service = Tally::default();
            of_service.add_endpoints(ran, service.cases);
            tally.add(of_service);
        }
        tally
    }
}
