//! Pagination: by the paginators of a service that declares them, and manually.

use aws_sdk_resourcegroupstagging as tagging;
use mock_server::{Response, Server};
use tagging::operation::get_resources::paginator::GetResourcesPaginator;

use crate::{
    record::Record,
    setup::{client as direct_connect, client_of, failure, response},
};

fn paginator(server: &Server) -> GetResourcesPaginator {
    let call = client_of!(tagging, server).get_resources().resource_type_filters("directconnect");
    call.into_paginator()
}

fn page(arn: &str, next: &str) -> Response {
    let body =
        format!(r#"{{"ResourceTagMappingList":[{{"ResourceARN":"{arn}"}}],"PaginationToken":"{next}"}}"#);
    response(200, &body)
}

/// Reads all pages, at most five. An error counts as a page.
async fn read(server: &Server, paginator: GetResourcesPaginator) -> Record {
    let mut record = Record::of(server);
    let mut pages = paginator.send();
    let mut count = 0;
    while count < 5
        && let Some(page) = pages.next().await
    {
        record.outcome("page", &page);
        count += 1;
    }
    record.display("pages", count);
    record.requests(server);
    record
}

pub(crate) async fn all() -> Record {
    let server = Server::start([page("a", "one"), page("b", "two"), response(200, "{}")]);
    read(&server, paginator(&server)).await
}

pub(crate) async fn items() -> Record {
    let server =
        Server::start([page("a", "one"), response(200, r#"{"PaginationToken":"two"}"#), page("b", "")]);
    let mut record = Record::of(&server);
    let items = paginator(&server).items().send().collect::<Result<Vec<_>, _>>().await;
    record.outcome("items", &items);
    record.debug("requests", server.requests().len());
    record
}

pub(crate) async fn page_size() -> Record {
    let server = Server::start([page("a", "one"), page("b", "")]);
    read(&server, paginator(&server).page_size(1)).await
}

pub(crate) async fn same_token() -> Record {
    let server = Server::start([page("a", "one"), page("b", "one"), page("c", "one")]);
    read(&server, paginator(&server)).await
}

pub(crate) async fn same_token_allowed() -> Record {
    let server = Server::start([page("a", "one"), page("b", "one"), page("c", "")]);
    read(&server, paginator(&server).stop_on_duplicate_token(false)).await
}

pub(crate) async fn failure_later() -> Record {
    let server = Server::start([page("a", "one"), failure(400, "PaginationTokenExpiredException")]);
    read(&server, paginator(&server)).await
}

/// Follows tokens manually: Direct Connect declares no paginators.
pub(crate) async fn manual() -> Record {
    let gateways = |id: &str, next: &str| {
        let gateway = format!(r#"{{"directConnectGatewayId":"{id}","amazonSideAsn":64512}}"#);
        response(200, &format!(r#"{{"directConnectGateways":[{gateway}],"nextToken":{next}}}"#))
    };
    let server = Server::start([gateways("a", r#""one""#), gateways("b", "null")]);
    let mut record = Record::of(&server);
    let (client, mut token) = (direct_connect(&server), None);
    loop {
        let call = client.describe_direct_connect_gateways().max_results(1).set_next_token(token);
        let outcome = call.send().await;
        record.outcome("page", &outcome);
        token = outcome.ok().and_then(|page| page.next_token);
        if token.is_none() {
            break;
        }
    }
    record.requests(&server);
    record
}
