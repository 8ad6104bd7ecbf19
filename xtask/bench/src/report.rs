//! The figures as text.

use bench::Parts;
use serde_json::{Value, json};

use crate::measure::{Figures, Times};

/// What was measured in one state of the process.
pub(crate) struct Setting {
    /// `plain`, or `metrics` where a telemetry provider is set.
    pub(crate) name: &'static str,
    pub(crate) figures: Figures,
    /// Of the official crate, and of ours.
    pub(crate) parts: (Parts, Parts),
}

/// The figures for machines.
pub(crate) fn json(settings: &[Setting]) -> Value {
    let entry = |Setting { name, figures, parts: (official, ours) }: &Setting| {
        let value = json!({
            "calls": figures.calls,
            "ratio": rounded(figures.ratio()),
            "official": crate_json(&figures.official, official),
            "ours": crate_json(&figures.ours, ours),
        });
        ((*name).to_owned(), value)
    };
    Value::Object(settings.iter().map(entry).collect())
}

fn crate_json(times: &Times, parts: &Parts) -> Value {
    json!({
        "microseconds": rounded(times.median()),
        "best_microseconds": rounded(times.best()),
        "interceptors": parts.interceptors,
        "classifiers": parts.classifiers,
        "headers": parts.headers,
    })
}

fn rounded(value: f64) -> f64 {
    (value * 1000.0).round() / 1000.0
}

/// The figures for people.
pub(crate) fn table(settings: &[Setting]) {
    println!("CPU time of a call of DeleteConnection  official       ours   ratio");
    for Setting { name, figures, .. } in settings {
        let Figures { calls, official, ours } = figures;
        let ratio = figures.ratio();
        let (theirs, own) = (official.median(), ours.median());
        println!("{name:<8} median of {calls:>6} calls       {theirs:>8.2} µs {own:>8.2} µs {ratio:>7.3}");
        let (theirs, own) = (official.best(), ours.best());
        let ratio = own / theirs;
        println!("         best round                   {theirs:>8.2} µs {own:>8.2} µs {ratio:>7.3}");
    }
    for Setting { name, parts: (official, ours), .. } in settings {
        println!("\n{name}, official: {}\n{name}, ours: {}", list(official), list(ours));
    }
    for Setting { name, parts: (official, ours), .. } in settings {
        if official.headers != ours.headers {
            println!("\n{name}: headers differ: {:?}, {:?}", official.headers, ours.headers);
        }
    }
}

fn list(parts: &Parts) -> String {
    format!(
        "{} interceptors: {}; {} classifiers: {}",
        parts.interceptors.len(),
        parts.interceptors.join(", "),
        parts.classifiers.len(),
        parts.classifiers.join(", ")
    )
}
