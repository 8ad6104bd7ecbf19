//! Builders, accessors and (de)serialization of structures.

/// Implements a structure from a table of its members: the accessors of the structure, its builder, the setters of its fluent
/// builder, and reading and writing by its schema.
///
/// ```text
/// structure! {
///     /// Builder of [`Tag`](crate::types::Tag).
///     #[derive(Clone, Debug, Default, PartialEq)]
///     #[cfg(feature = "client")]
///     #[fluent(super::fluent_builder::TagResourceFluentBuilder)]
///     #[writable(TAG_SCHEMA)]
///     #[readable(TAG_SCHEMA)]
///     pub struct TagBuilder => fallible structure Tag {
///         /// Key of the tag.
///         key: required String, set_key, get_key;
///     }
/// }
/// ```
///
/// **Attributes**: `fluent` names a fluent builder that has the same setters, with a condition before it. `writable`, `readable` and
/// `readable_error` name the schema of a structure that occurs in requests, in responses or as an error.
///
/// **After the arrow**: `fallible` if `build` returns a `Result`, as it does with required members and for inputs, else `always`; then
/// the role of the structure: `structure`, `input`, `output` (which has a request id),
/// `extended_output` (which has an extended request id too) or `error` (which has metadata).
///
/// **A member** is a line `name: presence kind, set_name, get_name;`. The presence is
///
/// | presence | value of a member that is not set | written in requests |
/// |---|---|---|
/// | `optional` | `None` | if it is set |
/// | `required`, `required(value)` | `build` fails; a response without it is read as the empty value or `value` | always |
/// | `stream` | `build` fails; values that are read have no events | never, as it is the body |
/// | `default`, `or(value)` | the empty value, or `value` | always |
/// | `optional_or(value)` | `value`, also if a lenient reader cannot read it | always |
/// | `skip_default`, `skip_if(value)` | the empty value, or `value` | unless it is that value |
///
/// and the kind is
///
/// | kind | type | setter |
/// |---|---|---|
/// | `String` | `String` | takes `impl Into<String>` |
/// | `Scalar<T>` | `T: Copy` | takes the value |
/// | `Value<T>` | `T` | takes the value |
/// | `Boxed<T>` | `Box<T>` | takes a `T` |
/// | `List<T>`, `Strings` | `Vec<T>`, `Vec<String>` | appends an element |
/// | `Map<T>`, `StringMap` | `HashMap<String, T>`, `HashMap<String, String>` | inserts an entry |
/// | `KeyedMap<K, T>`, `KeyedStringMap<K>` | `HashMap<K, T>`, `HashMap<K, String>` | inserts an entry |
#[macro_export]
#[doc(hidden)]
macro_rules! structure {
    (
        $(#[doc = $doc:tt])*
        #[derive $derive:tt]
        $(#[$aspect:ident $argument:tt])*
        pub struct $Builder:ident => $result:ident $role:ident $Target:ident $members:tt
    ) => {
        $crate::structure! {
            @$role { $(#[doc = $doc])* #[derive $derive] } $Builder $result $Target $members
        }

        $crate::structure! { @aspects { $([$aspect $argument])* } $role $Target $members }
    };
    (@output $($structure:tt)*) => {
        $crate::structure! {
            @with output [_request_id: ::std::option::Option<::std::string::String>] $($structure)*
        }
    };
    (@extended_output $($structure:tt)*) => {
        $crate::structure! {
            @with extended_output
            [
                _request_id: ::std::option::Option<::std::string::String>,
                _extended_request_id: ::std::option::Option<::std::string::String>
            ]
            $($structure)*
        }
    };
    (@error $($structure:tt)*) => {
        $crate::structure! {
            @with error [meta: ::std::option::Option<$crate::__private::aws_smithy_types::error::ErrorMetadata>] $($structure)*
        }
    };
    (@aspects {} $($structure:tt)*) => {};
    (@aspects { [cfg $condition:tt] [fluent $argument:tt] $($more:tt)* } $($structure:tt)*) => {
        #[cfg $condition]
        $crate::fluent_setters! { $argument $($structure)* }

        $crate::structure! { @aspects { $($more)* } $($structure)* }
    };
    (@aspects { [fluent $argument:tt] $($more:tt)* } $($structure:tt)*) => {
        $crate::fluent_setters! { $argument $($structure)* }

        $crate::structure! { @aspects { $($more)* } $($structure)* }
    };
    (@aspects { [writable $schema:tt] } $($structure:tt)*) => {
        $crate::writable! { $schema $($structure)* }

        $crate::if_serde! { $crate::readable! { $schema $($structure)* } }

        $crate::if_serde! { $crate::serde_traits! { $schema $($structure)* } }
    };
    (@aspects { [writable $schema:tt] [$reads:ident $argument:tt] } $($structure:tt)*) => {
        $crate::writable! { $schema $($structure)* }

        $crate::structure! { @aspects { [$reads $argument] } $($structure)* }
    };
    (@aspects { [$reads:ident $argument:tt] } $($structure:tt)*) => {
        $crate::$reads! { $argument $($structure)* }

        $crate::if_serde! { $crate::serde_traits! { $argument $($structure)* } }
    };
    (
        @with $role:ident [$($extra:ident: $Extra:ty),*]
        { $($attributes:tt)* } $Builder:ident $result:ident $Target:ident
        {
            $(
                $(#[doc = $about:tt])*
                $(#[deprecated(note = $note:tt)])?
                $name:ident: $presence:ident $(($default:expr))? $kind:ident $(<$($item:ty),+>)?, $set:ident, $get:ident;
            )*
        }
    ) => {
        impl $Target {
            /// Returns a builder without any value.
            #[inline]
            pub fn builder() -> $Builder {
                $Builder::default()
            }

            $($crate::member! {
                @accessor { $(#[doc = $about])* $(#[deprecated(note = $note)])? #[inline] }
                $name $presence $kind $(<$($item),+>)?
            })*
        }

        $($attributes)*
        #[non_exhaustive]
        pub struct $Builder {
            $(pub(crate) $name: ::std::option::Option<$crate::member!(@value $kind $(<$($item),+>)?)>,)*
            $($extra: $Extra,)*
        }

        impl $Builder {
            $($crate::member! {
                @setters { $(#[doc = $about])* } { $(#[deprecated(note = $note)])? #[inline] }
                $name $set $get $kind $(<$($item),+>)?
            })*

            $($crate::member! { @extra_setters $extra })*

            /// Builds the structure.
            #[doc = $crate::build_result!(doc $result $role)]
            #[inline]
            pub fn build(self) -> $crate::build_result!(type $result $Target) {
                $crate::build_result!($result $Target {
                    $($name: $crate::member!(
                        @built $presence $(($default))? $Target $name $get self.$name
                    ),)*
                    $($extra: $crate::member!(@extra $extra self.$extra),)*
                })
            }
        }
    };
    (@$role:ident { $($attributes:tt)* } $($structure:tt)*) => {
        $crate::structure! { @with $role [] { $($attributes)* } $($structure)* }
    };
}
