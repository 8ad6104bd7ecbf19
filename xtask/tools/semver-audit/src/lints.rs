//! The second judge: cargo-semver-checks. It knows rules of compatibility that a list of items does not show, such as
//! deprecation, and looks at no types of fields, parameters and results.

use std::path::Path;
use std::process::Command;

use tinsmith::diff::Step;

/// What cargo-semver-checks asks for.
pub(crate) struct Lints {
    /// How far the version must go up, if at all.
    pub(crate) step: Option<Step>,
    /// The rules that are broken, with the number of items.
    pub(crate) broken: Vec<(String, usize)>,
}

/// The version of the program, if it is there.
pub(crate) fn version(program: &Path) -> Option<String> {
    let output = Command::new(program).args(["semver-checks", "--version"]).output().ok()?;
    let text = String::from_utf8(output.stdout).ok()?;
    output.status.success().then(|| text.trim().to_owned())
}

/// Asks the program about two files of rustdoc.
pub(crate) fn compare(program: &Path, old: &Path, new: &Path) -> Result<Lints, String> {
    let output = Command::new(program)
        .args(["semver-checks", "--release-type", "patch", "--color", "never", "--baseline-rustdoc"])
        .arg(old)
        .arg("--current-rustdoc")
        .arg(new)
        .output()
        .map_err(|error| format!("cannot run `{}`: {error}", program.display()))?;
    let (found, said) = (String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr));
    Ok(Lints { step: step(&said)?, broken: broken(&found) })
}

/// The verdict, which stands in one line of the log.
fn step(log: &str) -> Result<Option<Step>, String> {
    let summary = log.lines().find_map(|line| line.trim().strip_prefix("Summary ")).unwrap_or_default();
    let verdicts = [
        ("no semver update required", None),
        ("semver requires new minor version", Some(Step::Minor)),
        ("semver requires new major version", Some(Step::Major)),
    ];
    let verdict = verdicts.iter().find(|(words, _)| summary.starts_with(words));
    verdict.map(|(_, step)| *step).ok_or_else(|| format!("cargo-semver-checks gives no verdict:\n{log}"))
}

/// The rules, each with the lines below `Failed in:`.
fn broken(text: &str) -> Vec<(String, usize)> {
    text.split("--- failure ")
        .skip(1)
        .filter_map(|failure| {
            let (rule, rest) = failure.split_once(':')?;
            let (_, places) = rest.split_once("Failed in:\n")?;
            let count = places.lines().take_while(|line| line.starts_with("  ")).count();
            Some((rule.to_owned(), count))
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use tinsmith::diff::Step;

    use super::{broken, step};

    #[test]
    fn the_verdict_is_read_from_the_log() {
        let log = |verdict: &str| format!("    Checking a v1\n     Summary {verdict}\n    Finished [1s] a\n");
        assert_eq!(step(&log("no semver update required")), Ok(None));
        let major = "semver requires new major version: 1 major and 0 minor checks failed";
        assert_eq!(step(&log(major)), Ok(Some(Step::Major)));
        assert!(step("error: no rustdoc").is_err());
    }

    #[test]
    fn places_are_counted_for_each_rule() {
        let text = "\n--- failure one_rule: it says so ---\n\nDescription:\nWords.\n\nFailed in:\n  a\n  b\n\n\
                    --- failure another: so it is ---\n\nFailed in:\n  c\n";
        assert_eq!(broken(text), [("one_rule".to_owned(), 2), ("another".to_owned(), 1)]);
    }
}
