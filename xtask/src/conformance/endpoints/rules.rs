//! The crate of a service with its endpoint rules alone.

use tinsmith::model::ShapeKind;
use tinsmith::model::traits::id;
use tinsmith::plan::Protocol;
use tinsmith::source::Location;
use tinsmith::{Config, Diagnostics, GeneratedCrate, Runtime, generate_from, load};
use xtask_common::workspace;

use super::CaseFile;

/// Generates the crate without operations, with the endpoint tests.
pub(super) fn generate(file: &CaseFile, crate_name: &str) -> Result<GeneratedCrate, Diagnostics> {
    let mut config = Config::new(&file.model);
    config.crate_name = Some(crate_name.to_owned());
    config.runtime = Runtime::Shared(workspace::runtime());
    config.protocol_tests = true;
    // Endpoints do not depend on the protocol, and one for all services needs one feature of the runtime.
    config.protocol = Some(Protocol::AwsJson11.name().to_owned());
    let mut model = load(&config)?;
    model.shapes.retain(|_, shape| matches!(shape.kind, ShapeKind::Service(_)));
    for shape in model.shapes.values_mut() {
        if let ShapeKind::Service(service) = &mut shape.kind {
            service.operations.clear();
        }
        let location: Location = shape.location.clone();
        shape.traits.insert(id::ENDPOINT_TESTS, file.tests.clone(), location);
    }
    generate_from(&model, &config)
}
