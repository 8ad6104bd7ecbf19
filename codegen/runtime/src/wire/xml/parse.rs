//! Parsing of documents: the only place where they are tokenized.

use aws_smithy_schema::serde::SerdeError;
use quick_xml::{
    Reader,
    events::{BytesStart, Event},
};

use super::{
    error::malformed,
    tree::{Element, Span},
};

/// Maximum number of elements around an element. Reading recurses for each of them.
const MAX_DEPTH: usize = 128;

/// Length in bytes of an element that is guessed for the number of elements.
const USUAL_LENGTH: usize = 32;

/// Parses a document, and returns its text with the positions in it.
pub(super) fn parse(body: &[u8]) -> Result<(&str, Vec<Element>), SerdeError> {
    let text = std::str::from_utf8(body).map_err(|error| malformed(error.valid_up_to() as u64, &error))?;
    let document = text.strip_prefix('\u{feff}').unwrap_or(text);
    if u32::try_from(document.len()).is_err() {
        return Err(malformed(0, "the document is longer than 4 GiB"));
    }
    if document.trim().is_empty() {
        return Ok((document, vec![Element::default()]));
    }
    let elements = Parser::new(document).parse()?;
    Ok((document, elements))
}

struct Parser<'a> {
    reader: Reader<&'a [u8]>,
    elements: Vec<Element>,
    open: Vec<Open>,
}

/// An element whose end tag has not been read.
struct Open {
    element: usize,
    last_child: Option<usize>,
}

impl<'a> Parser<'a> {
    fn new(document: &'a str) -> Self {
        let elements = Vec::with_capacity(document.len() / USUAL_LENGTH + 1);
        Self { reader: Reader::from_str(document), elements, open: Vec::with_capacity(8) }
    }

    fn parse(mut self) -> Result<Vec<Element>, SerdeError> {
        loop {
            let start = self.reader.buffer_position();
            let event = match self.reader.read_event() {
                Ok(event) => event,
                Err(error) => return Err(malformed(self.reader.error_position(), error)),
            };
            match event {
                Event::Start(tag) => {
                    let element = self.add(start, &tag)?;
                    self.open.push(Open { element, last_child: None });
                }
                Event::Empty(tag) => drop(self.add(start, &tag)?),
                Event::End(_) => self.close(start),
                Event::Text(text) if self.open.is_empty() && text.trim_ascii().is_empty() => {}
                Event::Text(_) => self.text(start)?,
                Event::CData(_) | Event::GeneralRef(_) => {
                    self.text(start)?;
                    self.mark();
                }
                Event::Comment(_) | Event::PI(_) | Event::Decl(_) => self.mark(),
                Event::DocType(definition) => Self::doctype(start, &definition)?,
                Event::Eof => return self.finish(start),
            }
        }
    }

    /// Adds the element of a start tag or an empty tag at `start`.
    fn add(&mut self, start: u64, tag: &BytesStart<'_>) -> Result<usize, SerdeError> {
        let name = tag.name().into_inner();
        if name.is_empty() {
            return Err(malformed(start, "a tag has no name"));
        }
        let index = self.elements.len();
        self.attach(start, index)?;
        let name_start = offset(start) + 1;
        let name_end = name_start + offset(name.len() as u64);
        let end = offset(self.reader.buffer_position());
        self.elements.push(Element {
            name: Span { start: name_start, end: name_end },
            content: Span { start: end, end },
            next: 0,
            has_prefix: name.contains(':'),
            has_attributes: tag.len() > name.len(),
            has_children: false,
            has_markup: false,
        });
        Ok(index)
    }

    /// Makes the element at `index` the last child of the open element.
    fn attach(&mut self, start: u64, index: usize) -> Result<(), SerdeError> {
        if self.open.len() >= MAX_DEPTH {
            return Err(malformed(start, format_args!("elements are nested deeper than {MAX_DEPTH}")));
        }
        let Some(parent) = self.open.last_mut() else {
            return if index == 0 { Ok(()) } else { Err(malformed(start, "a second root element")) };
        };
        match parent.last_child.replace(index) {
            Some(sibling) => self.elements[sibling].next = offset(index as u64),
            None => self.elements[parent.element].has_children = true,
        }
        Ok(())
    }

    /// Ends the open element, whose end tag is at `end`. The reader has compared the names of its tags.
    fn close(&mut self, end: u64) {
        if let Some(closed) = self.open.pop() {
            self.elements[closed.element].content.end = offset(end);
        }
    }

    /// Checks that text at `start` is in an element.
    fn text(&self, start: u64) -> Result<(), SerdeError> {
        if self.open.is_empty() { Err(malformed(start, "text outside of the root element")) } else { Ok(()) }
    }

    /// Records that the content of the open element is more than plain text.
    fn mark(&mut self) {
        if let Some(open) = self.open.last() {
            self.elements[open.element].has_markup = true;
        }
    }

    /// Rejects definitions of entities, whose expansion could be of any size.
    fn doctype(start: u64, definition: &str) -> Result<(), SerdeError> {
        if definition.contains("<!ENTITY") {
            return Err(malformed(start, "entity definitions are not supported"));
        }
        Ok(())
    }

    fn finish(self, end: u64) -> Result<Vec<Element>, SerdeError> {
        match (self.open.is_empty(), self.elements.is_empty()) {
            (false, _) => Err(malformed(end, "the document ends before its root element")),
            (true, true) => Err(malformed(end, "the document has no root element")),
            (true, false) => Ok(self.elements),
        }
    }
}

/// Converts an offset in the document, whose length [`parse`] has checked.
fn offset(position: u64) -> u32 {
    u32::try_from(position).unwrap_or(u32::MAX)
}
