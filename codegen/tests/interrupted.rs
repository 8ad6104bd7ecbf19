//! Writing that is killed or fails after each of its steps, one after the other: the crate and the texts that go with it
//! are all old or all new, hand-made files are still there, and nothing is left lying about.

use std::collections::BTreeMap;
use std::fs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use tempfile::TempDir;
use tinsmith::GeneratedCrate;
use tinsmith::output::{Real, Text, WriteError, Writer, unfinished};

mod disk;

use disk::{Faulty, Then, contents, expected, names, small_crates};

/// Hand-made files, one of them in a folder of which the new crate has nothing.
const FOREIGN: [&str; 5] =
    ["NOTES.md", "examples/deep/er.rs", "src/extra.rs", "src/operation/update_port/own.rs", "target/debug/x"];

/// More steps than writing takes.
const MOST: usize = 500;

/// A workspace as `cargo xtask update` finds it.
struct Site {
    home: TempDir,
    old: GeneratedCrate,
    new: GeneratedCrate,
    /// Whether there is an old crate.
    has_old: bool,
    texts: Vec<Text>,
}

impl Site {
    fn new(crates: &(GeneratedCrate, GeneratedCrate), has_old: bool, with_texts: bool) -> Self {
        let home = TempDir::new().unwrap();
        let (old, new) = crates.clone();
        let mut site = Self { home, old, new, has_old, texts: Vec::new() };
        for name in ["model.json", "Cargo.toml"] {
            fs::write(site.path(name), format!("old {name}")).unwrap();
        }
        if has_old {
            Writer::open(&site.folder(), &[], &Real).unwrap().write(&site.old, &[], false).unwrap();
            for path in FOREIGN {
                let path = site.folder().join(path);
                fs::create_dir_all(path.parent().unwrap()).unwrap();
                fs::write(&path, "by hand").unwrap();
            }
        }
        if with_texts {
            let names = ["model.json", "Cargo.toml", "generated/CHANGELOG.md"];
            site.texts =
                names.map(|name| Text { path: site.path(name), text: format!("new {name}") }).to_vec();
        }
        site
    }

    fn path(&self, name: &str) -> PathBuf {
        self.home.path().join(name)
    }

    fn folder(&self) -> PathBuf {
        self.path("generated")
    }

    fn allowed(&self) -> Vec<PathBuf> {
        ["model.json", "Cargo.toml", "generated/CHANGELOG.md"].map(|name| self.path(name)).to_vec()
    }

    fn write(&self, disk: &Faulty) -> Result<(), WriteError> {
        Writer::open(&self.folder(), &self.allowed(), disk)?.write(&self.new, &self.texts, false)
    }

    /// All files as they must be, before or after.
    fn all(&self, is_new: bool) -> BTreeMap<String, Vec<u8>> {
        let mut files = BTreeMap::new();
        if is_new || self.has_old {
            let generated = expected(if is_new { &self.new } else { &self.old });
            files.extend(generated.into_iter().map(|(path, text)| (format!("generated/{path}"), text)));
        }
        if self.has_old {
            files.extend(FOREIGN.map(|path| (format!("generated/{path}"), b"by hand".to_vec())));
        }
        for name in ["model.json", "Cargo.toml"] {
            files.insert(name.to_owned(), format!("old {name}").into_bytes());
        }
        for text in self.texts.iter().filter(|_| is_new) {
            let name = text.path.strip_prefix(self.home.path()).unwrap().to_str().unwrap().to_owned();
            files.insert(name, text.text.clone().into_bytes());
        }
        files
    }

    /// The generated files are those of one crate, even before anybody has cleared up.
    fn assert_one_crate(&self, context: &str) {
        let found = contents(&self.folder());
        let is_whole = |generated: &GeneratedCrate, other: &GeneratedCrate| {
            let others = other.files.keys().filter(|path| !generated.files.contains_key(*path));
            expected(generated).iter().all(|(path, text)| found.get(path) == Some(text))
                && others.into_iter().all(|path| !found.contains_key(path))
        };
        assert!(is_whole(&self.old, &self.new) || is_whole(&self.new, &self.old), "{context}: a mixed crate");
    }

    /// Every hand-made file is somewhere.
    fn assert_nothing_lost(&self, context: &str) {
        let found = contents(self.home.path());
        for path in FOREIGN.iter().filter(|_| self.has_old) {
            assert!(found.keys().any(|found| found.ends_with(path)), "{context}: {path} is lost");
        }
    }

    /// All is old or all is new, and nothing else is there. Says whether it is new.
    fn assert_settled(&self, context: &str) -> bool {
        let found = contents(self.home.path());
        let (old, new) = (self.all(false), self.all(true));
        assert!(found == old || found == new, "{context}: {:?}", found.keys());
        let mut expected: Vec<_> = ["Cargo.toml", "model.json"].map(str::to_owned).to_vec();
        expected.extend(self.folder().exists().then(|| "generated".to_owned()));
        assert!(names(self.home.path()).into_iter().eq({
            expected.sort();
            expected
        }));
        found == new
    }
}

/// What a run finds: an old crate or none, texts that go with it or none, and whether folders can be exchanged.
const CASES: [(bool, bool, bool); 6] = [
    (true, true, true),
    (true, false, true),
    (true, true, false),
    (true, false, false),
    (false, true, true),
    (false, false, true),
];

#[test]
fn a_kill_after_any_step_leaves_all_old_or_all_new() {
    let crates = small_crates();
    for (has_old, with_texts, exchanges) in CASES {
        let (mut steps, mut outcomes) = (0, [0, 0]);
        loop {
            let context = format!("{steps} steps, {has_old} {with_texts} {exchanges}");
            let site = Site::new(&crates, has_old, with_texts);
            let disk = Faulty::new(steps, Then::Die, exchanges);
            let written = site.write(&disk);
            if !disk.has_failed.get() {
                written.unwrap();
                assert!(site.assert_settled(&context));
                break;
            }
            if has_old && exchanges {
                site.assert_one_crate(&context);
            }
            site.assert_nothing_lost(&context);

            // Whatever the next run is about to write, it first brings this one to an end.
            drop(
                Writer::open(&site.folder(), &site.allowed(), &Real)
                    .unwrap_or_else(|error| panic!("{context}: {error}")),
            );
            outcomes[usize::from(site.assert_settled(&context))] += 1;
            site.write(&Faulty::new(usize::MAX, Then::Die, exchanges)).unwrap();
            assert!(site.assert_settled(&context), "{context}");
            steps += 1;
            assert!(steps < MOST, "writing never ends");
        }
        assert!(outcomes[0] > 10 && outcomes[1] > 0, "{outcomes:?}");
    }
}

/// The run that clears up may be killed as well.
#[test]
fn a_kill_while_an_interrupted_run_is_finished_changes_nothing() {
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
            drop(Writer::open(&site.folder(), &site.allowed(), &Real).unwrap());
            site.assert_settled(&context);
        }
    }
}

/// A disk that is full, or read-only, from one step to the next: the error names the file and the way out.
#[test]
fn a_failure_of_any_step_is_explained_and_leaves_all_old_or_is_finished_later() {
    let crates = small_crates();
    for (kind, way_out) in [
        (ErrorKind::StorageFull, "free some space"),
        (ErrorKind::PermissionDenied, "let your user write"),
        (ErrorKind::ReadOnlyFilesystem, "mount it for writing"),
    ] {
        for steps in 0..MOST {
            let context = format!("{kind} after {steps} steps");
            let site = Site::new(&crates, true, true);
            let disk = Faulty::new(steps, Then::Fail(kind), true);
            let written = site.write(&disk);
            if !disk.has_failed.get() {
                break;
            }
            site.assert_one_crate(&context);
            let Err(error) = written else {
                // What failed was the removal of the lock, which is no obstacle.
                fs::remove_file(site.path(".generated.tinsmith-lock")).unwrap();
                assert!(site.assert_settled(&context));
                continue;
            };
            let said = error.to_string();
            assert!(said.contains(site.home.path().to_str().unwrap()), "{context}: {said}");
            assert!(error.help().contains(way_out), "{context}: {}", error.help());
            if said.ends_with("the crate is as it was") {
                assert!(!site.assert_settled(&context), "{context}: {said}");
            } else {
                assert!(said.contains("running the command again finishes the rest"), "{said}");
                drop(Writer::open(&site.folder(), &site.allowed(), &Real).unwrap());
                assert!(site.assert_settled(&context), "{context}: {said}");
            }
        }
    }
}

/// An update that has decided, and was killed before its texts came into their places.
fn decided(crates: &(GeneratedCrate, GeneratedCrate)) -> Site {
    for steps in 0..MOST {
        let site = Site::new(crates, true, true);
        let _ = site.write(&Faulty::new(steps, Then::Die, true));
        if unfinished(&site.folder()).is_some_and(|left| left.ends_with(".tinsmith-pending")) {
            return site;
        }
    }
    unreachable!("one of the steps is the last one before the texts")
}

#[test]
fn what_somebody_has_changed_since_is_not_overwritten() {
    let site = decided(&small_crates());
    fs::write(site.path("Cargo.toml"), "edited meanwhile").unwrap();
    let refused = Writer::open(&site.folder(), &site.allowed(), &Real).err().unwrap();
    assert!(
        refused.to_string().contains("Cargo.toml` was changed after an update was interrupted"),
        "{refused}"
    );
    assert_eq!(fs::read(site.path("Cargo.toml")).unwrap(), b"edited meanwhile");
    fs::write(site.path("Cargo.toml"), "old Cargo.toml").unwrap();
    assert!(Writer::open(&site.folder(), &site.allowed(), &Real).unwrap().has_resumed());
    assert!(site.assert_settled("after the edit is gone"));
}

/// A list of texts that somebody has planted in a crate reaches nothing that the caller has not named.
#[test]
fn texts_go_where_the_caller_allows_and_nowhere_else() {
    let crates = small_crates();
    let site = decided(&crates);
    let refused = Writer::open(&site.folder(), &[], &Real).err().unwrap();
    assert!(refused.to_string().contains("not among the files of this run"), "{refused}");
    assert!(refused.help().contains("cargo xtask codegen"), "{}", refused.help());

    let site = Site::new(&crates, true, false);
    fs::write(site.path("precious"), "precious").unwrap();
    let planted = site.folder().join(".tinsmith-pending");
    fs::create_dir(&planted).unwrap();
    fs::write(planted.join("0"), "gone").unwrap();
    for path in ["precious", "../precious", "generated/../precious"] {
        fs::write(planted.join("list"), format!("none {path}\n")).unwrap();
        assert!(Writer::open(&site.folder(), &site.allowed(), &Real).is_err());
        assert_eq!(fs::read(site.path("precious")).unwrap(), b"precious");
    }
}

/// The crate has come into its place, and hand-made files wait beside it, when the same file is made anew.
#[test]
fn a_hand_made_file_is_kept_when_another_one_has_taken_its_place() {
    let crates = small_crates();
    let kept = Path::new(".generated.tinsmith-new/NOTES.md");
    let site = (0..MOST)
        .map(|steps| {
            let site = Site::new(&crates, true, false);
            let _ = site.write(&Faulty::new(steps, Then::Die, true));
            site
        })
        .find(|site| site.home.path().join(kept).exists())
        .unwrap();
    fs::write(site.folder().join("NOTES.md"), "another").unwrap();
    let refused = Writer::open(&site.folder(), &[], &Real).err().unwrap();
    assert!(refused.to_string().contains("NOTES.md"), "{refused}");
    assert_eq!(fs::read(site.home.path().join(kept)).unwrap(), b"by hand");
    fs::remove_file(site.folder().join("NOTES.md")).unwrap();
    drop(Writer::open(&site.folder(), &[], &Real).unwrap());
    assert!(site.assert_settled("after the choice"));
}
