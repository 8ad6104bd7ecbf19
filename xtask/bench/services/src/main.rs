//! CPU time of calls and long responses of REST and query services, as JSON.

use aws_credential_types::Credentials;
use aws_smithy_runtime_api::client::http::SharedHttpClient;
use aws_types::region::Region;
use bench::{Failure, http_client_for, on_one_thread};
use serde_json::{Value, json};

mod body;
mod measure;

use body::ITEMS;
use measure::{LONG, SHORT, alone, compare};

/// Returns a client of a crate. Other settings are the defaults of the latest behavior version.
macro_rules! client {
    ($sdk:ident, $http:expr) => {
        $sdk::Client::from_conf(
            $sdk::Config::builder()
                .behavior_version_latest()
                .region(Region::from_static("eu-central-1"))
                .credentials_provider(Credentials::new("AKIAIOSFODNN7EXAMPLE", "secret", None, None, "bench"))
                .http_client($http)
                .build(),
        )
    };
}

/// A call that checks the number of items in its response.
macro_rules! call {
    ($client:ident, |$call:ident| $request:expr, |$output:ident| $count:expr, $expected:expr) => {
        async || {
            let $call = &$client;
            let $output = $request.send().await?;
            expect($count, $expected)
        }
    };
}

fn expect(found: usize, expected: usize) -> Result<(), Failure> {
    if found == expected { Ok(()) } else { Err(format!("{found} items were read").into()) }
}

fn main() -> Result<(), Failure> {
    on_one_thread(async {
        let figures = json!({
            "objects": objects().await?,
            "roles": roles().await?,
            "instances": instances().await?,
            "function": function().await?,
            "message": message().await?,
        });
        println!("{figures:#}");
        Ok(())
    })
}

fn xml(body: String) -> SharedHttpClient {
    http_client_for(body.into(), &[("content-type", "text/xml")])
}

async fn objects() -> Result<Value, Failure> {
    let http = xml(body::objects());
    let (official, ours) = (client!(aws_sdk_s3, http.clone()), client!(s3, http));
    compare(
        LONG,
        call!(
            official,
            |client| client.list_objects_v2().bucket("images"),
            |page| page.contents().len(),
            ITEMS
        ),
        call!(ours, |client| client.list_objects_v2().bucket("images"), |page| page.contents().len(), ITEMS),
    )
    .await
}

async fn roles() -> Result<Value, Failure> {
    let http = xml(body::roles());
    let (official, ours) = (client!(aws_sdk_iam, http.clone()), client!(iam, http));
    compare(
        LONG,
        call!(official, |client| client.list_roles(), |page| page.roles().len(), ITEMS),
        call!(ours, |client| client.list_roles(), |page| page.roles().len(), ITEMS),
    )
    .await
}

async fn instances() -> Result<Value, Failure> {
    let ours = client!(ec2, xml(body::instances()));
    alone(LONG, call!(ours, |client| client.describe_instances(), |page| page.reservations().len(), ITEMS))
        .await
}

async fn function() -> Result<Value, Failure> {
    let http = http_client_for(body::FUNCTION.into(), &[("content-type", "application/json")]);
    let (official, ours) = (client!(aws_sdk_lambda, http.clone()), client!(lambda, http));
    compare(
        SHORT,
        call!(
            official,
            |client| client.get_function_configuration().function_name("resize").qualifier("1"),
            |function| function.architectures().len(),
            1
        ),
        call!(
            ours,
            |client| client.get_function_configuration().function_name("resize").qualifier("1"),
            |function| function.architectures().len(),
            1
        ),
    )
    .await
}

async fn message() -> Result<Value, Failure> {
    let http = xml(body::PUBLISHED.to_owned());
    let (official, ours) = (client!(aws_sdk_sns, http.clone()), client!(sns, http));
    compare(
        SHORT,
        call!(
            official,
            |client| client
                .publish()
                .topic_arn("arn:aws:sns:eu-central-1:123456789012:a")
                .message("a message"),
            |output| usize::from(output.message_id().is_some()),
            1
        ),
        call!(
            ours,
            |client| client
                .publish()
                .topic_arn("arn:aws:sns:eu-central-1:123456789012:a")
                .message("a message"),
            |output| usize::from(output.message_id().is_some()),
            1
        ),
    )
    .await
}
