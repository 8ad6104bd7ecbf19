//! The same inputs give the same bytes in every environment.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

const MODEL: &str = "model/directconnect-2012-10-25.json";
const OVERLAY: &str = "model/directconnect-2012-10-25.overlay.json";

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..").canonicalize().expect("xtask is in the workspace")
}

/// Returns all files of a folder with their content.
fn files(folder: &Path) -> BTreeMap<PathBuf, Vec<u8>> {
    let mut files = BTreeMap::new();
    let mut open = vec![folder.to_owned()];
    while let Some(next) = open.pop() {
        for entry in fs::read_dir(next).expect("the folder is there") {
            let path = entry.expect("an entry").path();
            if path.is_dir() {
                open.push(path);
            } else {
                let name = path.strip_prefix(folder).expect("it is below").to_owned();
                let content = fs::read_to_string(&path).expect("it can be read");
                files.insert(name, without_runtime_path(&content).into_bytes());
            }
        }
    }
    files
}

/// Drops the only lines that depend on the output folder: the relative path of the shared runtime, and the digest of the
/// manifest that contains it.
fn without_runtime_path(content: &str) -> String {
    let depends = |line: &str| line.starts_with("tinsmith-runtime = ") || line.starts_with("Cargo.toml ");
    content.lines().filter(|line| !depends(line)).fold(String::new(), |text, line| text + line + "\n")
}

/// Generates the crate of all operations with a command that `change` modifies.
fn generated(
    model: &Path,
    overlay: &Path,
    out: &Path,
    change: impl Fn(&mut Command),
) -> BTreeMap<PathBuf, Vec<u8>> {
    let mut command = Command::new(env!("CARGO_BIN_EXE_xtask"));
    command.current_dir(root());
    change(&mut command);
    command.args(["codegen", "--operations", "all", "--crate-name", "same"]);
    command.arg("--model").arg(model).arg("--overlay").arg(overlay).arg("--out").arg(out);
    let output = command.output().expect("xtask starts");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    files(out)
}

#[test]
#[ignore = "takes long"]
fn output_does_not_depend_on_language_time_zone_and_terminal() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let run = |name: &str, variables: &[(&str, &str)]| {
        generated(MODEL.as_ref(), OVERLAY.as_ref(), &folder.path().join(name), |command| {
            command.envs(variables.iter().copied());
        })
    };
    let expected = run("plain", &[("LC_ALL", "C"), ("TZ", "UTC")]);
    // In Turkish, the upper case of i is not I.
    let others: [&[(&str, &str)]; 4] = [
        &[("LC_ALL", "tr_TR.UTF-8"), ("LANG", "tr_TR.UTF-8"), ("TZ", "Pacific/Kiritimati")],
        &[("LC_ALL", "de_DE.ISO-8859-1"), ("LC_NUMERIC", "de_DE"), ("TZ", "America/St_Johns")],
        &[("CLICOLOR_FORCE", "1"), ("TERM", "xterm-256color"), ("COLUMNS", "20")],
        &[("SOURCE_DATE_EPOCH", "0"), ("USER", "somebody"), ("HOSTNAME", "somewhere")],
    ];
    for (index, variables) in others.into_iter().enumerate() {
        assert!(run(&index.to_string(), variables) == expected, "{variables:?}");
    }
}

/// Absolute and unusual paths, and renamed copies of the inputs.
#[test]
#[ignore = "takes long"]
fn output_does_not_depend_on_paths() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let at = |name: &str| folder.path().join(name);
    let expected = generated(MODEL.as_ref(), OVERLAY.as_ref(), &at("plain"), |_| {});
    let (model, overlay) = (root().join(MODEL), root().join(OVERLAY));
    assert!(generated(&model, &overlay, &at("with some spaces/and ünïcode 'quotes'"), |_| {}) == expected);
    let (copied, other) = (at("another name.json"), at("Überlagerung.json"));
    fs::copy(&model, &copied).expect("it can be copied");
    fs::copy(&overlay, &other).expect("it can be copied");
    assert!(generated(&copied, &other, &at("copied"), |_| {}) == expected);
    let from_below = |command: &mut Command| {
        command.current_dir(root().join("xtask"));
    };
    assert!(generated(&Path::new("..").join(MODEL), &overlay, &at("below"), from_below) == expected);
}

/// The number of threads that format files is that of the available processors.
#[cfg(target_os = "linux")]
#[test]
fn output_does_not_depend_on_the_number_of_threads() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let out = |name: &str| folder.path().join(name);
    let expected = generated(MODEL.as_ref(), OVERLAY.as_ref(), &out("all"), |_| {});
    let one = out("one");
    let mut command = Command::new("taskset");
    command.args(["--cpu-list", "0", env!("CARGO_BIN_EXE_xtask"), "codegen", "--operations", "all"]);
    command.args(["--crate-name", "same", "--model", MODEL, "--overlay", OVERLAY, "--out"]).arg(&one);
    let output = command.current_dir(root()).output().expect("`taskset`, of util-linux, starts");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    assert!(files(&one) == expected);
}
