//! Spellings of items: types with aliases, and types with several paths.

/// Equal parts of items with different spellings. `{}` is the library.
const SPELLINGS: [(&str, &str); 6] = [
    ("<Self as core::str::traits::FromStr>::Err", "core::convert::Infallible"),
    ("{}::Config", "{}::config::Config"),
    ("{}::idempotency_token::IdempotencyTokenProvider", "{}::config::IdempotencyTokenProvider"),
    ("{}::waiters::Waiters", "{}::client::Waiters"),
    ("core::fmt::Result", "core::result::Result<(), core::fmt::Error>"),
    (
        "aws_smithy_runtime_api::box_error::BoxError",
        "alloc::boxed::Box<(dyn core::error::Error + core::marker::Send + core::marker::Sync + 'static)>",
    ),
];

/// Returns the library that a list is of.
pub(crate) fn library(list: &str) -> &str {
    let library = list.lines().find_map(|line| Some(line.strip_prefix("pub mod ")?.split_once("::")?.0));
    library.unwrap_or_default()
}

/// Returns an item of a library in its normalized spelling.
pub(crate) fn normalized(item: &str, library: &str) -> String {
    let names = |text: String, (one, other): &(&str, &str)| {
        let (one, other) = (one.replace("{}", library), other.replace("{}", library));
        let ends = |rest: &str| !rest.starts_with(|c: char| c.is_alphanumeric() || c == '_');
        let mut pieces = text.split(&one);
        let first = pieces.next().unwrap_or_default().to_owned();
        pieces.fold(first, |text, rest| text + if ends(rest) { &other } else { &one } + rest)
    };
    if is_root(item) {
        return format!("pub mod {library}");
    }
    let item = SPELLINGS.iter().fold(item.to_owned(), names);
    // Derived functions return the type by its name.
    let holder = crate::compare::path(&item).rsplit_once("::").map(|(holder, _)| format!("-> {holder}"));
    match holder.and_then(|holder| item.strip_suffix(&holder)) {
        Some(rest) => format!("{rest}-> Self"),
        None => item,
    }
}

/// Returns true for the root module, which may have another name in a list.
fn is_root(item: &str) -> bool {
    item.strip_prefix("pub mod ").is_some_and(|module| !module.contains("::"))
}

#[cfg(test)]
mod tests {
    use super::{library, normalized};

    #[test]
    fn spellings_match_whole_names() {
        let normalized = |item| normalized(item, "directconnect");
        assert_eq!(
            normalized("pub fn f() -> directconnect::Config"),
            "pub fn f() -> directconnect::config::Config"
        );
        assert_eq!(normalized("pub fn a::B::default() -> a::B"), "pub fn a::B::default() -> Self");
        assert_eq!(
            normalized("pub struct directconnect::Configured"),
            "pub struct directconnect::Configured"
        );
    }

    #[test]
    fn library_is_that_of_the_modules() {
        assert_eq!(
            library("impl core::fmt::Debug for sqs::Error\npub mod sqs\npub mod sqs::client\n"),
            "sqs"
        );
    }
}
