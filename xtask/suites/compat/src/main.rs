//! Runs the program on the official crates and on generated ones, and compares the recorded lines.
//!
//! Intended differences are listed in `differences`. Other differences fail the run, and so do listed ones that no
//! longer occur.

use std::{collections::BTreeMap, process::ExitCode};

mod differences;

use differences::{DEVIATIONS, DIFFERENCES, Deviation};

#[tokio::main(flavor = "current_thread")]
async fn main() -> ExitCode {
    // A scenario records the message of a panic.
    std::panic::set_hook(Box::new(|_| {}));
    let (official, ours) = (official::run().await, ours::run().await);
    let _ = std::panic::take_hook();
    let mut comparison = Comparison::default();
    for (scenario, lines) in &official {
        comparison.scenario(scenario, lines, &ours[scenario]);
    }
    comparison.unused();
    comparison.report(official.len())
}

/// Results of the comparison.
#[derive(Default)]
struct Comparison {
    same: usize,
    /// Numbers of lines with an intended difference, by the index of the difference.
    intended: BTreeMap<usize, usize>,
    failures: Vec<String>,
}

impl Comparison {
    fn scenario(&mut self, scenario: &str, official: &[String], ours: &[String]) {
        if let Some(deviation) = DEVIATIONS.iter().find(|deviation| deviation.scenario == scenario) {
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
        match DIFFERENCES.iter().position(|difference| (difference.covers)(official, ours)) {
            Some(index) => *self.intended.entry(index).or_default() += 1,
            None => self.failures.push(format!("{scenario}\n  official  {official}\n  ours      {ours}")),
        }
    }

    /// Checks that each crate alone records its line of the deviation.
    fn deviation(&mut self, deviation: &Deviation, official: &[String], ours: &[String]) {
        let has = |lines: &[String], line: &str| lines.iter().any(|recorded| recorded == line);
        for (name, line, lines, others) in [
            ("official", deviation.official, official, ours),
            ("generated", deviation.ours, ours, official),
        ] {
            if !has(lines, line) || has(others, line) {
                let scenario = deviation.scenario;
                self.failures
                    .push(format!("{scenario}: only the {name} crate should record\n  {line}\n{lines:#?}"));
            }
        }
    }

    /// Reports listed differences that did not occur.
    fn unused(&mut self) {
        for (index, difference) in DIFFERENCES.iter().enumerate() {
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
                DIFFERENCES[*index].name, DIFFERENCES[*index].reason
            );
        }
        for Deviation { scenario, reason, .. } in DEVIATIONS {
            println!("  {scenario}: {reason}");
        }
        if self.failures.is_empty() { ExitCode::SUCCESS } else { ExitCode::FAILURE }
    }
}
