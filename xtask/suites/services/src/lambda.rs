//! Lambda: restJson1.

use lambda::Client;
use lambda::primitives::Blob;
use lambda::types::{Environment, FunctionCode, Runtime};

use crate::check::{Outcome, client, equal, failed, report};
use crate::iam::ROLE;

const FUNCTIONS: [&str; 2] = ["one", "two"];
/// An empty archive.
const ZIP: &[u8] = b"PK\x05\x06\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0";

pub(crate) async fn run(endpoint: &str) -> Outcome {
    let client = client!(lambda, endpoint);
    for name in FUNCTIONS {
        create(&client, name).await?;
    }
    let listed = client.list_functions().into_paginator().page_size(1).items().send();
    let listed = listed.collect::<Result<Vec<_>, _>>().await?;
    let names: Vec<_> = listed.iter().filter_map(|function| function.function_name()).collect();
    equal("functions", names, FUNCTIONS.to_vec())?;
    for name in FUNCTIONS {
        client.delete_function().function_name(name).send().await?;
    }
    let missing = client.get_function().function_name("one").send().await;
    let error = failed("missing function", missing, |error| error.into_service_error())?;
    equal("missing function", error.is_resource_not_found_exception(), true)?;
    report("lambda", error);
    Ok(())
}

async fn create(client: &Client, name: &str) -> Outcome {
    let call = client.create_function().function_name(name).runtime(Runtime::Python312).handler("a.b");
    let call = call.code(FunctionCode::builder().zip_file(Blob::new(ZIP)).build());
    let call = call.environment(Environment::builder().variables("KEY", "value").build());
    let function = call.role(format!("arn:aws:iam::123456789012:role/{ROLE}")).send().await?;
    equal("name", function.function_name(), Some(name))?;
    let variables = function.environment().and_then(|environment| environment.variables());
    equal("variable", variables.and_then(|variables| variables.get("KEY")).map(String::as_str), Some("value"))
}
