//! Deprecations of items.

use super::change::{Change, Kind, Subject};

/// The change of a deprecation. Another note is a change of documentation.
pub(super) fn compare(
    subject: &Subject,
    item: &str,
    before: Option<&String>,
    after: Option<&String>,
) -> Option<Change> {
    let (kind, summary) = match (before, after) {
        (None, Some(_)) => {
            (Kind::Deprecation, format!("`{item}` is deprecated, and the compiler warns of it"))
        }
        (Some(_), None) => (Kind::Deprecation, format!("`{item}` is not deprecated any more")),
        (Some(before), Some(after)) if before != after => {
            (Kind::Documentation, format!("`{item}` is deprecated for another reason"))
        }
        _ => return None,
    };
    let mut change = Change::new(kind, subject.clone(), summary).item(item);
    change.old = before.cloned();
    change.new = after.cloned();
    Some(change)
}
