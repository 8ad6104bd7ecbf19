//! Positions of the elements of a document.

use std::borrow::Cow;

use aws_smithy_schema::serde::SerdeError;

use super::{attribute, parse::parse, text};

/// The elements of a document, in document order. The first one is the root.
pub(super) struct Tree<'a> {
    document: &'a str,
    elements: Vec<Element>,
}

/// Index of an element in its tree.
pub(super) type ElementId = usize;

/// Position of an element. Its first child, if it has children, follows it.
#[derive(Default)]
pub(super) struct Element {
    /// The local name. Attributes follow it.
    pub(super) name: Span,
    /// Everything between the start tag and the end tag.
    pub(super) content: Span,
    /// The next sibling; 0 if there is none, because the root is nobody's sibling.
    pub(super) next: u32,
    /// `true` if the tag is longer than its name.
    pub(super) has_attributes: bool,
    pub(super) has_children: bool,
    pub(super) form: Form,
}

/// Constructs in the text of an element.
#[derive(Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Form {
    #[default]
    Plain,
    /// References, or line ends other than `\n`.
    Encoded,
    /// Also CDATA sections, comments or processing instructions.
    Markup,
}

/// A range of bytes of the document.
#[derive(Clone, Copy, Default)]
pub(super) struct Span {
    start: u32,
    pub(super) end: u32,
}

impl Span {
    pub(super) fn of(start: usize, end: usize) -> Self {
        Self { start: offset(start), end: offset(end) }
    }

    fn text(self, document: &str) -> &str {
        document.get(self.start as usize..self.end as usize).unwrap_or_default()
    }
}

/// Converts an offset in a document, whose length [`parse`] has checked.
pub(super) fn offset(position: usize) -> u32 {
    u32::try_from(position).unwrap_or(u32::MAX)
}

impl<'a> Tree<'a> {
    /// Parses a document. An empty body is an empty root without a name.
    pub(super) fn new(body: &'a [u8]) -> Result<Self, SerdeError> {
        let (document, elements) = parse(body)?;
        Ok(Self { document, elements })
    }

    fn element(&self, id: ElementId) -> &Element {
        &self.elements[id]
    }

    /// Returns the local name of an element.
    pub(super) fn name(&self, id: ElementId) -> &'a str {
        self.element(id).name.text(self.document)
    }

    pub(super) fn first_child(&self, id: ElementId) -> Option<ElementId> {
        self.element(id).has_children.then_some(id + 1)
    }

    pub(super) fn next_sibling(&self, id: ElementId) -> Option<ElementId> {
        match self.element(id).next {
            0 => None,
            next => Some(next as usize),
        }
    }

    /// Returns the children of an element.
    pub(super) fn children(&self, id: ElementId) -> impl Iterator<Item = ElementId> + '_ {
        std::iter::successors(self.first_child(id), |&child| self.next_sibling(child))
    }

    /// Returns the first child with a local name.
    pub(super) fn child(&self, id: ElementId, name: &str) -> Option<ElementId> {
        self.children(id).find(|&child| self.name(child) == name)
    }

    pub(super) fn has_attributes(&self, id: ElementId) -> bool {
        self.element(id).has_attributes
    }

    pub(super) fn has_children(&self, id: ElementId) -> bool {
        self.element(id).has_children
    }

    /// Returns the text of an element up to its first child.
    pub(super) fn text(&self, id: ElementId) -> Result<Cow<'a, str>, SerdeError> {
        let element = self.element(id);
        let content = element.content.text(self.document);
        match element.form {
            _ if element.has_children => text::without_markup(content),
            Form::Plain => Ok(Cow::Borrowed(content)),
            Form::Encoded => text::decoded(content),
            Form::Markup => text::without_markup(content),
        }
    }

    /// Returns the value of an attribute.
    pub(super) fn attribute(&self, id: ElementId, name: &str) -> Result<Option<Cow<'a, str>>, SerdeError> {
        let element = self.element(id);
        if !element.has_attributes {
            return Ok(None);
        }
        let attributes = Span { start: element.name.end, end: element.content.start };
        attribute::find(attributes.text(self.document), name)
    }
}
