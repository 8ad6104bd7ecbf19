//! Rules as statements: the first that fits returns.

use proc_macro2::TokenStream;
use quote::quote;

use super::super::token::ident;
use super::expression::expression;
use super::outcome::result;
use super::ty::result_ty;
use crate::plan::endpoint::{Condition, Expression, Guarded, Outcome, Rule, RuleFunction, Type};

/// The error of a function if none of its rules matches.
const NO_RULE_FITS: &str = "no endpoint rule fits the parameters";

/// Emits a function that evaluates rules. The entry takes the parameters in any case.
pub(super) fn function(plan: &RuleFunction, entry: bool) -> TokenStream {
    let name = ident(&plan.name);
    let body = block(&plan.rules);
    let params = match (plan.uses_params, entry) {
        (true, _) => Some(quote!(params: &Params,)),
        (false, true) => Some(quote!(_params: &Params,)),
        (false, false) => None,
    };
    let variables = plan.variables.iter().map(|variable| {
        let (name, ty) = (ident(&variable.name), variable_ty(variable.ty));
        let ty = if variable.is_optional { quote!(::std::option::Option<#ty>) } else { ty };
        quote!(#name: #ty)
    });
    let visibility = entry.then(|| quote!(pub(crate)));
    let result = result_ty();
    quote! {
        #visibility fn #name(#params #(#variables),*) -> #result { #body }
    }
}

fn variable_ty(ty: Type) -> TokenStream {
    match ty {
        Type::String => quote!(&str),
        Type::Boolean => quote!(bool),
        Type::Number => quote!(usize),
        Type::StringArray => quote!(&[::std::string::String]),
        Type::Partition => quote!(&::tinsmith_runtime::rules::partition::Partition),
        Type::Url => quote!(&::tinsmith_runtime::rules::url::Url<'_>),
        Type::Arn => quote!(&::tinsmith_runtime::rules::arn::Arn<'_>),
    }
}

/// Returns true if it is possible that none of the rules matches.
pub(super) fn is_open(rules: &[Rule]) -> bool {
    rules.last().is_none_or(Rule::is_conditional)
}

/// Emits rules at the end of a function: the last expression is the result.
fn block(rules: &[Rule]) -> TokenStream {
    if let Some(guarded) = Guarded::of(rules) {
        let (guard, inner) = (guard(&guarded), block(guarded.inner));
        return quote!(#guard #inner);
    }
    if is_open(rules) {
        let statements = rules.iter().map(statement);
        return quote!(#(#statements)* failed(#NO_RULE_FITS));
    }
    let (last, before) = rules.split_last().expect("rules that are not open have a last one");
    let statements = before.iter().map(statement);
    let names = last.conditions.iter().map(name_statement);
    let (more_names, end) = match &last.outcome {
        Outcome::Rules(inner) => (TokenStream::new(), block(inner)),
        outcome => result(outcome),
    };
    quote!(#(#statements)* #(#names)* #more_names #end)
}

/// Emits the rules before, and a return where the condition does not hold.
fn guard(plan: &Guarded<'_>) -> TokenStream {
    let before = plan.before.iter().map(statement);
    let (names, result) = match plan.otherwise {
        Some(rule) => result(&rule.outcome),
        None => (TokenStream::new(), quote!(failed(#NO_RULE_FITS))),
    };
    let guard = match plan.condition {
        Condition::Test(test) => {
            let test = expression(&test.clone().negated());
            quote!(if #test { #names return #result; })
        }
        bind => {
            let bind = condition(bind);
            quote!(#bind else { #names return #result; };)
        }
    };
    quote!(#(#before)* #guard)
}

/// Emits a rule as a statement. The code after it runs if the rule does not match.
fn statement(rule: &Rule) -> TokenStream {
    guarded(&rule.conditions, &returning(&rule.outcome))
}

/// Emits an outcome inside of conditions.
fn returning(outcome: &Outcome) -> TokenStream {
    match outcome {
        Outcome::Rules(inner) => returning_rules(inner),
        outcome => {
            let (names, result) = result(outcome);
            quote!(#names return #result;)
        }
    }
}

fn returning_rules(inner: &[Rule]) -> TokenStream {
    if let Some(guarded) = Guarded::of(inner) {
        let (guard, inner) = (guard(&guarded), returning_rules(guarded.inner));
        return quote!(#guard #inner);
    }
    let statements = inner.iter().map(statement);
    let end = is_open(inner).then(|| quote!(return failed(#NO_RULE_FITS);));
    quote!(#(#statements)* #end)
}

/// Emits `if` with as many of the conditions as it can have, and the rest inside.
fn guarded(conditions: &[Condition], body: &TokenStream) -> TokenStream {
    let is_name = |condition: &Condition| matches!(condition, Condition::Let { .. });
    let names = conditions.iter().take_while(|condition| is_name(condition)).count();
    let (names, rest) = conditions.split_at(names);
    let tests = rest.iter().take_while(|condition| !is_name(condition)).count();
    let (tests, rest) = rest.split_at(tests);
    let names = names.iter().map(name_statement);
    let inner = if rest.is_empty() { body.clone() } else { guarded(rest, body) };
    if tests.is_empty() {
        return quote!(#(#names)* #inner);
    }
    let tests = tests.iter().map(condition);
    quote!(#(#names)* if #(#tests)&&* { #inner })
}

/// Emits a value that gets a name; the name borrows from what the value owns.
fn name_statement(plan: &Condition) -> TokenStream {
    let Condition::Let { name, value } = plan else { return TokenStream::new() };
    let borrow = if value.ty() == Type::StringArray { ident("as_slice") } else { ident("as_str") };
    let borrow = value.is_owned().then(|| {
        let name = ident(name);
        quote!(let #name = #name.#borrow();)
    });
    let (name, value) = (ident(name), expression(value));
    quote!(let #name = #value; #borrow)
}

fn condition(plan: &Condition) -> TokenStream {
    match plan {
        Condition::Bind { name, value } | Condition::Let { name, value } => {
            let is_made =
                matches!(value.ty(), Type::Url | Type::Arn) && matches!(value, Expression::Call { .. });
            let borrow = is_made.then(|| quote!(&));
            let (name, value) = (ident(name), expression(value));
            quote!(let ::std::option::Option::Some(#name) = #borrow #value)
        }
        Condition::Test(test) => expression(test),
    }
}
