//! Normalized paths of items, for comparison of public items with items of a report.
//!
//! A field has several public items: itself, its accessor, and methods of the builder. A report has the field only.
//! So the path of a builder is that of the type it builds, and the path of an accessor is that of its field.

/// Segments of a path, without the crate.
pub(crate) type ItemPath = Vec<String>;

/// Returns true for containers of items: modules, inherent implementations, and the trait `Waiters`.
pub(crate) fn is_container(item: &str) -> bool {
    let is_trait = item.split("::Waiters").next().is_some_and(|start| start.starts_with("pub trait "));
    let is_block = item.starts_with("impl") && (!item.contains(" for ") || item.contains("::Waiters for "));
    item.starts_with("pub mod ") || is_trait || is_block
}

/// Returns the path of a public item, as rustdoc lists it.
pub(crate) fn of_public(item: &str, crate_name: &str) -> ItemPath {
    let paths: Vec<&str> = paths(item, crate_name).collect();
    let Some(first) = paths.first() else { return vec![item.to_owned()] };
    if item.starts_with("impl") {
        // `From<E> for Error` belongs to `E`.
        let mut path = segments(first);
        let implemented = item.split(" for ").next().unwrap_or(item);
        let outer =
            implemented.split('<').next().filter(|text| !text.ends_with("impl")).unwrap_or(implemented);
        path.extend(outer.rsplit("::").next().map(plain));
        return path;
    }
    let path = segments(first);
    let converts = path.last().is_some_and(|name| name == "from");
    paths.get(1).filter(|_| converts).map_or(path, |argument| segments(argument))
}

/// Returns the path of an item of a report, such as `types::Thing.size`.
pub(crate) fn of_reported(item: &str) -> ItemPath {
    segments(&item.replace('.', "::"))
}

/// Finds the paths of the crate in a string.
fn paths<'t>(text: &'t str, crate_name: &str) -> impl Iterator<Item = &'t str> {
    let inside = |c: char| c.is_alphanumeric() || c == '_' || c == ':' || c == '#';
    let rests = text.split(&format!("{crate_name}::")).skip(1).collect::<Vec<_>>();
    rests
        .into_iter()
        .map(move |rest| rest.split(|c| !inside(c)).next().unwrap_or_default().trim_end_matches(':'))
}

fn segments(path: &str) -> ItemPath {
    let names = path.split("::").filter(|name| !name.is_empty() && *name != "builders");
    names.map(|name| if name.starts_with(char::is_uppercase) { built(name) } else { plain(name) }).collect()
}

/// Returns the type that a builder builds. Fluent builders build an input.
fn built(name: &str) -> String {
    let input = name.strip_suffix("FluentBuilder").map(|stem| format!("{stem}Input"));
    let name = input.unwrap_or_else(|| name.strip_suffix("Builder").unwrap_or(name).to_owned());
    plain(&name)
}

/// Removes prefixes and case, in which a field differs from its accessors, and a variant from its method.
pub(crate) fn plain(name: &str) -> String {
    let name = name.trim_start_matches("r#");
    let bare = ["set_", "get_", "is_", "as_"].iter().find_map(|start| name.strip_prefix(start));
    bare.unwrap_or(name).replace('_', "").to_lowercase()
}

#[cfg(test)]
mod tests {
    use super::{is_container, of_public, of_reported};

    #[test]
    fn builders_and_accessors_have_the_path_of_the_field() {
        let field = of_reported("types::Thing.max_size");
        for item in [
            "pub a_b::types::Thing::max_size: core::option::Option<i32>",
            "pub fn a_b::types::builders::ThingBuilder::set_max_size(self, core::option::Option<i32>) -> Self",
            "pub fn a_b::types::Thing::max_size(&self) -> &a_b::types::Size",
        ] {
            assert_eq!(of_public(item, "a_b"), field, "{item}");
        }
        let fluent = "pub fn a_b::operation::put::builders::PutFluentBuilder::name(self) -> Self";
        assert_eq!(of_public(fluent, "a_b"), of_reported("operation::put::PutInput.name"));
    }

    #[test]
    fn implementations_are_below_their_type_and_conversions_below_their_source() {
        let hash = "impl core::hash::Hash for a_b::types::Thing";
        assert_eq!(of_public(hash, "a_b"), ["types", "thing", "hash"]);
        let read = "impl<'de> serde_core::de::Deserialize<'de> for a_b::types::Thing";
        assert_eq!(of_public(read, "a_b")[..2], ["types", "thing"]);
        let error = "impl core::convert::From<a_b::operation::put::PutError> for a_b::Error";
        assert_eq!(of_public(error, "a_b")[..3], ["operation", "put", "puterror"]);
        let from = "pub fn a_b::Error::from(a_b::operation::put::PutError) -> Self";
        assert_eq!(of_public(from, "a_b"), ["operation", "put", "puterror"]);
    }

    #[test]
    fn modules_and_inherent_implementations_are_containers() {
        assert!(is_container("pub mod a_b::types"));
        assert!(is_container("impl a_b::types::Thing"));
        assert!(is_container("pub trait a_b::client::Waiters: a_b::client::waiter::Sealed"));
        assert!(is_container("impl a_b::waiters::Waiters for a_b::client::Client"));
        assert!(!is_container("impl core::cmp::Eq for a_b::types::Thing"));
    }
}
