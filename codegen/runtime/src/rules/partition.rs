//! `aws.partition` of the endpoint rules.

use super::partition_table::PARTITIONS;

/// Regions that share accounts, host names and capabilities.
#[derive(Debug, PartialEq, Eq)]
pub struct Partition {
    /// Name of the partition, for instance `aws-cn`.
    pub name: &'static str,
    /// Suffix of host names.
    pub dns_suffix: &'static str,
    /// Suffix of dual-stack host names (IPv4 and IPv6).
    pub dual_stack_dns_suffix: &'static str,
    /// Region that signs the requests of services without regions.
    pub implicit_global_region: &'static str,
    /// `true` if there are endpoints that comply with FIPS.
    pub supports_fips: bool,
    /// `true` if there are dual-stack endpoints.
    pub supports_dual_stack: bool,
    /// Regions known by name.
    pub(super) regions: &'static [&'static str],
    /// Prefixes of the names of other regions, before direction and number.
    pub(super) stems: &'static [&'static str],
}

/// The partition that `region` is in. A region of no pattern is taken for one of `aws`.
#[inline]
pub fn partition(region: &str) -> Option<&'static Partition> {
    let find = |fits: &dyn Fn(&Partition) -> bool| PARTITIONS.iter().find(|partition| fits(partition));
    find(&|partition| partition.regions.contains(&region))
        .or_else(|| {
            let stem = stem(region)?;
            find(&|partition| partition.stems.contains(&stem))
        })
        .or_else(|| find(&|partition| partition.name == "aws"))
}

/// `us-gov` in `us-gov-west-1`: what precedes a word and a number.
#[inline]
fn stem(region: &str) -> Option<&str> {
    let (direction, number) = region.rsplit_once('-')?;
    let (stem, word) = direction.rsplit_once('-')?;
    let is_number = !number.is_empty() && number.bytes().all(|byte| byte.is_ascii_digit());
    let is_word = !word.is_empty() && word.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'_');
    (is_number && is_word).then_some(stem)
}
