//! Values that are built as a test of a program builds them.

use std::error::Error as StdError;

use aws_sdk_directconnect::{
    Error,
    error::{ErrorMetadata, ProvideErrorMetadata},
    operation::{
        RequestId,
        delete_connection::{DeleteConnectionError, DeleteConnectionInput, DeleteConnectionOutput},
        describe_virtual_interfaces::DescribeVirtualInterfacesOutput,
    },
    primitives::DateTime,
    types::{
        BgpPeer, ConnectionState, MacSecKey, Tag, VirtualInterface,
        error::{DirectConnectClientException, DuplicateTagKeysException},
    },
};

use crate::notes::Notes;

fn metadata() -> ErrorMetadata {
    let request_id = "c0ffee";
    ErrorMetadata::builder().code("A code").message("a text").custom("aws_request_id", request_id).build()
}

pub(crate) async fn outputs() -> Notes {
    let mut notes = Notes::default();
    let builder = DeleteConnectionOutput::builder()
        .connection_id("dxcon-1")
        .connection_state(ConnectionState::from("deleted"))
        .loa_issue_time(DateTime::from_secs(1))
        .vlan(101)
        .tags(Tag::builder().key("team").value("network").build().expect("a key is set"))
        .set_mac_sec_keys(Some(vec![MacSecKey::builder().ckn("0123").build()]));
    notes.debug("builder", &builder);
    notes.debug("id", builder.get_connection_id());
    notes.debug("vlan", builder.get_vlan());
    let output = builder.build();
    notes.debug("output", &output);
    notes.debug("request id", output.request_id());
    notes.debug("equal", output == output.clone());
    let peer = BgpPeer::builder().asn(65000).auth_key("a secret").build();
    let interface = VirtualInterface::builder().virtual_interface_id("dxvif-1").bgp_peers(peer).build();
    let output = DescribeVirtualInterfacesOutput::builder().virtual_interfaces(interface).build();
    notes.debug("nested", &output);
    notes.debug("peers", output.virtual_interfaces()[0].bgp_peers().len());
    notes
}

pub(crate) async fn inputs() -> Notes {
    let mut notes = Notes::default();
    notes.debug("input", DeleteConnectionInput::builder().connection_id("dxcon-1").build());
    notes.debug("empty", DeleteConnectionInput::builder().build());
    notes.debug("tag without a key", Tag::builder().value("v").build());
    if let Err(error) = Tag::builder().build() {
        notes.say("without a key", &error);
    }
    notes
}

pub(crate) async fn exceptions() -> Notes {
    let mut notes = Notes::default();
    let exception = DirectConnectClientException::builder().message("m").meta(metadata()).build();
    notes.say("exception", &exception);
    notes.debug("exception, debug", &exception);
    notes.debug("code", exception.code());
    notes.debug("message", (exception.message(), exception.meta().message()));
    notes.debug("request id", exception.request_id());
    let silent = DuplicateTagKeysException::builder().build();
    notes.say("without a message", &silent);
    notes.debug("without a message, debug", &silent);
    notes
}

pub(crate) async fn operation_errors() -> Notes {
    let mut notes = Notes::default();
    let exception = DirectConnectClientException::builder().message("m").meta(metadata()).build();
    for (what, error) in [
        ("modelled", DeleteConnectionError::DirectConnectClientException(exception)),
        ("generic", DeleteConnectionError::generic(metadata())),
        ("unhandled", DeleteConnectionError::unhandled("a text")),
    ] {
        notes.say(what, &error);
        notes.debug(&format!("{what}, debug"), &error);
        notes.debug(&format!("{what}, code"), (error.code(), error.meta().message()));
        notes.debug(&format!("{what}, request id"), error.request_id());
        notes.debug(&format!("{what}, source"), error.source().map(ToString::to_string));
        let error = Error::from(error);
        notes.say(&format!("{what}, of the crate"), &error);
        notes.debug(&format!("{what}, of the crate, source"), error.source().map(ToString::to_string));
    }
    notes
}
