//! Goals of paths.

use crate::diagnostic::Diagnostic;
use crate::model::Shape;
use crate::plan::endpoint::Parameter;
use crate::source::Location;

/// The goal of a path: a parameter, and the list that is collected for it.
pub(super) struct Goal<'a> {
    pub(super) parameter: &'a Parameter,
    pub(super) path: &'a str,
    pub(super) location: &'a Location,
    /// True inside of a list or map, whose values are added to the list of the parameter.
    pub(super) is_collecting: bool,
}

impl Goal<'_> {
    /// Returns the variable for the list.
    pub(super) fn list(&self) -> String {
        self.parameter.field.clone()
    }

    /// Returns the diagnostic for a projection of a shape without elements.
    pub(super) fn no_elements(&self, shape: &Shape) -> Diagnostic {
        let (path, kind) = (self.path, shape.type_name());
        Diagnostic::error(format!("`{path}` projects `{}`, which is of type `{kind}`", shape.id))
            .at(self.location)
            .with_help("`[*]` is for lists, `.*` and `keys(...)` are for maps")
    }

    /// Returns the diagnostic for a value that does not fit the parameter.
    pub(super) fn unfit(&self, what: &str) -> Diagnostic {
        let Self { parameter, path, .. } = self;
        let expected = parameter.ty.description();
        Diagnostic::error(format!(
            "`{path}` is {what}, but the endpoint parameter `{}` is {expected}",
            parameter.rules_name
        ))
        .at(self.location)
        .with_help("name a member of that type")
    }
}
