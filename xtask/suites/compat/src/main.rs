//! Plays the program on the official crates and on generated ones, and compares what happened line by line.
//!
//! What is meant to differ is listed in `differences`; what differs otherwise, or no longer does, is a failure.

use std::{collections::BTreeMap, process::ExitCode};

mod differences;

use differences::{DETOURS, DIFFERENCES, Detour};

#[tokio::main(flavor = "current_thread")]
async fn main() -> ExitCode {
    // A scene makes a client panic, and looks at what it says.
    std::panic::set_hook(Box::new(|_| {}));
    let (official, ours) = (official::play().await, ours::play().await);
    let _ = std::panic::take_hook();
    let mut comparison = Comparison::default();
    for (scene, lines) in &official {
        comparison.scene(scene, lines, &ours[scene]);
    }
    comparison.stale();
    comparison.report(official.len())
}

/// What was found so far.
#[derive(Default)]
struct Comparison {
    same: usize,
    /// How many lines differ on purpose, by the index of the difference.
    meant: BTreeMap<usize, usize>,
    failures: Vec<String>,
}

impl Comparison {
    fn scene(&mut self, scene: &str, official: &[String], ours: &[String]) {
        if let Some(detour) = DETOURS.iter().find(|detour| detour.scene == scene) {
            return self.detour(detour, official, ours);
        }
        for (official, ours) in official.iter().zip(ours) {
            self.line(scene, official, ours);
        }
        if official.len() != ours.len() {
            let (official, ours) = (official.len(), ours.len());
            self.failures.push(format!("{scene}: {official} lines officially, {ours} of ours"));
        }
    }

    fn line(&mut self, scene: &str, official: &str, ours: &str) {
        if official == ours {
            self.same += 1;
            return;
        }
        match DIFFERENCES.iter().position(|difference| (difference.covers)(official, ours)) {
            Some(index) => *self.meant.entry(index).or_default() += 1,
            None => self.failures.push(format!("{scene}\n  official  {official}\n  ours      {ours}")),
        }
    }

    /// Both crates must go their way as it is described.
    fn detour(&mut self, detour: &Detour, official: &[String], ours: &[String]) {
        let says = |lines: &[String], line: &str| lines.iter().any(|said| said == line);
        for (whose, line, takes, other) in
            [("official", detour.official, official, ours), ("our", detour.ours, ours, official)]
        {
            if !says(takes, line) || says(other, line) {
                let scene = detour.scene;
                self.failures
                    .push(format!("{scene}: the {whose} crate alone should say\n  {line}\n{takes:#?}"));
            }
        }
    }

    /// Differences and detours that were not seen.
    fn stale(&mut self) {
        for (index, difference) in DIFFERENCES.iter().enumerate() {
            if !self.meant.contains_key(&index) {
                self.failures.push(format!("{}: listed, and not seen", difference.name));
            }
        }
    }

    fn report(&self, scenes: usize) -> ExitCode {
        for failure in &self.failures {
            eprintln!("drop-in: not the same: {failure}");
        }
        println!("drop-in: {scenes} scenes, {} lines are the same; on purpose", self.same);
        for (index, count) in &self.meant {
            println!(
                "  {count} lines differ in {}: {}",
                DIFFERENCES[*index].name, DIFFERENCES[*index].reason
            );
        }
        for Detour { scene, reason, .. } in DETOURS {
            println!("  {scene} ends another way: {reason}");
        }
        if self.failures.is_empty() { ExitCode::SUCCESS } else { ExitCode::FAILURE }
    }
}
