//! Writing a crate and comparing a folder with it: what is the generator's is replaced as a whole, and nothing else
//! is touched.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use tempfile::TempDir;
use tinsmith::output::{Difference, check, write};
use tinsmith::{Config, GeneratedCrate, generate};

/// Two crates that share files and have files of their own.
fn crates() -> (GeneratedCrate, GeneratedCrate) {
    let of = |feature: &str| generate(&Config::new(format!("tests/golden/{feature}/model.json"))).unwrap();
    (of("structure"), of("enum"))
}

/// Every file below a folder, with its bytes.
fn contents(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let mut found = BTreeMap::new();
    let mut open = vec![folder.to_owned()];
    while let Some(next) = open.pop() {
        for entry in fs::read_dir(&next).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                open.push(path);
            } else {
                let name = path.strip_prefix(folder).unwrap().to_str().unwrap().to_owned();
                found.insert(name, fs::read(&path).unwrap());
            }
        }
    }
    found
}

fn expected(generated: &GeneratedCrate) -> BTreeMap<String, Vec<u8>> {
    generated.files.iter().map(|(path, text)| (path.clone(), text.clone().into_bytes())).collect()
}

#[test]
fn a_new_folder_holds_the_crate_and_nothing_else() {
    let (crate_one, _) = crates();
    let parent = TempDir::new().unwrap();
    let folder = parent.path().join("generated");
    write(&crate_one, &folder).unwrap();
    assert_eq!(contents(&folder), expected(&crate_one));
    assert_eq!(fs::read_dir(parent.path()).unwrap().count(), 1, "nothing is left beside the crate");
    assert_eq!(check(&crate_one, &folder), []);
}

#[test]
fn files_that_are_not_generated_any_more_are_removed() {
    let (first, second) = crates();
    let parent = TempDir::new().unwrap();
    let folder = parent.path().join("generated");
    write(&first, &folder).unwrap();
    write(&second, &folder).unwrap();
    assert_eq!(contents(&folder), expected(&second));
    assert!(!folder.join("src/operation/update_port").exists(), "empty folders go too");
    assert_eq!(fs::read_dir(parent.path()).unwrap().count(), 1);
}

#[test]
fn foreign_files_stay() {
    let (first, second) = crates();
    let parent = TempDir::new().unwrap();
    let folder = parent.path().join("generated");
    write(&first, &folder).unwrap();
    let foreign = [
        "NOTES.md",
        "examples/deep/er.rs",
        "src/extra.rs",
        "src/operation/update_port/own.rs",
        "tests/own.rs",
    ];
    for path in foreign {
        fs::create_dir_all(folder.join(path).parent().unwrap()).unwrap();
        fs::write(folder.join(path), path).unwrap();
    }
    write(&second, &folder).unwrap();
    let mut all = expected(&second);
    all.extend(foreign.map(|path| (path.to_owned(), path.as_bytes().to_vec())));
    assert_eq!(contents(&folder), all);
    assert_eq!(check(&second, &folder), [], "foreign files are nobody's business");
}

#[test]
fn a_folder_without_a_manifest_keeps_its_files() {
    let (generated, _) = crates();
    let parent = TempDir::new().unwrap();
    let folder = parent.path().join("generated");
    fs::create_dir_all(folder.join("src")).unwrap();
    fs::write(folder.join("src/mine.rs"), "mine").unwrap();
    write(&generated, &folder).unwrap();
    assert_eq!(fs::read_to_string(folder.join("src/mine.rs")).unwrap(), "mine");
}

/// A folder that only the new crate has as well.
#[test]
fn a_foreign_file_where_a_folder_must_be_is_refused_and_stays() {
    let (crate_one, _) = crates();
    let parent = TempDir::new().unwrap();
    let folder = parent.path().join("generated");
    fs::create_dir_all(folder.join("src")).unwrap();
    fs::write(folder.join("src/operation"), "mine").unwrap();
    let before = contents(&folder);
    let error = write(&crate_one, &folder).unwrap_err().to_string();
    assert!(error.contains("src/operation"), "{error}");
    assert_eq!(contents(&folder), before);
}

#[test]
fn foreign_files_in_a_folder_that_becomes_generated_stay() {
    let (first, _) = crates();
    let config = Config { protocol_tests: true, ..Config::new("tests/golden/endpoint_rules/model.json") };
    let second = generate(&config).unwrap();
    let parent = TempDir::new().unwrap();
    let folder = parent.path().join("generated");
    write(&first, &folder).unwrap();
    fs::create_dir(folder.join("tests")).unwrap();
    fs::write(folder.join("tests/mine.rs"), "mine").unwrap();
    write(&second, &folder).unwrap();
    assert!(folder.join("tests/endpoint.rs").is_file());
    assert_eq!(fs::read_to_string(folder.join("tests/mine.rs")).unwrap(), "mine");
}

/// A crate that somebody wrote by hand stands where the generated one should go.
#[test]
fn a_foreign_file_is_never_overwritten() {
    let (generated, _) = crates();
    let parent = TempDir::new().unwrap();
    let folder = parent.path().join("mine");
    fs::create_dir_all(folder.join("src")).unwrap();
    fs::write(folder.join("Cargo.toml"), "mine").unwrap();
    fs::write(folder.join("src/lib.rs"), "mine").unwrap();
    let before = contents(&folder);
    let error = write(&generated, &folder).unwrap_err().to_string();
    assert!(error.contains("Cargo.toml"), "{error}");
    assert_eq!(contents(&folder), before);
}

#[test]
fn what_a_killed_run_left_behind_is_cleared_away() {
    let (first, second) = crates();
    let parent = TempDir::new().unwrap();
    let folder = parent.path().join("generated");
    write(&first, &folder).unwrap();
    let staging = parent.path().join(".generated.tinsmith-new");
    fs::create_dir_all(staging.join("src")).unwrap();
    fs::write(staging.join("Cargo.toml"), "half").unwrap();
    write(&second, &folder).unwrap();
    assert_eq!(contents(&folder), expected(&second));
    assert_eq!(fs::read_dir(parent.path()).unwrap().count(), 1);
}

/// The folder's parent is a file, so that nothing can be made beside the crate.
#[test]
fn a_target_that_cannot_be_written_is_an_error() {
    let (generated, _) = crates();
    let parent = TempDir::new().unwrap();
    let file = parent.path().join("file");
    fs::write(&file, "a file").unwrap();
    let error = write(&generated, &file.join("generated")).unwrap_err().to_string();
    assert!(error.contains("the crate is as it was"), "{error}");
    assert_eq!(contents(parent.path()), BTreeMap::from([("file".to_owned(), b"a file".to_vec())]));
}

/// A file stands where a folder must be made while the new crate is put together.
#[test]
fn a_failure_half_way_leaves_the_old_crate() {
    let (first, second) = crates();
    let parent = TempDir::new().unwrap();
    let folder = parent.path().join("generated");
    write(&first, &folder).unwrap();
    let mut broken = second;
    broken.files.insert("src/lib.rs/below".to_owned(), "a file below a file".to_owned());
    let error = write(&broken, &folder).unwrap_err().to_string();
    assert!(error.contains("the crate is as it was"), "{error}");
    assert_eq!(contents(&folder), expected(&first));
    assert_eq!(fs::read_dir(parent.path()).unwrap().count(), 1, "nothing is left beside the crate");
}

#[cfg(unix)]
#[test]
fn a_read_only_parent_leaves_the_old_crate() {
    use std::os::unix::fs::PermissionsExt as _;
    let (first, second) = crates();
    let parent = TempDir::new().unwrap();
    let folder = parent.path().join("generated");
    write(&first, &folder).unwrap();
    fs::set_permissions(parent.path(), fs::Permissions::from_mode(0o555)).unwrap();
    let written = write(&second, &folder);
    fs::set_permissions(parent.path(), fs::Permissions::from_mode(0o755)).unwrap();
    // Root writes wherever it likes.
    let expected = if written.is_ok() { expected(&second) } else { expected(&first) };
    assert_eq!(contents(&folder), expected);
}

#[test]
fn check_tells_stale_missing_and_unexpected_files() {
    let (first, second) = crates();
    let parent = TempDir::new().unwrap();
    let folder = parent.path().join("generated");
    write(&first, &folder).unwrap();
    fs::write(folder.join("src/types.rs"), "edited\n").unwrap();
    fs::remove_file(folder.join("README.md")).unwrap();
    let before = contents(&folder);
    let differences = check(&first, &folder);
    assert_eq!(differences.len(), 2, "{differences:?}");
    assert_eq!(differences[0], Difference::Missing { path: "README.md".to_owned() });
    let Difference::Stale { path, diff } = &differences[1] else { panic!("{differences:?}") };
    assert_eq!(path, "src/types.rs");
    assert!(diff.contains("-edited\n") && diff.contains("+pub mod builders;\n"), "{diff}");
    let left = check(&second, &folder);
    assert!(left.contains(&Difference::Unexpected { path: "src/types/port.rs".to_owned() }), "{left:?}");
    assert_eq!(contents(&folder), before, "checking writes nothing");
}

#[test]
fn check_of_a_folder_that_is_not_there_misses_everything() {
    let (generated, _) = crates();
    let differences = check(&generated, Path::new("tests/there_is_no_such_folder"));
    assert_eq!(differences.len(), generated.files.len());
    assert!(differences.iter().all(|difference| matches!(difference, Difference::Missing { .. })));
}

/// A manifest that names files outside the crate, as an attacker might write one.
#[test]
fn a_hostile_manifest_reaches_nothing_outside() {
    let (generated, _) = crates();
    let parent = TempDir::new().unwrap();
    let folder = parent.path().join("generated");
    fs::create_dir(&folder).unwrap();
    fs::write(parent.path().join("precious"), "precious").unwrap();
    let hostile = "../precious\n/etc/hostname\nsrc/../../precious\n./x\n";
    fs::write(folder.join(".tinsmith-manifest"), hostile).unwrap();
    assert!(
        !check(&generated, &folder)
            .iter()
            .any(|difference| matches!(difference, Difference::Unexpected { .. }))
    );
    write(&generated, &folder).unwrap();
    assert_eq!(fs::read_to_string(parent.path().join("precious")).unwrap(), "precious");
}
