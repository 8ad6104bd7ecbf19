//! The figures as text.

use bench::Parts;
use serde_json::{Value, json};

use crate::measure::{Figures, Times};

/// The figures for machines.
pub(crate) fn json(figures: &Figures, (official, ours): &(Parts, Parts)) -> Value {
    json!({
        "calls": figures.calls,
        "ratio": rounded(figures.ratio()),
        "official": crate_json(&figures.official, official),
        "ours": crate_json(&figures.ours, ours),
    })
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
pub(crate) fn table(figures: &Figures, (official, ours): &(Parts, Parts)) {
    let Figures {
        calls,
        official: official_times,
        ours: our_times,
    } = figures;
    println!("DeleteConnection, {calls} calls each   official      ours     ratio");
    println!(
        "CPU time per call, median     {:>8.2} µs {:>6.2} µs   {:>6.3}",
        official_times.median(),
        our_times.median(),
        figures.ratio()
    );
    println!(
        "CPU time per call, best round {:>8.2} µs {:>6.2} µs   {:>6.3}",
        official_times.best(),
        our_times.best(),
        our_times.best() / official_times.best()
    );
    println!("\nofficial: {}", list(official));
    println!("\nours: {}", list(ours));
    if official.headers == ours.headers {
        println!("\nboth send the same headers: {}", join(&official.headers));
    } else {
        println!(
            "\nheaders differ: {}\n             : {}",
            join(&official.headers),
            join(&ours.headers)
        );
    }
}

fn list(parts: &Parts) -> String {
    format!(
        "{} interceptors: {}\n{} classifiers: {}",
        parts.interceptors.len(),
        join(&parts.interceptors),
        parts.classifiers.len(),
        join(&parts.classifiers)
    )
}

fn join<'a>(names: impl IntoIterator<Item = &'a String>) -> String {
    names
        .into_iter()
        .map(String::as_str)
        .collect::<Vec<_>>()
        .join(", ")
}
