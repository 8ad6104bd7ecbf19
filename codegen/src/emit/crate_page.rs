//! The first page of the crate's documentation.

use std::collections::BTreeMap;

use super::call::{self, Chain};
use crate::plan::{ClientSetting, CratePlan, OperationPlan};

/// Returns the whole page, in Markdown.
pub(super) fn text(plan: &CratePlan) -> String {
    let library = plan.name.replace('-', "_");
    let mut sections = vec![plan.service.doc.clone(), operations(plan)];
    if let Some(operation) = shown(plan) {
        sections.push(getting_started(plan, operation, &library));
        sections.push(clients(plan, &library));
        sections.push(errors(operation, &library));
        sections.extend(pages(plan, &library));
        sections.extend(waiting(plan, &library));
        sections.push(without_client(operation, &library));
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

/// Returns the operation that the page shows: the first one with an example in the model, or the first of all.
fn shown(plan: &CratePlan) -> Option<&OperationPlan> {
    let exemplary = plan.operations.iter().find(|operation| !operation.examples.is_empty());
    exemplary.or(plan.operations.first())
}

/// Returns the dependencies and the code of a whole program.
fn getting_started(plan: &CratePlan, operation: &OperationPlan, library: &str) -> String {
    let call = call::example_statements(operation, library);
    let indented = call.lines().map(|line| format!("    {line}")).collect::<Vec<_>>().join("\n");
    GETTING_STARTED.replace("{name}", &plan.name).replace("{library}", library).replace("{call}", &indented)
}

const GETTING_STARTED: &str = include_str!("../../template/doc/getting_started.md").trim_ascii_end();

fn clients(plan: &CratePlan, library: &str) -> String {
    CLIENTS.replace("{library}", library).replace("{protocol}", plan.service.protocol.name())
}

const CLIENTS: &str = include_str!("../../template/doc/clients.md").trim_ascii_end();

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
    let sigv4a = plan.settings.contains(&ClientSetting::SigV4a).then_some(SIGV4A);
    let transfer = (!plan.transfer.is_empty()).then_some(TRANSFER);
    let more = sigv4a.into_iter().chain(transfer).map(str::to_owned).chain(lines);
    FEATURES.replace("{more}", &more.collect::<String>())
}

/// The feature of crates with signatures of version 4a.
const SIGV4A: &str = "\n- `sigv4a` (default): signature version 4a, which some endpoints require";

/// The feature of crates with transfers of large objects.
const TRANSFER: &str = "\n- `transfer`: uploads and downloads in parts";

/// Features of every crate, with a placeholder for the others.
const FEATURES: &str = include_str!("../../template/doc/features.md").trim_ascii_end();

const SERIALIZED: &str = include_str!("../../template/doc/serialized.md").trim_ascii_end();
