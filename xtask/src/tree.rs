//! `cargo xtask tree`

use clap::ArgMatches;
use tinsmith::{Diagnostic, inspect, load};

use crate::{Failure, settings, terminal};

/// Shows what an operation pulls in, or who uses a shape.
pub(crate) fn run(arguments: &ArgMatches) -> Result<(), Failure> {
    let settings = settings::load(arguments)?;
    let model = load(&settings.config).map_err(|findings| Failure(findings.render(terminal::colour())))?;
    let rendered = |finding: Diagnostic| Failure(finding.render(terminal::colour()));
    let depth = arguments.get_one::<usize>("depth").copied();
    let name = |argument: &str| arguments.get_one::<String>(argument);
    let tree = match (name("operation"), name("invert")) {
        (Some(operation), _) => inspect::tree(&model, operation, depth),
        (None, shape) => inspect::inverted(&model, shape.map_or("", String::as_str), depth),
    };
    let tree = tree.map_err(rendered)?;
    terminal::print(&match name("format").map(String::as_str) {
        Some("mermaid") => inspect::mermaid(&tree),
        _ => inspect::text(&tree),
    })
}
