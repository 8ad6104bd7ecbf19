//! Paths of fields as expressions.

use proc_macro2::TokenStream;
use quote::quote;

use crate::emit::token::ident;
use crate::plan::{FieldPath, FieldStep};

/// The expression that a path becomes.
#[derive(Clone, Copy)]
pub(super) enum Access {
    /// A reference to the value.
    Borrow,
    /// A clone of the value.
    Clone,
    /// A copy of the value.
    Copy,
    /// The value itself, which is moved out of the structures.
    Move,
}

impl Access {
    /// Returns the access to the fields before the last one.
    fn before_last(self) -> Self {
        match self {
            Self::Borrow | Self::Clone | Self::Copy => Self::Borrow,
            Self::Move => Self::Move,
        }
    }
}

/// An expression for the value at the end of a path.
pub(super) struct Walked {
    pub(super) value: TokenStream,
    /// True if the expression is an `Option`.
    pub(super) is_optional: bool,
}

impl Walked {
    /// Emits the expression as an `Option`.
    pub(super) fn optional(self) -> TokenStream {
        let value = self.value;
        if self.is_optional { value } else { quote!(::std::option::Option::Some(#value)) }
    }
}

/// Follows the fields of a path from `start`.
pub(super) fn walk(start: TokenStream, plan: &FieldPath, access: Access) -> Walked {
    let mut walked = Walked { value: start, is_optional: false };
    let Some((last, before)) = plan.0.split_last() else { return walked };
    for step in before {
        walked = last_element(follow(walked, step, access.before_last(), false), step);
    }
    last_element(follow(walked, last, access, true), last)
}

/// Follows a field.
fn follow(from: Walked, step: &FieldStep, access: Access, is_last: bool) -> Walked {
    let Walked { value: holder, is_optional: in_option } = from;
    let FieldStep { field, is_optional, .. } = step;
    let field = ident(field);
    let value = |holder: TokenStream| match access {
        Access::Borrow if *is_optional => quote!(#holder.#field.as_ref()),
        Access::Borrow if is_last || in_option => quote!(&#holder.#field),
        Access::Clone => quote!(#holder.#field.clone()),
        Access::Borrow | Access::Copy | Access::Move => quote!(#holder.#field),
    };
    let inner = value(quote!(value));
    let value = match (in_option, is_optional) {
        (false, _) => value(holder),
        (true, true) => quote!(#holder.and_then(|value| #inner)),
        (true, false) => quote!(#holder.map(|value| #inner)),
    };
    Walked { value, is_optional: in_option || *is_optional }
}

/// Continues in the last element of a list, if the step asks for it.
fn last_element(list: Walked, step: &FieldStep) -> Walked {
    let Walked { value, is_optional } = list;
    match (step.is_last_element, is_optional) {
        (false, _) => Walked { value, is_optional },
        (true, true) => Walked { value: quote!(#value.and_then(|value| value.last())), is_optional },
        (true, false) => Walked { value: quote!(#value.last()), is_optional: true },
    }
}
