//! Botocore service folders to model.
//!
//! Botocore's conventions end here: the result is the same as that of a Smithy model.

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::Arc;

use serde_json::json;

use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::id::ShapeId;
use crate::model::traits::id;
use crate::model::{Model, OperationShape, Reference, ServiceShape, Shape, ShapeKind, Traits};
use crate::source::{Location, Node, Source, Value};

mod names;
mod pagination;
mod service;
mod shape;
mod waiter;

use names::Names;

/// Reads `service-2.json` of a folder and the other files of botocore next to it, compressed or not.
pub(super) fn read(folder: &Path) -> Result<Model, Diagnostics> {
    read_files(&|name| file(folder, name))?
        .ok_or_else(|| no_service_file(&folder.display().to_string()).into())
}

/// Reads the same files from memory.
pub(super) fn texts(name: &str, files: &BTreeMap<&str, &str>) -> Result<Model, Diagnostics> {
    let file = |file: &str| files.get(file).map(|text| Source::from_text(&format!("{name}/{file}"), text));
    read_files(&|name| Ok(file(name)))?.ok_or_else(|| no_service_file(name).into())
}

/// Finds a file by its name.
type Find<'a> = dyn Fn(&str) -> Result<Option<Arc<Source>>, Diagnostic> + 'a;

/// Returns `None` if there is no `service-2.json`.
fn read_files(find: &Find<'_>) -> Result<Option<Model>, Diagnostics> {
    let Some((source, document)) = parsed(find, "service-2.json")? else { return Ok(None) };
    let root = Node::root(&document, &source);
    let mut reader = Reader::new(&root)?;
    reader.shapes(&root)?;
    reader.operations(&root)?;
    reader.mark_inputs_and_outputs();
    let mut service = service::traits(&root)?;
    discovery(&root, &reader.names, &mut service)?;
    if let Some((source, document)) = parsed(find, "endpoint-rule-set-1.json")? {
        service.insert(id::ENDPOINT_RULE_SET, document, Location::root(&source));
    }
    if let Some((source, document)) = parsed(find, "paginators-1.json")? {
        pagination::apply(&mut reader.model, reader.names.namespace(), &Node::root(&document, &source))?;
    }
    if let Some((source, document)) = parsed(find, "waiters-2.json")? {
        waiter::apply(&mut reader.model, reader.names.namespace(), &Node::root(&document, &source))?;
    }
    Ok(Some(reader.finish(&root, service)?))
}

fn no_service_file(folder: &str) -> Diagnostic {
    Diagnostic::error(format!("`{folder}` has no `service-2.json`"))
        .with_help("use the folder of one API version, such as `botocore/data/directconnect/2012-10-25`")
}

/// Reads the file `name` or `name.gz` of a folder, if there is one.
fn file(folder: &Path, name: &str) -> Result<Option<Arc<Source>>, Diagnostic> {
    let candidates = [folder.join(name), folder.join(format!("{name}.gz"))];
    candidates.iter().find(|path| path.is_file()).map(|path| super::json::read(path)).transpose()
}

/// Reads and parses a file, if there is one.
fn parsed(find: &Find<'_>, name: &str) -> Result<Option<(Arc<Source>, Value)>, Diagnostic> {
    let Some(source) = find(name)? else { return Ok(None) };
    let document = super::json::parse(&source)?;
    if depth(&document) > MAX_DEPTH {
        return Err(Diagnostic::error(format!(
            "`{}` is nested more than {MAX_DEPTH} levels deep",
            source.path
        ))
        .at(&Location::root(&source))
        .with_help("models of services are far less deep; use the file of a release of botocore"));
    }
    Ok(Some((source, document)))
}

/// The maximum depth of a file. Its content is some levels deeper in the Smithy model that is written from it, and the JSON parser
/// allows 127.
const MAX_DEPTH: usize = 100;

/// Returns the depth of a document, which the JSON parser has limited.
fn depth(value: &Value) -> usize {
    let inside = match value {
        Value::Array(list) => list.iter().map(depth).max(),
        Value::Object(object) => object.values().map(depth).max(),
        _ => return 0,
    };
    1 + inside.unwrap_or_default()
}

struct Reader {
    names: Names,
    model: Model,
    operations: Vec<Reference>,
}

impl Reader {
    fn new(root: &Node<'_>) -> Result<Self, Diagnostic> {
        let names = Names::of(root)?;
        Ok(Self { names, model: Model::default(), operations: Vec::new() })
    }

    fn shapes(&mut self, root: &Node<'_>) -> Result<(), Diagnostics> {
        let mut diagnostics = Diagnostics::default();
        for (name, node) in root.required("shapes")?.entries()? {
            match shape::read(&self.names, name, &node) {
                Ok(shape) => self.add(shape),
                Err(diagnostic) => diagnostics.push(diagnostic),
            }
        }
        diagnostics.finish(())
    }

    fn operations(&mut self, root: &Node<'_>) -> Result<(), Diagnostics> {
        let mut diagnostics = Diagnostics::default();
        for (name, node) in root.required("operations")?.entries()? {
            match operation(&self.names, name, &node) {
                Ok(shape) => {
                    self.operations.push(Reference { id: shape.id.clone(), location: node.location });
                    self.add(shape);
                }
                Err(diagnostic) => diagnostics.push(diagnostic),
            }
        }
        diagnostics.finish(())
    }

    fn add(&mut self, shape: Shape) {
        self.model.shapes.insert(shape.id.clone(), shape);
    }

    /// Marks inputs and outputs, which botocore does not: structures that are used once, as the input or the output of an
    /// operation.
    fn mark_inputs_and_outputs(&mut self) {
        let mut uses: BTreeMap<ShapeId, Vec<Use>> = BTreeMap::new();
        for shape in self.model.shapes.values() {
            for member in shape.members.values() {
                uses.entry(member.target.id.clone()).or_default().push(Use::Other);
            }
            if let ShapeKind::Operation(operation) = &shape.kind {
                let input = operation.input.iter().map(|input| (input, Use::Input));
                let output = operation.output.iter().map(|output| (output, Use::Output));
                let errors = operation.errors.iter().map(|error| (error, Use::Other));
                for (reference, role) in input.chain(output).chain(errors) {
                    uses.entry(reference.id.clone()).or_default().push(role);
                }
            }
        }
        for (id, roles) in uses {
            let [role @ (Use::Input | Use::Output)] = roles[..] else { continue };
            let Some(shape) = self.model.shapes.get_mut(&id) else { continue };
            let annotation = if role == Use::Input { id::INPUT } else { id::OUTPUT };
            shape.traits.insert(annotation, json!({}), shape.location.clone());
        }
    }

    fn finish(mut self, root: &Node<'_>, traits: Traits) -> Result<Model, Diagnostic> {
        let id = service::id(self.names.namespace(), root)?;
        let version = root.required("metadata")?.required("apiVersion")?.text()?.to_owned();
        self.operations.sort_by(|left, right| left.id.cmp(&right.id));
        let kind = ShapeKind::Service(ServiceShape {
            version,
            operations: std::mem::take(&mut self.operations),
            ..ServiceShape::default()
        });
        let location = root.location.child("metadata");
        self.add(Shape { id, kind, members: indexmap::IndexMap::new(), traits, location });
        Ok(self.model)
    }
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Use {
    Input,
    Output,
    Other,
}

fn operation(names: &Names, name: &str, node: &Node<'_>) -> Result<Shape, Diagnostic> {
    let target = |key| node.get(key).map(|target| names.reference(&target)).transpose();
    let errors = node.get("errors").map(|errors| errors.elements()).transpose()?.unwrap_or_default();
    let errors = errors.iter().map(|error| names.reference(error)).collect::<Result<_, _>>()?;
    let kind =
        ShapeKind::Operation(OperationShape { input: target("input")?, output: target("output")?, errors });
    Ok(Shape {
        id: names.operation(name, node)?,
        kind,
        members: indexmap::IndexMap::new(),
        traits: shape::operation_traits(node)?,
        location: node.location.clone(),
    })
}

/// Reads the operation that discovers endpoints.
fn discovery(root: &Node<'_>, names: &Names, service: &mut Traits) -> Result<(), Diagnostic> {
    for (name, node) in root.required("operations")?.entries()? {
        if node.is_true("endpointoperation") {
            let asked = json!({ "operation": names.operation(name, &node)?.as_str() });
            service.insert(
                "aws.api#clientEndpointDiscovery",
                asked,
                node.location.child("endpointoperation"),
            );
        }
    }
    Ok(())
}
