//! The Rust files of a crate.

use proc_macro2::TokenStream;

use super::file::EmittedFile;
use super::{
    crate_root, endpoint, endpoint_discovery, enumeration, error, event_stream, event_test, fluent_builder,
    operation, paginator, protocol_test, service, structure, transfer, union, waiter,
};
use crate::plan::{CratePlan, OperationPlan, ProtocolTests};

/// Returns all Rust files of a crate except the template files.
pub(crate) fn files(plan: &CratePlan) -> Vec<EmittedFile<'_>> {
    let mut files = vec![
        EmittedFile::new("src/lib.rs", &["crate"], move || crate_root::root(plan)),
        EmittedFile::new("src/error_meta.rs", &["crate"], move || error::crate_error(plan)),
        EmittedFile::new("src/service.rs", &["crate::service"], move || service::service(plan)),
        EmittedFile::new("src/service/auth.rs", &[], move || service::auth(plan)),
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
    if let Some(discovery) = &plan.endpoint_discovery {
        files.push(EmittedFile::new(
            "src/endpoint_discovery.rs",
            &["crate::endpoint_discovery", "crate::client"],
            move || endpoint_discovery::endpoint_discovery(discovery),
        ));
    }
    if !plan.transfer.is_empty() {
        files.push(EmittedFile::new("src/transfer.rs", &["crate::transfer"], move || {
            transfer::transfer(&plan.transfer)
        }));
    }
    if endpoint::has_settings(&plan.endpoint) {
        files.push(EmittedFile::new("src/service/endpoint/settings.rs", &[], move || {
            endpoint::settings(&plan.endpoint, &plan.service.customization)
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
        let module = format!("crate::waiters::{}", plan.module);
        let path = format!("src/waiters/{}.rs", plan.module);
        EmittedFile::new(path, &[&module], move || waiter::waiter(operation, plan))
    }));
    files
}

/// Emits the items of a file.
type Emit = fn(&ProtocolTests) -> TokenStream;

fn protocol_tests(tests: &ProtocolTests) -> Vec<EmittedFile<'_>> {
    let file = |path: String, emit: Emit| EmittedFile::new(path, &[], move || emit(tests));
    let cases = |(name, count): (&'static str, usize)| {
        let emit: Emit = match name {
            "requests" => |tests| protocol_test::requests(&tests.requests),
            "responses" => |tests| protocol_test::responses(&tests.responses),
            "errors" => |tests| protocol_test::errors(&tests.errors),
            _ => |tests| event_test::events(&tests.events),
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
    let event_errors =
        plan.event_errors.iter().map(|it| data_file(errors, &it.module, || event_stream::errors(it)));
    structs.chain(enums).chain(int_enums).chain(unions).chain(exceptions).chain(event_errors).collect()
}

/// Returns the file of a type, its builder and its schema, below the module that exports it.
fn data_file<'a>(parent: &str, module: &str, emit: impl Fn() -> TokenStream + Sync + 'a) -> EmittedFile<'a> {
    let path = format!("{}/{module}.rs", parent.replace("crate::", "src/").replace("::", "/"));
    EmittedFile::new(path, &[parent, &format!("{parent}::builders"), &format!("{parent}::{module}")], emit)
}

fn operation_files<'a>(operation: &'a OperationPlan, plan: &'a CratePlan) -> Vec<EmittedFile<'a>> {
    let module = format!("crate::operation::{}", operation.module);
    let builders = format!("{module}::builders");
    let (input, output) = (format!("{module}::input"), format!("{module}::output"));
    let base = format!("src/operation/{}", operation.module);
    let public_modules = [module.as_str(), builders.as_str()];
    let mut files = vec![
        EmittedFile::new(format!("{base}.rs"), &public_modules[..1], move || {
            operation::operation(operation, plan)
        }),
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
        EmittedFile::new(format!("{base}/fluent_builder.rs"), &public_modules, move || {
            fluent_builder::fluent_builder(operation, plan)
        }),
    ];
    if let Some(paginator) = &operation.paginator {
        let public_module = format!("{module}::paginator");
        files.push(EmittedFile::new(format!("{base}/paginator.rs"), &[&public_module], move || {
            paginator::paginator(operation, paginator)
        }));
    }
    files
}
