//! Input files: their text, locations in it, and a cursor over JSON.

mod file;
mod locate;
mod location;
mod node;

pub use file::Source;
pub use location::Location;
pub(crate) use node::Node;
pub use serde_json::Value;
