//! Values and conditions of waiters as Rust expressions.

use proc_macro2::{Ident, TokenStream};
use quote::quote;

use crate::emit::token::{ident, number};
use crate::plan::waiter::{Comparison, ElementOf, Literal, Reading, WaiterCondition, WaiterValue};

/// Emits a value as an expression of the type `Option<T>`.
pub(super) fn optional(plan: &WaiterValue) -> TokenStream {
    match plan {
        plan if plan.is_certain() => some(&certain(plan)),
        WaiterValue::Variable { .. } | WaiterValue::Literal(_) => some(&certain(plan)),
        WaiterValue::Field { from, field, is_optional, reading } => {
            field_of(from, field, *is_optional, *reading)
        }
        WaiterValue::Length { of, is_string } => {
            let (of, length) = (optional(of), length(*is_string));
            quote!(#of.map(|found| found #length))
        }
        WaiterValue::Keys(map) => {
            let (map, keys) = (optional(map), keys());
            quote!(#map.map(|found| found #keys))
        }
        WaiterValue::Projection { list, of, filter, item } => {
            let (list, elements) = (optional(list), projection(*of, filter.as_deref(), item));
            quote!(#list.map(|found| found #elements))
        }
        WaiterValue::Index { list, of, index, from_end, item } => {
            let element = element(*of, *index, *from_end);
            let item = read(item).map(|item| quote!(.map(|item| #item)));
            let found = |list: TokenStream| quote!(#list #element #item);
            if list.is_certain() {
                return found(held(list));
            }
            let (list, found) = (optional(list), found(quote!(found)));
            quote!(#list.and_then(|found| #found))
        }
        WaiterValue::MultiSelect { values, .. } => {
            let values = values.iter().map(optional);
            quote!([#(#values),*].into_iter().collect::<::std::option::Option<::std::vec::Vec<_>>>())
        }
        WaiterValue::Condition(condition) => optional_condition(condition),
    }
}

fn some(value: &TokenStream) -> TokenStream {
    quote!(::std::option::Option::Some(#value))
}

/// Emits a condition as an expression of the type `Option<bool>`, which is `None` if a value that it needs is missing.
fn optional_condition(plan: &WaiterCondition) -> TokenStream {
    match plan {
        WaiterCondition::Ordered { comparison, left, right, .. } => {
            ordered(*comparison, left, right, &ident("map"))
        }
        WaiterCondition::Contains { container, element, is_list, negated } => {
            contains(container, element, *is_list, *negated, &ident("map"))
        }
        WaiterCondition::Equal { .. }
        | WaiterCondition::And(_)
        | WaiterCondition::Or(_)
        | WaiterCondition::Boolean { .. }
        | WaiterCondition::Present { .. } => some(&condition(plan)),
    }
}

/// Emits a value that is always there.
pub(super) fn certain(plan: &WaiterValue) -> TokenStream {
    match plan {
        WaiterValue::Variable { name, reading } => {
            let name = ident(name);
            read_as(&quote!(#name), *reading)
        }
        WaiterValue::Field { from, field, reading, .. } => {
            let (from, field) = (certain(from), ident(field));
            required_field(&quote!(#from.#field), *reading)
        }
        WaiterValue::Length { of, is_string } => {
            let (of, length) = (held(of), length(*is_string));
            quote!(#of #length)
        }
        WaiterValue::Keys(map) => {
            let (map, keys) = (held(map), keys());
            quote!(#map #keys)
        }
        WaiterValue::Projection { list, of, filter, item } => {
            let (list, elements) = (held(list), projection(*of, filter.as_deref(), item));
            quote!(#list #elements)
        }
        WaiterValue::MultiSelect { values, .. } if values.iter().all(WaiterValue::is_certain) => {
            let values = values.iter().map(certain);
            quote!(::std::vec![#(#values),*])
        }
        WaiterValue::MultiSelect { values, .. } => {
            let values = values.iter().map(optional);
            quote!([#(#values),*].into_iter().flatten().collect::<::std::vec::Vec<_>>())
        }
        WaiterValue::Literal(literal) => self::literal(literal),
        WaiterValue::Condition(condition) => self::condition(condition),
        // An element may be missing, so that its value is never certain.
        WaiterValue::Index { .. } => optional(plan),
    }
}

/// Emits a list or string on which a method is called: a field needs no borrow for that.
fn held(plan: &WaiterValue) -> TokenStream {
    if let WaiterValue::Field { from, field, reading: Reading::Borrowed, .. } = plan {
        let (from, field) = (held(from), ident(field));
        return quote!(#from.#field);
    }
    certain(plan)
}

/// Emits a condition as an expression of the type `bool`.
fn condition(plan: &WaiterCondition) -> TokenStream {
    match plan {
        WaiterCondition::Equal { left, right, negated } => equal(left, right, *negated),
        WaiterCondition::Ordered { comparison, left, right, or_missing } => {
            ordered(*comparison, left, right, &test(*or_missing))
        }
        WaiterCondition::Contains { container, element, is_list, negated } => {
            contains(container, element, *is_list, *negated, &test(*negated))
        }
        WaiterCondition::And(all) => {
            let all = all.iter().map(operand);
            quote!(#(#all)&&*)
        }
        WaiterCondition::Or(all) => {
            let all = all.iter().map(operand);
            quote!(#(#all)||*)
        }
        WaiterCondition::Boolean { of, value, .. } if of.is_certain() => {
            let (of, negation) = (certain(of), (!value).then(|| quote!(!)));
            quote!(#negation #of)
        }
        WaiterCondition::Boolean { of, value, or_missing } => {
            let (of, value) = (optional(of), if *or_missing { !value } else { *value });
            let equal = if *or_missing { quote!(!=) } else { quote!(==) };
            quote!(#of #equal ::std::option::Option::Some(#value))
        }
        WaiterCondition::Present { of, sized, negated } => present(of, *sized, *negated),
    }
}

/// Emits a part of `a && b`.
fn operand(plan: &WaiterCondition) -> TokenStream {
    let inner = condition(plan);
    if matches!(plan, WaiterCondition::And(_) | WaiterCondition::Or(_)) { quote!((#inner)) } else { inner }
}

fn equal(left: &WaiterValue, right: &WaiterValue, negated: bool) -> TokenStream {
    let equal = if negated { quote!(!=) } else { quote!(==) };
    let (left, right) = if left.is_certain() && right.is_certain() {
        (side(left), side(right))
    } else {
        (optional(left), optional(right))
    };
    quote!(#left #equal #right)
}

/// Emits two numbers in order, by a method of `Option` if one may be missing.
fn ordered(comparison: Comparison, left: &WaiterValue, right: &WaiterValue, method: &Ident) -> TokenStream {
    let operator = operator(comparison);
    match (left.is_certain(), right.is_certain()) {
        (true, true) => {
            let (left, right) = (side(left), side(right));
            quote!(#left #operator #right)
        }
        (false, true) => {
            let (left, right) = (optional(left), certain(right));
            quote!(#left.#method(|left| left #operator #right))
        }
        (_, false) => {
            let (left, right) = (optional(left), optional(right));
            quote!(#left.zip(#right).#method(|(left, right)| left #operator right))
        }
    }
}

fn operator(comparison: Comparison) -> TokenStream {
    match comparison {
        Comparison::Equal => quote!(==),
        Comparison::Unequal => quote!(!=),
        Comparison::Less => quote!(<),
        Comparison::LessOrEqual => quote!(<=),
        Comparison::Greater => quote!(>),
        Comparison::GreaterOrEqual => quote!(>=),
    }
}

/// Emits a search in a list or string, by a method of `Option` because one may be missing.
fn contains(
    container: &WaiterValue,
    element: &WaiterValue,
    is_list: bool,
    negated: bool,
    method: &Ident,
) -> TokenStream {
    let (reference, negation) = (is_list.then(|| quote!(&)), negated.then(|| quote!(!)));
    let (container, element) = (optional(container), optional(element));
    quote!(#container.zip(#element).#method(|(list, what)| #negation list.contains(#reference what)))
}

/// Emits a side of a comparison. A conversion before `<` would be parsed as the beginning of type parameters, and a comparison
/// cannot be chained.
fn side(plan: &WaiterValue) -> TokenStream {
    let value = certain(plan);
    let is_loose = matches!(plan, WaiterValue::Length { .. } | WaiterValue::Condition(_));
    if is_loose { quote!((#value)) } else { value }
}

/// Emits the method of `Option` that tests a condition.
fn test(or_missing: bool) -> Ident {
    ident(if or_missing { "is_none_or" } else { "is_some_and" })
}

fn present(of: &WaiterValue, sized: bool, negated: bool) -> TokenStream {
    let value = optional(of);
    match (sized, negated) {
        (true, false) => quote!(#value.is_some_and(|found| !found.is_empty())),
        (true, true) => quote!(#value.is_none_or(|found| found.is_empty())),
        (false, false) => quote!(#value.is_some()),
        (false, true) => quote!(#value.is_none()),
    }
}

/// Emits a field, if it or its structure may be missing.
fn field_of(from: &WaiterValue, field: &str, is_optional: bool, reading: Reading) -> TokenStream {
    let name = ident(field);
    if from.is_certain() {
        let from = held(from);
        return optional_field(&quote!(#from.#name), reading);
    }
    let (from, variable) = (optional(from), variable(from));
    if is_optional {
        let inner = optional_field(&quote!(#variable.#name), reading);
        return quote!(#from.and_then(|#variable| #inner));
    }
    let inner = required_field(&quote!(#variable.#name), reading);
    quote!(#from.map(|#variable| #inner))
}

fn required_field(place: &TokenStream, reading: Reading) -> TokenStream {
    match reading {
        Reading::Borrowed => quote!(&#place),
        Reading::String | Reading::Enum => quote!(#place.as_str()),
        Reading::Copied => place.clone(),
        Reading::Widened => quote!(i64::from(#place)),
    }
}

fn optional_field(place: &TokenStream, reading: Reading) -> TokenStream {
    match reading {
        Reading::Borrowed => quote!(#place.as_ref()),
        Reading::String => quote!(#place.as_deref()),
        Reading::Enum => quote!(#place.as_ref().map(|found| found.as_str())),
        Reading::Copied => quote!(#place),
        Reading::Widened => quote!(#place.map(i64::from)),
    }
}

/// Emits the variable for a structure that may be missing: the name of the field that holds it.
fn variable(plan: &WaiterValue) -> Ident {
    if let WaiterValue::Field { field, .. } = plan { ident(field) } else { ident("found") }
}

/// Emits the methods that make a projection of a list.
fn projection(of: ElementOf, filter: Option<&WaiterCondition>, item: &WaiterValue) -> TokenStream {
    let elements = elements(of);
    let filter = filter.map(|filter| {
        let filter = condition(filter);
        quote!(.filter(|&item| #filter))
    });
    let item = if item.is_certain() {
        read(item).map(|item| quote!(.map(|item| #item)))
    } else {
        let item = optional(item);
        Some(quote!(.filter_map(|item| #item)))
    };
    quote!(#elements #filter #item .collect::<::std::vec::Vec<_>>())
}

/// Emits the elements of a list, one after the other.
fn elements(of: ElementOf) -> TokenStream {
    match of {
        ElementOf::Modelled { sparse: false, nested: false } => quote!(.iter()),
        ElementOf::Modelled { .. } => quote!(.iter().flatten()),
        ElementOf::Values { sparse: false } => quote!(.values()),
        ElementOf::Values { sparse: true } => quote!(.values().flatten()),
        ElementOf::Projected { nested: false } => quote!(.into_iter()),
        ElementOf::Projected { nested: true } => quote!(.into_iter().flatten()),
    }
}

/// Emits one element of a list.
fn element(of: ElementOf, index: usize, from_end: bool) -> TokenStream {
    let (all, nth) = (elements(of), number(index));
    match (of, index, from_end) {
        (ElementOf::Modelled { nested: false, .. }, 0, false) => quote!(.first()),
        (ElementOf::Modelled { nested: false, .. }, _, false) => quote!(.get(#nth)),
        (ElementOf::Modelled { nested: false, .. }, 0, true) => quote!(.last()),
        (_, 0, false) => quote!(#all.next()),
        (_, 0, true) => quote!(#all.next_back()),
        (_, _, false) => quote!(#all.nth(#nth)),
        (_, _, true) => quote!(#all.rev().nth(#nth)),
    }
}

/// Emits the value of an element, if it is not the element itself.
fn read(item: &WaiterValue) -> Option<TokenStream> {
    let itself = matches!(item, WaiterValue::Variable { name: "item", reading: Reading::Borrowed });
    (!itself).then(|| certain(item))
}

fn read_as(value: &TokenStream, reading: Reading) -> TokenStream {
    match reading {
        Reading::Borrowed => value.clone(),
        Reading::String | Reading::Enum => quote!(#value.as_str()),
        Reading::Copied => quote!(*#value),
        Reading::Widened => quote!(i64::from(*#value)),
    }
}

fn length(is_string: bool) -> TokenStream {
    if is_string { quote!(.chars().count() as i64) } else { quote!(.len() as i64) }
}

fn keys() -> TokenStream {
    quote!(.keys().map(|key| key.as_str()).collect::<::std::vec::Vec<_>>())
}

fn literal(literal: &Literal) -> TokenStream {
    match literal {
        Literal::String(string) => quote!(#string),
        Literal::Boolean(boolean) => quote!(#boolean),
        Literal::Number(number) => {
            let number = proc_macro2::Literal::i64_unsuffixed(*number);
            quote!(#number)
        }
    }
}
