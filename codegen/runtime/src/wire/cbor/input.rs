//! Data items.

use std::borrow::Cow;

use aws_smithy_schema::serde::SerdeError;

/// Maximum depth of arrays and maps, which is that of the official reader.
const MAX_DEPTH: u32 = 128;

/// Byte that ends an item of indefinite length.
const BREAK: u8 = 0xff;

/// Additional information of an item of indefinite length.
const INDEFINITE: u8 = 31;

/// Major types, other than simple values and floats.
pub(super) const UNSIGNED: u8 = 0;
pub(super) const NEGATIVE: u8 = 1;
pub(super) const BYTES: u8 = 2;
pub(super) const TEXT: u8 = 3;
pub(super) const ARRAY: u8 = 4;
pub(super) const MAP: u8 = 5;
pub(super) const TAG: u8 = 6;

/// The start of a data item.
#[derive(Clone, Copy)]
pub(super) struct Head {
    pub(super) major: u8,
    /// Lower bits of the first byte.
    pub(super) info: u8,
    /// Length or value. It is zero if the length is indefinite.
    pub(super) argument: u64,
}

/// Number of items that an array or map still has.
pub(super) enum Remaining {
    Definite(u64),
    Indefinite,
}

/// Bytes with a position.
pub(super) struct Input<'a> {
    bytes: &'a [u8],
    pub(super) position: usize,
    /// Number of arrays and maps around the position.
    pub(super) depth: u32,
}

impl<'a> Input<'a> {
    pub(super) fn new(bytes: &'a [u8]) -> Self {
        Self { bytes, position: 0, depth: 0 }
    }

    #[inline]
    pub(super) fn peek(&self) -> Option<u8> {
        self.bytes.get(self.position).copied()
    }

    /// Returns the major type of the next item.
    #[inline]
    pub(super) fn major(&self) -> Option<u8> {
        self.peek().map(|byte| byte >> 5)
    }

    /// Returns whether the next item is null or undefined.
    #[inline]
    pub(super) fn is_null(&self) -> bool {
        matches!(self.peek(), Some(0xf6 | 0xf7))
    }

    #[inline]
    pub(super) fn take(&mut self, length: u64) -> Result<&'a [u8], SerdeError> {
        let rest = self.bytes.get(self.position..).unwrap_or_default();
        let taken = usize::try_from(length).ok().and_then(|length| rest.get(..length));
        let taken = taken.ok_or_else(|| self.malformed("the bytes end in an item"))?;
        self.position += taken.len();
        Ok(taken)
    }

    /// Reads the start of an item.
    #[inline]
    pub(super) fn head(&mut self) -> Result<Head, SerdeError> {
        let first = self.peek().ok_or_else(|| self.malformed("the bytes end before an item"))?;
        self.position += 1;
        let (major, info) = (first >> 5, first & 0x1f);
        let argument = match info {
            0..=23 => info.into(),
            24 => self.take(1)?.first().copied().unwrap_or_default().into(),
            25..=27 => {
                self.take(1 << (info - 24))?.iter().fold(0, |value, byte| value << 8 | u64::from(*byte))
            }
            INDEFINITE if matches!(major, BYTES | TEXT | ARRAY | MAP) => 0,
            _ => return Err(self.malformed("an item of an unknown type")),
        };
        Ok(Head { major, info, argument })
    }

    /// Reads the start of an item of a major type. Does not move if the item is another one.
    #[inline]
    pub(super) fn head_of(&mut self, major: u8) -> Result<Option<Head>, SerdeError> {
        if self.major() == Some(major) { self.head().map(Some) } else { Ok(None) }
    }

    /// Enters an array or map.
    #[inline]
    pub(super) fn enter(&mut self, head: Head) -> Result<Remaining, SerdeError> {
        self.depth += 1;
        if self.depth > MAX_DEPTH {
            return Err(self.malformed("arrays and maps are nested too deeply"));
        }
        Ok(if head.info == INDEFINITE { Remaining::Indefinite } else { Remaining::Definite(head.argument) })
    }

    /// Moves to the next item of an array or map, or leaves it.
    #[inline]
    pub(super) fn next(&mut self, remaining: &mut Remaining) -> bool {
        let has_next = match remaining {
            Remaining::Definite(count) => {
                let has_next = *count > 0;
                *count = count.saturating_sub(1);
                has_next
            }
            Remaining::Indefinite => !self.take_break(),
        };
        self.depth -= u32::from(!has_next);
        has_next
    }

    fn take_break(&mut self) -> bool {
        let is_break = self.peek() == Some(BREAK);
        self.position += usize::from(is_break);
        is_break
    }

    /// Reads the bytes of a string.
    #[inline]
    pub(super) fn string(&mut self, head: Head) -> Result<Cow<'a, [u8]>, SerdeError> {
        if head.info != INDEFINITE {
            return self.take(head.argument).map(Cow::Borrowed);
        }
        let mut bytes = Vec::new();
        while !self.take_break() {
            let chunk = self.head()?;
            if chunk.major != head.major || chunk.info == INDEFINITE {
                return Err(self.malformed("a string of other items"));
            }
            bytes.extend_from_slice(self.take(chunk.argument)?);
        }
        Ok(Cow::Owned(bytes))
    }

    /// Reads text if the next item is one.
    #[inline]
    pub(super) fn text(&mut self) -> Result<Option<Cow<'a, str>>, SerdeError> {
        let Some(head) = self.head_of(TEXT)? else { return Ok(None) };
        let text = match self.string(head)? {
            Cow::Borrowed(bytes) => std::str::from_utf8(bytes).ok().map(Cow::Borrowed),
            Cow::Owned(bytes) => String::from_utf8(bytes).ok().map(Cow::Owned),
        };
        text.map(Some).ok_or_else(|| self.malformed("text that is not UTF-8"))
    }

    /// Skips an item.
    pub(super) fn skip(&mut self) -> Result<(), SerdeError> {
        let head = self.head()?;
        match head.major {
            BYTES | TEXT => self.string(head).map(|_| ()),
            ARRAY | MAP => {
                let mut remaining = self.enter(head)?;
                while self.next(&mut remaining) {
                    self.skip()?;
                    if head.major == MAP {
                        self.skip()?;
                    }
                }
                Ok(())
            }
            TAG => {
                // Tags nest too.
                self.depth += 1;
                if self.depth > MAX_DEPTH {
                    return Err(self.malformed("tags are nested too deeply"));
                }
                self.skip()?;
                self.depth -= 1;
                Ok(())
            }
            _ => Ok(()),
        }
    }

    /// Creates the error for bytes that are not CBOR.
    #[cold]
    pub(super) fn malformed(&self, cause: &str) -> SerdeError {
        SerdeError::invalid_input(format!("malformed CBOR at byte {}: {cause}", self.position))
    }
}
