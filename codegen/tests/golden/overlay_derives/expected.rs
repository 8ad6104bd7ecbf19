// ---- Cargo.toml
[features]
default = ["client", "rustls", "rt-tokio", "default-https-client"]
behavior-version-latest = []
client = [
    "dep:aws-credential-types",
    "dep:aws-runtime",
    "dep:aws-smithy-async",
    "dep:aws-smithy-runtime",
    "tinsmith-runtime/client",
]
default-https-client = ["rustls"]
rt-tokio = ["aws-smithy-async?/rt-tokio"]
rustls = ["tinsmith-runtime/rustls"]
rustls-aws-lc = ["tinsmith-runtime/rustls-aws-lc"]
serde = ["tinsmith-runtime/serde"]
test-util = ["aws-credential-types?/test-util", "tinsmith-runtime/test-util"]
with-spots = ["dep:spots"]

[dependencies]
aws-credential-types = { version = "1.3.1", optional = true }
aws-runtime = { version = "1.10.2", optional = true }
aws-smithy-async = { version = "1.3.1", optional = true }
aws-smithy-json = "0.65.1"
aws-smithy-runtime = { version = "1.16.2", features = ["client"], optional = true }
aws-smithy-runtime-api = { version = "1.20.0", features = ["client", "http-1x"] }
aws-smithy-schema = "1.2.0"
aws-smithy-types = "1.9.3"
aws-types = "1.7.0"
bytes = "1.11.1"
golden-marks = { version = "0.1", path = "../golden-marks" }
http = "1.3.1"
spots = { package = "golden-spots", path = "../golden-spots", optional = true }
tinsmith-runtime = { path = "../../runtime" }

// ---- src/operation/put_thing/input.rs
/// Input of `PutThing`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct PutThingInput {
    /// The member `thing`.
    pub thing: Option<Thing>,
    /// The member `point`.
    pub point: Option<Point>,
    /// The member `pick`.
    pub pick: Option<Pick>,
    /// The member `chart`.
    pub chart: Option<Chart>,
}

// ---- src/types/chart.rs
/// The structure `Chart`.
#[derive(Clone, Debug, PartialEq, PartialOrd)]
#[non_exhaustive]
pub struct Chart {
    /// The member `points`.
    pub points: Option<f64>,
}

// ---- src/types/kind.rs
/// The values of `Kind`.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Kind {
    /// The value `round`.
    Round,
    /// The value `flat`.
    Flat,
    /// A value that this version of the crate does not list.
    Unknown(UnknownVariantValue),
}

// ---- src/types/level.rs
/// Names for the values of `Level`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Level {}

// ---- src/types/pick.rs
/// The union `Pick`: one of its variants.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "with-spots", derive(::spots::Marked))]
#[non_exhaustive]
pub enum Pick {
    /// The member `text`.
    #[cfg_attr(feature = "with-spots", mark("words"))]
    Text(String),
    /// The member `point`.
    Point(Point),
    /// A variant that this version of the crate does not list. It cannot be sent.
    Unknown,
}

// ---- src/types/point.rs
/// The structure `Point`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub struct Point {
    /// The member `x`.
    pub x: Option<i32>,
    /// The member `y`.
    pub y: Option<i32>,
    /// The member `seen`.
    pub seen: Option<DateTime>,
    /// The member `level`.
    pub level: Option<i32>,
}

// ---- src/types/tag.rs
/// The structure `Tag`.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[derive(::golden_marks::Marked)]
#[non_exhaustive]
pub struct Tag {
    /// The member `key`.
    #[mark("the key")]
    pub key: String,
    /// The member `secret`.
    pub secret: Option<String>,
}

// ---- src/types/thing.rs
/// The structure `Thing`.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct Thing {
    /// The member `name`.
    pub name: Option<String>,
    /// The member `at`.
    pub at: Option<DateTime>,
    /// The member `point`.
    pub point: Option<Point>,
    /// The member `tags`.
    pub tags: Option<Vec<Tag>>,
    /// The member `kind`.
    pub kind: Option<Kind>,
    /// The member `pick`.
    pub pick: Option<Pick>,
}
