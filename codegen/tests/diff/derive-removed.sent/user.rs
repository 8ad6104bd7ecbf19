//! Needs a type that any protocol can write.

use aws_smithy_schema::serde::SerializableStruct;
use things::types::Thing;

fn members(_: &impl SerializableStruct) {}

fn main() {
    members(&Thing::builder().name("a").count(1).build());
}
