//! Values from builders, as tests of a program use them.

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

use crate::record::Record;

fn metadata() -> ErrorMetadata {
    let request_id = "c0ffee";
    ErrorMetadata::builder().code("A code").message("a text").custom("aws_request_id", request_id).build()
}

pub(crate) async fn outputs() -> Record {
    let mut record = Record::default();
    let builder = DeleteConnectionOutput::builder()
        .connection_id("dxcon-1")
        .connection_state(ConnectionState::from("deleted"))
        .loa_issue_time(DateTime::from_secs(1))
        .vlan(101)
        .tags(Tag::builder().key("team").value("network").build().expect("a key is set"))
        .set_mac_sec_keys(Some(vec![MacSecKey::builder().ckn("0123").build()]));
    record.debug("builder", &builder);
    record.debug("id", builder.get_connection_id());
    record.debug("vlan", builder.get_vlan());
    let output = builder.build();
    record.debug("output", &output);
    record.debug("request id", output.request_id());
    record.debug("equal", output == output.clone());
    let peer = BgpPeer::builder().asn(65000).auth_key("a secret").build();
    let interface = VirtualInterface::builder().virtual_interface_id("dxvif-1").bgp_peers(peer).build();
    let output = DescribeVirtualInterfacesOutput::builder().virtual_interfaces(interface).build();
    record.debug("nested", &output);
    record.debug("peers", output.virtual_interfaces()[0].bgp_peers().len());
    record
}

pub(crate) async fn inputs() -> Record {
    let mut record = Record::default();
    record.debug("input", DeleteConnectionInput::builder().connection_id("dxcon-1").build());
    record.debug("empty", DeleteConnectionInput::builder().build());
    record.debug("tag without a key", Tag::builder().value("v").build());
    if let Err(error) = Tag::builder().build() {
        record.display("without a key", &error);
    }
    record
}

pub(crate) async fn exceptions() -> Record {
    let mut record = Record::default();
    let exception = DirectConnectClientException::builder().message("m").meta(metadata()).build();
    record.display("exception", &exception);
    record.debug("exception, debug", &exception);
    record.debug("code", exception.code());
    record.debug("message", (exception.message(), exception.meta().message()));
    record.debug("request id", exception.request_id());
    let silent = DuplicateTagKeysException::builder().build();
    record.display("without a message", &silent);
    record.debug("without a message, debug", &silent);
    record
}

pub(crate) async fn operation_errors() -> Record {
    let mut record = Record::default();
    let exception = DirectConnectClientException::builder().message("m").meta(metadata()).build();
    for (label, error) in [
        ("modeled", DeleteConnectionError::DirectConnectClientException(exception)),
        ("generic", DeleteConnectionError::generic(metadata())),
        ("unhandled", DeleteConnectionError::unhandled("a text")),
    ] {
        record.display(label, &error);
        record.debug(&format!("{label}, debug"), &error);
        record.debug(&format!("{label}, code"), (error.code(), error.meta().message()));
        record.debug(&format!("{label}, request id"), error.request_id());
        record.debug(&format!("{label}, source"), error.source().map(ToString::to_string));
        let error = Error::from(error);
        record.display(&format!("{label}, of the crate"), &error);
        record.debug(&format!("{label}, of the crate, source"), error.source().map(ToString::to_string));
    }
    record
}
