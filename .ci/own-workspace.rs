//! Program of `.ci/own-workspace`: calls two services.

use std::process::ExitCode;

use aws_config::BehaviorVersion;
use directconnect::config::http::default_https_client;
use directconnect::types::ConnectionState;

#[tokio::main(flavor = "current_thread")]
async fn main() -> ExitCode {
    match run().await {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            let error: &dyn std::error::Error = &*error;
            std::iter::successors(Some(error), |error| error.source()).for_each(|error| eprintln!("{error}"));
            ExitCode::FAILURE
        }
    }
}

async fn run() -> Result<(), Box<dyn std::error::Error>> {
    let config =
        aws_config::defaults(BehaviorVersion::latest()).http_client(default_https_client()).load().await;
    connections(&directconnect::Client::new(&config)).await?;
    messages(&sqs::Client::new(&config)).await
}

async fn connections(client: &directconnect::Client) -> Result<(), Box<dyn std::error::Error>> {
    let connection =
        client.create_connection().location("EqDC2").bandwidth("1Gbps").connection_name("one").send().await?;
    let id = connection.connection_id().ok_or("the connection has no id")?;
    let listed = client.describe_connections().connection_id(id).send().await?;
    let [one] = listed.connections() else { return Err("the connection is not listed".into()) };
    println!("connection {id} is {:?}", one.connection_state());
    let deleted = client.delete_connection().connection_id(id).send().await?;
    if deleted.connection_state() != Some(&ConnectionState::Deleted) {
        return Err(format!("the connection is {:?}", deleted.connection_state()).into());
    }
    Ok(())
}

async fn messages(client: &sqs::Client) -> Result<(), Box<dyn std::error::Error>> {
    let queue = client.create_queue().queue_name("orders").send().await?;
    let url = queue.queue_url().ok_or("the queue has no URL")?;
    client.send_message().queue_url(url).message_body("two lines").send().await?;
    let received = client.receive_message().queue_url(url).send().await?;
    let [message] = received.messages() else { return Err("the message has not arrived".into()) };
    println!("received {:?}", message.body());
    if message.body() == Some("two lines") { Ok(()) } else { Err("the message is another one".into()) }
}
