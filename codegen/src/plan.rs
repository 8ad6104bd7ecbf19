//! The plan of a crate: every Rust item with each name, type, derive and sentence of documentation decided.
//!
//! Plans are types only, made by [`lower`](crate::lower) and complete when made. Emitters see plans and nothing else.

mod auth;
mod binding;
mod checksum;
mod client_setting;
mod crate_plan;
mod customization;
mod default_value;
mod derive;
pub mod endpoint;
mod endpoint_discovery;
mod event_stream;
mod example;
mod item;
mod operation;
mod paginator;
mod protocol_test;
mod request_features;
mod schema;
mod service;
mod transfer;
mod ty;
mod value;
pub mod waiter;

pub use crate::standard_trait::StandardTrait;
pub use auth::{ApiKeyPlan, AuthPlan, Scheme};
pub use binding::{Binding, Taken, Visit};
pub use checksum::{ChecksumField, ChecksumPlan, ResponseChecksumPlan};
pub use client_setting::ClientSetting;
pub use crate_plan::{CratePlan, RuntimePlan};
pub use customization::{
    AuthTokenKind, AuthTokenPlan, InputChange, InputField, OperationCustomization, PresignedCopyPlan,
    PresigningPlan, RawDate, RetriesPlan, ServiceCustomization, SessionField, SessionPlan, SettingSourcePlan,
    SigningPlan, UploadPlan, UrlEncodingPlan,
};
pub use default_value::{DefaultValue, DocumentValue};
pub use derive::{AttributePlan, CausePlan, DependencyPlan, Derives, MacroPlan};
pub use endpoint_discovery::EndpointDiscoveryPlan;
pub use event_stream::{EventErrorPlan, EventErrorVariant};
pub use example::ExamplePlan;
pub use item::{
    EnumPlan, FieldPlan, IntEnumPlan, MessagePlan, Presence, StructPlan, StructRole, UnionPlan, Usage,
    VariantPlan,
};
pub use operation::{ErrorVariant, OperationPlan};
pub use paginator::{
    FieldPath, FieldStep, ItemsPlan, MorePlan, PageSize, PaginatorPlan, TokenKind, TokenPlan,
};
pub use protocol_test::{
    BodyPlan, ComparedField, Comparison, EventExpectation, EventTest, ProtocolTests, QueryTest, RequestTest,
    ResponseTest,
};
pub use request_features::{HostPart, RequestFeatures, SignedPayload};
pub use schema::{SchemaNode, SchemaShape, SchemaTrait};
pub use service::{Protocol, ServicePlan};
pub use transfer::{
    Conversion, ListPlan, MultipartUploadPlan, ObjectChecksumPlan, PartLimits, RangedDownloadPlan,
    TransferCall, TransferField, TransferPlan,
};
pub use ty::{NamedKind, RustPath, RustType};
pub use value::{Sparse, StructValue, ValuePlan};
