//! Arguments and streams of the commands.

use std::fs;

use crate::folder::{Project, command, model, stderr};

/// A project with one crate of a small model, which gives warnings.
fn project() -> Project {
    let project =
        Project::new("[workspace.metadata.tinsmith]\nmodel = \"model.json\"\noperations = \"all\"\n");
    fs::copy(model("codegen/tests/bad_models/paths_unsupported.json"), project.path("model.json"))
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

/// Runs a command with streams that nobody reads, and returns its exit code.
fn run_without_reader(project: &Project, arguments: &[&str]) -> Option<i32> {
    let [out, err] = [(); 2].map(|()| {
        let (reader, writer) = std::io::pipe().expect("a pipe");
        drop(reader);
        writer
    });
    let mut command = command(project.0.path(), arguments);
    command.stdout(out).stderr(err).status().expect("the program starts").code()
}

#[test]
fn closed_pipe_does_not_stop_the_command() {
    let project = project();
    fs::copy(model("codegen/tests/golden/paginators/model.json"), project.path("other.json"))
        .expect("the folder is writable");
    // Adds a second crate, so that both are generated.
    assert_eq!(run_without_reader(&project, &["init", "other.json", "--operations", "all"]), Some(0));
    project.run(&["codegen", "--check"]);
    fs::remove_dir_all(project.path("generated")).expect("the crate is there");
    fs::remove_dir_all(project.path("clients")).expect("the crate is there");
    assert_eq!(run_without_reader(&project, &["codegen"]), Some(0));
    project.run(&["codegen", "--check"]);
    let new = project.read("other.json").replace("ListUnpaged", "ListEverything");
    fs::write(project.path("other.json"), new).expect("the folder is writable");
    assert_eq!(run_without_reader(&project, &["update", "other.json"]), Some(0));
    assert!(project.read("Cargo.toml").contains("crate-version"));
    project.run(&["codegen", "--check"]);
}

#[test]
fn closed_pipe_does_not_change_the_exit_code_of_a_failure() {
    let project = project();
    assert_eq!(run_without_reader(&project, &["codegen", "--check"]), Some(1));
    assert_eq!(run_without_reader(&project, &["codegen", "unknown"]), Some(1));
}

#[test]
fn every_command_of_the_man_page_has_a_page() {
    let project = Project::new("");
    let top = project.run(&["man"]);
    let pages: Vec<_> = top.lines().filter_map(|line| line.strip_suffix("(1)")).collect();
    assert!(pages.len() > 7 && top.contains("`man COMMAND` prints the page"), "{top}");
    for page in pages {
        let name = page.strip_prefix(r"cargo\-tinsmith\-").expect("the page is of a command");
        let made = project.run(&["man", name]);
        assert!(made.contains(&format!(".TH cargo-tinsmith-{name} 1 ")), "{made}");
        assert!(made.contains(&format!("\\fBcargo tinsmith {name}\\fR")), "{made}");
        assert!(!made.contains(r"\-\-version"), "commands have no `--version`: {made}");
    }
    let init = project.run(&["man", "init"]);
    assert!(init.contains(r"\fB\-\-drop\-docs\fR") && init.contains("\nExamples:\n"), "{init}");
}

#[test]
fn difference_is_coloured_on_a_terminal() {
    let project = project();
    project.run(&["codegen"]);
    let path = project.path("generated/src/lib.rs");
    let edited = project.read("generated/src/lib.rs") + "// edited\n";
    fs::write(path, edited).expect("the folder is writable");
    let check = |colour: (&str, &str)| {
        let mut command = command(project.0.path(), &["codegen", "--check"]);
        stderr(&command.env_remove("NO_COLOR").env(colour.0, colour.1).output().expect("the program starts"))
    };
    assert!(check(("CLICOLOR_FORCE", "1")).contains("\n\u{1b}[31m-// edited\u{1b}[0m\n"));
    assert!(!check(("NO_COLOR", "1")).contains('\u{1b}'));
    assert!(!check(("CLICOLOR_FORCE", "0")).contains('\u{1b}'));
}
