//! Commands in a project of a user.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::OnceLock;

use crate::folder::{Project, command, model, stderr, tinsmith};

fn direct_connect() -> String {
    model("model/directconnect-2012-10-25.json")
}

const PACKAGE: &str = "# ours\n[package]\nname = \"orders\" # the team's\nversion = \"0.1.0\"\n";

/// A project with two crates. They are generated once, which takes most of the time of a test.
fn two_crates() -> Project {
    static FILES: OnceLock<Vec<(PathBuf, Vec<u8>)>> = OnceLock::new();
    let project = Project::new(PACKAGE);
    for (path, content) in FILES.get_or_init(files_of_two_crates) {
        let path = project.0.path().join(path);
        let folder = path.parent().expect("the file is below the project");
        fs::create_dir_all(folder).expect("the folder is writable");
        fs::write(path, content).expect("the folder is writable");
    }
    project
}

fn files_of_two_crates() -> Vec<(PathBuf, Vec<u8>)> {
    let project = Project::new(PACKAGE);
    project.run(&["init", &direct_connect(), "--operations", "DeleteConnection"]);
    project.run(&["init", &paginators(), "--operations", "all", "--crate-name", "things"]);
    let mut files = Vec::new();
    collect(project.0.path(), Path::new(""), &mut files);
    files
}

fn collect(root: &Path, below: &Path, files: &mut Vec<(PathBuf, Vec<u8>)>) {
    for entry in fs::read_dir(root.join(below)).expect("the folder is there") {
        let path = below.join(entry.expect("the folder is readable").file_name());
        if root.join(&path).is_dir() {
            collect(root, &path, files);
        } else {
            let content = fs::read(root.join(&path)).expect("the file is readable");
            files.push((path, content));
        }
    }
}

fn paginators() -> String {
    model("codegen/tests/golden/paginators/model.json")
}

#[test]
fn init_adds_a_crate_for_each_service_and_keeps_the_manifest() {
    let project = two_crates();
    let manifest = project.read("Cargo.toml");
    let settings = "\n[package.metadata.tinsmith]\nruntime = \"clients/runtime\"\n\n\
                    [[package.metadata.tinsmith.crate]]\nmodel = \"models/directconnect.json\"\n\
                    operations = [\"DeleteConnection\"]\noutput = \"clients/directconnect\"\n\
                    crate-name = \"directconnect\"\n\n\
                    [[package.metadata.tinsmith.crate]]\nmodel = \"models/things.json\"\noperations = [\"all\"]\n\
                    output = \"clients/things\"\ncrate-name = \"things\"\n";
    assert_eq!(manifest, format!("{PACKAGE}{settings}"));
    for file in ["models/things.json", "clients/things/src/lib.rs", "clients/runtime/src/lib.rs"] {
        assert!(project.path(file).is_file(), "{file}");
    }
    assert!(project.read("clients/things/Cargo.toml").contains("path = \"../runtime\""));
}

#[test]
fn init_keeps_the_settings_of_a_single_crate() {
    let single =
        "[workspace]\n\n[workspace.metadata.tinsmith]\nmodel = \"m.json\" # ours\noperations = \"all\"\n";
    let project = Project::new(single);
    fs::copy(direct_connect(), project.path("m.json")).expect("the folder is writable");
    project.run(&["init", &paginators(), "--operations", "all"]);
    let manifest = project.read("Cargo.toml");
    assert!(
        manifest.contains("[[workspace.metadata.tinsmith.crate]]\nmodel = \"m.json\" # ours\n"),
        "{manifest}"
    );
    assert!(manifest.contains("output = \"generated\""), "{manifest}");
    // The first crate has contained a runtime, and shares one now.
    project.run(&["codegen", "--check"]);
    assert!(project.read("generated/Cargo.toml").contains("path = \"../clients/runtime\""));
}

/// A model of one operation with documentation.
const WITH_DOCS: &str = r#"{"smithy": "2.0", "shapes": {
  "a#Notes": {"type": "service", "version": "1", "operations": [{"target": "a#Put"}], "traits": {
    "aws.api#service": {"sdkId": "Notes", "arnNamespace": "n", "endpointPrefix": "n"},
    "aws.auth#sigv4": {"name": "n"}, "aws.protocols#awsJson1_0": {}, "smithy.api#title": "Notes"}},
  "a#Put": {"type": "operation", "traits": {"smithy.api#documentation": "<p>Pins a note.</p>"}}
}}"#;

#[test]
fn init_keeps_documentation_unless_it_is_told_to_drop_it() {
    for (flag, has_docs) in [(None, true), (Some("--drop-docs"), false)] {
        let project = Project::new(PACKAGE);
        fs::write(project.path("notes.json"), WITH_DOCS).expect("the folder is writable");
        let init = ["init", "notes.json", "--operations", "all"];
        project.run(&init.into_iter().chain(flag).collect::<Vec<_>>());
        let has = |project: &Project, text| {
            let mut files = Vec::new();
            collect(&project.path("clients/notes"), Path::new(""), &mut files);
            files.iter().any(|(_, content)| String::from_utf8_lossy(content).contains(text))
        };
        assert_eq!(has(&project, "Pins a note."), has_docs, "{flag:?}");
        project.run(&["codegen", "--check"]);
        let made = project.run(&["update", "notes.json"]);
        assert!(made.contains("the model is up to date"), "{flag:?}: {made}");
        let newer = WITH_DOCS.replace("Pins a note.", "Keeps a note.");
        fs::write(project.path("notes.json"), newer).expect("the folder is writable");
        project.run(&["update", "notes.json"]);
        assert_eq!(has(&project, "Keeps a note."), has_docs, "{flag:?}");
        project.run(&["codegen", "--check"]);
    }
}

#[test]
fn codegen_generates_crates_that_are_missing() {
    let project = two_crates();
    fs::remove_dir_all(project.path("clients")).expect("the crates are there");
    let made = project.run(&["codegen"]);
    assert!(made.contains("directconnect 0.1.0: 1 operation, rpcv2Cbor, "), "{made}");
    assert!(made.contains("things = { path = \"clients/things\" }"), "{made}");
    project.run(&["codegen", "--check"]);
    assert_eq!(project.run(&["codegen"]).matches("(0 changed)").count(), 2);
}

#[test]
fn check_tries_all_crates_or_those_that_are_named() {
    let project = two_crates();
    fs::remove_file(project.path("clients/things/src/lib.rs")).expect("the crate is there");
    let message = project.fail(&["codegen", "--check"]);
    assert!(message.contains("clients/things is out of date; run `cargo tinsmith codegen`"), "{message}");
    assert!(!message.contains("clients/directconnect is out of date"), "{message}");
    project.run(&["codegen", "directconnect", "--check"]);
    project.fail(&["codegen", "things", "--check"]);
}

#[test]
fn paths_in_messages_lead_from_the_current_folder() {
    let project = Project::new("[workspace]\nmembers = [\"app\"]\n");
    fs::create_dir_all(project.path("app/src")).expect("the folder is writable");
    fs::write(project.path("app/Cargo.toml"), PACKAGE).expect("the folder is writable");
    fs::write(project.path("app/src/things.json"), WITH_DOCS).expect("the folder is writable");
    let run = |below: &str, arguments: &[&str]| {
        let output = tinsmith(&project.path(below), arguments);
        assert!(output.status.success(), "{}", stderr(&output));
        String::from_utf8(output.stdout).expect("the output is UTF-8")
    };
    let init = ["init", "things.json", "--operations", "all"];
    let dependency = "\n    notes = { path = \"../clients/notes\" }\n";
    let made = run("app/src", &init);
    assert!(made.contains("files in ../../clients/notes\n\nsettings: ../../Cargo.toml\n"), "{made}");
    let paths = "\nmodel: ../../models/notes.json\nruntime: ../../clients/runtime\n";
    assert!(made.contains(paths) && made.contains(dependency), "{made}");
    fs::remove_dir_all(project.path("clients/notes")).expect("the crate is there");
    let made = run("app", &["codegen"]);
    assert!(made.contains("files in ../clients/notes (") && made.contains(dependency), "{made}");
    fs::remove_dir_all(project.path("clients/notes")).expect("the crate is there");
    let made = run("", &["codegen"]);
    assert!(made.contains("\n    notes = { path = \"clients/notes\" }\n"), "{made}");
}

#[test]
fn crate_is_selected_by_its_package_or_its_folder() {
    let table = |folder: &str| {
        format!(
            "[[workspace.metadata.tinsmith.crate]]\nmodel = \"{folder}.json\"\noperations = \"all\"\noutput = \"{folder}\"\n"
        )
    };
    let project = Project::new(&(table("one") + &table("two")));
    for (name, path) in [("one", "bad_models/good.json"), ("two", "golden/paginators/model.json")] {
        fs::copy(model(&format!("codegen/tests/{path}")), project.path(&format!("{name}.json")))
            .expect("the folder is writable");
    }
    project.fail(&["codegen", "bad"]);
    project.run(&["codegen"]);
    for name in ["bad", "one"] {
        assert_eq!(project.run(&["codegen", name, "--check"]), "one is up to date\n");
    }
    let made = project.run(&["update", "one.json", "--crate", "bad"]);
    assert!(made.contains("no difference"), "{made}");
}

#[test]
fn settings_are_found_from_folders_below() {
    let project = two_crates();
    let below = project.path("clients/things/src");
    let output = tinsmith(&below, &["codegen", "--check"]);
    assert!(output.status.success(), "{}", stderr(&output));
}

#[test]
fn crate_can_be_published_if_the_settings_say_so() {
    let project = two_crates();
    let not_published = "publish = false\n";
    assert!(project.read("clients/things/Cargo.toml").contains(not_published));
    let settings = project.read("Cargo.toml");
    let published =
        settings.replace("crate-name = \"things\"\n", "crate-name = \"things\"\npublish = true\n");
    fs::write(project.path("Cargo.toml"), published).expect("the folder is writable");
    project.run(&["codegen"]);
    assert!(!project.read("clients/things/Cargo.toml").contains(not_published));
    assert!(project.read("clients/directconnect/Cargo.toml").contains(not_published));
}

#[test]
fn update_finds_the_crate_of_the_service() {
    let project = two_crates();
    let made = project.run(&["update", &paginators()]);
    assert!(made.contains("the model is up to date"), "{made}");
    let made = project.run(&["update", &direct_connect(), "--dry-run"]);
    assert!(made.contains("the model is up to date"), "{made}");
    let other = model("codegen/tests/golden/scalars/model.json");
    let message = project.fail(&["update", &other, "--dry-run"]);
    assert!(message.contains("no crate is of this service"), "{message}");
    let message = project.fail(&["update", &other, "--crate", "things", "--dry-run"]);
    assert!(
        message
            .contains("is a model of Fixture Scalars, but the model of the crate is of Fixture Paginators"),
        "{message}"
    );
}

#[test]
fn update_changes_the_version_of_its_crate_only() {
    let project = two_crates();
    let old = project.read("models/things.json");
    let new = old.replace("ListUnpaged", "ListEverything");
    assert!(old != new, "the model has the operation");
    fs::write(project.path("new.json"), new).expect("the folder is writable");
    let made = project.run(&["update", "new.json"]);
    assert!(made.contains("version: 0.1.0 -> 0.2.0"), "{made}");
    let manifest = project.read("Cargo.toml");
    assert!(manifest.ends_with("crate-name = \"things\"\ncrate-version = \"0.2.0\"\n"), "{manifest}");
    assert_eq!(manifest.matches("crate-version").count(), 1);
    project.run(&["codegen", "--check"]);
}

#[test]
fn update_fails_if_the_model_of_a_crate_cannot_be_read() {
    let project = two_crates();
    fs::write(project.path("models/directconnect.json"), "{").expect("the folder is writable");
    let message = project.fail(&["update", &paginators()]);
    assert!(message.contains("models/directconnect.json:1:1"), "{message}");
    project.run(&["update", &paginators(), "--crate", "things"]);
    let manifest = project.read("Cargo.toml").replace("model = \"models/directconnect.json\"\n", "");
    fs::write(project.path("Cargo.toml"), manifest).expect("the folder is writable");
    let message = project.fail(&["update", &paginators()]);
    assert!(message.contains("has no model") && message.contains("Cargo.toml"), "{message}");
}

#[test]
fn update_goes_on_after_a_crate_whose_model_cannot_be_read() {
    let project = two_crates();
    let newer = project.read("models/things.json").replace("ListUnpaged", "ListEverything");
    fs::write(project.path("new.json"), newer).expect("the folder is writable");
    fs::write(project.path("models/directconnect.json"), "{").expect("the folder is writable");
    let message = project.fail(&["update", "new.json"]);
    assert!(message.contains("models/directconnect.json:1:1"), "{message}");
    assert!(project.read("models/things.json").contains("ListEverything"));
}

#[test]
fn restored_and_missing_runtimes_are_named() {
    let project = two_crates();
    fs::remove_dir_all(project.path("clients/runtime")).expect("the runtime is there");
    let message = project.fail(&["codegen", "--check"]);
    assert_eq!(message.matches("missing: all ").count(), 1, "{message}");
    assert!(message.contains("clients/runtime is out of date; run `cargo tinsmith codegen`"), "{message}");
    let made = project.run(&["codegen"]);
    assert_eq!(made.matches("files in clients/runtime (").count(), 1, "{made}");
    assert!(!project.run(&["codegen"]).contains("clients/runtime"));
}

#[test]
fn overwriting_edits_is_advised_for_the_edited_crate_only() {
    let project = two_crates();
    fs::write(project.path("clients/things/src/meta.rs"), "// ours\n").expect("the folder is writable");
    let message = project.fail(&["codegen", "--check"]);
    assert!(message.contains("to overwrite them, run `cargo tinsmith codegen things --force`"), "{message}");
    let message = project.fail(&["codegen", "things", "--check"]);
    assert!(message.contains("to overwrite them, run `cargo tinsmith codegen things --force`"), "{message}");
}

/// The model of Direct Connect with its protocols in the other order.
fn with_json_first() -> String {
    let text = fs::read_to_string(direct_connect()).expect("the model is there");
    let [cbor, json] = ["\"smithy.protocols#rpcv2Cbor\"", "\"aws.protocols#awsJson1_1\""];
    let (head, list) = text.split_once("\"tinsmith.api#protocols\"").expect("the model lists protocols");
    let list = list.replacen(cbor, "first", 1).replacen(json, cbor, 1).replacen("first", json, 1);
    format!("{head}\"tinsmith.api#protocols\"{list}")
}

#[test]
fn another_default_protocol_is_a_warning() {
    let project = two_crates();
    let warning = "`directconnect` changes its default protocol from `rpcv2Cbor` to `awsJson1_1`";
    fs::write(project.path("new.json"), with_json_first()).expect("the folder is writable");
    let output = project.output(&["update", "new.json"]);
    assert!(stderr(&output).contains(warning), "{}", stderr(&output));
    // A change of behaviour, which is a minor step.
    let made = String::from_utf8_lossy(&output.stdout);
    assert!(made.contains("version: 0.1.0 -> 0.1.1"), "{made}");

    let project = two_crates();
    fs::write(project.path("models/directconnect.json"), with_json_first()).expect("the folder is writable");
    let message = project.fail(&["codegen", "--check"]);
    assert!(message.contains(warning) && message.contains("set `protocol = \"rpcv2Cbor\"`"), "{message}");
    assert!(stderr(&project.output(&["codegen"])).contains(warning));
    // It has been written, and is not news any more.
    assert_eq!(stderr(&project.output(&["codegen", "--check"])), "");
}

#[test]
fn protocol_that_the_model_does_not_list_is_a_warning() {
    let project = Project::new(PACKAGE);
    let init = ["init", &direct_connect(), "--operations", "DeleteConnection", "--protocol"];
    let message = stderr(&project.output(&[&init[..], &["awsJson1_0"]].concat()));
    assert!(message.contains("does not list the protocol `awsJson1_0`"), "{message}");
    assert!(message.contains("the model lists `rpcv2Cbor` and `awsJson1_1`"), "{message}");
    let project = Project::new(PACKAGE);
    assert_eq!(stderr(&project.output(&[&init[..], &["awsJson1_1"]].concat())), "");
}

#[test]
fn init_uses_the_runtime_of_the_settings() {
    let project = Project::new(
        "[workspace]\n\n[workspace.metadata.tinsmith]\nruntime = \"crates/rt\"\n\n\
         [[workspace.metadata.tinsmith.crate]]\nmodel = \"m.json\"\noperations = \"all\"\noutput = \"crates/m\"\n",
    );
    fs::copy(model("codegen/tests/golden/scalars/model.json"), project.path("m.json"))
        .expect("the folder is writable");
    project.run(&["codegen"]);
    project.run(&["init", &direct_connect(), "--operations", "DeleteConnection"]);
    assert!(!project.path("clients/runtime").exists());
    assert!(project.read("clients/directconnect/Cargo.toml").contains("path = \"../../crates/rt\""));
    project.run(&["codegen", "--check"]);
}

#[test]
fn refused_output_folder_is_left_alone() {
    let project = Project::new(PACKAGE);
    fs::create_dir_all(project.path("clients/directconnect")).expect("the folder is writable");
    fs::write(project.path("clients/directconnect/Cargo.toml"), "of the user")
        .expect("the folder is writable");
    project.fail(&["init", &direct_connect(), "--operations", "DeleteConnection"]);
    assert_eq!(project.read("clients/directconnect/Cargo.toml"), "of the user");
    assert_eq!(project.read("Cargo.toml"), PACKAGE);
    assert!(!project.path("models").exists() && !project.path("clients/runtime").exists());
}

#[test]
fn another_model_needs_a_folder_in_a_project_with_crates() {
    let project = two_crates();
    let scalars = model("codegen/tests/golden/scalars/model.json");
    project.run(&["codegen", "--model", &scalars, "--operations", "all", "--out", "target/all"]);
    assert!(project.path("target/all/src/lib.rs").is_file());
    let message = project.fail(&["codegen", "--model", &scalars, "--operations", "all"]);
    assert!(message.contains("`--out`"), "{message}");
}

#[test]
fn model_of_the_command_line_needs_no_folder_if_the_settings_have_no_model() {
    let project = Project::new("[workspace.metadata.tinsmith]\noutput = \"notes\"\n");
    fs::write(project.path("notes.json"), WITH_DOCS).expect("the folder is writable");
    project.run(&["codegen", "--model", "notes.json", "--operations", "all"]);
    assert!(project.path("notes/src/lib.rs").is_file());
}

#[test]
fn flags_are_enough_outside_of_a_project() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let output = tinsmith(
        folder.path(),
        &["codegen", "--model", &direct_connect(), "--operations", "DeleteConnection"],
    );
    assert!(output.status.success(), "{}", stderr(&output));
    assert!(folder.path().join("generated/src/lib.rs").is_file());
}

#[test]
fn failed_init_writes_nothing() {
    let project = Project::new(PACKAGE);
    let message = project.fail(&["init", &direct_connect(), "--operations", "DeleteConection"]);
    assert!(message.contains("did you mean `DeleteConnection`?"), "{message}");
    assert_eq!(project.read("Cargo.toml"), PACKAGE);
    assert_eq!(fs::read_dir(project.0.path()).expect("the folder is there").count(), 1);
    let folder = tempfile::tempdir().expect("a temporary folder");
    for (arguments, expected) in [
        (&["init", &direct_connect(), "--operations", "all"][..], "there is no Cargo.toml"),
        (&["codegen", "things"], "no Cargo.toml here or above has settings"),
        (&["codegen"], "there are no settings in a Cargo.toml here or above"),
    ] {
        let output = tinsmith(folder.path(), arguments);
        assert_eq!(output.status.code(), Some(1));
        assert!(stderr(&output).contains(expected), "{}", stderr(&output));
    }
}

/// Two small crates in one Cargo.toml, which are not generated yet, and a newer model of each.
fn two_updates() -> Project {
    let table = |name: &str| {
        format!(
            "[[workspace.metadata.tinsmith.crate]]\nmodel = \"{name}.json\"\noperations = \"all\"\noutput = \"{name}\"\n"
        )
    };
    let settings = "[workspace.metadata.tinsmith]\nruntime = \"runtime\"\n";
    let project = Project::new(&format!("{settings}{}{}", table("one"), table("two")));
    for (name, path) in [("one", "bad_models/good.json"), ("two", "golden/scalars/model.json")] {
        let text = fs::read_to_string(model(&format!("codegen/tests/{path}"))).expect("the model is there");
        fs::write(project.path(&format!("{name}.json")), &text).expect("the folder is writable");
        let newer = text.replacen(
            "\"members\": {",
            "\"members\": { \"added\": { \"target\": \"smithy.api#String\" },",
            1,
        );
        assert_ne!(newer, text);
        fs::write(project.path(&format!("{name}-new.json")), newer).expect("the folder is writable");
    }
    project
}

#[test]
fn concurrent_updates_of_two_crates_keep_both_versions() {
    let project = two_updates();
    project.run(&["codegen"]);
    let updates = ["one", "two"].map(|name| {
        let source = format!("{name}-new.json");
        command(project.0.path(), &["update", &source, "--crate", name]).spawn().expect("the program starts")
    });
    for mut update in updates {
        assert!(update.wait().expect("the program exits").success());
    }
    let manifest = project.read("Cargo.toml");
    assert_eq!(manifest.matches("crate-version").count(), 2, "{manifest}");
    project.run(&["codegen", "--check"]);
    assert!(!project.path(".Cargo.toml.tinsmith-lock").exists());
}
