// ---- src/types/expression.rs
/// The union `Expression`: one of its variants.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Expression {
    /// The member `literal`.
    Literal(i32),
    /// The member `negated`.
    Negated(Box<Expression>),
    /// The member `sum`.
    Sum(Sum),
    /// The member `all`.
    All(Vec<Expression>),
    /// A variant that this version of the crate does not list. It cannot be sent.
    Unknown,
}

union_traits! {
    Expression: EXPRESSION_SCHEMA, writes and reads {
        0 Literal(value);
        1 Negated(value);
        2 Sum(value);
        3 All(value);
    }
}

// ---- src/types/graph.rs
/// The structure `Graph`.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Graph {
    /// The member `edges`.
    pub edges: Option<HashMap<String, Graph>>,
}

// ---- src/types/node.rs
/// The structure `Node`.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct Node {
    /// The member `value`.
    pub value: Option<String>,
    /// The member `next`.
    pub next: Option<Box<Node>>,
}

// ---- src/types/ping.rs
/// The structure `Ping`.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct Ping {
    /// The member `pong`.
    pub pong: Option<Pong>,
}

// ---- src/types/pong.rs
/// The structure `Pong`.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct Pong {
    /// The member `ping`.
    pub ping: Option<Box<Ping>>,
    /// The member `name`.
    pub name: Option<String>,
}

structure! {
    /// Builder of [`Pong`](crate::types::Pong).
    #[derive(Clone, Debug, Default, PartialEq)]
    #[writable(PONG_SCHEMA)]
    #[readable(PONG_SCHEMA)]
    pub struct PongBuilder => always structure Pong {
        /// The member `ping`. Required.
        ping: optional Boxed<Ping>, set_ping, get_ping;
        /// The member `name`.
        name: optional String, set_name, get_name;
    }
}

// ---- src/types/sum.rs
/// The structure `Sum`.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct Sum {
    /// The member `left`.
    pub left: Option<Box<Expression>>,
    /// The member `right`.
    pub right: Option<Box<Expression>>,
}

// ---- src/types/tree.rs
/// The structure `Tree`.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct Tree {
    /// The member `value`.
    pub value: Option<String>,
    /// The member `children`.
    pub children: Option<Vec<Tree>>,
}
