//! The targets. None may panic, recurse without end, or take more than its input is worth.

use std::collections::BTreeMap;

use bytes::Bytes;
use directconnect::operation::delete_connection::DeleteConnection;
use http::{HeaderName, HeaderValue, Response, StatusCode};
use tinsmith::model::Model;
use tinsmith::write::{Prose, to_json};
use tinsmith::{Config, Diagnostics, GeneratedCrate, generate_from, pass, read};

/// Stands between the files of an input that has several.
pub const SEPARATOR: u8 = 0;

/// A Smithy JSON AST, and any number of overlays behind it.
pub fn smithy(input: &[u8]) {
    let texts = texts(input);
    let Some((model, overlays)) = texts.split_first() else { return };
    let read = || {
        let mut model = read::text("model.json", model)?;
        for overlay in overlays {
            read::overlay_text(&mut model, "overlay.json", overlay)?;
        }
        Ok(model)
    };
    finish(read());
}

/// The files of a botocore service folder.
pub const BOTOCORE_FILES: [&str; 4] =
    ["service-2.json", "endpoint-rule-set-1.json", "paginators-1.json", "waiters-2.json"];

/// The files of a botocore service folder, in the order of [`BOTOCORE_FILES`].
pub fn botocore(input: &[u8]) {
    let files: BTreeMap<&str, &str> = BOTOCORE_FILES.into_iter().zip(texts(input)).collect();
    finish(read::botocore_texts("botocore", &files));
}

/// The texts of an input; what is not UTF-8 is refused by whoever reads files.
fn texts(input: &[u8]) -> Vec<&str> {
    input.split(|&byte| byte == SEPARATOR).map_while(|text| std::str::from_utf8(text).ok()).collect()
}

/// Goes the whole way with a model, or tells what is wrong with it.
fn finish(model: Result<Model, Diagnostics>) {
    let outcome = model.and_then(|model| {
        pass::link(&model)?;
        check_writing(&model);
        generate_from(&model, &Config::new("model.json"))
    });
    match outcome {
        Ok(generated) => check_crate(&generated),
        Err(findings) => {
            assert!(findings.has_errors(), "a failure without an error");
            assert!(!findings.render(true).is_empty());
        }
    }
}

/// What is written is read again as the same model.
fn check_writing(model: &Model) {
    let text = to_json(model, Prose::Keep);
    let again = read::text("written.json", &text).unwrap_or_else(|findings| panic!("{findings}"));
    assert_eq!(to_json(&again, Prose::Keep), text);
}

/// No file may stand outside of the crate's folder, and no text of the model may reach below a comment.
fn check_crate(generated: &GeneratedCrate) {
    for path in generated.files.keys() {
        let fits = path.split('/').all(|part| !part.is_empty() && part != "." && part != "..");
        assert!(fits && !path.contains(['\\', ':']), "{path:?} is no place for a file");
    }
    for warning in &generated.warnings {
        assert!(!warning.render(true).is_empty());
    }
}

/// An HTTP response: the status on the first line, a header on each of the next, and the body after an empty line.
pub fn response(input: &[u8]) {
    let answer = DeleteConnection::parse_response(&read_response(input));
    // What is said must be sayable.
    match answer {
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
