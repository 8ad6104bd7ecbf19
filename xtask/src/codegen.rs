//! `cargo xtask codegen`

use std::time::Instant;

use clap::ArgMatches;
use tinsmith::{Diagnostics, GeneratedCrate, output};

use crate::settings::{self, Settings};
use crate::{Failure, terminal};

/// Generates the crate, or checks that it is up to date.
pub(crate) fn run(arguments: &ArgMatches) -> Result<(), Failure> {
    let settings = settings::load(arguments)?;
    let start = Instant::now();
    let generated = tinsmith::generate(&settings.config).map_err(|findings| rendered(&findings))?;
    let generation = start.elapsed();
    for warning in &generated.warnings {
        eprintln!("{}\n", warning.render(terminal::colour()));
    }
    let outcome = if arguments.get_flag("check") {
        check(&generated, &settings)
    } else {
        output::write(&generated, &settings.output)?;
        println!("{} files in {}", generated.files.len(), settings.output.display());
        Ok(())
    };
    if arguments.get_flag("timings") {
        println!("generation: {generation:.1?}; with files: {:.1?}", start.elapsed());
    }
    outcome
}

fn rendered(findings: &Diagnostics) -> Failure {
    Failure(findings.render(terminal::colour()))
}

/// Reports what differs, and the command that mends it.
fn check(generated: &GeneratedCrate, settings: &Settings) -> Result<(), Failure> {
    let differences = output::check(generated, &settings.output);
    if differences.is_empty() {
        println!("{} is up to date", settings.output.display());
        return Ok(());
    }
    for difference in &differences {
        eprintln!("{difference}");
    }
    let arguments: Vec<String> = std::env::args().skip(2).filter(|argument| argument != "--check").collect();
    let command =
        ["cargo xtask codegen".to_owned()].into_iter().chain(arguments).collect::<Vec<_>>().join(" ");
    Err(Failure(format!("\n{} is not what the model gives; run `{command}`", settings.output.display())))
}
