//! Enums and structures.

use std::str::FromStr;

use aws_sdk_directconnect::types::{
    Connection, ConnectionState, HasLogicalRedundancy, LoaContentType, MacSecKey, RouteFilterPrefix,
    VirtualInterface,
};

use crate::record::Record;

pub(crate) async fn enums() -> Record {
    let mut record = Record::default();
    let mut values = ConnectionState::values().to_vec();
    values.sort_unstable();
    for value in values {
        let state = ConnectionState::from(value);
        record.display("value", &state);
        record.debug("debug", &state);
        record.debug("strings", (state.as_str(), AsRef::<str>::as_ref(&state)));
        record.debug("parsed", ConnectionState::from_str(value).is_ok_and(|parsed| parsed == state));
    }
    record.debug("pdf", LoaContentType::from("application/pdf"));
    record
}

pub(crate) async fn unknown_enums() -> Record {
    let mut record = Record::default();
    let newer = ConnectionState::from("newer");
    record.display("newer", &newer);
    record.debug("newer, debug", &newer);
    record.debug("unknown", ConnectionState::from("unknown"));
    record.debug("redundancy", HasLogicalRedundancy::from("unknown"));
    record.debug("tried", ConnectionState::try_parse("newer").map_err(|error| error.to_string()));
    record.debug("tried a known one", ConnectionState::try_parse("down").map_err(|error| error.to_string()));
    record.debug("equal", newer == ConnectionState::from("newer"));
    record
}

pub(crate) async fn order_of_values() -> Record {
    let mut record = Record::default();
    record.debug("first", ConnectionState::values().first());
    record.debug("ordering before available", ConnectionState::Ordering < ConnectionState::Available);
    record
}

pub(crate) async fn structures() -> Record {
    let mut record = Record::default();
    record.debug("connection", Connection::builder().build());
    record.debug("interface", VirtualInterface::builder().build());
    record.debug("prefix", RouteFilterPrefix::builder().set_cidr(None).build().cidr());
    let key = MacSecKey::builder().secret_arn("arn").build();
    record.debug("key", &key);
    record.debug("fields", (key.secret_arn.as_deref(), key.ckn.as_deref()));
    record
}

pub(crate) async fn sensitive() -> Record {
    let mut record = Record::default();
    let interface = VirtualInterface::builder().auth_key("a secret").build();
    record.debug("interface", &interface);
    record.debug("builder", VirtualInterface::builder().auth_key("a secret"));
    record
}
