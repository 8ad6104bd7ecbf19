//! Types on their own.

use std::str::FromStr;

use aws_sdk_directconnect::types::{
    Connection, ConnectionState, HasLogicalRedundancy, LoaContentType, MacSecKey, RouteFilterPrefix,
    VirtualInterface,
};

use crate::notes::Notes;

pub(crate) async fn enums() -> Notes {
    let mut notes = Notes::default();
    let mut values = ConnectionState::values().to_vec();
    values.sort_unstable();
    for value in values {
        let state = ConnectionState::from(value);
        notes.say("value", &state);
        notes.debug("debug", &state);
        notes.debug("texts", (state.as_str(), AsRef::<str>::as_ref(&state)));
        notes.debug("parsed", ConnectionState::from_str(value).is_ok_and(|parsed| parsed == state));
    }
    notes.debug("pdf", LoaContentType::from("application/pdf"));
    notes
}

pub(crate) async fn unknown_enums() -> Notes {
    let mut notes = Notes::default();
    let newer = ConnectionState::from("newer");
    notes.say("newer", &newer);
    notes.debug("newer, debug", &newer);
    notes.debug("unknown", ConnectionState::from("unknown"));
    notes.debug("redundancy", HasLogicalRedundancy::from("unknown"));
    notes.debug("tried", ConnectionState::try_parse("newer").map_err(|error| error.to_string()));
    notes.debug("tried a known one", ConnectionState::try_parse("down").map_err(|error| error.to_string()));
    notes.debug("equal", newer == ConnectionState::from("newer"));
    notes
}

pub(crate) async fn order_of_values() -> Notes {
    let mut notes = Notes::default();
    notes.debug("first", ConnectionState::values().first());
    notes.debug("ordering before available", ConnectionState::Ordering < ConnectionState::Available);
    notes
}

pub(crate) async fn structures() -> Notes {
    let mut notes = Notes::default();
    notes.debug("connection", Connection::builder().build());
    notes.debug("interface", VirtualInterface::builder().build());
    notes.debug("prefix", RouteFilterPrefix::builder().set_cidr(None).build().cidr());
    let key = MacSecKey::builder().secret_arn("arn").build();
    notes.debug("key", &key);
    notes.debug("fields", (key.secret_arn.as_deref(), key.ckn.as_deref()));
    notes
}

pub(crate) async fn secrets() -> Notes {
    let mut notes = Notes::default();
    let interface = VirtualInterface::builder().auth_key("a secret").build();
    notes.debug("interface", &interface);
    notes.debug("builder", VirtualInterface::builder().auth_key("a secret"));
    notes
}
