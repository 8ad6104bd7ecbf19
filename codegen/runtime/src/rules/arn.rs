//! `aws.parseArn` of the endpoint rules.

/// An Amazon resource name in its parts.
#[derive(Debug, PartialEq, Eq)]
pub struct Arn<'a> {
    /// For instance `aws-cn`.
    pub partition: &'a str,
    /// For instance `s3`.
    pub service: &'a str,
    /// Empty where the resource belongs to no region.
    pub region: &'a str,
    /// Empty where the resource belongs to no account.
    pub account_id: &'a str,
    /// Resource id, split at `:` and `/`.
    pub resource_id: Vec<String>,
}

/// Parses `value`; `None` if it is not an ARN.
#[inline]
pub fn parse_arn(value: &str) -> Option<Arn<'_>> {
    let mut parts = value.splitn(6, ':');
    let mut next = || parts.next();
    let (prefix, partition, service) = (next()?, next()?, next()?);
    let (region, account_id, resource) = (next()?, next()?, next()?);
    if prefix != "arn" || partition.is_empty() || service.is_empty() || resource.is_empty() {
        return None;
    }
    let resource_id = resource.split([':', '/']).map(str::to_owned).collect();
    Some(Arn { partition, service, region, account_id, resource_id })
}
