//! Checksums by other code than that of the runtime.

use aws_smithy_types::base64;
use sha1::Sha1;
use sha2::{Digest as _, Sha256};

/// Algorithms that can be computed.
pub const ALGORITHMS: [&str; 5] = ["CRC32", "CRC32C", "CRC64NVME", "SHA1", "SHA256"];

/// Computes a reflected CRC bit by bit.
fn crc(bits: u32, polynomial: u64, data: &[u8]) -> Vec<u8> {
    let all = u64::MAX >> (64 - bits);
    let mut crc = all;
    for byte in data {
        crc ^= u64::from(*byte);
        for _ in 0..8 {
            crc = if crc & 1 == 1 { (crc >> 1) ^ polynomial } else { crc >> 1 };
        }
    }
    (crc ^ all).to_be_bytes()[8 - bits as usize / 8..].to_vec()
}

/// Returns the checksum as services have it.
pub fn checksum(algorithm: &str, data: &[u8]) -> String {
    base64::encode(match algorithm {
        "CRC32" => crc(32, 0xedb8_8320, data),
        "CRC32C" => crc(32, 0x82f6_3b78, data),
        "CRC64NVME" => crc(64, 0x9a6c_9329_ac4b_c9b5, data),
        "SHA1" => Sha1::digest(data).to_vec(),
        "SHA256" => Sha256::digest(data).to_vec(),
        other => panic!("{other}"),
    })
}
