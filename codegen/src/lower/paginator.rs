//! Paginators: declared by the model, or else inferred.

mod botocore;
mod choice;
mod declared;
mod field_path;
mod inferred;
mod path;
mod token;
