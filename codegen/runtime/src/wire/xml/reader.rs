//! Reader of values by their schemas.

use std::{borrow::Cow, sync::Arc};

use aws_smithy_schema::{
    Schema, ShapeType, prelude,
    serde::{SerdeError, ShapeDeserializer},
};
use aws_smithy_types::{BigDecimal, BigInteger, Blob, DateTime, Document};

use super::{
    member::{ElementMembers, EntryNames, has_name, is_flattened, wire_name},
    tree::{ElementId, Tree},
};
use crate::wire::{
    lenient::{self, is_tolerable, mismatch},
    read_integers,
};

/// Reads values from an XML document.
///
/// Elements are matched by their local names: namespaces and prefixes are ignored, and so is the name of the root. An
/// element of a list may have any name. Unknown elements are skipped.
///
/// An empty element is an empty string, blob, list, map or structure. It is not a number, timestamp or boolean.
#[derive(Clone)]
pub struct XmlReader<'a> {
    tree: Arc<Tree<'a>>,
    value: Value<'a>,
    is_lenient: bool,
}

/// Position of a value in the document.
#[derive(Clone)]
enum Value<'a> {
    Element(ElementId),
    /// The elements of a flattened list or map: this element, and its following siblings with the same name.
    Flattened(ElementId),
    Attribute(Cow<'a, str>),
}

type ReadMember<'s> = dyn FnMut(&Schema<'_>, &mut dyn ShapeDeserializer) -> Result<(), SerdeError> + 's;

impl<'a> XmlReader<'a> {
    /// Creates a reader of the root element. An empty body is an empty root.
    pub fn new(body: &'a [u8]) -> Result<Self, SerdeError> {
        let tree = Arc::new(Tree::new(body)?);
        Ok(Self { tree, value: Value::Element(0), is_lenient: false })
    }

    /// Sets whether to read values that deviate from the model, as boto3 does.
    ///
    /// Text may then be in another form: `1.0` for an integer, `True` for a boolean, any format of a timestamp. An
    /// optional member that cannot be read is left out with a warning. What can be read otherwise is not changed.
    #[must_use]
    pub fn lenient(mut self, is_lenient: bool) -> Self {
        self.is_lenient = is_lenient;
        self
    }

    /// Creates a reader at the same position. The document is not parsed again.
    #[must_use]
    pub fn fork(&self) -> Self {
        self.clone()
    }

    /// Returns the local name of the root element, unless the body is empty.
    pub fn root_name(&self) -> Option<&'a str> {
        Some(self.tree.name(0)).filter(|name| !name.is_empty())
    }

    /// Moves to the first child with a local name. Returns `false` and does not move if there is none.
    pub fn enter(&mut self, local_name: &str) -> Result<bool, SerdeError> {
        let child = self.child(local_name);
        if let Some(child) = child {
            self.value = Value::Element(child);
        }
        Ok(child.is_some())
    }

    /// Returns the text of the first child with a local name.
    pub fn child_text(&self, local_name: &str) -> Result<Option<Cow<'a, str>>, SerdeError> {
        let child = self.child(local_name);
        child.map(|child| self.tree.text(child)).transpose()
    }

    fn child(&self, local_name: &str) -> Option<ElementId> {
        self.tree.child(self.element()?, local_name)
    }

    fn element(&self) -> Option<ElementId> {
        match self.value {
            Value::Element(element) => Some(element),
            Value::Flattened(_) | Value::Attribute(_) => None,
        }
    }

    /// Calls `read` with the reader at `value`.
    fn at<T>(&mut self, value: Value<'a>, read: impl FnOnce(&mut Self) -> T) -> T {
        let outer = std::mem::replace(&mut self.value, value);
        let outcome = read(self);
        self.value = outer;
        outcome
    }

    /// Reads a member from `value`.
    fn read_member(
        &mut self,
        schema: &Schema<'_>,
        member: &Schema<'_>,
        value: Value<'a>,
        state: &mut ReadMember<'_>,
    ) -> Result<(), SerdeError> {
        match self.at(value, |reader| state(member, reader)) {
            Err(error) if !self.is_lenient || !is_tolerable(&error, schema, member) => Err(error),
            _ => Ok(()),
        }
    }

    fn read_attributes(
        &mut self,
        element: ElementId,
        schema: &Schema<'_>,
        state: &mut ReadMember<'_>,
    ) -> Result<(), SerdeError> {
        for member in schema.members().iter().filter(|member| member.xml_attribute()) {
            if let Some(value) = self.tree.attribute(element, wire_name(member))? {
                self.read_member(schema, member, Value::Attribute(value), state)?;
            }
        }
        Ok(())
    }

    /// Reads the members that have an element of their own. Returns whether there are elements of flattened members.
    fn read_children(
        &mut self,
        element: ElementId,
        schema: &Schema<'_>,
        state: &mut ReadMember<'_>,
    ) -> Result<bool, SerdeError> {
        let mut members = ElementMembers::of(schema);
        let mut has_flattened = false;
        // The elements of an unknown variant may be flattened.
        let mut unknown = "__type";
        let mut next = self.tree.first_child(element);
        while let Some(child) = next {
            let name = self.tree.name(child);
            match members.find(name) {
                Some(member) => {
                    has_flattened |= self.read_child(child, schema, member, state)?;
                    for twin in members.twins() {
                        has_flattened |= self.read_child(child, schema, twin, state)?;
                    }
                }
                // The protocols report an unknown variant as a member without an index.
                None if schema.shape_type() == ShapeType::Union && name != unknown && name != "__type" => {
                    unknown = name;
                    self.at(Value::Element(child), |reader| state(&prelude::DOCUMENT, reader))?;
                }
                None => {}
            }
            next = self.tree.next_sibling(child);
        }
        Ok(has_flattened)
    }

    /// Reads a member from its element, unless the member is flattened. Returns whether it is.
    fn read_child(
        &mut self,
        child: ElementId,
        schema: &Schema<'_>,
        member: &Schema<'_>,
        state: &mut ReadMember<'_>,
    ) -> Result<bool, SerdeError> {
        if is_flattened(member) {
            return Ok(true);
        }
        self.read_member(schema, member, Value::Element(child), state)?;
        Ok(false)
    }

    /// Reads the flattened members. The elements of one need not be neighbours.
    fn read_flattened(
        &mut self,
        element: ElementId,
        schema: &Schema<'_>,
        state: &mut ReadMember<'_>,
    ) -> Result<(), SerdeError> {
        for member in schema.members().iter().filter(|member| is_flattened(member)) {
            let first = self.tree.children(element).find(|&child| has_name(member, self.tree.name(child)));
            if let Some(first) = first {
                self.read_member(schema, member, Value::Flattened(first), state)?;
            }
        }
        Ok(())
    }

    /// Calls `read` with the reader at each element of a list or map.
    fn each(
        &mut self,
        expected: &str,
        mut read: impl FnMut(&mut Self, ElementId) -> Result<(), SerdeError>,
    ) -> Result<(), SerdeError> {
        let (mut next, name) = match self.value {
            Value::Element(element) => (self.tree.first_child(element), None),
            Value::Flattened(first) => (Some(first), Some(self.tree.name(first))),
            Value::Attribute(_) => return Err(mismatch(expected, "an attribute")),
        };
        if let (None, Value::Element(element)) = (next, &self.value) {
            self.reject_text(*element, expected)?;
        }
        while let Some(element) = next {
            if name.is_none_or(|name| name == self.tree.name(element)) {
                self.at(Value::Element(element), |reader| read(reader, element))?;
            }
            next = self.tree.next_sibling(element);
        }
        Ok(())
    }

    /// Reads an output whose root element is its member. An empty root has no value, as in boto3.
    fn read_unwrapped(
        &mut self,
        root: ElementId,
        schema: &Schema<'_>,
        member: &Schema<'_>,
        state: &mut ReadMember<'_>,
    ) -> Result<(), SerdeError> {
        if member.shape_type() == ShapeType::String && self.text("a string")?.is_empty() {
            return Ok(());
        }
        self.read_member(schema, member, Value::Element(root), state)
    }

    /// Returns the text of the value. A lenient reader leaves out child elements and the text after them, with a warning.
    pub(super) fn text(&self, expected: &str) -> Result<Cow<'a, str>, SerdeError> {
        match &self.value {
            Value::Element(element) => {
                if self.tree.has_children(*element) {
                    self.reject_children(*element, expected)?;
                }
                self.tree.text(*element)
            }
            Value::Flattened(_) => Err(mismatch(expected, "elements")),
            Value::Attribute(text) => Ok(text.clone()),
        }
    }

    #[cold]
    fn reject_children(&self, element: ElementId, expected: &str) -> Result<(), SerdeError> {
        if !self.is_lenient {
            return Err(mismatch(expected, "elements"));
        }
        let element = self.tree.name(element);
        tracing::warn!(element, "dropped the elements in a text, and the text after the first of them");
        Ok(())
    }

    /// Rejects an element without children that has text.
    fn reject_text(&self, element: ElementId, expected: &str) -> Result<(), SerdeError> {
        if self.tree.has_children(element) || self.tree.text(element)?.trim().is_empty() {
            return Ok(());
        }
        Err(mismatch(expected, "text"))
    }

    pub(super) fn is_lenient(&self) -> bool {
        self.is_lenient
    }
}

impl ShapeDeserializer for XmlReader<'_> {
    fn read_struct(
        &mut self,
        schema: &Schema<'_>,
        state: &mut dyn FnMut(&Schema<'_>, &mut dyn ShapeDeserializer) -> Result<(), SerdeError>,
    ) -> Result<(), SerdeError> {
        let Some(element) = self.element() else {
            return Err(mismatch("a structure", "text"));
        };
        if schema.xml_unwrapped_output()
            && let Some(member) = ElementMembers::of(schema).find(self.tree.name(element))
        {
            return self.read_unwrapped(element, schema, member, state);
        }
        // The root of an output has any content.
        if element > 0 && !schema.members().is_empty() {
            self.reject_text(element, "a structure")?;
        }
        if self.tree.has_attributes(element) {
            self.read_attributes(element, schema, state)?;
        }
        if self.read_children(element, schema, state)? {
            self.read_flattened(element, schema, state)?;
        }
        Ok(())
    }

    fn read_list(
        &mut self,
        _schema: &Schema<'_>,
        state: &mut dyn FnMut(&mut dyn ShapeDeserializer) -> Result<(), SerdeError>,
    ) -> Result<(), SerdeError> {
        self.each("a list", |reader, _| state(reader))
    }

    /// Reads the entries. One without a key or a value is left out with a warning.
    fn read_map(
        &mut self,
        schema: &Schema<'_>,
        state: &mut dyn FnMut(String, &mut dyn ShapeDeserializer) -> Result<(), SerdeError>,
    ) -> Result<(), SerdeError> {
        let entry = EntryNames::of(schema);
        self.each("a map", |reader, element| {
            let (Some(key), Some(value)) = entry.find(&reader.tree, element) else {
                let shape = schema.shape_id().as_str();
                tracing::warn!(shape, "dropped an entry of a map without a key or a value");
                return Ok(());
            };
            let key = reader.at(Value::Element(key), |reader| reader.text("a key"))?.into_owned();
            reader.at(Value::Element(value), |reader| state(key, reader))
        })
    }

    fn read_boolean(&mut self, _schema: &Schema<'_>) -> Result<bool, SerdeError> {
        self.boolean()
    }

    read_integers!();

    fn read_float(&mut self, _schema: &Schema<'_>) -> Result<f32, SerdeError> {
        self.float("float")
    }

    fn read_double(&mut self, _schema: &Schema<'_>) -> Result<f64, SerdeError> {
        self.float("double")
    }

    fn read_big_integer(&mut self, _schema: &Schema<'_>) -> Result<BigInteger, SerdeError> {
        self.parsed("a whole number", lenient::big_integer)
    }

    fn read_big_decimal(&mut self, _schema: &Schema<'_>) -> Result<BigDecimal, SerdeError> {
        self.parsed("a decimal number", lenient::big_decimal)
    }

    fn read_string(&mut self, _schema: &Schema<'_>) -> Result<String, SerdeError> {
        self.text("a string").map(Cow::into_owned)
    }

    fn read_blob(&mut self, _schema: &Schema<'_>) -> Result<Blob, SerdeError> {
        self.blob()
    }

    fn read_timestamp(&mut self, schema: &Schema<'_>) -> Result<DateTime, SerdeError> {
        self.timestamp(schema)
    }

    fn read_document(&mut self, _schema: &Schema<'_>) -> Result<Document, SerdeError> {
        Err(SerdeError::unsupported("XML has no documents"))
    }

    /// An element with `xsi:nil="true"` is null.
    fn is_null(&self) -> bool {
        let Some(element) = self.element().filter(|&element| self.tree.has_attributes(element)) else {
            return false;
        };
        let nil = self.tree.attribute(element, "xsi:nil");
        matches!(nil.ok().flatten().as_deref().map(str::trim), Some("true" | "1"))
    }

    fn skip_value(&mut self) -> Result<(), SerdeError> {
        Ok(())
    }

    fn container_size(&self) -> Option<usize> {
        None
    }
}
