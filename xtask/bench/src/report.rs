//! The figures as JSON.

use bench::Parts;
use serde_json::{Value, json};

use crate::measure::{Figures, Times};

/// Figures with or without a telemetry provider.
pub(crate) struct Setting {
    /// `plain`, or `metrics` with a telemetry provider.
    pub(crate) name: &'static str,
    pub(crate) figures: Figures,
    /// Parts of a call through the official crate, and through ours.
    pub(crate) parts: (Parts, Parts),
}

/// Formats the figures of each setting.
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
