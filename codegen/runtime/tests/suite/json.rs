//! Reading of JSON.

use tinsmith_runtime::wire::{JsonReader, Readable as _};

use super::xml::sample::{ITEM, Item};

mod difference;
mod hostile;
mod strict;
mod unions;

/// Reads an `Item`.
fn read(text: &[u8], is_lenient: bool) -> Result<Item, String> {
    Item::read(&mut JsonReader::new(text).lenient(is_lenient), &ITEM).map_err(|error| error.to_string())
}
