//! Presigned requests with the input in the query string.

use std::time::{Duration, SystemTime};

use golden_presigning_query::config::{BehaviorVersion, Credentials, Region};
use golden_presigning_query::presigning::PresigningConfig;
use golden_presigning_query::types::OutputFormat;
use golden_presigning_query::{Client, Config};

/// The URL is that of the official crate for the same call, credentials and time.
#[tokio::test]
async fn members_are_in_the_query_string() {
    let config = Config::builder()
        .behavior_version(BehaviorVersion::latest())
        .region(Region::new("us-east-1"))
        .credentials_provider(Credentials::new("AKID", "secret", Some("token".to_owned()), None, "test"));
    let call = Client::from_conf(config.build())
        .synthesize_speech()
        .text("a & ä+b/c")
        .lexicon_names("one")
        .lexicon_names("two")
        .output_format(OutputFormat::Mp3)
        .voice_id("Joanna");
    let presigning = PresigningConfig::builder()
        .start_time(SystemTime::UNIX_EPOCH + Duration::from_secs(1_700_000_000))
        .expires_in(Duration::from_secs(900));
    let request = call.presigned(presigning.build().unwrap()).await.unwrap();
    assert_eq!((request.method(), request.headers().count()), ("GET", 0));
    assert_eq!(
        request.uri(),
        "https://polly.us-east-1.amazonaws.com/v1/speech?LexiconNames=one&LexiconNames=two&OutputFormat=mp3&Text=a%20%26%20%C3%A4%2Bb%2Fc&VoiceId=Joanna\
         &X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Credential=AKID%2F20231114%2Fus-east-1%2Fpolly%2Faws4_request&X-Amz-Date=20231114T221320Z&X-Amz-Expires=900&X-Amz-SignedHeaders=host\
         &X-Amz-Signature=7404984f4fe9b64815cd4db7479e7e41f11c5118bbf9b29a789e33a606601a11&X-Amz-Security-Token=token"
    );
}
