//! Metrics, which depend on a global of the process.

use std::sync::{
    Arc, Mutex,
    atomic::{AtomicUsize, Ordering},
};

use aws_smithy_http_client::test_util::infallible_client_fn;
use aws_smithy_observability::{
    Attributes, TelemetryProvider,
    global::set_telemetry_provider,
    meter::{Meter, ProvideMeter},
};
use aws_smithy_runtime_api::{
    box_error::BoxError,
    client::{
        interceptors::{Intercept, context::FinalizerInterceptorContextRef, dyn_dispatch_hint},
        runtime_components::RuntimeComponents,
    },
};
use aws_smithy_types::{body::SdkBody, config_bag::ConfigBag};

use crate::{
    Client, Config,
    config::{BehaviorVersion, Credentials, Region},
};

/// Takes down the interceptors of the last call.
#[derive(Clone, Debug, Default)]
struct Watch(Arc<Mutex<Vec<&'static str>>>);

#[dyn_dispatch_hint]
impl Intercept for Watch {
    fn name(&self) -> &'static str {
        "Watch"
    }

    fn read_after_execution(
        &self,
        _: &FinalizerInterceptorContextRef<'_>,
        components: &RuntimeComponents,
        _: &mut ConfigBag,
    ) -> Result<(), BoxError> {
        let mut names = self.0.lock().expect("no test panics here");
        *names = components.interceptors().map(|interceptor| interceptor.name()).collect();
        Ok(())
    }
}

/// Counts the meters that it is asked for.
#[derive(Debug, Default)]
struct Provider(Arc<AtomicUsize>);

impl ProvideMeter for Provider {
    fn get_meter(&self, scope: &'static str, attributes: Option<&Attributes>) -> Meter {
        self.0.fetch_add(1, Ordering::Relaxed);
        TelemetryProvider::noop().meter_provider().get_meter(scope, attributes)
    }
}

#[tokio::test]
async fn calls_are_measured_from_the_moment_somebody_wants_it() {
    let watch = Watch::default();
    let config = Config::builder()
        .behavior_version(BehaviorVersion::latest())
        .region(Region::new("us-east-1"))
        .credentials_provider(Credentials::new("key", "secret", None, None, "test"))
        .http_client(infallible_client_fn(|_| http::Response::new(SdkBody::from("{}"))))
        .interceptor(watch.clone());
    let client = Client::from_conf(config.build());
    let call = async || {
        client.delete_connection().connection_id("dxcon-1").send().await.expect("the answer is an output");
        watch.0.lock().expect("no test panics here").contains(&"MetricsInterceptor")
    };
    assert!(!call().await, "nobody asked for metrics");

    let meters = Arc::new(AtomicUsize::new(0));
    let provider = TelemetryProvider::builder().meter_provider(Arc::new(Provider(meters.clone())));
    set_telemetry_provider(provider.build()).expect("nobody else sets it");
    assert!(call().await, "a client that is older than the provider is measured too");
    assert!(meters.load(Ordering::Relaxed) > 0, "the instruments are its own");
    set_telemetry_provider(TelemetryProvider::noop()).expect("nobody else sets it");
    assert!(!call().await, "it is over");
}
