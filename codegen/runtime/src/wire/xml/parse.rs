//! Parsing of documents: the only place where they are tokenized.
//!
//! Almost all of a response is text and tags without attributes, which need no tokenizer. `quick_xml` reads everything
//! else: attributes, comments, CDATA sections, processing instructions, document types.

use std::fmt::Display;

use aws_smithy_schema::serde::SerdeError;
use memchr::{memchr, memchr_iter, memchr3};
use quick_xml::{Reader, events::Event};

use super::{
    error::malformed,
    name::Name,
    tree::{Element, Form, Span, offset},
};

/// Maximum number of elements around an element. Reading recurses for each of them.
const MAX_DEPTH: usize = 128;

/// Parses a document, and returns its text with the positions in it.
pub(super) fn parse(body: &[u8]) -> Result<(&str, Vec<Element>), SerdeError> {
    let text = std::str::from_utf8(body).map_err(|error| malformed(error.valid_up_to(), error))?;
    let document = text.strip_prefix('\u{feff}').unwrap_or(text);
    if u32::try_from(document.len()).is_err() {
        return Err(malformed(0, "the document is longer than 4 GiB"));
    }
    if document.trim().is_empty() {
        return Ok((document, vec![Element::default()]));
    }
    let mut parser = Parser::new(document);
    while parser.position < document.len() {
        parser.text()?;
        parser.markup()?;
    }
    Ok((document, parser.finish()?))
}

struct Parser<'a> {
    document: &'a str,
    /// Everything before it has been read.
    position: usize,
    elements: Vec<Element>,
    open: Vec<Open<'a>>,
}

/// An element whose end tag has not been read.
struct Open<'a> {
    name: &'a [u8],
    element: usize,
    last_child: Option<usize>,
}

impl<'a> Parser<'a> {
    fn new(document: &'a str) -> Self {
        // Nearly all elements have two tags.
        let tags = memchr_iter(b'<', document.as_bytes()).count();
        Self {
            document,
            position: 0,
            elements: Vec::with_capacity(tags / 2 + 1),
            open: Vec::with_capacity(8),
        }
    }

    /// Reads the text up to the next markup.
    fn text(&mut self) -> Result<(), SerdeError> {
        let rest = self.rest();
        if rest.starts_with(b"<") {
            return Ok(());
        }
        let length = match memchr3(b'<', b'&', b'\r', rest) {
            Some(length) if rest[length] != b'<' => {
                self.mark(Form::Encoded);
                memchr(b'<', rest)
            }
            length => length,
        };
        let length = length.unwrap_or(rest.len());
        if self.open.is_empty() && !rest[..length].trim_ascii().is_empty() {
            return Err(self.error("text outside of the root element"));
        }
        self.position += length;
        Ok(())
    }

    /// Reads a tag or other markup, unless the document ends.
    fn markup(&mut self) -> Result<(), SerdeError> {
        match self.rest() {
            [] => Ok(()),
            [_, b'/', ..] => self.end_tag(),
            [_, tag @ ..] => {
                let name = Name::of(tag);
                if name.length > 0 && tag.get(name.length) == Some(&b'>') {
                    self.start_tag(name, name.length + 2)
                } else {
                    self.other_markup(name)
                }
            }
        }
    }

    fn end_tag(&mut self) -> Result<(), SerdeError> {
        let Some(Open { name, element, .. }) = self.open.pop() else {
            return Err(self.error("an end tag without a start tag"));
        };
        let after = self.rest()[2..].strip_prefix(name).map(<[u8]>::trim_ascii_start);
        let Some(after) = after.and_then(|after| after.strip_prefix(b">")) else {
            let name = String::from_utf8_lossy(name);
            return Err(self.error(format_args!("expected the end tag of `{name}`")));
        };
        self.elements[element].content.end = offset(self.position);
        self.position = self.document.len() - after.len();
        Ok(())
    }

    /// Reads markup, which begins with a name if it is a tag.
    fn other_markup(&mut self, name: Name) -> Result<(), SerdeError> {
        let mut reader = Reader::from_str(&self.document[self.position..]);
        let event = reader.read_event().map_err(|error| self.error(error))?;
        let length = usize::try_from(reader.buffer_position()).unwrap_or(usize::MAX);
        match event {
            Event::Start(tag) | Event::Empty(tag) if !name.is_all_of(tag.name().into_inner()) => {
                return Err(self.error("a tag without a valid name"));
            }
            Event::Start(_) => self.start_tag(name, length)?,
            Event::Empty(_) => _ = self.element(name, length)?,
            Event::Comment(_) | Event::PI(_) | Event::Decl(_) => self.skip(length),
            Event::CData(_) if !self.open.is_empty() => self.skip(length),
            // Expansions of entities could be of any size.
            Event::DocType(definition) if !definition.contains("<!ENTITY") => self.skip(length),
            Event::DocType(_) => return Err(self.error("definitions of entities are not supported")),
            Event::CData(_) | Event::Text(_) | Event::GeneralRef(_) | Event::End(_) | Event::Eof => {
                return Err(self.error("text outside of the root element"));
            }
        }
        Ok(())
    }

    /// Skips markup, which makes the content of the open element more than plain text.
    fn skip(&mut self, length: usize) {
        self.mark(Form::Markup);
        self.position += length;
    }

    /// Records a form in the content of the open element.
    fn mark(&mut self, form: Form) {
        if let Some(open) = self.open.last() {
            let element = &mut self.elements[open.element];
            element.form = element.form.max(form);
        }
    }

    /// Adds and opens the element whose start tag is next.
    fn start_tag(&mut self, name: Name, tag_length: usize) -> Result<(), SerdeError> {
        let tag = self.rest();
        let element = self.element(name, tag_length)?;
        self.open.push(Open { name: &tag[1..=name.length], element, last_child: None });
        Ok(())
    }

    /// Adds the element whose tag is next. Returns its index.
    fn element(&mut self, name: Name, tag_length: usize) -> Result<usize, SerdeError> {
        let index = self.elements.len();
        self.attach(index)?;
        let start = self.position + 1;
        self.position += tag_length;
        self.elements.push(Element {
            name: Span::of(start + name.local, start + name.length),
            content: Span::of(self.position, self.position),
            has_attributes: tag_length > name.length + 2,
            ..Element::default()
        });
        Ok(index)
    }

    /// Makes the element at `index` the last child of the open element.
    fn attach(&mut self, index: usize) -> Result<(), SerdeError> {
        if self.open.len() >= MAX_DEPTH {
            return Err(self.error(format_args!("elements are nested deeper than {MAX_DEPTH}")));
        }
        let Some(parent) = self.open.last_mut() else {
            return if index == 0 { Ok(()) } else { Err(self.error("a second root element")) };
        };
        match parent.last_child.replace(index) {
            Some(sibling) => self.elements[sibling].next = offset(index),
            None => self.elements[parent.element].has_children = true,
        }
        Ok(())
    }

    fn finish(self) -> Result<Vec<Element>, SerdeError> {
        match (self.open.is_empty(), self.elements.is_empty()) {
            (false, _) => Err(self.error("the document ends before its root element")),
            (true, true) => Err(self.error("the document has no root element")),
            (true, false) => Ok(self.elements),
        }
    }

    fn rest(&self) -> &'a [u8] {
        &self.document.as_bytes()[self.position..]
    }

    #[cold]
    fn error(&self, cause: impl Display) -> SerdeError {
        malformed(self.position, cause)
    }
}
