//! The command `import`.

use std::fs;
use std::io::Write as _;
use std::path::Path;

use flate2::{Compression, GzBuilder};
use tinsmith::canonical::{Prose, to_json};
use tinsmith::{output, pass};

use crate::disk::disk;
use crate::options::ImportOptions;
use crate::{Failure, source, terminal};

/// Reads a model of any format and writes it as canonical Smithy JSON AST.
pub(crate) fn run(options: &ImportOptions) -> Result<(), Failure> {
    let model = source::model(&options.source)?;
    pass::validate(&model).map_err(terminal::rendered)?;
    let prose = if options.keep_docs { Prose::Keep } else { Prose::Drop };
    let json = to_json(&model, prose);
    match &options.output {
        Some(path) if path.extension().is_some_and(|extension| extension == "gz") => {
            write(path, &packed(&json)?)
        }
        Some(path) => write(path, json.as_bytes()),
        None => terminal::print(&json),
    }
}

/// Compresses a text. The same text gives the same bytes.
fn packed(json: &str) -> Result<Vec<u8>, Failure> {
    let mut encoder = GzBuilder::new().mtime(0).write(Vec::new(), Compression::best());
    encoder.write_all(json.as_bytes())?;
    Ok(encoder.finish()?)
}

/// Replaces a file in one step, so that it is never incomplete, and creates its folder. Pipes and other special files are written
/// in place.
fn write(path: &Path, content: &[u8]) -> Result<(), Failure> {
    let target = path.canonicalize().unwrap_or_else(|_| path.to_owned());
    if target.exists() && !target.is_file() {
        return fs::write(path, content).map_err(terminal::cannot("write", path));
    }
    if let Some(folder) = target.parent() {
        disk().create_dir(folder).map_err(terminal::cannot("create", folder))?;
    }
    output::replace_file(&target, content, disk()).map_err(terminal::not_written)
}
