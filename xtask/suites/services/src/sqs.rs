//! SQS: awsJson1_0, with the error codes of its former protocol.

use sqs::Client;
use sqs::error::ProvideErrorMetadata as _;
use sqs::types::QueueAttributeName;

use crate::check::{Outcome, client, equal, failed, report};

pub(crate) async fn run(endpoint: &str) -> Outcome {
    let client = client!(sqs, endpoint);
    let mut urls = Vec::new();
    for name in ["one", "two", "three"] {
        let queue = client.create_queue().queue_name(name);
        let queue = queue.attributes(QueueAttributeName::VisibilityTimeout, "30").send().await?;
        urls.push(queue.queue_url.ok_or("a queue has no URL")?);
    }
    let listed = client.list_queues().into_paginator().page_size(2).items().send();
    let mut listed = listed.collect::<Result<Vec<_>, _>>().await?;
    listed.sort();
    urls.sort();
    equal("queues", &listed, &urls)?;
    message(&client, &urls[0]).await?;
    for url in &urls {
        client.delete_queue().queue_url(url).send().await?;
    }
    let missing = client.get_queue_url().queue_name("one").send().await;
    let error = failed("missing queue", missing, |error| error.into_service_error())?;
    equal("missing queue", error.is_queue_does_not_exist(), true)?;
    equal("code", error.code(), Some("AWS.SimpleQueueService.NonExistentQueue"))?;
    report("sqs", error);
    Ok(())
}

async fn message(client: &Client, url: &str) -> Outcome {
    client.send_message().queue_url(url).message_body("<a> & \"b\"").send().await?;
    let received = client.receive_message().queue_url(url).send().await?;
    let bodies: Vec<_> = received.messages().iter().map(|message| message.body()).collect();
    equal("bodies", bodies, vec![Some("<a> & \"b\"")])
}
