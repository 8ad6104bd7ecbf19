//! Schemas, and how unions are read and written by them.

use indexmap::IndexMap;
use proc_macro2::{Ident, TokenStream};
use quote::quote;

use super::schema_trait::schema_trait;
use super::token::{field_static, ident, number, path};
use crate::id::ShapeId;
use crate::plan::{
    FieldPlan, OperationPlan, RustPath, RustType, SchemaNode, SchemaShape, SchemaTrait, StructPlan,
    UnionPlan, Usage,
};

/// Emits the schema of a structure.
pub(super) fn structure(plan: &StructPlan) -> TokenStream {
    table(&plan.id, &plan.schema, "Structure", &plan.schema_traits, &plan.fields)
}

/// Emits the schema of an operation.
pub(super) fn operation(plan: &OperationPlan) -> TokenStream {
    let (namespace, name) = (plan.id.namespace(), plan.id.name());
    let schema = ident(&plan.schema.name);
    let (input, output) = (path(&plan.input.schema), path(&plan.output.schema));
    let errors = plan.errors.iter().map(|error| {
        let schema = path(&error.schema);
        quote!(&#schema)
    });
    quote! {
        static #schema: ::aws_smithy_schema::OperationSchema<'static> =
            ::tinsmith_runtime::wire::operation_schema(
                ::aws_smithy_schema::shape_id!(#namespace, #name),
                &#input,
                &#output,
                &[#(#errors),*],
            );
    }
}

/// Emits the schema of a union.
pub(super) fn union(plan: &UnionPlan) -> TokenStream {
    let table = table(&plan.id, &plan.schema, "Union", &plan.schema_traits, &plan.variants);
    let variants = variants(plan);
    quote!(#table #variants)
}

/// Emits a structure or union with its members, and the statics that the members need.
fn table(
    id: &ShapeId,
    schema: &RustPath,
    kind: &str,
    schema_traits: &[SchemaTrait],
    fields: &[FieldPlan],
) -> TokenStream {
    let (namespace, name) = (id.namespace(), id.name());
    let mut below = Below::default();
    let members = fields.iter().enumerate();
    let members: Vec<_> = members.map(|(index, field)| member(index, field, &mut below)).collect();
    let (schema, kind, traits) = (ident(&schema.name), ident(kind), traits(schema_traits));
    let below = below.0.values();
    quote! {
        ::tinsmith_runtime::schema! {
            #schema: #kind #namespace #name #traits {
                #(#members)*
            }
        }
        #(#below)*
    }
}

/// The statics of elements and values, by name, in the order in which they are made.
#[derive(Default)]
struct Below(IndexMap<String, TokenStream>);

impl Below {
    /// Adds a static. `A_ELEMENT_ELEMENT` may be of the elements of `a`'s elements or of the elements of `aElement`; the
    /// second gets an underscore.
    fn add(&mut self, mut name: String, schema: &TokenStream) -> Ident {
        while self.0.contains_key(&name) {
            name.push('_');
        }
        let static_name = ident(&name);
        self.0.insert(name, quote!(static #static_name: ::aws_smithy_schema::Schema<'static> = #schema;));
        static_name
    }
}

/// Emits `0 "key": String;`.
fn member(index: usize, field: &FieldPlan, below: &mut Below) -> TokenStream {
    let wire_name = &field.wire_name;
    let kind = shape_type(&field.schema.shape);
    let index = number(index);
    let aggregate = match &field.schema.shape {
        SchemaShape::List(element) => {
            let element = reference(element, &field_static(field, "ELEMENT"), below);
            quote!(.with_list_member(#element))
        }
        SchemaShape::Map { key, value } => {
            let key = reference(key, &field_static(field, "KEY"), below);
            let value = reference(value, &field_static(field, "VALUE"), below);
            quote!(.with_map_members(#key, #value))
        }
        _ => quote!(),
    };
    let traits = traits(&field.schema.traits);
    quote!(#index #wire_name: #kind #aggregate #traits;)
}

fn shape_type(shape: &SchemaShape) -> Ident {
    ident(match shape {
        SchemaShape::Simple(name) => name,
        SchemaShape::List(_) => "List",
        SchemaShape::Map { .. } => "Map",
        SchemaShape::Structure(_) => "Structure",
        SchemaShape::Union(_) => "Union",
    })
}

/// Emits the traits as methods of `Schema`.
fn traits(traits: &[SchemaTrait]) -> TokenStream {
    traits.iter().map(schema_trait).collect()
}

/// Emits a reference to the schema of an element; one that has no static yet gets it under `name`.
fn reference(node: &SchemaNode, name: &str, below: &mut Below) -> TokenStream {
    let kind = shape_type(&node.shape);
    let prelude = ident(&crate::name::constant(&kind.to_string()));
    let (namespace, shape) = (node.id.namespace(), node.id.name());
    let id = quote!(::aws_smithy_schema::shape_id!(#namespace, #shape));
    let made = match &node.shape {
        SchemaShape::Structure(schema) | SchemaShape::Union(schema) if node.traits.is_empty() => {
            let schema = path(schema);
            return quote!(&#schema);
        }
        // Members are read and written by the schema of the type.
        SchemaShape::Structure(_) | SchemaShape::Union(_) => {
            quote!(::aws_smithy_schema::Schema::new_struct(#id, ::aws_smithy_schema::ShapeType::#kind, &[]))
        }
        SchemaShape::Simple(_) if node.is_prelude() => return quote!(&::aws_smithy_schema::prelude::#prelude),
        SchemaShape::Simple(_) => {
            quote!(::aws_smithy_schema::Schema::new(#id, ::aws_smithy_schema::ShapeType::#kind))
        }
        SchemaShape::List(element) => {
            let element = reference(element, &format!("{name}_ELEMENT"), below);
            quote!(::aws_smithy_schema::Schema::new_list(#id, #element))
        }
        SchemaShape::Map { key, value } => {
            let key = reference(key, &format!("{name}_KEY"), below);
            let value = reference(value, &format!("{name}_VALUE"), below);
            quote!(::aws_smithy_schema::Schema::new_map(#id, #key, #value))
        }
    };
    let traits = traits(&node.traits);
    let name = below.add(name.to_owned(), &quote!(#made #traits));
    quote!(&#name)
}

/// Emits the reading and writing of a union: `0 Circle(value);`.
fn variants(plan: &UnionPlan) -> TokenStream {
    let (name, schema) = (path(&plan.path), ident(&plan.schema.name));
    let usage = usage(plan.usage);
    let variants = plan.variants.iter().enumerate().map(|(index, variant)| {
        let (index, name) = (number(index), ident(&variant.name));
        let value = (variant.ty != RustType::Unit).then(|| quote!((value)));
        quote!(#index #name #value;)
    });
    quote! {
        ::tinsmith_runtime::union_traits! {
            #name: #schema, #usage {
                #(#variants)*
            }
        }
    }
}

/// Emits whether responses hold a type, requests, or both.
pub(super) fn usage(usage: Usage) -> TokenStream {
    match (usage.input, usage.output) {
        (true, true) => quote!(writes and reads),
        (true, false) => quote!(writes),
        (false, _) => quote!(reads),
    }
}
