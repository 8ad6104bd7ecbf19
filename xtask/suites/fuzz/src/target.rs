//! Fuzz targets. They must not panic, overflow the stack, or exceed the limits for their input.

use std::collections::BTreeMap;

use bytes::Bytes;
use directconnect::operation::delete_connection::DeleteConnection;
use http::{HeaderName, HeaderValue, Response, StatusCode};
use tinsmith::canonical::{Prose, to_json};
use tinsmith::model::Model;
use tinsmith::{Config, Diagnostics, GeneratedCrate, diff, generate_from, pass, read};

pub use crate::formats::{cbor, json};
pub use crate::xml::xml;

/// Separator of the files of an input.
pub const SEPARATOR: u8 = 0;

/// Generates from a Smithy JSON AST followed by any number of overlays.
pub fn smithy(input: &[u8]) {
    let files = files(input);
    let Some((model, overlays)) = files.split_first() else { return };
    let read = || {
        let mut model = read::text("model.json", model)?;
        for overlay in overlays {
            read::overlay_text(&mut model, "overlay.json", overlay)?;
        }
        Ok(model)
    };
    generate(read());
}

/// Names of the files of a botocore service folder.
pub const BOTOCORE_FILES: [&str; 4] =
    ["service-2.json", "endpoint-rule-set-1.json", "paginators-1.json", "waiters-2.json"];

/// Generates from the files of a botocore service folder, in the order of [`BOTOCORE_FILES`].
pub fn botocore(input: &[u8]) {
    let files: BTreeMap<&str, &str> = BOTOCORE_FILES.into_iter().zip(files(input)).collect();
    generate(read::botocore_texts("botocore", &files));
}

/// Compares two Smithy JSON ASTs.
pub fn comparison(input: &[u8]) {
    let read = |text: &str| {
        let model = read::text("model.json", text)?;
        pass::validate(&model)?;
        Ok::<_, Diagnostics>(model)
    };
    let [old, new] = files(input)[..] else { return };
    let (Ok(old), Ok(new)) = (read(old), read(new)) else { return };
    check_comparison(&old, &new);
}

/// Checks that models of different crates differ, and that a model does not differ from itself.
fn check_comparison(old: &Model, new: &Model) {
    let config = Config::new("model.json");
    let changes = |old, new| diff::compare(old, new, &config).map(|report| check_report(&report));
    if let Ok(count) = changes(new, new) {
        assert_eq!(count, 0, "a model differs from itself");
    }
    let crates = [old, new].map(|model| generate_from(model, &config));
    match (changes(old, new), crates) {
        (Ok(count), [Ok(old), Ok(new)]) => {
            assert!(count > 0 || old.files == new.files, "models of different crates do not differ");
        }
        (Err(diagnostics), _) => assert!(diagnostics.has_errors(), "a failure without an error"),
        _ => {}
    }
}

/// Checks that a report can be rendered, and returns the number of its changes.
fn check_report(report: &diff::Report) -> usize {
    for text in [diff::text(report, true), diff::markdown(report, 2), diff::json(report)] {
        assert!(!text.is_empty());
    }
    report.changes.len()
}

/// Splits an input into its files, up to the first that is not UTF-8: readers reject those.
fn files(input: &[u8]) -> Vec<&str> {
    input.split(|&byte| byte == SEPARATOR).map_while(|text| std::str::from_utf8(text).ok()).collect()
}

/// Links, writes and generates a model. Checks the crate or the diagnostics.
fn generate(model: Result<Model, Diagnostics>) {
    let outcome = model.and_then(|model| {
        pass::validate(&model)?;
        check_writing(&model);
        generate_from(&model, &Config::new("model.json"))
    });
    match outcome {
        Ok(generated) => check_crate(&generated),
        Err(diagnostics) => {
            assert!(diagnostics.has_errors(), "a failure without an error");
            assert!(!diagnostics.render(true).is_empty());
        }
    }
}

/// Checks that the written model reads back as the same model.
fn check_writing(model: &Model) {
    let text = to_json(model, Prose::Keep);
    let again = read::text("written.json", &text).unwrap_or_else(|diagnostics| panic!("{diagnostics}"));
    assert_eq!(to_json(&again, Prose::Keep), text);
}

/// Checks that all paths are inside of the folder of the crate, and that warnings can be rendered.
fn check_crate(generated: &GeneratedCrate) {
    for path in generated.files.keys() {
        let fits = path.split('/').all(|part| !part.is_empty() && part != "." && part != "..");
        assert!(fits && !path.contains(['\\', ':']), "{path:?} is not a path inside of the crate");
    }
    for warning in &generated.warnings {
        assert!(!warning.render(true).is_empty());
    }
}

/// Parses an HTTP response: the status in the first line, one header per line, an empty line, and the body.
pub fn response(input: &[u8]) {
    let outcome = DeleteConnection::parse_response(&read_response(input));
    // Formatting must not panic either.
    match outcome {
        Ok(output) => drop(format!("{output:?}")),
        Err(error) => drop(format!("{error} {error:?}")),
    }
}

fn read_response(input: &[u8]) -> Response<Bytes> {
    let (head, body) = match input.windows(2).position(|pair| pair == b"\n\n") {
        Some(at) => (&input[..at], &input[at + 2..]),
        None => (input, &input[input.len()..]),
    };
    let mut lines = head.split(|&byte| byte == b'\n');
    let status = lines.next().and_then(|line| StatusCode::from_bytes(line).ok()).unwrap_or_default();
    let mut response = Response::new(Bytes::copy_from_slice(body));
    *response.status_mut() = status;
    for line in lines.take(100) {
        let mut parts = line.splitn(2, |&byte| byte == b':');
        let (Some(name), Some(value)) = (parts.next(), parts.next()) else { continue };
        let header = (HeaderName::from_bytes(name), HeaderValue::from_bytes(value.trim_ascii()));
        if let (Ok(name), Ok(value)) = header {
            response.headers_mut().append(name, value);
        }
    }
    response
}
