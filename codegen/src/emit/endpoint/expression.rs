//! Expressions of the rules in Rust.

use std::collections::BTreeSet;

use proc_macro2::{Literal, TokenStream};
use quote::quote;

use super::super::token::ident;
use crate::plan::endpoint::{ElementIndex, Expression, Type};

/// Emits an expression; text is a `&str` unless the expression owns it, lists are slices.
pub(super) fn expression(plan: &Expression) -> TokenStream {
    match plan {
        Expression::String(text) => quote!(#text),
        Expression::Boolean(value) => quote!(#value),
        Expression::Number(number) => {
            let number = Literal::u64_unsuffixed(*number);
            quote!(#number)
        }
        Expression::Parameter { field, ty, is_optional: optional } => parameter(field, *ty, *optional),
        Expression::Variable { name, .. } => {
            let name = ident(name);
            quote!(#name)
        }
        Expression::Format(parts) => format(parts),
        Expression::Attribute { attribute, .. } => {
            let place = place(plan);
            let borrow = attribute.borrow.map(ident);
            borrow.map_or_else(|| quote!(#place), |borrow| quote!(#place.#borrow()))
        }
        Expression::Element { of, index } => element(of, *index),
        Expression::Call { function, arguments } => {
            let (module, name) = (ident(function.module), ident(function.name));
            let arguments = arguments.iter().map(argument);
            quote!(::tinsmith_runtime::rules::#module::#name(#(#arguments),*))
        }
        Expression::Some(of) => wrapped(of, true),
        Expression::None(_) => quote!(::std::option::Option::None),
        Expression::IsSome(of) => {
            let of = optional(of);
            quote!(#of.is_some())
        }
        Expression::IsNone(of) => {
            let of = optional(of);
            quote!(#of.is_none())
        }
        Expression::Not(of) => negation(of),
        Expression::Equal(first, second) => match compared_to_empty(first, second) {
            Some(text) => {
                let text = place(text);
                quote!(#text.is_empty())
            }
            None => comparison(first, second, &quote!(==)),
        },
        Expression::Or(first, second) => alternative(first, second),
        Expression::Choose { condition, yes, no } => {
            let (condition, wrap) = (expression(condition), plan.is_optional());
            let (yes, no) = (wrapped(yes, wrap), wrapped(no, wrap));
            quote!(if #condition { #yes } else { #no })
        }
    }
}

fn parameter(field: &str, ty: Type, optional: bool) -> TokenStream {
    let field = ident(field);
    match (ty, optional) {
        (Type::Boolean, _) => quote!(params.#field),
        (_, true) => quote!(params.#field.as_deref()),
        (Type::StringArray, false) => quote!(params.#field.as_slice()),
        (_, false) => quote!(params.#field.as_str()),
    }
}

/// Emits a field, without borrowing from it.
fn place(plan: &Expression) -> TokenStream {
    match plan {
        Expression::Attribute { of, attribute } => {
            let (of, field) = (place(of), ident(attribute.field));
            quote!(#of.#field)
        }
        Expression::Parameter { field, .. } => {
            let field = ident(field);
            quote!(params.#field)
        }
        other => expression(other),
    }
}

/// Emits an optional expression of which only that matters.
fn optional(plan: &Expression) -> TokenStream {
    match plan {
        Expression::Parameter { .. } => place(plan),
        Expression::Element { of, index } => found(of, *index),
        other => operand(other),
    }
}

fn element(of: &Expression, index: ElementIndex) -> TokenStream {
    let found = found(of, index);
    quote!(#found.map(::std::string::String::as_str))
}

/// Emits a reference to an element, if there is one.
fn found(of: &Expression, index: ElementIndex) -> TokenStream {
    let of = place(of);
    match index {
        ElementIndex::Start(0) => quote!(#of.first()),
        ElementIndex::Start(index) => {
            let index = Literal::usize_unsuffixed(index);
            quote!(#of.get(#index))
        }
        ElementIndex::End(0) => quote!(#of.last()),
        ElementIndex::End(index) => {
            let index = Literal::usize_unsuffixed(index);
            quote!(#of.iter().nth_back(#index))
        }
    }
}

/// Emits an argument of a function: a reference if the expression owns its value.
fn argument(plan: &Expression) -> TokenStream {
    let value = expression(plan);
    if plan.is_owned() { quote!(&#value) } else { value }
}

/// Emits an expression next to an operator or before a method.
fn operand(plan: &Expression) -> TokenStream {
    let value = expression(plan);
    let loose = matches!(plan, Expression::Choose { .. } | Expression::Equal(..));
    if loose { quote!((#value)) } else { value }
}

fn comparison(first: &Expression, second: &Expression, operator: &TokenStream) -> TokenStream {
    let (first, second) = (operand(first), operand(second));
    quote!(#first #operator #second)
}

/// Returns the other one of two strings of which one is empty.
fn compared_to_empty<'a>(first: &'a Expression, second: &'a Expression) -> Option<&'a Expression> {
    let empty = |text: &Expression| matches!(text, Expression::String(text) if text.is_empty());
    if empty(first) { Some(second) } else { empty(second).then_some(first) }
}

fn negation(of: &Expression) -> TokenStream {
    match of {
        Expression::Equal(first, second) if compared_to_empty(first, second).is_none() => {
            comparison(first, second, &quote!(!=))
        }
        Expression::Equal(..) => {
            let empty = expression(of);
            quote!(!#empty)
        }
        other => {
            let other = operand(other);
            quote!(!#other)
        }
    }
}

/// Emits the first, or the second where the first has no value.
fn alternative(first: &Expression, second: &Expression) -> TokenStream {
    let value = expression(second);
    let first = operand(first);
    if second.is_optional() { quote!(#first.or(#value)) } else { quote!(#first.unwrap_or(#value)) }
}

fn wrapped(plan: &Expression, wrap: bool) -> TokenStream {
    let value = expression(plan);
    if wrap && !plan.is_optional() { quote!(::std::option::Option::Some(#value)) } else { value }
}

/// Emits `let`s that name what is inserted, and text: `format!("https://directconnect.{region}.{dns_suffix}")`.
///
/// `following` are the expressions after the `let`s, whose variables must not be shadowed.
pub(super) fn named(plan: &Expression, following: &[&Expression]) -> (TokenStream, TokenStream) {
    let Expression::Format(parts) = plan else { return (TokenStream::new(), expression(plan)) };
    let mut names = InsertedNames::of(following);
    let parts: Vec<_> = parts.iter().map(|part| names.renamed(part)).collect();
    (names.bindings, format(&parts))
}

/// The names of what is inserted into a text.
struct InsertedNames {
    taken: BTreeSet<String>,
    known: Vec<(Expression, Expression)>,
    bindings: TokenStream,
}

impl InsertedNames {
    fn of(following: &[&Expression]) -> Self {
        let inside = following.iter().flat_map(|expression| expression.all());
        let taken = inside.filter_map(|part| match part {
            Expression::Variable { name, .. } => Some(name.clone()),
            _ => None,
        });
        Self { taken: taken.collect(), known: Vec::new(), bindings: TokenStream::new() }
    }

    /// Returns the variable for a part of a value, if a name is free for it.
    fn renamed(&mut self, part: &Expression) -> Expression {
        if let Some((_, name)) = self.known.iter().find(|(known, _)| known == part) {
            return name.clone();
        }
        let Some(name) = candidates(part).into_iter().find(|name| !self.taken.contains(name)) else {
            return part.clone();
        };
        let (variable, value) = (ident(&name), expression(part));
        self.bindings.extend(quote!(let #variable = #value;));
        self.taken.insert(name.clone());
        let variable = Expression::Variable { name, ty: part.ty(), is_optional: part.is_optional() };
        self.known.push((part.clone(), variable.clone()));
        variable
    }
}

/// Returns the names that a part of a value could have.
fn candidates(part: &Expression) -> Vec<String> {
    match part {
        Expression::Parameter { field, .. } => vec![field.clone()],
        Expression::Attribute { of, attribute } => {
            let field = attribute.field;
            let of = match &**of {
                Expression::Variable { name, .. } => name.trim_start_matches("r#"),
                _ => "its",
            };
            vec![field.to_owned(), format!("{of}_{field}")]
        }
        _ => Vec::new(),
    }
}

/// Emits `format!("https://directconnect.{region}.{}", partition_result.dns_suffix)`.
pub(super) fn format(parts: &[Expression]) -> TokenStream {
    let mut template = String::new();
    let mut arguments = Vec::new();
    for part in parts {
        match part {
            Expression::String(text) => template.push_str(&text.replace('{', "{{").replace('}', "}}")),
            Expression::Variable { name, .. } => {
                template.push_str(&format!("{{{}}}", name.trim_start_matches("r#")));
            }
            other => {
                template.push_str("{}");
                arguments.push(place(other));
            }
        }
    }
    quote!(format!(#template #(, #arguments)*))
}
