//! Schemas, and reading and writing by them.

use indexmap::IndexMap;
use proc_macro2::{Ident, TokenStream};
use quote::quote;

use super::token::{default_value, field_static, ident, number, path, unwrap_or};
use crate::plan::{
    DefaultValue, FieldPlan, NamedKind, OperationPlan, Presence, RustType, SchemaNode, SchemaShape,
    StructPlan, StructRole, UnionPlan,
};

/// The schema of a structure or error.
pub(super) fn structure(plan: &StructPlan) -> TokenStream {
    let statics = statics(&plan.id, &plan.schema, "Structure", &plan.fields, "MEMBERS");
    let write = plan.travel.sent.then(|| write_struct(plan, "MEMBERS"));
    let read = plan.travel.received.then(|| read_struct(plan));
    quote!(#statics #write #read)
}

/// The schemas of an operation, its input and its output.
pub(super) fn operation(plan: &OperationPlan) -> TokenStream {
    let input = message(&plan.input, "INPUT_MEMBERS");
    let output = message(&plan.output, "OUTPUT_MEMBERS");
    let write = write_struct(&plan.input, "INPUT_MEMBERS");
    let read = read_struct(&plan.output);
    let (namespace, name) = &plan.id;
    let errors = plan.errors.iter().map(|error| {
        let schema = path(&error.schema);
        quote!(&#schema)
    });
    quote! {
        pub(crate) static OPERATION: ::aws_smithy_schema::OperationSchema<'static> =
            ::aws_smithy_schema::OperationSchema::builder(::aws_smithy_schema::shape_id!(#namespace, #name))
                .input(&INPUT)
                .output(&OUTPUT)
                .errors(&[#(#errors),*])
                .build();
        #input
        #write
        #output
        #read
    }
}

fn message(plan: &StructPlan, members: &str) -> TokenStream {
    statics(&plan.id, &plan.schema, "Structure", &plan.fields, members)
}

/// The schema of a union.
pub(super) fn union(plan: &UnionPlan) -> TokenStream {
    let statics = statics(&plan.id, &plan.schema, "Union", &plan.variants, "MEMBERS");
    let write = plan.travel.sent.then(|| write_union(plan));
    let read = plan.travel.received.then(|| read_union(plan));
    quote!(#statics #write #read)
}

/// The statics of a structure or union: its members in one table, itself, and what the members need.
fn statics(
    (namespace, name): &(String, String),
    schema: &str,
    kind: &str,
    fields: &[FieldPlan],
    table: &str,
) -> TokenStream {
    let mut below = Below::default();
    let members: Vec<_> = fields
        .iter()
        .enumerate()
        .map(|(index, field)| {
            member((namespace, name), (table.trim_end_matches("MEMBERS"), field), index, &mut below)
        })
        .collect();
    let below = below.0.values();
    let values = ident(&format!("{table}_TABLE"));
    let (schema, kind, table) = (ident(schema), ident(kind), ident(table));
    let count = number(fields.len());
    let table_ref = if fields.is_empty() { quote!(&[]) } else { quote!(&#table) };
    let members = (!fields.is_empty()).then(|| {
        quote! {
            static #table: [&::aws_smithy_schema::Schema<'static>; #count] = #values.each_ref();
            static #values: [::aws_smithy_schema::Schema<'static>; #count] = [#(#members),*];
        }
    });
    quote! {
        pub(crate) static #schema: ::aws_smithy_schema::Schema<'static> = ::aws_smithy_schema::Schema::new_struct(
            ::aws_smithy_schema::shape_id!(#namespace, #name),
            ::aws_smithy_schema::ShapeType::#kind,
            #table_ref,
        );
        #members
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

fn member(
    (namespace, name): (&str, &str),
    (prefix, field): (&str, &FieldPlan),
    index: usize,
    below: &mut Below,
) -> TokenStream {
    let wire_name = &field.wire_name;
    let kind = shape_type(&field.schema.shape);
    let index = number(index);
    let aggregate = match &field.schema.shape {
        SchemaShape::List(element) => {
            let element = reference(element, &format!("{prefix}{}", field_static(field, "ELEMENT")), below);
            quote!(.with_list_member(#element))
        }
        SchemaShape::Map(value) => {
            let value = reference(value, &format!("{prefix}{}", field_static(field, "VALUE")), below);
            quote!(.with_map_members(&::aws_smithy_schema::prelude::STRING, #value))
        }
        _ => quote!(),
    };
    let traits = traits(&field.schema);
    quote! {
        ::aws_smithy_schema::Schema::new_member(
            ::aws_smithy_schema::shape_id!(#namespace, #name, #wire_name),
            ::aws_smithy_schema::ShapeType::#kind,
            #wire_name,
            #index,
        ) #aggregate #traits
    }
}

fn shape_type(shape: &SchemaShape) -> Ident {
    ident(match shape {
        SchemaShape::Simple(name) => name,
        SchemaShape::List(_) => "List",
        SchemaShape::Map(_) => "Map",
        SchemaShape::Structure(_) => "Structure",
        SchemaShape::Union(_) => "Union",
    })
}

fn traits(node: &SchemaNode) -> TokenStream {
    let format = node.timestamp_format.as_ref().map(|format| {
        let format = ident(match format.as_str() {
            "date-time" => "DateTime",
            "http-date" => "HttpDate",
            _ => "EpochSeconds",
        });
        quote!(.with_timestamp_format(::aws_smithy_schema::traits::TimestampFormat::#format))
    });
    let sensitive = node.sensitive.then(|| quote!(.with_sensitive()));
    quote!(#format #sensitive)
}

/// A reference to the schema of an element; one that has no static yet gets it under `name`.
fn reference(node: &SchemaNode, name: &str, below: &mut Below) -> TokenStream {
    let kind = shape_type(&node.shape);
    let prelude = ident(&crate::name::constant(&kind.to_string()));
    let (namespace, shape) = &node.id;
    let id = quote!(::aws_smithy_schema::shape_id!(#namespace, #shape));
    let made = match &node.shape {
        SchemaShape::Structure(schema) | SchemaShape::Union(schema) => {
            let schema = path(schema);
            return quote!(&#schema);
        }
        SchemaShape::Simple(_) if node.is_prelude() => return quote!(&::aws_smithy_schema::prelude::#prelude),
        SchemaShape::Simple(_) => {
            quote!(::aws_smithy_schema::Schema::new(#id, ::aws_smithy_schema::ShapeType::#kind))
        }
        SchemaShape::List(element) => {
            let element = reference(element, &format!("{name}_ELEMENT"), below);
            quote!(::aws_smithy_schema::Schema::new_list(#id, #element))
        }
        SchemaShape::Map(value) => {
            let value = reference(value, &format!("{name}_VALUE"), below);
            quote!(::aws_smithy_schema::Schema::new_map(#id, &::aws_smithy_schema::prelude::STRING, #value))
        }
    };
    let traits = traits(node);
    let name = below.add(name.to_owned(), &quote!(#made #traits));
    quote!(&#name)
}

fn write_struct(plan: &StructPlan, table: &str) -> TokenStream {
    let (name, schema) = (path(&plan.path), ident(&plan.schema));
    let fields: Vec<_> =
        plan.fields.iter().enumerate().map(|(index, field)| write_field(field, index, table)).collect();
    let writer = if fields.is_empty() { quote!(_writer) } else { quote!(writer) };
    quote! {
        impl ::aws_smithy_schema::serde::SerializableStruct for #name {
            fn schema(&self) -> &::aws_smithy_schema::Schema<'_> { &#schema }
            fn serialize_members(
                &self,
                #writer: &mut dyn ::aws_smithy_schema::serde::ShapeSerializer,
            ) -> ::std::result::Result<(), ::aws_smithy_schema::serde::SerdeError> {
                #(#fields)*
                ::std::result::Result::Ok(())
            }
        }
    }
}

fn write_field(field: &FieldPlan, index: usize, table: &str) -> TokenStream {
    let (name, table, index) = (ident(&field.name), ident(table), number(index));
    let member = quote!(#table[#index]);
    let own = if field.ty.is_copy() { quote!(self.#name) } else { quote!(&self.#name) };
    match &field.presence {
        Presence::Optional => {
            let write = write(&field.ty, &member, &quote!(value));
            quote!(if let ::std::option::Option::Some(value) = #own { #write?; })
        }
        Presence::Default { value, sent: false } => {
            let write = write(&field.ty, &member, &own);
            let differs = differs(value, &field.ty, &quote!(self.#name));
            quote!(if #differs { #write?; })
        }
        Presence::Required | Presence::Default { .. } => {
            let write = write(&field.ty, &member, &own);
            quote!(#write?;)
        }
    }
}

/// Whether a field has another value than its default.
fn differs(default: &DefaultValue, ty: &RustType, value: &TokenStream) -> TokenStream {
    match (default, ty) {
        (DefaultValue::Empty, RustType::Bool) => value.clone(),
        (DefaultValue::Bool(_), _) => quote!(!#value),
        (DefaultValue::Empty, RustType::I8 | RustType::I16 | RustType::I32 | RustType::I64) => {
            quote!(#value != 0)
        }
        (DefaultValue::Empty, RustType::F32 | RustType::F64) => quote!(#value != 0.0),
        (DefaultValue::Empty, RustType::String | RustType::List { .. } | RustType::Map { .. }) => {
            quote!(!#value.is_empty())
        }
        (DefaultValue::Empty, RustType::Blob) => quote!(!#value.as_ref().is_empty()),
        (DefaultValue::Text(text), RustType::String) => quote!(#value != #text),
        (DefaultValue::Text(text), RustType::Named(..)) => quote!(#value.as_str() != #text),
        (default, ty) => {
            let default = default_value(default, ty);
            quote!(#value != #default)
        }
    }
}

/// An expression of type `Result<(), SerdeError>` that writes `value`, a reference or a number, under `member`.
fn write(ty: &RustType, member: &TokenStream, value: &TokenStream) -> TokenStream {
    match ty {
        RustType::Bool => quote!(writer.write_boolean(#member, #value)),
        RustType::I8 => quote!(writer.write_byte(#member, #value)),
        RustType::I16 => quote!(writer.write_short(#member, #value)),
        RustType::I32 => quote!(writer.write_integer(#member, #value)),
        RustType::I64 => quote!(writer.write_long(#member, #value)),
        RustType::F32 => quote!(writer.write_float(#member, #value)),
        RustType::F64 => quote!(writer.write_double(#member, #value)),
        RustType::String => quote!(writer.write_string(#member, #value)),
        RustType::BigInteger => quote!(writer.write_big_integer(#member, #value)),
        RustType::BigDecimal => quote!(writer.write_big_decimal(#member, #value)),
        RustType::Blob => {
            let value = owned_place(value);
            quote!(writer.write_blob(#member, #value.clone()))
        }
        RustType::DateTime => quote!(writer.write_timestamp(#member, #value)),
        RustType::Document => quote!(writer.write_document(#member, #value)),
        RustType::Named(_, NamedKind::Enum) => {
            let value = owned_place(value);
            quote!(writer.write_string(#member, #value.as_str()))
        }
        RustType::Unit => quote!(crate::wire::write_unit(writer, #member)),
        RustType::Named(..) => quote!(writer.write_struct(#member, #value)),
        RustType::Boxed(inner) => {
            let value = owned_place(value);
            write(inner, member, &quote!(#value.as_ref()))
        }
        RustType::List { element, sparse } => {
            let function = if *sparse { quote!(write_sparse_list) } else { quote!(write_list) };
            write_items(&function, element, member, value)
        }
        RustType::Map { value: item, sparse } => {
            let function = if *sparse { quote!(write_sparse_map) } else { quote!(write_map) };
            write_items(&function, item, member, value)
        }
    }
}

/// `&self.field` without the `&`, before a method call.
fn owned_place(value: &TokenStream) -> TokenStream {
    let mut tokens = value.clone().into_iter();
    match tokens.next() {
        Some(proc_macro2::TokenTree::Punct(punct)) if punct.as_char() == '&' => tokens.collect(),
        _ => value.clone(),
    }
}

fn write_items(
    function: &TokenStream,
    item: &RustType,
    member: &TokenStream,
    value: &TokenStream,
) -> TokenStream {
    let element = if item.is_copy() { quote!(*value) } else { quote!(value) };
    let write = write(item, &quote!(member), &element);
    quote!(crate::wire::#function(writer, #member, #value, |writer, member, value| #write))
}

fn read_struct(plan: &StructPlan) -> TokenStream {
    let (name, builder) = (path(&plan.path), builder_path(plan));
    let schema = ident(&plan.schema);
    let consume = consume(&plan.fields, |field| {
        let (name, value) = (ident(&field.name), read(&field.ty));
        quote!(found.#name = ::std::option::Option::Some(#value?))
    });
    let required = plan.fields.iter().enumerate().filter(|(_, field)| field.presence != Presence::Optional);
    let required = required.map(|(index, _)| number(index));
    let fields = plan.fields.iter().map(|field| {
        let (name, unwrap) = (ident(&field.name), unwrap_or(field));
        if is_error_message(plan, field) {
            return quote!(#name: found.#name.or_else(|| metadata.message().map(str::to_owned)) #unwrap);
        }
        quote!(#name: found.#name #unwrap)
    });
    let (parameter, extra) = match plan.role {
        StructRole::Error { .. } => (
            Some(quote!(metadata: &::aws_smithy_types::error::ErrorMetadata,)),
            Some(quote!(meta: metadata.clone(),)),
        ),
        StructRole::Output => (None, Some(quote!(_request_id: ::std::option::Option::None,))),
        StructRole::Plain | StructRole::Input => (None, None),
    };
    let found = if plan.fields.is_empty() { quote!() } else { quote!(let mut found = #builder::default();) };
    quote! {
        impl #name {
            pub(crate) fn from_wire(
                reader: &mut dyn ::aws_smithy_schema::serde::ShapeDeserializer,
                #parameter
            ) -> ::std::result::Result<Self, ::aws_smithy_schema::serde::SerdeError> {
                #found
                crate::wire::read_members(reader, &#schema, &[#(#required),*], #consume)?;
                ::std::result::Result::Ok(Self { #(#fields,)* #extra })
            }
        }
    }
}

/// The message of an error may travel under another name; then the metadata has it.
fn is_error_message(plan: &StructPlan, field: &FieldPlan) -> bool {
    matches!(plan.role, StructRole::Error { .. }) && field.stem == "message" && field.ty == RustType::String
}

fn builder_path(plan: &StructPlan) -> TokenStream {
    let module = super::token::module(&plan.path.module);
    let builder = ident(&plan.builder);
    quote!(#module::builders::#builder)
}

/// The closure that takes each member that is there.
fn consume(fields: &[FieldPlan], take: impl Fn(&FieldPlan) -> TokenStream) -> TokenStream {
    match fields {
        [] => quote!(&mut |_, _, _| ::std::result::Result::Ok(())),
        [only] => {
            let (take, member) = (take(only), member_parameter(fields));
            quote!(&mut |index, #member, reader| {
                if index == 0 {
                    #take;
                }
                ::std::result::Result::Ok(())
            })
        }
        fields => {
            let arms = fields.iter().enumerate().map(|(index, field)| {
                let (index, take) = (number(index), take(field));
                quote!(#index => #take)
            });
            let member = member_parameter(fields);
            quote!(&mut |index, #member, reader| {
                match index {
                    #(#arms,)*
                    _ => {}
                }
                ::std::result::Result::Ok(())
            })
        }
    }
}

/// Structures and unions know their own schema; the member's is needed for everything else.
fn member_parameter(fields: &[FieldPlan]) -> TokenStream {
    if fields.iter().any(|field| uses_member(&field.ty)) { quote!(member) } else { quote!(_) }
}

fn uses_member(ty: &RustType) -> bool {
    match ty {
        RustType::Unit => false,
        RustType::Named(_, kind) => *kind == NamedKind::Enum,
        RustType::Boxed(inner) => uses_member(inner),
        _ => true,
    }
}

/// An expression of type `Result<T, SerdeError>`.
fn read(plan: &RustType) -> TokenStream {
    match plan {
        RustType::Bool => quote!(reader.read_boolean(member)),
        RustType::I8 => quote!(reader.read_byte(member)),
        RustType::I16 => quote!(reader.read_short(member)),
        RustType::I32 => quote!(reader.read_integer(member)),
        RustType::I64 => quote!(reader.read_long(member)),
        RustType::F32 => quote!(reader.read_float(member)),
        RustType::F64 => quote!(reader.read_double(member)),
        RustType::String => quote!(reader.read_string(member)),
        RustType::BigInteger => quote!(reader.read_big_integer(member)),
        RustType::BigDecimal => quote!(reader.read_big_decimal(member)),
        RustType::Blob => quote!(reader.read_blob(member)),
        RustType::DateTime => quote!(reader.read_timestamp(member)),
        RustType::Document => quote!(reader.read_document(member)),
        RustType::Named(named, NamedKind::Enum) => {
            let named = path(named);
            quote!(reader.read_string(member).map(|value| #named::from(value.as_str())))
        }
        RustType::Unit => quote!(crate::wire::read_unit(reader)),
        RustType::Named(named, _) => {
            let named = path(named);
            quote!(#named::from_wire(reader))
        }
        RustType::Boxed(inner) => {
            let inner = read(inner);
            quote!(#inner.map(::std::boxed::Box::new))
        }
        RustType::List { element, sparse } => {
            let function = if *sparse { quote!(read_sparse_list) } else { quote!(read_list) };
            read_items(&function, element)
        }
        RustType::Map { value, sparse } => {
            let function = if *sparse { quote!(read_sparse_map) } else { quote!(read_map) };
            read_items(&function, value)
        }
    }
}

fn read_items(function: &TokenStream, item: &RustType) -> TokenStream {
    let function = quote!(crate::wire::#function);
    let member = if uses_member(item) { quote!(member) } else { quote!(_) };
    let read = read(item);
    quote!(#function(reader, member, |reader, #member| #read))
}

fn write_union(plan: &UnionPlan) -> TokenStream {
    let (name, schema) = (path(&plan.path), ident(&plan.schema));
    let arms = plan.variants.iter().enumerate().map(|(index, variant)| {
        let (name, index) = (ident(&variant.name), number(index));
        let value = if variant.ty.is_copy() { quote!(*value) } else { quote!(value) };
        let write = write(&variant.ty, &quote!(MEMBERS[#index]), &value);
        if variant.ty == RustType::Unit {
            quote!(Self::#name => #write)
        } else {
            quote!(Self::#name(value) => #write)
        }
    });
    let label = &plan.path.name;
    let message =
        format!("a variant of `{label}` that this version of the crate does not know cannot be sent");
    let writer = if plan.variants.is_empty() { quote!(_writer) } else { quote!(writer) };
    quote! {
        impl ::aws_smithy_schema::serde::SerializableStruct for #name {
            fn schema(&self) -> &::aws_smithy_schema::Schema<'_> { &#schema }
            fn serialize_members(
                &self,
                #writer: &mut dyn ::aws_smithy_schema::serde::ShapeSerializer,
            ) -> ::std::result::Result<(), ::aws_smithy_schema::serde::SerdeError> {
                match self {
                    #(#arms,)*
                    Self::Unknown => ::std::result::Result::Err(
                        ::aws_smithy_schema::serde::SerdeError::custom(#message),
                    ),
                }
            }
        }
    }
}

fn read_union(plan: &UnionPlan) -> TokenStream {
    let (name, schema) = (path(&plan.path), ident(&plan.schema));
    let consume = consume(&plan.variants, |variant| {
        let (name, value) = (ident(&variant.name), read(&variant.ty));
        if variant.ty == RustType::Unit {
            return quote!({ #value?; found = Self::#name });
        }
        quote!(found = Self::#name(#value?))
    });
    let found = if plan.variants.is_empty() { quote!(let found) } else { quote!(let mut found) };
    quote! {
        impl #name {
            pub(crate) fn from_wire(
                reader: &mut dyn ::aws_smithy_schema::serde::ShapeDeserializer,
            ) -> ::std::result::Result<Self, ::aws_smithy_schema::serde::SerdeError> {
                #found = Self::Unknown;
                crate::wire::read_members(reader, &#schema, &[], #consume)?;
                ::std::result::Result::Ok(found)
            }
        }
    }
}
