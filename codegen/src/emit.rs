//! Plan -> tokens. Emitters write every path in full; `output::imports` turns them into `use` lines.

use proc_macro2::TokenStream;

use crate::plan::{CratePlan, OperationPlan, ProtocolTests};

mod behavior;
mod builder;
mod call;
mod client;
mod crate_page;
mod crate_root;
mod endpoint;
mod enumeration;
mod error;
mod example;
mod manifest;
mod operation;
mod paginator;
mod protocol_test;
mod schema;
mod service;
mod structure;
mod token;
mod union;
mod value;
mod waiter;

pub(crate) use crate_root::readme;
pub(crate) use manifest::manifest;
pub(crate) use protocol_test::support as protocol_test_support;
pub(crate) use service::settings as service_settings;

/// A file before it is formatted; threads may share it, for its tokens are made where they are wanted.
pub(crate) struct EmittedFile<'a> {
    /// The path below the crate's folder.
    pub(crate) path: String,
    /// The modules under which the file's items are public, so that they need no import.
    pub(crate) homes: Vec<String>,
    /// Emits the items.
    pub(crate) emit: Box<dyn Fn() -> TokenStream + Sync + 'a>,
}

impl<'a> EmittedFile<'a> {
    fn new(path: impl Into<String>, homes: &[&str], emit: impl Fn() -> TokenStream + Sync + 'a) -> Self {
        let homes = homes.iter().map(|&home| home.to_owned()).collect();
        Self { path: path.into(), homes, emit: Box::new(emit) }
    }
}

/// All Rust files of a crate except the template files.
pub(crate) fn files(plan: &CratePlan) -> Vec<EmittedFile<'_>> {
    let mut files = vec![
        EmittedFile::new("src/lib.rs", &["crate"], move || crate_root::root(plan)),
        EmittedFile::new("src/error_meta.rs", &["crate"], move || error::crate_error(plan)),
        EmittedFile::new("src/service.rs", &["crate::service"], move || service::service(plan)),
        EmittedFile::new("src/service/auth.rs", &[], move || service::auth(&plan.operations)),
        EmittedFile::new("src/service/endpoint.rs", &["crate::config::endpoint"], move || {
            endpoint::endpoint(&plan.endpoint, &plan.operations)
        }),
        EmittedFile::new("src/service/endpoint/from_config.rs", &[], move || {
            endpoint::from_config(&plan.endpoint, &plan.operations)
        }),
        EmittedFile::new("src/operation.rs", &["crate::operation"], move || crate_root::operations(plan)),
        EmittedFile::new("src/types.rs", &["crate::types"], move || crate_root::types(plan)),
        EmittedFile::new("src/types/error.rs", &["crate::types::error"], move || crate_root::errors(plan)),
        EmittedFile::new("src/types/builders.rs", &["crate::types::builders"], move || {
            crate_root::builders(plan)
        }),
        EmittedFile::new("src/types/error/builders.rs", &[], move || crate_root::error_builders(plan)),
        EmittedFile::new("src/schema.rs", &["crate::schema"], move || crate_root::schemas(plan)),
    ];
    if endpoint::has_settings(&plan.endpoint) {
        files.push(EmittedFile::new("src/service/endpoint/settings.rs", &[], move || {
            endpoint::settings(&plan.endpoint)
        }));
    }
    files.extend(types(plan));
    files.extend(plan.operations.iter().flat_map(|operation| operation_files(operation, plan)));
    files.extend(waiters(plan));
    if !plan.endpoint.tests.is_empty() || !plan.endpoint.left_out.is_empty() {
        files.push(EmittedFile::new("tests/endpoint.rs", &[], move || {
            endpoint::tests(&plan.endpoint, &plan.name)
        }));
    }
    if !plan.tests.is_empty() {
        files.extend(protocol_tests(&plan.tests));
    }
    files
}

fn waiters(plan: &CratePlan) -> Vec<EmittedFile<'_>> {
    let waiters = waiter::all(plan);
    if waiters.is_empty() {
        return Vec::new();
    }
    let mut files = vec![EmittedFile::new("src/waiters.rs", &["crate::waiters"], move || waiter::face(plan))];
    files.extend(waiters.into_iter().map(|(operation, plan)| {
        let home = format!("crate::waiters::{}", plan.module);
        let path = format!("src/waiters/{}.rs", plan.module);
        EmittedFile::new(path, &[&home], move || waiter::waiter(operation, plan))
    }));
    files
}

/// Makes the items of a file.
type Emit = fn(&ProtocolTests) -> TokenStream;

fn protocol_tests(tests: &ProtocolTests) -> Vec<EmittedFile<'_>> {
    let file = |path: String, emit: Emit| EmittedFile::new(path, &[], move || emit(tests));
    let cases = |(name, count): (&'static str, usize)| {
        let emit: Emit = match name {
            "requests" => |tests| protocol_test::requests(&tests.requests),
            "responses" => |tests| protocol_test::responses(&tests.responses),
            _ => |tests| protocol_test::errors(&tests.errors),
        };
        (count > 0).then(|| file(format!("src/protocol_tests/{name}.rs"), emit))
    };
    let face = file("src/protocol_tests.rs".to_owned(), protocol_test::face);
    std::iter::once(face).chain(protocol_test::parts(tests).into_iter().filter_map(cases)).collect()
}

fn types(plan: &CratePlan) -> Vec<EmittedFile<'_>> {
    let mut files = Vec::new();
    let homes = ["crate::types", "crate::types::builders"];
    let path = |module: &str| format!("src/types/{module}.rs");
    for item in &plan.structs {
        files.push(EmittedFile::new(path(&item.module), &homes, || structure::with_builder(item)));
    }
    for item in &plan.enums {
        files.push(EmittedFile::new(path(&item.module), &homes, || enumeration::text_enum(item)));
    }
    for item in &plan.int_enums {
        files.push(EmittedFile::new(path(&item.module), &homes, || enumeration::int_enum(item)));
    }
    for item in &plan.unions {
        files.push(EmittedFile::new(path(&item.module), &homes, || union::union(item)));
    }
    for error in &plan.errors {
        let homes = ["crate::types::error", "crate::types::error::builders"];
        let path = format!("src/types/error/{}.rs", error.module);
        files.push(EmittedFile::new(path, &homes, move || error::exception(error)));
    }
    for structure in plan.structs.iter().chain(&plan.errors) {
        let path = format!("src/schema/{}.rs", structure.module);
        let home = format!("crate::schema::{}", structure.module);
        files.push(EmittedFile::new(path, &[&home], move || schema::structure(structure)));
    }
    for union in &plan.unions {
        let path = format!("src/schema/{}.rs", union.module);
        let home = format!("crate::schema::{}", union.module);
        files.push(EmittedFile::new(path, &[&home], move || schema::union(union)));
    }
    files
}

fn operation_files<'a>(operation: &'a OperationPlan, plan: &'a CratePlan) -> Vec<EmittedFile<'a>> {
    let module = format!("crate::operation::{}", operation.module);
    let builders = format!("{module}::builders");
    let schema = format!("{module}::schema");
    let base = format!("src/operation/{}", operation.module);
    let homes = [module.as_str(), builders.as_str()];
    let mut files = vec![
        EmittedFile::new(format!("{base}.rs"), &homes[..1], move || operation::operation(operation)),
        EmittedFile::new(format!("{base}/error.rs"), &homes[..1], move || error::operation_error(operation)),
        EmittedFile::new(format!("{base}/input.rs"), &homes, move || operation::input(operation)),
        EmittedFile::new(format!("{base}/output.rs"), &homes, move || {
            structure::with_builder(&operation.output)
        }),
        EmittedFile::new(format!("{base}/builders.rs"), &homes[1..], move || operation::builders(operation)),
        EmittedFile::new(format!("{base}/schema.rs"), &[&schema], move || schema::operation(operation)),
        EmittedFile::new(format!("{base}/client.rs"), &homes, move || client::client(operation, plan)),
    ];
    if let Some(paginator) = &operation.paginator {
        let home = format!("{module}::paginator");
        files.push(EmittedFile::new(format!("{base}/paginator.rs"), &[&home], move || {
            paginator::paginator(operation, paginator)
        }));
    }
    files
}
