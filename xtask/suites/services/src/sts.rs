//! STS: awsQuery. It has neither lists nor deletions.

use crate::check::{Outcome, client, equal, report};
use crate::iam::ROLE;

pub(crate) async fn run(endpoint: &str) -> Outcome {
    let client = client!(sts, endpoint);
    let identity = client.get_caller_identity().send().await?;
    equal("account", identity.account(), Some("123456789012"))?;
    let arn = format!("arn:aws:iam::123456789012:role/{ROLE}");
    let assumed = client.assume_role().role_arn(arn).role_session_name("session").send().await?;
    let credentials = assumed.credentials().ok_or("there are no credentials")?;
    equal("expiration", credentials.expiration().secs() > 0, true)?;
    report("sts", format_args!("{credentials:?}"));
    Ok(())
}
