// Copied by tinsmith from its support code. Do not edit.

//! Values as serde sees them: the feature `serde`.
//!
//! A type shows itself as a [`View`], and is read as answers are, through a [`Reader`] over any format. What is generic over
//! the format is written here once, so that a type adds little to a program that serializes it.

use serde_core::{Deserializer, de::Error as _};

mod document;
mod form;
mod metadata;
mod number;
mod place;
mod reader;
mod value;
mod view;

pub(crate) use metadata::{metadata, request_id};
pub(crate) use value::error;
pub(crate) use value::{Data, Value, entries, unhandled};
pub(crate) use view::{Entry, Members, View};

use reader::Reader;

/// The key of what answers say beside their members. No member can have this name.
const METADATA: &str = "$metadata";

/// Reads a value and what belongs to it.
pub(crate) fn read<'de, T: Data, D: Deserializer<'de>>(deserializer: D) -> Result<T, D::Error> {
    let mut reader = Reader::new(deserializer);
    match T::read(&mut reader) {
        Ok(value) => Ok(value.with_metadata(&reader.metadata)),
        Err(error) => Err(reader.error.unwrap_or_else(|| D::Error::custom(error))),
    }
}

/// `Serialize` and `Deserialize`: of a structure by the lines of `builder!`, and of what its other arms say.
macro_rules! data {
    (
        ($schema:path $(, $($message:ident)+)?) $role:ident $Target:ident {
            $(
                $(#[$about:ident $($attribute:tt)*])*
                $name:ident: $presence:ident $(($default:expr))? $kind:ident $(<$item:ty>)?, $set:ident, $get:ident;
            )*
        }
    ) => {
        impl $crate::data::Members for $Target {
            #[inline]
            fn members(&self) -> ::std::vec::Vec<$crate::data::Entry<'_>> {
                let values = ::std::vec![$($crate::data::Value::view(&self.$name)),*];
                $crate::data::entries(&$schema, values, $crate::data::data!(@metadata $role self))
            }
        }

        impl $crate::data::Value for $Target {
            #[inline]
            fn view(&self) -> $crate::data::View<'_> {
                $crate::data::View::Structure(self)
            }
        }

        impl $crate::data::Data for $Target {
            $crate::data::data! { @read $role $schema }
        }

        $crate::data::data! { @serde $Target }
    };
    // What belongs to a structure beside its members.
    (@metadata output $structure:ident) => {
        $crate::data::request_id($structure._request_id.as_deref())
    };
    (@metadata error $structure:ident) => { $crate::data::metadata(&$structure.meta) };
    (@metadata $role:ident $structure:ident) => { ::std::vec::Vec::new() };
    (@read error $schema:path) => {
        $crate::data::data! { @read structure $schema }

        #[inline]
        fn with_metadata(mut self, metadata: &::aws_smithy_types::error::ErrorMetadata) -> Self {
            self.meta.clone_from(metadata);
            self
        }
    };
    (@read output $schema:path) => {
        $crate::data::data! { @read structure $schema }

        #[inline]
        fn with_metadata(mut self, metadata: &::aws_smithy_types::error::ErrorMetadata) -> Self {
            let request_id = ::aws_types::request_id::RequestId::request_id(metadata);
            self._request_id = request_id.map(::std::convert::Into::into);
            self
        }
    };
    (@read $role:ident $schema:path) => {
        #[inline]
        fn read(
            reader: &mut dyn ::aws_smithy_schema::serde::ShapeDeserializer,
        ) -> ::std::result::Result<Self, ::aws_smithy_schema::serde::SerdeError> {
            $crate::wire::Readable::read(reader, &$schema)
        }
    };
    // An enum of text.
    (@text $Enum:ident) => {
        impl $crate::data::Value for $Enum {
            #[inline]
            fn view(&self) -> $crate::data::View<'_> {
                $crate::data::View::Text(self.as_str().into())
            }
        }

        impl $crate::data::Data for $Enum {
            $crate::data::data! { @read structure ::aws_smithy_schema::prelude::STRING }
        }

        $crate::data::data! { @serde $Enum }
    };
    // The error of an operation or of the crate, which cannot be read: it may hold any error as its source.
    (@errors $Error:ident { $($Variant:ident)* }) => {
        impl $crate::data::Value for $Error {
            #[inline]
            fn view(&self) -> $crate::data::View<'_> {
                match self {
                    $(Self::$Variant(error) => $crate::data::error(stringify!($Variant), error),)*
                    Self::Unhandled(error) => {
                        $crate::data::unhandled(::std::string::ToString::to_string(self), &error.meta)
                    }
                }
            }
        }

        $crate::data::data! { @serialize $Error }
    };
    (@serde $Type:path) => {
        $crate::data::data! { @serialize $Type }

        impl<'de> ::serde_core::Deserialize<'de> for $Type {
            fn deserialize<D: ::serde_core::Deserializer<'de>>(
                deserializer: D,
            ) -> ::std::result::Result<Self, D::Error> {
                $crate::data::read(deserializer)
            }
        }
    };
    (@serialize $Type:path) => {
        impl ::serde_core::Serialize for $Type {
            fn serialize<S: ::serde_core::Serializer>(
                &self,
                serializer: S,
            ) -> ::std::result::Result<S::Ok, S::Error> {
                ::serde_core::Serialize::serialize(&$crate::data::Value::view(self), serializer)
            }
        }
    };
}

pub(crate) use data;
