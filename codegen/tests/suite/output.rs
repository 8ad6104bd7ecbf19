//! Writing a crate and comparing a folder with it: the generated files are replaced as a whole, and user files are kept.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Barrier;
use std::thread;

use tempfile::TempDir;
use tinsmith::output::{Difference, UnsyncedDisk, Writer, check, leftover, write};
use tinsmith::{Config, GeneratedCrate, generate};

use crate::disk::{contents, crates, expected, names};

/// Writes a crate to a new folder.
fn written(generated: &GeneratedCrate) -> (TempDir, PathBuf) {
    let parent = TempDir::new().unwrap();
    let folder = parent.path().join("generated");
    write(generated, &folder).unwrap();
    (parent, folder)
}

#[test]
fn new_folder_contains_only_the_crate() {
    let (crate_one, _) = crates();
    let (parent, folder) = written(&crate_one);
    assert_eq!(contents(&folder), expected(&crate_one));
    assert_eq!(fs::read_dir(parent.path()).unwrap().count(), 1, "nothing is left next to the crate");
    assert_eq!(check(&crate_one, &folder).unwrap(), []);
}

#[test]
fn files_that_are_no_longer_generated_are_removed() {
    let (first, second) = crates();
    let (parent, folder) = written(&first);
    write(&second, &folder).unwrap();
    assert_eq!(contents(&folder), expected(&second));
    assert!(!folder.join("src/operation/update_port").exists(), "empty folders are removed too");
    assert_eq!(fs::read_dir(parent.path()).unwrap().count(), 1);
}

#[test]
fn user_files_are_kept() {
    let (first, second) = crates();
    let (_parent, folder) = written(&first);
    let user_files = [
        "NOTES.md",
        "examples/deep/er.rs",
        "src/extra.rs",
        "src/operation/update_port/mine.rs",
        "tests/mine.rs",
    ];
    for path in user_files {
        fs::create_dir_all(folder.join(path).parent().unwrap()).unwrap();
        fs::write(folder.join(path), path).unwrap();
    }
    write(&second, &folder).unwrap();
    let mut all = expected(&second);
    all.extend(user_files.map(|path| (path.to_owned(), path.as_bytes().to_vec())));
    assert_eq!(contents(&folder), all);
    assert_eq!(check(&second, &folder).unwrap(), [], "user files are not compared");
}

#[test]
fn files_of_a_folder_without_a_manifest_are_kept() {
    let (generated, _) = crates();
    let parent = TempDir::new().unwrap();
    let folder = parent.path().join("generated");
    fs::create_dir_all(folder.join("src")).unwrap();
    fs::write(folder.join("src/mine.rs"), "mine").unwrap();
    write(&generated, &folder).unwrap();
    assert_eq!(fs::read_to_string(folder.join("src/mine.rs")).unwrap(), "mine");
}

#[test]
fn user_file_at_the_path_of_a_generated_folder_is_refused() {
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
fn user_files_in_a_folder_that_becomes_generated_are_kept() {
    let (first, _) = crates();
    let config = Config { protocol_tests: true, ..Config::new("tests/golden/endpoint_rules/model.json") };
    let second = generate(&config).unwrap();
    let (_parent, folder) = written(&first);
    fs::create_dir(folder.join("tests")).unwrap();
    fs::write(folder.join("tests/mine.rs"), "mine").unwrap();
    write(&second, &folder).unwrap();
    assert!(folder.join("tests/endpoint.rs").is_file());
    assert_eq!(fs::read_to_string(folder.join("tests/mine.rs")).unwrap(), "mine");
}

/// The output folder contains a hand-written crate.
#[test]
fn user_file_is_never_overwritten() {
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
fn staging_folder_of_a_killed_run_is_removed() {
    let (first, second) = crates();
    let (parent, folder) = written(&first);
    let staging = parent.path().join(".generated.tinsmith-new");
    fs::create_dir_all(staging.join("src")).unwrap();
    fs::write(staging.join("Cargo.toml"), "half").unwrap();
    write(&second, &folder).unwrap();
    assert_eq!(contents(&folder), expected(&second));
    assert_eq!(fs::read_dir(parent.path()).unwrap().count(), 1);
}

#[test]
fn lock_file_of_a_killed_run_is_removed_when_there_is_nothing_to_write() {
    let (crate_one, _) = crates();
    let (parent, folder) = written(&crate_one);
    fs::write(parent.path().join(".generated.tinsmith-lock"), "").unwrap();
    write(&crate_one, &folder).unwrap();
    assert_eq!(fs::read_dir(parent.path()).unwrap().count(), 1);
}

/// The folder's parent is a file, so that nothing can be created next to the crate.
#[test]
fn output_folder_that_cannot_be_written_is_an_error() {
    let (generated, _) = crates();
    let parent = TempDir::new().unwrap();
    let file = parent.path().join("file");
    fs::write(&file, "a file").unwrap();
    let error = write(&generated, &file.join("generated")).unwrap_err().to_string();
    assert!(error.contains("the crate is unchanged"), "{error}");
    assert_eq!(contents(parent.path()), BTreeMap::from([("file".to_owned(), b"a file".to_vec())]));
}

/// A file is at the path of a folder that is created while the new crate is staged.
#[test]
fn failure_while_staging_keeps_the_old_crate() {
    let (first, second) = crates();
    let (parent, folder) = written(&first);
    let mut broken = second;
    broken.files.insert("src/lib.rs/below".to_owned(), "a file below a file".to_owned());
    let error = write(&broken, &folder).unwrap_err().to_string();
    assert!(error.contains("the crate is unchanged"), "{error}");
    assert_eq!(contents(&folder), expected(&first));
    assert_eq!(fs::read_dir(parent.path()).unwrap().count(), 1, "nothing is left next to the crate");
}

#[test]
fn check_reports_edited_missing_and_unexpected_files() {
    let (first, second) = crates();
    let (_parent, folder) = written(&first);
    fs::write(folder.join("src/types.rs"), "edited\n").unwrap();
    fs::remove_file(folder.join("README.md")).unwrap();
    let before = contents(&folder);
    let differences = check(&first, &folder).unwrap();
    assert_eq!(differences.len(), 2, "{differences:?}");
    assert_eq!(differences[0], Difference::Missing { path: "README.md".to_owned() });
    let Difference::Edited { path, diff } = &differences[1] else { panic!("{differences:?}") };
    assert_eq!(path, "src/types.rs");
    assert!(diff.contains("-edited\n") && diff.contains("+pub mod builders;\n"), "{diff}");
    let differences = check(&second, &folder).unwrap();
    let unexpected = Difference::Unexpected { path: "src/types/port.rs".to_owned() };
    assert!(differences.contains(&unexpected), "{differences:?}");
    assert_eq!(contents(&folder), before, "checking writes nothing");
}

#[test]
fn check_of_a_folder_that_does_not_exist_reports_every_file() {
    let (generated, _) = crates();
    let differences = check(&generated, Path::new("tests/there_is_no_such_folder")).unwrap();
    assert_eq!(differences.len(), generated.files.len());
    assert!(differences.iter().all(|difference| matches!(difference, Difference::Missing { .. })));
}

/// A manifest that counted as none would make all files user files.
#[test]
fn manifest_that_is_not_utf_8_is_an_error() {
    let (first, second) = crates();
    let (_parent, folder) = written(&first);
    fs::write(folder.join(".tinsmith-manifest"), b"src/\xff.rs 0\n").unwrap();
    let before = contents(&folder);
    for error in [check(&second, &folder).unwrap_err(), write(&second, &folder).unwrap_err()] {
        let message = error.to_string();
        assert!(message.contains("cannot read") && message.contains(".tinsmith-manifest"), "{message}");
    }
    assert_eq!(contents(&folder), before);
}

#[test]
fn folder_at_the_path_of_a_generated_file_is_an_error() {
    let (generated, _) = crates();
    let (_parent, folder) = written(&generated);
    fs::remove_file(folder.join("src/lib.rs")).unwrap();
    fs::create_dir(folder.join("src/lib.rs")).unwrap();
    let message = check(&generated, &folder).unwrap_err().to_string();
    assert!(message.contains("cannot read") && message.contains("lib.rs"), "{message}");
    let message = write(&generated, &folder).unwrap_err().to_string();
    assert!(message.contains("lib.rs"), "{message}");
}

#[test]
fn path_that_cannot_be_an_output_folder_has_no_leftover_but_an_error() {
    let message = leftover(Path::new("/")).unwrap_err().to_string();
    assert!(message.contains("cannot be the output folder"), "{message}");
}

/// The manifest of an attacker lists files outside of the crate.
#[test]
fn hostile_manifest_does_not_reach_files_outside_of_the_crate() {
    let (generated, _) = crates();
    let parent = TempDir::new().unwrap();
    let folder = parent.path().join("generated");
    fs::create_dir(&folder).unwrap();
    fs::write(parent.path().join("precious"), "precious").unwrap();
    let hostile = "../precious\n/etc/hostname\nsrc/../../precious\n./x\n";
    fs::write(folder.join(".tinsmith-manifest"), hostile).unwrap();
    assert!(
        !check(&generated, &folder)
            .unwrap()
            .iter()
            .any(|difference| matches!(difference, Difference::Unexpected { .. }))
    );
    write(&generated, &folder).unwrap();
    assert_eq!(fs::read_to_string(parent.path().join("precious")).unwrap(), "precious");
}

#[test]
fn edited_files_are_reported_and_overwritten_only_by_force() {
    let (first, second) = crates();
    let (_parent, folder) = written(&first);
    // A file of both crates, and one that only the first crate has.
    let edited = ["src/types.rs", "src/types/port.rs"];
    for path in edited {
        fs::write(folder.join(path), "edited\n").unwrap();
    }
    let before = contents(&folder);
    for generated in [&first, &second] {
        let refused = write(generated, &folder).unwrap_err();
        for path in edited {
            assert!(refused.to_string().contains(path), "{refused}");
        }
        assert!(
            refused.help().contains("overlay") && refused.help().contains("--force"),
            "{}",
            refused.help()
        );
        assert_eq!(contents(&folder), before);
        let is_edited = |difference: &&Difference| matches!(difference, Difference::Edited { .. });
        assert_eq!(check(generated, &folder).unwrap().iter().filter(is_edited).count(), 2);
    }
    Writer::open(&folder, &[], &UnsyncedDisk).unwrap().write(&second, &[], true).unwrap();
    assert_eq!(contents(&folder), expected(&second));
}

/// A removed file is not an edit that could be lost.
#[test]
fn file_that_was_removed_by_hand_is_written_again() {
    let (generated, _) = crates();
    let (_parent, folder) = written(&generated);
    fs::remove_file(folder.join("src/types.rs")).unwrap();
    write(&generated, &folder).unwrap();
    assert_eq!(contents(&folder), expected(&generated));
}

/// The texts of another version of the generator have the digests of that version's manifest.
#[test]
fn crate_of_another_version_of_the_generator_is_not_reported_as_edited() {
    let (generated, _) = crates();
    let mut older = generated.clone();
    let text = "// As an older version wrote it.\n";
    let manifest = &generated.files[".tinsmith-manifest"];
    let line = manifest.lines().find(|line| line.starts_with("src/types.rs ")).unwrap();
    older.files.insert("src/types.rs".to_owned(), text.to_owned());
    for listed in ["src/types.rs 5d6c6a0ba2fa2d1b".to_owned(), format!("src/types.rs {:016x}", fnv(text))] {
        let is_current = listed.ends_with(&format!("{:016x}", fnv(text)));
        older.files.insert(".tinsmith-manifest".to_owned(), manifest.replace(line, &listed));
        let parent = TempDir::new().unwrap();
        let folder = parent.path().join("generated");
        write(&older, &folder).unwrap();
        assert_eq!(write(&generated, &folder).is_ok(), is_current);
    }
    // The oldest versions wrote no digests.
    let paths = manifest.lines().map(|line| line.split(' ').next().unwrap());
    older.files.insert(".tinsmith-manifest".to_owned(), paths.collect::<Vec<_>>().join("\n"));
    let (_parent, folder) = written(&older);
    write(&generated, &folder).unwrap();
    assert_eq!(contents(&folder), expected(&generated));
}

fn fnv(text: &str) -> u64 {
    text.bytes()
        .fold(0xcbf2_9ce4_8422_2325, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3))
}

/// Git converts the line endings of a checkout if `core.autocrlf` is set.
#[test]
fn checkout_with_windows_line_endings_is_up_to_date() {
    let (first, second) = crates();
    let (_parent, folder) = written(&first);
    for (path, text) in &first.files {
        assert!(!text.contains('\r'), "{path}");
        fs::write(folder.join(path), text.replace('\n', "\r\n")).unwrap();
    }
    let before = contents(&folder);
    assert_eq!(check(&first, &folder).unwrap(), []);
    write(&first, &folder).unwrap();
    assert_eq!(contents(&folder), before, "line endings alone are not a reason to write");
    write(&second, &folder).unwrap();
    assert_eq!(contents(&folder), expected(&second));
}

/// Without the manifest, a file counts as generated only if it has the generated text.
#[test]
fn crate_without_a_manifest_is_accepted_if_its_files_are_the_same() {
    let (first, second) = crates();
    let (_parent, folder) = written(&first);
    fs::remove_file(folder.join(".tinsmith-manifest")).unwrap();
    assert!(write(&second, &folder).is_err());
    write(&first, &folder).unwrap();
    assert_eq!(contents(&folder), expected(&first));
}

/// Each run writes its whole crate after another; none fails, and the files of two crates are never mixed. Three runs: more of
/// them would wait longer for the lock on a busy machine than a run does.
#[test]
fn concurrent_runs_write_one_after_another() {
    let (first, second) = crates();
    for _ in 0..8 {
        let parent = TempDir::new().unwrap();
        let folder = parent.path().join("deep/generated");
        let barrier = Barrier::new(3);
        thread::scope(|scope| {
            for index in 0..3 {
                let (generated, folder, barrier) =
                    (if index % 2 == 0 { &first } else { &second }, &folder, &barrier);
                scope.spawn(move || {
                    barrier.wait();
                    write(generated, folder).unwrap_or_else(|error| panic!("{error}"));
                });
            }
        });
        let found = contents(&folder);
        assert!(found == expected(&first) || found == expected(&second), "a mixed crate");
        assert_eq!(names(&parent.path().join("deep")).into_iter().collect::<Vec<_>>(), ["generated"]);
    }
}

#[test]
fn run_that_cannot_get_the_lock_names_the_lock_file() {
    let (first, second) = crates();
    let (parent, folder) = written(&first);
    let other = Writer::open(&folder, &[], &UnsyncedDisk).unwrap();
    let refused = write(&second, &folder).unwrap_err();
    assert!(refused.to_string().contains("another run is writing"), "{refused}");
    assert!(refused.help().contains(".generated.tinsmith-lock"), "{}", refused.help());
    assert_eq!(contents(&folder), expected(&first));
    write(&first, &folder).expect("a folder that is up to date needs no lock");
    drop(other);
    write(&second, &folder).unwrap();
    assert_eq!(names(parent.path()).into_iter().collect::<Vec<_>>(), ["generated"]);
}

#[test]
fn folder_may_be_given_by_any_path_that_has_a_parent() {
    let (generated, _) = crates();
    let parent = TempDir::new().unwrap();
    let folder = parent.path().join("with spaces/and ünïcode");
    for named in [folder.clone(), folder.join("."), folder.join("src/..")] {
        write(&generated, &named).unwrap();
        assert_eq!(contents(&folder), expected(&generated));
        assert_eq!(leftover(&named).unwrap(), None);
    }
    assert!(
        write(&generated, Path::new("/")).unwrap_err().to_string().contains("cannot be the output folder")
    );
}

#[cfg(unix)]
mod links {
    use std::os::unix::fs::symlink;

    use super::*;

    /// A crate, and a folder outside of it that must not change.
    fn site() -> (TempDir, std::path::PathBuf, std::path::PathBuf) {
        let parent = TempDir::new().unwrap();
        let (folder, outside) = (parent.path().join("generated"), parent.path().join("outside"));
        fs::create_dir(&outside).unwrap();
        fs::write(outside.join("precious.rs"), "precious").unwrap();
        (parent, folder, outside)
    }

    fn assert_untouched(outside: &Path) {
        assert_eq!(contents(outside), BTreeMap::from([("precious.rs".to_owned(), b"precious".to_vec())]));
    }

    #[test]
    fn output_folder_that_is_a_link_is_refused() {
        let (generated, _) = crates();
        let (parent, folder, outside) = site();
        for target in [&outside, &parent.path().join("nowhere")] {
            symlink(target, &folder).unwrap();
            let refused = write(&generated, &folder).unwrap_err();
            assert!(refused.to_string().contains("is a symbolic link"), "{refused}");
            assert!(refused.help().contains(target.to_str().unwrap()), "{}", refused.help());
            assert_untouched(&outside);
            fs::remove_file(&folder).unwrap();
        }
        assert_eq!(names(parent.path()).len(), 1);
    }

    #[test]
    fn link_above_the_output_folder_is_followed() {
        let (generated, _) = crates();
        let (parent, _, outside) = site();
        symlink(&outside, parent.path().join("link")).unwrap();
        write(&generated, &parent.path().join("link/generated")).unwrap();
        assert_eq!(contents(&outside.join("generated")), expected(&generated));
    }

    #[test]
    fn link_at_the_path_of_a_generated_file_is_an_edit() {
        let (first, second) = crates();
        let (_parent, folder, outside) = site();
        write(&first, &folder).unwrap();
        let file = folder.join("src/types.rs");
        for text in ["precious", &first.files["src/types.rs"]] {
            let _ = fs::remove_file(&file);
            fs::write(outside.join("precious.rs"), text).unwrap();
            symlink(outside.join("precious.rs"), &file).unwrap();
            assert_eq!(
                check(&first, &folder).unwrap().len(),
                1,
                "a link is not a generated file, whatever its target is"
            );
            assert!(write(&second, &folder).unwrap_err().to_string().contains("src/types.rs"));
        }
        fs::write(outside.join("precious.rs"), "precious").unwrap();
        Writer::open(&folder, &[], &UnsyncedDisk).unwrap().write(&second, &[], true).unwrap();
        assert_eq!(contents(&folder), expected(&second));
        assert!(!file.is_symlink());
        assert_untouched(&outside);
    }

    #[test]
    fn link_at_the_path_of_a_generated_folder_is_refused() {
        let (first, second) = crates();
        let (_parent, folder, outside) = site();
        write(&first, &folder).unwrap();
        fs::remove_dir_all(folder.join("src/types")).unwrap();
        symlink(&outside, folder.join("src/types")).unwrap();
        for generated in [&first, &second] {
            let refused = write(generated, &folder).unwrap_err();
            assert!(refused.to_string().contains("src/types"), "{refused}");
            assert_untouched(&outside);
        }
    }

    #[test]
    fn links_of_the_user_are_kept() {
        let (first, second) = crates();
        let (_parent, folder, outside) = site();
        write(&first, &folder).unwrap();
        symlink(&outside, folder.join("linked")).unwrap();
        symlink("nowhere", folder.join("src/dangling")).unwrap();
        write(&second, &folder).unwrap();
        assert_eq!(fs::read_link(folder.join("linked")).unwrap(), outside);
        assert_eq!(fs::read_link(folder.join("src/dangling")).unwrap(), Path::new("nowhere"));
        assert_eq!(contents(&folder), expected(&second));
        assert_untouched(&outside);
    }

    /// An attacker has created links with the names that a run uses.
    #[test]
    fn links_next_to_the_crate_are_not_followed() {
        let (first, second) = crates();
        let (parent, folder, outside) = site();
        write(&first, &folder).unwrap();
        for name in [".generated.tinsmith-new", ".generated.tinsmith-old", "generated/.tinsmith-pending"] {
            symlink(&outside, parent.path().join(name)).unwrap();
            assert!(leftover(&folder).unwrap().is_some());
            write(&second, &folder).unwrap();
            write(&first, &folder).unwrap();
            assert_untouched(&outside);
            assert_eq!(contents(&folder), expected(&first));
        }
        symlink(outside.join("new"), parent.path().join(".generated.tinsmith-lock")).unwrap();
        assert!(write(&second, &folder).unwrap_err().help().contains("remove it"));
        assert_untouched(&outside);
    }
}

/// The user has removed a generated file and created a folder with its name.
#[test]
fn folder_at_the_path_of_a_generated_file_is_refused() {
    let (first, second) = crates();
    let (_parent, folder) = written(&first);
    fs::remove_file(folder.join("src/types/port.rs")).unwrap();
    fs::create_dir(folder.join("src/types/port.rs")).unwrap();
    fs::write(folder.join("src/types/port.rs/mine"), "mine").unwrap();
    assert!(write(&first, &folder).unwrap_err().to_string().contains("src/types/port.rs"));
    write(&second, &folder).expect("this crate has no file there");
    assert_eq!(fs::read(folder.join("src/types/port.rs/mine")).unwrap(), b"mine");
}
