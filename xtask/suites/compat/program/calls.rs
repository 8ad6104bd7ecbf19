//! Successful calls: requests and outputs.

use aws_sdk_directconnect::{
    operation::{RequestId, describe_locations::DescribeLocationsOutput},
    primitives::DateTime,
    types::{AddressFamily, Location, NewPrivateVirtualInterface, RouteFilterPrefix, Tag},
};
use mock_server::Server;

use crate::{
    record::Record,
    setup::{client, delete, response},
};

const FULL: &str = r#"{
    "ownerAccount": "123456789012",
    "connectionId": "dxcon-ab12cd34",
    "connectionName": "a \"name\" of ünïcode \u00e9",
    "connectionState": "deleted",
    "region": "us-east-1",
    "location": "EqDC2",
    "bandwidth": "10Gbps",
    "vlan": 101,
    "loaIssueTime": 1763844604.25,
    "jumboFrameCapable": true,
    "hasLogicalRedundancy": "unknown",
    "tags": [{ "key": "team", "value": "network" }, { "key": "empty" }],
    "macSecKeys": [{ "ckn": "0123", "startOn": "2026-11-22" }],
    "rateLimiterStatus": { "bandwidthBps": 5 }
}"#;

/// Deletes the connection, and records request and output.
async fn deletion(body: &str) -> Record {
    let server = Server::start([response(200, body)]);
    let mut record = Record::of(&server);
    let outcome = delete(&client(&server)).await;
    record.outcome("outcome", &outcome);
    if let Ok(output) = outcome {
        record.debug("request id", output.request_id());
        record.debug("id", output.connection_id());
        record.debug("state", output.connection_state());
        record.debug("time", output.loa_issue_time().map(DateTime::as_nanos));
        record.debug("vlan", output.vlan());
        record.debug("tags", output.tags());
    }
    record.requests(&server);
    record
}

pub(crate) async fn full_response() -> Record {
    deletion(FULL).await
}

pub(crate) async fn empty_response() -> Record {
    deletion("{}").await
}

pub(crate) async fn unusual_values() -> Record {
    deletion(r#"{"connectionState":"quiescing","tags":[],"macSecKeys":null,"newer":{"than":["this"]},"vlan":null}"#)
        .await
}

pub(crate) async fn nested_input() -> Record {
    let body = r#"{"virtualInterfaceId":"dxvif-1","asn":65000,"bgpPeers":[{"asn":65000,"bgpStatus":"up"}],
        "routeFilterPrefixes":[{"cidr":"10.0.0.0/8"}],"authKey":"a secret"}"#;
    let server = Server::start([response(200, body)]);
    let mut record = Record::of(&server);
    let interface = NewPrivateVirtualInterface::builder()
        .virtual_interface_name("name")
        .vlan(101)
        .asn(65000)
        .mtu(9001)
        .auth_key("a secret")
        .address_family(AddressFamily::IPv6)
        .enable_site_link(false)
        .tags(Tag::builder().key("team").value("network").build().expect("a key is set"))
        .build()
        .expect("nothing is missing");
    let call = client(&server).create_private_virtual_interface().connection_id("dxcon-1");
    let call = call.new_private_virtual_interface(interface);
    record.debug("input", call.as_input());
    record.outcome("outcome", &call.send().await);
    record.requests(&server);
    record
}

pub(crate) async fn lists() -> Record {
    let body = r#"{"virtualInterfaceId":"dxvif-1","routeFilterPrefixes":[]}"#;
    let server = Server::start([response(200, body)]);
    let mut record = Record::of(&server);
    let prefix = |cidr: &str| RouteFilterPrefix::builder().cidr(cidr).build();
    let tags = vec![Tag::builder().key("team").build().expect("a key is set")];
    let call = client(&server).tag_resource().resource_arn("arn").set_tags(Some(tags));
    record.debug("tags", call.get_tags());
    record.outcome("tagged", &call.send().await);
    let interface = aws_sdk_directconnect::types::NewPublicVirtualInterface::builder()
        .virtual_interface_name("name")
        .vlan(1)
        .route_filter_prefixes(prefix("10.0.0.0/8"))
        .route_filter_prefixes(prefix("fd00::/8"))
        .build()
        .expect("nothing is missing");
    record.debug("interface", interface);
    record.requests(&server);
    record
}

pub(crate) async fn tags() -> Record {
    let body = r#"{"resourceTags":[{"resourceArn":"arn","tags":[{"key":"a","value":"1"}]},{}]}"#;
    let server = Server::start([response(200, body)]);
    let mut record = Record::of(&server);
    let call = client(&server).describe_tags().resource_arns("one").resource_arns("two");
    record.outcome("outcome", &call.send().await);
    record.requests(&server);
    record
}

pub(crate) async fn without_input() -> Record {
    locations(r#"["1G","10G"]"#).await
}

pub(crate) async fn nulls_in_lists() -> Record {
    locations(r#"["1G",null,"10G"]"#).await
}

/// Lists the locations; the response has one with these port speeds.
async fn locations(speeds: &str) -> Record {
    let body = format!(r#"{{"locations":[{{"locationCode":"EqDC2","availablePortSpeeds":{speeds}}}]}}"#);
    let server = Server::start([response(200, &body)]);
    let mut record = Record::of(&server);
    let outcome = client(&server).describe_locations().send().await;
    record.outcome("outcome", &outcome);
    let locations = outcome.as_ref().ok().map(DescribeLocationsOutput::locations);
    let first = locations.and_then(|locations| locations.first());
    record.debug("speeds", first.map(Location::available_port_speeds));
    record.requests(&server);
    record
}
