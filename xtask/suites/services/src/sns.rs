//! SNS: awsQuery, with maps.

use sns::error::ProvideErrorMetadata as _;

use crate::check::{Outcome, client, equal, failed, report};

/// One more than the mock returns in a page.
const TOPICS: usize = 101;

pub(crate) async fn run(endpoint: &str) -> Outcome {
    let client = client!(sns, endpoint);
    for number in 0..TOPICS {
        let topic = client.create_topic().name(format!("topic-{number}"));
        topic.attributes("DisplayName", format!("topic {number}")).send().await?;
    }
    let pages = client.list_topics().into_paginator().send();
    let pages = pages.collect::<Result<Vec<_>, _>>().await?;
    equal(
        "topics of the pages",
        pages.iter().map(|page| page.topics().len()).collect(),
        vec![TOPICS - 1, 1],
    )?;
    let arn = pages[1].topics()[0].topic_arn().ok_or("a topic has no ARN")?;
    let attributes = client.get_topic_attributes().topic_arn(arn).send().await?;
    let name = attributes.attributes().and_then(|attributes| attributes.get("DisplayName"));
    equal("name", name.map(String::as_str), Some("topic 100"))?;
    client.delete_topic().topic_arn(arn).send().await?;
    let missing = client.get_topic_attributes().topic_arn(arn).send().await;
    let error = failed("missing topic", missing, |error| error.into_service_error())?;
    equal("missing topic", error.is_not_found_exception(), true)?;
    equal("code", error.code(), Some("NotFound"))?;
    report("sns", error);
    Ok(())
}
