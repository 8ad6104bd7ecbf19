//! Compares recorded lines of both crates.
//!
//! Differences that are not listed fail the run, and so do listed ones that do not occur.

use std::{collections::BTreeMap, process::ExitCode};

/// Recorded lines of each scenario.
type Scenarios = BTreeMap<&'static str, Vec<String>>;

/// An intended difference between two lines.
#[derive(Clone, Copy)]
pub(crate) struct Difference {
    pub(crate) name: &'static str,
    pub(crate) reason: &'static str,
    /// Returns true when two lines, official and ours, differ in this way only.
    pub(crate) covers: fn(&str, &str) -> bool,
}

/// A scenario with another intended outcome.
#[derive(Clone, Copy)]
pub(crate) struct Deviation {
    pub(crate) scenario: &'static str,
    pub(crate) reason: &'static str,
    /// A line that only the official crate records.
    pub(crate) official: &'static str,
    /// A line that only the generated crate records.
    pub(crate) ours: &'static str,
}

/// Results of the comparison.
pub(crate) struct Comparison {
    differences: &'static [Difference],
    deviations: &'static [Deviation],
    same: usize,
    /// Numbers of lines with an intended difference, by the index of the difference.
    intended: BTreeMap<usize, usize>,
    failures: Vec<String>,
}

impl Comparison {
    pub(crate) fn new(differences: &'static [Difference], deviations: &'static [Deviation]) -> Self {
        Self { differences, deviations, same: 0, intended: BTreeMap::new(), failures: Vec::new() }
    }

    /// Compares the lines of both crates, and reports the result.
    pub(crate) fn run(mut self, official: &Scenarios, ours: &Scenarios) -> ExitCode {
        for (scenario, lines) in official {
            self.scenario(scenario, lines, &ours[scenario]);
        }
        self.unused();
        self.report(official.len())
    }

    fn scenario(&mut self, scenario: &str, official: &[String], ours: &[String]) {
        if let Some(deviation) = self.deviations.iter().find(|deviation| deviation.scenario == scenario) {
            return self.deviation(deviation, official, ours);
        }
        for (official, ours) in official.iter().zip(ours) {
            self.line(scenario, official, ours);
        }
        if official.len() != ours.len() {
            let (official, ours) = (official.len(), ours.len());
            self.failures.push(format!("{scenario}: {official} lines of the official crate, {ours} of ours"));
        }
    }

    fn line(&mut self, scenario: &str, official: &str, ours: &str) {
        if official == ours {
            self.same += 1;
            return;
        }
        match self.differences.iter().position(|difference| (difference.covers)(official, ours)) {
            Some(index) => *self.intended.entry(index).or_default() += 1,
            None => self.failures.push(format!("{scenario}\n  official  {official}\n  ours      {ours}")),
        }
    }

    /// Checks that each crate alone records its line of the deviation.
    fn deviation(&mut self, deviation: &Deviation, official: &[String], ours: &[String]) {
        let has = |lines: &[String], line: &str| lines.iter().any(|recorded| recorded == line);
        for (name, line, lines, others) in
            [("official", deviation.official, official, ours), ("generated", deviation.ours, ours, official)]
        {
            if !has(lines, line) || has(others, line) {
                let scenario = deviation.scenario;
                self.failures
                    .push(format!("{scenario}: only the {name} crate should record\n  {line}\n{lines:#?}"));
            }
        }
    }

    /// Reports listed differences that did not occur.
    fn unused(&mut self) {
        for (index, difference) in self.differences.iter().enumerate() {
            if !self.intended.contains_key(&index) {
                self.failures.push(format!("{}: listed, but did not occur", difference.name));
            }
        }
    }

    fn report(&self, scenarios: usize) -> ExitCode {
        for failure in &self.failures {
            eprintln!("drop-in: difference: {failure}");
        }
        println!("drop-in: {scenarios} scenarios, {} equal lines; intended differences:", self.same);
        for (index, count) in &self.intended {
            println!(
                "  {}, {count} lines: {}",
                self.differences[*index].name, self.differences[*index].reason
            );
        }
        for Deviation { scenario, reason, .. } in self.deviations {
            println!("  {scenario}: {reason}");
        }
        if self.failures.is_empty() { ExitCode::SUCCESS } else { ExitCode::FAILURE }
    }
}

/// The sorted parts of a line.
pub(crate) fn parts(line: &str) -> Vec<&str> {
    let mut parts: Vec<_> = line.split([',', '{', '}', '(', ')']).map(str::trim).collect();
    // Metadata other than code and message is optional.
    parts.retain(|part| !matches!(*part, "" | "extras: Some" | "extras: None"));
    parts.sort_unstable();
    parts
}

/// The sorted parts of a line of the generated crate, without the parts that only its errors have.
pub(crate) fn official_parts(line: &str) -> Vec<&str> {
    let mut parts = parts(line);
    parts.retain(|part| {
        let name = part.trim_start_matches(['\\', '"']);
        !name.starts_with("operation") && !name.starts_with("http_status")
    });
    parts
}
