// ---- src/operation/update_port/input.rs
/// Input of `UpdatePort`.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct UpdatePortInput {
    /// The member `portId`.
    pub port_id: Option<String>,
    /// The member `port`.
    pub port: Option<Port>,
}

schema! {
    INPUT_SCHEMA: Structure "example.structure" "UpdatePortInput" {
        0 "portId": String;
        1 "port": Structure;
    }
}

// ---- src/operation/update_port/output.rs
/// Output of `UpdatePort`.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct UpdatePortOutput {
    /// The member `port`.
    pub port: Option<Port>,
    /// The member `updatedAt`.
    pub updated_at: Option<DateTime>,
    pub(crate) _request_id: Option<String>,
}

impl RequestId for UpdatePortOutput {
    fn request_id(&self) -> Option<&str> {
        self._request_id.as_deref()
    }
}

// ---- src/types/port.rs
/// A port of the fixture.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct Port {
    /// The member `name`.
    pub name: Option<String>,
    /// The member `speed`.
    pub speed: Option<i64>,
    /// The member `enabled`.
    pub enabled: Option<bool>,
    /// The member `location`.
    pub location: Option<Location>,
    /// The member `reserved`.
    pub reserved: Option<Reserved>,
}

structure! {
    /// Builder of [`Port`](crate::types::Port).
    #[derive(Clone, Debug, Default, PartialEq)]
    #[writable(PORT_SCHEMA)]
    #[readable(PORT_SCHEMA)]
    pub struct PortBuilder => always structure Port {
        /// The member `name`.
        name: optional String, set_name, get_name;
        /// The member `speed`.
        speed: optional Scalar<i64>, set_speed, get_speed;
        /// The member `enabled`.
        enabled: optional Scalar<bool>, set_enabled, get_enabled;
        /// The member `location`.
        location: optional Value<Location>, set_location, get_location;
        /// The member `reserved`.
        reserved: optional Value<Reserved>, set_reserved, get_reserved;
    }
}

schema! {
    PORT_SCHEMA: Structure "example.structure" "Port" {
        0 "name": String;
        1 "speed": Long;
        2 "enabled": Boolean;
        3 "location": Structure;
        4 "reserved": Structure;
    }
}

// ---- src/types/reserved.rs
/// The structure `Reserved`.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct Reserved {}
