//! Presigned URLs in requests to copy from another Region.
//!
//! The URL is signed when the request is, because only the signer has the credentials of the call.

use std::time::Duration;

use aws_runtime::auth::{
    HttpSignatureType, SigV4OperationSigningConfig, SigningOptions,
    sigv4::{SigV4AuthScheme, SigV4Signer},
};
use aws_smithy_runtime_api::{
    box_error::BoxError,
    client::{
        auth::{AuthScheme, AuthSchemeEndpointConfig, AuthSchemeId, Sign},
        identity::{Identity, SharedIdentityResolver},
        orchestrator::HttpRequest,
        runtime_components::{GetIdentityResolver, RuntimeComponents},
    },
};
use aws_smithy_types::{
    body::SdkBody,
    config_bag::{ConfigBag, Layer, Storable, StoreReplace},
};
use aws_types::{
    SigningName,
    region::{Region, SigningRegion},
};

use crate::protocol::{CrossRegionCopy, remove_parameter, set_form};

/// Time for which the URL is valid.
const VALIDITY: Duration = Duration::from_hours(1);

/// Parameter with the Region that receives the copy.
const DESTINATION: &str = "DestinationRegion";

/// The Region that a call copies from.
#[derive(Debug)]
pub struct SourceRegion {
    region: String,
    url: &'static str,
    sends_destination: bool,
}

impl SourceRegion {
    #[inline]
    pub(crate) fn of<O: CrossRegionCopy>(region: &str) -> Self {
        Self { region: region.to_owned(), url: O::URL, sends_destination: O::SENDS_DESTINATION }
    }
}

impl Storable for SourceRegion {
    type Storer = StoreReplace<Self>;
}

/// Signature version 4 for operations that copy from another Region.
#[derive(Debug, Default)]
pub struct PresigningScheme {
    scheme: SigV4AuthScheme,
    signer: PresigningSigner,
}

impl PresigningScheme {
    /// Creates the scheme.
    #[must_use]
    #[inline]
    pub fn new() -> Self {
        Self::default()
    }
}

impl AuthScheme for PresigningScheme {
    #[inline]
    fn scheme_id(&self) -> AuthSchemeId {
        self.scheme.scheme_id()
    }

    #[inline]
    fn identity_resolver(
        &self,
        identity_resolvers: &dyn GetIdentityResolver,
    ) -> Option<SharedIdentityResolver> {
        self.scheme.identity_resolver(identity_resolvers)
    }

    #[inline]
    fn signer(&self) -> &dyn Sign {
        &self.signer
    }
}

/// Adds the presigned URL to a request, and signs the request.
#[derive(Debug, Default)]
struct PresigningSigner(SigV4Signer);

impl Sign for PresigningSigner {
    #[inline]
    fn sign_http_request(
        &self,
        request: &mut HttpRequest,
        identity: &Identity,
        auth_scheme_endpoint_config: AuthSchemeEndpointConfig<'_>,
        runtime_components: &RuntimeComponents,
        cfg: &ConfigBag,
    ) -> Result<(), BoxError> {
        if let Some(source) = cfg.load::<SourceRegion>() {
            let destination = destination(cfg)?;
            // The input may have another one, or the same one again.
            remove_parameter(request, DESTINATION);
            let mut url = unsigned_url(request, source, destination)?;
            let signing = signing(source, cfg)?;
            self.0.sign_http_request(
                &mut url,
                identity,
                AuthSchemeEndpointConfig::empty(),
                runtime_components,
                &signing,
            )?;
            add_url(request, source, url.uri(), destination);
        }
        self.0.sign_http_request(request, identity, auth_scheme_endpoint_config, runtime_components, cfg)
    }
}

fn destination(cfg: &ConfigBag) -> Result<&str, BoxError> {
    let region = cfg.load::<Region>().ok_or("a copy from another Region needs the Region of the client")?;
    Ok(region.as_ref())
}

/// Returns the request as a `GET` request to the same service in the Region of the source.
#[inline]
fn unsigned_url(
    request: &HttpRequest,
    source: &SourceRegion,
    destination: &str,
) -> Result<HttpRequest, BoxError> {
    let endpoint = request.uri().replace(destination, &source.region);
    let form = std::str::from_utf8(request.body().bytes().unwrap_or_default())?;
    let mut url = HttpRequest::new(SdkBody::empty());
    url.set_uri(format!("{endpoint}?{form}&{DESTINATION}={destination}"))?;
    Ok(url)
}

/// Returns the configuration that signs the URL.
#[inline]
fn signing(source: &SourceRegion, cfg: &ConfigBag) -> Result<ConfigBag, BoxError> {
    let name = cfg.load::<SigningName>().ok_or("the configuration has no signing name")?;
    let mut signing_options = SigningOptions::default();
    signing_options.signature_type = HttpSignatureType::HttpRequestQueryParams;
    signing_options.expires_in = Some(VALIDITY);
    let mut layer = Layer::new("presigned URL");
    layer.store_put(SigV4OperationSigningConfig {
        region: Some(SigningRegion::from(Region::new(source.region.clone()))),
        name: Some(name.clone()),
        signing_options,
        ..SigV4OperationSigningConfig::default()
    });
    let mut bag = ConfigBag::base();
    bag.push_layer(layer);
    Ok(bag)
}

/// Adds the URL, and the Region that receives the copy, to the form of a request.
#[inline]
fn add_url(request: &mut HttpRequest, source: &SourceRegion, url: &str, destination: &str) {
    let form = String::from_utf8_lossy(request.body().bytes().unwrap_or_default()).into_owned();
    let form = format!("{form}&{}={}", source.url, encode(url));
    let form = if source.sends_destination { format!("{form}&{DESTINATION}={destination}") } else { form };
    set_form(request, form);
}

/// Encodes a value of a form.
#[inline]
fn encode(value: &str) -> String {
    crate::rules::uri_encode::uri_encode(value)
}
