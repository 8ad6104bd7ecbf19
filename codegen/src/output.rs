//! Tokens -> files: imports, format, template files, manifest, and writing or checking them.

mod assemble;
mod check;
mod disk;
mod doc_lines;
mod embedded;
mod error;
mod format;
mod generated_crate;
mod hidden_characters;
mod imports;
mod lock;
mod macros;
mod manifest;
mod output_paths;
mod pending;
mod platform;
mod runtime;
mod user_files;
mod write;

pub(crate) use assemble::assemble;
pub use check::{Difference, check, is_written, leftover, written_protocol};
pub use disk::{Disk, RealDisk, UnsyncedDisk};
pub use error::WriteError;
pub use generated_crate::{GeneratedCrate, Summary};
pub use lock::Lock;
pub use pending::{PendingFile, replace_file, replace_text};
pub use runtime::runtime;
pub use write::{Writer, write};
