//! Calls five operations of S3. It compiles with the official crate and with ours.

use std::env::var;

use sdk::Client;
use sdk::config::{BehaviorVersion, Config, Credentials, Region};
use sdk::primitives::ByteStream;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let credentials =
        Credentials::new(var("AWS_ACCESS_KEY_ID")?, var("AWS_SECRET_ACCESS_KEY")?, None, None, "environment");
    let config = Config::builder()
        .behavior_version(BehaviorVersion::latest())
        .region(Region::new(var("AWS_REGION")?))
        .credentials_provider(credentials);
    let calls = call(Client::from_conf(config.build()), var("BUCKET")?);
    tokio::runtime::Builder::new_current_thread().enable_all().build()?.block_on(calls)
}

async fn call(client: Client, bucket: String) -> Result<(), Box<dyn std::error::Error>> {
    let body = ByteStream::from_static(b"content");
    client.put_object().bucket(&bucket).key("key").body(body).send().await?;
    let head = client.head_object().bucket(&bucket).key("key").send().await?;
    println!("{:?}", head.content_length());
    let object = client.get_object().bucket(&bucket).key("key").send().await?;
    println!("{:?}", object.body.collect().await?.into_bytes());
    let page = client.list_objects_v2().bucket(&bucket).send().await?;
    println!("{:?}", page.contents());
    client.delete_object().bucket(&bucket).key("key").send().await?;
    Ok(())
}
