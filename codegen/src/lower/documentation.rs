//! Documentation and deprecations from traits.

use std::collections::BTreeMap;

use crate::doc;
use crate::model::Traits;
use crate::model::traits::id;

/// Returns the documentation of the model, or else `fallback`, with notes from other traits.
pub(super) fn documentation(traits: &Traits, fallback: impl FnOnce() -> String) -> String {
    let written = traits.text(id::DOCUMENTATION).map(doc::to_markdown).filter(|text| !text.is_empty());
    let mut text = written.unwrap_or_else(fallback);
    for note in notes(traits) {
        text = text + "\n\n" + &doc::to_markdown(&note);
    }
    text
}

/// Returns the first sentence of documentation, or else `fallback` if it begins with code or a table.
pub(super) fn summary(doc: &str, fallback: impl FnOnce() -> String) -> String {
    match doc::summary(doc) {
        "" => fallback(),
        sentence => sentence.to_owned(),
    }
}

/// Returns notes from traits, as paragraphs in HTML.
fn notes(traits: &Traits) -> Vec<String> {
    let mut notes = Vec::new();
    if let Some(recommended) = traits.value(id::RECOMMENDED) {
        let reason = recommended.get("reason").and_then(crate::source::Value::as_str);
        let reason = reason.map(|reason| format!(": {}", escaped(reason))).unwrap_or_default();
        notes.push(format!("<p>Setting it is recommended{reason}</p>"));
    }
    if traits.has(id::UNSTABLE) {
        notes.push("<p>Unstable: it may change or go away.</p>".to_owned());
    }
    if traits.has(id::INTERNAL) {
        notes.push("<p>Internal: not meant for use outside of the service.</p>".to_owned());
    }
    if traits.require_discovery() {
        notes.push(
            "<p>The service assigns its endpoint (endpoint discovery): call it with a client that
            <code>with_endpoint_discovery_enabled</code> has returned.</p>"
                .to_owned(),
        );
    }
    if let Some(since) = traits.text(id::SINCE) {
        notes.push(format!("<p>Available since {}.</p>", escaped(since)));
    }
    if let Some(links) = traits.value(id::EXTERNAL_DOCUMENTATION).and_then(crate::source::Value::as_object) {
        let by_title: BTreeMap<_, _> = links.iter().collect();
        let link = |(title, url): (&String, &crate::source::Value)| {
            Some(format!("<a href=\"{}\">{}</a>", escaped(url.as_str()?), escaped(title)))
        };
        let links: Vec<String> = by_title.into_iter().filter_map(link).collect();
        notes.push(format!("<p>See also: {}</p>", links.join(", ")));
    }
    notes
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

/// Returns the deprecation note.
pub(super) fn deprecation(traits: &Traits) -> Option<String> {
    let deprecated = traits.value(id::DEPRECATED)?;
    let text = |key: &str| deprecated.get(key).and_then(crate::source::Value::as_str);
    let message = text("message").unwrap_or("deprecated by the service");
    Some(match text("since") {
        Some(since) => format!("{message} (since {since})"),
        None => message.to_owned(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::{Location, Source, Value, json};

    fn traits<const N: usize>(values: [(&str, Value); N]) -> Traits {
        let mut traits = Traits::default();
        let location = Location::root(&Source::from_text("test", "{}"));
        values.into_iter().for_each(|(id, value)| traits.insert(id, value, location.clone()));
        traits
    }

    #[test]
    fn every_trait_for_readers_becomes_a_paragraph() {
        let traits = traits([
            (id::DOCUMENTATION, json!("A text.")),
            (id::RECOMMENDED, json!({ "reason": "it is <faster>" })),
            (id::UNSTABLE, json!({})),
            (id::INTERNAL, json!({})),
            (id::SINCE, json!("1.2")),
            (
                id::EXTERNAL_DOCUMENTATION,
                json!({ "Guide": "https://example.com/a", "API": "https://example.com/b" }),
            ),
        ]);
        let paragraphs = [
            "A text.",
            "Setting it is recommended: it is \\<faster>",
            "Unstable: it may change or go away.",
            "Internal: not meant for use outside of the service.",
            "Available since 1.2.",
            "See also: [API](https://example.com/b), [Guide](https://example.com/a)",
        ];
        assert_eq!(documentation(&traits, String::new), paragraphs.join("\n\n"));
    }

    #[test]
    fn titles_and_urls_of_links_are_escaped() {
        let url = "https://example.com/\"><script>x</script>";
        let traits = traits([(id::EXTERNAL_DOCUMENTATION, json!({ "](https://evil.example)": url }))]);
        let text = documentation(&traits, || "It.".to_owned());
        assert!(!text.contains("<script>"), "{text}");
        assert!(text.contains(r"[\](https://evil.example)](https://example.com/"), "{text}");
    }

    #[test]
    fn deprecation_notes_contain_the_version() {
        let note = |value: Value| deprecation(&traits([(id::DEPRECATED, value)]));
        assert_eq!(note(json!({})).unwrap(), "deprecated by the service");
        assert_eq!(note(json!({ "message": "Use A.", "since": "1.2" })).unwrap(), "Use A. (since 1.2)");
        assert_eq!(deprecation(&Traits::default()), None);
    }
}
