//! Crates, folders and a disk that fails, for the tests of `output`.

use std::cell::Cell;
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::{fs, io};

use tinsmith::output::{Disk, UnsyncedDisk};
use tinsmith::{Config, GeneratedCrate, generate};

/// Returns two crates. Some of their files are the same, some differ, and some are in one crate only.
pub(crate) fn crates() -> (GeneratedCrate, GeneratedCrate) {
    let of = |feature: &str| generate(&Config::new(format!("tests/golden/{feature}/model.json"))).unwrap();
    (of("structure"), of("enum"))
}

/// Returns the same crates with few files, so that a test can fail at every step of writing them.
pub(crate) fn small_crates() -> (GeneratedCrate, GeneratedCrate) {
    let (first, second) = crates();
    (small(first), small(second))
}

fn small(mut generated: GeneratedCrate) -> GeneratedCrate {
    let is_kept = |path: &str| {
        path.starts_with('.')
            || path.contains("Cargo")
            || path.contains("operation")
            || path == "src/types.rs"
    };
    generated.files.retain(|path, _| is_kept(path));
    let manifest = generated.files.get_mut(".tinsmith-manifest").unwrap();
    let lines = manifest.lines().filter(|line| {
        let path = line.split(' ').next().unwrap_or(line);
        path == "#" || is_kept(path)
    });
    *manifest = lines.fold(String::new(), |text, line| text + line + "\n");
    assert!((8..30).contains(&generated.files.len()), "{} files", generated.files.len());
    generated
}

/// Returns the bytes of every file below a folder. Links are left out.
pub(crate) fn contents(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let mut found = BTreeMap::new();
    let mut open = vec![folder.to_owned()];
    while let Some(next) = open.pop() {
        for entry in fs::read_dir(&next).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() && !path.is_symlink() {
                open.push(path);
            } else if !path.is_symlink() {
                let name = path.strip_prefix(folder).unwrap().to_str().unwrap().to_owned();
                found.insert(name, fs::read(&path).unwrap());
            }
        }
    }
    found
}

pub(crate) fn expected(generated: &GeneratedCrate) -> BTreeMap<String, Vec<u8>> {
    generated.files.iter().map(|(path, text)| (path.clone(), text.clone().into_bytes())).collect()
}

/// Returns the names of the entries of a folder.
pub(crate) fn names(folder: &Path) -> BTreeSet<String> {
    let entries = fs::read_dir(folder).unwrap();
    entries.map(|entry| entry.unwrap().file_name().to_str().unwrap().to_owned()).collect()
}

/// Behavior of a [`Faulty`] disk after the steps that succeed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Then {
    /// The process is killed: no later step works. A file that is being written is half written.
    Die,
    /// One step fails after writing half of its file; later steps work.
    Fail(io::ErrorKind),
}

/// A disk that fails after a number of steps.
pub(crate) struct Faulty {
    pub(crate) steps: Cell<usize>,
    pub(crate) then: Then,
    /// The disk can exchange two folders in one step.
    pub(crate) can_exchange: bool,
    pub(crate) has_failed: Cell<bool>,
}

impl Faulty {
    pub(crate) fn new(steps: usize, then: Then, can_exchange: bool) -> Self {
        Self { steps: Cell::new(steps), then, can_exchange, has_failed: Cell::new(false) }
    }

    fn step(&self) -> io::Result<()> {
        if self.steps.get() > 0 {
            self.steps.set(self.steps.get() - 1);
            return Ok(());
        }
        match self.then {
            Then::Fail(_) if self.has_failed.get() => Ok(()),
            Then::Fail(kind) => {
                self.has_failed.set(true);
                Err(kind.into())
            }
            Then::Die => {
                self.has_failed.set(true);
                Err(io::Error::other("killed"))
            }
        }
    }
}

impl Disk for Faulty {
    fn create_dir(&self, path: &Path) -> io::Result<()> {
        if path.is_dir() {
            return Ok(());
        }
        if let Some(parent) = path.parent().filter(|parent| !parent.as_os_str().is_empty()) {
            self.create_dir(parent)?;
        }
        self.step()?;
        fs::create_dir(path)
    }

    fn write(&self, path: &Path, text: &[u8]) -> io::Result<()> {
        let was_killed = self.has_failed.get() && self.then == Then::Die;
        match self.step() {
            Ok(()) => UnsyncedDisk.write(path, text),
            Err(error) => {
                if !was_killed {
                    UnsyncedDisk.write(path, &text[..text.len() / 2])?;
                }
                Err(error)
            }
        }
    }

    fn rename(&self, from: &Path, to: &Path) -> io::Result<()> {
        self.step()?;
        UnsyncedDisk.rename(from, to)
    }

    fn exchange(&self, one: &Path, other: &Path) -> io::Result<()> {
        if !self.can_exchange {
            return Err(io::ErrorKind::Unsupported.into());
        }
        self.step()?;
        UnsyncedDisk.exchange(one, other)
    }

    fn remove_file(&self, path: &Path) -> io::Result<()> {
        self.step()?;
        UnsyncedDisk.remove_file(path)
    }

    fn remove_dir(&self, path: &Path) -> io::Result<()> {
        for entry in fs::read_dir(path)? {
            let path = entry?.path();
            if path.is_dir() && !path.is_symlink() {
                self.remove_dir(&path)?;
            } else {
                self.remove_file(&path)?;
            }
        }
        self.step()?;
        fs::remove_dir(path)
    }

    fn sync_dir(&self, path: &Path) -> io::Result<()> {
        self.step()?;
        assert!(path.is_dir(), "{}", path.display());
        Ok(())
    }
}
