//! `cargo xtask operations`

use clap::ArgMatches;
use tinsmith::{Selection, load};

use crate::{Failure, settings, terminal};

/// Lists the operations of the model, marking those that are generated.
pub(crate) fn run(arguments: &ArgMatches) -> Result<(), Failure> {
    let settings = settings::load(arguments)?;
    let model = load(&settings.config).map_err(|findings| Failure(findings.render(terminal::colour())))?;
    let mut list = String::new();
    for name in model.operations().keys() {
        let selected = match &settings.config.selection {
            Selection::All => true,
            Selection::Named(names) => names.iter().any(|selected| selected == name),
        };
        list.push_str(&format!("{} {name}\n", if selected { '*' } else { ' ' }));
    }
    terminal::print(&list)
}
