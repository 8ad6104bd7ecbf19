//! The plan of a whole crate.

use std::collections::BTreeSet;

use super::endpoint::EndpointPlan;
use super::{
    AuthPlan, ClientSetting, DependencyPlan, EndpointDiscoveryPlan, EnumPlan, EventErrorPlan, IntEnumPlan,
    OperationPlan, ProtocolTests, ServicePlan, StructPlan, TransferPlan, UnionPlan,
};
use crate::diagnostic::Diagnostic;

/// The runtime crate that a generated crate depends on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RuntimePlan {
    /// The name of its package.
    pub package: String,
    /// Its folder, relative to that of the crate.
    pub path: String,
    /// The cargo features that operations need.
    pub cargo_features: BTreeSet<&'static str>,
    /// True if it is a part of the crate's output.
    pub is_inside: bool,
}

/// A whole crate.
#[derive(Clone, Debug)]
pub struct CratePlan {
    /// The name of the package.
    pub name: String,
    /// Its version.
    pub version: String,
    /// True if it may be published to a registry.
    pub is_publishable: bool,
    /// The runtime crate that it depends on.
    pub runtime: RuntimePlan,
    /// The service.
    pub service: ServicePlan,
    /// The operations in the order of their names.
    pub operations: Vec<OperationPlan>,
    /// The authentication schemes.
    pub auth: AuthPlan,
    /// The settings of clients that operations need.
    pub settings: BTreeSet<ClientSetting>,
    /// Structures that members refer to.
    pub structs: Vec<StructPlan>,
    /// Enums.
    pub enums: Vec<EnumPlan>,
    /// Enums whose values are integers.
    pub int_enums: Vec<IntEnumPlan>,
    /// Unions.
    pub unions: Vec<UnionPlan>,
    /// The modelled errors of all operations.
    pub errors: Vec<StructPlan>,
    /// The errors of event streams.
    pub event_errors: Vec<EventErrorPlan>,
    /// The crates of derive macros, by name.
    pub dependencies: Vec<DependencyPlan>,
    /// The endpoint rules.
    pub endpoint: EndpointPlan,
    /// The endpoint discovery of clients.
    pub endpoint_discovery: Option<EndpointDiscoveryPlan>,
    /// The transfers of large objects.
    pub transfer: TransferPlan,
    /// The protocol tests of the model.
    pub tests: ProtocolTests,
    /// Parts of the model that were left out, operations excluded.
    pub warnings: Vec<Diagnostic>,
}

impl CratePlan {
    /// Returns true if requests of an operation can be presigned.
    #[must_use]
    pub fn is_presignable(&self) -> bool {
        self.operations.iter().any(|operation| operation.customization.presigning.is_some())
    }

    /// Returns true if uploads by HTML forms can be presigned.
    #[must_use]
    pub fn uploads(&self) -> bool {
        self.operations.iter().any(|operation| operation.customization.upload.is_some())
    }

    /// Returns true if an operation has a stream.
    #[must_use]
    pub fn streams(&self) -> bool {
        self.all_structs().any(|structure| structure.stream().is_some())
    }

    /// Returns every structure of the crate: inputs, outputs, errors and the others.
    pub fn all_structs(&self) -> impl Iterator<Item = &StructPlan> {
        let operations = self.operations.iter().flat_map(|operation| [&operation.input, &operation.output]);
        operations.chain(&self.errors).chain(&self.structs)
    }
}
