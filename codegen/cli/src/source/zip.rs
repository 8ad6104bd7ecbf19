//! Zip archives, such as wheels.

use std::collections::BTreeMap;
use std::io;

use flate2::bufread::DeflateDecoder;
use rawzip::{CompressionMethod, ZipArchive, ZipArchiveEntryWayfinder, ZipSliceArchive};
use tinsmith::read::file;

use super::files::Files;

/// A zip archive in memory.
pub(super) struct Zip {
    archive: ZipSliceArchive<Vec<u8>>,
    entries: BTreeMap<String, (ZipArchiveEntryWayfinder, CompressionMethod)>,
}

impl Zip {
    /// Reads the directory of an archive.
    pub(super) fn open(bytes: Vec<u8>) -> io::Result<Self> {
        let archive = ZipArchive::from_slice(bytes).map_err(io::Error::other)?;
        let mut entries = BTreeMap::new();
        let mut records = archive.entries();
        while let Some(record) = records.next_entry().map_err(io::Error::other)? {
            if let Ok(path) = std::str::from_utf8(record.file_path().as_bytes()) {
                entries.insert(path.to_owned(), (record.wayfinder(), record.compression_method()));
            }
        }
        Ok(Self { archive, entries })
    }

    /// Returns the paths of all files.
    pub(super) fn paths(&self) -> Vec<String> {
        self.entries.keys().cloned().collect()
    }
}

impl Files for Zip {
    fn read(&self, path: &str) -> io::Result<Vec<u8>> {
        let (wayfinder, method) = self.entries.get(path).ok_or(io::ErrorKind::NotFound)?;
        let entry = self.archive.get_entry(*wayfinder).map_err(io::Error::other)?;
        match *method {
            CompressionMethod::STORE => file::limited(entry.verifying_reader(entry.data())),
            CompressionMethod::DEFLATE => {
                file::limited(entry.verifying_reader(DeflateDecoder::new(entry.data())))
            }
            _ => Err(io::Error::other("it is compressed by a method other than deflate")),
        }
    }
}
