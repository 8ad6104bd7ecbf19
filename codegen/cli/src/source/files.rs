//! Files of botocore, in a folder or an archive.

use std::io;

/// Files by their paths, with `/` between the parts.
pub(super) trait Files {
    /// Reads a file.
    fn read(&self, path: &str) -> io::Result<Vec<u8>>;
}

/// A file of an API version of a service.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Entry {
    /// Name of the service's folder: `sqs`.
    pub(super) service: String,
    /// Name of the version's folder: `2012-11-05`.
    pub(super) version: String,
    /// Path of the file.
    pub(super) path: String,
}

/// The file of a service.
pub(super) const SERVICE: &str = "service-2.json";

/// The files that make a model. Each may be compressed.
const NAMES: [&str; 4] = [SERVICE, "endpoint-rule-set-1.json", "paginators-1.json", "waiters-2.json"];

impl Entry {
    /// Returns the entry of a path `.../SERVICE/VERSION/FILE`, if the file is part of a model.
    pub(super) fn of(path: &str) -> Option<Self> {
        let is_plain = |part: &str| !matches!(part, "" | "." | "..") && !part.contains('\\');
        if path.contains(char::is_control) || !path.split('/').all(is_plain) {
            return None;
        }
        let mut parts = path.rsplit('/');
        let (name, version, service) = (parts.next()?, parts.next()?, parts.next()?);
        let entry =
            || Self { service: service.to_owned(), version: version.to_owned(), path: path.to_owned() };
        is_part(name).then(entry)
    }
}

/// Returns true if a file of this name is part of a model.
pub(super) fn is_part(name: &str) -> bool {
    NAMES.contains(&uncompressed(name))
}

/// Returns the name of a file without the extension of gzip.
pub(super) fn uncompressed(name: &str) -> &str {
    name.strip_suffix(".gz").unwrap_or(name)
}

#[cfg(test)]
mod tests {
    use super::Entry;

    #[test]
    fn files_of_models_are_recognized_at_the_end_of_a_path() {
        let path = "botocore-1.44.8/botocore/data/sqs/2012-11-05/service-2.json.gz";
        let entry = Entry::of(path).expect("it is part of a model");
        assert_eq!((&*entry.service, &*entry.version, &*entry.path), ("sqs", "2012-11-05", path));
        assert!(Entry::of("sqs/2012-11-05/waiters-2.json").is_some());
    }

    #[test]
    fn other_files_and_hostile_paths_are_left_out() {
        for path in [
            "botocore/data/sqs/2012-11-05/examples-1.json",
            "2012-11-05/service-2.json",
            "service-2.json",
            "../sqs/2012-11-05/service-2.json",
            "/sqs/2012-11-05/service-2.json",
            "data/../2012-11-05/service-2.json",
            "data/sqs\u{1b}[2J/2012-11-05/service-2.json",
            "data/C:\\sqs/2012-11-05/service-2.json",
        ] {
            assert_eq!(Entry::of(path), None, "{path}");
        }
    }
}
