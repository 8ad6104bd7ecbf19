//! A change and its class.

use std::collections::BTreeSet;
use std::fmt;

use super::notation;

/// The effect of a change on users of the crate, the gravest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Class {
    /// A program that was right may not compile any more, or its calls may fail.
    Breaking,
    /// Something is added.
    Additive,
    /// The program compiles, and the crate behaves differently.
    Behaviour,
    /// Only documentation changes, or something that no crate depends on.
    Documentation,
}

impl Class {
    /// All of them, the gravest first.
    pub const ALL: [Self; 4] = [Self::Breaking, Self::Additive, Self::Behaviour, Self::Documentation];

    /// The name on the command line and in JSON.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Breaking => "breaking",
            Self::Additive => "additive",
            Self::Behaviour => "behaviour",
            Self::Documentation => "documentation",
        }
    }
}

/// The failure after a breaking change.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Breaks {
    /// The program does not compile.
    Build,
    /// The program compiles, and a call or a builder fails.
    Calls,
}

impl Breaks {
    /// The name in JSON.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Build => "build",
            Self::Calls => "calls",
        }
    }
}

/// One entry for each kind: its name in JSON and its class.
macro_rules! kinds {
    ($($(#[doc = $doc:literal])* $kind:ident => $name:literal, $class:ident;)*) => {
        /// The kind of a change, which determines its class.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
        pub enum Kind {
            $($(#[doc = $doc])* $kind,)*
        }

        impl Kind {
            /// All of them.
            pub const ALL: &'static [Self] = &[$(Self::$kind),*];

            /// The name in JSON.
            #[must_use]
            pub fn name(self) -> &'static str {
                match self {
                    $(Self::$kind => $name,)*
                }
            }

            /// The effect on users of the crate.
            #[must_use]
            pub fn class(self) -> Class {
                match self {
                    $(Self::$kind => Class::$class,)*
                }
            }
        }
    };
}

kinds! {
    /// The package has another name.
    PackageRenamed => "package-renamed", Breaking;
    /// An operation is gone.
    OperationRemoved => "operation-removed", Breaking;
    /// A type is gone.
    TypeRemoved => "type-removed", Breaking;
    /// A type is of another kind: a structure became an enum.
    TypeReplaced => "type-replaced", Breaking;
    /// An item has another name or module.
    Renamed => "renamed", Breaking;
    /// A field of a structure or a variant of a union is gone.
    MemberRemoved => "member-removed", Breaking;
    /// A field or variant has another type.
    MemberRetyped => "member-retyped", Breaking;
    /// Without the field, a call fails before it is sent, or a builder fails.
    MemberRequired => "member-required", Breaking;
    /// A variant of an enum is gone.
    ValueRemoved => "value-removed", Breaking;
    /// An operation does not have the error any more.
    ErrorRemoved => "error-removed", Breaking;
    /// A type does not implement a trait any more.
    DeriveRemoved => "derive-removed", Breaking;
    /// The `build` of a builder returns another type.
    BuildResult => "build-result", Breaking;
    /// A method is gone.
    MethodRemoved => "method-removed", Breaking;
    /// There is a new operation.
    OperationAdded => "operation-added", Additive;
    /// There is a new type.
    TypeAdded => "type-added", Additive;
    /// There is a new field or variant.
    MemberAdded => "member-added", Additive;
    /// A field does not have to be set any more.
    MemberNotRequired => "member-not-required", Additive;
    /// There is a new variant of an enum.
    ValueAdded => "value-added", Additive;
    /// An operation has one more error.
    ErrorAdded => "error-added", Additive;
    /// A type implements one more trait.
    DeriveAdded => "derive-added", Additive;
    /// There is a new method.
    MethodAdded => "method-added", Additive;
    /// The protocols of the service or their order, or the client's default protocol.
    Protocol => "protocol", Behaviour;
    /// The endpoint rules or their parameters.
    Endpoint => "endpoint", Behaviour;
    /// The default of a field.
    Default => "default", Behaviour;
    /// The pagination of an operation.
    Pagination => "pagination", Behaviour;
    /// The waiters of an operation.
    Waiters => "waiters", Behaviour;
    /// The retries of an error.
    Retry => "retry", Behaviour;
    /// The code of an error, its status or its fault.
    Error => "error", Behaviour;
    /// The signature of requests.
    Auth => "auth", Behaviour;
    /// The format of a timestamp.
    Timestamp => "timestamp", Behaviour;
    /// The idempotency token of a field.
    IdempotencyToken => "idempotency-token", Behaviour;
    /// The host prefix.
    HostPrefix => "host-prefix", Behaviour;
    /// Checksums and compression.
    Payload => "payload", Behaviour;
    /// The redaction of a value in `Debug`.
    Sensitivity => "sensitivity", Behaviour;
    /// The location or name of a value in requests and responses.
    Wire => "wire", Behaviour;
    /// Attributes for derives of other crates, and these crates.
    DeriveSource => "derive-source", Behaviour;
    /// The order of members or values.
    Order => "order", Behaviour;
    /// The deprecation of an item.
    Deprecation => "deprecation", Behaviour;
    /// The version and the ids of the service.
    Service => "service", Behaviour;
    /// A difference without a rule.
    Unclassed => "unclassed", Behaviour;
    /// Documentation and other traits for readers.
    Documentation => "documentation", Documentation;
    /// A difference of the models that no program notices.
    NoEffect => "no-effect", Documentation;
}

impl Kind {
    /// The failure of a program, if the change is breaking.
    #[must_use]
    pub fn breaks(self) -> Option<Breaks> {
        match self {
            Self::MemberRequired => Some(Breaks::Calls),
            _ if self.class() == Class::Breaking => Some(Breaks::Build),
            _ => None,
        }
    }
}

/// Sorts changes, and merges those that differ in the items only.
pub(super) fn merged(mut changes: Vec<Change>) -> Vec<Change> {
    changes.sort_by(|left, right| left.order().cmp(&right.order()));
    let mut merged: Vec<Change> = Vec::new();
    for change in changes {
        if !merged.last_mut().is_some_and(|last| last.absorb(&change)) {
            merged.push(change);
        }
    }
    merged.iter_mut().for_each(Change::finish);
    merged
}

/// The subject of a change: a shape or member.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Subject {
    /// The id of the shape, with its namespace.
    pub(super) shape: String,
    /// The member, if it is one.
    pub(super) member: Option<String>,
}

impl Subject {
    pub(super) fn shape(shape: impl Into<String>) -> Self {
        Self { shape: shape.into(), member: None }
    }

    pub(super) fn member(shape: impl Into<String>, member: &str) -> Self {
        Self { shape: shape.into(), member: Some(member.to_owned()) }
    }

    /// The id without its namespace.
    pub(super) fn short(&self) -> String {
        let id = self.to_string();
        id.split_once('#').map_or(id.clone(), |(_, name)| name.to_owned())
    }
}

impl fmt::Display for Subject {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.shape)?;
        self.member.as_ref().map_or(Ok(()), |member| write!(f, "${member}"))
    }
}

/// A change.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// The kind.
    pub kind: Kind,
    /// The shape or member.
    pub(super) subject: Subject,
    /// The Rust items, as seen from the crate: `types::Connection.vlan`. There are several where several operations have
    /// the same shape as their input or output.
    pub items: Vec<String>,
    /// The change in a sentence.
    pub summary: String,
    /// The old type, name or value, shortened if long.
    pub old: Option<String>,
    /// The new type, name or value.
    pub new: Option<String>,
    /// The fields that lead to the cause: `Connection.tags -> Tag.value`, for a lost derive.
    pub cause: Option<String>,
    /// The operations that reach the shape, by name.
    pub operations: Vec<String>,
    /// The types for [`HOLDER`] in the summary.
    pub(super) holders: Vec<String>,
    /// The shapes and members whose differences the change accounts for.
    pub(super) covers: BTreeSet<Subject>,
}

/// The placeholder in a summary for the types that hold a member, until all of them are known.
pub(super) const HOLDER: char = '\0';

impl Change {
    pub(super) fn new(kind: Kind, subject: Subject, summary: impl Into<String>) -> Self {
        Self {
            kind,
            covers: BTreeSet::from([subject.clone()]),
            subject,
            items: Vec::new(),
            holders: Vec::new(),
            summary: summary.into(),
            old: None,
            new: None,
            cause: None,
            operations: Vec::new(),
        }
    }

    pub(super) fn item(mut self, item: impl Into<String>) -> Self {
        self.items = vec![item.into()];
        self
    }

    pub(super) fn old(mut self, old: impl Into<String>) -> Self {
        self.old = Some(old.into());
        self
    }

    pub(super) fn new_value(mut self, new: impl Into<String>) -> Self {
        self.new = Some(new.into());
        self
    }

    pub(super) fn covering(mut self, subjects: impl IntoIterator<Item = Subject>) -> Self {
        self.covers.extend(subjects);
        self
    }

    pub(super) fn holder(mut self, holder: &str) -> Self {
        self.holders = vec![holder.to_owned()];
        self
    }

    /// The effect on users of the crate.
    #[must_use]
    pub fn class(&self) -> Class {
        self.kind.class()
    }

    /// The id of the shape or member.
    #[must_use]
    pub fn id(&self) -> String {
        self.subject.to_string()
    }

    /// Takes over the items of `other` if the changes differ in the items only.
    fn absorb(&mut self, other: &Self) -> bool {
        let key = |change: &Self| {
            (
                change.kind,
                change.subject.clone(),
                change.summary.clone(),
                change.old.clone(),
                change.new.clone(),
            )
        };
        let same = key(self) == key(other);
        if same {
            self.items.extend(other.items.iter().cloned());
            self.holders.extend(other.holders.iter().cloned());
            self.covers.extend(other.covers.iter().cloned());
        }
        same
    }

    /// Puts the types that hold the member into the summary.
    fn finish(&mut self) {
        // Types come before the messages of operations.
        let rank = |path: &String| (!path.starts_with("types::"), path.clone());
        for list in [&mut self.items, &mut self.holders] {
            list.sort_by_key(rank);
            list.dedup();
        }
        let quoted: Vec<String> = self.holders.iter().map(|path| format!("`{path}`")).collect();
        self.summary = self.summary.replace(HOLDER, &notation::list(&quoted, 2));
    }

    /// The order in a report.
    fn order(&self) -> (Class, &Subject, Kind, &str, &Option<String>, &Option<String>) {
        (self.class(), &self.subject, self.kind, &self.summary, &self.old, &self.new)
    }
}
