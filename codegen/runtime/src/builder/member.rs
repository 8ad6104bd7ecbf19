//! Methods of a member, by its kind.

/// Expands a member of `structure!`: its type, accessor, setters, and its value in the built structure.
#[macro_export]
#[doc(hidden)]
macro_rules! member {
    // The type of the value.
    (@value String) => { ::std::string::String };
    (@value Scalar<$T:ty>) => { $T };
    (@value Value<$T:ty>) => { $T };
    (@value Boxed<$T:ty>) => { ::std::boxed::Box<$T> };
    (@value List<$T:ty>) => { ::std::vec::Vec<$T> };
    (@value Strings) => { ::std::vec::Vec<::std::string::String> };
    (@value Map<$T:ty>) => { ::std::collections::HashMap<::std::string::String, $T> };
    (@value KeyedMap<$K:ty, $T:ty>) => { ::std::collections::HashMap<$K, $T> };
    (@value KeyedStringMap<$K:ty>) => { ::std::collections::HashMap<$K, ::std::string::String> };
    (@value StringMap) => { ::std::collections::HashMap<::std::string::String, ::std::string::String> };

    // The accessor of the structure.
    (@accessor $attributes:tt $name:ident optional String) => {
        $crate::member! { @access $attributes $name ::std::option::Option<&str>, .as_deref() }
    };
    (@accessor $attributes:tt $name:ident optional Scalar<$T:ty>) => {
        $crate::member! { @access $attributes $name ::std::option::Option<$T>, }
    };
    (@accessor $attributes:tt $name:ident optional Boxed<$T:ty>) => {
        $crate::member! { @access $attributes $name ::std::option::Option<&$T>, .as_deref() }
    };
    (@accessor $attributes:tt $name:ident optional List<$T:ty>) => {
        $crate::member! { @access $attributes $name &[$T], .as_deref().unwrap_or_default() }
    };
    (@accessor $attributes:tt $name:ident optional Strings) => {
        $crate::member! { @accessor $attributes $name optional List<::std::string::String> }
    };
    (@accessor $attributes:tt $name:ident optional $($kind:tt)*) => {
        $crate::member! {
            @access $attributes $name ::std::option::Option<&$crate::member!(@value $($kind)*)>, .as_ref()
        }
    };
    (@accessor $attributes:tt $name:ident $presence:ident Scalar<$T:ty>) => {
        $crate::member! { @access $attributes $name $T, }
    };
    (@accessor $attributes:tt $name:ident $presence:ident String) => {
        $crate::member! { @ref $attributes $name &str }
    };
    (@accessor $attributes:tt $name:ident $presence:ident List<$T:ty>) => {
        $crate::member! { @ref $attributes $name &[$T] }
    };
    (@accessor $attributes:tt $name:ident $presence:ident Strings) => {
        $crate::member! { @ref $attributes $name &[::std::string::String] }
    };
    (@accessor $attributes:tt $name:ident $presence:ident $($kind:tt)*) => {
        $crate::member! { @ref $attributes $name &$crate::member!(@value $($kind)*) }
    };
    (@access { $(#[$($attribute:tt)*])* } $name:ident $Result:ty, $($access:tt)*) => {
        $(#[$($attribute)*])*
        pub fn $name(&self) -> $Result {
            self.$name $($access)*
        }
    };
    (@ref { $(#[$($attribute:tt)*])* } $name:ident $Result:ty) => {
        $(#[$($attribute)*])*
        pub fn $name(&self) -> $Result {
            &self.$name
        }
    };

    // The three methods of the builder: set a value, set or clear it, return it.
    (@setters $docs:tt $attributes:tt $name:ident $set:ident $get:ident String) => {
        $crate::member! {
            @set $docs $attributes $name $set $get
            (impl ::std::convert::Into<::std::string::String>) ::std::string::String
        }
    };
    (@setters $docs:tt $attributes:tt $name:ident $set:ident $get:ident Scalar<$T:ty>) => {
        $crate::member! { @set $docs $attributes $name $set $get ($T) $T }
    };
    (@setters $docs:tt $attributes:tt $name:ident $set:ident $get:ident Value<$T:ty>) => {
        $crate::member! { @set $docs $attributes $name $set $get ($T) $T }
    };
    (@setters $docs:tt $attributes:tt $name:ident $set:ident $get:ident Boxed<$T:ty>) => {
        $crate::member! { @set $docs $attributes $name $set $get ($T) ::std::boxed::Box<$T> }
    };
    (@setters $docs:tt $attributes:tt $name:ident $set:ident $get:ident List<$T:ty>) => {
        $crate::member! { @push $docs $attributes $name $set $get ($T) $T }
    };
    (@setters $docs:tt $attributes:tt $name:ident $set:ident $get:ident Strings) => {
        $crate::member! {
            @push $docs $attributes $name $set $get
            (impl ::std::convert::Into<::std::string::String>) ::std::string::String
        }
    };
    (@setters $docs:tt $attributes:tt $name:ident $set:ident $get:ident Map<$T:ty>) => {
        $crate::member! {
            @insert $docs $attributes $name $set $get
            (impl ::std::convert::Into<::std::string::String>) ::std::string::String, ($T) $T
        }
    };
    (@setters $docs:tt $attributes:tt $name:ident $set:ident $get:ident StringMap) => {
        $crate::member! {
            @insert $docs $attributes $name $set $get
            (impl ::std::convert::Into<::std::string::String>) ::std::string::String,
            (impl ::std::convert::Into<::std::string::String>) ::std::string::String
        }
    };
    (@setters $docs:tt $attributes:tt $name:ident $set:ident $get:ident KeyedMap<$K:ty, $T:ty>) => {
        $crate::member! { @insert $docs $attributes $name $set $get ($K) $K, ($T) $T }
    };
    (@setters $docs:tt $attributes:tt $name:ident $set:ident $get:ident KeyedStringMap<$K:ty>) => {
        $crate::member! {
            @insert $docs $attributes $name $set $get
            ($K) $K, (impl ::std::convert::Into<::std::string::String>) ::std::string::String
        }
    };
    (
        @set { $($docs:tt)* } { $($attributes:tt)* } $name:ident $set:ident $get:ident
        ($($Input:tt)*) $T:ty
    ) => {
        $($docs)*
        $($attributes)*
        pub fn $name(mut self, input: $($Input)*) -> Self {
            self.$name = ::std::option::Option::Some(input.into());
            self
        }

        $crate::member! { @rest { $($docs)* } { $($attributes)* } $name $set $get $T }
    };
    (
        @push { $($docs:tt)* } { $($attributes:tt)* } $name:ident $set:ident $get:ident
        ($($Input:tt)*) $T:ty
    ) => {
        $($docs)*
        ///
        /// Appends to the list. The setter with `set_` replaces it.
        $($attributes)*
        pub fn $name(mut self, input: $($Input)*) -> Self {
            self.$name.get_or_insert_default().push(input.into());
            self
        }

        $crate::member! { @rest { $($docs)* } { $($attributes)* } $name $set $get ::std::vec::Vec<$T> }
    };
    (
        @insert { $($docs:tt)* } { $($attributes:tt)* } $name:ident $set:ident $get:ident
        ($($Key:tt)*) $K:ty, ($($Input:tt)*) $T:ty
    ) => {
        $($docs)*
        ///
        /// Adds an entry to the map. The setter with `set_` replaces it.
        $($attributes)*
        pub fn $name(mut self, key: $($Key)*, input: $($Input)*) -> Self {
            self.$name.get_or_insert_default().insert(key.into(), input.into());
            self
        }

        $crate::member! {
            @rest { $($docs)* } { $($attributes)* } $name $set $get
            ::std::collections::HashMap<$K, $T>
        }
    };
    (@rest { $($docs:tt)* } { $($attributes:tt)* } $name:ident $set:ident $get:ident $T:ty) => {
        $($docs)*
        ///
        /// Sets the value, or clears it with `None`.
        $($attributes)*
        pub fn $set(mut self, input: ::std::option::Option<$T>) -> Self {
            self.$name = input;
            self
        }

        $($docs)*
        ///
        /// Returns the value that is set.
        $($attributes)*
        pub fn $get(&self) -> &::std::option::Option<$T> {
            &self.$name
        }
    };

    // The value of the structure, from that of its builder.
    (@built optional $Target:ident $name:ident $get:ident $value:expr) => {
        $value
    };
    (@built required $(($empty:expr))? $Target:ident $name:ident $get:ident $value:expr) => {
        match $value {
            ::std::option::Option::Some(value) => value,
            ::std::option::Option::None => {
                // The name of the getter is `get_` and the member's, which may be a keyword.
                let (_, name) = stringify!($get).split_at(4);
                let details =
                    concat!("`", stringify!($name), "` is required to build `", stringify!($Target), "`");
                return ::std::result::Result::Err(
                    $crate::__private::aws_smithy_types::error::operation::BuildError::missing_field(name, details),
                );
            }
        }
    };
    (@built stream $Target:ident $name:ident $get:ident $value:expr) => {
        $crate::member!(@built required $Target $name $get $value)
    };
    (@built $presence:ident $Target:ident $name:ident $get:ident $value:expr) => {
        $value.unwrap_or_default()
    };
    (@built $presence:ident($default:expr) $Target:ident $name:ident $get:ident $value:expr) => {
        $value.unwrap_or_else(|| $default)
    };
    (@extra meta $value:expr) => {
        $value.unwrap_or_default()
    };
    (@extra $request_id:ident $value:expr) => {
        $value
    };

    // The setters of error metadata. A request id is set by `OperationOutput::set_request_id`.
    (@extra_setters meta) => {
        /// Sets the error metadata: code, message and request id.
        #[inline]
        pub fn meta(mut self, meta: $crate::__private::aws_smithy_types::error::ErrorMetadata) -> Self {
            self.meta = ::std::option::Option::Some(meta);
            self
        }

        /// Sets or clears the error metadata.
        #[inline]
        pub fn set_meta(
            &mut self,
            meta: ::std::option::Option<$crate::__private::aws_smithy_types::error::ErrorMetadata>,
        ) -> &mut Self {
            self.meta = meta;
            self
        }
    };
    (@extra_setters $request_id:ident) => {};
}

/// Expands the result of `build`: a `Result` if it is fallible.
#[macro_export]
#[doc(hidden)]
macro_rules! build_result {
    (type always $Target:ident) => { $Target };
    (type fallible $Target:ident) => {
        ::std::result::Result<$Target, $crate::__private::aws_smithy_types::error::operation::BuildError>
    };
    (doc fallible input) => {
        "\n Never fails, but returns a `Result` as in the official crates: `send` and `http_request` check required members."
    };
    (doc fallible $role:ident) => { "\n # Errors\n\n Returns an error if a required member is not set." };
    (doc always $role:ident) => { "" };
    (always $value:expr) => { $value };
    (fallible $value:expr) => { ::std::result::Result::Ok($value) };
}
