//! Versions of Smithy.

use crate::diagnostic::Diagnostic;
use crate::source::Node;

/// A version of Smithy.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(in crate::read) enum Version {
    One,
    Two,
}

/// Checks that the document is a JSON AST of a supported version.
pub(in crate::read) fn check_version(root: &Node<'_>) -> Result<Version, Diagnostic> {
    let version = root.required("smithy")?;
    match version.text()? {
        "1" | "1.0" => Ok(Version::One),
        "2" | "2.0" => Ok(Version::Two),
        other => Err(Diagnostic::error(format!("Smithy version `{other}` is not supported"))
            .at(&version.location)
            .with_help("versions 1.0 and 2.0 are supported; convert the model with the Smithy CLI")),
    }
}
