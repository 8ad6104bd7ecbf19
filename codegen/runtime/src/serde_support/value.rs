//! Conversion of values to erased values.

use std::{borrow::Cow, collections::HashMap};

use aws_smithy_schema::{
    Schema,
    serde::{SerdeError, ShapeDeserializer},
};
use aws_smithy_types::{BigDecimal, BigInteger, Blob, DateTime, Document, error::ErrorMetadata};

use super::{
    Entry, ErasedValue, Members,
    metadata::{self, METADATA},
};
use crate::wire::MapKey;

/// A value that can be serialized.
pub trait ToErased {
    /// Returns the value without its type.
    fn to_erased(&self) -> ErasedValue<'_>;
}

/// A value that can be deserialized.
pub trait Deserializable: Sized {
    /// Reads the value.
    fn read(reader: &mut dyn ShapeDeserializer) -> Result<Self, SerdeError>;

    /// Takes the metadata that was read next to the members.
    #[must_use]
    fn with_metadata(self, _metadata: &ErrorMetadata) -> Self {
        self
    }
}

/// Types that every format has.
macro_rules! simple {
    ($($T:ty: $value:ident => $view:expr;)*) => {
        $(
            impl ToErased for $T {
                // Inlined, because structures of other crates convert each of their members.
                #[inline]
                fn to_erased(&self) -> ErasedValue<'_> {
                    let $value = self;
                    $view
                }
            }
        )*
    };
}

simple! {
    bool: value => ErasedValue::Bool(*value);
    i8: value => ErasedValue::Integer((*value).into());
    i16: value => ErasedValue::Integer((*value).into());
    i32: value => ErasedValue::Integer((*value).into());
    i64: value => ErasedValue::Integer(*value);
    f32: value => ErasedValue::Float(*value);
    f64: value => ErasedValue::Double(*value);
    String: value => ErasedValue::Text(Cow::Borrowed(value));
    BigInteger: value => ErasedValue::Text(Cow::Borrowed(value.as_ref()));
    BigDecimal: value => ErasedValue::Text(Cow::Borrowed(value.as_ref()));
    Blob: value => ErasedValue::Blob(value);
    DateTime: value => ErasedValue::Time(*value);
    Document: value => ErasedValue::Document(value);
}

impl<T: ToErased> ToErased for Box<T> {
    fn to_erased(&self) -> ErasedValue<'_> {
        T::to_erased(self)
    }
}

impl<T: ToErased> ToErased for Option<T> {
    fn to_erased(&self) -> ErasedValue<'_> {
        self.as_ref().map_or(ErasedValue::Absent, T::to_erased)
    }
}

impl<T: ToErased> ToErased for Vec<T> {
    fn to_erased(&self) -> ErasedValue<'_> {
        ErasedValue::List(self.iter().map(T::to_erased).collect())
    }
}

/// Sorted by key, so that equal maps serialize equally.
impl<K: MapKey, T: ToErased> ToErased for HashMap<K, T> {
    fn to_erased(&self) -> ErasedValue<'_> {
        let mut entries: Vec<Entry<'_>> =
            self.iter().map(|(key, value)| (key.as_text(), value.to_erased())).collect();
        entries.sort_unstable_by_key(|(key, _)| *key);
        ErasedValue::Map(entries)
    }
}

/// A variant without a value is an empty structure.
impl ToErased for () {
    fn to_erased(&self) -> ErasedValue<'_> {
        ErasedValue::Map(Vec::new())
    }
}

/// Returns the members of a structure that have a value; `values` are in the order of the schema.
#[inline]
pub fn entries<'a>(
    schema: &'static Schema<'static>,
    values: Vec<ErasedValue<'a>>,
    metadata: Vec<Entry<'a>>,
) -> Vec<Entry<'a>> {
    let names = schema.members().iter().map(|member| member.member_name().unwrap_or_default());
    let metadata = (!metadata.is_empty()).then_some((METADATA, ErasedValue::Map(metadata)));
    let members = names.zip(values).filter(|(_, value)| !matches!(value, ErasedValue::Absent));
    members.chain(metadata).collect()
}

/// Returns the variant of a union, given its index in the schema and its value.
pub fn variant<'a>(
    schema: &'static Schema<'static>,
    variant: Option<(usize, &'a dyn ToErased)>,
) -> ErasedValue<'a> {
    let named = |(index, value)| {
        Some(ErasedValue::Variant(schema.member_schema_by_index(index)?.member_name()?, value))
    };
    variant.and_then(named).unwrap_or_else(|| ErasedValue::Unknown(schema.shape_id().shape_name()))
}

/// Returns an error with its metadata; `name` is the code if the metadata has none.
pub fn error<'a>(name: &'a str, error: &'a dyn Members) -> ErasedValue<'a> {
    let mut members = error.members();
    if !members.iter().any(|(key, _)| *key == METADATA) {
        members.push((METADATA, ErasedValue::Map(Vec::new())));
    }
    for (key, value) in &mut members {
        if let ErasedValue::Map(metadata) = value
            && *key == METADATA
            && !metadata.iter().any(|(key, _)| *key == metadata::CODE)
        {
            metadata.insert(0, (metadata::CODE, ErasedValue::Text(name.into())));
        }
    }
    ErasedValue::Map(members)
}

/// Returns an error that the model does not list.
pub fn unhandled(text: String, meta: &ErrorMetadata) -> ErasedValue<'_> {
    let mut members = vec![("message", ErasedValue::Text(text.into()))];
    let metadata = metadata::metadata(meta);
    members.extend((!metadata.is_empty()).then_some((METADATA, ErasedValue::Map(metadata))));
    ErasedValue::Map(members)
}
