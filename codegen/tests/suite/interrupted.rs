//! Writing that is killed or fails after each of its steps: the crate and the files that change with it are all old or all
//! new, user files are kept, and nothing else is left.

use std::collections::BTreeMap;
use std::fs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use tempfile::TempDir;
use tinsmith::GeneratedCrate;
use tinsmith::output::{Disk, PendingFile, UnsyncedDisk, WriteError, Writer, leftover};

use crate::disk::{Faulty, Then, contents, expected, names, small_crates};

/// User files, one of them in a folder that the new crate does not contain.
const USER_FILES: [&str; 5] = [
    "NOTES.md",
    "examples/deep/er.rs",
    "src/extra.rs",
    "src/operation/update_port/mine.rs",
    "target/debug/x",
];

/// Limit of the steps that writing takes.
const MAX_STEPS: usize = 500;

/// A workspace with a generated crate, as `cargo xtask update` finds it.
pub(crate) struct Site {
    pub(crate) root: TempDir,
    old: GeneratedCrate,
    new: GeneratedCrate,
    /// The workspace contains an old crate.
    has_old: bool,
    texts: Vec<PendingFile>,
}

impl Site {
    pub(crate) fn new(crates: &(GeneratedCrate, GeneratedCrate), has_old: bool, with_texts: bool) -> Self {
        let root = in_memory();
        let (old, new) = crates.clone();
        let mut site = Self { root, old, new, has_old, texts: Vec::new() };
        for name in ["model.json", "Cargo.toml"] {
            fs::write(site.path(name), format!("old {name}")).unwrap();
        }
        if has_old {
            Writer::open(&site.folder(), &[], &UnsyncedDisk).unwrap().write(&site.old, &[], false).unwrap();
            for path in USER_FILES {
                let path = site.folder().join(path);
                fs::create_dir_all(path.parent().unwrap()).unwrap();
                fs::write(&path, "by hand").unwrap();
            }
        }
        if with_texts {
            let names = ["model.json", "Cargo.toml", "generated/CHANGELOG.md"];
            site.texts =
                names.map(|name| PendingFile { path: site.path(name), text: format!("new {name}") }).to_vec();
        }
        site
    }

    fn path(&self, name: &str) -> PathBuf {
        self.root.path().join(name)
    }

    pub(crate) fn folder(&self) -> PathBuf {
        self.path("generated")
    }

    pub(crate) fn allowed(&self) -> Vec<PathBuf> {
        ["model.json", "Cargo.toml", "generated/CHANGELOG.md"].map(|name| self.path(name)).to_vec()
    }

    pub(crate) fn write(&self, disk: &dyn Disk) -> Result<(), WriteError> {
        Writer::open(&self.folder(), &self.allowed(), disk)?.write(&self.new, &self.texts, false)
    }

    /// Returns all files of the workspace before or after writing.
    fn expected_files(&self, is_new: bool) -> BTreeMap<String, Vec<u8>> {
        let mut files = BTreeMap::new();
        if is_new || self.has_old {
            let generated = expected(if is_new { &self.new } else { &self.old });
            files.extend(generated.into_iter().map(|(path, text)| (format!("generated/{path}"), text)));
        }
        if self.has_old {
            files.extend(USER_FILES.map(|path| (format!("generated/{path}"), b"by hand".to_vec())));
        }
        for name in ["model.json", "Cargo.toml"] {
            files.insert(name.to_owned(), format!("old {name}").into_bytes());
        }
        for text in self.texts.iter().filter(|_| is_new) {
            let name = text.path.strip_prefix(self.root.path()).unwrap().to_str().unwrap().to_owned();
            files.insert(name, text.text.clone().into_bytes());
        }
        files
    }

    /// Returns true if the generated files belong to one crate, even before the next run.
    pub(crate) fn has_one_crate(&self) -> bool {
        let found = contents(&self.folder());
        let is_whole = |generated: &GeneratedCrate, other: &GeneratedCrate| {
            let others = other.files.keys().filter(|path| !generated.files.contains_key(*path));
            expected(generated).iter().all(|(path, text)| found.get(path) == Some(text))
                && others.into_iter().all(|path| !found.contains_key(path))
        };
        is_whole(&self.old, &self.new) || is_whole(&self.new, &self.old)
    }

    fn assert_one_crate(&self, context: &str) {
        assert!(self.has_one_crate(), "{context}: a mixed crate");
    }

    /// Asserts that every user file exists somewhere.
    fn assert_nothing_lost(&self, context: &str) {
        let found = contents(self.root.path());
        for path in USER_FILES.iter().filter(|_| self.has_old) {
            assert!(found.keys().any(|found| found.ends_with(path)), "{context}: {path} is lost");
        }
    }

    /// Returns true if all files are new, false if all are old, `None` if they are mixed or there are others.
    pub(crate) fn is_finished(&self) -> Option<bool> {
        let found = contents(self.root.path());
        let mut entries = vec!["Cargo.toml", "model.json"];
        entries.extend(self.folder().exists().then_some("generated"));
        entries.sort_unstable();
        let is_clean = names(self.root.path()).into_iter().eq(entries);
        [true, false].into_iter().find(|is_new| is_clean && found == self.expected_files(*is_new))
    }

    /// Asserts that all files are old or all are new and that there are no others, and returns whether they are new.
    fn assert_finished(&self, context: &str) -> bool {
        self.is_finished().unwrap_or_else(|| panic!("{context}: {:?}", contents(self.root.path()).keys()))
    }
}

/// Returns a temporary folder in memory where the system has such: sites are many, and are not read again.
fn in_memory() -> TempDir {
    TempDir::new_in("/dev/shm").or_else(|_| TempDir::new()).unwrap()
}

/// Initial states: with an old crate, with files that change with it, and with a disk that can exchange folders.
pub(crate) const CASES: [(bool, bool, bool); 6] = [
    (true, true, true),
    (true, false, true),
    (true, true, false),
    (true, false, false),
    (false, true, true),
    (false, false, true),
];

#[test]
fn files_are_all_old_or_all_new_after_a_kill_at_any_step() {
    let crates = small_crates();
    for (has_old, with_texts, can_exchange) in CASES {
        let (mut steps, mut outcomes) = (0, [0, 0]);
        loop {
            let context = format!("{steps} steps, {has_old} {with_texts} {can_exchange}");
            let site = Site::new(&crates, has_old, with_texts);
            let disk = Faulty::new(steps, Then::Die, can_exchange);
            let written = site.write(&disk);
            if !disk.has_failed.get() {
                written.unwrap();
                assert!(site.assert_finished(&context));
                break;
            }
            if has_old && can_exchange {
                site.assert_one_crate(&context);
            }
            site.assert_nothing_lost(&context);

            // The next run finishes this one before it writes anything.
            drop(
                Writer::open(&site.folder(), &site.allowed(), &UnsyncedDisk)
                    .unwrap_or_else(|error| panic!("{context}: {error}")),
            );
            outcomes[usize::from(site.assert_finished(&context))] += 1;
            site.write(&Faulty::new(usize::MAX, Then::Die, can_exchange)).unwrap();
            assert!(site.assert_finished(&context), "{context}");
            steps += 1;
            assert!(steps < MAX_STEPS, "writing takes too many steps");
        }
        assert!(outcomes[0] > 10 && outcomes[1] > 0, "{outcomes:?}");
    }
}

#[test]
#[ignore = "takes long"]
fn run_that_finishes_an_interrupted_one_may_be_killed_too() {
    let crates = small_crates();
    let total = {
        let disk = Faulty::new(usize::MAX, Then::Die, true);
        Site::new(&crates, true, true).write(&disk).unwrap();
        usize::MAX - disk.steps.get()
    };
    for first in 1..total {
        for second in [1, 3, 8] {
            let context = format!("{first} steps, then {second}");
            let site = Site::new(&crates, true, true);
            let _ = site.write(&Faulty::new(first, Then::Die, true));
            let _ = site.write(&Faulty::new(second, Then::Die, true));
            site.assert_one_crate(&context);
            site.assert_nothing_lost(&context);
            drop(Writer::open(&site.folder(), &site.allowed(), &UnsyncedDisk).unwrap());
            site.assert_finished(&context);
        }
    }
}

/// A disk that becomes full or read-only at any step: the error names the file and gives advice.
#[test]
fn failure_of_any_step_is_explained_and_undone_or_finished_by_the_next_run() {
    let crates = small_crates();
    for (kind, advice) in [
        (ErrorKind::StorageFull, "free some space"),
        (ErrorKind::PermissionDenied, "make this folder writable"),
        (ErrorKind::ReadOnlyFilesystem, "remount the disk"),
    ] {
        for steps in 0..MAX_STEPS {
            let context = format!("{kind} after {steps} steps");
            let site = Site::new(&crates, true, true);
            let disk = Faulty::new(steps, Then::Fail(kind), true);
            let written = site.write(&disk);
            if !disk.has_failed.get() {
                break;
            }
            site.assert_one_crate(&context);
            let Err(error) = written else {
                // Removing the lock file failed, which does not block the next run.
                fs::remove_file(site.path(".generated.tinsmith-lock")).unwrap();
                assert!(site.assert_finished(&context));
                continue;
            };
            let message = error.to_string();
            assert!(message.contains(site.root.path().to_str().unwrap()), "{context}: {message}");
            assert!(error.help().contains(advice), "{context}: {}", error.help());
            if message.ends_with("the crate is unchanged") {
                assert!(!site.assert_finished(&context), "{context}: {message}");
            } else {
                assert!(message.contains("run the command again to finish"), "{message}");
                drop(Writer::open(&site.folder(), &site.allowed(), &UnsyncedDisk).unwrap());
                assert!(site.assert_finished(&context), "{context}: {message}");
            }
        }
    }
}

/// Returns an update that was killed after the exchange and before its texts were committed.
fn exchanged(crates: &(GeneratedCrate, GeneratedCrate)) -> Site {
    for steps in 0..MAX_STEPS {
        let site = Site::new(crates, true, true);
        let _ = site.write(&Faulty::new(steps, Then::Die, true));
        if leftover(&site.folder()).unwrap().is_some_and(|path| path.ends_with(".tinsmith-pending")) {
            return site;
        }
    }
    unreachable!("one of the steps is the exchange")
}

#[test]
fn file_that_was_edited_after_the_interruption_is_not_overwritten() {
    let site = exchanged(&small_crates());
    fs::write(site.path("Cargo.toml"), "edited meanwhile").unwrap();
    let refused = Writer::open(&site.folder(), &site.allowed(), &UnsyncedDisk).err().unwrap();
    assert!(
        refused.to_string().contains("Cargo.toml` was changed after the update that replaces it"),
        "{refused}"
    );
    assert_eq!(fs::read(site.path("Cargo.toml")).unwrap(), b"edited meanwhile");
    fs::write(site.path("Cargo.toml"), "old Cargo.toml").unwrap();
    assert!(Writer::open(&site.folder(), &site.allowed(), &UnsyncedDisk).unwrap().has_resumed());
    assert!(site.assert_finished("after the edit is undone"));
}

/// The staged texts of an attacker do not reach files that the caller does not allow.
#[test]
fn only_allowed_files_are_replaced() {
    let crates = small_crates();
    let site = exchanged(&crates);
    let refused = Writer::open(&site.folder(), &[], &UnsyncedDisk).err().unwrap();
    assert!(refused.to_string().contains("not among the files of this run"), "{refused}");
    assert!(refused.help().contains("the command `codegen`"), "{}", refused.help());

    let site = Site::new(&crates, true, false);
    fs::write(site.path("precious"), "precious").unwrap();
    let pending = site.folder().join(".tinsmith-pending");
    fs::create_dir(&pending).unwrap();
    fs::write(pending.join("0"), "gone").unwrap();
    for path in ["precious", "../precious", "generated/../precious"] {
        fs::write(pending.join("list"), format!("none {path}\n")).unwrap();
        assert!(Writer::open(&site.folder(), &site.allowed(), &UnsyncedDisk).is_err());
        assert_eq!(fs::read(site.path("precious")).unwrap(), b"precious");
    }
}

/// A run was killed before it moved the user files to the new crate, and the user creates one of them again.
#[test]
fn user_file_is_kept_if_another_one_is_at_its_path() {
    let crates = small_crates();
    let kept = Path::new(".generated.tinsmith-new/NOTES.md");
    let site = (0..MAX_STEPS)
        .map(|steps| {
            let site = Site::new(&crates, true, false);
            let _ = site.write(&Faulty::new(steps, Then::Die, true));
            site
        })
        .find(|site| site.root.path().join(kept).exists())
        .unwrap();
    fs::write(site.folder().join("NOTES.md"), "another").unwrap();
    let refused = Writer::open(&site.folder(), &[], &UnsyncedDisk).err().unwrap();
    assert!(refused.to_string().contains("NOTES.md"), "{refused}");
    assert_eq!(fs::read(site.root.path().join(kept)).unwrap(), b"by hand");
    fs::remove_file(site.folder().join("NOTES.md")).unwrap();
    drop(Writer::open(&site.folder(), &[], &UnsyncedDisk).unwrap());
    assert!(site.assert_finished("after one of the files is removed"));
}
