//! The text of files: reading, unpacking and decoding.

use std::io::{self, Read};
use std::path::Path;

use flate2::bufread::MultiGzDecoder;

use crate::diagnostic::Diagnostic;
use crate::source::Source;

/// The maximum size of a file in bytes, after it is unpacked. The largest models have some ten megabytes.
pub const MAX_SIZE: u64 = 512 << 20;

/// Reads a file. One that is compressed by gzip is unpacked, whichever name it has.
pub(super) fn read(path: &Path) -> Result<Source, Diagnostic> {
    let name = path.display().to_string();
    let bytes = std::fs::File::open(path).and_then(limited);
    decode(&name, bytes.map_err(|error| cannot_read(&name, &error))?)
}

/// Decodes the bytes of a file.
pub(super) fn decode(name: &str, bytes: Vec<u8>) -> Result<Source, Diagnostic> {
    let bytes = if is_gzip(&bytes) {
        limited(MultiGzDecoder::new(&*bytes)).map_err(|error| cannot_read(name, &error))?
    } else {
        bytes
    };
    if let Some(diagnostic) = not_text(name, &bytes) {
        return Err(diagnostic);
    }
    let text = String::from_utf8(bytes).map_err(|error| {
        Diagnostic::error(format!("`{name}` is not UTF-8 text: {}", error.utf8_error()))
            .with_help("models are JSON files in UTF-8; convert the file or name another one")
    })?;
    Ok(Source::new(name, text))
}

/// Reads everything, up to the [maximum size](MAX_SIZE).
pub fn limited(reader: impl Read) -> io::Result<Vec<u8>> {
    up_to(MAX_SIZE, reader)
}

fn up_to(max: u64, reader: impl Read) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    reader.take(max + 1).read_to_end(&mut bytes)?;
    if bytes.len() as u64 > max {
        return Err(io::Error::other(format!("it has more than {} MiB", max >> 20)));
    }
    Ok(bytes)
}

/// Returns true if the bytes are compressed by gzip.
#[must_use]
pub fn is_gzip(bytes: &[u8]) -> bool {
    bytes.starts_with(b"\x1f\x8b")
}

/// Returns true if the bytes are a zip archive.
#[must_use]
pub fn is_zip(bytes: &[u8]) -> bool {
    bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"PK\x05\x06")
}

/// Returns the diagnostic for a file that cannot be read.
#[must_use]
pub fn cannot_read(path: &str, error: &io::Error) -> Diagnostic {
    let help = match error.kind() {
        io::ErrorKind::NotFound => {
            "check the spelling of the path; paths in settings are relative to Cargo.toml, others to the current directory"
        }
        _ => "check that the file is readable and not damaged",
    };
    Diagnostic::error(format!("cannot read `{path}`: {error}")).with_help(help)
}

/// Recognizes archives, UTF-16 and binary files.
fn not_text(name: &str, bytes: &[u8]) -> Option<Diagnostic> {
    let (kind, help) = if is_zip(bytes) || is_tar(bytes) {
        ("an archive", "write one of its models to a file with the command `import` and `--service`")
    } else if is_utf_16(bytes) {
        ("UTF-16 text", "convert it to UTF-8, such as with `iconv -f UTF-16 -t UTF-8`")
    } else if bytes.contains(&0) {
        ("a binary file", "models are JSON files in UTF-8; name another file")
    } else {
        return None;
    };
    Some(Diagnostic::error(format!("`{name}` is {kind}")).with_help(help))
}

/// Returns true if the bytes are a tar archive.
#[must_use]
pub fn is_tar(bytes: &[u8]) -> bool {
    bytes.get(257..262) == Some(b"ustar")
}

/// Returns true for a byte order mark of UTF-16, and for JSON in UTF-16 without one.
fn is_utf_16(bytes: &[u8]) -> bool {
    matches!(bytes, [0xff, 0xfe, ..] | [0xfe, 0xff, ..] | [b'{', 0, ..] | [0, b'{', ..])
}

#[cfg(test)]
mod tests {
    use std::io::{Read as _, Write as _, repeat};

    use flate2::Compression;
    use flate2::write::GzEncoder;

    use super::{decode, up_to};

    fn packed(text: &str) -> Vec<u8> {
        let mut encoder = GzEncoder::new(Vec::new(), Compression::fast());
        encoder.write_all(text.as_bytes()).expect("memory is writable");
        encoder.finish().expect("memory is writable")
    }

    #[test]
    fn all_members_of_gzip_are_read_whichever_name_the_file_has() {
        let bytes = [packed("{\"a\": 1,"), packed(" \"b\": 2}")].concat();
        assert_eq!(decode("model.json", bytes).expect("the file is valid").text, "{\"a\": 1, \"b\": 2}");
    }

    #[test]
    fn byte_order_mark_is_not_part_of_the_text() {
        let text = |bytes: &[u8]| decode("model.json", bytes.to_vec()).expect("the file is valid").text;
        assert_eq!(text("\u{feff}{}".as_bytes()), "{}");
        assert_eq!(text(&packed("\u{feff}{}")), "{}");
    }

    #[test]
    fn too_large_files_are_refused() {
        const MEBIBYTE: u64 = 1 << 20;
        assert!(up_to(MEBIBYTE, repeat(b' ').take(MEBIBYTE)).is_ok());
        let refused = up_to(MEBIBYTE, repeat(b' ')).expect_err("the reader has no end");
        assert_eq!(refused.to_string(), "it has more than 1 MiB");
    }
}
