//! Calls of operations in documentation.

use super::example;
use crate::plan::{OperationPlan, Presence, RustType};

/// Returns an example that reads all pages, or all items of all pages.
pub(super) fn example_of_pages(plan: &OperationPlan, library: &str) -> Option<String> {
    let paginator = plan.paginator.as_ref()?;
    let mut chain = Chain::required(plan, "client".to_owned());
    chain.calls.insert(0, format!(".{}()", plan.module));
    chain.calls.push(".into_paginator()".to_owned());
    chain.calls.extend(paginator.items.as_ref().map(|_| ".items()".to_owned()));
    chain.calls.push(".send()".to_owned());
    let (stream, one) = if paginator.items.is_some() { ("items", "item") } else { ("pages", "page") };
    let statement = chain.statement(&format!("let mut {stream} = "), ";");
    Some(format!(
        "```no_run\n# #[cfg(feature = \"client\")]\n# async fn example(client: &{library}::Client) -> Result<(), {library}::Error> {{\n{statement}\n\
         while let Some({one}) = {stream}.next().await {{\n    println!(\"{{:?}}\", {one}?);\n}}\n# Ok(())\n# }}\n```"
    ))
}

/// Returns the examples of the model, or the shortest call.
pub(super) fn examples(plan: &OperationPlan, library: &str) -> String {
    if plan.examples.is_empty() {
        return format!(
            "```no_run\n# async fn example(client: &{library}::Client) -> Result<(), {library}::Error> {{\n{}\n# Ok(())\n# }}\n```",
            example_statements(plan, library),
        );
    }
    let examples = plan.examples.iter().map(|example| example::example(example, plan, library));
    examples.collect::<Vec<_>>().join("\n\n")
}

/// Returns a call and its output: the first example of the model, or the shortest call.
pub(super) fn example_statements(plan: &OperationPlan, library: &str) -> String {
    match plan.examples.first() {
        Some(example) => example::statements(example, plan, library),
        None => {
            let call = Chain::call(plan, "client").statement("let output = ", ".await?;");
            format!("{call}\nprintln!(\"{{output:?}}\");")
        }
    }
}

/// A chain of method calls.
pub(super) struct Chain {
    start: String,
    pub(super) calls: Vec<String>,
}

impl Chain {
    /// Maximum length of a chain on one line, as in rustfmt.
    const MAX_WIDTH: usize = 60;

    /// Returns a chain of setters for the required string members.
    pub(super) fn required(plan: &OperationPlan, start: String) -> Self {
        let required =
            plan.input.fields.iter().filter(|field| field.is_checked || field.presence == Presence::Required);
        let texts = required.filter(|field| field.ty == RustType::String);
        Self { start, calls: texts.map(|field| format!(".{}(\"...\")", field.name)).collect() }
    }

    /// Returns a call of the operation by a client, with what it requires.
    pub(super) fn call(plan: &OperationPlan, client: &str) -> Self {
        let mut chain = Self::required(plan, client.to_owned());
        chain.calls.insert(0, format!(".{}()", plan.module));
        chain.calls.push(".send()".to_owned());
        chain
    }

    /// Returns the chain between `before` and `after`, whose first call ends it.
    pub(super) fn statement(&self, before: &str, after: &str) -> String {
        let one_line = format!("{}{}", self.start, self.calls.concat());
        if one_line.len() + after.trim_end_matches(';').len() <= Self::MAX_WIDTH {
            return format!("{before}{one_line}{after}");
        }
        let lines = self.calls.join("\n    ");
        let after = if after.starts_with('.') { format!("\n    {after}") } else { after.to_owned() };
        format!("{before}{}\n    {lines}{after}", self.start)
    }
}
