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
                $name:ident: $presence:ident $(($default:expr))? $kind:ident $(<$item:ty>)?, $set:ident, $get:ident;
            )*
        }
    ) => {
        impl $Fluent {
            $($crate::fluent_setters! {
                @member { $(#[doc = $about])* } { $(#[deprecated(note = $note)])? #[inline] }
                $name $set $get $kind $(<$item>)?
            })*
        }
    };
    // The three methods of a member.
    (@member $docs:tt $attributes:tt $name:ident $set:ident $get:ident String) => {
        $crate::fluent_setters! {
            @set $docs $attributes $name $set $get String;
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
    (@member $docs:tt $attributes:tt $name:ident $set:ident $get:ident $kind:ident<$T:ty>) => {
        $crate::fluent_setters! { @set $docs $attributes $name $set $get $kind<$T>; input: $T }
    };
    (@push { $($docs:tt)* } $attributes:tt $name:ident $set:ident $($rest:tt)*) => {
        $crate::fluent_setters! {
            @set {
                $($docs)*
                #[doc = ""]
                #[doc = concat!(" Appends to `", stringify!($name), "`; `", stringify!($set), "` replaces the whole list.")]
            }
            $attributes $name $set $($rest)*
        }
    };
    (@insert { $($docs:tt)* } $attributes:tt $name:ident $set:ident $($rest:tt)*) => {
        $crate::fluent_setters! {
            @set {
                $($docs)*
                #[doc = ""]
                #[doc = concat!(" Adds an entry to `", stringify!($name), "`; `", stringify!($set), "` replaces the whole map.")]
            }
            $attributes $name $set $($rest)*
        }
    };
    (
        @set { $($docs:tt)* } { $($attributes:tt)* } $name:ident $set:ident $get:ident
        $kind:ident $(<$T:ty>)?; $($parameter:ident: $Parameter:ty),*
    ) => {
        $($docs)*
        $($attributes)*
        pub fn $name(mut self, $($parameter: $Parameter),*) -> Self {
            self.inner = self.inner.$name($($parameter),*);
            self
        }

        #[doc = concat!(" Sets or clears `", stringify!($name), "`.")]
        $($attributes)*
        pub fn $set(mut self, input: ::std::option::Option<$crate::member!(@value $kind $(<$T>)?)>) -> Self {
            self.inner = self.inner.$set(input);
            self
        }

        #[doc = concat!(" Returns the current value of `", stringify!($name), "`.")]
        $($attributes)*
        pub fn $get(&self) -> &::std::option::Option<$crate::member!(@value $kind $(<$T>)?)> {
            self.inner.$get()
        }
    };
}
