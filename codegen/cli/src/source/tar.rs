//! Tar archives, such as source distributions. Files and their names are all that is read.
//!
//! Formats: `ustar` of POSIX.1-1988, long names of POSIX.1-2001 (`pax`) and of GNU. The crate `tar` also writes, unpacks and
//! depends on `libc`, which takes longer to build than all other archives.

use std::collections::BTreeMap;
use std::io;
use std::ops::Range;

use super::files::Files;

/// A tar archive in memory.
pub(super) struct Tar {
    bytes: Vec<u8>,
    entries: BTreeMap<String, Range<usize>>,
}

/// The unit of a header and of the space that a file takes.
const BLOCK: usize = 512;

impl Tar {
    /// Reads the headers of an archive.
    pub(super) fn open(bytes: Vec<u8>) -> io::Result<Self> {
        let mut entries = BTreeMap::new();
        let (mut at, mut long_name) = (0, None);
        while let Some(header) =
            bytes.get(at..at + BLOCK).filter(|header| header.iter().any(|byte| *byte != 0))
        {
            let content = content(header, at + BLOCK, bytes.len())?;
            at = content.end.next_multiple_of(BLOCK);
            match header[156] {
                b'L' => long_name = Some(text(&bytes[content])),
                b'x' => long_name = pax_path(&bytes[content]),
                b'0' | 0 => drop(entries.insert(long_name.take().unwrap_or_else(|| name(header)), content)),
                // Attributes of all files, links, folders and others.
                b'g' => {}
                _ => long_name = None,
            }
        }
        Ok(Self { bytes, entries })
    }

    /// Returns the paths of all files.
    pub(super) fn paths(&self) -> Vec<String> {
        self.entries.keys().cloned().collect()
    }
}

impl Files for Tar {
    fn read(&self, path: &str) -> io::Result<Vec<u8>> {
        let range = self.entries.get(path).ok_or(io::ErrorKind::NotFound)?;
        Ok(self.bytes[range.clone()].to_vec())
    }
}

/// Returns the position of the content after a header.
fn content(header: &[u8], start: usize, length: usize) -> io::Result<Range<usize>> {
    let is_of_checksum = |index| (148..156).contains(&index);
    let value = |(index, byte): (usize, &u8)| usize::from(if is_of_checksum(index) { b' ' } else { *byte });
    if octal(&header[148..156]) != Some(header.iter().enumerate().map(value).sum()) {
        return Err(damaged());
    }
    let end = octal(&header[124..136]).and_then(|size| start.checked_add(size)).ok_or_else(damaged)?;
    if end > length { Err(damaged()) } else { Ok(start..end) }
}

fn damaged() -> io::Error {
    io::Error::new(io::ErrorKind::InvalidData, "the tar archive is damaged")
}

/// Returns the number in a field of octal digits, which may be empty for zero.
fn octal(field: &[u8]) -> Option<usize> {
    match text(field).trim() {
        "" => Some(0),
        digits => usize::from_str_radix(digits, 8).ok(),
    }
}

/// Returns the path in a header, of which long ones have the start in another field.
fn name(header: &[u8]) -> String {
    let (start, end) = (text(&header[345..500]), text(&header[..100]));
    // In GNU's format the field has other contents.
    let is_posix = &header[257..263] == b"ustar\0";
    if is_posix && !start.is_empty() { format!("{start}/{end}") } else { end }
}

/// Returns the path in records of the form `LENGTH path=...\n`.
fn pax_path(mut records: &[u8]) -> Option<String> {
    loop {
        let space = records.iter().position(|byte| *byte == b' ')?;
        let length: usize = std::str::from_utf8(&records[..space]).ok()?.parse().ok()?;
        let record = records.get(space + 1..length.checked_sub(1)?)?;
        if let Some(path) = record.strip_prefix(b"path=") {
            return Some(text(path));
        }
        records = records.get(length..)?;
    }
}

/// Returns the text of a field, which ends at the first NUL.
fn text(field: &[u8]) -> String {
    let end = field.iter().position(|byte| *byte == 0).unwrap_or(field.len());
    String::from_utf8_lossy(&field[..end]).into_owned()
}

#[cfg(test)]
mod tests {
    use super::Tar;
    use crate::source::files::Files as _;

    /// A path that fits into no header.
    fn long() -> String {
        format!("botocore/{}/service-2.json", "a".repeat(300))
    }

    fn archive(header: fn() -> tar::Header) -> Vec<u8> {
        let mut builder = tar::Builder::new(Vec::new());
        let prefixed = format!("{}/file", "b".repeat(120));
        for path in ["short", &prefixed, &long()] {
            let mut header = header();
            header.set_size(path.len() as u64);
            builder.append_data(&mut header, path, path.as_bytes()).expect("memory is writable");
        }
        builder.into_inner().expect("memory is writable")
    }

    #[test]
    fn files_have_their_names_and_contents_in_each_format() {
        for header in [tar::Header::new_gnu, tar::Header::new_ustar] {
            let archive = Tar::open(archive(header)).expect("the archive is valid");
            assert_eq!(archive.paths().len(), 3);
            for path in archive.paths() {
                assert_eq!(archive.read(&path).expect("the file is there"), path.as_bytes());
            }
        }
    }

    #[test]
    fn names_of_pax_are_read() {
        let mut builder = tar::Builder::new(Vec::new());
        let path = long();
        let records = [("mtime", &b"1.5"[..]), ("path", path.as_bytes())];
        builder.append_pax_extensions(records).expect("memory is writable");
        let mut header = tar::Header::new_ustar();
        header.set_size(1);
        builder.append_data(&mut header, "short", &b"x"[..]).expect("memory is writable");
        let bytes = builder.into_inner().expect("memory is writable");
        assert_eq!(Tar::open(bytes).expect("the archive is valid").paths(), [path]);
    }

    #[test]
    fn damaged_archives_are_refused() {
        let bytes = archive(tar::Header::new_gnu);
        let cut = bytes[..600].to_vec();
        assert!(Tar::open(cut[..514].to_vec()).is_err(), "the content is cut off");
        let mut flipped = cut;
        flipped[0] ^= 1;
        assert!(Tar::open(flipped).is_err(), "the checksum is wrong");
    }
}
