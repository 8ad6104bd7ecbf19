//! The plan of a crate: every Rust item with each name, type, derive and sentence of documentation decided.
//!
//! Emitters see plans and nothing else.

mod behavior;
mod context;
mod defaults;
mod derive;
mod documentation;
mod endpoint;
mod example;
mod holds;
mod item;
mod jmespath;
mod lower;
mod naming;
mod operation;
mod paginator;
mod protocol_test;
mod reach;
mod ty;
mod value;
mod waiter;

pub use crate::model::auth::Signature;
pub use behavior::{BehaviorPlan, ChecksumPlan, HostPart};
pub use context::{Binding, Taken, Visit};
pub use defaults::{DefaultValue, DocumentValue};
pub use derive::{AttributePlan, CausePlan, DependencyPlan, Derives, MacroPlan, Standard};
pub use endpoint::{
    Attribute, AuthScheme, BuiltIn, Condition, EndpointOutcome, EndpointPlan, EndpointTest, Expected,
    Expression, Function, Guarded, Outcome, Parameter, ParameterType, ParameterValue, Property, Rule,
    RuleFunction, Setting, Type,
};
pub use example::ExamplePlan;
pub use item::{
    EnumPlan, FieldPlan, IntEnumPlan, Presence, StructPlan, StructRole, Travel, UnionPlan, VariantPlan,
};
pub use jmespath::Comparison;
pub use lower::lower;
pub(crate) use operation::filler;
pub use operation::{ErrorVariant, OperationPlan, Protocol, ServicePlan, chosen_protocol, protocols};
pub use paginator::{ItemsPlan, PageSize, PaginatorPlan, PathPlan, StepPlan};
pub use protocol_test::{BodyPlan, ComparedField, ProtocolTests, RequestTest, ResponseTest};
pub use ty::{NamedKind, RustPath, RustType, SchemaNode, SchemaShape};
pub use value::{Sparse, StructValue, ValuePlan};
pub use waiter::{
    AcceptorPlan, ElementOf, Found, Known, LookPlan, Matcher, Reading, State as WaiterState, WaiterPlan,
    WaiterValue, Wanted,
};

/// The runtime crate that a generated crate depends on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RuntimePlan {
    /// The name of its package.
    pub package: String,
    /// Its folder, relative to that of the crate.
    pub path: String,
    /// Whether it is a part of the crate's output.
    pub is_inside: bool,
}

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
    /// The crates that derives come from, by name.
    pub dependencies: Vec<DependencyPlan>,
    /// The runtime crate that the crate depends on.
    pub runtime: RuntimePlan,
    /// How endpoints are found.
    pub endpoint: EndpointPlan,
    /// The cases that the model has for the protocol.
    pub tests: ProtocolTests,
    /// What was left out beside operations.
    pub warnings: Vec<crate::diagnostic::Diagnostic>,
}

impl CratePlan {
    /// The structure that a type names, if it names one.
    #[must_use]
    pub fn structure(&self, ty: &RustType) -> Option<&StructPlan> {
        match ty {
            RustType::Named(path, NamedKind::Struct) => self.structs.iter().find(|item| item.path == *path),
            RustType::Boxed(inner) => self.structure(inner),
            _ => None,
        }
    }

    /// Every structure of the crate: inputs, outputs, errors and the others.
    pub fn all_structs(&self) -> impl Iterator<Item = &StructPlan> {
        let operations = self.operations.iter().flat_map(|operation| [&operation.input, &operation.output]);
        operations.chain(&self.errors).chain(&self.structs)
    }
}
