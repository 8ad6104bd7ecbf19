//! Sources of models: files, folders, archives of botocore, pipes.

mod archive;
mod catalogue;
mod files;
mod folder;
mod model_source;
mod opened;
mod tar;
mod zip;

pub use model_source::ModelSource;
pub(crate) use opened::{Opened, load, model};
