// Copied by tinsmith from its support code. Do not edit.

//! Fluent builders, but for the setters of their members.

/// The fluent builder of an operation, how it is sent, and the operation as a plugin.
///
/// What stands behind the arrow is the operation, the builder of its input, its output and its
/// error. Everything is `#[inline]` or `async`, so that a program compiles those operations that it calls, and
/// this crate none.
macro_rules! call {
    (
        $(#[doc = $doc:tt])*
        pub struct $Fluent:ident => $Operation:path, $Builder:path, $Output:path, $Error:path;
        $(with $interceptor:expr;)*
    ) => {
        $(#[doc = $doc])*
        #[derive(Clone, Debug)]
        pub struct $Fluent {
            handle: ::std::sync::Arc<$crate::client::Handle>,
            pub(super) inner: $Builder,
            config_override: ::std::option::Option<$crate::config::Builder>,
        }

        impl $Fluent {
            /// What has been set so far.
            #[inline]
            pub fn as_input(&self) -> &$Builder {
                &self.inner
            }

            /// Sends the request and waits for the answer.
            ///
            /// # Errors
            ///
            /// When a required member has no value, the service cannot be reached, it answers with
            /// an error, or its answer cannot be read.
            pub async fn send(
                self,
            ) -> ::std::result::Result<
                $Output,
                ::aws_smithy_runtime_api::client::result::SdkError<
                    $Error,
                    ::aws_smithy_runtime_api::client::orchestrator::HttpResponse,
                >,
            > {
                $crate::driver::send::<$Operation>(self.handle, self.inner.build(), self.config_override).await
            }

            /// Changes how this one request is sent, in ways that the client's configuration does
            /// not allow for.
            #[inline]
            pub fn customize(self) -> $crate::client::customize::CustomizableOperation<$Output, $Error, Self> {
                $crate::client::customize::CustomizableOperation::new(self)
            }
        }

        impl $crate::client::customize::internal::CustomizableSend<$Output, $Error> for $Fluent {
            #[inline]
            fn send(
                self,
                config_override: $crate::config::Builder,
            ) -> $crate::driver::BoxFuture<
                $crate::driver::SendResult<$Output, $Error>,
            > {
                let config_override = ::std::option::Option::Some(config_override);
                $crate::driver::send::<$Operation>(self.handle, self.inner.build(), config_override)
            }
        }

        impl $Builder {
            /// Sends the request with a client and waits for the answer.
            ///
            /// # Errors
            ///
            /// As `send()` of the client's own method.
            pub async fn send_with(
                self,
                client: &$crate::client::Client,
            ) -> ::std::result::Result<
                $Output,
                ::aws_smithy_runtime_api::client::result::SdkError<
                    $Error,
                    ::aws_smithy_runtime_api::client::orchestrator::HttpResponse,
                >,
            > {
                let handle = ::std::sync::Arc::clone(&client.handle);
                $crate::driver::send::<$Operation>(handle, self.build(), ::std::option::Option::None).await
            }
        }

        impl $crate::driver::Plugged for $Operation {
            #[inline]
            fn plugin() -> &'static $crate::driver::OperationPlugin {
                static PLUGIN: ::std::sync::OnceLock<$crate::driver::OperationPlugin> =
                    ::std::sync::OnceLock::new();
                PLUGIN.get_or_init(|| {
                    $crate::driver::OperationPlugin::new::<Self>()$(.with_interceptor($interceptor))*
                })
            }
        }

        impl ::aws_smithy_runtime_api::client::runtime_plugin::RuntimePlugin for $Operation {
            #[inline]
            fn config(&self) -> ::std::option::Option<::aws_smithy_types::config_bag::FrozenLayer> {
                <Self as $crate::driver::Plugged>::plugin().config()
            }

            #[inline]
            fn runtime_components(
                &self,
                current: &::aws_smithy_runtime_api::client::runtime_components::RuntimeComponentsBuilder,
            ) -> ::std::borrow::Cow<
                '_,
                ::aws_smithy_runtime_api::client::runtime_components::RuntimeComponentsBuilder,
            > {
                <Self as $crate::driver::Plugged>::plugin().runtime_components(current)
            }
        }
    };
}

pub(crate) use call;
