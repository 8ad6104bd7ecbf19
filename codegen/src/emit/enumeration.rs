//! Enums of text, and names for integers.

use proc_macro2::{Literal, TokenStream};
use quote::quote;

use super::token::{attributes, deprecated, derives, doc, ident};
use crate::plan::{EnumPlan, IntEnumPlan, VariantPlan};

/// Emits an enum that keeps values which the model lacks.
pub(super) fn text_enum(plan: &EnumPlan) -> TokenStream {
    let definition = definition(plan);
    let methods = methods(plan);
    let conversion = conversion(plan);
    let name = ident(&plan.path.name);
    let redacted = plan.is_sensitive.then(|| redacted_debug(plan));
    quote! {
        #definition
        #methods
        #conversion
        #redacted
        ::tinsmith_runtime::string_enum_traits!(#name);
    }
}

fn definition(plan: &EnumPlan) -> TokenStream {
    let name = ident(&plan.path.name);
    let documentation = doc(&plan.doc);
    let derives = derives(&plan.derives, !plan.is_sensitive);
    let variants = plan.variants.iter().map(|variant| {
        let (name, documentation) = (ident(&variant.name), doc(&variant.doc));
        let (deprecated, attributes) =
            (deprecated(variant.deprecated.as_ref()), attributes(&variant.attributes));
        quote!(#documentation #deprecated #attributes #name)
    });
    let deprecated = deprecated(plan.deprecated.as_ref());
    quote! {
        #documentation
        #deprecated
        #derives
        #[non_exhaustive]
        pub enum #name {
            #(#variants,)*
            #[doc = " A value that this version of the crate does not list."]
            Unknown(::tinsmith_runtime::enumeration::UnknownVariantValue),
        }
    }
}

fn methods(plan: &EnumPlan) -> TokenStream {
    let name = ident(&plan.path.name);
    let arms = plan.variants.iter().map(|VariantPlan { name, value, .. }| {
        let name = ident(name);
        quote!(Self::#name => #value)
    });
    let values = plan.variants.iter().map(|variant| &variant.value);
    quote! {
        impl #name {
            #[doc = " Returns the value on the wire."]
            pub fn as_str(&self) -> &str {
                match self {
                    #(#arms,)*
                    Self::Unknown(value) => value.as_str(),
                }
            }
            #[doc = " Returns the values that this version of the crate lists."]
            pub const fn values() -> &'static [&'static str] {
                &[#(#values),*]
            }
            #[doc = " Parses a value that this version of the crate lists."]
            #[doc = ""]
            #[doc = " # Errors"]
            #[doc = ""]
            #[doc = " Returns an error for any other value; `from` converts those to `Unknown`."]
            pub fn try_parse(
                value: &str,
            ) -> ::std::result::Result<Self, ::tinsmith_runtime::error::UnknownVariantError> {
                match Self::from(value) {
                    Self::Unknown(_) => {
                        ::std::result::Result::Err(::tinsmith_runtime::error::UnknownVariantError::new(value))
                    }
                    known => ::std::result::Result::Ok(known),
                }
            }
        }
    }
}

fn conversion(plan: &EnumPlan) -> TokenStream {
    let name = ident(&plan.path.name);
    let arms = plan.variants.iter().map(|VariantPlan { name, value, .. }| {
        let name = ident(name);
        quote!(#value => Self::#name)
    });
    quote! {
        impl ::std::convert::From<&str> for #name {
            fn from(value: &str) -> Self {
                match value {
                    #(#arms,)*
                    other => Self::Unknown(other.into()),
                }
            }
        }
    }
}

fn redacted_debug(plan: &EnumPlan) -> TokenStream {
    let name = ident(&plan.path.name);
    quote! {
        impl ::std::fmt::Debug for #name {
            fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
                f.write_str(::tinsmith_runtime::REDACTED)
            }
        }
    }
}

/// Emits a type with the model's values as constants. Members have the type `i32`.
pub(super) fn int_enum(plan: &IntEnumPlan) -> TokenStream {
    let name = ident(&plan.path.name);
    let documentation = doc(&plan.doc);
    let values = plan.variants.iter().map(|variant| Literal::i32_unsuffixed(variant.value));
    let constants = plan.variants.iter().map(|variant| {
        let (name, documentation) = (ident(&variant.name), doc(&variant.doc));
        let value = Literal::i32_unsuffixed(variant.value);
        let deprecated = deprecated(variant.deprecated.as_ref());
        quote!(#documentation #deprecated pub const #name: i32 = #value;)
    });
    let deprecated = deprecated(plan.deprecated.as_ref());
    quote! {
        #documentation
        #deprecated
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum #name {}
        impl #name {
            #(#constants)*
            #[doc = " Returns the values that this version of the crate lists."]
            pub const fn values() -> &'static [i32] {
                &[#(#values),*]
            }
        }
    }
}
