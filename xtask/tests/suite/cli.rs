//! The command line as scripts use it: exit codes, output streams and files.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use tempfile::TempDir;

/// Runs `xtask` in the root folder of the workspace.
fn xtask(arguments: &[&str]) -> Output {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).parent().expect("xtask is in the workspace");
    Command::new(env!("CARGO_BIN_EXE_xtask"))
        .args(arguments)
        .current_dir(root)
        .output()
        .expect("xtask starts")
}

fn code(output: &Output) -> i32 {
    output.status.code().expect("xtask exits by itself")
}

fn stderr(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).into_owned()
}

/// A generated crate in a temporary folder.
struct Generated {
    _folder: TempDir,
    out: PathBuf,
}

impl Generated {
    fn new() -> Self {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let out = folder.path().join("client");
        let generated = Self { _folder: folder, out };
        assert_eq!(code(&xtask(&["codegen", "--out", generated.path()])), 0);
        generated
    }

    fn path(&self) -> &str {
        self.out.to_str().expect("temporary folders have plain names")
    }

    fn file(&self, name: &str) -> PathBuf {
        self.out.join(name)
    }

    /// Returns all files with their content.
    fn files(&self) -> Vec<(PathBuf, String)> {
        let mut files = Vec::new();
        collect(&self.out, &mut files);
        files.sort();
        files
    }
}

fn collect(folder: &Path, files: &mut Vec<(PathBuf, String)>) {
    for entry in fs::read_dir(folder).expect("the folder is there") {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            collect(&path, files);
        } else {
            let text = fs::read_to_string(&path).expect("generated files are UTF-8");
            files.push((path, text));
        }
    }
}

/// Models that are valid without the overlays or operations of other tests.
const VALID: [&str; 4] = ["full.json", "good.json", "streaming.json", "without_rules.json"];

#[test]
fn bad_model_exits_with_1_and_does_not_change_the_crate() {
    let generated = Generated::new();
    let before = generated.files();
    let models = Path::new(env!("CARGO_MANIFEST_DIR")).join("../codegen/tests/bad_models");
    let models =
        fs::read_dir(models).expect("the bad models are there").map(|entry| entry.expect("an entry").path());
    let models: Vec<_> = models
        .filter(|path| path.extension().is_some_and(|extension| extension == "json"))
        .filter(|path| !VALID.iter().any(|name| path.ends_with(name)))
        .collect();
    assert!(models.len() > 20, "only {} bad models", models.len());
    for model in models {
        let model = model.to_str().expect("fixtures have plain names");
        let output =
            xtask(&["codegen", "--model", model, "--operations", "GetThing", "--out", generated.path()]);
        assert_eq!(code(&output), 1, "{model}: {}", stderr(&output));
        assert!(stderr(&output).starts_with("error: "), "{model}: {}", stderr(&output));
        assert!(output.stdout.is_empty(), "{model}");
    }
    assert_eq!(generated.files(), before);
}

#[test]
fn missing_model_and_unknown_operation_exit_with_1() {
    for arguments in
        [&["--model", "nowhere.json", "--out", "nowhere"][..], &["--operations", "DeleteConection"]]
    {
        let output = xtask(&[&["codegen", "--check"][..], arguments].concat());
        assert_eq!(code(&output), 1);
        assert!(stderr(&output).contains("help: "), "{}", stderr(&output));
    }
}

#[test]
fn invalid_usage_exits_with_2() {
    for arguments in [&["codegen", "--nonsense"][..], &["nonsense"], &[], &["import"]] {
        assert_eq!(code(&xtask(arguments)), 2, "{arguments:?}");
    }
}

#[test]
fn check_after_codegen_succeeds() {
    let generated = Generated::new();
    let output = xtask(&["codegen", "--check", "--out", generated.path()]);
    assert_eq!(code(&output), 0, "{}", stderr(&output));
}

#[test]
fn timings_are_printed_with_and_without_check() {
    let generated = Generated::new();
    for flags in [&[][..], &["--check"]] {
        let output = xtask(&[&["codegen", "--timings", "--out", generated.path()], flags].concat());
        let printed = String::from_utf8_lossy(&output.stdout).into_owned();
        assert!(printed.lines().any(|line| line.starts_with("generation: ")), "{flags:?}: {printed}");
    }
}

#[test]
fn check_reports_edited_missing_and_unexpected_files_and_the_command_that_fixes_them() {
    let generated = Generated::new();
    fs::write(generated.file("src/lib.rs"), "//! Edited.\n").expect("the file can be written");
    fs::remove_file(generated.file("src/types/tag.rs")).expect("the file is there");
    let manifest = generated.file(".tinsmith-manifest");
    let listed = fs::read_to_string(&manifest).expect("the manifest is there") + "src/old.rs\n";
    fs::write(&manifest, listed).expect("the manifest can be written");
    fs::write(generated.file("src/old.rs"), "").expect("the file can be written");
    let before = generated.files();

    let output = xtask(&["codegen", "--check", "--out", generated.path()]);
    let report = stderr(&output);
    assert_eq!(code(&output), 1);
    for line in
        ["edited by hand: src/lib.rs", "-//! Edited.", "missing: src/types/tag.rs", "unexpected: src/old.rs"]
    {
        assert!(report.contains(line), "`{line}` is not in:\n{report}");
    }
    let repair = format!("run `cargo xtask codegen --out {} --force`\n", generated.path());
    assert!(report.ends_with(&repair), "{report}");
    assert_eq!(generated.files(), before, "--check has changed files");

    let refused = xtask(&["codegen", "--out", generated.path()]);
    assert_eq!(code(&refused), 1);
    assert!(
        stderr(&refused).starts_with("error: generated files were edited by hand"),
        "{}",
        stderr(&refused)
    );
    assert_eq!(generated.files(), before, "an edit was overwritten");

    assert_eq!(code(&xtask(&["codegen", "--force", "--out", generated.path()])), 0);
    assert_eq!(code(&xtask(&["codegen", "--check", "--out", generated.path()])), 0);
    assert!(!generated.file("src/old.rs").exists());
}

#[test]
fn import_of_the_committed_model_equals_it() {
    let model = Path::new(env!("CARGO_MANIFEST_DIR")).join("../model/directconnect-2012-10-25.json");
    let output = xtask(&["import", model.to_str().expect("a plain path")]);
    assert_eq!(code(&output), 0, "{}", stderr(&output));
    assert_eq!(
        String::from_utf8_lossy(&output.stdout),
        fs::read_to_string(model).expect("the model is there")
    );
}

/// Endpoint tests need no client, so their crate compiles fast. The second model has a wrong case.
#[test]
#[ignore = "compiles crates"]
fn conformance_counts_every_case_and_exits_with_1_on_failure() {
    let model =
        Path::new(env!("CARGO_MANIFEST_DIR")).join("../codegen/tests/golden/endpoint_rules/model.json");
    let good = xtask(&["conformance", model.to_str().expect("a plain path")]);
    let report = String::from_utf8_lossy(&good.stdout).into_owned();
    let cases = fs::read_to_string(&model).expect("the model is there").matches("\"expect\"").count();
    assert_eq!(code(&good), 0, "{}", stderr(&good));
    assert!(
        report.ends_with(&format!("{cases} passed, 0 failed, 0 listed as expected failures\n")),
        "{report}"
    );

    let folder = tempfile::tempdir().expect("a temporary folder");
    let wrong = folder.path().join("endpoint-rules-wrong.json");
    let text = fs::read_to_string(&model).expect("the model is there");
    let (head, tests) = text.split_once("smithy.rules#endpointTests").expect("the model has tests");
    let tests = tests.replacen("https://", "https://nowhere.", 1);
    fs::write(&wrong, format!("{head}smithy.rules#endpointTests{tests}")).expect("the file can be written");
    let bad = xtask(&["conformance", wrong.to_str().expect("a plain path")]);
    assert_eq!(code(&bad), 1);
    assert!(
        stderr(&bad).ends_with(&format!("{} passed, 1 failed, 0 listed as expected failures\n", cases - 1)),
        "{}",
        stderr(&bad)
    );
}

/// A folder for the sweep: the mini service of botocore, the committed model, its overlay, and other files.
fn models(others: &[(&str, &str)]) -> TempDir {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let folder = tempfile::tempdir().expect("a temporary folder");
    let version = folder.path().join("mini/2020-01-01");
    fs::create_dir_all(&version).expect("the folder can be made");
    let mini = root.join("codegen/tests/botocore/mini/2020-01-01");
    for file in fs::read_dir(mini).expect("the service is there") {
        let file = file.expect("an entry").path();
        fs::copy(&file, version.join(file.file_name().expect("a name"))).expect("it can be copied");
    }
    for name in ["directconnect-2012-10-25.json", "directconnect-2012-10-25.overlay.json"] {
        fs::copy(root.join("model").join(name), folder.path().join(name)).expect("it can be copied");
    }
    for (name, text) in others {
        fs::write(folder.path().join(name), text).expect("it can be written");
    }
    folder
}

fn sweep(folder: &TempDir, flags: &[&str]) -> Output {
    let folder = folder.path().to_str().expect("temporary folders have plain names");
    xtask(&[&["sweep", folder, "--unoptimized"][..], flags].concat())
}

#[test]
#[ignore = "compiles tools"]
fn sweep_prints_a_line_for_each_model_and_their_sum() {
    let other = r#"{ "smithy": "2.0", "shapes": { "a.b#S": { "type": "service", "version": "1",
        "traits": { "aws.protocols#awsJson2_0": {} } } } }"#;
    let output = sweep(&models(&[("other.json", other), ("empty.json", "{}")]), &["--twice"]);
    assert_eq!(code(&output), 0, "{}", stderr(&output));
    assert!(output.stderr.is_empty(), "{}", stderr(&output));
    let table = String::from_utf8_lossy(&output.stdout);
    let first: Vec<_> = table.lines().filter_map(|line| line.split_whitespace().next()).collect();
    assert_eq!(first, ["model", "directconnect-2012-10-25", "mini/2020-01-01", "all", "2", "1"]);
    assert!(table.contains("2 generated, 0 failed in "), "{table}");
    assert!(table.contains("1 skipped: they support aws.protocols#awsJson2_0 only"), "{table}");
}

#[test]
#[ignore = "compiles tools"]
fn sweep_reports_every_failure_and_exits_with_1() {
    let bad = r#"{ "smithy": "2.0", "shapes": { "a.b#S": { "type": "service", "operations": [{ "target": "a.b#No" }] } } }"#;
    let output = sweep(&models(&[("bad.json", bad)]), &[]);
    assert_eq!(code(&output), 1);
    let report = stderr(&output);
    assert!(report.contains("failed: bad\nerror: "), "{report}");
    assert!(report.contains("bad.json:1:"), "{report}");
    let table = String::from_utf8_lossy(&output.stdout);
    assert!(table.contains("2 generated, 1 failed in "), "{table}");
}

#[test]
#[ignore = "compiles tools"]
fn sweep_of_a_folder_without_models_exits_with_1() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let output = sweep(&folder, &[]);
    assert_eq!(code(&output), 1);
    assert!(stderr(&output).contains("there is no model below "), "{}", stderr(&output));
    assert_eq!(code(&xtask(&["sweep"])), 2);
    assert_eq!(code(&xtask(&["sweep", ".", "--compile", "many"])), 2);
}
