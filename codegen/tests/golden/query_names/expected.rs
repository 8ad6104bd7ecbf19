// ---- src/operation/report/input.rs
schema! {
    INPUT_SCHEMA: Structure "example.weather" "ReportInput" {
        0 "place": String.with_traits(ec2_query_name!("Town"));
        1 "size": Integer.with_xml_name("size");
        2 "winds": List.with_list_member(&WINDS_ELEMENT);
    }
}

// ---- src/operation/report/output.rs
schema! {
    OUTPUT_SCHEMA: Structure "example.weather" "ReportOutput" {
        0 "place": String.with_xml_name("town");
        1 "winds": List.with_list_member(&WINDS_ELEMENT).with_xml_name("windSet");
    }
}

// ---- src/service.rs
//! Description of Weather, for the runtime.

use aws_smithy_schema::protocol::SharedClientProtocol;
use tinsmith_runtime::protocol;
use tinsmith_runtime::service::{Customization, Scheme, Service};
use tinsmith_runtime::wire::protocol::Ec2Query;

use crate::meta::PKG_VERSION;

#[cfg(feature = "client")]
pub(crate) mod auth;
pub(crate) mod endpoint;

pub(crate) static SERVICE: Service = Service {
    sdk_id: "Weather",
    name: "weather",
    signing_name: "weather",
    auth_schemes: &[Scheme::SigV4],
    shape_name: "Weather",
    namespace: "example.weather",
    version: "2026-01-01",
    crate_version: PKG_VERSION,
    xml_namespace: Some("https://weather.example/"),
    customization: Customization::NONE,
    protocols: &["aws.protocols#ec2Query"],
    protocol: default_protocol,
    sans_io: protocol::SansIo::new(),
};

fn default_protocol() -> SharedClientProtocol {
    SharedClientProtocol::new(Ec2Query::new())
}
