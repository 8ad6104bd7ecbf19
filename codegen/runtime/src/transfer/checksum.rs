//! Checksum of a whole object, from those of its parts.

use aws_smithy_types::base64;
use crc_fast::{CrcAlgorithm, Digest};

/// Checksum that an object has.
#[derive(Clone, Debug)]
pub(super) struct Expected {
    algorithm: CrcAlgorithm,
    /// In base64.
    value: String,
}

impl Expected {
    /// Returns the first checksum of the whole content that can be combined from those of parts. A value such as `8mmTTQ==-2`
    /// is a checksum of checksums.
    pub(super) fn find(checksums: &[(&'static str, Option<String>)]) -> Option<Self> {
        checksums.iter().find_map(|(name, value)| {
            let value = value.clone().filter(|value| !value.contains('-'))?;
            Some(Self { algorithm: combinable(name)?, value })
        })
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
    use super::*;

    /// The values are the check values of the catalogue of parametrised CRC algorithms.
    #[test]
    fn checksums_of_parts_are_combined() {
        for (name, check) in [
            ("CRC32", &0xcbf4_3926_u32.to_be_bytes()[..]),
            ("CRC32C", &0xe306_9283_u32.to_be_bytes()),
            ("CRC64NVME", &0xae8b_1486_0a79_9888_u64.to_be_bytes()),
        ] {
            let expected =
                Expected::find(&[("SHA256", Some("=".to_owned())), (name, Some(base64::encode(check)))]);
            let expected = expected.unwrap();
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
        assert!(Expected::find(&[("CRC32", Some("8mmTTQ==-2".to_owned())), ("CRC32C", None)]).is_none());
    }
}
