//! Files -> one module with inline modules.

use std::collections::BTreeMap;

use proc_macro2::{Delimiter, Group, TokenStream, TokenTree};

use super::condition::Conditions;

/// Returns the items of `src/lib.rs` with the content of the other files in their places.
pub(super) fn module(files: &BTreeMap<String, String>, conditions: &Conditions<'_>) -> TokenStream {
    file(files, conditions, "src/lib.rs", "src")
}

/// Returns the items of a file, whose modules have their files in `folder`.
fn file(
    files: &BTreeMap<String, String>,
    conditions: &Conditions<'_>,
    path: &str,
    folder: &str,
) -> TokenStream {
    let text = files.get(path).expect("a generated crate contains its modules");
    let tokens: TokenStream = text.parse().expect("a generated file consists of tokens");
    let mut nested: Vec<TokenTree> = Vec::new();
    for token in conditions.resolve(tokens) {
        match (nested.as_slice(), &token) {
            ([.., TokenTree::Ident(keyword), TokenTree::Ident(name)], TokenTree::Punct(end))
                if *keyword == "mod" && end.as_char() == ';' =>
            {
                let name = name.to_string();
                let path = format!("{folder}/{}", name.trim_start_matches("r#"));
                let content = file(files, conditions, &format!("{path}.rs"), &path);
                nested.push(Group::new(Delimiter::Brace, content).into());
            }
            _ => nested.push(token),
        }
    }
    nested.into_iter().collect()
}
