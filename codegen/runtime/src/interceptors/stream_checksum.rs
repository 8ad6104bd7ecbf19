//! Checksums of requests whose bodies are streams.

use std::mem;

use aws_runtime::{
    auth::{PayloadSigningOverride, SigV4OperationSigningConfig},
    content_encoding::{DeferredSigner, DeferredSignerSender},
};
use aws_smithy_checksums::ChecksumAlgorithm;
use aws_smithy_runtime_api::{
    box_error::BoxError,
    client::{
        interceptors::{
            Intercept,
            context::{BeforeSerializationInterceptorContextRef, BeforeTransmitInterceptorContextMut},
            dyn_dispatch_hint,
        },
        orchestrator::HttpRequest,
        runtime_components::RuntimeComponents,
    },
};
use aws_smithy_types::{
    body::SdkBody,
    config_bag::{ConfigBag, Storable, StoreReplace},
};

use super::{
    RequestChecksum,
    checksum::{Chosen, add_header},
};
use crate::protocol::{ChecksumTrailer, Checksummed};

const CONTENT_SHA256: &str = "x-amz-content-sha256";
const UNSIGNED: &str = "STREAMING-UNSIGNED-PAYLOAD-TRAILER";
const NOT_CHUNKED: &str = "only signature version 4 can sign a stream that is sent without TLS: use an `https` endpoint, or \
                           collect the stream into memory";

/// Adds the checksum of the body to a request: as a header if the body is in memory, or else as a trailer.
#[derive(Debug)]
pub struct StreamChecksum {
    checksum: RequestChecksum,
    has_unsigned_payload: bool,
}

impl StreamChecksum {
    #[inline]
    pub fn of<O: Checksummed>() -> Self {
        Self { checksum: RequestChecksum::of::<O>(), has_unsigned_payload: O::HAS_UNSIGNED_PAYLOAD }
    }
}

impl Storable for ChecksumTrailer {
    type Storer = StoreReplace<Self>;
}

/// The chunks of the body of an attempt, until it is encoded.
#[derive(Debug)]
struct Encoding(Option<Chunks>);

#[derive(Debug)]
enum Chunks {
    Unsigned,
    Signed(DeferredSigner),
}

impl Storable for Encoding {
    type Storer = StoreReplace<Self>;
}

#[dyn_dispatch_hint]
impl Intercept for StreamChecksum {
    #[inline]
    fn name(&self) -> &'static str {
        "StreamChecksum"
    }

    #[inline]
    fn read_before_serialization(
        &self,
        context: &BeforeSerializationInterceptorContextRef<'_>,
        _runtime_components: &RuntimeComponents,
        cfg: &mut ConfigBag,
    ) -> Result<(), BoxError> {
        self.checksum.store_choice(context.input(), cfg);
        Ok(())
    }

    #[inline]
    fn modify_before_retry_loop(
        &self,
        context: &mut BeforeTransmitInterceptorContextMut<'_>,
        _runtime_components: &RuntimeComponents,
        cfg: &mut ConfigBag,
    ) -> Result<(), BoxError> {
        self.checksum.choose(context.request_mut(), cfg)
    }

    /// Adds the checksum, or describes the encoded body, because the signature covers the headers. Interceptors of the client,
    /// which run before, may have changed the body.
    #[inline]
    fn modify_before_signing(
        &self,
        context: &mut BeforeTransmitInterceptorContextMut<'_>,
        _runtime_components: &RuntimeComponents,
        cfg: &mut ConfigBag,
    ) -> Result<(), BoxError> {
        let request = context.request_mut();
        let Some(algorithm) = cfg.load::<Chosen>().and_then(|chosen| chosen.algorithm) else { return Ok(()) };
        if add_header(request, algorithm) {
            return Ok(());
        }
        let trailer = trailer(request, algorithm, cfg)?;
        let is_signed = !self.has_unsigned_payload && !request.uri().starts_with("https:");
        describe(request, &trailer, is_signed);
        cfg.interceptor_state().store_put(trailer);
        sign(cfg, is_signed);
        Ok(())
    }

    #[inline]
    fn modify_before_transmit(
        &self,
        context: &mut BeforeTransmitInterceptorContextMut<'_>,
        _runtime_components: &RuntimeComponents,
        cfg: &mut ConfigBag,
    ) -> Result<(), BoxError> {
        let encoding = cfg.get_mut_from_interceptor_state::<Encoding>();
        let Some(chunks) = encoding.and_then(|encoding| encoding.0.take()) else { return Ok(()) };
        let trailer = cfg.load::<ChecksumTrailer>().ok_or("the configuration has no checksum trailer")?;
        encode(context.request_mut(), trailer, chunks)
    }
}

/// Returns the trailer of the first attempt, or that of this one.
#[inline]
fn trailer(
    request: &HttpRequest,
    algorithm: ChecksumAlgorithm,
    cfg: &ConfigBag,
) -> Result<ChecksumTrailer, BoxError> {
    if let Some(trailer) = cfg.load::<ChecksumTrailer>() {
        return Ok(trailer.clone());
    }
    let length = request.headers().get("content-length");
    Ok(ChecksumTrailer::new(algorithm, length, request.body())?)
}

#[inline]
fn describe(request: &mut HttpRequest, trailer: &ChecksumTrailer, is_signed: bool) {
    let headers = request.headers_mut();
    headers.remove("transfer-encoding");
    for (name, value) in trailer.headers(is_signed) {
        if name == "content-encoding" {
            headers.append(name, value);
        } else {
            headers.insert(name, value);
        }
    }
}

/// Stores the payload that signatures of the attempt have.
#[inline]
fn sign(cfg: &mut ConfigBag, is_signed: bool) {
    let mut signing = cfg.load::<SigV4OperationSigningConfig>().cloned().unwrap_or_default();
    let state = cfg.interceptor_state();
    let (payload, chunks) = if is_signed {
        let (signer, sender) = DeferredSigner::new();
        state.store_put(sender);
        (PayloadSigningOverride::StreamingSignedPayloadTrailer, Chunks::Signed(signer))
    } else {
        // The endpoint of an attempt before may have been one without TLS.
        state.unset::<DeferredSignerSender>();
        (PayloadSigningOverride::StreamingUnsignedPayloadTrailer, Chunks::Unsigned)
    };
    // The header describes the encoding. Version 4a takes the payload from here, version 4 from the override.
    signing.signing_options.content_sha256_header = true;
    signing.signing_options.payload_override = Some(payload.clone().to_signable_body());
    state.store_put(signing);
    state.store_put(payload);
    state.store_put(Encoding(Some(chunks)));
}

#[inline]
fn encode(request: &mut HttpRequest, trailer: &ChecksumTrailer, chunks: Chunks) -> Result<(), BoxError> {
    let body = mem::replace(request.body_mut(), SdkBody::taken());
    *request.body_mut() = match chunks {
        Chunks::Signed(signer) if is_signed(request)? => trailer.signed(body, signer),
        Chunks::Signed(_) => {
            // The request has no signature, which those of chunks would follow.
            for (name, value) in trailer.headers(false) {
                if name == "content-length" {
                    request.headers_mut().insert(name, value);
                }
            }
            trailer.unsigned(body)
        }
        Chunks::Unsigned => trailer.unsigned(body),
    };
    if !request.headers().contains_key(CONTENT_SHA256) {
        request.headers_mut().insert(CONTENT_SHA256, UNSIGNED);
    }
    Ok(())
}

/// Returns `true` if the request has a signature of version 4, which those of chunks follow.
#[inline]
fn is_signed(request: &HttpRequest) -> Result<bool, BoxError> {
    match request.headers().get("authorization") {
        None => Ok(false),
        Some(value) if value.starts_with("AWS4-HMAC-SHA256 ") => Ok(true),
        Some(_) => Err(NOT_CHUNKED.into()),
    }
}
