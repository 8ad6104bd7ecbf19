//! The `JMESPath` expressions of `smithy.rules#operationContextParams`. Source: Smithy 2.0 specification,
//! "operationContextParams trait", which allows a part of `JMESPath`.

/// A step of a path, from a value to what is in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::plan) enum Step {
    /// `name`
    Member(String),
    /// `[*]`, and `[]`, which is the same where there are no lists in lists
    Elements,
    /// `.*`
    Values,
    /// `keys(...)`
    Keys,
    /// `[first, second]`
    Several(Vec<Vec<Step>>),
}

impl Step {
    /// Reads a path.
    pub(in crate::plan) fn parse(text: &str) -> Option<Vec<Self>> {
        let mut parser = Parser { rest: text.trim() };
        let steps = parser.path()?;
        parser.rest.is_empty().then_some(steps)
    }
}

struct Parser<'a> {
    rest: &'a str,
}

impl Parser<'_> {
    fn take(&mut self, text: &str) -> bool {
        let found = self.rest.strip_prefix(text);
        self.rest = found.unwrap_or(self.rest);
        found.is_some()
    }

    fn space(&mut self) {
        self.rest = self.rest.trim_start();
    }

    fn path(&mut self) -> Option<Vec<Step>> {
        let mut steps = self.first()?;
        loop {
            if self.take("[*]") || self.take("[]") {
                steps.push(Step::Elements);
            } else if self.rest.starts_with('[') {
                steps.push(self.several()?);
            } else if self.take(".*") {
                steps.push(Step::Values);
            } else if self.take(".") {
                steps.extend(self.first()?);
            } else {
                return Some(steps);
            }
        }
    }

    fn first(&mut self) -> Option<Vec<Step>> {
        if self.take("keys(") {
            let mut steps = self.path()?;
            steps.push(Step::Keys);
            return self.take(")").then_some(steps);
        }
        if self.rest.starts_with('[') {
            return Some(vec![self.several()?]);
        }
        Some(vec![Step::Member(self.name()?)])
    }

    /// `[first, second][]`: the list of lists is always made one list.
    fn several(&mut self) -> Option<Step> {
        self.take("[").then_some(())?;
        let mut branches = Vec::new();
        loop {
            self.space();
            branches.push(self.path()?);
            self.space();
            if !self.take(",") {
                break;
            }
        }
        (self.take("]") && self.take("[]")).then_some(Step::Several(branches))
    }

    fn name(&mut self) -> Option<String> {
        if self.take("\"") {
            let (name, rest) = self.rest.split_once('"')?;
            self.rest = rest;
            return Some(name.to_owned());
        }
        let inside = |letter: char| letter.is_ascii_alphanumeric() || letter == '_';
        let end = self.rest.find(|letter| !inside(letter)).unwrap_or(self.rest.len());
        let (name, rest) = self.rest.split_at(end);
        self.rest = rest;
        let fits = !name.is_empty() && !name.starts_with(|first: char| first.is_ascii_digit());
        fits.then(|| name.to_owned())
    }
}

#[cfg(test)]
mod tests {
    use super::Step;

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
            assert_eq!(Step::parse(text), Some(expected), "{text}");
        }
    }

    #[test]
    fn other_paths_are_not() {
        for text in ["", "a.", "a[0]", "length(a)", "keys(a", "a | b", "a[?b]", "a[*].[b, c]", "1a", "a b"] {
            assert_eq!(Step::parse(text), None, "{text}");
        }
    }
}
