//! Plan -> tokens. Emitters write every path in full; `output::imports` turns them into `use` lines.

use proc_macro2::TokenStream;

use crate::plan::{CratePlan, OperationPlan, ProtocolTests};

mod builder;
mod call;
mod cargo_toml;
mod client;
mod crate_page;
mod crate_root;
mod endpoint;
mod enumeration;
mod error;
mod example;
mod operation;
mod paginator;
mod protocol_test;
mod request_features;
mod schema;
mod service;
mod structure;
mod token;
mod union;
mod value;
mod waiter;

pub(crate) use cargo_toml::cargo_toml;
pub(crate) use crate_root::readme;
pub(crate) use protocol_test::support as protocol_test_support;
pub(crate) use service::setting_module;
pub(crate) use token::DOC_LINE;

/// A file whose tokens are emitted on demand, so that threads can share the list of files.
pub(crate) struct EmittedFile<'a> {
    /// The path below the crate's folder.
    pub(crate) path: String,
    /// Modules that export the items of the file, which need no import there.
    pub(crate) public_modules: Vec<String>,
    /// Emits the items.
    pub(crate) emit: Box<dyn Fn() -> TokenStream + Sync + 'a>,
}

impl<'a> EmittedFile<'a> {
    fn new(
        path: impl Into<String>,
        public_modules: &[&str],
        emit: impl Fn() -> TokenStream + Sync + 'a,
    ) -> Self {
        let public_modules = public_modules.iter().map(|&home| home.to_owned()).collect();
        Self { path: path.into(), public_modules, emit: Box::new(emit) }
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
    let mut files = vec![EmittedFile::new("src/waiters.rs", &["crate::waiters"], move || waiter::root(plan))];
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
    let root = file("src/protocol_tests.rs".to_owned(), protocol_test::root);
    std::iter::once(root).chain(protocol_test::parts(tests).into_iter().filter_map(cases)).collect()
}

fn types(plan: &CratePlan) -> Vec<EmittedFile<'_>> {
    let (types, errors) = ("crate::types", "crate::types::error");
    let structs = plan.structs.iter().map(|it| data_file(types, &it.module, || structure::with_builder(it)));
    let enums = plan.enums.iter().map(|it| data_file(types, &it.module, || enumeration::text_enum(it)));
    let int_enums =
        plan.int_enums.iter().map(|it| data_file(types, &it.module, || enumeration::int_enum(it)));
    let unions = plan.unions.iter().map(|it| data_file(types, &it.module, || union::union(it)));
    let exceptions = plan.errors.iter().map(|it| data_file(errors, &it.module, || error::exception(it)));
    structs.chain(enums).chain(int_enums).chain(unions).chain(exceptions).collect()
}

/// The file of a type, its builder and its schema, below the module that exports it.
fn data_file<'a>(home: &str, module: &str, emit: impl Fn() -> TokenStream + Sync + 'a) -> EmittedFile<'a> {
    let path = format!("{}/{module}.rs", home.replace("crate::", "src/").replace("::", "/"));
    EmittedFile::new(path, &[home, &format!("{home}::builders"), &format!("{home}::{module}")], emit)
}

fn operation_files<'a>(operation: &'a OperationPlan, plan: &'a CratePlan) -> Vec<EmittedFile<'a>> {
    let module = format!("crate::operation::{}", operation.module);
    let builders = format!("{module}::builders");
    let (input, output) = (format!("{module}::input"), format!("{module}::output"));
    let base = format!("src/operation/{}", operation.module);
    let public_modules = [module.as_str(), builders.as_str()];
    let mut files = vec![
        EmittedFile::new(format!("{base}.rs"), &public_modules[..1], move || operation::operation(operation)),
        EmittedFile::new(format!("{base}/error.rs"), &public_modules[..1], move || {
            error::operation_error(operation)
        }),
        EmittedFile::new(
            format!("{base}/input.rs"),
            &[public_modules[0], public_modules[1], &input],
            move || operation::input(operation),
        ),
        EmittedFile::new(
            format!("{base}/output.rs"),
            &[public_modules[0], public_modules[1], &output],
            move || structure::with_builder(&operation.output),
        ),
        EmittedFile::new(format!("{base}/builders.rs"), &public_modules[1..], move || {
            operation::builders(operation)
        }),
        EmittedFile::new(format!("{base}/client.rs"), &public_modules, move || {
            client::client(operation, plan)
        }),
    ];
    if let Some(paginator) = &operation.paginator {
        let home = format!("{module}::paginator");
        files.push(EmittedFile::new(format!("{base}/paginator.rs"), &[&home], move || {
            paginator::paginator(operation, paginator)
        }));
    }
    files
}
