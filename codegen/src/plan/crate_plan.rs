//! The plan of a whole crate.

use super::{
    DependencyPlan, EndpointPlan, EnumPlan, IntEnumPlan, OperationPlan, ProtocolTests, ServicePlan,
    StructPlan, UnionPlan,
};
use crate::diagnostic::Diagnostic;

/// A whole crate.
#[derive(Clone, Debug)]
pub struct CratePlan {
    /// The name of the package.
    pub name: String,
    /// Its version.
    pub version: String,
    /// The service.
    pub service: ServicePlan,
    /// The operations in the order of their names.
    pub operations: Vec<OperationPlan>,
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
    /// The crates of derive macros, by name.
    pub dependencies: Vec<DependencyPlan>,
    /// The endpoint rules.
    pub endpoint: EndpointPlan,
    /// The protocol tests of the model.
    pub tests: ProtocolTests,
    /// Parts of the model that were left out, operations excluded.
    pub warnings: Vec<Diagnostic>,
}

impl CratePlan {
    /// Every structure of the crate: inputs, outputs, errors and the others.
    pub fn all_structs(&self) -> impl Iterator<Item = &StructPlan> {
        let operations = self.operations.iter().flat_map(|operation| [&operation.input, &operation.output]);
        operations.chain(&self.errors).chain(&self.structs)
    }
}
