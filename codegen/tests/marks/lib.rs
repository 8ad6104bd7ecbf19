//! A derive that is nobody's but the tests', with an attribute: `MARKED` tells whether the attribute was seen.

use proc_macro::{TokenStream, TokenTree};

/// Gives a type the constant `MARKED`.
#[proc_macro_derive(Marked, attributes(mark))]
pub fn marked(item: TokenStream) -> TokenStream {
    let is_marked = item.to_string().contains("mark(");
    let mut tokens = item.into_iter().skip_while(
        |token| !matches!(token, TokenTree::Ident(word) if ["struct", "enum"].contains(&word.to_string().as_str())),
    );
    let name = tokens.nth(1).map(|name| name.to_string()).unwrap_or_default();
    let text = format!("impl {name} {{ /// Whether it is marked.\npub const MARKED: bool = {is_marked}; }}");
    text.parse().unwrap_or_default()
}
