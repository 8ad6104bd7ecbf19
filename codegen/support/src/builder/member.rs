//! The methods of a member, by its kind.

/// The type of a member's value.
macro_rules! value {
    (Text) => { ::std::string::String };
    (Scalar<$T:ty>) => { $T };
    (Value<$T:ty>) => { $T };
    (Boxed<$T:ty>) => { ::std::boxed::Box<$T> };
    (List<$T:ty>) => { ::std::vec::Vec<$T> };
    (Texts) => { ::std::vec::Vec<::std::string::String> };
    (Map<$T:ty>) => { ::std::collections::HashMap<::std::string::String, $T> };
    (TextMap) => { ::std::collections::HashMap<::std::string::String, ::std::string::String> };
}

/// The accessor of a member of a structure.
macro_rules! accessor {
    ($attributes:tt $name:ident optional Text) => {
        $crate::builder::accessor! { @ $attributes $name ::std::option::Option<&str>, .as_deref() }
    };
    ($attributes:tt $name:ident optional Scalar<$T:ty>) => {
        $crate::builder::accessor! { @ $attributes $name ::std::option::Option<$T>, }
    };
    ($attributes:tt $name:ident optional Boxed<$T:ty>) => {
        $crate::builder::accessor! { @ $attributes $name ::std::option::Option<&$T>, .as_deref() }
    };
    ($attributes:tt $name:ident optional List<$T:ty>) => {
        $crate::builder::accessor! { @ $attributes $name &[$T], .as_deref().unwrap_or_default() }
    };
    ($attributes:tt $name:ident optional Texts) => {
        $crate::builder::accessor! { $attributes $name optional List<::std::string::String> }
    };
    ($attributes:tt $name:ident optional $($kind:tt)*) => {
        $crate::builder::accessor! {
            @ $attributes $name ::std::option::Option<&$crate::builder::value!($($kind)*)>, .as_ref()
        }
    };
    ($attributes:tt $name:ident $presence:ident Scalar<$T:ty>) => {
        $crate::builder::accessor! { @ $attributes $name $T, }
    };
    ($attributes:tt $name:ident $presence:ident Text) => {
        $crate::builder::accessor! { @ref $attributes $name &str }
    };
    ($attributes:tt $name:ident $presence:ident List<$T:ty>) => {
        $crate::builder::accessor! { @ref $attributes $name &[$T] }
    };
    ($attributes:tt $name:ident $presence:ident Texts) => {
        $crate::builder::accessor! { @ref $attributes $name &[::std::string::String] }
    };
    ($attributes:tt $name:ident $presence:ident $($kind:tt)*) => {
        $crate::builder::accessor! { @ref $attributes $name &$crate::builder::value!($($kind)*) }
    };
    (@ { $(#[$($attribute:tt)*])* } $name:ident $Result:ty, $($access:tt)*) => {
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
}

/// The three methods of a member of a builder: set a value, set or clear, look at it.
macro_rules! setters {
    ($docs:tt $attributes:tt $name:ident $set:ident $get:ident Text) => {
        $crate::builder::setters! {
            @set $docs $attributes $name $set $get
            (impl ::std::convert::Into<::std::string::String>) ::std::string::String
        }
    };
    ($docs:tt $attributes:tt $name:ident $set:ident $get:ident Scalar<$T:ty>) => {
        $crate::builder::setters! { @set $docs $attributes $name $set $get ($T) $T }
    };
    ($docs:tt $attributes:tt $name:ident $set:ident $get:ident Value<$T:ty>) => {
        $crate::builder::setters! { @set $docs $attributes $name $set $get ($T) $T }
    };
    ($docs:tt $attributes:tt $name:ident $set:ident $get:ident Boxed<$T:ty>) => {
        $crate::builder::setters! { @set $docs $attributes $name $set $get ($T) ::std::boxed::Box<$T> }
    };
    ($docs:tt $attributes:tt $name:ident $set:ident $get:ident List<$T:ty>) => {
        $crate::builder::setters! { @push $docs $attributes $name $set $get ($T) $T }
    };
    ($docs:tt $attributes:tt $name:ident $set:ident $get:ident Texts) => {
        $crate::builder::setters! {
            @push $docs $attributes $name $set $get
            (impl ::std::convert::Into<::std::string::String>) ::std::string::String
        }
    };
    ($docs:tt $attributes:tt $name:ident $set:ident $get:ident Map<$T:ty>) => {
        $crate::builder::setters! { @insert $docs $attributes $name $set $get ($T) $T }
    };
    ($docs:tt $attributes:tt $name:ident $set:ident $get:ident TextMap) => {
        $crate::builder::setters! {
            @insert $docs $attributes $name $set $get
            (impl ::std::convert::Into<::std::string::String>) ::std::string::String
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

        $crate::builder::setters! { @rest { $($attributes)* } $name $set $get $T }
    };
    (
        @push { $($docs:tt)* } { $($attributes:tt)* } $name:ident $set:ident $get:ident
        ($($Input:tt)*) $T:ty
    ) => {
        $($docs)*
        #[doc = ""]
        #[doc = concat!(" Appends to `", stringify!($name), "`; `", stringify!($set), "` replaces the whole list.")]
        $($attributes)*
        pub fn $name(mut self, input: $($Input)*) -> Self {
            self.$name.get_or_insert_default().push(input.into());
            self
        }

        $crate::builder::setters! { @rest { $($attributes)* } $name $set $get ::std::vec::Vec<$T> }
    };
    (
        @insert { $($docs:tt)* } { $($attributes:tt)* } $name:ident $set:ident $get:ident
        ($($Input:tt)*) $T:ty
    ) => {
        $($docs)*
        #[doc = ""]
        #[doc = concat!(" Adds an entry to `", stringify!($name), "`; `", stringify!($set), "` replaces the whole map.")]
        $($attributes)*
        pub fn $name(
            mut self,
            key: impl ::std::convert::Into<::std::string::String>,
            input: $($Input)*
        ) -> Self {
            self.$name.get_or_insert_default().insert(key.into(), input.into());
            self
        }

        $crate::builder::setters! {
            @rest { $($attributes)* } $name $set $get
            ::std::collections::HashMap<::std::string::String, $T>
        }
    };
    (@rest { $($attributes:tt)* } $name:ident $set:ident $get:ident $T:ty) => {
        #[doc = concat!(" Sets or clears `", stringify!($name), "`.")]
        $($attributes)*
        pub fn $set(mut self, input: ::std::option::Option<$T>) -> Self {
            self.$name = input;
            self
        }

        #[doc = concat!(" What `", stringify!($name), "` has been set to.")]
        $($attributes)*
        pub fn $get(&self) -> &::std::option::Option<$T> {
            &self.$name
        }
    };
}

/// What a structure holds for a member, made of what its builder holds.
macro_rules! built {
    (optional $Target:ident $name:ident $get:ident $value:expr) => {
        $value
    };
    (required $(($empty:expr))? $Target:ident $name:ident $get:ident $value:expr) => {
        match $value {
            ::std::option::Option::Some(value) => value,
            ::std::option::Option::None => {
                // The name of the getter is `get_` and the member's, which may be a keyword.
                let (_, name) = stringify!($get).split_at(4);
                let details =
                    concat!("`", stringify!($name), "` is required to build `", stringify!($Target), "`");
                return ::std::result::Result::Err(
                    ::aws_smithy_types::error::operation::BuildError::missing_field(name, details),
                );
            }
        }
    };
    ($presence:ident $Target:ident $name:ident $get:ident $value:expr) => {
        $value.unwrap_or_default()
    };
    ($presence:ident($default:expr) $Target:ident $name:ident $get:ident $value:expr) => {
        $value.unwrap_or_else(|| $default)
    };
    (@meta $value:expr) => {
        $value.unwrap_or_default()
    };
    (@$request_id:ident $value:expr) => {
        $value
    };
}

/// What `build` returns: a `Result` where a member is required, and for inputs in any case.
macro_rules! result {
    (type always input $Target:ident) => { $crate::builder::result!(type fallible input $Target) };
    (type always $role:ident $Target:ident) => { $Target };
    (type fallible $role:ident $Target:ident) => {
        ::std::result::Result<$Target, ::aws_smithy_types::error::operation::BuildError>
    };
    (doc fallible) => { "\n # Errors\n\n When a required field has not been set." };
    (doc always) => { "" };
    (always input $value:expr) => { ::std::result::Result::Ok($value) };
    (always $role:ident $value:expr) => { $value };
    (fallible $role:ident $value:expr) => { ::std::result::Result::Ok($value) };
}

/// The setters of the field beside the members: error metadata. A request id is set by the driver.
macro_rules! extra_setters {
    (meta) => {
        /// Sets the error metadata: code, message and request id.
        #[inline]
        pub fn meta(mut self, meta: ::aws_smithy_types::error::ErrorMetadata) -> Self {
            self.meta = ::std::option::Option::Some(meta);
            self
        }

        /// Sets or clears the error metadata.
        #[inline]
        pub fn set_meta(
            &mut self,
            meta: ::std::option::Option<::aws_smithy_types::error::ErrorMetadata>,
        ) -> &mut Self {
            self.meta = meta;
            self
        }
    };
    ($request_id:ident) => {};
}

pub(crate) use {accessor, built, extra_setters, result, setters, value};
