//! Tidiness of the source of the generator and its commands: no import circles between files, and no model in plans and emitters.

use std::path::Path;
use std::sync::LazyLock;

use crate::imports::Imports;

static GENERATOR: LazyLock<Imports> = LazyLock::new(|| read("src"));

fn read(folder: &str) -> Imports {
    Imports::read(&Path::new(env!("CARGO_MANIFEST_DIR")).join(folder))
}

#[test]
fn files_do_not_import_each_other_in_circles() {
    for imports in [&*GENERATOR, &read("cli/src")] {
        let circles: Vec<String> = imports.circles().iter().map(|circle| circle.join(" -> ")).collect();
        assert!(circles.is_empty(), "files import each other in circles:\n{}", circles.join("\n"));
    }
}

#[test]
fn plans_and_emitters_do_not_use_the_model() {
    for room in ["plan", "emit"] {
        let users: Vec<String> = GENERATOR
            .between(room, "model")
            .into_iter()
            .map(|(user, used)| format!("{user} uses {used}"))
            .collect();
        assert!(users.is_empty(), "`{room}` knows the model:\n{}", users.join("\n"));
    }
}
