//! The parts of partitions, URLs and ARNs.

use super::Type;

/// A part that `getAttr` and templates name.
#[derive(Debug, PartialEq, Eq)]
pub struct Attribute {
    /// The type that has the part.
    pub of: Type,
    /// Its name in the rules.
    pub rules_name: &'static str,
    /// The field in the runtime.
    pub field: &'static str,
    /// Its type.
    pub ty: Type,
    /// The method that borrows from the field, if the field owns its value.
    pub borrow: Option<&'static str>,
}

impl Attribute {
    /// All of them. Sources: Smithy 2.0 specification, "parseURL function", "aws.partition function", "aws.parseArn
    /// function".
    pub const ALL: [Self; 16] = [
        Self::new(Type::Partition, "name", "name", Type::String),
        Self::new(Type::Partition, "dnsSuffix", "dns_suffix", Type::String),
        Self::new(Type::Partition, "dualStackDnsSuffix", "dual_stack_dns_suffix", Type::String),
        Self::new(Type::Partition, "implicitGlobalRegion", "implicit_global_region", Type::String),
        Self::new(Type::Partition, "supportsFIPS", "supports_fips", Type::Boolean),
        Self::new(Type::Partition, "supportsDualStack", "supports_dual_stack", Type::Boolean),
        Self::new(Type::Url, "scheme", "scheme", Type::String),
        Self::new(Type::Url, "authority", "authority", Type::String),
        Self::new(Type::Url, "path", "path", Type::String),
        Self::new(Type::Url, "normalizedPath", "normalized_path", Type::String).owning("as_str"),
        Self::new(Type::Url, "isIp", "is_ip", Type::Boolean),
        Self::new(Type::Arn, "partition", "partition", Type::String),
        Self::new(Type::Arn, "service", "service", Type::String),
        Self::new(Type::Arn, "region", "region", Type::String),
        Self::new(Type::Arn, "accountId", "account_id", Type::String),
        Self::new(Type::Arn, "resourceId", "resource_id", Type::StringArray).owning("as_slice"),
    ];

    const fn new(of: Type, rules_name: &'static str, field: &'static str, ty: Type) -> Self {
        Self { of, rules_name, field, ty, borrow: None }
    }

    const fn owning(self, borrow: &'static str) -> Self {
        Self { borrow: Some(borrow), ..self }
    }

    /// Returns the parts of a type.
    pub fn of(ty: Type) -> impl Iterator<Item = &'static Self> {
        const ALL: &[Attribute] = &Attribute::ALL;
        ALL.iter().filter(move |attribute| attribute.of == ty)
    }
}
