//! Generating, of one operation and of all.

use std::path::{Path, PathBuf};

use super::table::{Figure, Table};
use super::workbench::{Workbench, step, text};
use super::{GENERATIONS, library};
use crate::Failure;

pub(super) fn measure(bench: &Workbench, table: &mut Table) -> Result<(), Failure> {
    step("generations");
    let generator = Generator::new(bench)?;
    let (wall, _) = generator.least(&["--check"])?;
    table.alone("generation of one operation", Figure::Seconds(wall)).below(Figure::Seconds(0.05));
    let out = bench.folder("whole")?.join("crate");
    let (wall, cpu) =
        generator.least(&["--operations", "all", "--crate-name", library::WHOLE, "--out", text(&out)?])?;
    table
        .alone("generation of all operations", Figure::Seconds(wall))
        .below(Figure::Seconds(0.09))
        .headline();
    table.alone("  CPU time, with writing files", cpu).below(Figure::Seconds(0.15));
    Ok(())
}

/// The command line, built for speed.
pub(super) struct Generator<'a> {
    bench: &'a Workbench,
    program: PathBuf,
}

impl<'a> Generator<'a> {
    pub(super) fn new(bench: &'a Workbench) -> Result<Self, Failure> {
        bench.cargo(&["build", "--quiet", "--release", "--package", "xtask"])?;
        let running = std::env::current_exe()?;
        let target = running.ancestors().nth(2).ok_or("this program is in no target folder")?;
        let program = target.join("release/xtask").with_extension(std::env::consts::EXE_EXTENSION);
        Ok(Self { bench, program })
    }

    /// Generates a crate to build.
    pub(super) fn generate(&self, operations: &str, name: &str, out: &Path) -> Result<(), Failure> {
        let arguments = ["codegen", "--operations", operations, "--crate-name", name, "--out", text(out)?];
        self.bench.printed(text(&self.program)?, &arguments).map(drop)
    }

    /// Seconds of the generation, and CPU time of the whole command; the best of all runs.
    fn least(&self, arguments: &[&str]) -> Result<(f64, Figure), Failure> {
        let command = [&[text(&self.program)?, "codegen", "--timings"], arguments].concat();
        let mut wall = f64::INFINITY;
        let mut usage = self.bench.usage(&self.bench.root, &[], &command)?;
        for _ in 0..GENERATIONS {
            let printed = self.bench.printed(command[0], &command[1..])?;
            let timing =
                printed.lines().find_map(|line| line.strip_prefix("generation: ")?.split(';').next());
            wall = wall.min(timing.and_then(seconds).ok_or("codegen printed no timing")?);
            usage = usage.least(self.bench.usage(&self.bench.root, &[], &command)?);
        }
        Ok((wall, usage.cpu()))
    }
}

/// Reads a duration as `Debug` prints it.
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
