//! Renderings of a report, for people and for programs.

mod json;
mod markdown;
mod text;
mod wording;

pub use json::json;
pub use markdown::markdown;
pub use text::text;
