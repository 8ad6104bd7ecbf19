//! The types of the endpoint rules.

/// The type of an expression.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Type {
    /// `&str`
    String,
    /// `bool`
    Boolean,
    /// An integer literal.
    Number,
    /// `&[String]`
    StringArray,
    /// `&Partition`
    Partition,
    /// `&Url`
    Url,
    /// `&Arn`
    Arn,
}

impl Type {
    /// Returns the type with its article, for diagnostics.
    #[must_use]
    pub fn description(self) -> &'static str {
        match self {
            Self::String => "a string",
            Self::Boolean => "a boolean",
            Self::Number => "a number",
            Self::StringArray => "an array of strings",
            Self::Partition => "a partition",
            Self::Url => "a URL",
            Self::Arn => "an ARN",
        }
    }
}
