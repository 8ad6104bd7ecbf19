//! Time of the generator, for one operation and for all.

use std::path::{Path, PathBuf};
use std::process::Command;

use xtask_common::process::{self, utf8};
use xtask_common::{Failure, workspace};

use super::table::{Figure, Table};
use super::workbench::{self, Workbench, step};
use super::{GENERATIONS, library};

pub(super) fn measure(bench: &Workbench, table: &mut Table) -> Result<(), Failure> {
    step("generations");
    let generator = Generator::new(bench)?;
    let (wall, _) = generator.least(&["--check"])?;
    table.alone("generation of one operation", Figure::Seconds(wall)).below(Figure::Seconds(0.05));
    let out = workbench::folder("whole")?.join("crate");
    let (wall, cpu) =
        generator.least(&["--operations", "all", "--crate-name", library::WHOLE, "--out", utf8(&out)?])?;
    table.alone("generation of all operations", Figure::Seconds(wall)).below(Figure::Seconds(0.06));
    table.alone("  CPU time, with writing files", cpu).below(Figure::Seconds(0.12));
    Ok(())
}

/// The command that users install.
pub(super) struct Generator<'a> {
    bench: &'a Workbench,
    program: PathBuf,
}

impl<'a> Generator<'a> {
    pub(super) fn new(bench: &'a Workbench) -> Result<Self, Failure> {
        workbench::cargo(&["build", "--quiet", "--release", "--package", "cargo-tinsmith"])?;
        let program = workspace::target()?.join("release/cargo-tinsmith");
        let program = program.with_extension(std::env::consts::EXE_EXTENSION);
        Ok(Self { bench, program })
    }

    /// Generates a crate.
    pub(super) fn generate(&self, operations: &str, name: &str, out: &Path) -> Result<(), Failure> {
        let arguments = ["codegen", "--operations", operations, "--crate-name", name, "--out", utf8(out)?];
        let mut codegen = Command::new(&self.program);
        Ok(process::output(codegen.args(arguments).current_dir(workspace::root())).map(drop)?)
    }

    /// Returns seconds of the generation and CPU time of the command, the least of all runs.
    fn least(&self, arguments: &[&str]) -> Result<(f64, Figure), Failure> {
        let command = [&[utf8(&self.program)?, "codegen", "--timings"], arguments].concat();
        let mut wall = f64::INFINITY;
        let mut usage = self.bench.usage(workspace::root(), &[], &command)?;
        for _ in 0..GENERATIONS {
            let printed =
                process::output(Command::new(command[0]).args(&command[1..]).current_dir(workspace::root()))?;
            let timing =
                printed.lines().find_map(|line| line.strip_prefix("generation: ")?.split(';').next());
            wall = wall.min(timing.and_then(seconds).ok_or("codegen printed no timing")?);
            usage = usage.least(self.bench.usage(workspace::root(), &[], &command)?);
        }
        Ok((wall, usage.cpu()))
    }
}

/// Parses a duration as `Debug` formats it.
fn seconds(duration: &str) -> Option<f64> {
    let unit = duration.trim_start_matches(|c: char| c.is_ascii_digit() || c == '.');
    let factor = match unit {
        "s" => 1.0,
        "ms" => 1e-3,
        "µs" => 1e-6,
        _ => return None,
    };
    let number: f64 = duration.strip_suffix(unit)?.parse().ok()?;
    Some(number * factor)
}
