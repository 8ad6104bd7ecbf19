//! Operations, by what distinguishes them.

/// What the generic code must know of an operation, and its functions that do no input or output.
macro_rules! operation {
    (
        $Operation:ident: $wire_name:literal $schema:path {
            $Input:path => $Output:path, $Error:path;
            $(own $http_request:ident;)?
            $(binds $endpoint_params:ident;)?
            $(secret $answer:ident;)?
            $(requires $required:ident $required_name:literal;)*
            $(fails $($code:literal)|+: $Variant:ident($Exception:path);)*
        }
    ) => {
        impl $Operation {
            /// The operation itself, for those who drive it by hand.
            #[inline]
            pub fn new() -> Self {
                Self
            }

            /// What a whole HTTP response means.
            ///
            /// # Errors
            ///
            /// When the service answered with an error, or with something that cannot be read.
            #[inline]
            pub fn parse_response(
                response: &::http::Response<::bytes::Bytes>,
            ) -> ::std::result::Result<$Output, $Error> {
                $crate::exchange::parse_response::<Self>(response)
            }
        }

        $crate::exchange::operation!(@request $Operation $Input $(, $http_request)?);

        impl $crate::exchange::Operation for $Operation {
            type Input = $Input;
            type Output = $Output;
            type Error = $Error;

            const NAME: &'static str = $wire_name;
            $($crate::exchange::operation!(@secret $answer);)?

            #[inline]
            fn schema() -> &'static ::aws_smithy_schema::OperationSchema<'static> {
                &$schema
            }

            #[inline]
            fn check_input(
                _input: &Self::Input,
            ) -> ::std::result::Result<(), ::aws_smithy_types::error::operation::BuildError> {
                $($crate::exchange::require(&_input.$required, $required_name, Self::NAME)?;)*
                ::std::result::Result::Ok(())
            }

            #[inline]
            fn read_output(
                reader: &mut dyn ::aws_smithy_schema::serde::ShapeDeserializer,
            ) -> ::std::result::Result<Self::Output, ::aws_smithy_schema::serde::SerdeError> {
                $crate::wire::Readable::read(reader, $schema.output())
            }

            #[inline]
            fn set_request_id(
                output: &mut Self::Output,
                request_id: ::std::option::Option<::std::string::String>,
            ) {
                output._request_id = request_id;
            }

            #[inline]
            fn read_error(
                code: &str,
                _reader: &mut dyn ::aws_smithy_schema::serde::ShapeDeserializer,
                _metadata: &::aws_smithy_types::error::ErrorMetadata,
            ) -> ::std::result::Result<
                ::std::option::Option<Self::Error>,
                ::aws_smithy_schema::serde::SerdeError,
            > {
                ::std::result::Result::Ok(match code {
                    $($($code)|+ => ::std::option::Option::Some(
                        Self::Error::$Variant(<$Exception>::from_wire(_reader, _metadata)?)
                    ),)*
                    _ => ::std::option::Option::None,
                })
            }

            $(
                #[cfg(feature = "client")]
                #[inline]
                fn $endpoint_params(
                    input: &Self::Input,
                    params: $crate::config::endpoint::ParamsBuilder,
                ) -> $crate::config::endpoint::ParamsBuilder {
                    Self::$endpoint_params(input, params)
                }
            )?
        }
    };

    (@secret answer) => {
        const SECRET_ANSWER: bool = true;
    };

    // An operation whose requests need more than its input has a function of its own.
    (@request $Operation:ident $Input:path, http_request) => {};

    (@request $Operation:ident $Input:path) => {
        impl $Operation {
            /// The HTTP request, unsigned, for an endpoint that
            /// [`DefaultResolver::resolve`](crate::config::endpoint::DefaultResolver::resolve) finds.
            ///
            /// Nothing is sent: sign the request and send it with any HTTP client.
            ///
            /// # Errors
            ///
            /// When a required member has no value, or a value cannot be written.
            #[inline]
            pub fn http_request(
                input: &$Input,
                endpoint: &::aws_smithy_types::endpoint::Endpoint,
            ) -> ::std::result::Result<
                ::http::Request<::bytes::Bytes>,
                ::aws_smithy_types::error::operation::BuildError,
            > {
                $crate::exchange::http_request::<Self>(input, endpoint)
            }
        }
    };
}

pub(crate) use operation;
