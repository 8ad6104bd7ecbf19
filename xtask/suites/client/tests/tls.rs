//! TLS of the default HTTPS client: the version of HTTP that a server chooses, and certificates that it does not trust. Each call is
//! a process of its own, for trusted certificates are read from the environment.

use std::convert::Infallible;
use std::net::{Ipv4Addr, TcpListener};
use std::path::Path;
use std::process::Command;
use std::sync::{Arc, Mutex};
use std::thread;

use http::{Request, Response, Version};
use http_body_util::Full;
use hyper::body::{Bytes, Incoming};
use hyper::service::service_fn;
use hyper_util::rt::{TokioExecutor, TokioIo};
use hyper_util::server::conn::auto;
use rcgen::{CertifiedKey, KeyPair, generate_simple_self_signed};
use tokio_rustls::TlsAcceptor;
use tokio_rustls::rustls::ServerConfig;
use tokio_rustls::rustls::crypto::ring::default_provider;
use tokio_rustls::rustls::pki_types::PrivatePkcs8KeyDer;

/// A server with TLS, whose certificate is in a file.
struct TlsServer {
    port: u16,
    certificate: String,
    versions: Arc<Mutex<Vec<Version>>>,
}

impl TlsServer {
    /// Starts a server that offers protocols by ALPN.
    fn start(name: &str, protocols: &[&str]) -> Self {
        let signed = generate_simple_self_signed(["localhost".to_owned()]).unwrap();
        let certificate = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("{name}.pem"));
        std::fs::write(&certificate, signed.cert.pem()).unwrap();
        let acceptor = TlsAcceptor::from(Arc::new(config(signed, protocols)));
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).unwrap();
        let port = listener.local_addr().unwrap().port();
        let versions = Arc::default();
        let seen = Arc::clone(&versions);
        thread::spawn(move || serve(listener, &acceptor, &seen));
        Self { port, certificate: certificate.to_str().unwrap().to_owned(), versions }
    }

    /// Deletes a connection, and returns what the program prints to standard output and standard error.
    fn called(&self, trusted: &str) -> (String, String) {
        let output = Command::new(env!("CARGO_BIN_EXE_environment"))
            .arg("call")
            .env_clear()
            .envs([("AWS_ACCESS_KEY_ID", "AKIDEXAMPLE"), ("AWS_SECRET_ACCESS_KEY", "secret")])
            .envs([("AWS_CONFIG_FILE", "/dev/null"), ("AWS_REGION", "eu-west-1"), ("AWS_MAX_ATTEMPTS", "1")])
            .env("AWS_ENDPOINT_URL", format!("https://localhost:{}", self.port))
            .env("SSL_CERT_FILE", trusted)
            .output()
            .unwrap();
        let text = |bytes| String::from_utf8(bytes).unwrap().trim().to_owned();
        (text(output.stdout), text(output.stderr))
    }

    fn versions(&self) -> Vec<Version> {
        self.versions.lock().unwrap().clone()
    }
}

fn config(signed: CertifiedKey<KeyPair>, protocols: &[&str]) -> ServerConfig {
    let key = PrivatePkcs8KeyDer::from(signed.signing_key.serialize_der());
    let mut config = ServerConfig::builder_with_provider(default_provider().into())
        .with_safe_default_protocol_versions()
        .unwrap()
        .with_no_client_auth()
        .with_single_cert(vec![signed.cert.into()], key.into())
        .unwrap();
    config.alpn_protocols = protocols.iter().map(|protocol| protocol.as_bytes().to_vec()).collect();
    config
}

/// Accepts connections until the process ends.
fn serve(listener: TcpListener, acceptor: &TlsAcceptor, seen: &Arc<Mutex<Vec<Version>>>) {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    listener.set_nonblocking(true).unwrap();
    runtime.block_on(async {
        let listener = tokio::net::TcpListener::from_std(listener).unwrap();
        loop {
            let (stream, _) = listener.accept().await.unwrap();
            // A client that does not trust the certificate closes the connection.
            let Ok(stream) = acceptor.accept(stream).await else { continue };
            let service = service_fn(|request: Request<Incoming>| {
                seen.lock().unwrap().push(request.version());
                let body = Full::new(Bytes::from_static(br#"{"connectionState":"deleted"}"#));
                async { Ok::<_, Infallible>(Response::new(body)) }
            });
            let _ = auto::Builder::new(TokioExecutor::new())
                .serve_connection(TokioIo::new(stream), service)
                .await;
        }
    });
}

#[test]
fn http_2_is_used_if_the_server_offers_it() {
    for (name, protocols, version) in [
        ("both", &["h2", "http/1.1"][..], Version::HTTP_2),
        ("only-2", &["h2"], Version::HTTP_2),
        ("only-1", &["http/1.1"], Version::HTTP_11),
        ("none", &[], Version::HTTP_11),
    ] {
        let server = TlsServer::start(name, protocols);
        let (output, error) = server.called(&server.certificate);
        assert_eq!(output, "Some(Deleted)", "{name}: {error}");
        assert_eq!(server.versions(), [version], "{name}");
    }
}

#[test]
fn certificate_that_is_not_trusted_is_refused() {
    let (server, other) = (TlsServer::start("server", &["h2"]), TlsServer::start("other", &["h2"]));
    let (output, error) = server.called(&other.certificate);
    assert_eq!(output, "");
    assert!(error.contains("certificate"), "{error}");
    assert_eq!(server.versions(), []);
}
