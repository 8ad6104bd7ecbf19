// Copied by tinsmith from its support code. Do not edit.

//! What protocols need to know of the service.

use aws_smithy_schema::protocol::{
    ServiceShapeName, ServiceShapeNamespace, ServiceVersion, ServiceXmlNamespace, SharedClientProtocol,
};
use aws_smithy_types::config_bag::Layer;

use crate::service;

/// Stores the facts, and the service's own protocol unless another one is set.
pub(crate) fn store_service_facts(layer: &mut Layer) {
    if layer.load::<SharedClientProtocol>().is_none() {
        layer.store_put(service::protocol());
    }
    layer.store_put(ServiceShapeName::new(service::SHAPE_NAME));
    layer.store_put(ServiceShapeNamespace::new(service::NAMESPACE));
    layer.store_put(ServiceVersion::new(service::VERSION));
    if let Some(uri) = service::XML_NAMESPACE {
        layer.store_put(ServiceXmlNamespace::new(uri, None));
    }
}
