//! `aws.isVirtualHostableS3Bucket` of the endpoint rules.

use std::net::Ipv4Addr;

/// Minimum and maximum length of a bucket name, in bytes.
const LENGTH: std::ops::RangeInclusive<usize> = 3..=63;

/// Returns whether a bucket name can be a label of a host name, or several labels if `allow_subdomains`.
#[inline]
pub fn is_virtual_hostable_bucket(name: &str, allow_subdomains: bool) -> bool {
    if !LENGTH.contains(&name.len()) || name.parse::<Ipv4Addr>().is_ok() {
        return false;
    }
    if allow_subdomains { name.split('.').all(is_label) } else { is_label(name) }
}

#[inline]
fn is_label(label: &str) -> bool {
    let is_inner = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-';
    !label.is_empty() && label.bytes().all(is_inner) && !label.starts_with('-') && !label.ends_with('-')
}
