//! Structures: what the emitted code says of a member in one line becomes its methods here.

#[cfg(feature = "client")]
mod fluent;
mod member;

#[cfg(feature = "client")]
pub(crate) use fluent::fluent;
pub(crate) use member::{member, result};

/// The builder of a structure, the accessors of the structure itself, and its way to the wire.
///
/// Each member is a line below its documentation, in the order of the schema:
///
/// ```text
/// name: presence Kind<T>, set_name, get_name;
/// ```
///
/// The presence says what the structure holds for a member that has no value: `optional` members
/// stay `None`, `required` ones fail the build, `default` ones are empty, and `or(value)` gives the
/// value. An answer that lacks a `required` member is read as if it were empty, or as the value of
/// `required(value)`. Requests leave out members with `unless_default` and `unless(value)` when
/// they hold just that. The kind gives the type:
///
/// | kind | type | setter |
/// |---|---|---|
/// | `Text` | `String` | takes `impl Into<String>` |
/// | `Scalar<T>` | `T: Copy` | takes the value |
/// | `Value<T>` | `T` | takes the value |
/// | `Boxed<T>` | `Box<T>` | takes a `T` |
/// | `List<T>`, `Texts` | `Vec<T>`, `Vec<String>` | appends an element |
/// | `Map<T>`, `TextMap` | `HashMap<String, T>`, `HashMap<String, String>` | adds an entry |
///
/// Before the name of the structure stands what it is for, `structure`, `input`, `output` or
/// `error`, and before that whether the build is `fallible`. The attributes tell which way it
/// travels, by which schema, and which fluent builder sets its members too.
macro_rules! builder {
    (
        $(#[doc = $doc:tt])*
        #[derive $derive:tt]
        $(#[$aspect:ident $argument:tt])*
        pub struct $Builder:ident => $result:ident $role:ident $Target:ident $members:tt
    ) => {
        $crate::builder::builder! {
            @$role { $(#[doc = $doc])* #[derive $derive] } $Builder $result $Target $members
        }

        $crate::builder::builder! { @aspects { $([$aspect $argument])* } $role $Target $members }
    };
    (@output $($structure:tt)*) => {
        $crate::builder::builder! {
            @with output [_request_id: ::std::option::Option<::std::string::String>] $($structure)*
        }
    };
    (@error $($structure:tt)*) => {
        $crate::builder::builder! {
            @with error [meta: ::std::option::Option<::aws_smithy_types::error::ErrorMetadata>] $($structure)*
        }
    };
    (@aspects {} $($structure:tt)*) => {};
    (@aspects { [fluent $argument:tt] $($more:tt)* } $($structure:tt)*) => {
        #[cfg(feature = "client")]
        $crate::builder::fluent! { $argument $($structure)* }

        $crate::builder::builder! { @aspects { $($more)* } $($structure)* }
    };
    (@aspects { [writes $schema:tt] } $($structure:tt)*) => {
        $crate::wire::writes! { $schema $($structure)* }

        #[cfg(feature = "serde")]
        $crate::wire::reads! { $schema $($structure)* }

        #[cfg(feature = "serde")]
        $crate::data::data! { $schema $($structure)* }
    };
    (@aspects { [writes $schema:tt] [$reads:ident $argument:tt] } $($structure:tt)*) => {
        $crate::wire::writes! { $schema $($structure)* }

        $crate::builder::builder! { @aspects { [$reads $argument] } $($structure)* }
    };
    (@aspects { [$reads:ident $argument:tt] } $($structure:tt)*) => {
        $crate::wire::$reads! { $argument $($structure)* }

        #[cfg(feature = "serde")]
        $crate::data::data! { $argument $($structure)* }
    };
    (
        @with $role:ident [$($extra:ident: $Extra:ty)?]
        { $($attributes:tt)* } $Builder:ident $result:ident $Target:ident
        {
            $(
                $(#[doc = $about:tt])*
                $(#[deprecated(note = $note:tt)])?
                $name:ident: $presence:ident $(($default:expr))? $kind:ident $(<$item:ty>)?, $set:ident, $get:ident;
            )*
        }
    ) => {
        impl $Target {
            #[doc = concat!(" Starts a [`", stringify!($Target), "`](Self).")]
            #[inline]
            pub fn builder() -> $Builder {
                $Builder::default()
            }

            $($crate::builder::member! {
@accessor                 { $(#[doc = $about])* $(#[deprecated(note = $note)])? #[inline] }
                $name $presence $kind $(<$item>)?
            })*
        }

        $($attributes)*
        #[non_exhaustive]
        pub struct $Builder {
            $(pub(crate) $name: ::std::option::Option<$crate::builder::member!(@value $kind $(<$item>)?)>,)*
            $($extra: $Extra,)?
        }

        impl $Builder {
            $($crate::builder::member! {
@setters                 { $(#[doc = $about])* } { $(#[deprecated(note = $note)])? #[inline] }
                $name $set $get $kind $(<$item>)?
            })*

            $($crate::builder::member! { @extra_setters $extra })?

            #[doc = concat!(" Makes the [`", stringify!($Target), "`](struct@", stringify!($Target), ").")]
            #[doc = $crate::builder::result!(doc $result)]
            #[inline]
            pub fn build(self) -> $crate::builder::result!(type $result $role $Target) {
                $crate::builder::result!($result $role $Target {
                    $($name: $crate::builder::member!(
                        @built $presence $(($default))? $Target $name $get self.$name
                    ),)*
                    $($extra: $crate::builder::member!(@extra $extra self.$extra),)?
                })
            }
        }
    };
    (@$role:ident { $($attributes:tt)* } $($structure:tt)*) => {
        $crate::builder::builder! { @with $role [] { $($attributes)* } $($structure)* }
    };
}

pub(crate) use builder;
