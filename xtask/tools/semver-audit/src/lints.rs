//! The second reference: cargo-semver-checks. It has rules that a list of items does not show, such as deprecation, and
//! ignores the types of fields, parameters and results.

use std::path::Path;
use std::process::Command;

use tinsmith::diff::Step;
use xtask_common::process;

/// Result of cargo-semver-checks.
pub(crate) struct Lints {
    /// The required version step.
    pub(crate) step: Option<Step>,
    /// Broken rules, with the number of items.
    pub(crate) broken: Vec<(String, usize)>,
}

/// Returns the version of the program when it is installed.
pub(crate) fn version(program: &Path) -> Option<String> {
    let version = process::output(Command::new(program).args(["semver-checks", "--version"])).ok()?;
    Some(version.trim().to_owned())
}

/// Runs the program on the rustdoc JSON of two crates.
pub(crate) fn compare(program: &Path, old: &Path, new: &Path) -> Result<Lints, String> {
    let mut checks = Command::new(program);
    checks
        .args(["semver-checks", "--release-type", "patch", "--color", "never", "--baseline-rustdoc"])
        .arg(old)
        .arg("--current-rustdoc")
        .arg(new);
    // The exit status is that of the verdict.
    let output = process::captured(&mut checks).map_err(|error| error.to_string())?;
    let (report, log) = (String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr));
    Ok(Lints { step: step(&log)?, broken: broken(&report) })
}

/// Parses the verdict, which is a line of the log.
fn step(log: &str) -> Result<Option<Step>, String> {
    let summary = log.lines().find_map(|line| line.trim().strip_prefix("Summary ")).unwrap_or_default();
    let verdicts = [
        ("no semver update required", None),
        ("semver requires new minor version", Some(Step::Minor)),
        ("semver requires new major version", Some(Step::Major)),
    ];
    let verdict = verdicts.iter().find(|(message, _)| summary.starts_with(message));
    verdict.map(|(_, step)| *step).ok_or_else(|| format!("cargo-semver-checks gave no verdict:\n{log}"))
}

/// Parses the broken rules, each with the number of lines below `Failed in:`.
fn broken(text: &str) -> Vec<(String, usize)> {
    text.split("--- failure ")
        .skip(1)
        .filter_map(|failure| {
            let (rule, rest) = failure.split_once(':')?;
            let (_, locations) = rest.split_once("Failed in:\n")?;
            let count = locations.lines().take_while(|line| line.starts_with("  ")).count();
            Some((rule.to_owned(), count))
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use tinsmith::diff::Step;

    use super::{broken, step};

    #[test]
    fn verdict_is_parsed_from_the_log() {
        let log = |verdict: &str| format!("    Checking a v1\n     Summary {verdict}\n    Finished [1s] a\n");
        assert_eq!(step(&log("no semver update required")), Ok(None));
        let major = "semver requires new major version: 1 major and 0 minor checks failed";
        assert_eq!(step(&log(major)), Ok(Some(Step::Major)));
        assert!(step("error: no rustdoc").is_err());
    }

    #[test]
    fn locations_are_counted_per_rule() {
        let text = "\n--- failure one_rule: its message ---\n\nDescription:\nWords.\n\nFailed in:\n  a\n  b\n\n\
                    --- failure another: so it is ---\n\nFailed in:\n  c\n";
        assert_eq!(broken(text), [("one_rule".to_owned(), 2), ("another".to_owned(), 1)]);
    }
}
