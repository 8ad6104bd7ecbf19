//! Traits of the standard library that types derive.

/// A trait of the standard library that a type may derive. The order is that of the derives.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum StandardTrait {
    /// `Copy`
    Copy,
    /// `Eq`
    Eq,
    /// `PartialOrd`
    PartialOrd,
    /// `Ord`
    Ord,
    /// `Hash`
    Hash,
}

impl StandardTrait {
    /// All of them.
    pub const ALL: [Self; 5] = [Self::Copy, Self::Eq, Self::PartialOrd, Self::Ord, Self::Hash];

    /// The name of the trait: `Hash`.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Copy => "Copy",
            Self::Eq => "Eq",
            Self::PartialOrd => "PartialOrd",
            Self::Ord => "Ord",
            Self::Hash => "Hash",
        }
    }

    /// Parses the name of a trait.
    #[must_use]
    pub fn parse(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|known| known.name() == name)
    }
}
