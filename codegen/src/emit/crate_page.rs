//! The first page of the crate's documentation.

use std::collections::BTreeMap;

use super::call::{self, Chain};
use crate::plan::{CratePlan, OperationPlan};

/// With more operations than these, the page shows how to call one of them.
const MANY_OPERATIONS: usize = 4;

/// Returns the whole page, in Markdown.
pub(super) fn text(plan: &CratePlan) -> String {
    let library = plan.name.replace('-', "_");
    let mut sections = vec![plan.service.doc.clone(), operations(plan)];
    if let Some(first) = shown(plan).first() {
        sections.push(calls(plan, &library));
        sections.push(errors(first, &library));
        sections.extend(pages(plan, &library));
        sections.extend(waiting(plan, &library));
        sections.push(without_client(first, &library));
    }
    sections.extend([features(plan), SERIALIZED.to_owned()]);
    sections.join("\n\n")
}

/// Returns a list of the operations, with their summaries.
fn operations(plan: &CratePlan) -> String {
    let operations = plan.operations.iter().map(|operation| {
        let OperationPlan { wire_name, path, summary, is_documented, .. } = operation;
        let summary = if *is_documented { format!(": {summary}") } else { String::new() };
        format!("- [`{wire_name}`]({path}){summary}")
    });
    format!("# Operations\n\n{}", operations.collect::<Vec<_>>().join("\n"))
}

/// Returns the operations that the page shows calls of: all, or of many one that is documented well.
fn shown(plan: &CratePlan) -> Vec<&OperationPlan> {
    if plan.operations.len() <= MANY_OPERATIONS {
        return plan.operations.iter().collect();
    }
    let exemplary = plan.operations.iter().find(|operation| !operation.examples.is_empty());
    exemplary.or(plan.operations.first()).into_iter().collect()
}

fn calls(plan: &CratePlan, library: &str) -> String {
    let calls = shown(plan).into_iter().map(|operation| {
        let statements = call::example_statements(operation, library);
        format!(
            "```no_run\n# #[cfg(feature = \"client\")]\n# async fn example(config: aws_types::SdkConfig) -> \
             Result<(), {library}::Error> {{\n\
             // From `aws_config::load_defaults(BehaviorVersion::latest()).await`.\n\
             let client = {library}::Client::new(&config);\n{statements}\n# Ok(())\n# }}\n```"
        )
    });
    format!(
        "# Calls\n\nEach operation is a method of `Client`. The settings of the client come from `aws-config` or from a \
         `Config`\nof this crate.\n\n{}",
        calls.collect::<Vec<_>>().join("\n\n")
    )
}

fn errors(operation: &OperationPlan, library: &str) -> String {
    let OperationPlan { name, module, .. } = operation;
    let arm = operation.errors.first().map(|error| {
        let variant = &error.path.name;
        format!("    Err({name}Error::{variant}(error)) => {{\n        println!(\"expected: {{error}}\");\n    }}\n")
    });
    let import = arm
        .as_ref()
        .map(|_| format!("use {library}::operation::{module}::{name}Error;\n"))
        .unwrap_or_default();
    let call = Chain::call(operation, "client").statement("let result = ", ".await;");
    format!(
        "{ERRORS}\n\n```no_run\nuse {library}::error::{{ProvideErrorMetadata, SdkError}};\n{import}\n\
         # #[cfg(feature = \"client\")]\n# async fn example(client: {library}::Client) {{\n{call}\n\
         match result.map_err(SdkError::into_service_error) {{\n    Ok(output) => println!(\"{{output:?}}\"),\n{}    \
         Err(error) => println!(\"code {{:?}}: {{error}}\", error.code()),\n}}\n# }}\n```",
        arm.unwrap_or_default()
    )
}

const ERRORS: &str = include_str!("../../template/doc/errors.md").trim_ascii_end();

fn pages(plan: &CratePlan, library: &str) -> Option<String> {
    let operation = plan.operations.iter().find(|operation| operation.paginator.is_some())?;
    Some(format!(
        "# Pages\n\nThe output of an operation may be one page of many. `into_paginator` of a call reads all of them.\n\n{}",
        call::example_of_pages(operation, library)?
    ))
}

fn waiting(plan: &CratePlan, library: &str) -> Option<String> {
    let (operation, waiter) =
        plan.operations.iter().find_map(|operation| Some((operation, operation.waiters.first()?)))?;
    Some(format!(
        "# Waiting\n\nThe trait `waiters::Waiters` has a method of the client for each waiter.\n\n{}",
        super::waiter::example(operation, waiter, library)
    ))
}

fn without_client(operation: &OperationPlan, library: &str) -> String {
    let OperationPlan { name, module, .. } = operation;
    let input = &operation.input.path.name;
    let build =
        Chain::required(operation, format!("{input}::builder()")).statement("let input = ", ".build()?;");
    format!(
        "# Without the client\n\nTwo functions of each operation do no input or output. They need none of the features, no async \
         runtime and no TLS.\n\n```no_run\n\
         use {library}::operation::{module}::{{{name}, {input}}};\n\n\
         # fn example(\n#     endpoint: aws_smithy_types::endpoint::Endpoint,\n\
         #     send: impl Fn(http::Request<bytes::Bytes>) -> http::Response<bytes::Bytes>,\n\
         # ) -> Result<(), Box<dyn std::error::Error>> {{\n{build}\n\
         // The endpoint comes from `config::endpoint::DefaultResolver`.\n\
         let request = {name}::http_request(&input, &endpoint)?;\n\
         // Sign it, with `aws-sigv4` for instance, and send it with any HTTP client.\n\
         let output = {name}::parse_response(&send(request))?;\n\
         # drop(output);\n# Ok(())\n# }}\n```"
    )
}

/// Returns the features of every crate, and those that bring in crates of derives.
fn features(plan: &CratePlan) -> String {
    let mut crates: BTreeMap<&String, Vec<String>> = BTreeMap::new();
    for (feature, it) in plan.dependencies.iter().filter_map(|it| Some((it.cargo_feature.as_ref()?, it))) {
        crates.entry(feature).or_default().push(format!("`{}`", it.name));
    }
    let lines = crates
        .into_iter()
        .map(|(feature, names)| format!("\n- `{feature}`: derives of {}", names.join(", ")));
    FEATURES.replace("{derives}", &lines.collect::<String>())
}

/// Features of every crate, with a placeholder for those that bring in crates of derives.
const FEATURES: &str = include_str!("../../template/doc/features.md").trim_ascii_end();

const SERIALIZED: &str = include_str!("../../template/doc/serialized.md").trim_ascii_end();
