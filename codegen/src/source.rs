//! Input files: their text, locations in it, JSON values, and a cursor over them.

pub(crate) mod json;
mod locate;
mod location;
mod node;
mod number;
mod text;
mod value;

pub use json::NotJson;
pub use location::Location;
pub(crate) use node::Node;
pub use number::Number;
pub use text::Source;
pub(crate) use value::json;
pub use value::{Map, Value};
