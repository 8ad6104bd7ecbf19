//! `cargo xtask operations`

use clap::ArgMatches;
use tinsmith::{Selection, load};

use crate::{Failure, settings, terminal};

/// Lists the operations of the model, marking those that are generated.
pub(crate) fn run(arguments: &ArgMatches) -> Result<(), Failure> {
    let settings = settings::load(arguments)?;
    let model = load(&settings.config).map_err(|findings| Failure(findings.render(terminal::colour())))?;
    for name in model.operations().keys() {
        let selected = match &settings.config.selection {
            Selection::All => true,
            Selection::Named(names) => names.iter().any(|selected| selected == name),
        };
        println!("{} {name}", if selected { '*' } else { ' ' });
    }
    Ok(())
}
