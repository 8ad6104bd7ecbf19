//! IAM: awsQuery.

use std::time::Duration;

use iam::client::Waiters as _;
use iam::error::ProvideErrorMetadata as _;
use iam::types::Tag;

use crate::check::{Outcome, client, equal, failed, report};

/// The role that functions of Lambda get.
pub(crate) const ROLE: &str = "first";
const ROLES: [&str; 3] = [ROLE, "second", "third"];
const POLICY: &str = r#"{"Version":"2012-10-17","Statement":[]}"#;

pub(crate) async fn run(endpoint: &str) -> Outcome {
    let client = client!(iam, endpoint);
    for name in ROLES {
        let tag = Tag::builder().key("team").value("a & b").build()?;
        let role = client.create_role().role_name(name).assume_role_policy_document(POLICY).tags(tag);
        role.send().await?;
    }
    client.wait_until_role_exists().role_name(ROLE).wait(Duration::from_mins(1)).await?;
    let pages = client.list_roles().into_paginator().page_size(2).send();
    let pages = pages.collect::<Result<Vec<_>, _>>().await?;
    equal("roles of the pages", pages.iter().map(|page| page.roles().len()).collect(), vec![2, 1])?;
    let role = client.get_role().role_name(ROLE).send().await?.role.ok_or("there is no role")?;
    equal("name", role.role_name(), ROLE)?;
    equal("tags", role.tags().iter().map(Tag::value).collect(), vec!["a & b"])?;
    client.delete_role().role_name(ROLES[2]).send().await?;
    let missing = client.get_role().role_name(ROLES[2]).send().await;
    let error = failed("missing role", missing, |error| error.into_service_error())?;
    equal("missing role", error.is_no_such_entity_exception(), true)?;
    equal("code", error.code(), Some("NoSuchEntity"))?;
    report("iam", error);
    Ok(())
}
