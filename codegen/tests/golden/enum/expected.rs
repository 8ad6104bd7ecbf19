// ---- src/types/names.rs
/// The values of `Names`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum Names {
    /// The value `unknown`.
    UnknownValue,
    /// The value `Self`.
    SelfValue,
    /// The value `selfValue`.
    SelfValue_,
    /// The value `camelCase`.
    CamelCase,
    /// The value `UPPER_CASE`.
    UpperCase,
    /// The value `_2fast`.
    _2Fast,
    /// The value `With_Mixed_Case`.
    WithMixedCase,
    /// The value `Ok`.
    Ok,
    /// The value `None`.
    None,
    /// A value that this version of the crate does not list.
    Unknown(UnknownVariantValue),
}

// ---- src/types/state.rs
use tinsmith_runtime::string_enum_traits;
use tinsmith_runtime::enumeration::UnknownVariantValue;
use tinsmith_runtime::error::UnknownVariantError;

/// States.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum State {
    /// The value `ORDERING`.
    Ordering,
    /// Ready for use.
    Available,
    /// The value `UNKNOWN`.
    UnknownValue,
    /// The value `SELF`.
    SelfValue,
    /// The value `PDF`.
    Pdf,
    /// The value `DIGIT`.
    Digit,
    /// The value `EMPTY`.
    Empty,
    /// The value `QUOTED`.
    Quoted,
    /// A value that this version of the crate does not list.
    Unknown(UnknownVariantValue),
}

impl State {
    /// Returns the value on the wire.
    pub fn as_str(&self) -> &str {
        match self {
            Self::Ordering => "ordering",
            Self::Available => "available",
            Self::UnknownValue => "unknown",
            Self::SelfValue => "Self",
            Self::Pdf => "application/pdf",
            Self::Digit => "100Gbps",
            Self::Empty => "",
            Self::Quoted => "a \"quoted\" \\ value",
            Self::Unknown(value) => value.as_str(),
        }
    }

    /// Returns the values that this version of the crate lists.
    pub const fn values() -> &'static [&'static str] {
        &[
            "ordering",
            "available",
            "unknown",
            "Self",
            "application/pdf",
            "100Gbps",
            "",
            "a \"quoted\" \\ value",
        ]
    }

    /// Parses a value that this version of the crate lists.
    ///
    /// # Errors
    ///
    /// Returns an error for any other value; `from` converts those to `Unknown`.
    pub fn try_parse(value: &str) -> Result<Self, UnknownVariantError> {
        match Self::from(value) {
            Self::Unknown(_) => Err(UnknownVariantError::new(value)),
            known => Ok(known),
        }
    }

impl From<&str> for State {
    fn from(value: &str) -> Self {
        match value {
            "ordering" => Self::Ordering,
            "available" => Self::Available,
            "unknown" => Self::UnknownValue,
            "Self" => Self::SelfValue,
            "application/pdf" => Self::Pdf,
            "100Gbps" => Self::Digit,
            "" => Self::Empty,
            "a \"quoted\" \\ value" => Self::Quoted,
            other => Self::Unknown(other.into()),
        }
    }
}

string_enum_traits!(State);
