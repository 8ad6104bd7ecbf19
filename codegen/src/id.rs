//! Identifiers of shapes and members, as the Smithy specification spells them.

use std::borrow::Borrow;
use std::fmt;

/// An absolute shape id: `com.amazonaws.directconnect#Connection`.
///
/// Source: Smithy 2.0 specification, "Shape ID".
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ShapeId(String);

impl ShapeId {
    /// Creates an id from a namespace and a name.
    #[must_use]
    pub fn new(namespace: &str, name: &str) -> Self {
        Self(format!("{namespace}#{name}"))
    }

    /// Parses an absolute shape id; `None` if `text` is not one.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let (namespace, name) = text.split_once('#')?;
        (namespace.split('.').all(is_identifier) && is_identifier(name)).then(|| Self(text.to_owned()))
    }

    /// The part before `#`.
    #[must_use]
    pub fn namespace(&self) -> &str {
        self.0.split_once('#').map_or("", |(namespace, _)| namespace)
    }

    /// The part after `#`.
    #[must_use]
    pub fn name(&self) -> &str {
        self.0.split_once('#').map_or(self.0.as_str(), |(_, name)| name)
    }

    /// The whole id.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The id of one of this shape's members.
    #[must_use]
    pub fn member(&self, name: &str) -> MemberId {
        MemberId { shape: self.clone(), name: name.to_owned() }
    }

    /// The shape `smithy.api#Unit`: the input of an operation without one, and the target of an enum value.
    #[must_use]
    pub fn unit() -> Self {
        Self::new("smithy.api", "Unit")
    }

    /// Returns true if the shape is part of the Smithy prelude (`smithy.api#String` and so on).
    #[must_use]
    pub fn is_prelude(&self) -> bool {
        self.namespace() == "smithy.api"
    }
}

impl fmt::Display for ShapeId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl Borrow<str> for ShapeId {
    fn borrow(&self) -> &str {
        &self.0
    }
}

/// A member id: `com.amazonaws.directconnect#Connection$vlan`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct MemberId {
    /// The shape that holds the member.
    pub shape: ShapeId,
    /// The member's name in the model.
    pub name: String,
}

impl fmt::Display for MemberId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}${}", self.shape, self.name)
    }
}

/// Returns true if `text` is a Smithy identifier: ASCII letters, digits and underscores, which neither start with a digit nor
/// are only underscores.
#[must_use]
pub fn is_identifier(text: &str) -> bool {
    let first = text.trim_start_matches('_').bytes().next();
    let starts = first.is_some_and(|first| {
        first.is_ascii_alphabetic() || (first.is_ascii_digit() && text.starts_with('_'))
    });
    starts && text.bytes().all(|next| next.is_ascii_alphanumeric() || next == b'_')
}
