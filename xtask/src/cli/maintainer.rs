//! Commands of maintainers: they test the generator and its crates. `xtask/README.md` has an overview.

use std::path::PathBuf;

use clap::{Arg, ArgMatches, Command};
use xtask_common::request::{SemverAudit, Sweep};

use super::PROGRAM;
use crate::api_parity::ApiOptions;
use crate::bench::Part;
use crate::tool::Profile;
use cargo_tinsmith::options::Options;
use cargo_tinsmith::options::argument::{
    all, choice, command, flag, get, list, number, path, paths, positional, required, string,
};

/// Options of `conformance`.
#[derive(Debug)]
pub(crate) struct ConformanceOptions {
    /// Files and folders with protocol or endpoint tests.
    pub(crate) files: Vec<PathBuf>,
}

impl Options for ConformanceOptions {
    fn command(program: &str) -> Command {
        command(
            program,
            "conformance",
            "Run the protocol and endpoint tests of models",
            "For each file, a crate is generated with its tests, compiled and tested in target/conformance. Every\n\
             case is counted as passed, failed, skipped, or listed as an expected failure with the reason; a case\n\
             that did not run counts as failed. Of botocore's source distribution, the protocol tests and the\n\
             endpoint tests of all services are run.",
            &[
                "conformance codegen/tests/golden/protocol_cbor/model.json",
                "conformance botocore-1.44.5",
                "conformance botocore-1.44.5/tests/functional/endpoint-rules",
            ],
            "a case failed",
        )
        .arg(
            positional(
                "files",
                "PATH",
                "Smithy JSON AST with tests, protocol or endpoint tests of botocore, or a folder with such files",
            )
                .num_args(1..),
        )
    }

    fn read(arguments: &ArgMatches) -> Self {
        Self { files: all(arguments, "files") }
    }
}

/// Options of `sweep`.
#[derive(Debug)]
pub(crate) struct SweepOptions {
    pub(crate) request: Sweep,
    pub(crate) profile: Profile,
}

impl Options for SweepOptions {
    fn command(program: &str) -> Command {
        command(
            program,
            "sweep",
            "Generate every model below a folder, in memory",
            "The command prints figures for each model, the operations that are left out with reasons, and\n\
             the diagnostics of models that fail. Models of protocols that the generator does not\n\
             support are skipped and counted.",
            &["sweep botocore/data", "sweep botocore/data --twice --compile 20 --services s3,ec2"],
            "a model failed, or a crate does not compile without warnings",
        )
        .arg(positional("folder", "DIR", "Folder with botocore folders, Smithy JSON ASTs, or both"))
        .arg(number("compile", "N", "Compile N of the crates, large and small, with warnings as errors"))
        .arg(list("services", "A,B", "Compile the crates of these services, in their newest versions"))
        .arg(flag("twice", "Generate each crate again from the import of its model, and compare"))
        .arg(string("protocol", "NAME", "Protocol of every crate, whatever the models list"))
        .arg(unoptimized())
    }

    fn read(arguments: &ArgMatches) -> Self {
        let request = Sweep {
            folder: required(arguments, "folder"),
            compile: get(arguments, "compile"),
            services: all(arguments, "services"),
            twice: arguments.get_flag("twice"),
            protocol: get(arguments, "protocol"),
        };
        Self { request, profile: profile(arguments) }
    }
}

/// Options of `verdicts`.
#[derive(Debug)]
pub(crate) struct VerdictsOptions {
    pub(crate) request: SemverAudit,
    pub(crate) profile: Profile,
}

impl Options for VerdictsOptions {
    fn command(program: &str) -> Command {
        command(
            program,
            "verdicts",
            "Audit the verdicts of `diff` with rustdoc and cargo-semver-checks",
            "For each service, the crates of both models are generated, and their public items, the rules of\n\
             cargo-semver-checks and their source code are compared with the verdict of `diff`. Without\n\
             cargo-semver-checks, its column has `not run`. xtask/reports/verdicts.md explains the results.",
            &[
                "verdicts botocore-1.43.11 botocore-1.44.5 sqs kinesis",
                "verdicts codegen/tests/diff codegen/tests/diff",
            ],
            "a verdict is wrong",
        )
        .arg(positional("old", "OLD", "Old models: a botocore distribution, or a folder of Smithy JSON ASTs"))
        .arg(positional("new", "NEW", "New models, of either format"))
        .arg(
            Arg::new("services")
                .value_name("SERVICE")
                .help("Services to audit; all whose models differ when absent")
                .num_args(0..),
        )
        .arg(list("operations", "A,B", "Operations to compare; all when absent"))
        .arg(path("semver-checks", "PROGRAM", "Program of cargo-semver-checks").default_value("cargo-semver-checks"))
        // The crates differ in these features only: TLS does not depend on the model.
        .arg(string("features", "A,B", "Features of the compared crates").default_value("client,serde"))
        .arg(unoptimized())
    }

    fn read(arguments: &ArgMatches) -> Self {
        let request = SemverAudit {
            old: required(arguments, "old"),
            new: required(arguments, "new"),
            services: all(arguments, "services"),
            operations: all(arguments, "operations"),
            features: required(arguments, "features"),
            semver_checks: required(arguments, "semver-checks"),
        };
        Self { request, profile: profile(arguments) }
    }
}

/// Options of `bench`.
#[derive(Debug)]
pub(crate) enum BenchOptions {
    /// Measures these parts; all when empty.
    Parts(Vec<Part>),
    /// Compares public items with lists.
    Api(ApiOptions),
}

impl Options for BenchOptions {
    fn command(program: &str) -> Command {
        command(
            program,
            "bench",
            "Measure the generated crate and the generator, and compare with the official crate",
            "Without parts, everything is measured, and the figures in xtask/reports/figures.md and README.md are\n\
             replaced; this takes about an hour of an idle machine. With parts, the figures are only printed.\n\n\
             `--api` measures nothing. It generates all operations of a service and compares the public items with a\n\
             list of those of the official crate, plain or compressed by gzip. The model is that of the repository,\n\
             or of the folder `models` next to the folder of the list, found by the id of its service.",
            &["bench", "bench calls responses", "bench --api sqs.txt.gz --models models"],
            "a measurement failed, or with `--api` a difference has no reason",
        )
        .arg(
            Arg::new("parts")
                .value_name("PART")
                .help("Parts to measure; all when absent")
                .num_args(0..)
                .value_parser(choice(Part::ALL, Part::name)),
        )
        .arg(paths("api", "LIST", "Compare public items with these lists").num_args(1..).conflicts_with("parts"))
        .arg(path("models", "PATH", "Model of the lists, or folder of their models").requires("api"))
    }

    fn read(arguments: &ArgMatches) -> Self {
        let lists = all(arguments, "api");
        if lists.is_empty() {
            return Self::Parts(all(arguments, "parts"));
        }
        Self::Api(ApiOptions { lists, models: get(arguments, "models") })
    }
}

/// Options of `drop-in`.
#[derive(Debug)]
pub(crate) struct DropInOptions {
    /// Compares S3 instead of the other services.
    pub(crate) s3: bool,
}

impl Options for DropInOptions {
    fn command(program: &str) -> Command {
        command(
            program,
            "drop-in",
            "Run one program on the official crates and on generated crates, and compare the results",
            "Requests, outputs and errors are compared line by line. Intended differences are listed in\n\
             xtask/suites/compat/src/differences.rs with reasons. Tests of members that only generated crates have,\n\
             such as waiters, follow.\n\n\
             With `--s3`, a program of S3 is compared instead, with its differences in xtask/suites/compat/s3/src. The\n\
             official crate of S3 alone takes as long to build as those of the other services.",
            &["drop-in", "drop-in --s3"],
            "a difference is not listed, or a test failed",
        )
        .arg(flag("s3", "Compare S3 instead of the other services"))
    }

    fn read(arguments: &ArgMatches) -> Self {
        Self { s3: arguments.get_flag("s3") }
    }
}

/// Options of `faults`.
#[derive(Debug)]
pub(crate) struct FaultsOptions {
    /// Compares the report with the results instead of replacing it.
    pub(crate) check: bool,
}

impl Options for FaultsOptions {
    fn command(program: &str) -> Command {
        command(
            program,
            "faults",
            "Call a faulty server of S3 with the official crate and the generated one",
            "At each point of a request and its response, the server has a fault. Callers of the generated crate must\n\
             get the right data or an error, in time. The results replace xtask/reports/faults.md.",
            &["faults", "faults --check"],
            "a caller gets wrong data or waits too long, or with `--check` the report differs",
        )
        .arg(flag("check", "Compare the report with the results instead of replacing it"))
    }

    fn read(arguments: &ArgMatches) -> Self {
        Self { check: arguments.get_flag("check") }
    }
}

/// The command `e2e`, which has no options.
pub(super) fn e2e() -> Command {
    command(
        PROGRAM,
        "e2e",
        "Run the generated crates against moto, a mock of AWS",
        "The command requires Python 3 with `venv` and pip. The first run downloads moto and boto3 from PyPI\n\
         into target/e2e.",
        &["e2e"],
        "a test failed",
    )
}

fn unoptimized() -> Arg {
    flag("unoptimized", "Use a debug build, which is faster to build and slower to run")
}

fn profile(arguments: &ArgMatches) -> Profile {
    if arguments.get_flag("unoptimized") { Profile::Dev } else { Profile::Release }
}
