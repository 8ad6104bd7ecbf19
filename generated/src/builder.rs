// Copied by tinsmith from its support code. Do not edit.

//! Builders: what the emitted code says of a member in one line becomes its methods here.

#[cfg(feature = "client")]
mod fluent;
mod member;

#[cfg(feature = "client")]
pub(crate) use fluent::{fluent, fluent_setters};
pub(crate) use member::{accessor, built, extra, extra_setters, result, setters, value};

/// The builder of a structure, and the accessors of the structure itself.
///
/// Each member is a line below its documentation:
///
/// ```text
/// name: presence Kind<T>, set_name, get_name;
/// ```
///
/// The presence says what the structure holds when the builder has no value: `optional` members
/// stay `None`, `required` ones fail the build, `default` ones are empty, and `or(value)` gives the
/// value. The kind gives the type:
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
/// Before the name of the structure stands how it is built: `always`, `fallible` when a member is
/// required, or `input`, whose `build` returns a `Result` in any case.
macro_rules! builder {
    (
        $(#[doc = $doc:tt])*
        #[derive $derive:tt]
        #[fluent($($fluent:tt)*)]
        $($builder:tt)*
    ) => {
        $crate::builder::builder! {
            $(#[doc = $doc])*
            #[derive $derive]
            $($builder)*
        }

        #[cfg(feature = "client")]
        $crate::builder::fluent! { $($fluent)* => $($builder)* }
    };
    (
        $(#[doc = $doc:tt])*
        #[derive $derive:tt]
        pub struct $Builder:ident => $result:ident $Target:ident $(with $extra:ident)? {
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

            $($crate::builder::accessor! {
                { $(#[doc = $about])* $(#[deprecated(note = $note)])? #[inline] }
                $name $presence $kind $(<$item>)?
            })*
        }

        $(#[doc = $doc])*
        #[derive $derive]
        #[non_exhaustive]
        pub struct $Builder {
            $(pub(crate) $name: ::std::option::Option<$crate::builder::value!($kind $(<$item>)?)>,)*
            $($extra: $crate::builder::extra!(type $extra),)?
        }

        impl $Builder {
            $($crate::builder::setters! {
                { $(#[doc = $about])* } { $(#[deprecated(note = $note)])? #[inline] }
                $name $set $get $kind $(<$item>)?
            })*

            $($crate::builder::extra_setters! { $extra })?

            #[doc = concat!(" Makes the [`", stringify!($Target), "`].")]
            #[doc = $crate::builder::result!(doc $result)]
            #[inline]
            pub fn build(self) -> $crate::builder::result!(type $result $Target) {
                $crate::builder::result!($result $Target {
                    $($name: $crate::builder::built!(
                        $presence $(($default))? $Target $name $get self.$name
                    ),)*
                    $($extra: $crate::builder::extra!($extra self.$extra),)?
                })
            }
        }
    };
}

pub(crate) use builder;
