//! Version bumps.

use super::change::Class;

/// A version bump. Source: Semantic Versioning 2.0.0, and Cargo's reading of it for versions
/// below 1.0, where the first component that is not zero counts as the major one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Step {
    /// 1.2.3 -> 1.2.4
    Patch,
    /// 1.2.3 -> 1.3.0; below 1.0, 0.2.3 -> 0.2.4
    Minor,
    /// 1.2.3 -> 2.0.0; below 1.0, 0.2.3 -> 0.3.0
    Major,
}

impl Step {
    /// The bump for changes of a class.
    #[must_use]
    pub fn of(class: Class) -> Self {
        match class {
            Class::Breaking => Self::Major,
            Class::Additive | Class::Behaviour => Self::Minor,
            Class::Documentation => Self::Patch,
        }
    }

    /// The component to bump from 1.0 on.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Patch => "patch",
            Self::Minor => "minor",
            Self::Major => "major",
        }
    }

    /// The component to bump below 1.0.
    #[must_use]
    pub fn below_1_0(self) -> &'static str {
        match self {
            Self::Patch | Self::Minor => "patch",
            Self::Major => "minor",
        }
    }
}

/// The version after a bump; `None` if `version` is not three numbers.
#[must_use]
pub fn next(version: &str, step: Step) -> Option<String> {
    let numbers: Option<Vec<u64>> = version.split('.').map(|part| part.parse().ok()).collect();
    let [major, minor, patch] = numbers?[..] else { return None };
    let component = if major == 0 { step.below_1_0() } else { step.name() };
    Some(match component {
        "major" => format!("{}.0.0", major + 1),
        "minor" => format!("{major}.{}.0", minor + 1),
        _ => format!("{major}.{minor}.{}", patch + 1),
    })
}

#[cfg(test)]
mod tests {
    use super::{Step, next};

    #[test]
    fn below_1_0_every_component_moves_one_to_the_right() {
        let steps =
            |version| [Step::Major, Step::Minor, Step::Patch].map(|step| next(version, step).unwrap());
        assert_eq!(steps("1.2.3"), ["2.0.0", "1.3.0", "1.2.4"]);
        assert_eq!(steps("0.2.3"), ["0.3.0", "0.2.4", "0.2.4"]);
    }

    #[test]
    fn other_versions_are_refused() {
        for version in ["1.2", "1.2.3.4", "1.2.3-beta", "", "a.b.c"] {
            assert_eq!(next(version, Step::Minor), None, "{version}");
        }
    }
}
