//! The functions of the rules in the runtime.

use super::Type;

/// A function whose arguments and result have one type each. `lower/endpoint/call.rs` has the others.
#[derive(Debug, PartialEq, Eq)]
pub struct Function {
    /// Its name in the rules.
    pub rules_name: &'static str,
    /// The module of the runtime, below `crate::rules`.
    pub module: &'static str,
    /// The Rust function in that module.
    pub name: &'static str,
    /// The types of the arguments.
    pub parameters: &'static [Type],
    /// The type of the result.
    pub result: Type,
    /// True if there may be no result.
    pub is_optional: bool,
    /// True if the result owns its string or array.
    pub is_owned: bool,
    /// True if the result borrows from an argument.
    pub borrows: bool,
}

impl Function {
    /// All of them. Source: Smithy 2.0 specification, "Rules engine standard library" and "AWS rules engine library
    /// functions".
    pub const ALL: [Self; 8] = [
        Self {
            is_optional: true,
            borrows: true,
            ..Self::new(
                "substring",
                "substring",
                "substring",
                &[Type::String, Type::Number, Type::Number, Type::Boolean],
                Type::String,
            )
        },
        Self {
            is_owned: true,
            ..Self::new(
                "split",
                "split",
                "split",
                &[Type::String, Type::String, Type::Number],
                Type::StringArray,
            )
        },
        Self {
            is_optional: true,
            borrows: true,
            ..Self::new("parseURL", "url", "parse_url", &[Type::String], Type::Url)
        },
        Self {
            is_owned: true,
            ..Self::new("uriEncode", "uri_encode", "uri_encode", &[Type::String], Type::String)
        },
        Self::new(
            "isValidHostLabel",
            "host_label",
            "is_valid_host_label",
            &[Type::String, Type::Boolean],
            Type::Boolean,
        ),
        Self {
            is_optional: true,
            ..Self::new("aws.partition", "partition", "partition", &[Type::String], Type::Partition)
        },
        Self {
            is_optional: true,
            borrows: true,
            ..Self::new("aws.parseArn", "arn", "parse_arn", &[Type::String], Type::Arn)
        },
        Self::new(
            "aws.isVirtualHostableS3Bucket",
            "bucket",
            "is_virtual_hostable_bucket",
            &[Type::String, Type::Boolean],
            Type::Boolean,
        ),
    ];

    const fn new(
        rules_name: &'static str,
        module: &'static str,
        name: &'static str,
        parameters: &'static [Type],
        result: Type,
    ) -> Self {
        Self {
            rules_name,
            module,
            name,
            parameters,
            result,
            is_optional: false,
            is_owned: false,
            borrows: false,
        }
    }

    /// Returns the function with a name in the rules.
    #[must_use]
    pub fn find(rules_name: &str) -> Option<&'static Self> {
        const ALL: &[Function] = &Function::ALL;
        ALL.iter().find(|function| function.rules_name == rules_name)
    }
}
