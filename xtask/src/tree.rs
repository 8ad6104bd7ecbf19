//! `cargo xtask tree`

use tinsmith::{Diagnostic, inspect, load};
use xtask_common::Failure;

use crate::cli::{TreeFormat, TreeOptions, TreeRoot};
use crate::{settings, terminal};

/// Prints the shapes that an operation uses, or the users of a shape.
pub(crate) fn run(options: &TreeOptions) -> Result<(), Failure> {
    let settings = settings::load(&options.overrides)?;
    let model = load(&settings.config).map_err(terminal::rendered)?;
    let tree = match &options.root {
        TreeRoot::Operation(name) => inspect::tree(&model, name, options.depth),
        TreeRoot::UsersOf(shape) => inspect::inverted(&model, shape, options.depth),
    };
    let rendered = |diagnostic: Diagnostic| Failure(diagnostic.render(terminal::colour()));
    let tree = tree.map_err(rendered)?;
    terminal::print(&match options.format {
        TreeFormat::Text => inspect::text(&tree),
        TreeFormat::Mermaid => inspect::mermaid(&tree),
    })
}
