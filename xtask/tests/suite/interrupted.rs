//! Commands that are killed while they write, run out of disk space, or lack permissions.
#![cfg(unix)]

use std::collections::BTreeMap;
use std::fs;
use std::os::unix::fs::{MetadataExt as _, PermissionsExt as _};
use std::os::unix::process::CommandExt as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};
use std::thread::{sleep, yield_now};
use std::time::{Duration, Instant};

use tempfile::TempDir;

/// Number of kills of a command, each a little later.
const KILLS: u32 = 12;

const MANIFEST: &str = r#"[workspace]
resolver = "3"

[workspace.metadata.tinsmith]
model = "model.json"
operations = ["GetThing"]
crate-name = "things"
crate-version = "0.3.1"
output = "client"
"#;

/// A workspace with a generated crate and a user file in it.
struct Workspace(TempDir);

impl Workspace {
    fn new() -> Self {
        let workspace = Self(tempfile::tempdir().expect("a temporary folder"));
        let old = fs::read_to_string(model("old")).expect("the model is there");
        for (name, text) in [("Cargo.toml", MANIFEST), ("model.json", &old)] {
            fs::write(workspace.path(name), text).expect("it can be written");
        }
        assert_success(&workspace.run(&["codegen"]));
        fs::create_dir(workspace.path("client/examples")).expect("it can be made");
        fs::write(workspace.path("client/examples/mine.rs"), "by hand").expect("it can be written");
        workspace
    }

    fn path(&self, name: &str) -> PathBuf {
        self.0.path().join(name)
    }

    fn command(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_xtask"));
        command.args(arguments).current_dir(self.0.path()).stdout(Stdio::null()).stderr(Stdio::null());
        command
    }

    fn run(&self, arguments: &[&str]) -> Output {
        self.command(arguments).stdout(Stdio::piped()).stderr(Stdio::piped()).output().expect("xtask starts")
    }

    /// Starts a command and waits until it writes.
    fn begin(&self, arguments: &[&str]) -> std::process::Child {
        let mut child = self.command(arguments).spawn().expect("xtask starts");
        while !self.path(".client.tinsmith-new").exists() {
            let ended = child.try_wait().expect("it is a child");
            assert!(ended.is_none(), "{arguments:?} has written nothing: {ended:?}");
            yield_now();
        }
        child
    }

    /// Kills a command this time after it has started to write.
    fn kill(&self, arguments: &[&str], after: Duration) {
        let mut child = self.begin(arguments);
        sleep(after);
        child.kill().expect("it can be killed");
        child.wait().expect("it is a child");
    }

    /// Returns all files with their content.
    fn files(&self) -> BTreeMap<PathBuf, Vec<u8>> {
        let mut files = BTreeMap::new();
        let mut open = vec![self.0.path().to_owned()];
        while let Some(folder) = open.pop() {
            for entry in fs::read_dir(folder).expect("the folder is there") {
                let path = entry.expect("an entry").path();
                if path.is_dir() {
                    open.push(path);
                } else {
                    let name = path.strip_prefix(self.0.path()).expect("it is below").to_owned();
                    files.insert(name, fs::read(&path).expect("it can be read"));
                }
            }
        }
        files
    }

    /// Returns the generated files.
    fn crate_files(&self) -> BTreeMap<PathBuf, Vec<u8>> {
        let mut files = self.files();
        files.retain(|path, _| {
            path.starts_with("client")
                && !path.starts_with("client/examples")
                && !path.ends_with("CHANGELOG.md")
                && !path.starts_with("client/.tinsmith-pending")
        });
        files
    }
}

fn model(side: &str) -> PathBuf {
    let pairs = Path::new(env!("CARGO_MANIFEST_DIR")).join("../codegen/tests/diff");
    pairs.join(format!("member-removed/{side}.json")).canonicalize().expect("the pair is there")
}

fn assert_success(output: &Output) {
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
}

/// Returns the time that a command writes without a kill.
fn duration(workspace: &Workspace, arguments: &[&str]) -> Duration {
    let mut child = workspace.begin(arguments);
    let start = Instant::now();
    assert!(child.wait().expect("it is a child").success());
    start.elapsed()
}

#[test]
fn killed_codegen_leaves_the_old_or_the_new_crate() {
    let workspace = Workspace::new();
    let (one, both) = (["codegen"], ["codegen", "--operations", "all"]);
    let old = workspace.files();
    let old_crate = workspace.crate_files();
    let whole = duration(&workspace, &both);
    let new = workspace.files();
    let new_crate = workspace.crate_files();
    assert_ne!(old_crate, new_crate);
    for kill in 0..KILLS {
        assert_success(&workspace.run(&one));
        assert!(workspace.files() == old);
        workspace.kill(&both, whole * kill / KILLS);
        let found = workspace.crate_files();
        assert!(found == old_crate || found == new_crate, "kill {kill} has left a mixed crate");
        let kept = workspace.files().into_keys().filter(|path| path.ends_with("examples/mine.rs")).count();
        assert_eq!(kept, 1, "kill {kill} has lost a user file");
        assert_success(&workspace.run(&both));
        assert!(workspace.files() == new, "kill {kill}: {:?}", workspace.files().keys());
    }
}

/// Model, crate, version and change log change together, exactly once.
#[test]
#[ignore = "takes long"]
fn killed_update_is_finished_by_the_next_command() {
    let source = model("new").display().to_string();
    let update = ["update", source.as_str()];
    let whole = Workspace::new();
    let time = duration(&whole, &update);
    let expected = whole.files();
    for kill in 0..KILLS {
        let workspace = Workspace::new();
        workspace.kill(&update, time * kill / KILLS);
        // Any command may follow.
        if kill % 2 == 0 {
            assert_success(&workspace.run(&["codegen"]));
        }
        assert_success(&workspace.run(&update));
        let found = workspace.files();
        let differing = expected.iter().find(|(path, text)| found.get(*path) != Some(text));
        assert!(found == expected, "kill {kill}: {differing:?}, {:?}", found.keys());
    }
}

#[test]
fn remains_of_an_interrupted_update_are_reported_and_finished() {
    let source = model("new").display().to_string();
    let (done, workspace) = (Workspace::new(), Workspace::new());
    assert_success(&done.run(&["update", &source]));
    // The state after the exchange of the folders, before the first text is replaced.
    let old = workspace.files();
    assert_success(&workspace.run(&["update", &source]));
    let pending = workspace.path("client/.tinsmith-pending");
    fs::create_dir(&pending).expect("it can be made");
    let mut list = String::new();
    for (index, name) in ["model.json", "Cargo.toml"].into_iter().enumerate() {
        fs::copy(workspace.path(name), pending.join(index.to_string())).expect("it can be copied");
        fs::write(workspace.path(name), &old[Path::new(name)]).expect("it can be written");
        list.push_str(&format!("{:016x} {name}\n", fnv(&old[Path::new(name)])));
    }
    fs::write(pending.join("list"), list).expect("it can be written");

    let before = workspace.files();
    for command in [&["codegen", "--check"][..], &["update", &source, "--dry-run"]] {
        let output = workspace.run(command);
        assert_eq!(output.status.code(), Some(1));
        let message = String::from_utf8_lossy(&output.stderr);
        assert!(
            message.contains(".tinsmith-pending") && message.contains("`cargo xtask codegen`"),
            "{message}"
        );
    }
    assert!(workspace.files() == before, "a file was changed");
    assert_success(&workspace.run(&["codegen"]));
    assert!(workspace.files() == done.files());
}

fn fnv(text: &[u8]) -> u64 {
    text.iter()
        .fold(0xcbf2_9ce4_8422_2325, |hash, byte| (hash ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3))
}

/// A limit of the file size simulates a full disk: it needs no mount and applies to root. The shell ignores the signal
/// that would kill the process, so that writing fails.
#[test]
fn full_disk_is_an_error_and_changes_nothing() {
    let workspace = Workspace::new();
    let source = model("new").display().to_string();
    let before = workspace.files();
    for command in ["codegen --operations all".to_owned(), format!("update {source}")] {
        let script = format!("trap '' XFSZ; ulimit -f 4; exec {} {command}", env!("CARGO_BIN_EXE_xtask"));
        let output = Command::new("bash")
            .args(["-c", &script])
            .current_dir(workspace.0.path())
            .output()
            .expect("bash starts");
        let message = String::from_utf8_lossy(&output.stderr);
        assert_eq!(output.status.code(), Some(1), "{message}");
        assert!(message.starts_with("error: cannot write `.client.tinsmith-new/"), "{message}");
        assert!(
            message.contains("the crate is unchanged") && message.contains("help: raise the limit"),
            "{message}"
        );
        assert!(workspace.files() == before, "{command} has changed something");
    }
}

/// Permissions do not apply to root: as root, the test runs the command as nobody.
#[test]
fn read_only_folder_is_an_error_and_changes_nothing() {
    const NOBODY: u32 = 65534;
    let workspace = Workspace::new();
    let root = workspace.0.path();
    let before = workspace.files();
    // Cargo may be in the home folder of root, where nobody cannot run it: a script prints its output.
    let (program, cargo, metadata) = (root.join("xtask"), root.join("cargo"), root.join("metadata.json"));
    fs::copy(env!("CARGO_BIN_EXE_xtask"), &program).expect("it can be copied");
    let metadata_output = Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()))
        .args(["metadata", "--no-deps", "--format-version", "1"])
        .current_dir(root)
        .output()
        .expect("cargo starts");
    fs::write(&metadata, metadata_output.stdout).expect("it can be written");
    fs::write(&cargo, "#!/bin/sh\ncat metadata.json\n").expect("it can be written");
    fs::set_permissions(&cargo, fs::Permissions::from_mode(0o755)).expect("it is ours");
    let is_root = fs::metadata(&program).expect("it is there").uid() == 0;
    fs::set_permissions(root, fs::Permissions::from_mode(0o555)).expect("it is ours");
    for arguments in [&["codegen", "--operations", "all"][..], &["codegen", "--out", "elsewhere/client"]] {
        let mut command = Command::new(&program);
        command.args(arguments).current_dir(root).env("CARGO", &cargo);
        if is_root {
            command.uid(NOBODY).gid(NOBODY);
        }
        let output = command.output().expect("xtask starts");
        let message = String::from_utf8_lossy(&output.stderr);
        assert_eq!(output.status.code(), Some(1), "{message}");
        assert!(message.starts_with("error: cannot create `"), "{message}");
        assert!(message.contains("help: make this folder writable"), "{message}");
    }
    fs::set_permissions(root, fs::Permissions::from_mode(0o755)).expect("it is ours");
    [program, cargo, metadata].iter().for_each(|file| fs::remove_file(file).expect("it is ours"));
    assert!(workspace.files() == before);
}

/// A file instead of the parent folder, which is an error for root as well.
#[test]
fn file_instead_of_the_parent_folder_is_an_error() {
    let workspace = Workspace::new();
    let before = workspace.files();
    let output = workspace.run(&["codegen", "--out", "model.json/client"]);
    let message = String::from_utf8_lossy(&output.stderr);
    assert_eq!(output.status.code(), Some(1));
    assert!(
        message.starts_with("error: ") && message.contains("help: a file or folder of another kind"),
        "{message}"
    );
    assert!(workspace.files() == before);
}

#[test]
fn update_overwrites_edits_only_with_force() {
    let source = model("new").display().to_string();
    let (done, workspace) = (Workspace::new(), Workspace::new());
    assert_success(&done.run(&["update", &source]));
    fs::write(workspace.path("client/src/lib.rs"), "//! Edited.\n").expect("it can be written");
    let before = workspace.files();
    let refused = workspace.run(&["update", &source]);
    let message = String::from_utf8_lossy(&refused.stderr);
    assert_eq!(refused.status.code(), Some(1));
    assert!(
        message.contains("`client/src/lib.rs`")
            && message.contains("`--force`")
            && message.contains("overlay"),
        "{message}"
    );
    assert!(workspace.files() == before);
    let shown = workspace.run(&["update", &source, "--dry-run"]);
    assert!(String::from_utf8_lossy(&shown.stdout).contains("edited by hand: client/src/lib.rs"));
    assert_success(&workspace.run(&["update", &source, "--force"]));
    assert!(workspace.files() == done.files());
}

/// All files have the line ends of Windows, as git with `core.autocrlf` checks them out.
#[test]
fn checkout_with_windows_line_ends_is_up_to_date() {
    let workspace = Workspace::new();
    let model = workspace.path("model.json").display().to_string();
    // The update makes the model canonical.
    assert_success(&workspace.run(&["update", &model]));
    for (path, text) in workspace.files() {
        let text = String::from_utf8(text).expect("all files are UTF-8");
        fs::write(workspace.0.path().join(path), text.replace('\n', "\r\n")).expect("it can be written");
    }
    let before = workspace.files();
    assert_success(&workspace.run(&["codegen", "--check"]));
    assert_success(&workspace.run(&["codegen"]));
    let update = workspace.run(&["update", &model]);
    assert!(String::from_utf8_lossy(&update.stdout).contains("the model is up to date"));
    assert!(workspace.files() == before);
}
