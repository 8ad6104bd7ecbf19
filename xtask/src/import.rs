//! `cargo xtask import`

use std::path::PathBuf;

use clap::ArgMatches;
use tinsmith::write::{Prose, to_json};
use tinsmith::{pass, read};

use crate::{Failure, terminal};

/// Reads a model in any format and writes it as canonical Smithy JSON AST.
pub(crate) fn run(arguments: &ArgMatches) -> Result<(), Failure> {
    let source: &PathBuf = arguments.get_one("source").ok_or("no source is named")?;
    let model = read::model(source).and_then(|model| pass::link(&model).map(|()| model));
    let model = model.map_err(|findings| Failure(findings.render(terminal::colour())))?;
    let prose = if arguments.get_flag("keep-docs") { Prose::Keep } else { Prose::Drop };
    let text = to_json(&model, prose);
    match arguments.get_one::<PathBuf>("output") {
        Some(path) => std::fs::write(path, text)
            .map_err(|error| Failure(format!("cannot write `{}`: {error}", path.display()))),
        None => terminal::print(&text),
    }
}
