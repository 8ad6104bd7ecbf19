//! Passwords of database users, by IAM.
//!
//! ```no_run
//! use {library}::auth_token::{AuthTokenGenerator, Config};
//!
//! # async fn token(sdk_config: &aws_types::SdkConfig) -> Result<(), Box<dyn std::error::Error + Send + Sync>> {
//! let config = Config::builder().hostname("db.example.com").port(5432).username("ferris").build()?;
//! let token = AuthTokenGenerator::new(config).auth_token(sdk_config).await?;
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

    /// Returns a password. Credentials, Region and time are those of `config`, unless the generator has its own.
    ///
    /// # Errors
    ///
    /// Returns an error if there are no credentials or no time source.
    pub async fn auth_token(&self, config: &SdkConfig) -> Result<AuthToken, BoxError> {
        let Config { credentials, hostname, port, region, username, expires_in } = &self.config;
        let provider = credentials.clone().or_else(|| config.credentials_provider());
        let credentials = provider.ok_or("credentials are required")?.provide_credentials().await?;
        let region = region.as_ref().or(config.region()).map_or("us-east-1", Region::as_ref);
        let signing = Signing {
            credentials,
            region,
            name: SIGNING_NAME,
            time: config.time_source().ok_or("a time source is required")?.now(),
            expires_in: expires_in.unwrap_or(MAX_VALIDITY).min(MAX_VALIDITY),
        };
        let parameters = [("Action", "{action}"), ("DBUser", username)];
        sign_url(&format!("{hostname}:{port}"), &parameters, signing)
    }
}

/// Settings of an [`AuthTokenGenerator`].
#[derive(Clone, Debug)]
pub struct Config {
    credentials: Option<SharedCredentialsProvider>,
    hostname: String,
    port: u64,
    region: Option<Region>,
    username: String,
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

    /// Returns the host name of the database.
    #[must_use]
    pub fn hostname(&self) -> &str {
        &self.hostname
    }

    /// Returns the port of the database.
    #[must_use]
    pub fn port(&self) -> u64 {
        self.port
    }

    /// Returns the Region of the database, if it was set.
    #[must_use]
    pub fn region(&self) -> Option<&Region> {
        self.region.as_ref()
    }

    /// Returns the name of the user.
    #[must_use]
    pub fn username(&self) -> &str {
        &self.username
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
    port: Option<u64>,
    region: Option<Region>,
    username: Option<String>,
    expires_in: Option<u64>,
}

impl ConfigBuilder {
    /// Sets the credentials. Default: those of the shared settings.
    #[must_use]
    pub fn credentials(mut self, credentials: impl ProvideCredentials + 'static) -> Self {
        self.credentials = Some(SharedCredentialsProvider::new(credentials));
        self
    }

    /// Sets the host name of the database, which is required.
    #[must_use]
    pub fn hostname(mut self, hostname: impl Into<String>) -> Self {
        self.hostname = Some(hostname.into());
        self
    }

    /// Sets the port of the database, which is required.
    #[must_use]
    pub fn port(mut self, port: u64) -> Self {
        self.port = Some(port);
        self
    }

    /// Sets the Region of the database. Default: that of the shared settings, or `us-east-1`.
    #[must_use]
    pub fn region(mut self, region: Region) -> Self {
        self.region = Some(region);
        self
    }

    /// Sets the name of the user, which is required.
    #[must_use]
    pub fn username(mut self, username: impl Into<String>) -> Self {
        self.username = Some(username.into());
        self
    }

    /// Sets the seconds for which passwords are valid. Default and maximum: 900.
    #[must_use]
    pub fn expires_in(mut self, expires_in: u64) -> Self {
        self.expires_in = Some(expires_in);
        self
    }

    /// Builds the settings.
    ///
    /// # Errors
    ///
    /// Returns an error without a host name, a port or a user.
    pub fn build(self) -> Result<Config, BoxError> {
        Ok(Config {
            credentials: self.credentials,
            hostname: self.hostname.ok_or("a hostname is required")?,
            port: self.port.ok_or("a port is required")?,
            region: self.region,
            username: self.username.ok_or("a username is required")?,
            expires_in: self.expires_in,
        })
    }
}
