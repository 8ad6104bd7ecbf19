//! Setters of fluent builders.

/// Implements the setters of a fluent builder, with the members of `structure!`. They call those of the input's builder.
#[macro_export]
#[doc(hidden)]
macro_rules! fluent_setters {
    (
        ($Fluent:path) $role:ident $Target:ident {
            $(
                $(#[doc = $about:tt])*
                $(#[deprecated(note = $note:tt)])?
                $name:ident: $presence:ident $(($default:expr))? $kind:ident $(<$($item:ty),+>)?, $set:ident, $get:ident;
            )*
        }
    ) => {
        impl $Fluent {
            $($crate::fluent_setters! {
                @member { $(#[doc = $about])* } { $(#[deprecated(note = $note)])? #[inline] }
                $name $set $get $kind $(<$($item),+>)?
            })*
        }
    };
    // The three methods of a member.
    (@member $docs:tt $attributes:tt $name:ident $set:ident $get:ident String) => {
        $crate::fluent_setters! {
            @set $docs {} $attributes $name $set $get String;
            input: impl ::std::convert::Into<::std::string::String>
        }
    };
    (@member $docs:tt $attributes:tt $name:ident $set:ident $get:ident List<$T:ty>) => {
        $crate::fluent_setters! { @push $docs $attributes $name $set $get List<$T>; input: $T }
    };
    (@member $docs:tt $attributes:tt $name:ident $set:ident $get:ident Strings) => {
        $crate::fluent_setters! {
            @push $docs $attributes $name $set $get Strings;
            input: impl ::std::convert::Into<::std::string::String>
        }
    };
    (@member $docs:tt $attributes:tt $name:ident $set:ident $get:ident Map<$T:ty>) => {
        $crate::fluent_setters! {
            @insert $docs $attributes $name $set $get Map<$T>;
            key: impl ::std::convert::Into<::std::string::String>, input: $T
        }
    };
    (@member $docs:tt $attributes:tt $name:ident $set:ident $get:ident StringMap) => {
        $crate::fluent_setters! {
            @insert $docs $attributes $name $set $get StringMap;
            key: impl ::std::convert::Into<::std::string::String>,
            input: impl ::std::convert::Into<::std::string::String>
        }
    };
    (@member $docs:tt $attributes:tt $name:ident $set:ident $get:ident KeyedMap<$K:ty, $T:ty>) => {
        $crate::fluent_setters! {
            @insert $docs $attributes $name $set $get KeyedMap<$K, $T>; key: $K, input: $T
        }
    };
    (@member $docs:tt $attributes:tt $name:ident $set:ident $get:ident KeyedStringMap<$K:ty>) => {
        $crate::fluent_setters! {
            @insert $docs $attributes $name $set $get KeyedStringMap<$K>;
            key: $K, input: impl ::std::convert::Into<::std::string::String>
        }
    };
    (@member $docs:tt $attributes:tt $name:ident $set:ident $get:ident $kind:ident<$T:ty>) => {
        $crate::fluent_setters! { @set $docs {} $attributes $name $set $get $kind<$T>; input: $T }
    };
    (@push $docs:tt $attributes:tt $($rest:tt)*) => {
        $crate::fluent_setters! {
            @set $docs {
                ///
                /// Appends to the list. The setter with `set_` replaces it.
            }
            $attributes $($rest)*
        }
    };
    (@insert $docs:tt $attributes:tt $($rest:tt)*) => {
        $crate::fluent_setters! {
            @set $docs {
                ///
                /// Adds an entry to the map. The setter with `set_` replaces it.
            }
            $attributes $($rest)*
        }
    };
    (
        @set { $($docs:tt)* } { $($note:tt)* } { $($attributes:tt)* } $name:ident $set:ident $get:ident
        $kind:ident $(<$($T:ty),+>)?; $($parameter:ident: $Parameter:ty),*
    ) => {
        $($docs)*
        $($note)*
        $($attributes)*
        pub fn $name(mut self, $($parameter: $Parameter),*) -> Self {
            self.inner = self.inner.$name($($parameter),*);
            self
        }

        $($docs)*
        ///
        /// Sets the value, or clears it with `None`.
        $($attributes)*
        pub fn $set(mut self, input: ::std::option::Option<$crate::member!(@value $kind $(<$($T),+>)?)>) -> Self {
            self.inner = self.inner.$set(input);
            self
        }

        $($docs)*
        ///
        /// Returns the value that is set.
        $($attributes)*
        pub fn $get(&self) -> &::std::option::Option<$crate::member!(@value $kind $(<$($T),+>)?)> {
            self.inner.$get()
        }
    };
}
