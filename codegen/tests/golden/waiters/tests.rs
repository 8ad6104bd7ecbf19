//! Waiting, against answers in memory and a clock that is moved by hand.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, SystemTime};

use aws_smithy_async::time::TimeSource;
use aws_smithy_http_client::test_util::infallible_client_fn;
use aws_smithy_runtime_api::client::waiters::error::WaiterError;
use aws_smithy_types::body::SdkBody;
use golden_waiters::client::Waiters;
use golden_waiters::config::{BehaviorVersion, Credentials, Region, SharedCredentialsProvider};
use golden_waiters::waiters::table_exists::WaitUntilTableExistsError;
use golden_waiters::{Client, Config, Error};
use tokio::time::Instant;

/// The time of Tokio's clock, which stands still but for sleeping.
#[derive(Debug)]
struct Paused(Instant);

impl TimeSource for Paused {
    fn now(&self) -> SystemTime {
        SystemTime::UNIX_EPOCH + Duration::from_secs(1_000_000) + self.0.elapsed()
    }
}

/// Statuses and bodies.
type Answers = &'static [(u16, &'static str)];

/// A client that gets the answers in turn, the last one for ever, and how often it has asked.
fn client(answers: Answers) -> (Client, Arc<AtomicUsize>) {
    let count = Arc::new(AtomicUsize::new(0));
    let asked = count.clone();
    let http = infallible_client_fn(move |_: http::Request<SdkBody>| {
        let index = asked.fetch_add(1, Ordering::Relaxed).min(answers.len() - 1);
        http::Response::builder().status(answers[index].0).body(answers[index].1).unwrap()
    });
    let mut config = Config::builder()
        .behavior_version(BehaviorVersion::latest())
        .region(Region::new("us-east-1"))
        .retry_config(aws_smithy_types::retry::RetryConfig::disabled())
        .time_source(Paused(Instant::now()))
        .http_client(http);
    let credentials = Credentials::new("key", "secret", None, None, "test");
    config.set_credentials_provider(Some(SharedCredentialsProvider::new(credentials)));
    (Client::from_conf(config.build()), count)
}

const NOT_FOUND: (u16, &str) = (400, r#"{"__type":"NotFound","message":"no"}"#);
const DENIED: (u16, &str) = (400, r#"{"__type":"AccessDenied","message":"no"}"#);
const CREATING: (u16, &str) = (200, r#"{"table":{"status":"CREATING"}}"#);
const ACTIVE: (u16, &str) = (200, r#"{"table":{"status":"ACTIVE"}}"#);
const FAILED: (u16, &str) = (200, r#"{"table":{"status":"FAILED"}}"#);

async fn table_exists(
    answers: Answers,
) -> (Result<(), WaitUntilTableExistsError>, usize, Duration) {
    let start = Instant::now();
    let (client, asked) = client(answers);
    let result = client.wait_until_table_exists().name("t").wait(Duration::from_secs(300)).await;
    (result.map(drop), asked.load(Ordering::Relaxed), start.elapsed())
}

#[tokio::test(start_paused = true)]
async fn the_state_may_be_there_at_once() {
    let (result, asked, waited) = table_exists(&[ACTIVE]).await;
    result.unwrap();
    assert_eq!((asked, waited), (1, Duration::ZERO));
}

#[tokio::test(start_paused = true)]
async fn it_is_asked_again_until_the_state_is_there() {
    let (result, asked, waited) = table_exists(&[NOT_FOUND, CREATING, ACTIVE]).await;
    result.unwrap();
    assert_eq!(asked, 3);
    assert!(waited >= Duration::from_secs(40), "{waited:?}");
}

#[tokio::test(start_paused = true)]
async fn a_state_that_rules_the_other_out_is_an_error() {
    let (result, asked, _) = table_exists(&[CREATING, FAILED]).await;
    let Err(WaiterError::FailureState(failure)) = result else { panic!("{result:?}") };
    let output = failure.final_poll().as_result().unwrap();
    assert_eq!(output.table().unwrap().status().unwrap().as_str(), "FAILED");
    assert_eq!(asked, 2);
}

#[tokio::test(start_paused = true)]
async fn waiting_has_an_end() {
    let (result, asked, waited) = table_exists(&[CREATING]).await;
    let Err(WaiterError::ExceededMaxWait(end)) = result else { panic!("{result:?}") };
    assert_eq!(end.max_wait(), Duration::from_secs(300));
    assert!(asked > 2 && waited <= Duration::from_secs(301), "{asked} {waited:?}");
}

#[tokio::test(start_paused = true)]
async fn an_error_that_no_acceptor_knows_ends_it() {
    let (result, asked, _) = table_exists(&[DENIED]).await;
    let Err(WaiterError::OperationFailed(failure)) = result else { panic!("{result:?}") };
    assert!(format!("{:?}", failure.error()).contains("AccessDenied"));
    assert_eq!(asked, 1);
}

#[tokio::test(start_paused = true)]
async fn a_missing_required_member_is_found_before_anything_is_sent() {
    let (client, asked) = client(&[ACTIVE]);
    let result = client.wait_until_table_exists().wait(Duration::from_secs(300)).await;
    let Err(WaiterError::ConstructionFailure(_)) = result else { panic!("{result:?}") };
    assert_eq!(asked.load(Ordering::Relaxed), 0);
}

#[tokio::test(start_paused = true)]
#[expect(deprecated, reason = "the model deprecates the waiter")]
async fn errors_may_be_what_is_waited_for() {
    let wait = async |answers: Answers| {
        let (client, _) = client(answers);
        client.wait_until_table_not_exists().name("t").wait(Duration::from_secs(60)).await
    };
    assert!(wait(&[ACTIVE, NOT_FOUND]).await.unwrap().as_result().is_err());
    let denied = wait(&[ACTIVE, DENIED]).await;
    let Err(WaiterError::FailureState(_)) = denied else { panic!("{denied:?}") };
}

#[tokio::test(start_paused = true)]
async fn lists_are_asked_for_all_or_for_any() {
    let wait = async |answers: Answers| {
        let (client, asked) = client(answers);
        let result = client.wait_until_tasks_running().wait(Duration::from_secs(60)).await;
        (result, asked.load(Ordering::Relaxed))
    };
    let (result, asked) = wait(&[
        (200, "{}"),
        (200, r#"{"tasks":[]}"#),
        (200, r#"{"tasks":[{"lastStatus":"RUNNING"},{"lastStatus":"PENDING"}]}"#),
        (500, r#"{"__type":"Internal"}"#),
        (200, r#"{"tasks":[{"lastStatus":"RUNNING"},{"lastStatus":"RUNNING"}]}"#),
    ])
    .await;
    result.unwrap();
    assert_eq!(asked, 5);
    let (result, asked) = wait(&[(200, r#"{"tasks":[{"lastStatus":"RUNNING"},{"lastStatus":"STOPPED"}]}"#)]).await;
    assert!(matches!(result, Err(WaiterError::FailureState(_))), "{result:?}");
    assert_eq!(asked, 1);
}

#[tokio::test(start_paused = true)]
async fn conditions_speak_of_elements() {
    let (client, asked) = client(&[
        (200, r#"{"services":[{"deployments":["a"],"runningCount":1,"desiredCount":2}]}"#),
        (200, r#"{"services":[{"deployments":["a","b"],"runningCount":2,"desiredCount":2}]}"#),
        (200, r#"{}"#),
        (200, r#"{"services":[{"deployments":["a"],"runningCount":2,"desiredCount":2}]}"#),
    ]);
    client.wait_until_services_stable().wait(Duration::from_secs(600)).await.unwrap();
    assert_eq!(asked.load(Ordering::Relaxed), 4);
}

#[tokio::test(start_paused = true)]
async fn input_and_output_are_compared() {
    let answers = &[(200, r#"{"tasks":[{}]}"#), (200, r#"{"tasks":[{},{}]}"#)];
    let (client, asked) = client(answers);
    client.wait_until_tasks_all_found().ids("1").ids("2").wait(Duration::from_secs(60)).await.unwrap();
    assert_eq!(asked.load(Ordering::Relaxed), 2);
}

/// How often it was asked, and whether the last answer was the wanted one.
async fn tasks_marked(answers: Answers) -> (usize, bool) {
    let (client, asked) = client(answers);
    let result = client.wait_until_tasks_marked().wait(Duration::from_secs(600)).await;
    (asked.load(Ordering::Relaxed), result.is_ok())
}

#[tokio::test(start_paused = true)]
async fn what_is_missing_is_neither_true_nor_false() {
    const NOTHING: (u16, &str) = (200, "{}");
    assert_eq!(tasks_marked(&[NOTHING, (200, r#"{"tasks":[]}"#)]).await, (2, false));
}

#[tokio::test(start_paused = true)]
async fn conditions_stand_behind_dots_and_pipes() {
    const OTHER: (u16, &str) = (200, r#"{"tasks":[{"lastStatus":"IDLE","tags":["x"]}]}"#);
    assert_eq!(tasks_marked(&[OTHER, (200, r#"{"tasks":[{"tags":["x"]},{"tags":["done"]}]}"#)]).await, (2, true));
    assert_eq!(tasks_marked(&[OTHER, (200, r#"{"tasks":[{"lastStatus":"PENDING"}]}"#)]).await, (2, true));
}

#[tokio::test(start_paused = true)]
async fn a_list_of_values_is_missing_where_one_is() {
    const INCOMPLETE: (u16, &str) = (200, r#"{"tasks":[{"tags":["LOST"]}]}"#);
    const COMPLETE: (u16, &str) = (200, r#"{"tasks":[{"lastStatus":"IDLE","tags":["LOST"]}]}"#);
    assert_eq!(tasks_marked(&[INCOMPLETE, COMPLETE]).await, (2, false));
}

#[tokio::test(start_paused = true)]
async fn a_list_that_is_taken_apart_passes_over_what_is_missing() {
    const FEWER: (u16, &str) = (200, r#"{"tasks":[{"tags":["1","2"]}]}"#);
    assert_eq!(tasks_marked(&[FEWER, (200, r#"{"tasks":[{},{"tags":["1","2","3"]}]}"#)]).await, (2, false));
    assert_eq!(tasks_marked(&[FEWER, (200, r#"{"failures":[{"reason":"BROKEN"}]}"#)]).await, (2, false));
}

/// The texts of an error and its sources.
fn texts(error: &dyn std::error::Error) -> Vec<String> {
    std::iter::successors(Some(error), |error| error.source()).map(ToString::to_string).collect()
}

#[tokio::test(start_paused = true)]
async fn sources_of_an_error_do_not_repeat_its_text() {
    let denied = "DescribeTable: AccessDenied: no (HTTP 400)";
    let (result, ..) = table_exists(&[DENIED]).await;
    assert_eq!(texts(&result.unwrap_err()), ["operation failed while waiting", "service error", denied]);

    let (result, ..) = table_exists(&[FAILED]).await;
    assert_eq!(texts(&result.unwrap_err()), ["waiting failed"]);

    let (client, _) = client(&[ACTIVE]);
    let error = client.wait_until_table_exists().wait(Duration::from_secs(1)).await.unwrap_err();
    let missing = "invalid field in input: name (details: DescribeTable requires it)";
    assert_eq!(texts(&error), ["failed to construct waiter", missing]);
}

#[tokio::test(start_paused = true)]
async fn error_of_the_crate_has_the_whole_text_of_a_waiters_error() {
    let (result, ..) = table_exists(&[DENIED]).await;
    let error = Error::from(result.unwrap_err());
    let text = "operation failed while waiting: service error: DescribeTable: AccessDenied: no (HTTP 400)";
    assert_eq!(texts(&error), [text]);
}

#[tokio::test(start_paused = true)]
async fn status_of_an_error_is_a_state() {
    for (status, is_gone) in [(404, true), (403, false), (500, false)] {
        let answers: Answers = Box::leak(Box::new([(200, "{}"), (status, r#"{"__type":"Any"}"#)]));
        let (client, asked) = client(answers);
        let result = client.wait_until_job_gone().wait(Duration::from_secs(300)).await;
        assert_eq!((result.is_ok(), asked.load(Ordering::Relaxed)), (is_gone, 2), "{status}");
    }
}

#[tokio::test(start_paused = true)]
async fn values_of_a_map_are_looked_at() {
    let (client, asked) = client(&[
        (200, "{}"),
        (200, r#"{"steps":{}}"#),
        (200, r#"{"steps":{"a":{"state":"done"},"b":{"state":"open"}}}"#),
        (200, r#"{"steps":{"a":{"state":"done"},"b":{"state":"done"},"c":{}}}"#),
    ]);
    client.wait_until_job_stepped().wait(Duration::from_secs(300)).await.unwrap();
    assert_eq!(asked.load(Ordering::Relaxed), 4);
}
