//! The `JMESPath` expressions of `smithy.rules#operationContextParams`. Source: Smithy 2.0 specification,
//! "operationContextParams trait", which allows a part of `JMESPath`.

use crate::lower::jmespath::Expression;

/// A step of a path, from a value to what is in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::lower) enum Step {
    /// `name`
    Member(String),
    /// `[*]`, and `[]`, which is the same without nested lists
    Elements,
    /// `.*`
    Values,
    /// `keys(...)`
    Keys,
    /// `[first, second]`
    Several(Vec<Vec<Step>>),
}

/// Returns the steps of a path; `None` if it uses more than the trait allows.
pub(in crate::lower) fn steps(expression: &Expression) -> Option<Vec<Step>> {
    match expression {
        Expression::Current => Some(Vec::new()),
        Expression::Field(name) => Some(vec![Step::Member(name.clone())]),
        Expression::Subexpression(left, right) if !projects(left) => {
            Some(joined(steps(left)?, None, steps(right)?))
        }
        Expression::Projection { list, flatten: true, filter: None, item } => match several(list) {
            Some(list) => Some(joined(list, None, steps(item)?)),
            None => Some(joined(steps(list)?, Some(Step::Elements), steps(item)?)),
        },
        Expression::Projection { list, flatten: false, filter: None, item } => {
            Some(joined(steps(list)?, Some(Step::Elements), steps(item)?))
        }
        Expression::Values { of, item } => Some(joined(steps(of)?, Some(Step::Values), steps(item)?)),
        Expression::Call(name, arguments) if name == "keys" && arguments.len() == 1 => {
            Some(joined(steps(&arguments[0])?, Some(Step::Keys), Vec::new()))
        }
        _ => None,
    }
}

/// Returns the steps of a path that ends in `[first, second]`, which must be flattened by what follows.
fn several(expression: &Expression) -> Option<Vec<Step>> {
    match expression {
        Expression::MultiSelect(branches) => {
            Some(vec![Step::Several(branches.iter().map(steps).collect::<Option<_>>()?)])
        }
        Expression::Subexpression(left, right) if !projects(left) => {
            Some(joined(steps(left)?, None, several(right)?))
        }
        Expression::Projection { list, filter: None, item, .. } => {
            Some(joined(steps(list)?, Some(Step::Elements), several(item)?))
        }
        Expression::Values { of, item } => Some(joined(steps(of)?, Some(Step::Values), several(item)?)),
        _ => None,
    }
}

/// Returns true for a projection. A pipe after it takes the whole list, and not each element.
fn projects(expression: &Expression) -> bool {
    matches!(expression, Expression::Projection { .. } | Expression::Values { .. })
}

fn joined(mut left: Vec<Step>, step: Option<Step>, right: Vec<Step>) -> Vec<Step> {
    left.extend(step);
    left.extend(right);
    left
}

#[cfg(test)]
mod tests {
    use super::{Step, steps};
    use crate::lower::jmespath::parse;

    fn member(name: &str) -> Step {
        Step::Member(name.to_owned())
    }

    #[test]
    fn the_paths_of_models_are_read() {
        let table = [
            ("a.b", vec![member("a"), member("b")]),
            ("keys(a.b)", vec![member("a"), member("b"), Step::Keys]),
            ("a[*].b", vec![member("a"), Step::Elements, member("b")]),
            ("\"a\".*.b", vec![member("a"), Step::Values, member("b")]),
            (
                "a[*].[b.c, d][]",
                vec![
                    member("a"),
                    Step::Elements,
                    Step::Several(vec![vec![member("b"), member("c")], vec![member("d")]]),
                ],
            ),
            (
                "a[*][b, c][]",
                vec![member("a"), Step::Elements, Step::Several(vec![vec![member("b")], vec![member("c")]])],
            ),
        ];
        for (text, expected) in table {
            assert_eq!(steps(&parse(text).unwrap()), Some(expected), "{text}");
        }
    }

    #[test]
    fn other_paths_are_refused() {
        for text in ["", "a.", "a[0]", "length(a)", "keys(a", "a[*] | b", "a[?b]", "a[*].[b, c]", "1a", "a b"]
        {
            assert_eq!(parse(text).ok().as_ref().and_then(steps), None, "{text}");
        }
    }
}
