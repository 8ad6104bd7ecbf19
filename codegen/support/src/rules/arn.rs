//! `aws.parseArn` of the endpoint rules.

/// An Amazon resource name in its parts.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Arn<'a> {
    /// For instance `aws-cn`.
    pub(crate) partition: &'a str,
    /// For instance `s3`.
    pub(crate) service: &'a str,
    /// Empty where the resource belongs to no region.
    pub(crate) region: &'a str,
    /// Empty where the resource belongs to no account.
    pub(crate) account_id: &'a str,
    /// What is left, split at `:` and `/`.
    pub(crate) resource_id: Vec<String>,
}

/// The parts of `value`; `None` if it is no ARN.
pub(crate) fn parse_arn(value: &str) -> Option<Arn<'_>> {
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
