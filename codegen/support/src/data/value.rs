//! Values of each type, without it.

use std::{borrow::Cow, collections::HashMap};

use aws_smithy_schema::{
    Schema,
    serde::{SerdeError, ShapeDeserializer},
};
use aws_smithy_types::{BigDecimal, BigInteger, Blob, DateTime, Document, error::ErrorMetadata};

// part: error/exception
use super::Members;
// end of part
use super::{Entry, METADATA, View, metadata};

/// What can be serialized.
pub(crate) trait Value {
    /// The value without its type.
    fn view(&self) -> View<'_>;
}

/// What can be deserialized.
pub(crate) trait Data: Sized {
    /// Reads the value.
    fn read(reader: &mut dyn ShapeDeserializer) -> Result<Self, SerdeError>;

    /// Takes what stood beside the members.
    #[must_use]
    fn with_metadata(self, _metadata: &ErrorMetadata) -> Self {
        self
    }
}

/// Types that formats know in one way or another.
macro_rules! simple {
    ($($T:ty: $value:ident => $view:expr;)*) => {
        $(
            impl Value for $T {
                fn view(&self) -> View<'_> {
                    let $value = self;
                    $view
                }
            }
        )*
    };
}

simple! {
    bool: value => View::Bool(*value);
    i8: value => View::Integer((*value).into());
    i16: value => View::Integer((*value).into());
    i32: value => View::Integer((*value).into());
    i64: value => View::Integer(*value);
    f32: value => View::Float(*value);
    f64: value => View::Double(*value);
    String: value => View::Text(Cow::Borrowed(value));
    BigInteger: value => View::Text(Cow::Borrowed(value.as_ref()));
    BigDecimal: value => View::Text(Cow::Borrowed(value.as_ref()));
    Blob: value => View::Blob(value);
    DateTime: value => View::Time(*value);
    Document: value => View::Document(value);
}

impl<T: Value> Value for Box<T> {
    fn view(&self) -> View<'_> {
        T::view(self)
    }
}

impl<T: Value> Value for Option<T> {
    fn view(&self) -> View<'_> {
        self.as_ref().map_or(View::Absent, T::view)
    }
}

impl<T: Value> Value for Vec<T> {
    fn view(&self) -> View<'_> {
        View::List(self.iter().map(T::view).collect())
    }
}

/// In the order of the keys, so that equal maps give equal texts.
impl<T: Value> Value for HashMap<String, T> {
    fn view(&self) -> View<'_> {
        let mut entries: Vec<Entry<'_>> = self.iter().map(|(key, value)| (&**key, value.view())).collect();
        entries.sort_unstable_by_key(|(key, _)| *key);
        View::Map(entries)
    }
}

/// A variant without a value is an empty structure.
impl Value for () {
    fn view(&self) -> View<'_> {
        View::Map(Vec::new())
    }
}

/// The members of a structure that have a value; `values` are in the order of the schema.
pub(crate) fn entries<'a>(
    schema: &'static Schema<'static>,
    values: Vec<View<'a>>,
    metadata: Vec<Entry<'a>>,
) -> Vec<Entry<'a>> {
    let names = schema.members().iter().map(|member| member.member_name().unwrap_or_default());
    let metadata = (!metadata.is_empty()).then_some((METADATA, View::Map(metadata)));
    let members = names.zip(values).filter(|(_, value)| !matches!(value, View::Absent));
    members.chain(metadata).collect()
}

// part: wire/variants
/// A union: the index of its variant in the schema, and the value.
pub(crate) fn variant<'a>(
    schema: &'static Schema<'static>,
    variant: Option<(usize, &'a dyn Value)>,
) -> View<'a> {
    let named =
        |(index, value)| Some(View::Variant(schema.member_schema_by_index(index)?.member_name()?, value));
    variant.and_then(named).unwrap_or_else(|| View::Unknown(schema.shape_id().shape_name()))
}
// end of part

// part: error/exception
/// An error by its name, which stands for the code where the metadata has none.
pub(crate) fn error<'a>(name: &'a str, error: &'a dyn Members) -> View<'a> {
    let mut members = error.members();
    if !members.iter().any(|(key, _)| *key == METADATA) {
        members.push((METADATA, View::Map(Vec::new())));
    }
    for (key, value) in &mut members {
        if let View::Map(metadata) = value
            && *key == METADATA
            && !metadata.iter().any(|(key, _)| *key == metadata::CODE)
        {
            metadata.insert(0, (metadata::CODE, View::Text(name.into())));
        }
    }
    View::Map(members)
}
// end of part

/// An error that is none of the model's.
pub(crate) fn unhandled(text: String, meta: &ErrorMetadata) -> View<'_> {
    let mut members = vec![("message", View::Text(text.into()))];
    let metadata = metadata::metadata(meta);
    members.extend((!metadata.is_empty()).then_some((METADATA, View::Map(metadata))));
    View::Map(members)
}
