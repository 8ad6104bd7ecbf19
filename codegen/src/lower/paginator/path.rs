//! Paths of paginators as models write them: `page.nextToken`, `NextMarker || Contents[-1].Key`.

use crate::lower::jmespath::{self, Expression};

/// A path from the input or output of an operation, never empty.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Path(pub(super) Vec<Segment>);

/// A part of a path.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Segment {
    /// The name of a member.
    pub(super) name: String,
    /// True for `name[-1]`: the path continues in the last element of a list.
    pub(super) is_last_element: bool,
}

impl Segment {
    fn member(name: &str) -> Self {
        Self { name: name.to_owned(), is_last_element: false }
    }
}

impl Path {
    /// Splits a path of members.
    pub(super) fn of_members(text: &str) -> Self {
        Self(text.split('.').map(Segment::member).collect())
    }

    /// Parses the alternatives of a token. Returns `None` if one is not a path of members and last elements.
    pub(super) fn alternatives(text: &str) -> Option<Vec<Self>> {
        alternatives(&jmespath::parse(text).ok()?)
    }
}

fn alternatives(expression: &Expression) -> Option<Vec<Path>> {
    match expression {
        Expression::Or(left, right) => {
            let mut paths = alternatives(left)?;
            paths.extend(alternatives(right)?);
            Some(paths)
        }
        path => Some(vec![Path(segments(path)?)]),
    }
}

fn segments(expression: &Expression) -> Option<Vec<Segment>> {
    match expression {
        Expression::Field(name) => Some(vec![Segment::member(name)]),
        Expression::Subexpression(left, right) => {
            let mut path = segments(left)?;
            path.extend(segments(right)?);
            Some(path)
        }
        Expression::Index(list, -1) => {
            let mut path = segments(list)?;
            let list = path.last_mut().filter(|list| !list.is_last_element)?;
            list.is_last_element = true;
            Some(path)
        }
        Expression::Current
        | Expression::Index(..)
        | Expression::Projection { .. }
        | Expression::Values { .. }
        | Expression::MultiSelect(_)
        | Expression::Literal(_)
        | Expression::Compare(..)
        | Expression::And(..)
        | Expression::Or(..)
        | Expression::Not(_)
        | Expression::Call(..) => None,
    }
}
