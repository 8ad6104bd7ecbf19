//! EC2: ec2Query.

use ec2::error::ProvideErrorMetadata as _;
use ec2::types::{Filter, ResourceType, Tag, TagSpecification};

use crate::check::{Outcome, client, equal, failed, report};

const BLOCKS: [&str; 3] = ["10.1.0.0/16", "10.2.0.0/16", "10.3.0.0/16"];

pub(crate) async fn run(endpoint: &str) -> Outcome {
    let client = client!(ec2, endpoint);
    let mut ids = Vec::new();
    for block in BLOCKS {
        let tag = Tag::builder().key("made").value("here").build();
        let tags = TagSpecification::builder().resource_type(ResourceType::Vpc).tags(tag).build();
        let vpc = client.create_vpc().cidr_block(block).tag_specifications(tags).send().await?;
        ids.push(vpc.vpc.and_then(|vpc| vpc.vpc_id).ok_or("a network has no id")?);
    }
    let filter = Filter::builder().name("tag:made").values("here").build();
    let listed = client.describe_vpcs().filters(filter).into_paginator().page_size(5).items().send();
    let listed = listed.collect::<Result<Vec<_>, _>>().await?;
    let mut blocks: Vec<_> = listed.iter().filter_map(|vpc| vpc.cidr_block()).collect();
    blocks.sort_unstable();
    equal("networks", blocks, BLOCKS.to_vec())?;
    for id in &ids {
        client.delete_vpc().vpc_id(id).send().await?;
    }
    let missing = client.delete_vpc().vpc_id(&ids[0]).send().await;
    let error = failed("missing network", missing, |error| error.into_service_error())?;
    equal("code", error.code(), Some("InvalidVpcID.NotFound"))?;
    report("ec2", error);
    Ok(())
}
