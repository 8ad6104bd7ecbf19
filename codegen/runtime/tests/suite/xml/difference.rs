//! This reader and that of the official crates, on random documents.
