//! Waiters, their acceptors and the paths that these look at.

use super::WaiterValue;
use crate::plan::RustPath;

/// A waiter.
#[derive(Clone, Debug)]
pub struct WaiterPlan {
    /// `ConnectionAvailable`
    pub name: String,
    /// `connection_available`
    pub module: String,
    /// The method of the client: `wait_until_connection_available`.
    pub method: String,
    /// The fluent builder: `crate::waiters::connection_available::ConnectionAvailableFluentBuilder`.
    pub fluent_builder: RustPath,
    /// The result of the last call: `crate::waiters::connection_available::ConnectionAvailableFinalPoll`.
    pub final_poll: RustPath,
    /// The error: `crate::waiters::connection_available::WaitUntilConnectionAvailableError`.
    pub error: RustPath,
    /// Documentation in Markdown.
    pub doc: String,
    /// The first sentence of the documentation, on one line.
    pub summary: String,
    /// The deprecation note.
    pub deprecated: Option<String>,
    /// The minimum and maximum delay between two calls, in seconds.
    pub seconds: (u64, u64),
    /// The paths that acceptors look at.
    pub paths: Vec<PathPlan>,
    /// The acceptors; the first that matches decides.
    pub acceptors: Vec<AcceptorPlan>,
}

/// A path into a response, whose value acceptors look at.
#[derive(Clone, Debug, PartialEq)]
pub struct PathPlan {
    /// The name of the function that evaluates it.
    pub name: String,
    /// The path in the model.
    pub path: String,
    /// Documentation in Markdown.
    pub doc: String,
    /// True if it leads into the input too.
    pub uses_input: bool,
    /// The value at the path.
    pub value: WaiterValue,
    /// The type of the value.
    pub ty: ValueType,
}

/// The type of a value that acceptors look at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ValueType {
    /// A string that may be missing.
    String,
    /// Strings in a list that may be missing.
    Strings,
    /// A boolean that may be missing.
    Boolean,
    /// A condition, which is true or false in any case.
    Condition,
}

/// An acceptor: the state that matching responses show.
#[derive(Clone, Debug, PartialEq)]
pub struct AcceptorPlan {
    /// The state.
    pub state: State,
    /// The responses that show it.
    pub matcher: Matcher,
}

/// The states of a waiter.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum State {
    /// The state that was waited for.
    Success,
    /// A state from which the awaited one cannot be reached.
    Failure,
    /// The state before either.
    Retry,
}

/// The responses that an acceptor matches.
#[derive(Clone, Debug, PartialEq)]
pub enum Matcher {
    /// Every output.
    Output,
    /// Every error.
    AnyError,
    /// A modelled error, by its variant.
    Variant(String),
    /// An error that the operation does not model, by its code.
    Code(String),
    /// An error by the HTTP status of its response.
    Status(u16),
    /// An output with the expected value at a path.
    Path {
        /// The index of the path.
        path: usize,
        /// The expected value.
        expected: Expected,
    },
}

/// The expected value at a path.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Expected {
    /// That string.
    String(String),
    /// At least one string, and each is that string.
    All(String),
    /// Strings, one of which is that string.
    Any(String),
    /// That boolean.
    Boolean(bool),
}
