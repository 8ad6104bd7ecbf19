//! Reading of XML.

use tinsmith_runtime::wire::{Readable as _, StrictReader, XmlReader};

use sample::{ITEM, Item};

mod body;
mod difference;
mod elements;
mod hostile;
mod lenient;
pub(crate) mod sample;
mod scalars;
mod shared_names;
mod text;
mod warnings;

/// Reads the content of an `Item` with a reader that is not lenient.
fn read(content: &str) -> Result<Item, String> {
    read_document(format!("<Item>{content}</Item>").as_bytes())
}

fn read_document(document: &[u8]) -> Result<Item, String> {
    let read = |mut reader: XmlReader<'_>| Item::read(&mut StrictReader::new(&mut reader), &ITEM);
    XmlReader::new(document).and_then(read).map_err(|error| error.to_string())
}

fn item(content: &str) -> Item {
    read(content).unwrap_or_else(|error| panic!("{content}: {error}"))
}
