//! The conversion to Markdown.

use super::build::Builder;
use super::{clean, html, markdown, render};

/// Converts a documentation string to Markdown without blank lines around it.
///
/// The result has several lines: emit it as one `///` or `#[doc]` per line, for a block comment
/// would end at the first `*/` in a code span.
pub(crate) fn to_markdown(source: &str) -> String {
    let source = clean::clean(source);
    let pairs = html::Pairs::of(&source);
    let mut builder = Builder::default();
    if html::is_html(&source) {
        html::feed(&mut builder, &source, &pairs);
    } else {
        markdown::feed(&mut builder, &source, &pairs);
    }
    render::render(&builder.finish())
}
