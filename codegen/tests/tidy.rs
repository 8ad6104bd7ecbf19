//! Tidiness of the generator's source: no import circles between files, and no model in plans and emitters.

use std::path::Path;
use std::sync::LazyLock;

mod imports;

use imports::Imports;

/// Circles that remain, by their files.
const CIRCLES: &[&[&str]] = &[
    &["emit/builder.rs", "emit/structure.rs"],
    &["emit/client.rs", "emit/operation.rs", "emit/paginator.rs", "emit/waiter.rs"],
];

static GENERATOR: LazyLock<Imports> =
    LazyLock::new(|| Imports::read(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src")));

#[test]
fn files_do_not_import_each_other_in_circles() {
    let circles = GENERATOR.circles();
    let is_listed = |circle: &[String]| {
        CIRCLES.iter().any(|listed| circle.iter().all(|file| listed.contains(&file.as_str())))
    };
    let new: Vec<String> =
        circles.iter().filter(|circle| !is_listed(circle)).map(|circle| circle.join(" -> ")).collect();
    assert!(new.is_empty(), "files import each other in circles:\n{}", new.join("\n"));
}

#[test]
fn listed_circles_exist() {
    let circles = GENERATOR.circles();
    for listed in CIRCLES {
        let exists = circles.iter().any(|circle| circle.iter().all(|file| listed.contains(&file.as_str())));
        assert!(exists, "remove {listed:?} from the list");
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
