//! Sessions as identities, with their cache.

use std::{
    collections::HashMap,
    fmt,
    sync::{Mutex, PoisonError},
    time::Duration,
};

use aws_credential_types::Credentials;
use aws_runtime::auth::sigv4;
use aws_smithy_runtime::expiring_cache::ExpiringCache;
use aws_smithy_runtime_api::{
    box_error::BoxError,
    client::{
        endpoint::EndpointResolverParams,
        identity::{Identity, IdentityCacheLocation, IdentityFuture, ResolveCachedIdentity, ResolveIdentity},
        runtime_components::{GetIdentityResolver, RuntimeComponents, RuntimeComponentsBuilder},
        runtime_plugin::{RuntimePlugins, StaticRuntimePlugin},
    },
};
use aws_smithy_types::config_bag::{ConfigBag, Layer};
use aws_types::{
    endpoint_config::{EndpointUrl, UseDualStack, UseFips},
    region::{Region, SigningRegion},
};

use super::Session;

/// Number of sessions after which the cache is emptied.
const MAX_SESSIONS: usize = 100;

/// Time before its expiration from which on a session is not used.
const BUFFER_TIME: Duration = Duration::from_secs(10);

/// Key of a session in the cache: the bucket, and the credentials that created it.
type Key = (String, String, String);

/// Creates sessions and keeps them until they expire.
pub(super) struct SessionResolver {
    session: Session,
    plugins: RuntimePlugins,
    cache: Mutex<HashMap<Key, ExpiringCache<Identity, BoxError>>>,
}

impl SessionResolver {
    pub(super) fn new(session: Session, plugins: RuntimePlugins) -> Self {
        Self { session, plugins, cache: Mutex::default() }
    }

    async fn resolve(&self, components: &RuntimeComponents, cfg: &ConfigBag) -> Result<Identity, BoxError> {
        let params = cfg.load::<EndpointResolverParams>().ok_or("the endpoint has no parameters")?;
        let bucket = (self.session.bucket)(params).ok_or("only a request to a bucket can have a session")?;
        let identity = base_identity(components, cfg).await?;
        let credentials = identity.data::<Credentials>().ok_or("credentials of AWS create sessions")?;
        let cached = self.cached(key(bucket, credentials));
        let now = components.time_source().unwrap_or_default().now();
        if let Some(session) = cached.yield_or_clear_if_expired(now).await {
            return Ok(session);
        }
        let create = || async {
            let plugins = self.plugins.clone().with_operation_plugin(of_call(components, cfg));
            let session = (self.session.create)(bucket, plugins).await?;
            let expiration = session.expiry().ok_or("a session must expire")?;
            Ok((session.into(), expiration))
        };
        cached.get_or_load(create).await
    }

    fn cached(&self, key: Key) -> ExpiringCache<Identity, BoxError> {
        let mut cache = self.cache.lock().unwrap_or_else(PoisonError::into_inner);
        if cache.len() >= MAX_SESSIONS && !cache.contains_key(&key) {
            cache.clear();
        }
        cache.entry(key).or_insert_with(|| ExpiringCache::new(BUFFER_TIME)).clone()
    }
}

impl fmt::Debug for SessionResolver {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("SessionResolver").finish_non_exhaustive()
    }
}

impl ResolveIdentity for SessionResolver {
    fn resolve_identity<'a>(
        &'a self,
        runtime_components: &'a RuntimeComponents,
        config_bag: &'a ConfigBag,
    ) -> IdentityFuture<'a> {
        IdentityFuture::new(self.resolve(runtime_components, config_bag))
    }

    fn cache_location(&self) -> IdentityCacheLocation {
        IdentityCacheLocation::IdentityResolver
    }
}

fn key(bucket: &str, credentials: &Credentials) -> Key {
    let (id, secret) = (credentials.access_key_id(), credentials.secret_access_key());
    (bucket.to_owned(), id.to_owned(), secret.to_owned())
}

/// Returns the credentials of the call.
async fn base_identity(components: &RuntimeComponents, cfg: &ConfigBag) -> Result<Identity, BoxError> {
    let resolver = components.identity_resolver(sigv4::SCHEME_ID);
    let resolver = resolver.ok_or("no credentials that create a session: set `credentials_provider`")?;
    components.identity_cache().resolve_cached_identity(resolver, components, cfg).await
}

/// Returns the settings of a call that may differ from those of its client.
fn of_call(components: &RuntimeComponents, cfg: &ConfigBag) -> StaticRuntimePlugin {
    let mut layer = Layer::new("session");
    layer.store_or_unset(cfg.load::<Region>().cloned());
    layer.store_or_unset(cfg.load::<Region>().cloned().map(SigningRegion::from));
    layer.store_or_unset(cfg.load::<EndpointUrl>().cloned());
    layer.store_or_unset(cfg.load::<UseDualStack>().cloned());
    layer.store_or_unset(cfg.load::<UseFips>().cloned());
    let mut of_call = RuntimeComponentsBuilder::new("session")
        .with_http_client(components.http_client())
        .with_sleep_impl(components.sleep_impl())
        .with_time_source(components.time_source())
        .with_endpoint_resolver(Some(components.endpoint_resolver()))
        .with_identity_cache(Some(components.identity_cache()));
    if let Some(resolver) = components.identity_resolver(sigv4::SCHEME_ID) {
        of_call.set_identity_resolver(sigv4::SCHEME_ID, resolver);
    }
    StaticRuntimePlugin::new().with_config(layer.freeze()).with_runtime_components(of_call)
}
