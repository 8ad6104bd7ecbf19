//! The operation that creates sessions.

use aws_credential_types::{Credentials, credential_feature::AwsCredentialFeature};
use aws_smithy_runtime::client::orchestrator::invoke;
use aws_smithy_runtime_api::{
    box_error::BoxError,
    client::{
        endpoint::EndpointResolverParams, interceptors::context::Input, runtime_plugin::RuntimePlugins,
    },
};
use aws_smithy_types::{
    DateTime,
    error::{display::DisplayErrorContext, operation::BuildError},
};

use crate::orchestrator::{BoxFuture, ClientOperation};

/// An operation that creates sessions. Generated code implements this.
pub trait SessionOperation: ClientOperation {
    /// Returns the bucket that a request is for.
    fn bucket(params: &EndpointResolverParams) -> Option<&str>;

    /// Returns the input for a session of a bucket.
    fn session_input(bucket: &str) -> Result<Self::Input, BuildError>;

    /// Returns the credentials of a session.
    fn session_credentials(output: Self::Output) -> Option<SessionCredentials>;
}

/// Credentials of a session, as an output has them.
#[derive(Debug)]
pub struct SessionCredentials {
    pub access_key_id: Option<String>,
    pub secret_access_key: Option<String>,
    pub session_token: Option<String>,
    pub expiration: Option<DateTime>,
}

/// The functions of a [`SessionOperation`].
#[derive(Clone, Copy, Debug)]
pub struct Session {
    pub(super) bucket: fn(&EndpointResolverParams) -> Option<&str>,
    pub(super) create: fn(&str, RuntimePlugins) -> BoxFuture<Result<Credentials, BoxError>>,
}

impl Session {
    /// Returns the functions of `O`.
    #[must_use]
    pub const fn of<O: SessionOperation>() -> Self {
        Self { bucket: O::bucket, create: create::<O> }
    }
}

/// Calls the operation with the plugins of a client.
fn create<O: SessionOperation>(
    bucket: &str,
    plugins: RuntimePlugins,
) -> BoxFuture<Result<Credentials, BoxError>> {
    let (input, bucket) = (O::session_input(bucket), bucket.to_owned());
    Box::pin(async move {
        let plugins = plugins.with_operation_plugin(O::plugin().shared.clone());
        let output = invoke(O::service().sdk_id, O::NAME, Input::erase(input?), &plugins).await;
        let output = output.map_err(|error| {
            let error = DisplayErrorContext(&error);
            format!("no session for the bucket `{bucket}`: {error}")
        })?;
        let output = output.downcast::<O::Output>().map_err(|_| "the response is not that of a session")?;
        let credentials = O::session_credentials(output).and_then(SessionCredentials::complete);
        credentials.ok_or_else(|| format!("the session for the bucket `{bucket}` has no credentials").into())
    })
}

impl SessionCredentials {
    /// Returns the credentials, unless a part is absent.
    fn complete(self) -> Option<Credentials> {
        let expiration = self.expiration?.try_into().ok()?;
        let (id, secret, token) = (self.access_key_id?, self.secret_access_key?, self.session_token?);
        let mut credentials = Credentials::new(id, secret, Some(token), Some(expiration), "session");
        let features = credentials.get_property_mut_or_default::<Vec<AwsCredentialFeature>>();
        features.push(AwsCredentialFeature::S3ExpressBucket);
        Some(credentials)
    }
}
