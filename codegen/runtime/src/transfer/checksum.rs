//! Checksum of a whole object, from those of its parts.

use aws_smithy_types::base64;
use crc_fast::{CrcAlgorithm, Digest};

use super::Fetched;
use crate::protocol::is_composite;

/// Checksum of the whole content of an object, with the name of its algorithm.
pub(super) type Whole<'a> = (&'static str, &'a str);

/// Returns the checksums of the whole content of an object, without those of checksums of parts.
pub(super) fn of_whole<T>(fetched: &Fetched<T>) -> impl Iterator<Item = Whole<'_>> {
    let checksum_type = fetched.checksum_type.as_deref();
    let checksums = fetched.checksums.iter().filter_map(|(name, value)| Some((*name, value.as_deref()?)));
    checksums.filter(move |(_, value)| !is_composite(value, checksum_type))
}

/// Checksum that an object has.
#[derive(Clone, Debug)]
pub(super) struct Expected {
    algorithm: CrcAlgorithm,
    /// In base64.
    value: String,
}

impl Expected {
    /// Returns the first checksum that can be combined from those of parts.
    pub(super) fn find<'a>(checksums: impl IntoIterator<Item = Whole<'a>>) -> Option<Self> {
        let expected =
            |(name, value): Whole<'_>| Some(Self { algorithm: combinable(name)?, value: value.to_owned() });
        checksums.into_iter().find_map(expected)
    }

    /// Returns the digest of no content.
    pub(super) fn digest(&self) -> Digest {
        Digest::new(self.algorithm)
    }

    /// Returns `true` if the parts, in their order, have the checksum together.
    pub(super) fn is_of(&self, parts: impl IntoIterator<Item = Digest>) -> bool {
        let mut whole = self.digest();
        for part in parts {
            whole.combine(&part);
        }
        let value = whole.finalize();
        let bytes = value.to_be_bytes();
        let bytes = if self.algorithm == CrcAlgorithm::Crc64Nvme { &bytes[..] } else { &bytes[4..] };
        base64::encode(bytes) == self.value
    }
}

fn combinable(name: &str) -> Option<CrcAlgorithm> {
    match name {
        "CRC32" => Some(CrcAlgorithm::Crc32IsoHdlc),
        "CRC32C" => Some(CrcAlgorithm::Crc32Iscsi),
        "CRC64NVME" => Some(CrcAlgorithm::Crc64Nvme),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use aws_smithy_types::byte_stream::ByteStream;

    use super::*;

    /// The values are the check values of the catalogue of parametrised CRC algorithms.
    #[test]
    fn checksums_of_parts_are_combined() {
        for (name, check) in [
            ("CRC32", &0xcbf4_3926_u32.to_be_bytes()[..]),
            ("CRC32C", &0xe306_9283_u32.to_be_bytes()),
            ("CRC64NVME", &0xae8b_1486_0a79_9888_u64.to_be_bytes()),
        ] {
            let check = base64::encode(check);
            let expected = Expected::find([("SHA256", "="), (name, &check)]).unwrap();
            let part = |data: &[u8]| {
                let mut digest = expected.digest();
                digest.update(data);
                digest
            };
            assert!(expected.is_of([part(b"1234"), part(b""), part(b"56789")]), "{name}");
            assert!(!expected.is_of([part(b"56789"), part(b"1234")]), "{name}");
        }
    }

    #[test]
    fn checksums_of_checksums_are_not_used() {
        for (value, checksum_type, is_used) in [
            ("8mmTTQ==-2", None, false),
            ("8mmTTQ==", Some("COMPOSITE"), false),
            ("8mmTTQ==", Some("FULL_OBJECT"), true),
            ("8mmTTQ==", None, true),
        ] {
            let fetched = Fetched {
                output: (),
                body: ByteStream::default(),
                length: None,
                content_range: None,
                e_tag: None,
                checksums: vec![("CRC32C", None), ("CRC32", Some(value.to_owned()))],
                checksum_type: checksum_type.map(str::to_owned),
            };
            assert_eq!(of_whole(&fetched).count(), usize::from(is_used), "{value} {checksum_type:?}");
        }
    }
}
