//! Small pieces of Rust that every emitter needs.

use proc_macro2::{Ident, Literal, Span, TokenStream};
use quote::quote;

use crate::name;
use crate::plan::{
    AttributePlan, DefaultValue, Derives, DocumentValue, FieldPlan, NamedKind, Presence, RustPath, RustType,
    StandardTrait,
};

pub(super) use crate::name::ident;

/// Separator of the lines of a documentation attribute. One attribute for each line would double the time of formatting.
pub(crate) const DOC_LINE: char = '\u{1f}';

/// Emits documentation in Markdown as an attribute, whose lines are separated by [`DOC_LINE`].
pub(super) fn doc(markdown: &str) -> TokenStream {
    let literal = doc_text(markdown).map(|text| long_string(&text));
    literal.map(|text| quote!(#[doc = #text])).unwrap_or_default()
}

/// Emits documentation of the file's module.
pub(super) fn module_doc(markdown: &str) -> TokenStream {
    let literal = doc_text(markdown).map(|text| long_string(&text));
    literal.map(|text| quote!(#![doc = #text])).unwrap_or_default()
}

fn doc_text(markdown: &str) -> Option<String> {
    let mut text = String::with_capacity(markdown.len() + 16);
    for (index, line) in markdown.lines().enumerate() {
        if index > 0 {
            text.push(DOC_LINE);
        }
        if !line.is_empty() {
            text.push(' ');
            // The separator may also occur in the text of a model.
            text.extend(line.split(DOC_LINE));
        }
    }
    (!markdown.is_empty()).then_some(text)
}

/// Returns a literal without escapes if the string can be written so: in long strings they take most of the time.
fn long_string(text: &str) -> Literal {
    let mut hashes = String::new();
    while text.contains('"') && text.contains(&format!("\"{hashes}")) {
        hashes.push('#');
    }
    let raw = format!("r{hashes}\"{text}\"{hashes}");
    raw.parse().unwrap_or_else(|_| Literal::string(text))
}

/// Emits `#[deprecated(note = "...")]`.
pub(super) fn deprecated(note: Option<&String>) -> TokenStream {
    note.map(|note| quote!(#[deprecated(note = #note)])).unwrap_or_default()
}

/// Emits a path as tokens.
pub(super) fn path(path: &RustPath) -> TokenStream {
    let (module, name) = (module(&path.module), ident(&path.name));
    quote!(#module::#name)
}

/// Emits a module path such as `crate::types` as tokens.
pub(super) fn module(path: &str) -> TokenStream {
    let segments = path.split("::").map(|segment| match segment {
        "crate" => Ident::new("crate", Span::call_site()),
        other => ident(other),
    });
    quote!(#(#segments)::*)
}

/// Emits a type.
pub(super) fn ty(plan: &RustType) -> TokenStream {
    match plan {
        RustType::Bool => quote!(bool),
        RustType::I8 => quote!(i8),
        RustType::I16 => quote!(i16),
        RustType::I32 => quote!(i32),
        RustType::I64 => quote!(i64),
        RustType::F32 => quote!(f32),
        RustType::F64 => quote!(f64),
        RustType::String => quote!(::std::string::String),
        RustType::BigInteger => quote!(::aws_smithy_types::BigInteger),
        RustType::BigDecimal => quote!(::aws_smithy_types::BigDecimal),
        RustType::Blob => quote!(::aws_smithy_types::Blob),
        RustType::ByteStream => quote!(::aws_smithy_types::byte_stream::ByteStream),
        RustType::EventStream { events, error, is_sent } => {
            let name = ident(if *is_sent { "EventStreamSender" } else { "EventReceiver" });
            let (events, error) = (path(events), path(error));
            quote!(::tinsmith_runtime::events::#name<#events, #error>)
        }
        RustType::DateTime => quote!(::aws_smithy_types::DateTime),
        RustType::Document => quote!(::aws_smithy_types::Document),
        RustType::List { element, sparse } => {
            let element = item_ty(element, *sparse);
            quote!(::std::vec::Vec<#element>)
        }
        RustType::Map { key, value, sparse } => {
            let (key, value) = (ty(key), item_ty(value, *sparse));
            quote!(::std::collections::HashMap<#key, #value>)
        }
        RustType::Unit => quote!(()),
        RustType::Named(named, _) => path(named),
        RustType::Boxed(inner) => {
            let inner = ty(inner);
            quote!(::std::boxed::Box<#inner>)
        }
    }
}

/// Emits the type of an element of a list or map.
pub(super) fn item_ty(item: &RustType, sparse: bool) -> TokenStream {
    let item = ty(item);
    if sparse { quote!(::std::option::Option<#item>) } else { item }
}

/// Emits the type of a field.
pub(super) fn field_ty(field: &FieldPlan) -> TokenStream {
    let ty = ty(&field.ty);
    if field.presence == Presence::Optional { quote!(::std::option::Option<#ty>) } else { ty }
}

/// Returns the name of a method of a field: `set_connection_id`.
pub(super) fn prefixed(prefix: &str, field: &FieldPlan) -> Ident {
    ident(&format!("{prefix}_{}", field.stem.trim_start_matches('_')))
}

/// Emits an integer without a suffix.
pub(super) fn number(value: usize) -> Literal {
    Literal::usize_unsuffixed(value)
}

/// Emits the default of a value, unless it is that of the type's `Default`.
pub(super) fn or_else(value: &DefaultValue, plan: &RustType) -> Option<TokenStream> {
    match (value, plan) {
        (DefaultValue::Empty, plan) => empty(plan),
        (value, plan) => Some(default_value(value, plan)),
    }
}

/// Emits the empty value of a type that has no `Default`.
pub(super) fn empty(plan: &RustType) -> Option<TokenStream> {
    match plan {
        RustType::DateTime => Some(quote!(::aws_smithy_types::DateTime::from_secs(0))),
        RustType::Document => Some(quote!(::aws_smithy_types::Document::Null)),
        RustType::BigInteger | RustType::BigDecimal => {
            Some(default_value(&DefaultValue::String("0".to_owned()), plan))
        }
        RustType::Named(named, NamedKind::Enum) => {
            let named = path(named);
            Some(quote!(#named::from("")))
        }
        _ => None,
    }
}

/// Emits a default other than the empty value.
pub(super) fn default_value(value: &DefaultValue, plan: &RustType) -> TokenStream {
    match (value, plan) {
        (DefaultValue::Empty, _) => quote!(::std::default::Default::default()),
        (DefaultValue::Bool(value), _) => quote!(#value),
        (DefaultValue::Integer(number), _) => integer(*number),
        (DefaultValue::Float(number), RustType::F32) => {
            #[expect(
                clippy::cast_possible_truncation,
                reason = "the plan holds numbers in the range of `f32`"
            )]
            let number = Literal::f32_unsuffixed(*number as f32);
            quote!(#number)
        }
        (DefaultValue::Float(number), _) => {
            let number = Literal::f64_unsuffixed(*number);
            quote!(#number)
        }
        (DefaultValue::NotFinite(constant), plan) => {
            let (number, constant) = (ty(plan), ident(constant));
            quote!(#number::#constant)
        }
        (DefaultValue::String(text), RustType::Named(named, _)) => {
            let named = path(named);
            quote!(#named::from(#text))
        }
        (DefaultValue::String(text), RustType::BigInteger | RustType::BigDecimal) => {
            let number = ty(plan);
            quote!(#text.parse::<#number>().expect("a number of the model"))
        }
        (DefaultValue::String(text), _) => quote!(#text.to_owned()),
        (DefaultValue::Bytes(bytes), _) => {
            let bytes = Literal::byte_string(bytes);
            quote!(::aws_smithy_types::Blob::new(#bytes))
        }
        (DefaultValue::Timestamp { seconds, nanos: 0 }, _) => {
            let seconds = integer(*seconds);
            quote!(::aws_smithy_types::DateTime::from_secs(#seconds))
        }
        (DefaultValue::Timestamp { seconds, nanos }, _) => {
            let (seconds, nanos) = (integer(*seconds), integer(i64::from(*nanos)));
            quote!(::aws_smithy_types::DateTime::from_secs_and_nanos(#seconds, #nanos))
        }
        (DefaultValue::Document(document), _) => default_document(document),
    }
}

fn default_document(document: &DocumentValue) -> TokenStream {
    match document {
        DocumentValue::Bool(value) => quote!(::aws_smithy_types::Document::Bool(#value)),
        DocumentValue::Unsigned(number) => {
            let number = Literal::u64_unsuffixed(*number);
            quote!(::aws_smithy_types::Document::Number(::aws_smithy_types::Number::PosInt(#number)))
        }
        DocumentValue::Negative(number) => {
            let number = integer(*number);
            quote!(::aws_smithy_types::Document::Number(::aws_smithy_types::Number::NegInt(#number)))
        }
        DocumentValue::Float(number) => {
            let number = Literal::f64_unsuffixed(*number);
            quote!(::aws_smithy_types::Document::Number(::aws_smithy_types::Number::Float(#number)))
        }
        DocumentValue::String(text) => quote!(::aws_smithy_types::Document::String(#text.to_owned())),
        DocumentValue::EmptyList => quote!(::aws_smithy_types::Document::Array(::std::vec::Vec::new())),
        DocumentValue::EmptyMap => {
            quote!(::aws_smithy_types::Document::Object(::std::collections::HashMap::new()))
        }
    }
}

fn integer(number: i64) -> TokenStream {
    let number = Literal::i64_unsuffixed(number);
    quote!(#number)
}

/// Emits the derives of a data type; `Debug` is left out where it is written by hand.
pub(super) fn derives(derives: &Derives, debug: bool) -> TokenStream {
    let standard = standard_derives(derives, debug);
    let macros = derives.macros.iter().map(|plan| {
        let path = parsed(&plan.path);
        let derive = quote!(derive(::#path));
        optional(plan.cargo_feature.as_ref(), &derive)
    });
    let attributes = attributes(&derives.attributes);
    quote!(#standard #(#macros)* #attributes)
}

/// Emits the derives of a builder: only those that callers use, because builders are half of the compiled code.
pub(super) fn builder_derives(derives: &Derives, debug: bool) -> TokenStream {
    let debug = debug.then(|| quote!(Debug,));
    if derives.holds_stream {
        return quote!(#[derive(#debug Default)]);
    }
    quote!(#[derive(Clone, #debug Default, PartialEq)])
}

fn standard_derives(derives: &Derives, debug: bool) -> TokenStream {
    let named = |standard: StandardTrait| derives.has(standard).then(|| ident(standard.name()));
    let copy = named(StandardTrait::Copy).map(|name| quote!(#name,));
    let debug = debug.then(|| quote!(Debug,));
    if derives.holds_stream {
        return debug.map(|debug| quote!(#[derive(#debug)])).unwrap_or_default();
    }
    let others = [StandardTrait::Eq, StandardTrait::PartialOrd, StandardTrait::Ord, StandardTrait::Hash];
    let others = others.into_iter().filter_map(named);
    quote!(#[derive(Clone, #copy #debug PartialEq #(, #others)*)])
}

/// Emits attributes for derives of other crates.
pub(super) fn attributes(plans: &[AttributePlan]) -> TokenStream {
    let attributes = plans.iter().map(|plan| optional(plan.cargo_feature.as_ref(), &parsed(&plan.text)));
    quote!(#(#attributes)*)
}

/// Emits an attribute, which depends on a cargo feature if there is one.
fn optional(feature: Option<&String>, attribute: &TokenStream) -> TokenStream {
    match feature {
        Some(feature) => quote!(#[cfg_attr(feature = #feature, #attribute)]),
        None => quote!(#[#attribute]),
    }
}

/// Parses the text of a derive or attribute.
fn parsed(text: &str) -> TokenStream {
    text.parse().expect("`model::derive` has parsed derives and attributes")
}

/// Returns the name of a static that belongs to a field.
pub(super) fn field_static(field: &FieldPlan, suffix: &str) -> String {
    format!("{}_{suffix}", name::constant(&field.stem))
}

#[cfg(test)]
mod tests {
    use super::{DOC_LINE, doc_text, long_string};

    #[test]
    fn separator_in_a_model_is_not_a_line_break() {
        let text = doc_text(&format!("one{DOC_LINE}# two\n\nthree")).expect("there is documentation");
        assert_eq!(text, format!(" one# two{DOC_LINE}{DOC_LINE} three"));
    }

    #[test]
    fn long_strings_keep_their_value() {
        for text in ["", "a\\n", "a \"b\"", "\"#", "\"##\"#", "#", "a\rb", "é\u{1f}\n", "ends with \\"] {
            let literal = long_string(text).to_string();
            assert_eq!(syn::parse_str::<syn::LitStr>(&literal).expect("it is a string").value(), text);
        }
    }
}
