//! Passwords of database clusters, by IAM.
//!
//! ```no_run
//! use {library}::auth_token::{AuthTokenGenerator, Config};
//!
//! # async fn token(sdk_config: &aws_types::SdkConfig) -> Result<(), Box<dyn std::error::Error + Send + Sync>> {
//! let config = Config::builder().hostname("db.example.com").build()?;
//! let token = AuthTokenGenerator::new(config).db_connect_admin_auth_token(sdk_config).await?;
//! println!("{token}");
//! # Ok(())
//! # }
//! ```

use aws_credential_types::provider::{ProvideCredentials, SharedCredentialsProvider};
use aws_smithy_runtime_api::box_error::BoxError;
use aws_types::{region::Region, sdk_config::SdkConfig};
use tinsmith_runtime::auth_token::{MAX_VALIDITY, Signing, sign_url};

pub use tinsmith_runtime::auth_token::AuthToken;

/// Name under which tokens are signed.
const SIGNING_NAME: &str = "{signing_name}";

/// Generator of passwords.
#[derive(Debug)]
pub struct AuthTokenGenerator {
    config: Config,
}

impl AuthTokenGenerator {
    /// Creates a generator.
    #[must_use]
    pub fn new(config: Config) -> Self {
        Self { config }
    }

    /// Returns a password of a user. Credentials, Region and time are those of `config`, unless the generator has its own.
    ///
    /// # Errors
    ///
    /// Returns an error if there are no credentials, no Region or no time source.
    pub async fn db_connect_auth_token(&self, config: &SdkConfig) -> Result<AuthToken, BoxError> {
        self.sign(config, "{action}").await
    }

    /// Returns a password of the administrator, as [`db_connect_auth_token`](Self::db_connect_auth_token) does of a user.
    ///
    /// # Errors
    ///
    /// Returns an error if there are no credentials, no Region or no time source.
    pub async fn db_connect_admin_auth_token(&self, config: &SdkConfig) -> Result<AuthToken, BoxError> {
        self.sign(config, "{admin_action}").await
    }

    async fn sign(&self, config: &SdkConfig, action: &str) -> Result<AuthToken, BoxError> {
        let Config { credentials, hostname, region, expires_in } = &self.config;
        let provider = credentials.clone().or_else(|| config.credentials_provider());
        let credentials = provider.ok_or("credentials are required")?.provide_credentials().await?;
        let region = region.as_ref().or(config.region()).ok_or("a Region is required")?;
        let signing = Signing {
            credentials,
            region: region.as_ref(),
            name: SIGNING_NAME,
            time: config.time_source().ok_or("a time source is required")?.now(),
            expires_in: expires_in.unwrap_or(MAX_VALIDITY),
        };
        sign_url(hostname, &[("Action", action)], signing)
    }
}

/// Settings of an [`AuthTokenGenerator`].
#[derive(Clone, Debug)]
pub struct Config {
    credentials: Option<SharedCredentialsProvider>,
    hostname: String,
    region: Option<Region>,
    expires_in: Option<u64>,
}

impl Config {
    /// Starts a [`ConfigBuilder`].
    #[must_use]
    pub fn builder() -> ConfigBuilder {
        ConfigBuilder::default()
    }

    /// Returns the credentials, if they were set.
    #[must_use]
    pub fn credentials(&self) -> Option<SharedCredentialsProvider> {
        self.credentials.clone()
    }

    /// Returns the host name of the cluster.
    #[must_use]
    pub fn hostname(&self) -> &str {
        &self.hostname
    }

    /// Returns the Region of the cluster, if it was set.
    #[must_use]
    pub fn region(&self) -> Option<&Region> {
        self.region.as_ref()
    }

    /// Returns the seconds for which passwords are valid, if they were set.
    #[must_use]
    pub fn expires_in(&self) -> Option<u64> {
        self.expires_in
    }
}

/// Builder of [`Config`].
#[derive(Debug, Default)]
pub struct ConfigBuilder {
    credentials: Option<SharedCredentialsProvider>,
    hostname: Option<String>,
    region: Option<Region>,
    expires_in: Option<u64>,
}

impl ConfigBuilder {
    /// Sets the credentials. Default: those of the shared settings.
    #[must_use]
    pub fn credentials(mut self, credentials: impl ProvideCredentials + 'static) -> Self {
        self.credentials = Some(SharedCredentialsProvider::new(credentials));
        self
    }

    /// Sets the host name of the cluster, which is required.
    #[must_use]
    pub fn hostname(mut self, hostname: impl Into<String>) -> Self {
        self.hostname = Some(hostname.into());
        self
    }

    /// Sets the Region of the cluster. Default: that of the shared settings.
    #[must_use]
    pub fn region(mut self, region: Region) -> Self {
        self.region = Some(region);
        self
    }

    /// Sets the seconds for which passwords are valid. Default: 900.
    #[must_use]
    pub fn expires_in(mut self, expires_in: u64) -> Self {
        self.expires_in = Some(expires_in);
        self
    }

    /// Builds the settings.
    ///
    /// # Errors
    ///
    /// Returns an error without a host name.
    pub fn build(self) -> Result<Config, BoxError> {
        Ok(Config {
            credentials: self.credentials,
            hostname: self.hostname.ok_or("a hostname is required")?,
            region: self.region,
            expires_in: self.expires_in,
        })
    }
}
