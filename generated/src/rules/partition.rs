// Copied by tinsmith from its support code. Do not edit.

//! `aws.partition` of the endpoint rules.

use super::partition_table::PARTITIONS;

/// Regions that share accounts, host names and capabilities.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Partition {
    /// Name of the partition, for instance `aws-cn`.
    pub(crate) name: &'static str,
    /// What host names end with.
    pub(crate) dns_suffix: &'static str,
    /// What host names that answer over IPv4 and IPv6 end with.
    pub(crate) dual_stack_dns_suffix: &'static str,
    /// Region that signs the requests of services without regions.
    pub(crate) implicit_global_region: &'static str,
    /// Whether there are endpoints that comply with FIPS.
    pub(crate) supports_fips: bool,
    /// Whether there are endpoints that answer over IPv4 and IPv6.
    pub(crate) supports_dual_stack: bool,
    /// Regions known by name.
    pub(super) regions: &'static [&'static str],
    /// What precedes the direction and the number in the names of further regions.
    pub(super) stems: &'static [&'static str],
}

/// The partition that `region` is in. A region of no pattern is taken for one of `aws`.
pub(crate) fn partition(region: &str) -> Option<&'static Partition> {
    let find = |fits: &dyn Fn(&Partition) -> bool| PARTITIONS.iter().find(|partition| fits(partition));
    find(&|partition| partition.regions.contains(&region))
        .or_else(|| {
            let stem = stem(region)?;
            find(&|partition| partition.stems.contains(&stem))
        })
        .or_else(|| find(&|partition| partition.name == "aws"))
}

/// `us-gov` in `us-gov-west-1`: what precedes a word and a number.
fn stem(region: &str) -> Option<&str> {
    let (direction, number) = region.rsplit_once('-')?;
    let (stem, word) = direction.rsplit_once('-')?;
    let is_number = !number.is_empty() && number.bytes().all(|byte| byte.is_ascii_digit());
    let is_word = !word.is_empty() && word.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'_');
    (is_number && is_word).then_some(stem)
}
