//! Arguments and streams of the commands.

use std::fs;

use crate::folder::{Project, command, model, stderr};

/// A project with one crate of a small model.
fn project() -> Project {
    let project =
        Project::new("[workspace.metadata.tinsmith]\nmodel = \"model.json\"\noperations = \"all\"\n");
    fs::copy(model("codegen/tests/bad_models/good.json"), project.path("model.json"))
        .expect("the folder is writable");
    project
}

#[test]
fn spaces_around_commas_are_ignored_and_flags_can_be_repeated() {
    let project = Project::new("");
    let model = model("codegen/tests/golden/paginators/model.json");
    let names = [
        &["--operations", "ListPlain, ListUnpaged"][..],
        &["--operations", "ListPlain", "--operations", " ListUnpaged "],
    ];
    for (index, operations) in names.into_iter().enumerate() {
        let out = format!("out{index}");
        let arguments = [&["codegen", "--model", &model, "--out", &out], operations].concat();
        let made = project.run(&arguments);
        assert!(made.contains(": 2 operations"), "{operations:?}: {made}");
    }
    let denied = ["diff", &model, &model, "--deny", "breaking, additive"];
    project.run(&denied);
}
