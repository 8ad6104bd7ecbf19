//! The first page of the crate's documentation.

use std::collections::BTreeMap;

use super::client::{self, Chain};
use crate::doc;
use crate::plan::{CratePlan, OperationPlan};

/// With more operations than these, the page shows how to call one of them.
const MANY_OPERATIONS: usize = 4;

/// The whole page, in Markdown.
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

/// A list of the operations, with what they do where the model says it.
fn operations(plan: &CratePlan) -> String {
    let operations = plan.operations.iter().map(|operation| {
        let OperationPlan { wire_name, module, name, .. } = operation;
        let summary = match summary(operation) {
            Some(summary) => format!(": {summary}"),
            None => String::new(),
        };
        format!("- [`{wire_name}`](crate::operation::{module}::{name}){summary}")
    });
    format!("# Operations\n\n{}", operations.collect::<Vec<_>>().join("\n"))
}

/// The first sentence about an operation, if there is more to say than its name.
pub(super) fn summary(operation: &OperationPlan) -> Option<String> {
    let summary = doc::summary(&operation.doc).replace('\n', " ");
    (!summary.is_empty() && operation.is_documented()).then_some(summary)
}

/// The operations that the page shows calls of: all, or of many one that is documented well.
fn shown(plan: &CratePlan) -> Vec<&OperationPlan> {
    if plan.operations.len() <= MANY_OPERATIONS {
        return plan.operations.iter().collect();
    }
    let exemplary = plan.operations.iter().find(|operation| !operation.examples.is_empty());
    exemplary.or(plan.operations.first()).into_iter().collect()
}

fn calls(plan: &CratePlan, library: &str) -> String {
    let calls = shown(plan).into_iter().map(|operation| {
        let statements = client::example_statements(operation, library);
        format!(
            "```no_run\n# #[cfg(feature = \"client\")]\n# async fn example(config: aws_types::SdkConfig) -> \
             Result<(), {library}::Error> {{\n\
             // What `aws_config::load_defaults(BehaviorVersion::latest()).await` gives.\n\
             let client = {library}::Client::new(&config);\n{statements}\n# Ok(())\n# }}\n```"
        )
    });
    format!(
        "# Calls\n\nEach operation is a method of `Client`, which takes its settings from `aws-config` or from a \
         `Config`\nof its own.\n\n{}",
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
    let call = Chain::call(operation, "client").statement("let outcome = ", ".await;");
    format!(
        "{ERRORS}\n\n```no_run\nuse {library}::error::{{ProvideErrorMetadata, SdkError}};\n{import}\n\
         # #[cfg(feature = \"client\")]\n# async fn example(client: {library}::Client) {{\n{call}\n\
         match outcome.map_err(SdkError::into_service_error) {{\n    Ok(output) => println!(\"{{output:?}}\"),\n{}    \
         Err(error) => println!(\"code {{:?}}: {{error}}\", error.code()),\n}}\n# }}\n```",
        arm.unwrap_or_default()
    )
}

const ERRORS: &str = "\
# Errors

A call ends with an [`SdkError`](crate::error::SdkError): the request was not sent, no answer came, the answer cannot be
read, or the service refused. `into_service_error` leads to the error of the operation, which has a variant for each error
that the model lists, and `?` to the crate's [`Error`], which has those of all operations. Their text tells
operation, code, message, HTTP status and request id.";

fn pages(plan: &CratePlan, library: &str) -> Option<String> {
    let operation = plan.operations.iter().find(|operation| operation.paginator.is_some())?;
    Some(format!(
        "# Pages\n\nAn answer may be one page of many. `into_paginator` of a call reads them all.\n\n{}",
        client::example_of_pages(operation, library)?
    ))
}

fn waiting(plan: &CratePlan, library: &str) -> Option<String> {
    let (operation, waiter) =
        plan.operations.iter().find_map(|operation| Some((operation, operation.waiters.first()?)))?;
    Some(format!(
        "# Waiting\n\n`waiters::Waiters` gives the client a method for each state that can be waited for.\n\n{}",
        super::waiter::example(operation, waiter, library)
    ))
}

fn without_client(operation: &OperationPlan, library: &str) -> String {
    let OperationPlan { name, module, .. } = operation;
    let input = &operation.input.path.name;
    let build =
        Chain::required(operation, format!("{input}::builder()")).statement("let input = ", ".build()?;");
    format!(
        "# Without the client\n\nTwo functions of each operation do no input or output of their own. They need none \
         of the features,\nand neither a runtime nor TLS.\n\n```no_run\n\
         use {library}::operation::{module}::{{{name}, {input}}};\n\n\
         # fn example(\n#     endpoint: aws_smithy_types::endpoint::Endpoint,\n\
         #     send: impl Fn(http::Request<bytes::Bytes>) -> http::Response<bytes::Bytes>,\n\
         # ) -> Result<(), Box<dyn std::error::Error>> {{\n{build}\n\
         // `config::endpoint::DefaultResolver` finds the endpoint.\n\
         let request = {name}::http_request(&input, &endpoint)?;\n\
         // Sign it, with `aws-sigv4` for instance, and send it with any HTTP client.\n\
         let output = {name}::parse_response(&send(request))?;\n\
         # drop(output);\n# Ok(())\n# }}\n```"
    )
}

/// The features of every crate, and those that bring crates of derives in.
fn features(plan: &CratePlan) -> String {
    let mut crates: BTreeMap<&String, Vec<String>> = BTreeMap::new();
    for (feature, it) in plan.dependencies.iter().filter_map(|it| Some((it.feature.as_ref()?, it))) {
        crates.entry(feature).or_default().push(format!("`{}`", it.name));
    }
    let lines = crates
        .into_iter()
        .map(|(feature, names)| format!("\n- `{feature}`: derives of {}", names.join(", ")));
    let (list, rest) = FEATURES;
    format!("{list}{}\n\n{rest}", lines.collect::<String>())
}

/// What every crate has, and what stands below the list.
const FEATURES: (&str, &str) = (
    "\
# Features

- `client` (default): `Client`, `Config`, fluent builders, paginators and waiters on the AWS runtime crates
- `rustls` (default): HTTPS with rustls and ring
- `rustls-aws-lc`: HTTPS with rustls and aws-lc instead
- `rt-tokio` (default): timers of Tokio
- `default-https-client` (default): the same as `rustls`
- `behavior-version-latest`: no behaviour version needs to be set
- `test-util`: credentials and settings for tests
- `serde`: `Serialize` and `Deserialize`",
    "What has no feature is always there: the types, their schemas, an endpoint resolver, and the functions above.",
);

const SERIALIZED: &str = "\
# Serialized values

With `serde`, inputs, outputs, types and modelled errors become maps under the names of the model, in any format that
describes itself, such as JSON or CBOR.

- `None` is left out. What is missing is `None` or its default when it is read, and unknown keys are ignored.
- Times are RFC 3339 and blobs base64 in formats for people; numbers of any size are text.
- Enums are their text, known or not; a union is a map of its one variant.
- `$metadata` holds the request id of an output, and code, message, request id, operation and HTTP status of an error.
- Errors of operations can be serialized and not read; of a modelled error that is a member's value, all but `$metadata`
  is read.

**Sensitive members are written in full**, although `Debug` hides them.";
