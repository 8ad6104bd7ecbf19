//! Folders of botocore: its package, its `data`, or a service of it.

use std::path::{Path, PathBuf};
use std::{fs, io};

use tinsmith::Diagnostic;
use tinsmith::read::file;

use super::catalogue::Catalogue;
use super::files::{Entry, Files, SERVICE, is_part, uncompressed};

/// Returns the catalogue of a folder; `None` if it is of one API version, or has no models.
pub(super) fn open(folder: &Path) -> Result<Option<Catalogue>, Diagnostic> {
    let candidates = [folder.join("botocore/data"), folder.join("data"), folder.to_owned()];
    let root = candidates.into_iter().find(|candidate| candidate.is_dir()).unwrap_or_default();
    let cannot = |error| file::cannot_read(&root.display().to_string(), &error);
    let entries = entries(&root).map_err(cannot)?;
    Ok(Catalogue::new(root.display().to_string(), Box::new(Folder(root)), entries))
}

/// A folder on the disk.
struct Folder(PathBuf);

impl Files for Folder {
    fn read(&self, path: &str) -> io::Result<Vec<u8>> {
        fs::File::open(self.0.join(path)).and_then(file::limited)
    }
}

/// Returns the files of models in a folder of services, or in the folder of one service.
fn entries(root: &Path) -> io::Result<Vec<Entry>> {
    if names(root)?.iter().any(|name| uncompressed(name) == SERVICE) {
        return Ok(Vec::new());
    }
    let name = fs::canonicalize(root)?;
    let name = name.file_name().unwrap_or_default().to_string_lossy();
    let mut entries = versions(root, &name, "")?;
    if entries.is_empty() {
        for service in folders(root)? {
            entries.extend(versions(&root.join(&service), &service, &format!("{service}/"))?);
        }
    }
    Ok(entries)
}

/// Returns the files of models in the folder of a service, with a start of their paths.
fn versions(folder: &Path, service: &str, start: &str) -> io::Result<Vec<Entry>> {
    let mut entries = Vec::new();
    for version in folders(folder)? {
        for name in names(&folder.join(&version))?.into_iter().filter(|name| is_part(name)) {
            let (service, path) = (service.to_owned(), format!("{start}{version}/{name}"));
            entries.push(Entry { service, version: version.clone(), path });
        }
    }
    Ok(entries)
}

fn folders(folder: &Path) -> io::Result<Vec<String>> {
    Ok(names(folder)?.into_iter().filter(|name| folder.join(name).is_dir()).collect())
}

/// Returns the names in a folder. Botocore's are plain text, and others do not matter.
fn names(folder: &Path) -> io::Result<Vec<String>> {
    let entries = fs::read_dir(folder)?.collect::<io::Result<Vec<_>>>()?;
    Ok(entries.into_iter().filter_map(|entry| entry.file_name().into_string().ok()).collect())
}
