//! Answers that come in pages: by the paginators of a service that has them, and by hand.

use aws_sdk_resourcegroupstagging as tagging;
use mock_server::{Answer, Server};
use tagging::operation::get_resources::paginator::GetResourcesPaginator;

use crate::{
    notes::Notes,
    stage::{answer, client as direct_connect, credentials, failure, plain_http, retries},
};

fn paginator(server: &Server) -> GetResourcesPaginator {
    let config = tagging::Config::builder()
        .behavior_version(tagging::config::BehaviorVersion::latest())
        .region(tagging::config::Region::new("us-east-1"))
        .credentials_provider(credentials())
        .http_client(plain_http())
        .retry_config(retries(1))
        .time_source(aws_smithy_async::time::StaticTimeSource::new(std::time::UNIX_EPOCH))
        .endpoint_url(server.url())
        .build();
    let call = tagging::Client::from_conf(config).get_resources().resource_type_filters("directconnect");
    call.into_paginator()
}

fn page(arn: &str, next: &str) -> Answer {
    let body =
        format!(r#"{{"ResourceTagMappingList":[{{"ResourceARN":"{arn}"}}],"PaginationToken":"{next}"}}"#);
    answer(200, &body)
}

/// Reads up to five pages, which is more than there are; an error counts as one.
async fn read(server: &Server, paginator: GetResourcesPaginator) -> Notes {
    let mut notes = Notes::of(server);
    let mut pages = paginator.send();
    let mut count = 0;
    while count < 5
        && let Some(page) = pages.next().await
    {
        notes.outcome("page", &page);
        count += 1;
    }
    notes.say("pages", count);
    notes.requests(server);
    notes
}

pub(crate) async fn all() -> Notes {
    let server = Server::start([page("a", "one"), page("b", "two"), answer(200, "{}")]);
    read(&server, paginator(&server)).await
}

pub(crate) async fn items() -> Notes {
    let server =
        Server::start([page("a", "one"), answer(200, r#"{"PaginationToken":"two"}"#), page("b", "")]);
    let mut notes = Notes::of(&server);
    let items = paginator(&server).items().send().collect::<Result<Vec<_>, _>>().await;
    notes.outcome("items", &items);
    notes.debug("requests", server.requests().len());
    notes
}

pub(crate) async fn page_size() -> Notes {
    let server = Server::start([page("a", "one"), page("b", "")]);
    read(&server, paginator(&server).page_size(1)).await
}

pub(crate) async fn same_token() -> Notes {
    let server = Server::start([page("a", "one"), page("b", "one"), page("c", "one")]);
    read(&server, paginator(&server)).await
}

pub(crate) async fn same_token_wanted() -> Notes {
    let server = Server::start([page("a", "one"), page("b", "one"), page("c", "")]);
    read(&server, paginator(&server).stop_on_duplicate_token(false)).await
}

pub(crate) async fn failure_later() -> Notes {
    let server = Server::start([page("a", "one"), failure(400, "PaginationTokenExpiredException")]);
    read(&server, paginator(&server)).await
}

/// Direct Connect declares no paginators: its users follow the tokens themselves.
pub(crate) async fn by_hand() -> Notes {
    let gateways = |id: &str, next: &str| {
        let gateway = format!(r#"{{"directConnectGatewayId":"{id}","amazonSideAsn":64512}}"#);
        answer(200, &format!(r#"{{"directConnectGateways":[{gateway}],"nextToken":{next}}}"#))
    };
    let server = Server::start([gateways("a", r#""one""#), gateways("b", "null")]);
    let mut notes = Notes::of(&server);
    let (client, mut token) = (direct_connect(&server), None);
    loop {
        let call = client.describe_direct_connect_gateways().max_results(1).set_next_token(token);
        let outcome = call.send().await;
        notes.outcome("page", &outcome);
        token = outcome.ok().and_then(|page| page.next_token);
        if token.is_none() {
            break;
        }
    }
    notes.requests(&server);
    notes
}
