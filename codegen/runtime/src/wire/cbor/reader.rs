//! Reader of values by their schemas.

use std::borrow::Cow;

use aws_smithy_schema::{
    Schema, ShapeType, prelude,
    serde::{SerdeError, ShapeDeserializer},
};
use aws_smithy_types::{BigDecimal, BigInteger, Blob, DateTime, Document};

use super::input::{ARRAY, BYTES, Head, Input, MAP, TEXT};
use crate::wire::{
    lenient::{self, mismatch},
    member_order::{MemberOrders, Members},
    read_integers,
};

/// Reads values from CBOR.
///
/// Unknown members are skipped, and null members of structures are absent. Empty bytes are an empty structure.
pub struct CborReader<'a> {
    input: Input<'a>,
    is_lenient: bool,
    orders: MemberOrders,
}

impl<'a> CborReader<'a> {
    /// Creates a strict reader.
    #[must_use]
    pub fn new(bytes: &'a [u8]) -> Self {
        Self { input: Input::new(bytes), is_lenient: false, orders: MemberOrders::default() }
    }

    /// Sets whether to drop nulls from dense lists and maps, and to read null as an empty body. Types are not converted.
    #[must_use]
    pub fn lenient(mut self, is_lenient: bool) -> Self {
        self.is_lenient = is_lenient;
        self
    }

    fn mismatch(&self, expected: &str) -> SerdeError {
        match self.input.peek() {
            Some(byte) => mismatch(expected, type_of(byte)),
            None => self.input.malformed("the bytes end before an item"),
        }
    }

    fn expect<T>(&self, expected: &str, value: Option<T>) -> Result<T, SerdeError> {
        value.ok_or_else(|| self.mismatch(expected))
    }

    #[inline]
    fn integer<T: TryFrom<i128>>(&mut self, target: &str) -> Result<T, SerdeError> {
        match self.input.integer()? {
            Some(integer) => T::try_from(integer)
                .map_err(|_| SerdeError::numeric_coercion_overflow(target, integer.to_string())),
            None => Err(self.mismatch("a whole number")),
        }
    }

    fn double(&mut self) -> Result<f64, SerdeError> {
        let value = self.input.double()?;
        self.expect("a number", value)
    }

    fn head(&mut self, major: u8, expected: &str) -> Result<Head, SerdeError> {
        let head = self.input.head_of(major)?;
        self.expect(expected, head)
    }

    /// Returns whether there are no members: the bytes are empty, or null for a lenient reader.
    fn is_without_members(&mut self) -> bool {
        self.input.depth == 0 && (self.input.peek().is_none() || (self.is_lenient && self.input.is_null()))
    }

    /// Calls `read`, and skips the value if it was not read.
    #[inline]
    fn read_or_skip(
        &mut self,
        read: impl FnOnce(&mut Self) -> Result<(), SerdeError>,
    ) -> Result<(), SerdeError> {
        let start = self.input.position;
        read(self)?;
        if self.input.position == start { self.input.skip() } else { Ok(()) }
    }
}

impl<'a> CborReader<'a> {
    /// Reads a key, and finds its member. The name of the member that comes next is compared before the key is decoded.
    #[inline]
    fn member<'s>(
        &mut self,
        members: &mut Members<'s>,
    ) -> Result<(Option<&'s Schema<'s>>, Cow<'a, str>), SerdeError> {
        let start = self.input.position;
        let head = self.head(TEXT, "a key")?;
        if let Some(member) = members.expected(&self.input.string(head)?, &self.orders) {
            return Ok((Some(member), Cow::Borrowed("")));
        }
        self.input.position = start;
        let key = self.input.text()?;
        let key = self.expect("a key", key)?;
        Ok((members.find(&key, &mut self.orders), key))
    }
}

/// Returns the type of an item by its first byte.
fn type_of(byte: u8) -> &'static str {
    match (byte >> 5, byte & 0x1f) {
        (0 | 1, _) => "an integer",
        (2, _) => "bytes",
        (3, _) => "text",
        (4, _) => "a list",
        (5, _) => "a map",
        (6, _) => "a tag",
        (_, 20 | 21) => "a boolean",
        (_, 22 | 23) => "null",
        (_, 25..=27) => "a float",
        _ => "an item of an unknown type",
    }
}

impl ShapeDeserializer for CborReader<'_> {
    fn read_struct(
        &mut self,
        schema: &Schema<'_>,
        state: &mut dyn FnMut(&Schema<'_>, &mut dyn ShapeDeserializer) -> Result<(), SerdeError>,
    ) -> Result<(), SerdeError> {
        if self.is_without_members() {
            return Ok(());
        }
        let head = self.head(MAP, "a map")?;
        let mut remaining = self.input.enter(head)?;
        let mut members = self.orders.start(schema, false);
        while self.input.next(&mut remaining) {
            let (member, key) = self.member(&mut members)?;
            if self.input.is_null() && member.is_none_or(|member| member.shape_type() != ShapeType::Document)
            {
                self.input.position += 1;
                continue;
            }
            match member {
                Some(member) => self.read_or_skip(|reader| state(member, reader))?,
                // The protocols report an unknown variant as a member without an index.
                None if schema.shape_type() == ShapeType::Union && key != "__type" => {
                    self.read_or_skip(|reader| state(&prelude::DOCUMENT, reader))?;
                }
                None => self.input.skip()?,
            }
        }
        if self.is_lenient || self.input.depth > 0 || self.input.peek().is_none() {
            return Ok(());
        }
        Err(self.input.malformed("an item after the outer map"))
    }

    fn read_list(
        &mut self,
        _schema: &Schema<'_>,
        state: &mut dyn FnMut(&mut dyn ShapeDeserializer) -> Result<(), SerdeError>,
    ) -> Result<(), SerdeError> {
        let head = self.head(ARRAY, "a list")?;
        let mut remaining = self.input.enter(head)?;
        while self.input.next(&mut remaining) {
            self.read_or_skip(|reader| state(reader))?;
        }
        Ok(())
    }

    fn read_map(
        &mut self,
        _schema: &Schema<'_>,
        state: &mut dyn FnMut(String, &mut dyn ShapeDeserializer) -> Result<(), SerdeError>,
    ) -> Result<(), SerdeError> {
        let head = self.head(MAP, "a map")?;
        let mut remaining = self.input.enter(head)?;
        while self.input.next(&mut remaining) {
            let key = self.input.text()?;
            let key = self.expect("a key", key)?.into_owned();
            self.read_or_skip(|reader| state(key, reader))?;
        }
        Ok(())
    }

    fn read_boolean(&mut self, _schema: &Schema<'_>) -> Result<bool, SerdeError> {
        let value = match self.input.peek() {
            Some(0xf4) => false,
            Some(0xf5) => true,
            _ => return Err(self.mismatch("a boolean")),
        };
        self.input.position += 1;
        Ok(value)
    }

    read_integers!();

    fn read_float(&mut self, _schema: &Schema<'_>) -> Result<f32, SerdeError> {
        self.double().and_then(lenient::narrow)
    }

    fn read_double(&mut self, _schema: &Schema<'_>) -> Result<f64, SerdeError> {
        self.double()
    }

    fn read_big_integer(&mut self, _schema: &Schema<'_>) -> Result<BigInteger, SerdeError> {
        let value = self.input.big_integer()?;
        self.expect("a whole number", value)
    }

    fn read_big_decimal(&mut self, _schema: &Schema<'_>) -> Result<BigDecimal, SerdeError> {
        let value = self.input.big_decimal()?;
        self.expect("a decimal fraction", value)
    }

    fn read_string(&mut self, _schema: &Schema<'_>) -> Result<String, SerdeError> {
        let text = self.input.text()?;
        self.expect("a string", text).map(Cow::into_owned)
    }

    fn read_blob(&mut self, _schema: &Schema<'_>) -> Result<Blob, SerdeError> {
        let head = self.head(BYTES, "bytes")?;
        self.input.string(head).map(|bytes| Blob::new(bytes.into_owned()))
    }

    fn read_timestamp(&mut self, _schema: &Schema<'_>) -> Result<DateTime, SerdeError> {
        let value = self.input.timestamp()?;
        self.expect("a timestamp", value)
    }

    fn read_document(&mut self, _schema: &Schema<'_>) -> Result<Document, SerdeError> {
        Err(SerdeError::unsupported("the protocol has no documents"))
    }

    fn is_null(&self) -> bool {
        self.input.is_null()
    }

    /// Drops a null of a dense list or map. Only a lenient reader does.
    fn read_null(&mut self) -> Result<(), SerdeError> {
        if self.is_lenient { self.skip_value() } else { Err(lenient::null_in_dense()) }
    }

    fn skip_value(&mut self) -> Result<(), SerdeError> {
        self.input.skip()
    }

    fn container_size(&self) -> Option<usize> {
        None
    }
}
