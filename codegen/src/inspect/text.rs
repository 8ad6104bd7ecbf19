//! A tree as `cargo tree` prints its own.

use super::Branch;

/// Formats the tree with a line for each branch; `(*)` marks one that is complete further up.
#[must_use]
pub fn text(branches: &[Branch]) -> String {
    let mut text = String::new();
    let lasts = lasts(branches);
    let mut open: Vec<bool> = Vec::new();
    for (branch, last) in branches.iter().zip(lasts) {
        open.truncate(branch.depth.saturating_sub(1));
        for more in &open {
            text.push_str(if *more { "│   " } else { "    " });
        }
        if branch.depth > 0 {
            text.push_str(if last { "└── " } else { "├── " });
            open.push(!last);
        }
        text.push_str(&label(branch));
        text.push('\n');
    }
    text
}

fn label(branch: &Branch) -> String {
    let name = branch.name.as_ref().map(|name| format!("{name}: ")).unwrap_or_default();
    let required = if branch.is_required { ", required" } else { "" };
    let repeated = if branch.is_repeated { " (*)" } else { "" };
    format!("{name}{} ({}{required}){repeated}", branch.shape.name(), branch.kind)
}

/// Returns for each branch true if it is the last one of its parent.
fn lasts(branches: &[Branch]) -> Vec<bool> {
    let mut followed: Vec<bool> = Vec::new();
    let mut lasts: Vec<bool> = branches
        .iter()
        .rev()
        .map(|branch| {
            followed.resize(branch.depth + 1, false);
            !std::mem::replace(&mut followed[branch.depth], true)
        })
        .collect();
    lasts.reverse();
    lasts
}

#[cfg(test)]
mod tests {
    use super::{Branch, text};
    use crate::id::ShapeId;

    #[test]
    fn branches_are_joined_by_lines() {
        let branch = |depth, name: &str| Branch {
            depth,
            name: Some(name.to_owned()),
            shape: ShapeId::new("a.b", "S"),
            opened: ShapeId::new("a.b", "S"),
            kind: "string".to_owned(),
            is_required: name == "b",
            is_repeated: name == "e",
        };
        let tree = [branch(0, "a"), branch(1, "b"), branch(2, "c"), branch(1, "d"), branch(2, "e")];
        let expected = [
            "a: S (string)",
            "├── b: S (string, required)",
            "│   └── c: S (string)",
            "└── d: S (string)",
            "    └── e: S (string) (*)",
        ];
        assert_eq!(text(&tree).lines().collect::<Vec<_>>(), expected);
    }
}
