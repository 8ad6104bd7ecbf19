//! Endpoint rules as plain Rust, their parameters, and tests from the model.

use std::collections::BTreeSet;

use proc_macro2::{TokenStream, TokenTree};
use quote::quote;

use super::token::{doc, ident, module_doc};
use crate::name;
use crate::plan::{
    Condition, EndpointPlan, EndpointTest, Expression, Outcome, Parameter, ParameterType, ParameterValue,
    Rule,
};

/// The module `service::endpoint`.
pub(super) fn endpoint(plan: &EndpointPlan) -> TokenStream {
    let documentation = module_doc("The endpoint rules of the service and their parameters.");
    let parameters = parameters(plan);
    let builder = builder(plan);
    let fails = can_fail(&plan.rules).then(failed);
    let rules = rules(&plan.rules);
    let params = if mentions(&rules, "params") { quote!(params) } else { quote!(_params) };
    let found = plan.rules.iter().any(finds).then(found);
    let result = result_ty();
    quote! {
        #documentation
        #[cfg(feature = "client")]
        mod from_config;
        #parameters
        #builder
        pub(crate) fn resolve(#params: &Params) -> #result {
            #rules
        }
        #found
        #fails
    }
}

/// Whether the rules can end without an endpoint.
fn can_fail(rules: &[Rule]) -> bool {
    let open = rules.last().is_none_or(|last| !last.conditions.is_empty());
    open || rules.iter().any(|rule| match &rule.outcome {
        Outcome::Endpoint(_) => false,
        Outcome::Error(_) => true,
        Outcome::Rules(inner) => can_fail(inner),
    })
}

fn failed() -> TokenStream {
    let result = result_ty();
    quote! {
        fn failed(message: &str) -> #result {
            ::std::result::Result::Err(
                ::aws_smithy_runtime_api::client::endpoint::error::ResolveEndpointError::message(message),
            )
        }
    }
}

/// Whether an identifier stands in the tokens.
fn mentions(tokens: &TokenStream, name: &str) -> bool {
    tokens.clone().into_iter().any(|token| match token {
        TokenTree::Ident(ident) => ident == name,
        TokenTree::Group(group) => mentions(&group.stream(), name),
        _ => false,
    })
}

fn result_ty() -> TokenStream {
    quote! {
        ::std::result::Result<
            ::aws_smithy_types::endpoint::Endpoint,
            ::aws_smithy_runtime_api::client::endpoint::error::ResolveEndpointError,
        >
    }
}

/// Whether a rule can lead to an endpoint.
fn finds(rule: &Rule) -> bool {
    match &rule.outcome {
        Outcome::Endpoint(_) => true,
        Outcome::Error(_) => false,
        Outcome::Rules(inner) => inner.iter().any(finds),
    }
}

fn found() -> TokenStream {
    let result = result_ty();
    quote! {
        fn found(url: impl ::std::convert::Into<::std::string::String>) -> #result {
            ::std::result::Result::Ok(::aws_smithy_types::endpoint::Endpoint::builder().url(url.into()).build())
        }
    }
}

fn parameters(plan: &EndpointPlan) -> TokenStream {
    let fields = plan.parameters.iter().map(|parameter| {
        let (name, ty) = (ident(&parameter.field), parameter_ty(parameter));
        let ty = if parameter.optional() { quote!(::std::option::Option<#ty>) } else { ty };
        quote!(pub(crate) #name: #ty)
    });
    let accessors = plan.parameters.iter().map(accessor);
    quote! {
        #[doc = " What the endpoint of a request depends on."]
        #[derive(Clone, Debug, PartialEq, Eq)]
        #[non_exhaustive]
        pub struct Params { #(#fields,)* }
        impl Params {
            #[doc = " Starts a set of parameters."]
            pub fn builder() -> ParamsBuilder { ParamsBuilder::default() }
            #(#accessors)*
        }
    }
}

/// The name of a parameter without `r#`.
fn stem(plan: &Parameter) -> &str {
    plan.field.trim_start_matches("r#")
}

fn parameter_ty(plan: &Parameter) -> TokenStream {
    match plan.ty {
        ParameterType::Text => quote!(::std::string::String),
        ParameterType::Flag => quote!(bool),
    }
}

fn accessor(plan: &Parameter) -> TokenStream {
    let name = ident(&plan.field);
    let documentation = doc(&plan.doc);
    let (ty, value) = match (plan.ty, plan.optional()) {
        (ParameterType::Text, true) => (quote!(&str), quote!(self.#name.as_deref())),
        (ParameterType::Text, false) => (quote!(&str), quote!(::std::option::Option::Some(&self.#name))),
        (ParameterType::Flag, true) => (quote!(bool), quote!(self.#name)),
        (ParameterType::Flag, false) => (quote!(bool), quote!(::std::option::Option::Some(self.#name))),
    };
    quote! {
        #documentation
        pub fn #name(&self) -> ::std::option::Option<#ty> { #value }
    }
}

/// The module `service::endpoint::from_config`: the parameters that the configuration of a client gives.
pub(super) fn from_config(plan: &EndpointPlan) -> TokenStream {
    let setters = plan.parameters.iter().filter_map(|parameter| {
        let set = ident(&format!("set_{}", stem(parameter).trim_start_matches('_')));
        let value = built_in(parameter.built_in.as_deref()?)?;
        Some(quote!(.#set(#value)))
    });
    let setters: Vec<_> = setters.collect();
    let config = if setters.is_empty() { quote!(_config) } else { quote!(config) };
    quote! {
        impl crate::service::endpoint::Params {
            #[doc = " The parameters for a client with the configuration."]
            pub(crate) fn from_config(
                #config: &::aws_smithy_types::config_bag::ConfigBag,
            ) -> ::std::result::Result<Self, crate::config::endpoint::InvalidParams> {
                Self::builder() #(#setters)* .build()
            }
        }
    }
}

/// Source: Smithy 2.0 specification, "AWS rules engine built-ins".
fn built_in(name: &str) -> Option<TokenStream> {
    let endpoint = quote!(::aws_types::endpoint_config);
    Some(match name {
        "AWS::Region" => {
            quote!(config.load::<::aws_types::region::Region>().map(|region| region.as_ref().to_owned()))
        }
        "AWS::UseDualStack" => quote!(config.load::<#endpoint::UseDualStack>().map(|given| given.0)),
        "AWS::UseFIPS" => quote!(config.load::<#endpoint::UseFips>().map(|given| given.0)),
        "SDK::Endpoint" => quote!(config.load::<#endpoint::EndpointUrl>().map(|given| given.0.clone())),
        _ => return None,
    })
}

fn builder(plan: &EndpointPlan) -> TokenStream {
    let fields = plan.parameters.iter().map(|parameter| {
        let (name, ty) = (ident(&parameter.field), parameter_ty(parameter));
        quote!(#name: ::std::option::Option<#ty>)
    });
    let setters = plan.parameters.iter().map(setters);
    let built = plan.parameters.iter().map(built);
    let validation = plan.parameters.iter().find(|parameter| parameter.is_region()).map(region_validation);
    quote! {
        #[doc = " Builds [`Params`]."]
        #[derive(Clone, Debug, Default, PartialEq, Eq)]
        pub struct ParamsBuilder { #(#fields,)* }
        impl ParamsBuilder {
            #(#setters)*
            #[doc = " Makes the [`Params`]."]
            #[doc = ""]
            #[doc = " # Errors"]
            #[doc = ""]
            #[doc = " When a required parameter has no value, or the region cannot be part of a host name."]
            pub fn build(self) -> ::std::result::Result<Params, crate::config::endpoint::InvalidParams> {
                #validation
                ::std::result::Result::Ok(Params { #(#built,)* })
            }
        }
    }
}

/// A region becomes part of a host name, so it must not bring in anything else.
fn region_validation(plan: &Parameter) -> TokenStream {
    let (name, label) = (ident(&plan.field), stem(plan));
    quote! {
        if let ::std::option::Option::Some(region) = &self.#name
            && !crate::rules::host_label::is_valid_host_label(region, true)
        {
            return ::std::result::Result::Err(crate::config::endpoint::InvalidParams::invalid_value(
                #label,
                "must be a valid host label",
            ));
        }
    }
}

fn setters(plan: &Parameter) -> TokenStream {
    let (name, set) = (ident(&plan.field), ident(&format!("set_{}", stem(plan).trim_start_matches('_'))));
    let (documentation, ty) = (doc(&plan.doc), parameter_ty(plan));
    let set_doc = doc(&format!("Sets or clears `{}`.", stem(plan)));
    quote! {
        #documentation
        pub fn #name(mut self, value: impl ::std::convert::Into<#ty>) -> Self {
            self.#name = ::std::option::Option::Some(value.into());
            self
        }
        #set_doc
        pub fn #set(mut self, value: ::std::option::Option<#ty>) -> Self {
            self.#name = value;
            self
        }
    }
}

fn built(plan: &Parameter) -> TokenStream {
    let (name, label) = (ident(&plan.field), stem(plan));
    match &plan.default {
        Some(ParameterValue::Flag(false)) => quote!(#name: self.#name.unwrap_or_default()),
        Some(ParameterValue::Flag(true)) => quote!(#name: self.#name.unwrap_or(true)),
        Some(ParameterValue::Text(text)) => quote!(#name: self.#name.unwrap_or_else(|| #text.to_owned())),
        None if plan.required => {
            quote! {
                #name: self.#name.ok_or_else(|| {
                    crate::config::endpoint::InvalidParams::invalid_value(#label, "must have a value")
                })?
            }
        }
        None => quote!(#name: self.#name),
    }
}

/// A block of rules: the first that fits returns. The last expression is the error when none fits.
fn rules(rules: &[Rule]) -> TokenStream {
    let (last, before) = match rules.split_last() {
        Some((last, before)) if last.conditions.is_empty() => (Some(last), before),
        _ => (None, rules),
    };
    let statements = before.iter().map(statement);
    let end = match last.map(|last| &last.outcome) {
        Some(outcome) => {
            let (bindings, result) = result(outcome);
            quote!(#bindings #result)
        }
        None => quote!(failed("no endpoint rule fits the parameters")),
    };
    quote!(#(#statements)* #end)
}

fn statement(rule: &Rule) -> TokenStream {
    let body = match &rule.outcome {
        Outcome::Rules(inner) => returning(inner),
        outcome => {
            let (bindings, result) = result(outcome);
            quote!(#bindings return #result;)
        }
    };
    if rule.conditions.is_empty() {
        return body;
    }
    let conditions = rule.conditions.iter().map(condition);
    quote!(if #(#conditions)&&* { #body })
}

/// Rules inside a condition: every one of them returns from the function.
fn returning(inner: &[Rule]) -> TokenStream {
    let statements = inner.iter().map(statement);
    let open = inner.last().is_none_or(|last| !last.conditions.is_empty());
    let end = open.then(|| quote!(return failed("no endpoint rule fits the parameters");));
    quote!(#(#statements)* #end)
}

fn condition(plan: &Condition) -> TokenStream {
    match plan {
        Condition::Bind { name, value: Expression::Parameter { field, ty } } => {
            let (name, field) = (ident(name), ident(field));
            let deref = (*ty == ParameterType::Text).then(|| quote!(.as_deref()));
            quote!(let ::std::option::Option::Some(#name) = params.#field #deref)
        }
        Condition::Bind { name, value } => {
            let (name, value) = (ident(name), expression(value));
            quote!(let ::std::option::Option::Some(#name) = #value)
        }
        Condition::Test(test) => expression(test),
    }
}

fn expression(plan: &Expression) -> TokenStream {
    match plan {
        Expression::Text(text) => quote!(#text),
        Expression::Parameter { field, ty } => {
            let field = ident(field);
            let text = (*ty == ParameterType::Text).then(|| quote!(.as_str()));
            quote!(params.#field #text)
        }
        Expression::Variable(name) => {
            let name = ident(name);
            quote!(#name)
        }
        Expression::PartitionField { variable, field, .. } => {
            let (variable, field) = (ident(variable), ident(field));
            quote!(#variable.#field)
        }
        Expression::Format(parts) => {
            let (bindings, text) = format(parts);
            quote!({ #bindings #text })
        }
        Expression::Partition(region) => {
            let region = expression(region);
            quote!(crate::rules::partition::partition(#region))
        }
        Expression::IsNone(field) => {
            let field = ident(field);
            quote!(params.#field.is_none())
        }
        Expression::Not(of) => match &**of {
            Expression::Equal(left, right) => {
                let (left, right) = (expression(left), expression(right));
                quote!(#left != #right)
            }
            of => {
                let of = expression(of);
                quote!(!#of)
            }
        },
        Expression::Equal(left, right) => {
            let (left, right) = (expression(left), expression(right));
            quote!(#left == #right)
        }
    }
}

/// `format!("https://directconnect.{region}.{dns_suffix}")`, and the `let`s before it that name what is inserted.
fn format(parts: &[Expression]) -> (TokenStream, TokenStream) {
    let mut template = String::new();
    let mut bindings = Vec::new();
    let mut bound = BTreeSet::new();
    for part in parts {
        match part {
            Expression::Text(text) => template.push_str(&text.replace('{', "{{").replace('}', "}}")),
            Expression::Variable(name) => {
                template.push_str(&format!("{{{}}}", name.trim_start_matches("r#")));
            }
            other => {
                let name = match other {
                    Expression::PartitionField { field, .. } => (*field).to_owned(),
                    Expression::Parameter { field, .. } => field.clone(),
                    _ => format!("part{}", bindings.len()),
                };
                template.push_str(&format!("{{{}}}", name.trim_start_matches("r#")));
                if bound.insert(name.clone()) {
                    let (name, value) = (ident(&name), expression(other));
                    bindings.push(quote!(let #name = #value;));
                }
            }
        }
    }
    (quote!(#(#bindings)*), quote!(format!(#template)))
}

/// What a rule leads to: `let`s, and an expression of the result's type.
fn result(outcome: &Outcome) -> (TokenStream, TokenStream) {
    match outcome {
        Outcome::Endpoint(Expression::Format(parts)) => {
            let (bindings, url) = format(parts);
            (bindings, quote!(found(#url)))
        }
        Outcome::Endpoint(url) => {
            let url = expression(url);
            (quote!(), quote!(found(#url)))
        }
        Outcome::Error(Expression::Format(parts)) => {
            let (bindings, message) = format(parts);
            (bindings, quote!(failed(&#message)))
        }
        Outcome::Error(message) => {
            let message = expression(message);
            (quote!(), quote!(failed(#message)))
        }
        Outcome::Rules(inner) => (quote!(), rules(inner)),
    }
}

/// The endpoint tests of the model, as an integration test.
pub(super) fn tests(plan: &EndpointPlan, crate_name: &str) -> TokenStream {
    let library = ident(&crate_name.replace('-', "_"));
    let documentation = module_doc("The endpoint tests that the model carries.");
    let cases = plan.tests.iter().enumerate().map(|(index, case)| test(index, case));
    quote! {
        #documentation
        fn resolve(params: #library::config::endpoint::ParamsBuilder) -> ::std::result::Result<::std::string::String, ::std::string::String> {
            let params = params.build().map_err(|error| error.to_string())?;
            match #library::config::endpoint::DefaultResolver::new().resolve(&params) {
                ::std::result::Result::Ok(endpoint) => ::std::result::Result::Ok(endpoint.url().to_owned()),
                ::std::result::Result::Err(error) => ::std::result::Result::Err(error.to_string()),
            }
        }
        fn params() -> #library::config::endpoint::ParamsBuilder {
            #library::config::endpoint::Params::builder()
        }
        #(#cases)*
    }
}

fn test(index: usize, case: &EndpointTest) -> TokenStream {
    let name = ident(
        &format!("case_{:03}_{}", index + 1, name::snake(&case.description))
            .chars()
            .take(90)
            .collect::<String>(),
    );
    let setters = case.parameters.iter().map(|(field, value)| {
        let field = ident(field);
        match value {
            ParameterValue::Text(text) => quote!(.#field(#text)),
            ParameterValue::Flag(flag) => quote!(.#field(#flag)),
        }
    });
    let expected = match &case.expected {
        Ok(url) => quote!(::std::result::Result::Ok(#url.to_owned())),
        Err(error) => quote!(::std::result::Result::Err(#error.to_owned())),
    };
    let documentation = doc(case.superseded.unwrap_or_default());
    let comparison = if case.superseded.is_some() { quote!(assert_ne!) } else { quote!(assert_eq!) };
    quote! {
        #documentation
        #[test]
        fn #name() {
            let found = resolve(params() #(#setters)*);
            let expected = #expected;
            #comparison(found, expected);
        }
    }
}
