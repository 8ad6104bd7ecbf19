//! Input files: their text, locations in it, and a cursor over JSON.

mod locate;
mod location;
mod node;
mod text;

pub use location::Location;
pub(crate) use node::Node;
pub use serde_json::Value;
pub use text::Source;
