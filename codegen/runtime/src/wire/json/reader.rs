//! Reader of values by their schemas.

use aws_smithy_schema::{
    Schema, ShapeType, prelude,
    serde::{SerdeError, ShapeDeserializer},
};
use aws_smithy_types::{BigDecimal, BigInteger, Blob, DateTime, Document};

use super::{cursor::Cursor, document::document};
use crate::wire::{
    lenient::{self, is_tolerable},
    member_order::MemberOrders,
    read_integers,
};

/// Reads values from JSON text.
///
/// Unknown members are skipped, and null members of structures are absent. An empty text is an empty structure.
pub struct JsonReader<'a> {
    pub(super) cursor: Cursor<'a>,
    pub(super) is_lenient: bool,
    has_json_names: bool,
    orders: MemberOrders,
}

impl<'a> JsonReader<'a> {
    /// Creates a strict reader of a text. Bytes that are not UTF-8 are an error when they are reached.
    pub fn new(text: &'a [u8]) -> Self {
        let orders = MemberOrders::default();
        Self { cursor: Cursor::new(text), is_lenient: false, has_json_names: false, orders }
    }

    /// Sets whether to read values that deviate from the model, as boto3 does.
    ///
    /// Numbers and booleans may then be strings, and the reverse; timestamps may have any format. An optional scalar that cannot
    /// be read is left out with a warning. What can be read otherwise is not changed.
    #[must_use]
    pub fn lenient(mut self, is_lenient: bool) -> Self {
        self.is_lenient = is_lenient;
        if is_lenient {
            self.cursor.skip_mark();
        }
        self
    }

    /// Sets whether members are named by `smithy.api#jsonName`.
    #[must_use]
    pub fn json_names(mut self, has_json_names: bool) -> Self {
        self.has_json_names = has_json_names;
        self
    }

    /// Returns whether the value is an object.
    pub(super) fn is_object(&self) -> bool {
        self.cursor.peek() == Some(b'{')
    }

    /// Skips a text of any value, or of none.
    pub(super) fn skip_all(&mut self) -> Result<(), SerdeError> {
        if !self.cursor.is_at_end() {
            self.skip_value()?;
        }
        self.cursor.end()
    }

    /// Returns whether the text has no members: it is empty, or null for a lenient reader.
    fn is_without_members(&mut self) -> bool {
        self.cursor.depth == 0
            && (self.cursor.is_at_end() || (self.is_lenient && self.cursor.take_word("null")))
    }

    /// Reads a member of the model, which is absent if it is null. A document has a null of its own.
    #[inline]
    fn read_known(
        &mut self,
        schema: &Schema<'_>,
        member: &Schema<'_>,
        state: &mut dyn FnMut(&Schema<'_>, &mut dyn ShapeDeserializer) -> Result<(), SerdeError>,
    ) -> Result<(), SerdeError> {
        if member.shape_type() != ShapeType::Document && self.cursor.take_word("null") {
            return Ok(());
        }
        self.read_member(schema, member, state)
    }

    /// Reads a member of a structure or union.
    #[inline]
    fn read_member(
        &mut self,
        schema: &Schema<'_>,
        member: &Schema<'_>,
        state: &mut dyn FnMut(&Schema<'_>, &mut dyn ShapeDeserializer) -> Result<(), SerdeError>,
    ) -> Result<(), SerdeError> {
        let (start, depth) = (self.cursor.position, self.cursor.depth);
        if let Err(error) = state(member, self) {
            if !self.is_lenient || !is_tolerable(&error, schema, member) {
                return Err(error);
            }
            (self.cursor.position, self.cursor.depth) = (start, depth);
        }
        if self.cursor.position == start { self.cursor.skip_value(self.is_lenient) } else { Ok(()) }
    }

    /// Reads an unknown member. The protocols report an unknown variant as a member without an index.
    fn read_unknown(
        &mut self,
        key: &str,
        schema: &Schema<'_>,
        state: &mut dyn FnMut(&Schema<'_>, &mut dyn ShapeDeserializer) -> Result<(), SerdeError>,
    ) -> Result<(), SerdeError> {
        if schema.shape_type() == ShapeType::Union && key != "__type" {
            return self.read_member(schema, &prelude::DOCUMENT, state);
        }
        self.cursor.skip_value(self.is_lenient)
    }
}

impl ShapeDeserializer for JsonReader<'_> {
    fn read_struct(
        &mut self,
        schema: &Schema<'_>,
        state: &mut dyn FnMut(&Schema<'_>, &mut dyn ShapeDeserializer) -> Result<(), SerdeError>,
    ) -> Result<(), SerdeError> {
        if self.cursor.peek() != Some(b'{') {
            let mismatch = self.mismatch("an object");
            return if self.is_without_members() { self.cursor.end() } else { Err(mismatch) };
        }
        self.cursor.enter()?;
        let mut members = self.orders.start(schema, self.has_json_names);
        let mut is_first = true;
        while self.cursor.next(b'}', is_first)? {
            is_first = false;
            let after_quote = self.cursor.rest().split_first();
            let expected = after_quote.filter(|(quote, _)| **quote == b'"');
            if let Some((member, length)) =
                expected.and_then(|(_, text)| members.expected_in(text, &self.orders))
            {
                self.cursor.position += length + 2;
                self.cursor.colon()?;
                self.read_known(schema, member, state)?;
                continue;
            }
            let key = self.cursor.string(self.is_lenient)?;
            self.cursor.colon()?;
            match members.find(&key, &mut self.orders) {
                Some(member) => self.read_known(schema, member, state)?,
                None if self.cursor.take_word("null") => {}
                None => self.read_unknown(&key, schema, state)?,
            }
        }
        Ok(())
    }

    fn read_list(
        &mut self,
        _schema: &Schema<'_>,
        state: &mut dyn FnMut(&mut dyn ShapeDeserializer) -> Result<(), SerdeError>,
    ) -> Result<(), SerdeError> {
        if self.cursor.peek() != Some(b'[') {
            return Err(self.mismatch("a list"));
        }
        self.cursor.enter()?;
        let mut is_first = true;
        while self.cursor.next(b']', is_first)? {
            is_first = false;
            state(self)?;
        }
        Ok(())
    }

    fn read_map(
        &mut self,
        _schema: &Schema<'_>,
        state: &mut dyn FnMut(String, &mut dyn ShapeDeserializer) -> Result<(), SerdeError>,
    ) -> Result<(), SerdeError> {
        if self.cursor.peek() != Some(b'{') {
            return Err(self.mismatch("an object"));
        }
        self.cursor.enter()?;
        let mut is_first = true;
        while self.cursor.next(b'}', is_first)? {
            is_first = false;
            let key = self.cursor.string(self.is_lenient)?.into_owned();
            self.cursor.colon()?;
            state(key, self)?;
        }
        Ok(())
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
        self.big("a whole number", lenient::big_integer)
    }

    fn read_big_decimal(&mut self, _schema: &Schema<'_>) -> Result<BigDecimal, SerdeError> {
        self.big("a decimal number", lenient::big_decimal)
    }

    fn read_string(&mut self, _schema: &Schema<'_>) -> Result<String, SerdeError> {
        self.string()
    }

    fn read_blob(&mut self, _schema: &Schema<'_>) -> Result<Blob, SerdeError> {
        self.blob()
    }

    fn read_timestamp(&mut self, schema: &Schema<'_>) -> Result<DateTime, SerdeError> {
        self.timestamp(schema)
    }

    fn read_document(&mut self, _schema: &Schema<'_>) -> Result<Document, SerdeError> {
        document(&mut self.cursor, self.is_lenient)
    }

    fn is_null(&self) -> bool {
        self.cursor.is_word("null")
    }

    /// Drops a null of a dense list or map. Only a lenient reader does.
    fn read_null(&mut self) -> Result<(), SerdeError> {
        if !self.is_lenient {
            return Err(lenient::null_in_dense());
        }
        self.skip_value()
    }

    fn skip_value(&mut self) -> Result<(), SerdeError> {
        self.cursor.skip_value(self.is_lenient)?;
        if self.cursor.depth == 0 { self.cursor.end() } else { Ok(()) }
    }

    fn container_size(&self) -> Option<usize> {
        None
    }
}
