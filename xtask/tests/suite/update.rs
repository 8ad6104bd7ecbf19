//! `cargo xtask update`, `diff`, `tree` and `operations` in a temporary workspace.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use tempfile::TempDir;

const MANIFEST: &str = r#"[workspace]
resolver = "3"

[workspace.metadata.tinsmith]
model = "model.json"
overlays = ["overlay.json"]
operations = ["GetThing"]
crate-name = "things"
crate-version = "0.3.1"
output = "client"
"#;

/// A workspace with the old model of a pair, and an overlay.
struct Workspace(TempDir);

impl Workspace {
    fn new(pair: &str, overlay: &str) -> Self {
        let workspace = Self(tempfile::tempdir().expect("a temporary folder"));
        workspace.write("Cargo.toml", MANIFEST);
        workspace.write("overlay.json", overlay);
        let old = fs::read_to_string(model(pair, "old")).expect("the model is there");
        workspace.write("model.json", &old);
        assert_eq!(workspace.xtask(&["codegen"]).status.code(), Some(0));
        workspace
    }

    fn write(&self, name: &str, text: &str) {
        fs::write(self.0.path().join(name), text).expect("it can be written");
    }

    fn read(&self, name: &str) -> String {
        fs::read_to_string(self.0.path().join(name)).unwrap_or_else(|error| panic!("{name}: {error}"))
    }

    fn xtask(&self, arguments: &[&str]) -> Output {
        xtask(self.0.path(), arguments)
    }

    fn update(&self, pair: &str, flags: &[&str]) -> Output {
        let new = model(pair, "new");
        self.xtask(&[&["update", new.to_str().expect("a plain path")][..], flags].concat())
    }

    /// Returns all files with their content.
    fn files(&self) -> BTreeMap<PathBuf, String> {
        let mut files = BTreeMap::new();
        let mut open = vec![self.0.path().to_owned()];
        while let Some(folder) = open.pop() {
            for entry in fs::read_dir(folder).expect("the folder is there") {
                let path = entry.expect("an entry").path();
                if path.is_dir() {
                    open.push(path);
                } else {
                    let text = fs::read_to_string(&path).expect("all files are UTF-8");
                    files.insert(path, text);
                }
            }
        }
        files
    }
}

fn xtask(folder: &Path, arguments: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_xtask"));
    command.args(arguments).current_dir(folder).output().expect("xtask starts")
}

fn model(pair: &str, side: &str) -> PathBuf {
    let pairs = Path::new(env!("CARGO_MANIFEST_DIR")).join("../codegen/tests/diff");
    pairs.join(pair).join(format!("{side}.json")).canonicalize().expect("the pair is there")
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}

const NO_OVERLAY: &str = r#"{ "smithy": "2.0", "shapes": {} }"#;

#[test]
fn update_replaces_model_crate_version_and_change_log() {
    let workspace = Workspace::new("member-removed", NO_OVERLAY);
    let output = workspace.update("member-removed", &[]);
    assert_eq!(output.status.code(), Some(0), "{}", text(&output.stderr));
    let message = text(&output.stdout);
    assert!(message.contains("field `name` of `types::Thing` is gone"), "{message}");
    assert!(message.contains("version: 0.3.1 -> 0.4.0"), "{message}");
    assert!(workspace.read("Cargo.toml").ends_with("crate-version = \"0.4.0\"\noutput = \"client\"\n"));
    assert!(workspace.read("client/Cargo.toml").contains("\nversion = \"0.4.0\"\n"));
    assert!(!workspace.read("client/src/types/thing.rs").contains("pub name"));
    let changelog = workspace.read("client/CHANGELOG.md");
    assert!(changelog.contains("\n## 0.4.0\n\n### Breaking\n\n- field `name`"), "{changelog}");

    let before = workspace.files();
    assert_eq!(workspace.xtask(&["codegen", "--check"]).status.code(), Some(0));
    assert_eq!(workspace.xtask(&["codegen"]).status.code(), Some(0));
    let again = workspace.update("member-removed", &[]);
    assert!(text(&again.stdout).ends_with("the model is up to date\n"), "{}", text(&again.stdout));
    assert_eq!(workspace.files(), before, "a second update must not change anything");
}

#[test]
fn dry_run_prints_all_changes_and_writes_nothing() {
    let workspace = Workspace::new("member-added", NO_OVERLAY);
    let before = workspace.files();
    let output = workspace.update("member-added", &["--dry-run"]);
    assert_eq!(output.status.code(), Some(0), "{}", text(&output.stderr));
    let message = text(&output.stdout);
    for shown in [
        "field `color` of `types::Part` is new",
        "version: 0.3.1 -> 0.3.2",
        "changed: model.json",
        "changed: Cargo.toml",
        "new: client/CHANGELOG.md",
        "changed: client/src/types/part.rs (+",
        "## 0.3.2\n\n### Additive",
        "nothing is written",
    ] {
        assert!(message.contains(shown), "`{shown}` is not in:\n{message}");
    }
    assert_eq!(workspace.files(), before);
}

#[test]
fn update_without_the_target_of_an_overlay_fails() {
    let overlay = r#"{ "smithy": "2.0", "shapes": { "example.things#Thing$name":
        { "type": "apply", "traits": { "smithy.api#documentation": "Ours." } } } }"#;
    let workspace = Workspace::new("member-removed", overlay);
    let before = workspace.files();
    let output = workspace.update("member-removed", &[]);
    assert_eq!(output.status.code(), Some(1));
    let message = text(&output.stderr);
    assert!(message.contains("the model has no member `example.things#Thing$name`"), "{message}");
    assert!(message.contains("help: ") && message.contains("overlay.json:1:"), "{message}");
    assert_eq!(workspace.files(), before);
}

#[test]
fn update_of_a_botocore_folder_fails() {
    let workspace = Workspace::new("member-removed", NO_OVERLAY);
    fs::create_dir(workspace.0.path().join("botocore")).expect("the folder can be made");
    workspace.write("Cargo.toml", &MANIFEST.replace("model.json", "botocore"));
    let before = workspace.files();
    let output = workspace.update("member-removed", &[]);
    assert_eq!(output.status.code(), Some(1));
    assert!(text(&output.stderr).contains("cargo xtask import botocore"), "{}", text(&output.stderr));
    assert_eq!(workspace.files(), before);
}

#[test]
fn update_that_cannot_write_changes_nothing() {
    let workspace = Workspace::new("type-added", NO_OVERLAY);
    workspace.write("client/src/types/lid.rs", "// Not the generator's.\n");
    let before = workspace.files();
    let output = workspace.update("type-added", &[]);
    assert_eq!(output.status.code(), Some(1));
    assert!(text(&output.stderr).contains("lid.rs"), "{}", text(&output.stderr));
    assert_eq!(workspace.files(), before);
}

#[test]
fn diff_applies_overlays_to_each_side() {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    let path = |file: &str| model("renamed.overlay", file).display().to_string();
    let (old, overlay) = (path("old"), path("new.overlay"));
    let diff = |flag: &str| xtask(here, &["diff", &old, &old, flag, &overlay, "--deny", "breaking"]);
    assert_eq!(diff("--overlay").status.code(), Some(0));
    for (flag, name) in
        [("--new-overlay", "is called `length` now"), ("--old-overlay", "is called `size` now")]
    {
        let denied = diff(flag);
        assert_eq!(denied.status.code(), Some(1));
        assert!(text(&denied.stdout).contains(name), "{}", text(&denied.stdout));
    }
}

#[test]
fn diff_with_a_denied_class_exits_with_1() {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    let [old, new] = ["old", "new"].map(|side| model("member-removed", side).display().to_string());
    let diff = |flags: &[&str]| xtask(here, &[&["diff", old.as_str(), new.as_str()][..], flags].concat());
    assert_eq!(diff(&[]).status.code(), Some(0));
    assert_eq!(diff(&["--deny", "additive"]).status.code(), Some(0));
    let denied = diff(&["--deny", "additive,breaking"]);
    assert_eq!(denied.status.code(), Some(1));
    assert!(text(&denied.stderr).contains("`breaking`"), "{}", text(&denied.stderr));
    assert!(text(&denied.stdout).starts_with("Breaking (1)\n"), "{}", text(&denied.stdout));
    assert_eq!(diff(&["--deny", "everything"]).status.code(), Some(2));
    assert_eq!(diff(&["--format", "yaml"]).status.code(), Some(2));
    assert_eq!(diff(&["--operations", "GetThign"]).status.code(), Some(1));
    assert!(text(&diff(&["--format", "json"]).stdout).starts_with("{\n  \"schema\": 1,\n"));
    assert_eq!(diff(&["--operations", "DropThing"]).status.code(), Some(0));
}

/// A class is denied by its own name only.
#[test]
fn diff_denies_classes_by_name() {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    let pairs = [
        ("breaking", "member-removed"),
        ("additive", "member-added"),
        ("behaviour", "auth"),
        ("documentation", "documentation"),
    ];
    for (class, pair) in pairs {
        let [old, new] = ["old", "new"].map(|side| model(pair, side).display().to_string());
        for (denied, _) in pairs {
            let output = xtask(here, &["diff", &old, &new, "--deny", denied]);
            assert_eq!(output.status.code(), Some(i32::from(denied == class)), "{pair}, {denied}");
        }
        let itself = xtask(here, &["diff", &old, &old, "--deny", class]);
        assert_eq!(itself.status.code(), Some(0), "{pair}");
    }
}

#[test]
fn diff_of_different_formats_succeeds() {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    let folder = tempfile::tempdir().expect("a temporary folder");
    let imported = folder.path().join("imported.json").display().to_string();
    let botocore = "../codegen/tests/botocore/mini/2020-01-01";
    assert_eq!(xtask(here, &["import", botocore, "-o", &imported, "--keep-docs"]).status.code(), Some(0));
    let output = xtask(here, &["diff", botocore, &imported]);
    assert!(
        text(&output.stdout).ends_with("no difference: the version stays the same\n"),
        "{}",
        text(&output.stdout)
    );
    // The report does not depend on the formats.
    let older = fs::read_to_string(&imported).expect("the import is there");
    let added = r#""shapes": { "example.more#Lid": { "type": "structure", "members": {} }, "#;
    let more = folder.path().join("more.json").display().to_string();
    fs::write(&more, older.replacen("\"shapes\": {", added, 1)).expect("it can be written");
    let [mixed, same] = [botocore, &imported].map(|old| text(&xtask(here, &["diff", old, &more]).stdout));
    assert!(mixed.contains("Lid"), "{mixed}");
    assert_eq!(mixed, same);
}

#[test]
fn tree_prints_shapes_of_an_operation_and_users_of_a_shape() {
    let workspace = Workspace::new("member-added", NO_OVERLAY);
    let tree = |arguments: &[&str]| workspace.xtask(&[&["tree"][..], arguments].concat());
    let shown = text(&tree(&["GetThing", "--depth", "2"]).stdout);
    assert!(shown.starts_with("GetThing (operation)\n├── input: GetThingRequest (structure)\n"), "{shown}");
    assert!(shown.contains("│   ├── id: String (string, required)\n"), "{shown}");
    let inverted = text(&tree(&["--invert", "Part"]).stdout);
    assert!(inverted.contains("output: GetThing (operation)"), "{inverted}");
    let graph = text(&tree(&["GetThing", "--format", "mermaid"]).stdout);
    assert!(graph.starts_with("graph LR\n    n0[\"GetThing\"]\n"), "{graph}");
    assert_eq!(tree(&["GetThign"]).status.code(), Some(1));
    assert_eq!(tree(&["--invert", "Prat"]).status.code(), Some(1));
    assert_eq!(tree(&[]).status.code(), Some(2));
    assert_eq!(tree(&["GetThing", "--invert", "Part"]).status.code(), Some(2));
}

#[test]
fn operations_marks_selected_ones() {
    let workspace = Workspace::new("pagination", NO_OVERLAY);
    assert_eq!(workspace.update("pagination", &[]).status.code(), Some(0));
    let table = text(&workspace.xtask(&["operations"]).stdout);
    let lines: Vec<Vec<&str>> = table.lines().map(|line| line.split_whitespace().collect()).collect();
    assert_eq!(lines[1][..2], ["DropThing", "7"], "{table}");
    assert_eq!(lines[2][..2], ["*", "GetThing"], "{table}");
    assert!(lines[2].contains(&"declared"), "{table}");
}
