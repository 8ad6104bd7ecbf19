//! The parts of partitions, URLs and ARNs.

use super::Type;

/// A part that `getAttr` and templates name.
#[derive(Debug, PartialEq, Eq)]
pub struct Attribute {
    /// What it is a part of.
    pub of: Type,
    /// Its name in the rules.
    pub wire_name: &'static str,
    /// The field in the support code.
    pub field: &'static str,
    /// Its type.
    pub ty: Type,
    /// The method that borrows from the field, where the field owns its value.
    pub borrow: Option<&'static str>,
}

impl Attribute {
    /// All of them. Sources: Smithy 2.0 specification, "parseURL function", "aws.partition function", "aws.parseArn
    /// function".
    pub const ALL: [Self; 16] = [
        Self::new(Type::Partition, "name", "name", Type::Text),
        Self::new(Type::Partition, "dnsSuffix", "dns_suffix", Type::Text),
        Self::new(Type::Partition, "dualStackDnsSuffix", "dual_stack_dns_suffix", Type::Text),
        Self::new(Type::Partition, "implicitGlobalRegion", "implicit_global_region", Type::Text),
        Self::new(Type::Partition, "supportsFIPS", "supports_fips", Type::Flag),
        Self::new(Type::Partition, "supportsDualStack", "supports_dual_stack", Type::Flag),
        Self::new(Type::Url, "scheme", "scheme", Type::Text),
        Self::new(Type::Url, "authority", "authority", Type::Text),
        Self::new(Type::Url, "path", "path", Type::Text),
        Self::new(Type::Url, "normalizedPath", "normalized_path", Type::Text).owning("as_str"),
        Self::new(Type::Url, "isIp", "is_ip", Type::Flag),
        Self::new(Type::Arn, "partition", "partition", Type::Text),
        Self::new(Type::Arn, "service", "service", Type::Text),
        Self::new(Type::Arn, "region", "region", Type::Text),
        Self::new(Type::Arn, "accountId", "account_id", Type::Text),
        Self::new(Type::Arn, "resourceId", "resource_id", Type::Texts).owning("as_slice"),
    ];

    const fn new(of: Type, wire_name: &'static str, field: &'static str, ty: Type) -> Self {
        Self { of, wire_name, field, ty, borrow: None }
    }

    const fn owning(self, borrow: &'static str) -> Self {
        Self { borrow: Some(borrow), ..self }
    }

    /// The parts of a type.
    pub(super) fn of(ty: Type) -> impl Iterator<Item = &'static Self> {
        const ALL: &[Attribute] = &Attribute::ALL;
        ALL.iter().filter(move |attribute| attribute.of == ty)
    }
}
