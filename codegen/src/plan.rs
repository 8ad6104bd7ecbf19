//! The plan of a crate: every Rust item with each name, type, derive and sentence of documentation decided.
//!
//! Emitters see plans and nothing else.

mod defaults;
mod endpoint;
mod holds;
mod item;
mod lower;
mod naming;
mod operation;
mod reach;
mod ty;

pub use defaults::DefaultValue;
pub use endpoint::{
    Condition, EndpointPlan, EndpointTest, Expression, Outcome, Parameter, ParameterType, ParameterValue,
    Rule,
};
pub use item::{
    Derives, EnumPlan, FieldPlan, IntEnumPlan, Presence, StructPlan, StructRole, Travel, UnionPlan,
    VariantPlan,
};
pub use lower::lower;
pub use operation::{ErrorVariant, OperationPlan, Protocol, ServicePlan};
pub use ty::{NamedKind, RustPath, RustType, SchemaNode, SchemaShape};

/// A whole crate.
#[derive(Clone, Debug)]
pub struct CratePlan {
    /// The name of the package.
    pub name: String,
    /// Its version.
    pub version: String,
    /// What is said of the service.
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
    /// How endpoints are found.
    pub endpoint: EndpointPlan,
}

impl CratePlan {
    /// Every structure of the crate: inputs, outputs, errors and the others.
    pub fn all_structs(&self) -> impl Iterator<Item = &StructPlan> {
        let operations = self.operations.iter().flat_map(|operation| [&operation.input, &operation.output]);
        operations.chain(&self.errors).chain(&self.structs)
    }
}
