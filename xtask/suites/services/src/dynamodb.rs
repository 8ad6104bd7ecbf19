//! `DynamoDB`: awsJson1_0, with maps as tokens.

use std::time::Duration;

use dynamodb::Client;
use dynamodb::client::Waiters as _;
use dynamodb::types::{
    AttributeDefinition, AttributeValue, BillingMode, KeySchemaElement, KeyType, ScalarAttributeType,
};

use crate::check::{Outcome, client, equal, failed, report};

const TABLE: &str = "orders";

pub(crate) async fn run(endpoint: &str) -> Outcome {
    let client = client!(dynamodb, endpoint);
    create(&client).await?;
    for number in 0..5 {
        let item = client.put_item().table_name(TABLE).item("id", string(&number.to_string()));
        item.item("count", AttributeValue::builder().n("1").build()).send().await?;
    }
    let pages = client.scan().table_name(TABLE).limit(2).into_paginator().send();
    let pages = pages.collect::<Result<Vec<_>, _>>().await?;
    equal("items of the pages", pages.iter().map(|page| page.items().len()).collect(), vec![2, 2, 1])?;
    taken_id(&client).await?;
    client.delete_table().table_name(TABLE).send().await?;
    let missing = client.describe_table().table_name(TABLE).send().await;
    let error = failed("missing table", missing, |error| error.into_service_error())?;
    equal("missing table", error.is_resource_not_found_exception(), true)?;
    report("dynamodb", error);
    Ok(())
}

async fn create(client: &Client) -> Outcome {
    let key = KeySchemaElement::builder().attribute_name("id").key_type(KeyType::Hash).build()?;
    let id =
        AttributeDefinition::builder().attribute_name("id").attribute_type(ScalarAttributeType::S).build()?;
    let table = client.create_table().table_name(TABLE).billing_mode(BillingMode::PayPerRequest);
    table.key_schema(key).attribute_definitions(id).send().await?;
    client.wait_until_table_exists().table_name(TABLE).wait(Duration::from_mins(1)).await?;
    Ok(())
}

async fn taken_id(client: &Client) -> Outcome {
    let item = client.put_item().table_name(TABLE).item("id", string("1"));
    let put = item.condition_expression("attribute_not_exists(id)").send().await;
    let error = failed("taken id", put, |error| error.into_service_error())?;
    equal("taken id", error.is_conditional_check_failed_exception(), true)?;
    report("dynamodb", error);
    Ok(())
}

/// A string: botocore's model has a structure instead of a union.
fn string(value: &str) -> AttributeValue {
    AttributeValue::builder().s(value).build()
}
