//! The command `tree`.

use tinsmith::inspect;

use crate::options::{TreeFormat, TreeOptions, TreeRoot};
use crate::{Failure, settings, source, terminal};

/// Prints the shapes that an operation uses, or the users of a shape.
pub(crate) fn run(options: &TreeOptions) -> Result<(), Failure> {
    let settings = settings::one(&options.overrides, options.krate.as_deref())?;
    let model = source::load(&settings.config, options.overrides.model.as_ref())?;
    let tree = match &options.root {
        TreeRoot::Operation(name) => inspect::tree(&model, name, options.depth),
        TreeRoot::UsersOf(shape) => inspect::inverted(&model, shape, options.depth),
    };
    let tree = tree.map_err(|diagnostic| terminal::failure(&diagnostic))?;
    terminal::print(&match options.format {
        TreeFormat::Text => inspect::text(&tree),
        TreeFormat::Mermaid => inspect::mermaid(&tree),
    })
}
