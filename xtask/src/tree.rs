//! `cargo xtask tree`

use tinsmith::{Diagnostic, load, view};
use xtask_common::Failure;

use crate::cli::{TreeFormat, TreeOptions, TreeRoot};
use crate::{settings, terminal};

/// Prints the shapes that an operation uses, or the users of a shape.
pub(crate) fn run(options: &TreeOptions) -> Result<(), Failure> {
    let settings = settings::load(&options.overrides)?;
    let model = load(&settings.config).map_err(terminal::rendered)?;
    let tree = match &options.root {
        TreeRoot::Operation(name) => view::tree(&model, name, options.depth),
        TreeRoot::UsersOf(shape) => view::inverted(&model, shape, options.depth),
    };
    let rendered = |diagnostic: Diagnostic| Failure(diagnostic.render(terminal::colour()));
    let tree = tree.map_err(rendered)?;
    terminal::print(&match options.format {
        TreeFormat::Text => view::text(&tree),
        TreeFormat::Mermaid => view::mermaid(&tree),
    })
}
