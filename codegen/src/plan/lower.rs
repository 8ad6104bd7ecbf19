//! Model -> plan.

use std::collections::{BTreeMap, BTreeSet};

use super::documentation::{deprecation, documentation};
use super::holds::Holds;
use super::item::{
    Derives, EnumPlan, FieldPlan, IntEnumPlan, Presence, StructPlan, StructRole, Travel, UnionPlan,
    VariantPlan,
};
use super::naming::Names;
use super::reach::{Travels, data_shapes, errors, operation_shape};
use super::ty::{NamedKind, RustPath, RustType, SchemaNode, SchemaShape};
use super::{
    CratePlan, DefaultValue, EndpointPlan, ErrorVariant, OperationPlan, ProtocolTests, behavior, endpoint,
    example, operation, paginator, protocol_test, waiter,
};
use crate::config::Config;
use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::doc;
use crate::id::{MemberId, ShapeId};
use crate::model::traits::id;
use crate::model::{Member, Model, OperationShape, Shape, ShapeKind, SimpleKind, Traits};
use crate::name;
use crate::pass::{Selected, boxed_members};

/// Lists and maps may nest this deep without a structure between them.
const DEEPEST_NESTING: usize = 32;

/// Decides every item of the crate.
pub fn lower(model: &Model, selected: &Selected, config: &Config) -> Result<CratePlan, Diagnostics> {
    let data = data_shapes(model, selected);
    let travels = Travels::of(model, selected);
    let names = Names::resolve(model, data.iter().filter_map(|id| model.shapes.get(*id)))?;
    let boxed = boxed_members(model);
    let mut lowering = Lowering {
        model,
        names: &names,
        boxed: &boxed,
        travels: &travels,
        holds: &Holds::of(model),
        findings: Diagnostics::default(),
    };
    let service = operation::service(model, config)?;
    let mut warnings = Vec::new();
    let mut endpoint = endpoint::lower(model, &mut warnings)?;
    if !config.protocol_tests {
        endpoint.tests.clear();
        endpoint.left_out.clear();
        warnings.clear();
    }
    let mut plan = CratePlan {
        name: config.crate_name.clone().unwrap_or_else(|| service.name.clone()),
        version: config.crate_version.clone(),
        service,
        operations: Vec::new(),
        structs: Vec::new(),
        enums: Vec::new(),
        int_enums: Vec::new(),
        unions: Vec::new(),
        errors: Vec::new(),
        endpoint,
        tests: ProtocolTests::default(),
        warnings,
    };
    lowering.check_operations(selected);
    if let Some(finding) = unfit_name(&plan.name) {
        lowering.findings.push(finding);
    }
    for id in &selected.operations {
        let operation = lowering.operation(id, &plan.endpoint);
        plan.operations.extend(operation);
    }
    for shape in data.iter().filter_map(|id| model.shapes.get(*id)) {
        lowering.data(shape, &mut plan);
    }
    let mut plan = lowering.findings.finish(plan)?;
    paths(model, &mut plan)?;
    if config.protocol_tests {
        plan.tests = protocol_test::lower(model, &plan)?;
    }
    Ok(plan)
}

/// What follows paths into inputs and outputs, or holds values of them.
fn paths(model: &Model, plan: &mut CratePlan) -> Result<(), Diagnostics> {
    let mut warnings = Vec::new();
    let paginators = paginator::lower(model, plan, &mut warnings)?;
    let waiters = waiter::lower(model, plan, &mut warnings)?;
    for (operation, (paginator, waiters)) in
        plan.operations.iter_mut().zip(paginators.into_iter().zip(waiters))
    {
        operation.paginator = paginator;
        operation.waiters = waiters;
    }
    let examples = example::lower(model, plan, &mut warnings);
    for (operation, examples) in plan.operations.iter_mut().zip(examples) {
        operation.examples = examples;
    }
    plan.warnings.extend(warnings);
    Ok(())
}

pub(super) struct Lowering<'m> {
    pub(super) model: &'m Model,
    pub(super) names: &'m Names,
    boxed: &'m BTreeSet<MemberId>,
    travels: &'m Travels,
    holds: &'m Holds<'m>,
    pub(super) findings: Diagnostics,
}

impl Lowering<'_> {
    fn data(&mut self, shape: &Shape, plan: &mut CratePlan) {
        match shape.kind {
            ShapeKind::Structure if shape.traits.has(id::ERROR) => plan.errors.push(self.error(shape)),
            ShapeKind::Structure => plan.structs.push(self.plain(shape)),
            ShapeKind::Union => plan.unions.push(self.union(shape)),
            ShapeKind::Enum => plan.enums.push(self.text_enum(shape)),
            ShapeKind::IntEnum => plan.int_enums.push(self.int_enum(shape)),
            _ => {}
        }
    }

    /// Two operations must not become the same module.
    fn check_operations(&mut self, selected: &Selected) {
        let mut taken: BTreeMap<String, &ShapeId> = BTreeMap::new();
        for id in &selected.operations {
            let module = name::operation(id.name());
            let Some(other) = taken.insert(module, id) else { continue };
            let Some(shape) = self.model.shapes.get(id) else { continue };
            self.findings.push(
                Diagnostic::error(format!(
                    "`{other}` and `{id}` would both become the Rust operation `{}`",
                    name::item(id.name())
                ))
                .at(&shape.place)
                .with_help("select one of the two"),
            );
        }
    }

    fn operation(&mut self, id: &ShapeId, endpoint: &EndpointPlan) -> Option<OperationPlan> {
        let (shape, operation) = operation_shape(self.model, id)?;
        let name = name::item(id.name());
        let module = name::operation(id.name());
        let path = format!("crate::operation::{module}");
        let input = operation.input.as_ref().map(|input| self.model.target(input));
        let output = operation.output.as_ref().map(|output| self.model.target(output));
        let mut input_plan = self.message(shape, input, &path, StructRole::Input);
        let behavior = match behavior::lower(self.model, shape, input, &mut input_plan) {
            Ok(behavior) => behavior,
            Err(finding) => {
                self.findings.push(finding);
                return None;
            }
        };
        Some(OperationPlan {
            wire_name: id.name().to_owned(),
            doc: documentation(&shape.traits, || operation::filler(id.name())),
            deprecated: deprecation(&shape.traits),
            input: input_plan,
            behavior,
            output: self.message(shape, output, &path, StructRole::Output),
            errors: self.error_variants(operation),
            bindings: self.bindings(shape, input, endpoint),
            // These walk along the fields of structures, which are lowered later.
            paginator: None,
            waiters: Vec::new(),
            examples: Vec::new(),
            id: parts(id),
            module,
            name,
        })
    }

    fn error_variants(&self, operation: &OperationShape) -> Vec<ErrorVariant> {
        let mut shapes: Vec<&Shape> =
            errors(self.model, operation).map(|error| self.model.target(error)).collect();
        shapes.sort_by(|left, right| left.id.cmp(&right.id));
        shapes.dedup_by(|left, right| left.id == right.id);
        let mut taken: BTreeSet<&str> = shapes.iter().map(|shape| shape.id.name()).collect();
        let mut variants = Vec::new();
        for &shape in &shapes {
            let query = shape.traits.property(id::QUERY_ERROR, "code");
            let other = query.filter(|code| taken.insert(code));
            let codes = std::iter::once(shape.id.name()).chain(other).map(str::to_owned).collect();
            variants.push(self.error_variant(shape, codes));
        }
        variants
    }

    fn error_variant(&self, shape: &Shape, codes: Vec<String>) -> ErrorVariant {
        let path = self.names.path(&shape.id);
        ErrorVariant {
            schema: self.names.schema(&shape.id),
            codes,
            stem: name::snake(&path.name),
            doc: error_summary(shape),
            retryable: retryable(&shape.traits),
            path,
        }
    }

    /// The input or output of an operation, under the name of the operation.
    fn message(
        &mut self,
        operation: &Shape,
        shape: Option<&Shape>,
        module: &str,
        role: StructRole,
    ) -> StructPlan {
        let suffix = if role == StructRole::Input { "Input" } else { "Output" };
        let path = RustPath::new(module, &format!("{}{suffix}", name::item(operation.id.name())));
        let subject = if role == StructRole::Input { "sends" } else { "answers" };
        let fallback = || format!("What `{}` {subject}.", operation.id.name());
        let none = ShapeId::new("smithy.api", "Unit");
        let traits = shape.map(|shape| shape.traits.clone()).unwrap_or_default();
        StructPlan {
            builder: format!("{}Builder", path.name),
            module: suffix.to_lowercase(),
            schema: suffix.to_uppercase(),
            id: parts(shape.map_or(&none, |shape| &shape.id)),
            doc: documentation(&traits, fallback),
            deprecated: deprecation(&traits),
            fields: shape.map(|shape| self.fields(shape)).unwrap_or_default(),
            derives: self.derives(shape, &role),
            travel: Travel { sent: role == StructRole::Input, received: role == StructRole::Output },
            path,
            role,
        }
    }

    fn plain(&mut self, shape: &Shape) -> StructPlan {
        self.structure(shape, StructRole::Plain)
    }

    fn error(&mut self, shape: &Shape) -> StructPlan {
        let server = shape.traits.text(id::ERROR) == Some("server");
        let role = StructRole::Error { code: error_code(shape), retryable: retryable(&shape.traits), server };
        let mut plan = self.structure(shape, role);
        if !plan.fields.iter().any(|field| field.stem == "message") {
            plan.fields.push(message_field());
        }
        plan
    }

    fn structure(&mut self, shape: &Shape, role: StructRole) -> StructPlan {
        let path = self.names.path(&shape.id);
        StructPlan {
            module: self.names.module(&shape.id),
            builder: format!("{}Builder", path.name),
            schema: self.names.schema(&shape.id).name,
            id: parts(&shape.id),
            doc: documentation(&shape.traits, || format!("The structure `{}`.", shape.id.name())),
            deprecated: deprecation(&shape.traits),
            fields: self.fields(shape),
            derives: self.derives(Some(shape), &role),
            travel: self.travels.travel(&shape.id),
            path,
            role,
        }
    }

    fn union(&mut self, shape: &Shape) -> UnionPlan {
        let mut variants = self.fields(shape);
        for (variant, member) in variants.iter_mut().zip(shape.members.values()) {
            let given = member.traits.text(id::RUST_NAME).map(str::to_owned);
            variant.name = given.unwrap_or_else(|| name::variant(&variant.wire_name));
            if variant.stem == "unknown" {
                // `is_unknown` tells whether the variant is one that the model lacks.
                "unknown_value".clone_into(&mut variant.stem);
            }
        }
        self.check_distinct(shape, &variants, |variant| &variant.name);
        UnionPlan {
            path: self.names.path(&shape.id),
            module: self.names.module(&shape.id),
            schema: self.names.schema(&shape.id).name,
            id: parts(&shape.id),
            doc: documentation(&shape.traits, || {
                format!("The union `{}`: one of its variants.", shape.id.name())
            }),
            derives: self.derives(Some(shape), &StructRole::Plain),
            travel: self.travels.travel(&shape.id),
            variants,
        }
    }

    fn text_enum(&mut self, shape: &Shape) -> EnumPlan {
        for member in shape.members.values() {
            let given = member.traits.get(id::ENUM_VALUE).filter(|given| !given.value.is_string());
            if let Some(given) = given {
                self.findings.push(
                    Diagnostic::error(format!("the value of `{}` is not text", member.id))
                        .at(&given.place)
                        .with_help("write text, or make the shape an `intEnum`"),
                );
            }
        }
        let variant = |member: &Member| {
            let value = member.traits.text(id::ENUM_VALUE).unwrap_or(&member.id.name).to_owned();
            Self::variant(member, value)
        };
        let variants: Vec<_> = shape.members.values().map(variant).collect();
        self.check_distinct(shape, &variants, |variant: &VariantPlan<String>| &variant.name);
        self.check_values(shape, &variants);
        EnumPlan {
            path: self.names.path(&shape.id),
            module: self.names.module(&shape.id),
            id: parts(&shape.id),
            doc: documentation(&shape.traits, || format!("The values of `{}`.", shape.id.name())),
            deprecated: deprecation(&shape.traits),
            variants,
            sensitive: shape.traits.has(id::SENSITIVE),
        }
    }

    fn int_enum(&mut self, shape: &Shape) -> IntEnumPlan {
        let mut variants = Vec::new();
        for member in shape.members.values() {
            let value = member.traits.value(id::ENUM_VALUE).and_then(serde_json::Value::as_i64);
            match value.and_then(|value| i32::try_from(value).ok()) {
                Some(value) => {
                    let variant = Self::variant(member, value);
                    variants.push(VariantPlan { name: name::constant(&member.id.name), ..variant });
                }
                None => self.findings.push(
                    Diagnostic::error(format!("`{}` has no value of 32 bits", member.id))
                        .at(&member.place)
                        .with_help("give the member the trait `smithy.api#enumValue` with an integer"),
                ),
            }
        }
        self.check_distinct(shape, &variants, |variant: &VariantPlan<i32>| &variant.name);
        IntEnumPlan {
            path: self.names.path(&shape.id),
            module: self.names.module(&shape.id),
            id: parts(&shape.id),
            doc: documentation(&shape.traits, || format!("Names for the values of `{}`.", shape.id.name())),
            variants,
        }
    }

    fn variant<T>(member: &Member, value: T) -> VariantPlan<T> {
        let given = member.traits.text(id::RUST_NAME).map(str::to_owned);
        VariantPlan {
            name: given.unwrap_or_else(|| name::variant(&member.id.name)),
            doc: documentation(&member.traits, || format!("The value `{}`.", member.id.name)),
            value,
        }
    }

    fn fields(&mut self, shape: &Shape) -> Vec<FieldPlan> {
        let fields = shape.members.values().filter_map(|member| self.field(shape, member));
        let fields: Vec<FieldPlan> = fields.collect();
        self.check_distinct(shape, &fields, |field| &field.name);
        if matches!(shape.kind, ShapeKind::Structure) {
            self.check_methods(shape, &fields);
        }
        fields
    }

    /// A value that stands twice could not be read back as the second name.
    fn check_values(&mut self, shape: &Shape, variants: &[VariantPlan<String>]) {
        let mut seen = BTreeSet::new();
        for (variant, member) in variants.iter().zip(shape.members.values()) {
            if !seen.insert(&variant.value) {
                self.findings.push(
                    Diagnostic::error(format!(
                        "`{}` has the value `{}` for the second time",
                        member.id, variant.value
                    ))
                    .at(&member.place)
                    .with_help("remove one of the two members"),
                );
            }
        }
    }

    /// The methods of a builder: `name`, `set_name` and `get_name` for each field, and those of its role.
    fn check_methods(&mut self, shape: &Shape, fields: &[FieldPlan]) {
        let names: BTreeSet<&str> = fields.iter().map(|field| field.stem.as_str()).collect();
        for (field, member) in fields.iter().zip(shape.members.values()) {
            let other = ["set_", "get_"].iter().find_map(|prefix| field.stem.strip_prefix(prefix));
            let taken = other.is_some_and(|other| names.contains(other) || other == "meta");
            let retried = shape.traits.has(id::RETRYABLE) && field.stem == "retryable_error_kind";
            if taken || retried || field.stem == "from_wire" {
                self.findings.push(
                    Diagnostic::error(format!(
                        "`{}` would become a second method `{}`",
                        member.id, field.stem
                    ))
                    .at(&member.place)
                    .with_help(format!("give the member another name with an overlay: `{}`", id::RUST_NAME)),
                );
            }
        }
    }

    fn check_distinct<T>(&mut self, shape: &Shape, items: &[T], name: impl Fn(&T) -> &str) {
        let mut seen = BTreeSet::new();
        for (item, member) in items.iter().zip(shape.members.values()) {
            if !seen.insert(name(item)) {
                self.findings.push(
                    Diagnostic::error(format!("`{}` would become a second `{}`", member.id, name(item)))
                        .at(&member.place)
                        .with_help(format!(
                            "give the member another name with an overlay: `{}`",
                            id::RUST_NAME
                        )),
                );
            }
        }
    }

    pub(super) fn field(&mut self, shape: &Shape, member: &Member) -> Option<FieldPlan> {
        let target = self.model.target(&member.target);
        let ty = self.ty(target, 0)?;
        let presence = match Self::presence(shape, member, target, &ty) {
            Ok(presence) => presence,
            Err(finding) => {
                self.findings.push(finding);
                return None;
            }
        };
        let ty = if self.boxed.contains(&member.id) { RustType::Boxed(Box::new(ty)) } else { ty };
        let given = member.traits.text(id::RUST_NAME).map(str::to_owned);
        let name = given.unwrap_or_else(|| name::field(&member.id.name));
        self.check_timestamp_format(member, target);
        Some(FieldPlan {
            stem: name.trim_start_matches("r#").to_owned(),
            wire_name: member.id.name.clone(),
            doc: documentation(&member.traits, || format!("The member `{}`.", member.id.name)),
            deprecated: deprecation(&member.traits),
            required_input: presence == Presence::Optional
                && member.traits.has(id::REQUIRED)
                && !member.traits.has(id::DEFAULT),
            sensitive: shape.traits.has(id::SENSITIVE)
                || member.traits.has(id::SENSITIVE)
                || self.is_sensitive(target, 0),
            schema: self.schema(target, &member.traits, 0)?,
            presence,
            ty,
            name,
        })
    }

    /// Whether values of a shape must not be shown. Structures and unions hide what they must by themselves.
    fn is_sensitive(&self, shape: &Shape, depth: usize) -> bool {
        let held = matches!(shape.kind, ShapeKind::List | ShapeKind::Map) && depth < DEEPEST_NESTING;
        let mut members = shape.members.values().filter(|_| held);
        shape.traits.has(id::SENSITIVE)
            || members.any(|member| {
                member.traits.has(id::SENSITIVE)
                    || self.is_sensitive(self.model.target(&member.target), depth + 1)
            })
    }

    /// The format of a timestamp is one of three, be it given on a member or on its target.
    fn check_timestamp_format(&mut self, member: &Member, target: &Shape) {
        const FORMATS: [&str; 3] = ["date-time", "epoch-seconds", "http-date"];
        let given = [&member.traits, &target.traits].into_iter().find_map(|it| it.get(id::TIMESTAMP_FORMAT));
        let Some(given) = given else { return };
        let format = given.value.as_str().unwrap_or_default();
        if !FORMATS.contains(&format) {
            self.findings.push(
                Diagnostic::error(format!("`{}` has a timestamp format that does not exist", member.id))
                    .at(&given.place)
                    .suggest(format, FORMATS, "the formats are `date-time`, `epoch-seconds` and `http-date`"),
            );
        }
    }

    /// Source: Smithy 2.0 specification, "Structure member optionality", in the careful way of the official SDK:
    /// members that hold structures or unions stay optional, so that a server may leave them out.
    ///
    /// A default of zero or nothing is not sent: in models of AWS it says no more than that the member is not given.
    fn presence(
        shape: &Shape,
        member: &Member,
        target: &Shape,
        ty: &RustType,
    ) -> Result<Presence, Diagnostic> {
        let default = DefaultValue::of(member, target, ty)?;
        let optional = shape.traits.has(id::INPUT)
            || member.traits.has(id::CLIENT_OPTIONAL)
            || !matches!(shape.kind, ShapeKind::Structure)
            || matches!(target.kind, ShapeKind::Structure | ShapeKind::Union);
        let required = member.traits.has(id::REQUIRED);
        Ok(match default {
            _ if optional => Presence::Optional,
            Some(value) => Presence::Default { sent: required || value != DefaultValue::Empty, value },
            None if required => Presence::Required,
            None => Presence::Optional,
        })
    }

    fn ty(&mut self, shape: &Shape, depth: usize) -> Option<RustType> {
        let named = |kind| RustType::Named(self.names.path(&shape.id), kind);
        Some(match shape.kind {
            ShapeKind::Simple(kind) => simple(kind),
            ShapeKind::IntEnum => RustType::I32,
            ShapeKind::Enum => named(NamedKind::Enum),
            ShapeKind::Structure if shape.id.is_prelude() => RustType::Unit,
            ShapeKind::Structure => named(NamedKind::Struct),
            ShapeKind::Union => named(NamedKind::Union),
            ShapeKind::List => RustType::List {
                element: Box::new(self.inner(shape, "member", depth)?),
                sparse: is_sparse(shape),
            },
            ShapeKind::Map => RustType::Map {
                value: Box::new(self.inner(shape, "value", depth)?),
                sparse: is_sparse(shape),
            },
            ShapeKind::Operation(_) | ShapeKind::Resource(_) | ShapeKind::Service(_) => return None,
        })
    }

    fn inner(&mut self, shape: &Shape, member: &str, depth: usize) -> Option<RustType> {
        if depth == DEEPEST_NESTING {
            self.findings.push(
                Diagnostic::error(format!("`{}` nests lists and maps without end", shape.id))
                    .at(&shape.place)
                    .with_help("put a structure into the cycle, or nest less deeply"),
            );
            return None;
        }
        self.ty(self.model.target(&shape.members.get(member)?.target), depth + 1)
    }

    fn schema(&self, shape: &Shape, member: &Traits, depth: usize) -> Option<SchemaNode> {
        let below = |name: &str| {
            let member = shape.members.get(name).filter(|_| depth < DEEPEST_NESTING)?;
            self.schema(self.model.target(&member.target), &member.traits, depth + 1).map(Box::new)
        };
        let format = member.text(id::TIMESTAMP_FORMAT).or_else(|| shape.traits.text(id::TIMESTAMP_FORMAT));
        Some(SchemaNode {
            shape: match shape.kind {
                ShapeKind::Simple(kind) => SchemaShape::Simple(wire_type(kind)),
                ShapeKind::Enum => SchemaShape::Simple("String"),
                ShapeKind::IntEnum => SchemaShape::Simple("Integer"),
                ShapeKind::List => SchemaShape::List(below("member")?),
                ShapeKind::Map => SchemaShape::Map(below("value")?),
                ShapeKind::Structure => SchemaShape::Structure(self.names.schema(&shape.id)),
                ShapeKind::Union => SchemaShape::Union(self.names.schema(&shape.id)),
                ShapeKind::Operation(_) | ShapeKind::Resource(_) | ShapeKind::Service(_) => return None,
            },
            id: parts(&shape.id),
            timestamp_format: format.map(str::to_owned),
            sensitive: member.has(id::SENSITIVE) || shape.traits.has(id::SENSITIVE),
        })
    }

    /// A type may derive a trait when everything that it holds, at any depth, allows it.
    fn derives(&self, shape: Option<&Shape>, role: &StructRole) -> Derives {
        let Some(shape) = shape else { return Derives { eq: true, hash: true } };
        let eq = !self.holds.inexact(&shape.id);
        let unhashable = self.holds.maps(&shape.id) || self.holds.errors(&shape.id);
        Derives { eq, hash: eq && !unhashable && !matches!(role, StructRole::Error { .. }) }
    }
}

/// The message that every error has, whether or not the model says so.
fn message_field() -> FieldPlan {
    let shape = SchemaShape::Simple("String");
    FieldPlan {
        name: "message".to_owned(),
        stem: "message".to_owned(),
        wire_name: "message".to_owned(),
        doc: "What the service says of the error.".to_owned(),
        deprecated: None,
        ty: RustType::String,
        presence: Presence::Optional,
        required_input: false,
        sensitive: false,
        schema: SchemaNode {
            shape,
            id: parts(&ShapeId::new("smithy.api", "String")),
            timestamp_format: None,
            sensitive: false,
        },
    }
}

/// The package becomes a library, whose name must be an identifier.
fn unfit_name(name: &str) -> Option<Diagnostic> {
    let allowed = name.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"-_".contains(&byte));
    let fits = allowed && syn::parse_str::<syn::Ident>(&name.replace('-', "_")).is_ok();
    (!fits).then(|| {
        Diagnostic::error(format!("`{name}` cannot be the name of a package"))
            .with_help("use ASCII letters, digits, `-` and `_`, led by a letter, and no keyword of Rust")
    })
}

fn parts(id: &ShapeId) -> (String, String) {
    (id.namespace().to_owned(), id.name().to_owned())
}

fn is_sparse(shape: &Shape) -> bool {
    shape.traits.has(id::SPARSE)
}

fn error_code(shape: &Shape) -> String {
    shape.traits.property(id::QUERY_ERROR, "code").unwrap_or(shape.id.name()).to_owned()
}

/// The first sentence of an error's documentation, or its name where that begins with code or a table.
fn error_summary(shape: &Shape) -> String {
    let fallback = || format!("The error `{}`.", shape.id.name());
    match doc::summary(&documentation(&shape.traits, fallback)) {
        "" => fallback(),
        sentence => sentence.to_owned(),
    }
}

fn retryable(traits: &Traits) -> Option<bool> {
    let value = traits.value(id::RETRYABLE)?;
    Some(value.get("throttling").and_then(serde_json::Value::as_bool).unwrap_or(false))
}

fn simple(kind: SimpleKind) -> RustType {
    match kind {
        SimpleKind::Blob => RustType::Blob,
        SimpleKind::Boolean => RustType::Bool,
        SimpleKind::String => RustType::String,
        SimpleKind::Byte => RustType::I8,
        SimpleKind::Short => RustType::I16,
        SimpleKind::Integer => RustType::I32,
        SimpleKind::Long => RustType::I64,
        SimpleKind::Float => RustType::F32,
        SimpleKind::Double => RustType::F64,
        SimpleKind::BigInteger => RustType::BigInteger,
        SimpleKind::BigDecimal => RustType::BigDecimal,
        SimpleKind::Timestamp => RustType::DateTime,
        SimpleKind::Document => RustType::Document,
    }
}

/// The name of the kind in `aws_smithy_schema::ShapeType`.
fn wire_type(kind: SimpleKind) -> &'static str {
    SimpleKind::ALL.into_iter().find(|(known, ..)| *known == kind).map_or("Document", |(_, _, name)| name)
}
