//! `cargo xtask import`

use std::fs;
use std::path::{Path, PathBuf};

use clap::ArgMatches;
use tinsmith::write::{Prose, to_json};
use tinsmith::{output, pass, read};

use crate::{Failure, codegen, terminal};

/// Reads a model in any format and writes it as canonical Smithy JSON AST.
pub(crate) fn run(arguments: &ArgMatches) -> Result<(), Failure> {
    let source: &PathBuf = arguments.get_one("source").ok_or("no source is named")?;
    let model = read::model(source).and_then(|model| pass::link(&model).map(|()| model));
    let model = model.map_err(|findings| Failure(findings.render(terminal::colour())))?;
    let prose = if arguments.get_flag("keep-docs") { Prose::Keep } else { Prose::Drop };
    let text = to_json(&model, prose);
    match arguments.get_one::<PathBuf>("output") {
        Some(path) => write(path, &text),
        None => terminal::print(&text),
    }
}

/// Replaces a file in one step, so that no half of a model is ever there; what is no file, such as a pipe, is written as
/// it stands.
fn write(path: &Path, text: &str) -> Result<(), Failure> {
    let whole = path.canonicalize().unwrap_or_else(|_| path.to_owned());
    if whole.exists() && !whole.is_file() {
        let cannot = |error| Failure(format!("cannot write `{}`: {error}", path.display()));
        return fs::write(path, text).map_err(cannot);
    }
    output::replace_text(&whole, text, &output::Real).map_err(codegen::not_written)
}
