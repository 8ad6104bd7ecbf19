//! Endpoints that a service assigns.

use std::{
    sync::atomic::{AtomicU64, AtomicUsize, Ordering},
    time::{Duration, SystemTime, UNIX_EPOCH},
};

use aws_smithy_async::{
    rt::sleep::{SharedAsyncSleep, TokioSleep},
    time::{SharedTimeSource, TimeSource},
};
use aws_smithy_runtime_api::client::endpoint::{
    EndpointResolverParams, ResolveEndpoint, SharedEndpointResolver,
};
use tinsmith_runtime::client::endpoint_discovery::{AssignedEndpoint, discover};
use tokio::time::{Instant, sleep, timeout};

async fn url(resolver: &SharedEndpointResolver) -> String {
    let params = EndpointResolverParams::new(());
    resolver.resolve_endpoint(&params).await.unwrap().url().to_owned()
}

/// The clock of Tokio, which tests stop.
#[derive(Debug)]
struct StoppedClock(Instant);

impl TimeSource for StoppedClock {
    fn now(&self) -> SystemTime {
        UNIX_EPOCH + self.0.elapsed()
    }
}

fn clock() -> (SharedAsyncSleep, SharedTimeSource) {
    (SharedAsyncSleep::new(TokioSleep::new()), SharedTimeSource::new(StoppedClock(Instant::now())))
}

#[tokio::test(start_paused = true)]
async fn the_task_replaces_the_endpoint_before_it_expires_and_ends_with_its_clients() {
    let (sleeper, time) = clock();
    let count = AtomicUsize::new(0);
    let request = move || {
        let number = count.fetch_add(1, Ordering::Relaxed);
        Box::pin(async move { AssignedEndpoint::new(format!("{number}.example.com"), 3) }) as _
    };
    let (resolver, reload) = discover(request, sleeper, time).await.unwrap();
    assert_eq!(url(&resolver).await, "https://0.example.com");

    let task = tokio::spawn(reload.reload_task());
    // Two minutes are left after one, which is enough; one minute after two.
    sleep(Duration::from_secs(90)).await;
    assert_eq!(url(&resolver).await, "https://0.example.com");
    sleep(Duration::from_secs(60)).await;
    assert_eq!(url(&resolver).await, "https://1.example.com");

    drop(resolver);
    timeout(Duration::from_secs(61), task).await.expect("the task ends").unwrap();
}

#[tokio::test(start_paused = true)]
async fn a_failed_request_fails_discovery_and_keeps_an_endpoint() {
    let (sleeper, time) = clock();
    let fail = || Box::pin(async { Err("no permission".into()) }) as _;
    let error = discover(fail, sleeper.clone(), time.clone()).await.unwrap_err();
    assert_eq!(error.to_string(), "no permission");

    let count = AtomicU64::new(0);
    let once = move || {
        let is_first = count.fetch_add(1, Ordering::Relaxed) == 0;
        Box::pin(async move {
            if is_first { AssignedEndpoint::new("a.example.com".to_owned(), 1) } else { Err("down".into()) }
        }) as _
    };
    let (resolver, reload) = discover(once, sleeper, time).await.unwrap();
    reload.reload_once().await;
    assert_eq!(url(&resolver).await, "https://a.example.com");
}

#[tokio::test]
async fn a_validity_of_any_length_is_accepted() {
    for minutes in [-1, 0, i64::MAX] {
        let (sleeper, time) = clock();
        let request =
            move || Box::pin(async move { AssignedEndpoint::new("a.example.com".to_owned(), minutes) }) as _;
        let (resolver, _) = discover(request, sleeper, time).await.unwrap();
        assert_eq!(url(&resolver).await, "https://a.example.com", "{minutes}");
    }
}

#[test]
fn a_response_without_an_endpoint_is_an_error() {
    assert!(AssignedEndpoint::first(Vec::<()>::new()).is_err());
    assert!(AssignedEndpoint::first(None::<Vec<()>>).is_err());
    assert!(AssignedEndpoint::new(String::new(), 1).is_err());
    assert!(AssignedEndpoint::new(None, Some(1)).is_err());
    assert_eq!(AssignedEndpoint::first(vec![1, 2]).unwrap(), 1);
}
