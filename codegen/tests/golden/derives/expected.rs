// ---- src/types/back.rs
/// The structure `Back`.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Back {
    /// The member `there`.
    pub there: Option<There>,
    /// The member `labels`.
    pub labels: Option<HashMap<String, String>>,
}

// ---- src/types/choice.rs
/// The union `Choice`: one of its variants.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Choice {
    /// The member `text`.
    Text(String),
    /// The member `tree`.
    Tree(Tree),
    /// A variant that this version of the crate does not list. It cannot be sent.
    Unknown,
}

// ---- src/types/choice_of_document.rs
/// The union `ChoiceOfDocument`: one of its variants.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum ChoiceOfDocument {
    /// The member `document`.
    Document(HoldsDocument),
    /// A variant that this version of the crate does not list. It cannot be sent.
    Unknown,
}

// ---- src/types/choice_of_map.rs
/// The union `ChoiceOfMap`: one of its variants.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum ChoiceOfMap {
    /// The member `deep`.
    Deep(Vec<HoldsMap>),
    /// The member `none`.
    None,
    /// A variant that this version of the crate does not list. It cannot be sent.
    Unknown,
}

// ---- src/types/colour.rs
/// The values of `Colour`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum Colour {
    /// The value `RED`.
    Red,
    /// A value that this version of the crate does not list.
    Unknown(UnknownVariantValue),
}

// ---- src/types/error/comparable.rs
/// The structure `Comparable`.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Comparable {
    /// The member `hashable`.
    pub hashable: Option<Hashable>,
    /// Message of the error.
    pub message: Option<String>,
    pub(crate) meta: ErrorMetadata,
}

// ---- src/types/error/incomparable.rs
/// The structure `Incomparable`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Incomparable {
    /// The member `float`.
    pub float: Option<HoldsFloat>,
    /// The member `double`.
    pub double: Option<HoldsDouble>,
    /// The member `document`.
    pub document: Option<HoldsDocument>,
    /// The member `farFromDocument`.
    pub far_from_document: Option<FarFromDocument>,
    /// The member `mapOfFloats`.
    pub map_of_floats: Option<HoldsMapOfFloats>,
    /// The member `ping`.
    pub ping: Option<Ping>,
    /// Message of the error.
    pub message: Option<String>,
    pub(crate) meta: ErrorMetadata,
}

// ---- src/types/error/only_sent.rs
/// The structure `OnlySent`.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct OnlySent {
    /// The member `hashable`.
    pub hashable: Option<Hashable>,
    /// Message of the error.
    pub message: Option<String>,
    pub(crate) meta: ErrorMetadata,
}

// ---- src/types/far_from_document.rs
/// The structure `FarFromDocument`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct FarFromDocument {
    /// The member `all`.
    pub all: Option<Vec<ChoiceOfDocument>>,
}

// ---- src/types/far_from_map.rs
/// The structure `FarFromMap`.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct FarFromMap {
    /// The member `choice`.
    pub choice: Option<ChoiceOfMap>,
}

// ---- src/types/hashable.rs
/// The structure `Hashable`.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct Hashable {
    /// The member `text`.
    pub text: Option<String>,
    /// The member `flag`.
    pub flag: Option<bool>,
    /// The member `number`.
    pub number: Option<i64>,
    /// The member `big`.
    pub big: Option<BigDecimal>,
    /// The member `blob`.
    pub blob: Option<Blob>,
    /// The member `at`.
    pub at: Option<DateTime>,
    /// The member `colour`.
    pub colour: Option<Colour>,
    /// The member `level`.
    pub level: Option<i32>,
    /// The member `names`.
    pub names: Option<Vec<String>>,
    /// The member `tree`.
    pub tree: Option<Tree>,
    /// The member `choice`.
    pub choice: Option<Choice>,
}

// ---- src/types/holds_document.rs
/// The structure `HoldsDocument`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct HoldsDocument {
    /// The member `value`.
    pub value: Option<Document>,
}

// ---- src/types/holds_double.rs
/// The structure `HoldsDouble`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct HoldsDouble {
    /// The member `values`.
    pub values: Option<Vec<f64>>,
}

// ---- src/types/holds_error.rs
/// The structure `HoldsError`.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct HoldsError {
    /// The member `error`.
    pub error: Option<Comparable>,
}

// ---- src/types/holds_float.rs
/// The structure `HoldsFloat`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct HoldsFloat {
    /// The member `value`.
    pub value: Option<f32>,
}

// ---- src/types/holds_map.rs
/// The structure `HoldsMap`.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct HoldsMap {
    /// The member `value`.
    pub value: Option<HashMap<String, String>>,
}

// ---- src/types/holds_map_of_floats.rs
/// The structure `HoldsMapOfFloats`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct HoldsMapOfFloats {
    /// The member `value`.
    pub value: Option<HashMap<String, f32>>,
}

// ---- src/types/level.rs
/// Names for the values of `Level`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Level {}

// ---- src/types/ping.rs
/// The structure `Ping`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Ping {
    /// The member `pong`.
    pub pong: Option<Pong>,
}

// ---- src/types/pong.rs
/// The structure `Pong`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Pong {
    /// The member `ping`.
    pub ping: Option<Box<Ping>>,
    /// The member `weight`.
    pub weight: Option<f64>,
}

// ---- src/types/there.rs
/// The structure `There`.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct There {
    /// The member `back`.
    pub back: Option<Box<Back>>,
}

// ---- src/types/tree.rs
/// The structure `Tree`.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct Tree {
    /// The member `branches`.
    pub branches: Option<Vec<Tree>>,
    /// The member `label`.
    pub label: Option<String>,
}
