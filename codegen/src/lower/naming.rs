//! Rust names of shapes and members.

use std::collections::BTreeMap;

use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::id::ShapeId;
use crate::model::traits::id;
use crate::model::{Member, Model, Shape, ShapeKind, Traits, is_event_stream};
use crate::name;
use crate::plan::RustPath;

/// The Rust items that data shapes become.
#[derive(Debug, Default)]
pub(super) struct Names {
    items: BTreeMap<ShapeId, Item>,
    /// The errors of event streams, by their unions.
    event_errors: BTreeMap<ShapeId, Item>,
}

#[derive(Debug)]
struct Item {
    path: RustPath,
    module: String,
    schema: String,
}

impl Names {
    /// Names the shapes. Two that would become the same item are an error.
    pub(super) fn resolve<'a>(
        model: &Model,
        shapes: impl Iterator<Item = &'a Shape>,
    ) -> Result<Self, Diagnostics> {
        let mut names = Self::default();
        let mut taken: BTreeMap<String, &Shape> = BTreeMap::new();
        let mut diagnostics = Diagnostics::default();
        for shape in shapes.filter(|shape| becomes_item(shape)) {
            let item = item(model, shape);
            // Types and errors are in different modules, but their schemas share one.
            match taken.insert(item.module.clone(), shape) {
                Some(other) => {
                    let earlier = names.items.get(&other.id).map(|other| &other.path.name);
                    let name = match earlier {
                        Some(earlier) if *earlier != item.path.name => format!("module `{}`", item.module),
                        _ => format!("type `{}`", item.path.name),
                    };
                    diagnostics.push(collision(shape, other, &name));
                }
                None => drop(names.items.insert(shape.id.clone(), item)),
            }
            if !is_event_stream(shape) {
                continue;
            }
            let item = event_error(&names.item(&shape.id).path.name);
            match taken.insert(item.module.clone(), shape) {
                Some(other) => {
                    diagnostics.push(collision(shape, other, &format!("type `{}`", item.path.name)));
                }
                None => drop(names.event_errors.insert(shape.id.clone(), item)),
            }
        }
        diagnostics.finish(names)
    }

    /// Returns the public path of a shape's type.
    pub(super) fn path(&self, shape: &ShapeId) -> RustPath {
        self.item(shape).path.clone()
    }

    /// Returns the module of the file that defines it.
    pub(super) fn module(&self, shape: &ShapeId) -> String {
        self.item(shape).module.clone()
    }

    /// Returns the static with its schema.
    pub(super) fn schema(&self, shape: &ShapeId) -> RustPath {
        let Item { path, module, schema } = self.item(shape);
        RustPath::new(&format!("{}::{module}", path.module), schema)
    }

    /// Returns the public path of the error of an event stream.
    pub(super) fn event_error(&self, union: &ShapeId) -> RustPath {
        self.event_error_item(union).path.clone()
    }

    /// Returns the module of the file that defines the error of an event stream.
    pub(super) fn event_error_module(&self, union: &ShapeId) -> String {
        self.event_error_item(union).module.clone()
    }

    fn event_error_item(&self, union: &ShapeId) -> &Item {
        self.event_errors.get(union).expect("`resolve` names the error of every event stream")
    }

    fn item(&self, shape: &ShapeId) -> &Item {
        self.items.get(shape).expect("`data_shapes` has every shape that members and errors reach")
    }
}

/// Returns the name of a field.
pub(super) fn field_name(member: &Member) -> String {
    rust_name(&member.traits, name::escape_field).unwrap_or_else(|| name::field(&member.id.name))
}

/// Returns the name of the accessors of a variant of a union.
pub(super) fn accessor_name(member: &Member) -> String {
    rust_name(&member.traits, name::field).unwrap_or_else(|| name::field(&member.id.name))
}

/// Returns the name of a variant of a union.
pub(super) fn variant_name(member: &Member) -> String {
    rust_name(&member.traits, str::to_owned).unwrap_or_else(|| name::variant(&member.id.name))
}

/// Returns the name of the type of an operation, which its error, its fluent builder, its module and the client's method follow.
pub(super) fn operation_name(operation: &Shape) -> String {
    rust_name(&operation.traits, str::to_owned).unwrap_or_else(|| name::operation_item(operation.id.name()))
}

/// Returns the name that the input, the output and the paginator of an operation begin with.
pub(super) fn message_name(operation: &Shape) -> String {
    rust_name(&operation.traits, str::to_owned).unwrap_or_else(|| name::item(operation.id.name()))
}

/// Returns the name that the model or an overlay gives, which `pass::validate` has checked.
fn rust_name(traits: &Traits, convert: fn(&str) -> String) -> Option<String> {
    traits.text(id::RUST_NAME).map(convert)
}

/// Returns true if the shape becomes an item. Lists, maps and simple shapes do not, so that a string `eventType` does not take
/// the name of a structure `EventType`.
fn becomes_item(shape: &Shape) -> bool {
    use ShapeKind::{Enum, IntEnum, Structure, Union};
    matches!(shape.kind, Structure | Union | Enum | IntEnum)
}

fn item(model: &Model, shape: &Shape) -> Item {
    let is_error = shape.traits.has(id::ERROR);
    let renamed = model.service().and_then(|(_, service)| service.rename.get(&shape.id));
    let base = renamed.map_or(shape.id.name(), String::as_str);
    let name = rust_name(&shape.traits, str::to_owned).unwrap_or_else(|| match name::item(base) {
        // The variant of that name is for errors that are not in the model.
        name if is_error && name == "Unhandled" => "UnhandledError".to_owned(),
        name => name,
    });
    let path = RustPath::new(if is_error { "crate::types::error" } else { "crate::types" }, &name);
    Item { module: name::module(&name), schema: format!("{}_SCHEMA", name::constant(&name)), path }
}

/// Returns the error of the event stream whose union has a name.
fn event_error(union: &str) -> Item {
    let path = RustPath::new("crate::types::error", &format!("{union}Error"));
    Item { module: name::module(&path.name), schema: String::new(), path }
}

fn collision(shape: &Shape, other: &Shape, name: &str) -> Diagnostic {
    let rust_name = [shape, other].into_iter().find_map(|it| it.traits.get(id::RUST_NAME));
    Diagnostic::error(format!("`{}` and `{}` would both become the Rust {name}", other.id, shape.id))
        .at(rust_name.map_or(&shape.location, |rust_name| &rust_name.location))
        .with_help(format!("give one of them another name with an overlay: `{}` on the shape", id::RUST_NAME))
}
