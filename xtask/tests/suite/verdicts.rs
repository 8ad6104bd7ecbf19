//! `cargo xtask verdicts` on pairs of the tests of `diff`.

use std::fs;
use std::path::Path;
use std::process::Command;

/// A removed field, a change that only calls notice, one of behaviour, and one of documentation. The crates have no
/// client, which takes a tenth of the time, and cargo-semver-checks is not required.
#[test]
#[ignore = "compiles crates"]
fn verdicts_of_pairs_are_confirmed_or_explained() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).parent().expect("xtask is in the workspace");
    let pairs = root.join("codegen/tests/diff");
    let output = Command::new(env!("CARGO_BIN_EXE_xtask"))
        .arg("verdicts")
        .args([&pairs, &pairs])
        .args(["--unoptimized", "--features", "serde", "--semver-checks", "no-such-program"])
        .args(["member-removed", "member-required", "auth", "documentation"])
        .current_dir(root)
        .output()
        .expect("xtask starts");
    let (table, errors) = (String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr));
    assert_eq!(output.status.code(), Some(0), "{errors}");
    for (service, verdict, result) in [
        ("member-removed", "major", "same"),
        ("member-required", "major", "calls"),
        ("auth", "minor", "behaviour"),
        ("documentation", "patch", "same"),
    ] {
        let row = table.lines().find(|line| line.starts_with(&format!("| {service} | {verdict} | ")));
        assert!(row.is_some_and(|row| row.ends_with(&format!("| {result} |"))), "{table}");
    }
    assert!(table.contains("4 verdicts: 2 confirmed, 2 explained, 0 wrong"), "{table}");
}

#[test]
#[ignore = "compiles tools"]
fn missing_service_exits_with_1_and_invalid_usage_with_2() {
    let xtask = |arguments: &[&str]| {
        let output = Command::new(env!("CARGO_BIN_EXE_xtask")).arg("verdicts").args(arguments).output();
        output.expect("xtask starts").status.code()
    };
    let folder = tempfile::tempdir().expect("a temporary folder");
    fs::write(folder.path().join("other.json"), "{}").expect("it can be written");
    let folder = folder.path().to_str().expect("temporary folders have plain names");
    assert_eq!(xtask(&[folder, folder, "--unoptimized", "missing"]), Some(1));
    assert_eq!(xtask(&[folder]), Some(2));
}
