//! Botocore's endpoint tests, against the generated resolvers of all services.
//!
//! A service becomes a module with its endpoint rules and no operations. Some crates have all of the modules: a crate for each of
//! hundreds of services would take an hour.

mod case_files;
mod package;
mod rules;

use std::collections::BTreeSet;

use xtask_common::Failure;

pub(super) use self::case_files::{CaseFile, case_file};
use self::package::Package;
use super::workspace::Workspace;
use super::{Outcomes, Tally};

/// The number of crates: they are compiled at the same time, and each needs memory for its modules.
const PACKAGES: usize = 8;

/// The packages of the services in some files.
pub(super) struct Endpoints {
    packages: Vec<Package>,
    /// Services that cannot be generated.
    failed: Vec<String>,
}

impl Endpoints {
    /// Generates the modules of all services and writes the packages.
    pub(super) fn generate(files: &[CaseFile], workspace: &mut Workspace) -> Result<Self, Failure> {
        let mut packages: Vec<Package> = (1..=PACKAGES).map(Package::new).collect();
        let mut failed = Vec::new();
        let mut files: Vec<&CaseFile> = files.iter().collect();
        files.sort_by_key(|file| std::cmp::Reverse(file.cases));
        for file in files {
            let Some(package) = packages.iter_mut().min_by_key(|package| package.cases) else { break };
            if let Err(Failure(failure)) = package.add(file) {
                eprintln!("{failure}");
                failed.push(format!("the endpoint rules of {} cannot be generated", file.service));
            }
        }
        packages.retain(|package| package.cases > 0);
        for package in &packages {
            package.write(&workspace.root)?;
            workspace.add(&package.name, false);
        }
        Ok(Self { packages, failed })
    }

    /// Runs the tests of all packages.
    pub(super) fn test(&self, workspace: &Workspace) -> Result<Tally, Failure> {
        let mut tally = Tally { failed: self.failed.clone(), ..Tally::default() };
        for package in &self.packages {
            let outcomes = workspace.test(&package.name)?;
            tally.add(package.tally(&outcomes));
        }
        Ok(tally)
    }

    /// Returns the number of services.
    pub(super) fn services(&self) -> usize {
        let names = self.packages.iter().flat_map(Package::services);
        names.collect::<BTreeSet<_>>().len()
    }
}
