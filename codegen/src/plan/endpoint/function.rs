//! The functions of the rules that the support code has.

use super::Type;

/// A function whose arguments and result have one type each. The others are in `call.rs`.
#[derive(Debug, PartialEq, Eq)]
pub struct Function {
    /// Its name in the rules.
    pub wire_name: &'static str,
    /// The module of the support code, below `crate::rules`.
    pub module: &'static str,
    /// The Rust function in that module.
    pub name: &'static str,
    /// The types of the arguments.
    pub parameters: &'static [Type],
    /// The type of the result.
    pub result: Type,
    /// Whether there may be no result.
    pub optional: bool,
    /// Whether the result is text or a list of its own.
    pub owned: bool,
    /// Whether the result borrows from an argument.
    pub borrows: bool,
}

impl Function {
    /// All of them. Source: Smithy 2.0 specification, "Rules engine standard library" and "AWS rules engine library
    /// functions".
    pub const ALL: [Self; 8] = [
        Self {
            optional: true,
            borrows: true,
            ..Self::new(
                "substring",
                "substring",
                "substring",
                &[Type::Text, Type::Number, Type::Number, Type::Flag],
                Type::Text,
            )
        },
        Self {
            owned: true,
            ..Self::new("split", "split", "split", &[Type::Text, Type::Text, Type::Number], Type::Texts)
        },
        Self {
            optional: true,
            borrows: true,
            ..Self::new("parseURL", "url", "parse_url", &[Type::Text], Type::Url)
        },
        Self { owned: true, ..Self::new("uriEncode", "uri_encode", "uri_encode", &[Type::Text], Type::Text) },
        Self::new(
            "isValidHostLabel",
            "host_label",
            "is_valid_host_label",
            &[Type::Text, Type::Flag],
            Type::Flag,
        ),
        Self {
            optional: true,
            ..Self::new("aws.partition", "partition", "partition", &[Type::Text], Type::Partition)
        },
        Self {
            optional: true,
            borrows: true,
            ..Self::new("aws.parseArn", "arn", "parse_arn", &[Type::Text], Type::Arn)
        },
        Self::new(
            "aws.isVirtualHostableS3Bucket",
            "bucket",
            "is_virtual_hostable_bucket",
            &[Type::Text, Type::Flag],
            Type::Flag,
        ),
    ];

    const fn new(
        wire_name: &'static str,
        module: &'static str,
        name: &'static str,
        parameters: &'static [Type],
        result: Type,
    ) -> Self {
        Self { wire_name, module, name, parameters, result, optional: false, owned: false, borrows: false }
    }

    /// The function with a name in the rules.
    pub(super) fn find(wire_name: &str) -> Option<&'static Self> {
        const ALL: &[Function] = &Function::ALL;
        ALL.iter().find(|function| function.wire_name == wire_name)
    }
}
