//! The rule for the name of each kind of item.

use proc_macro2::{Ident, Span};

use super::case::{pascal, snake};
use super::keyword;

/// Creates an identifier from a name that another function of this module returned.
#[must_use]
pub fn ident(name: &str) -> Ident {
    match name.strip_prefix("r#") {
        Some(raw) => Ident::new_raw(raw, Span::call_site()),
        None => Ident::new(name, Span::call_site()),
    }
}

/// A field, a setter or a function: `awsDeviceV2` becomes `aws_device_v2`, `type` becomes `r#type`.
#[must_use]
pub fn field(member: &str) -> String {
    keyword::escape_field(&snake(member))
}

/// A module or file: like a field, but a keyword gets an underscore, since files cannot be raw.
#[must_use]
pub fn module(shape: &str) -> String {
    keyword::escape_module(&snake(shape))
}

/// The module of an operation and the method of the client: like a module, except for names of other methods of the client.
#[must_use]
pub fn operation(shape: &str) -> String {
    let name = module(shape);
    if ["config", "from_conf", "new"].contains(&name.as_str()) { format!("_{name}") } else { name }
}

/// A structure, union or enum: `BGPPeer` becomes `BgpPeer`.
#[must_use]
pub fn item(shape: &str) -> String {
    keyword::escape_item(&pascal(shape))
}

/// The type of an operation: `CreateBGPPeer` is kept, as in the official SDK. A name with underscores becomes upper camel case.
#[must_use]
pub fn operation_item(shape: &str) -> String {
    if !shape.bytes().all(|letter| letter.is_ascii_alphanumeric()) {
        return item(shape);
    }
    let (first, rest) = shape.split_at(shape.len().min(1));
    keyword::escape_item(&(first.to_ascii_uppercase() + rest))
}

/// A variant of an enum: a modelled `unknown` becomes `UnknownValue`, `Self` becomes `SelfValue`.
#[must_use]
pub fn variant(value: &str) -> String {
    let name = pascal(value);
    let name = if name.starts_with(|first: char| first.is_ascii_digit()) { format!("_{name}") } else { name };
    keyword::escape_variant(if name.is_empty() { "Empty" } else { &name })
}

/// A static that holds a schema: `BGPPeer` becomes `BGP_PEER`.
#[must_use]
pub fn constant(shape: &str) -> String {
    let name = snake(shape).to_uppercase();
    if name.is_empty() {
        return "EMPTY".to_owned();
    }
    if name.starts_with(|first: char| first.is_ascii_digit()) { format!("_{name}") } else { name }
}
