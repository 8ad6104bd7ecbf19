//! The values that waiters look at, as Rust expressions.

use proc_macro2::{Ident, Literal, TokenStream};
use quote::quote;

use crate::emit::token::{ident, number};
use crate::plan::{Comparison, ElementOf, Known, Reading, WaiterValue};

/// An expression of the type `Option<T>`.
pub(super) fn maybe(plan: &WaiterValue) -> TokenStream {
    if plan.certain() {
        let value = certain(plan);
        return quote!(::std::option::Option::Some(#value));
    }
    match plan {
        WaiterValue::Field { from, field, optional, reading } => field_of(from, field, *optional, *reading),
        WaiterValue::Length { of, is_text } => {
            let (of, length) = (maybe(of), length(*is_text));
            quote!(#of.map(|found| found #length))
        }
        WaiterValue::Keys(map) => {
            let (map, keys) = (maybe(map), keys());
            quote!(#map.map(|found| found #keys))
        }
        WaiterValue::Each { list, of, keep, item } => {
            let (list, elements) = (maybe(list), each(*of, keep.as_deref(), item));
            quote!(#list.map(|found| found #elements))
        }
        WaiterValue::Index { list, of, index, from_end, item } => {
            let element = element(*of, *index, *from_end);
            let item = read(item).map(|item| quote!(.map(|item| #item)));
            let found = |list: TokenStream| quote!(#list #element #item);
            if list.certain() {
                return found(held(list));
            }
            let (list, found) = (maybe(list), found(quote!(found)));
            quote!(#list.and_then(|found| #found))
        }
        WaiterValue::Several { values, .. } => {
            let values = values.iter().map(maybe);
            quote!([#(#values),*].into_iter().collect::<::std::option::Option<::std::vec::Vec<_>>>())
        }
        WaiterValue::Ordered { comparison, left, right, .. } => {
            ordered(*comparison, left, right, &ident("map"))
        }
        WaiterValue::Contains { in_what, what, is_list, negated } => {
            contains(in_what, what, *is_list, *negated, &ident("map"))
        }
        _ => certain(plan),
    }
}

/// An expression of a value that is always there.
fn certain(plan: &WaiterValue) -> TokenStream {
    match plan {
        WaiterValue::Variable { name, reading } => {
            let name = ident(name);
            read_as(&quote!(#name), *reading)
        }
        WaiterValue::Field { from, field, reading, .. } => {
            let (from, field) = (certain(from), ident(field));
            required_field(&quote!(#from.#field), *reading)
        }
        WaiterValue::Length { of, is_text } => {
            let (of, length) = (held(of), length(*is_text));
            quote!(#of #length)
        }
        WaiterValue::Keys(map) => {
            let (map, keys) = (held(map), keys());
            quote!(#map #keys)
        }
        WaiterValue::Each { list, of, keep, item } => {
            let (list, elements) = (held(list), each(*of, keep.as_deref(), item));
            quote!(#list #elements)
        }
        WaiterValue::Several { values, .. } if values.iter().all(WaiterValue::certain) => {
            let values = values.iter().map(certain);
            quote!(::std::vec![#(#values),*])
        }
        WaiterValue::Several { values, .. } => {
            let values = values.iter().map(maybe);
            quote!([#(#values),*].into_iter().flatten().collect::<::std::vec::Vec<_>>())
        }
        WaiterValue::Known(Known::Text(text)) => quote!(#text),
        WaiterValue::Known(Known::Flag(flag)) => quote!(#flag),
        WaiterValue::Known(Known::Number(number)) => integer(*number),
        WaiterValue::Index { .. } => maybe(plan),
        condition => holds(condition),
    }
}

/// A list or text of which a method is called: a field needs no borrow for that.
fn held(plan: &WaiterValue) -> TokenStream {
    match plan {
        WaiterValue::Field { from, field, reading: Reading::Borrowed, .. } => {
            let (from, field) = (held(from), ident(field));
            quote!(#from.#field)
        }
        other => certain(other),
    }
}

/// A condition as a `bool`.
pub(super) fn holds(plan: &WaiterValue) -> TokenStream {
    match plan {
        WaiterValue::Same { left, right, negated } => same(left, right, *negated),
        WaiterValue::Ordered { comparison, left, right, or_missing } => {
            ordered(*comparison, left, right, &test(*or_missing))
        }
        WaiterValue::Contains { in_what, what, is_list, negated } => {
            contains(in_what, what, *is_list, *negated, &test(*negated))
        }
        WaiterValue::And(all) => {
            let all = all.iter().map(operand);
            quote!(#(#all)&&*)
        }
        WaiterValue::Or(all) => {
            let all = all.iter().map(operand);
            quote!(#(#all)||*)
        }
        WaiterValue::Flag { of, value, .. } if of.certain() => {
            let (of, negation) = (certain(of), (!value).then(|| quote!(!)));
            quote!(#negation #of)
        }
        WaiterValue::Flag { of, value, or_missing } => {
            let (of, value) = (maybe(of), if *or_missing { !value } else { *value });
            let equal = if *or_missing { quote!(!=) } else { quote!(==) };
            quote!(#of #equal ::std::option::Option::Some(#value))
        }
        WaiterValue::Present { of, sized, negated } => present(of, *sized, *negated),
        other => {
            let value = maybe(other);
            quote!(#value == ::std::option::Option::Some(true))
        }
    }
}

/// A part of `a && b`.
fn operand(plan: &WaiterValue) -> TokenStream {
    let inner = holds(plan);
    if matches!(plan, WaiterValue::And(_) | WaiterValue::Or(_)) { quote!((#inner)) } else { inner }
}

fn same(left: &WaiterValue, right: &WaiterValue, negated: bool) -> TokenStream {
    let equal = if negated { quote!(!=) } else { quote!(==) };
    let (left, right) = if left.certain() && right.certain() {
        (side(left), side(right))
    } else {
        (maybe(left), maybe(right))
    };
    quote!(#left #equal #right)
}

/// Two numbers in order, by the method of an `Option` that asks it of numbers which may be missing.
fn ordered(comparison: Comparison, left: &WaiterValue, right: &WaiterValue, method: &Ident) -> TokenStream {
    let operator = operator(comparison);
    match (left.certain(), right.certain()) {
        (true, true) => {
            let (left, right) = (side(left), side(right));
            quote!(#left #operator #right)
        }
        (false, true) => {
            let (left, right) = (maybe(left), certain(right));
            quote!(#left.#method(|left| left #operator #right))
        }
        _ => {
            let (left, right) = (maybe(left), maybe(right));
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

/// Whether a list or text contains something, by the method of an `Option` that asks it of what may be missing.
fn contains(
    in_what: &WaiterValue,
    what: &WaiterValue,
    is_list: bool,
    negated: bool,
    method: &Ident,
) -> TokenStream {
    let (reference, negation) = (is_list.then(|| quote!(&)), negated.then(|| quote!(!)));
    let (in_what, what) = (maybe(in_what), maybe(what));
    quote!(#in_what.zip(#what).#method(|(list, what)| #negation list.contains(#reference what)))
}

/// A side of a comparison; a conversion before `<` would read as the beginning of type parameters.
fn side(plan: &WaiterValue) -> TokenStream {
    let value = certain(plan);
    if matches!(plan, WaiterValue::Length { .. }) { quote!((#value)) } else { value }
}

/// The method that asks an `Option` whether a condition holds.
fn test(or_missing: bool) -> Ident {
    ident(if or_missing { "is_none_or" } else { "is_some_and" })
}

fn present(of: &WaiterValue, sized: bool, negated: bool) -> TokenStream {
    let value = maybe(of);
    match (sized, negated) {
        (true, false) => quote!(#value.is_some_and(|found| !found.is_empty())),
        (true, true) => quote!(#value.is_none_or(|found| found.is_empty())),
        (false, false) => quote!(#value.is_some()),
        (false, true) => quote!(#value.is_none()),
    }
}

/// A field, where it or the structure may be missing.
fn field_of(from: &WaiterValue, field: &str, optional: bool, reading: Reading) -> TokenStream {
    let name = ident(field);
    if from.certain() {
        let from = held(from);
        return optional_field(&quote!(#from.#name), reading);
    }
    let (from, variable) = (maybe(from), variable(from));
    if optional {
        let inner = optional_field(&quote!(#variable.#name), reading);
        return quote!(#from.and_then(|#variable| #inner));
    }
    let inner = required_field(&quote!(#variable.#name), reading);
    quote!(#from.map(|#variable| #inner))
}

fn required_field(place: &TokenStream, reading: Reading) -> TokenStream {
    match reading {
        Reading::Borrowed => quote!(&#place),
        Reading::Text | Reading::Name => quote!(#place.as_str()),
        Reading::Copied => place.clone(),
        Reading::Widened => quote!(i64::from(#place)),
    }
}

fn optional_field(place: &TokenStream, reading: Reading) -> TokenStream {
    match reading {
        Reading::Borrowed => quote!(#place.as_ref()),
        Reading::Text => quote!(#place.as_deref()),
        Reading::Name => quote!(#place.as_ref().map(|found| found.as_str())),
        Reading::Copied => quote!(#place),
        Reading::Widened => quote!(#place.map(i64::from)),
    }
}

/// The variable for a structure that may be missing: the name of the field that holds it.
fn variable(plan: &WaiterValue) -> Ident {
    match plan {
        WaiterValue::Field { field, .. } => ident(field),
        _ => ident("found"),
    }
}

/// What is done with a list to take something of each element.
fn each(of: ElementOf, keep: Option<&WaiterValue>, item: &WaiterValue) -> TokenStream {
    let elements = elements(of);
    let keep = keep.map(|keep| {
        let keep = holds(keep);
        quote!(.filter(|&item| #keep))
    });
    let item = if item.certain() {
        read(item).map(|item| quote!(.map(|item| #item)))
    } else {
        let item = maybe(item);
        Some(quote!(.filter_map(|item| #item)))
    };
    quote!(#elements #keep #item .collect::<::std::vec::Vec<_>>())
}

/// The elements of a list, one after the other.
fn elements(of: ElementOf) -> TokenStream {
    match of {
        ElementOf::Model { sparse: false, nested: false } => quote!(.iter()),
        ElementOf::Model { .. } => quote!(.iter().flatten()),
        ElementOf::Made { nested: false } => quote!(.into_iter()),
        ElementOf::Made { nested: true } => quote!(.into_iter().flatten()),
    }
}

/// One element of a list.
fn element(of: ElementOf, index: usize, from_end: bool) -> TokenStream {
    let (all, nth) = (elements(of), number(index));
    match (of, index, from_end) {
        (ElementOf::Model { nested: false, .. }, 0, false) => quote!(.first()),
        (ElementOf::Model { nested: false, .. }, _, false) => quote!(.get(#nth)),
        (ElementOf::Model { nested: false, .. }, 0, true) => quote!(.last()),
        (_, 0, false) => quote!(#all.next()),
        (_, 0, true) => quote!(#all.next_back()),
        (_, _, false) => quote!(#all.nth(#nth)),
        (_, _, true) => quote!(#all.rev().nth(#nth)),
    }
}

/// What is taken of an element, if that is not the element itself.
fn read(item: &WaiterValue) -> Option<TokenStream> {
    let itself = matches!(item, WaiterValue::Variable { name: "item", reading: Reading::Borrowed });
    (!itself).then(|| certain(item))
}

fn read_as(value: &TokenStream, reading: Reading) -> TokenStream {
    match reading {
        Reading::Borrowed => value.clone(),
        Reading::Text | Reading::Name => quote!(#value.as_str()),
        Reading::Copied => quote!(*#value),
        Reading::Widened => quote!(i64::from(*#value)),
    }
}

fn length(is_text: bool) -> TokenStream {
    if is_text { quote!(.chars().count() as i64) } else { quote!(.len() as i64) }
}

fn keys() -> TokenStream {
    quote!(.keys().map(|key| key.as_str()).collect::<::std::vec::Vec<_>>())
}

fn integer(number: i64) -> TokenStream {
    let number = Literal::i64_unsuffixed(number);
    quote!(#number)
}
