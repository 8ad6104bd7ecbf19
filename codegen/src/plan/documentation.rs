//! Documentation and deprecations from traits.

use std::collections::BTreeMap;

use crate::doc;
use crate::model::Traits;
use crate::model::traits::id;

/// What the model says in words, or else `fallback`, and what other traits have to say to readers.
pub(super) fn documentation(traits: &Traits, fallback: impl FnOnce() -> String) -> String {
    let written = traits.text(id::DOCUMENTATION).map(doc::to_markdown).filter(|text| !text.is_empty());
    let mut text = written.unwrap_or_else(fallback);
    for note in notes(traits) {
        text = text + "\n\n" + &doc::to_markdown(&note);
    }
    text
}

/// Paragraphs in HTML.
fn notes(traits: &Traits) -> Vec<String> {
    let mut notes = Vec::new();
    if let Some(given) = traits.value(id::RECOMMENDED) {
        let reason = given.get("reason").and_then(serde_json::Value::as_str);
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
            "<p>Its endpoint is found by asking the service, which this client does not do: configure the endpoint
            that the service has told you.</p>"
                .to_owned(),
        );
    }
    if let Some(since) = traits.text(id::SINCE) {
        notes.push(format!("<p>Available since {}.</p>", escaped(since)));
    }
    if let Some(links) = traits.value(id::EXTERNAL_DOCUMENTATION).and_then(serde_json::Value::as_object) {
        let by_title: BTreeMap<_, _> = links.iter().collect();
        let link = |(title, url): (&String, &serde_json::Value)| {
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

/// Why not to use it any more.
pub(super) fn deprecation(traits: &Traits) -> Option<String> {
    let given = traits.value(id::DEPRECATED)?;
    let text = |key: &str| given.get(key).and_then(serde_json::Value::as_str);
    let message = text("message").unwrap_or("deprecated by the service");
    Some(match text("since") {
        Some(since) => format!("{message} (since {since})"),
        None => message.to_owned(),
    })
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::*;
    use crate::source::Source;

    fn traits<const N: usize>(given: [(&str, Value); N]) -> Traits {
        let mut traits = Traits::default();
        let place = Source::from_text("test", "{}").place("");
        given.into_iter().for_each(|(id, value)| traits.insert(id, value, place.clone()));
        traits
    }

    #[test]
    fn every_trait_with_something_to_say_is_a_paragraph() {
        let given = traits([
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
        assert_eq!(documentation(&given, String::new), paragraphs.join("\n\n"));
    }

    #[test]
    fn a_link_leads_nowhere_but_to_its_url() {
        let url = "https://example.com/\"><script>x</script>";
        let given = traits([(id::EXTERNAL_DOCUMENTATION, json!({ "](https://evil.example)": url }))]);
        let text = documentation(&given, || "It.".to_owned());
        assert!(!text.contains("<script>"), "{text}");
        assert!(text.contains(r"[\](https://evil.example)](https://example.com/"), "{text}");
    }

    #[test]
    fn deprecations_say_since_when() {
        let said = |value: Value| deprecation(&traits([(id::DEPRECATED, value)]));
        assert_eq!(said(json!({})).unwrap(), "deprecated by the service");
        assert_eq!(said(json!({ "message": "Use A.", "since": "1.2" })).unwrap(), "Use A. (since 1.2)");
        assert_eq!(deprecation(&Traits::default()), None);
    }
}
