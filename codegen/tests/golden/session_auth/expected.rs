// ---- src/operation/create_session/fluent_builder.rs
use aws_smithy_runtime_api::box_error::BoxError;
use aws_smithy_runtime_api::client::endpoint::EndpointResolverParams;
use aws_smithy_runtime_api::client::interceptors::context::Input;
use aws_smithy_runtime_api::client::orchestrator::HttpResponse;
use aws_smithy_runtime_api::client::result::SdkError;
use aws_smithy_types::config_bag::ConfigBag;
use aws_smithy_types::error::operation::BuildError;
use tinsmith_runtime::{operation_plugin, orchestrator};
use tinsmith_runtime::auth::session::{SessionCredentials, SessionOperation};
use tinsmith_runtime::client::Handle;

impl SessionOperation for CreateSession {
    fn bucket(params: &EndpointResolverParams) -> Option<&str> {
        params.get::<Params>()?.bucket()
    }

    fn session_input(bucket: &str) -> Result<Self::Input, BuildError> {
        CreateSessionInputBuilder::default().bucket(bucket).build()
    }

    fn session_credentials(output: Self::Output) -> Option<SessionCredentials> {
        let credentials = output.credentials?;
        Some(SessionCredentials {
            access_key_id: Some(credentials.access_key_id),
            secret_access_key: Some(credentials.secret_access_key),
            session_token: Some(credentials.session_token),
            expiration: Some(credentials.expiration),
        })
    }

// ---- src/service.rs
pub(crate) static SERVICE: Service = Service {
    sdk_id: "S3",
    name: "s3",
    signing_name: "s3",
    auth_schemes: &[Scheme::SigV4, Scheme::SigV4Session],
    shape_name: "Objects",
    namespace: "example.sessions",
    version: "2026-01-01",
    crate_version: PKG_VERSION,
    xml_namespace: None,
    customization: Customization {
        signing: Signing {
            double_uri_encode: false,
            normalize_uri_path: false,
            content_sha256_header: true,
        },
        transient_errors: &["BadDigest", "InternalError"],
        not_found_code: Some("NotFound"),
        has_extended_request_id: true,
        #[cfg(feature = "client")]
        settings: Some(self::endpoint::settings::copy_settings),
        #[cfg(feature = "client")]
        session: Some(self::auth::SESSION),
        ..Customization::NONE
    },
    protocols: &["aws.protocols#restXml"],
    protocol: default_protocol,
    sans_io: protocol::SansIo::new(),
};

// ---- src/service/endpoint/settings.rs
/// Copies settings from the environment and the profile.
pub(crate) fn copy_settings(input: &SdkConfig, layer: &mut CloneableLayer) {
    let flag = service_flag(
        input,
        &SERVICE,
        "AWS_S3_DISABLE_EXPRESS_SESSION_AUTH",
        "s3_disable_express_session_auth",
    );
    layer.store_or_unset(flag.map(DisableS3ExpressSessionAuth));
}
