//! Archives: wheels and source distributions of botocore, whichever names they have.

use flate2::bufread::MultiGzDecoder;
use std::io::{self, Read as _};

use tinsmith::Diagnostic;
use tinsmith::read::file;

use super::catalogue::Catalogue;
use super::files::{Entry, Files};
use super::tar::Tar;
use super::zip::Zip;

/// The content of a file.
pub(super) enum Content {
    /// An archive of botocore.
    Catalogue(Catalogue),
    /// The bytes of any other file.
    Other(Vec<u8>),
}

/// Opens an archive. One that has no models is an error.
pub(super) fn open(name: &str, bytes: Vec<u8>) -> Result<Content, Diagnostic> {
    let cannot = |error: io::Error| file::cannot_read(name, &error);
    let (paths, files): (Vec<String>, Box<dyn Files>) = if file::is_zip(&bytes) {
        let zip = Zip::open(bytes).map_err(cannot)?;
        (zip.paths(), Box::new(zip))
    } else if file::is_tar(&bytes) {
        let tar = Tar::open(bytes).map_err(cannot)?;
        (tar.paths(), Box::new(tar))
    } else if is_packed_tar(&bytes) {
        let unpacked = file::limited(MultiGzDecoder::new(&*bytes));
        let tar = unpacked.and_then(Tar::open).map_err(cannot)?;
        (tar.paths(), Box::new(tar))
    } else {
        return Ok(Content::Other(bytes));
    };
    let entries = paths.iter().filter_map(|path| Entry::of(path));
    let catalogue = Catalogue::new(name.to_owned(), files, entries);
    catalogue.map(Content::Catalogue).ok_or_else(|| {
        Diagnostic::error(format!("the archive `{name}` has no models of botocore"))
            .with_help("pass a wheel or sdist of botocore, or a file that was unpacked from this archive")
    })
}

/// Returns true if the bytes are a tar archive that is compressed by gzip.
fn is_packed_tar(bytes: &[u8]) -> bool {
    let mut head = Vec::new();
    let decoder = file::is_gzip(bytes).then(|| MultiGzDecoder::new(bytes));
    decoder.is_some_and(|decoder| decoder.take(512).read_to_end(&mut head).is_ok()) && file::is_tar(&head)
}
