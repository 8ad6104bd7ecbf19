//! AWS Query: requests and outputs of STS and SNS.

use aws_sdk_sns as sns;
use aws_sdk_sts as sts;
use mock_server::Server;
use sns::{primitives::Blob, types::MessageAttributeValue};
use sts::types::{PolicyDescriptorType, Tag};

use crate::{
    record::Record,
    setup::{client_of, xml},
};

const POLICY: &str = r#"{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"*"}]}"#;

/// The result of an operation, as the service wraps it.
fn result(operation: &str, xmlns: &str, content: &str) -> String {
    format!(
        "<{operation}Response xmlns=\"{xmlns}\"><{operation}Result>{content}</{operation}Result>\
         <ResponseMetadata><RequestId>c0ffee</RequestId></ResponseMetadata></{operation}Response>"
    )
}

fn error(xmlns: &str, code: &str) -> String {
    format!(
        "<ErrorResponse xmlns=\"{xmlns}\"><Error><Type>Sender</Type><Code>{code}</Code><Message>a message</Message>\
         </Error><RequestId>c0ffee</RequestId></ErrorResponse>"
    )
}

const STS: &str = "https://sts.amazonaws.com/doc/2011-06-15/";
const SNS: &str = "http://sns.amazonaws.com/doc/2010-03-31/";

pub(crate) async fn identity() -> Record {
    let content =
        "<Arn>arn:aws:iam::123456789012:user/a</Arn><UserId>AIDA</UserId><Account>123456789012</Account>";
    let server = Server::start([xml(200, &result("GetCallerIdentity", STS, content))]);
    let mut record = Record::of(&server);
    record.outcome("outcome", &client_of!(sts, server).get_caller_identity().send().await);
    record.requests(&server);
    record
}

/// Assumes a role with lists of structures.
async fn assume(status: u16, body: &str) -> Record {
    let server = Server::start([xml(status, body)]);
    let mut record = Record::of(&server);
    let tag = |key: &str| Tag::builder().key(key).value("a & b = c").build().expect("nothing is missing");
    let call = client_of!(sts, server).assume_role().role_arn("arn:aws:iam::123456789012:role/a");
    let call = call.role_session_name("session").policy(POLICY).duration_seconds(900);
    let call = call.policy_arns(PolicyDescriptorType::builder().arn("arn:aws:iam::aws:policy/b").build());
    let outcome =
        call.tags(tag("one")).tags(tag("two")).set_transitive_tag_keys(Some(Vec::new())).send().await;
    if let Ok(output) = &outcome {
        record.debug("user", output.assumed_role_user());
        record.debug("expiration", output.credentials().map(|credentials| *credentials.expiration()));
    } else {
        record.outcome("outcome", &outcome);
    }
    record.requests(&server);
    record
}

pub(crate) async fn assumed_role() -> Record {
    let content = "<Credentials><AccessKeyId>ASIA</AccessKeyId><SecretAccessKey>secret</SecretAccessKey>\
        <SessionToken>token</SessionToken><Expiration>2026-11-26T12:00:00Z</Expiration></Credentials>\
        <AssumedRoleUser><AssumedRoleId>AROA:session</AssumedRoleId><Arn>arn</Arn></AssumedRoleUser>\
        <PackedPolicySize>6</PackedPolicySize>";
    assume(200, &result("AssumeRole", STS, content)).await
}

pub(crate) async fn malformed_policy() -> Record {
    assume(400, &error(STS, "MalformedPolicyDocument")).await
}

pub(crate) async fn published() -> Record {
    let server = Server::start([xml(200, &result("Publish", SNS, "<MessageId>an id</MessageId>"))]);
    let mut record = Record::of(&server);
    let value = MessageAttributeValue::builder().data_type("Binary").binary_value(Blob::new([0, 255, 62]));
    let call = client_of!(sns, server).publish().topic_arn("arn:aws:sns:us-east-1:123456789012:a");
    let call = call
        .message("<ünïcode> & more\n")
        .subject("")
        .message_attributes("name", value.build().expect("it has a type"));
    record.outcome("outcome", &call.send().await);
    record.requests(&server);
    record
}

pub(crate) async fn topics() -> Record {
    let page = |content: &str| xml(200, &result("ListTopics", SNS, content));
    let topic = |arn: &str| format!("<member><TopicArn>{arn}</TopicArn></member>");
    let server = Server::start([
        page(&format!("<Topics>{}{}</Topics><NextToken>a/b+c=</NextToken>", topic("one"), topic("two"))),
        page(&format!("<Topics>{}</Topics>", topic("three"))),
    ]);
    let mut record = Record::of(&server);
    let topics = client_of!(sns, server).list_topics().into_paginator().items().send();
    record.outcome("topics", &topics.collect::<Result<Vec<_>, _>>().await);
    record.requests(&server);
    record
}

pub(crate) async fn missing_topic() -> Record {
    let server = Server::start([xml(404, &error(SNS, "NotFound"))]);
    let mut record = Record::of(&server);
    let outcome = client_of!(sns, server).get_topic_attributes().topic_arn("arn").send().await;
    record.outcome("outcome", &outcome);
    let error = outcome.map_err(|error| error.into_service_error());
    record.debug("is not found", error.is_err_and(|error| error.is_not_found_exception()));
    record.requests(&server);
    record
}
