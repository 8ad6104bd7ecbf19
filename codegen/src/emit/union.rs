//! Unions.

use proc_macro2::TokenStream;
use quote::quote;

use super::token::{attributes, deprecated, derives, doc, ident, prefixed, ty};
use super::{event_stream, schema};
use crate::plan::{FieldPlan, RustType, UnionPlan};

/// Emits a union as an enum, with `as_` and `is_` methods.
pub(super) fn union(plan: &UnionPlan) -> TokenStream {
    let definition = definition(plan);
    let methods = methods(plan);
    let debug = plan.hides_fields().then(|| debug(plan));
    let functions = event_stream::functions(plan);
    let schema = schema::union(plan);
    quote!(#definition #methods #functions #debug #schema)
}

fn definition(plan: &UnionPlan) -> TokenStream {
    let name = ident(&plan.path.name);
    let documentation = doc(&plan.doc);
    let derives = derives(&plan.derives, !plan.hides_fields());
    let variants = plan.variants.iter().map(|variant| {
        let (name, documentation, ty) = (ident(&variant.name), doc(&variant.doc), ty(&variant.ty));
        let (deprecated, attributes) =
            (deprecated(variant.deprecated.as_ref()), attributes(&variant.attributes));
        let value = (variant.ty != RustType::Unit).then(|| quote!((#ty)));
        quote!(#documentation #deprecated #attributes #name #value)
    });
    let deprecated = deprecated(plan.deprecated.as_ref());
    quote! {
        #documentation
        #deprecated
        #derives
        #[non_exhaustive]
        pub enum #name {
            #(#variants,)*
            #[doc = " A variant that this version of the crate does not list. It cannot be sent."]
            Unknown,
        }
    }
}

fn methods(plan: &UnionPlan) -> TokenStream {
    let name = ident(&plan.path.name);
    let variants = plan.variants.iter().map(variant_methods);
    quote! {
        impl #name {
            #(#variants)*
            #[doc = " Returns whether this version of the crate does not list the variant."]
            pub fn is_unknown(&self) -> bool { matches!(self, Self::Unknown) }
        }
    }
}

fn variant_methods(plan: &FieldPlan) -> TokenStream {
    let (name, as_name, is_name) = (ident(&plan.name), prefixed("as", plan), prefixed("is", plan));
    let as_doc =
        doc(&format!("Returns the value of `{}`, or the union if it is another variant.", plan.name));
    let errors_doc = doc("\n# Errors\n\nReturns the union if it is another variant.");
    let is_doc = doc(&format!("Returns whether the variant is `{}`.", plan.name));
    let target = match &plan.ty {
        RustType::Boxed(inner) => ty(inner),
        other => ty(other),
    };
    if plan.ty == RustType::Unit {
        return quote! {
            #as_doc
            #errors_doc
            pub fn #as_name(&self) -> ::std::result::Result<(), &Self> {
                if matches!(self, Self::#name) {
                    ::std::result::Result::Ok(())
                } else {
                    ::std::result::Result::Err(self)
                }
            }
            #is_doc
            pub fn #is_name(&self) -> bool { matches!(self, Self::#name) }
        };
    }
    quote! {
        #as_doc
        #errors_doc
        pub fn #as_name(&self) -> ::std::result::Result<&#target, &Self> {
            if let Self::#name(value) = self {
                ::std::result::Result::Ok(value)
            } else {
                ::std::result::Result::Err(self)
            }
        }
        #is_doc
        pub fn #is_name(&self) -> bool { matches!(self, Self::#name(_)) }
    }
}

fn debug(plan: &UnionPlan) -> TokenStream {
    let name = ident(&plan.path.name);
    let arms = plan.variants.iter().map(|variant| {
        let (label, name) = (&variant.name, ident(&variant.name));
        if variant.ty == RustType::Unit {
            quote!(Self::#name => f.write_str(#label))
        } else if variant.is_sensitive {
            quote!(Self::#name(_) => f.debug_tuple(#label).field(&::tinsmith_runtime::REDACTED).finish())
        } else {
            quote!(Self::#name(value) => f.debug_tuple(#label).field(value).finish())
        }
    });
    quote! {
        impl ::std::fmt::Debug for #name {
            fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
                match self {
                    #(#arms,)*
                    Self::Unknown => f.write_str("Unknown"),
                }
            }
        }
    }
}
