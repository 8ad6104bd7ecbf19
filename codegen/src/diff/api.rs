//! The API: plan by plan, matched by the ids that items come from.

use super::change::{Change, Kind, Subject};
use super::pair::pair;
use super::side::Side;
use super::{endpoint, enumeration, event_stream, notation, operation, structure};
use crate::id::ShapeId;
use crate::plan::{
    ClientSetting, CratePlan, EnumPlan, IntEnumPlan, OperationPlan, RustPath, StructPlan, UnionPlan,
};

/// Every change of the API, and the changes of behaviour that only plans show.
pub(super) fn changes(old: &Side<'_>, new: &Side<'_>) -> Vec<Change> {
    let mut changes = package(old, new);
    let id = |operation: &OperationPlan| operation.id.to_string();
    let name = |operation: &OperationPlan| operation.wire_name.clone();
    let operations = pair(&old.plan.operations, &new.plan.operations, &[&id, &name]);
    changes.extend(operations.removed.into_iter().flat_map(|plan| operation::removed(old, plan)));
    changes.extend(operations.added.into_iter().flat_map(|plan| operation::added(new, plan)));
    for (before, after) in operations.both {
        changes.extend(operation::compare((old, before), (new, after)));
    }
    changes.extend(types(old, new));
    changes.extend(event_stream::compare(old, new));
    changes.extend(endpoint::compare(old, new));
    changes.extend(optional_methods(old, new));
    changes
}

fn package(old: &Side<'_>, new: &Side<'_>) -> Vec<Change> {
    let mut changes = Vec::new();
    let (before, after) = (&old.plan, &new.plan);
    if before.name != after.name {
        changes.push(
            Change::new(
                Kind::PackageRenamed,
                new.service(),
                format!("the package `{}` is called `{}` now", before.name, after.name),
            )
            .old(&before.name)
            .new_value(&after.name),
        );
    }
    let (before, after) = (before.service.protocol, after.service.protocol);
    if before != after {
        let summary =
            format!("the default protocol of clients is `{}` instead of `{}`", after.id(), before.id());
        changes
            .push(Change::new(Kind::Protocol, new.service(), summary).old(before.id()).new_value(after.id()));
    }
    changes.extend(service_name(old, new));
    changes
}

/// A service with another name in requests, which protocols without HTTP bindings write into each of them.
fn service_name(old: &Side<'_>, new: &Side<'_>) -> Option<Change> {
    let (before, after) = (&old.plan.service.wire_name, &new.plan.service.wire_name);
    let is_sent = [old, new].iter().any(|side| side.plan.service.protocol.names_service());
    let (kind, requests) =
        if is_sent { (Kind::Wire, "every request") } else { (Kind::NoEffect, "no request") };
    (before != after).then(|| {
        let summary =
            format!("the service, which {requests} names, is called `{after}` instead of `{before}`");
        Change::new(kind, new.service(), summary).old(before).new_value(after)
    })
}

/// A type of the crate.
enum Type<'p> {
    Structure(&'p StructPlan),
    Union(&'p UnionPlan),
    Enum(&'p EnumPlan),
    IntEnum(&'p IntEnumPlan),
}

impl Type<'_> {
    fn id(&self) -> &ShapeId {
        match self {
            Self::Structure(plan) => &plan.id,
            Self::Union(plan) => &plan.id,
            Self::Enum(plan) => &plan.id,
            Self::IntEnum(plan) => &plan.id,
        }
    }

    fn path(&self) -> &RustPath {
        match self {
            Self::Structure(plan) => &plan.path,
            Self::Union(plan) => &plan.path,
            Self::Enum(plan) => &plan.path,
            Self::IntEnum(plan) => &plan.path,
        }
    }

    fn kind(&self) -> &'static str {
        match self {
            Self::Structure(_) => "a structure",
            Self::Union(_) => "a union",
            Self::Enum(_) => "an enum",
            Self::IntEnum(_) => "an enum of integers",
        }
    }

    fn all(plan: &CratePlan) -> Vec<Type<'_>> {
        let structures = plan.structs.iter().chain(&plan.errors).map(Type::Structure);
        structures
            .chain(plan.unions.iter().map(Type::Union))
            .chain(plan.enums.iter().map(Type::Enum))
            .chain(plan.int_enums.iter().map(Type::IntEnum))
            .collect()
    }
}

fn types(old: &Side<'_>, new: &Side<'_>) -> Vec<Change> {
    let (before, after) = (Type::all(&old.plan), Type::all(&new.plan));
    let path = |ty: &Type<'_>| ty.path().to_string();
    let pairs = pair(&before, &after, &[&|ty: &Type<'_>| ty.id().to_string(), &path]);
    let mut changes = Vec::new();
    for ty in pairs.removed {
        changes.push(type_alone(Kind::TypeRemoved, old, ty));
    }
    for ty in pairs.added {
        changes.push(type_alone(Kind::TypeAdded, new, ty));
    }
    for (before, after) in pairs.both {
        changes.extend(renamed(&Subject::shape(after.id().as_str()), before.path(), after.path()));
        changes.extend(match (before, after) {
            (Type::Structure(before), Type::Structure(after)) => {
                structure::compare((old, before), (new, after))
            }
            (Type::Union(before), Type::Union(after)) => {
                structure::compare_union((old, before), (new, after))
            }
            (Type::Enum(was), Type::Enum(is)) => values(old, new, after.id(), enumeration::compare(was, is)),
            (Type::IntEnum(was), Type::IntEnum(is)) => {
                values(old, new, after.id(), enumeration::compare_int(was, is))
            }
            _ => vec![replaced(old, new, before, after)],
        });
    }
    changes
}

/// The changes of an enum, for which all of its members are accounted: plans do not have the member that a value comes from.
fn values(old: &Side<'_>, new: &Side<'_>, id: &ShapeId, changes: Vec<Change>) -> Vec<Change> {
    let members: Vec<_> = old.whole_shape(id).into_iter().chain(new.whole_shape(id)).collect();
    changes.into_iter().map(|change| change.covering(members.iter().cloned())).collect()
}

fn type_alone(kind: Kind, side: &Side<'_>, ty: &Type<'_>) -> Change {
    let (id, path) = (ty.id(), notation::path(ty.path()));
    let verb = if kind == Kind::TypeAdded { "is new" } else { "is gone" };
    let change = Change::new(kind, Subject::shape(id.as_str()), format!("`{path}`, {}, {verb}", ty.kind()));
    change.item(path).covering(side.whole_shape(id))
}

fn replaced(old: &Side<'_>, new: &Side<'_>, before: &Type<'_>, after: &Type<'_>) -> Change {
    let (id, path) = (after.id(), notation::path(after.path()));
    let summary = format!("`{path}` was {} and is {} now", before.kind(), after.kind());
    Change::new(Kind::TypeReplaced, Subject::shape(id.as_str()), summary)
        .item(path)
        .old(before.kind())
        .new_value(after.kind())
        .covering(old.whole_shape(id))
        .covering(new.whole_shape(id))
}

/// An item that has another path.
pub(super) fn renamed(subject: &Subject, before: &RustPath, after: &RustPath) -> Option<Change> {
    let (before, after) = (notation::path(before), notation::path(after));
    (before != after).then(|| {
        Change::new(Kind::Renamed, subject.clone(), format!("`{before}` is called `{after}` now"))
            .item(&after)
            .old(&before)
            .new_value(&after)
    })
}

/// Methods for the settings of clients that exist only if an operation needs them.
fn optional_methods(old: &Side<'_>, new: &Side<'_>) -> Vec<Change> {
    let mut changes = Vec::new();
    for (setting, method, ty) in SETTERS {
        let (before, after) = (old.plan.settings.contains(&setting), new.plan.settings.contains(&setting));
        let (kind, verb) = match (before, after) {
            (true, false) => (Kind::MethodRemoved, "is gone: no operation needs it"),
            (false, true) => (Kind::MethodAdded, "is new"),
            (true, true) | (false, false) => continue,
        };
        let path = format!("config::Builder::{method}");
        let mut change = Change::new(kind, new.service(), format!("`{path}` {verb}")).item(path);
        change.items.extend(is_readable(setting).then(|| format!("Config::{method}")));
        change.items.extend(ty.map(|ty| format!("config::{ty}")));
        changes.push(change);
    }
    changes
}

/// Returns true if the configuration has a getter for a setting. Secrets cannot be read back.
fn is_readable(setting: ClientSetting) -> bool {
    match setting {
        ClientSetting::ApiKey | ClientSetting::BasicAuth | ClientSetting::BearerToken => false,
        ClientSetting::Checksum
        | ClientSetting::Compression
        | ClientSetting::HostPrefix
        | ClientSetting::IdempotencyToken
        | ClientSetting::ResponseChecksum
        | ClientSetting::SigV4a => true,
    }
}

/// Setters of a client's configuration, with the type in `config` that comes with them.
const SETTERS: [(ClientSetting, &str, Option<&str>); 14] = [
    (ClientSetting::ApiKey, "api_key", None),
    (ClientSetting::ApiKey, "api_key_resolver", None),
    (ClientSetting::BasicAuth, "basic_auth_login", Some("Login")),
    (ClientSetting::BasicAuth, "basic_auth_login_resolver", None),
    (ClientSetting::BearerToken, "bearer_token", None),
    (ClientSetting::BearerToken, "bearer_token_resolver", None),
    (ClientSetting::BearerToken, "token_provider", Some("ProvideToken")),
    (ClientSetting::IdempotencyToken, "idempotency_token_provider", Some("IdempotencyTokenProvider")),
    (ClientSetting::Checksum, "request_checksum_calculation", Some("RequestChecksumCalculation")),
    (ClientSetting::ResponseChecksum, "response_checksum_validation", Some("ResponseChecksumValidation")),
    (ClientSetting::Compression, "disable_request_compression", None),
    (ClientSetting::HostPrefix, "disable_host_prefix_injection", None),
    (ClientSetting::Compression, "request_min_compression_size_bytes", None),
    (ClientSetting::SigV4a, "sigv4a_signing_region_set", None),
];
