//! Reads the content of an output.

use things::operation::get_thing::GetThingOutput;
use things::primitives::Blob;

fn main() {
    let output = GetThingOutput::builder().content(Blob::new("a")).build();
    assert_eq!(output.content().map(Blob::as_ref), Some(&b"a"[..]));
}
