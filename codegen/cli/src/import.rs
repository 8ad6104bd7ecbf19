//! The command `import`.

use std::fs;
use std::path::Path;

use tinsmith::canonical::{Prose, to_json};
use tinsmith::{output, pass};

use crate::options::ImportOptions;
use crate::{Failure, source, terminal};

/// Reads a model of any format and writes it as canonical Smithy JSON AST.
pub(crate) fn run(options: &ImportOptions) -> Result<(), Failure> {
    let model = source::model(&options.source)?;
    pass::validate(&model).map_err(terminal::rendered)?;
    let prose = if options.keep_docs { Prose::Keep } else { Prose::Drop };
    let json = to_json(&model, prose);
    match &options.output {
        Some(path) => write(path, &json),
        None => terminal::print(&json),
    }
}

/// Replaces a file in one step, so that it is never incomplete, and creates its folder. Pipes and other special files are written
/// in place.
fn write(path: &Path, json: &str) -> Result<(), Failure> {
    let target = path.canonicalize().unwrap_or_else(|_| path.to_owned());
    if target.exists() && !target.is_file() {
        let cannot = |error| Failure(format!("cannot write `{}`: {error}", path.display()));
        return fs::write(path, json).map_err(cannot);
    }
    output::replace_text(&target, json, &output::RealDisk).map_err(terminal::not_written)
}
