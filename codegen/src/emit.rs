//! Plan -> tokens. Emitters write every path in full; `output::imports` turns them into `use` lines.

use proc_macro2::TokenStream;

use crate::plan::{CratePlan, OperationPlan, ProtocolTests};

mod behavior;
mod builder;
mod client;
mod crate_root;
mod endpoint;
mod enumeration;
mod error;
mod operation;
mod protocol_test;
mod schema;
mod service;
mod structure;
mod token;
mod union;

pub(crate) use crate_root::{manifest, readme};

/// A file before it is formatted.
pub(crate) struct EmittedFile {
    /// The path below the crate's folder.
    pub(crate) path: String,
    /// The modules under which the file's items are public, so that they need no import.
    pub(crate) homes: Vec<String>,
    /// The items.
    pub(crate) tokens: TokenStream,
}

impl EmittedFile {
    fn new(path: impl Into<String>, homes: &[&str], tokens: TokenStream) -> Self {
        Self { path: path.into(), homes: homes.iter().map(|&home| home.to_owned()).collect(), tokens }
    }
}

/// All Rust files of a crate but those that are copied from support.
pub(crate) fn files(plan: &CratePlan) -> Vec<EmittedFile> {
    let mut files = vec![
        EmittedFile::new("src/lib.rs", &["crate"], crate_root::root(plan)),
        EmittedFile::new("src/error_meta.rs", &["crate"], error::crate_error(plan)),
        EmittedFile::new("src/service.rs", &["crate::service"], service::service(&plan.service)),
        EmittedFile::new("src/service/auth.rs", &[], service::auth(&plan.operations)),
        EmittedFile::new(
            "src/service/endpoint.rs",
            &["crate::config::endpoint"],
            endpoint::endpoint(&plan.endpoint),
        ),
        EmittedFile::new("src/service/endpoint/from_config.rs", &[], endpoint::from_config(&plan.endpoint)),
        EmittedFile::new("src/operation.rs", &["crate::operation"], crate_root::operations(plan)),
        EmittedFile::new("src/types.rs", &["crate::types"], crate_root::types(plan)),
        EmittedFile::new("src/types/error.rs", &["crate::types::error"], crate_root::errors(plan)),
        EmittedFile::new("src/types/builders.rs", &["crate::types::builders"], crate_root::builders(plan)),
        EmittedFile::new("src/types/error/builders.rs", &[], crate_root::error_builders(plan)),
        EmittedFile::new("src/schema.rs", &["crate::schema"], crate_root::schemas(plan)),
    ];
    if let Some(settings) = endpoint::settings(&plan.endpoint) {
        files.push(EmittedFile::new("src/service/endpoint/settings.rs", &[], settings));
    }
    files.extend(types(plan));
    files.extend(plan.operations.iter().flat_map(|operation| operation_files(operation, plan)));
    if !plan.endpoint.tests.is_empty() || !plan.endpoint.left_out.is_empty() {
        files.push(EmittedFile::new("tests/endpoint.rs", &[], endpoint::tests(&plan.endpoint, &plan.name)));
    }
    if !plan.tests.is_empty() {
        files.extend(protocol_tests(&plan.tests));
    }
    files
}

fn protocol_tests(tests: &ProtocolTests) -> Vec<EmittedFile> {
    let file = |path: &str, tokens| EmittedFile::new(format!("src/{path}.rs"), &[], tokens);
    let cases = |(name, count): (&'static str, usize)| {
        let tokens = match name {
            "requests" => protocol_test::requests(&tests.requests),
            "responses" => protocol_test::responses(&tests.responses),
            _ => protocol_test::errors(&tests.errors),
        };
        (count > 0).then(|| file(&format!("protocol_tests/{name}"), tokens))
    };
    let face = file("protocol_tests", protocol_test::face(tests));
    std::iter::once(face).chain(protocol_test::parts(tests).into_iter().filter_map(cases)).collect()
}

fn types(plan: &CratePlan) -> Vec<EmittedFile> {
    let mut files = Vec::new();
    let homes = ["crate::types", "crate::types::builders"];
    let mut add =
        |module: &str, tokens| files.push(EmittedFile::new(format!("src/types/{module}.rs"), &homes, tokens));
    plan.structs.iter().for_each(|structure| add(&structure.module, structure::with_builder(structure)));
    plan.enums.iter().for_each(|item| add(&item.module, enumeration::text_enum(item)));
    plan.int_enums.iter().for_each(|item| add(&item.module, enumeration::int_enum(item)));
    plan.unions.iter().for_each(|item| add(&item.module, union::union(item)));
    for error in &plan.errors {
        let homes = ["crate::types::error", "crate::types::error::builders"];
        let path = format!("src/types/error/{}.rs", error.module);
        files.push(EmittedFile::new(path, &homes, error::exception(error)));
    }
    for structure in plan.structs.iter().chain(&plan.errors) {
        let path = format!("src/schema/{}.rs", structure.module);
        let home = format!("crate::schema::{}", structure.module);
        files.push(EmittedFile::new(path, &[&home], schema::structure(structure)));
    }
    for union in &plan.unions {
        let path = format!("src/schema/{}.rs", union.module);
        let home = format!("crate::schema::{}", union.module);
        files.push(EmittedFile::new(path, &[&home], schema::union(union)));
    }
    files
}

fn operation_files(operation: &OperationPlan, plan: &CratePlan) -> Vec<EmittedFile> {
    let module = format!("crate::operation::{}", operation.module);
    let builders = format!("{module}::builders");
    let schema = format!("{module}::schema");
    let base = format!("src/operation/{}", operation.module);
    let homes = [module.as_str(), builders.as_str()];
    vec![
        EmittedFile::new(format!("{base}.rs"), &homes[..1], operation::operation(operation)),
        EmittedFile::new(format!("{base}/error.rs"), &homes[..1], error::operation_error(operation)),
        EmittedFile::new(format!("{base}/input.rs"), &homes, operation::input(operation)),
        EmittedFile::new(format!("{base}/output.rs"), &homes, structure::with_builder(&operation.output)),
        EmittedFile::new(format!("{base}/builders.rs"), &homes[1..], operation::builders(operation)),
        EmittedFile::new(format!("{base}/schema.rs"), &[&schema], schema::operation(operation)),
        EmittedFile::new(format!("{base}/client.rs"), &homes, client::client(operation, plan)),
    ]
}
