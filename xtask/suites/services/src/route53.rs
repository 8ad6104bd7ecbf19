//! Route 53: restXml, with several tokens.

use route53::Client;
use route53::types::{Change, ChangeAction, ChangeBatch, ResourceRecord, ResourceRecordSet, RrType};

use crate::check::{Outcome, client, equal, failed, report};

const ZONES: [&str; 3] = ["one.example.", "three.example.", "two.example."];

pub(crate) async fn run(endpoint: &str) -> Outcome {
    let client = client!(route53, endpoint);
    let mut ids = Vec::new();
    for name in ZONES {
        let zone = client.create_hosted_zone().name(name).caller_reference(name).send().await?;
        ids.push(zone.hosted_zone.ok_or("there is no zone")?.id);
    }
    let pages = client.list_hosted_zones().into_paginator().send();
    let pages = pages.collect::<Result<Vec<_>, _>>().await?;
    let mut names: Vec<_> =
        pages.iter().flat_map(|page| page.hosted_zones()).map(|zone| zone.name()).collect();
    names.sort_unstable();
    equal("zones", names, ZONES.to_vec())?;
    records(&client, &ids[0]).await?;
    for id in &ids[1..] {
        client.delete_hosted_zone().id(id).send().await?;
    }
    let missing = client.get_hosted_zone().id(&ids[1]).send().await;
    let error = failed("missing zone", missing, |error| error.into_service_error())?;
    equal("missing zone", error.is_no_such_hosted_zone(), true)?;
    report("route53", error);
    Ok(())
}

async fn records(client: &Client, zone: &str) -> Outcome {
    for address in ["10.0.0.1", "10.0.0.2"] {
        let value = ResourceRecord::builder().value(address).build()?;
        let name = format!("{}.one.example.", address.replace('.', "-"));
        let set = ResourceRecordSet::builder().name(name).r#type(RrType::A).ttl(60).resource_records(value);
        let change =
            Change::builder().action(ChangeAction::Create).resource_record_set(set.build()?).build()?;
        let batch = ChangeBatch::builder().changes(change).build()?;
        client.change_resource_record_sets().hosted_zone_id(zone).change_batch(batch).send().await?;
    }
    let pages = client.list_resource_record_sets().hosted_zone_id(zone).into_paginator().items().send();
    let sets = pages.collect::<Result<Vec<_>, _>>().await?;
    let addresses: Vec<_> =
        sets.iter().filter(|set| *set.r#type() == RrType::A).map(|set| set.name()).collect();
    equal("records", addresses, vec!["10-0-0-1.one.example.", "10-0-0-2.one.example."])
}
