//! The parameters of the endpoint rules and their sources in a client.

use super::{Expression, Type};

/// A parameter of the rules.
#[derive(Clone, Debug)]
pub struct Parameter {
    /// The name in the rules: `UseFIPS`.
    pub rules_name: String,
    /// The field: `use_fips`.
    pub field: String,
    /// The field without `r#`, for `set_`.
    pub stem: String,
    /// Its type.
    pub ty: ParameterType,
    /// True for the region, which becomes part of host names.
    pub is_region: bool,
    /// The part of a client's configuration or identity that it is taken from.
    pub built_in: Option<BuiltIn>,
    /// The setting that a client has for it.
    pub setting: Option<Setting>,
    /// True if it must have a value.
    pub is_required: bool,
    /// Its default.
    pub default: Option<ParameterValue>,
    /// Documentation in Markdown.
    pub doc: String,
}

impl Parameter {
    /// Returns true if it must be given: it is required and has no default.
    #[must_use]
    pub fn must_be_set(&self) -> bool {
        self.default.is_none() && self.is_required
    }

    /// Returns true if the field is an `Option`.
    #[must_use]
    pub fn is_optional(&self) -> bool {
        self.default.is_none() && !self.is_required
    }

    /// Returns the parameter as an expression.
    #[must_use]
    pub fn expression(&self) -> Expression {
        Expression::Parameter {
            field: self.field.clone(),
            ty: self.ty.in_rules(),
            is_optional: self.is_optional(),
        }
    }
}

/// The types of parameters.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ParameterType {
    /// A string.
    String,
    /// A boolean.
    Boolean,
    /// An array of strings.
    StringArray,
}

impl ParameterType {
    fn in_rules(self) -> Type {
        match self {
            Self::String => Type::String,
            Self::Boolean => Type::Boolean,
            Self::StringArray => Type::StringArray,
        }
    }

    /// Returns the type with its article, for diagnostics.
    #[must_use]
    pub fn description(self) -> &'static str {
        self.in_rules().description()
    }
}

/// The value of a parameter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ParameterValue {
    /// A string.
    String(String),
    /// A boolean.
    Boolean(bool),
    /// An array of strings.
    StringArray(Vec<String>),
}

/// A parameter that every client can supply. Source: Smithy 2.0 specification, "AWS rules engine
/// built-ins".
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BuiltIn {
    /// `AWS::Region`
    Region,
    /// `AWS::UseDualStack`
    UseDualStack,
    /// `AWS::UseFIPS`
    UseFips,
    /// `SDK::Endpoint`
    Endpoint,
    /// `AWS::Auth::AccountId`: of the identity that signs.
    AccountId,
    /// `AWS::Auth::AccountIdEndpointMode`
    AccountIdEndpointMode,
}

impl BuiltIn {
    /// Returns the type of the parameter.
    #[must_use]
    pub fn ty(self) -> ParameterType {
        match self {
            Self::UseDualStack | Self::UseFips => ParameterType::Boolean,
            Self::Region | Self::Endpoint | Self::AccountId | Self::AccountIdEndpointMode => {
                ParameterType::String
            }
        }
    }
}

/// A setting that clients of this service have. Source: `smithy.rules#clientContextParams`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Setting {
    /// The type that holds it among the settings: `ForcePathStyle`.
    pub holder: String,
    /// Documentation in Markdown.
    pub doc: String,
}
