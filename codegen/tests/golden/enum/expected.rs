// ---- src/types/alike.rs
/// The values of `Alike`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum Alike {
    /// The value `INVALID_REQUEST`.
    InvalidRequest,
    /// The value `invalid_request`.
    InvalidRequestLowercase,
    /// The value `invalid-request`.
    InvalidMinusRequest,
    /// A value that this version of the crate does not list.
    Unknown(UnknownVariantValue),
}

impl Alike {
    /// Returns the value on the wire.
    pub fn as_str(&self) -> &str {
        match self {
            Self::InvalidRequest => "INVALID_REQUEST",
            Self::InvalidRequestLowercase => "invalid_request",
            Self::InvalidMinusRequest => "invalid-request",
            Self::Unknown(value) => value.as_str(),
        }
    }

// ---- src/types/names.rs
/// The values of `Names`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum Names {
    /// The value `unknown`.
    UnknownValue,
    /// The value `Self`.
    SelfValue,
    /// The value `SelfValue`.
    SelfValue_,
    /// The value `camelCase`.
    CamelCase,
    /// The value `UPPER_CASE`.
    UpperCase,
    /// The value `2fast`.
    _2fast,
    /// The value `With Mixed Case`.
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
    /// The value `ordering`.
    Ordering,
    /// Ready for use.
    Available,
    /// The value `unknown`.
    UnknownValue,
    /// The value `Self`.
    SelfValue,
    /// The value `application/pdf`.
    Pdf,
    /// The value `100Gbps`.
    Digit,
    /// The empty value.
    Empty,
    /// The value `a "quoted" \ value`.
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
