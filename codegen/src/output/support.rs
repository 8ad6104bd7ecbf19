//! The support code: hand-written Rust that is copied into every generated crate.

use std::collections::BTreeMap;

use crate::plan::{ChecksumPlan, CratePlan, EndpointPlan, Expression, HostPart, Parameter, RequestFeatures};

include!(concat!(env!("OUT_DIR"), "/support_files.rs"));

/// The manifest of a generated crate, with placeholders.
const MANIFEST: &str = include_str!("../../generated.Cargo.toml");

/// Comes before every copied file.
const HEADER: &str = "// Copied by tinsmith from its support code. Do not edit.\n\n";

/// Parts of the support code that a crate may do without; the rest is always there.
///
/// A part is a file. Lines elsewhere that need it stand between `// part: <name>` and `// end of part`.
const OPTIONAL: &[&str] = &[
    "client/feature",
    "client/paginator",
    "client/waiter",
    "config/builder/idempotency_token",
    "config/checksum",
    "config/compression",
    "config/endpoint/invalid_value",
    "config/idempotency_token",
    "driver/extend",
    "enumeration",
    "error/exception",
    "exchange/checksum",
    "exchange/compression",
    "exchange/content_md5",
    "exchange/host_label",
    "exchange/host_prefix",
    "exchange/idempotency_token",
    "exchange/no_input",
    "exchange/query_mode",
    "exchange/require",
    "interceptors/checksum",
    "interceptors/compression",
    "interceptors/content_md5",
    "interceptors/host_prefix",
    "interceptors/idempotency_token",
    "interceptors/secret_answer",
    "interceptors/secret_request",
    "primitives/sealed_enum_unknown",
    "protocol_tests/request",
    "protocol_tests/response",
    "rules/arn",
    "rules/bucket",
    "rules/host_label",
    "rules/partition",
    "rules/split",
    "rules/substring",
    "rules/uri_encode",
    "rules/url",
    "wire/reads_error",
    "wire/variants",
];

/// Which optional parts a crate needs.
#[derive(Debug, Default)]
pub(crate) struct Needs(Vec<&'static str>);

impl Needs {
    pub(crate) fn of(plan: &CratePlan) -> Self {
        let mut needs = Self::default();
        if !plan.enums.is_empty() {
            needs.add("enumeration");
            needs.add("primitives/sealed_enum_unknown");
        }
        if !plan.unions.is_empty() {
            needs.add("wire/variants");
        }
        if !plan.errors.is_empty() {
            needs.add("error/exception");
            needs.add("wire/reads_error");
        }
        if plan
            .operations
            .iter()
            .any(|operation| operation.input.fields.iter().any(|field| field.required_input))
        {
            needs.add("exchange/require");
        }
        if !plan.tests.requests.is_empty() {
            needs.add("protocol_tests/request");
        }
        if !plan.tests.responses.is_empty() || !plan.tests.errors.is_empty() {
            needs.add("protocol_tests/response");
        }
        if plan.operations.iter().any(|operation| !operation.has_input) {
            needs.add("exchange/no_input");
        }
        needs.endpoint(&plan.endpoint);
        if plan.service.query_compatible {
            needs.add("exchange/query_mode");
        }
        plan.operations.iter().for_each(|operation| needs.behavior(&operation.features));
        if plan.operations.iter().any(|operation| operation.paginator.is_some()) {
            needs.add("client/feature");
            needs.add("client/paginator");
        }
        if plan.operations.iter().any(|operation| !operation.waiters.is_empty()) {
            needs.add("client/feature");
            needs.add("client/waiter");
        }
        needs
    }

    fn endpoint(&mut self, plan: &EndpointPlan) {
        for expression in plan.expressions() {
            if let Expression::Call { function, .. } = expression {
                self.add(&format!("rules/{}", function.module));
            }
        }
        let any = |fits: fn(&Parameter) -> bool| plan.parameters.iter().any(fits);
        if any(|parameter| parameter.is_region) {
            self.add("rules/host_label");
        }
        if any(|parameter| parameter.is_region || parameter.must_be_given()) {
            self.add("config/endpoint/invalid_value");
        }
    }

    /// What operations do beside sending inputs and reading outputs.
    fn behavior(&mut self, plan: &RequestFeatures) {
        if !plan.tokens.is_empty() {
            self.add("config/builder/idempotency_token");
            self.add("config/idempotency_token");
            self.add("exchange/idempotency_token");
            self.add("interceptors/idempotency_token");
        }
        if let Some(parts) = &plan.host_prefix {
            self.add("exchange/host_prefix");
            self.add("interceptors/host_prefix");
            if parts.iter().any(|part| matches!(part, HostPart::Label { .. })) {
                self.add("exchange/host_label");
            }
        }
        if plan.compressed {
            self.add("config/compression");
            self.add("exchange/compression");
            self.add("interceptors/compression");
        }
        match plan.checksum {
            Some(ChecksumPlan::ContentMd5) => {
                self.add("exchange/content_md5");
                self.add("interceptors/content_md5");
            }
            Some(ChecksumPlan::Flexible { .. }) => {
                self.add("config/checksum");
                self.add("exchange/checksum");
                self.add("interceptors/checksum");
            }
            None => {}
        }
        if plan.sensitive_response {
            self.add("interceptors/secret_answer");
        }
        if plan.sensitive_request {
            self.add("interceptors/secret_request");
        }
        if plan.intercepts() {
            self.add("driver/extend");
        }
    }

    fn has(&self, part: &str) -> bool {
        self.0.contains(&part)
    }

    fn add(&mut self, part: &str) {
        self.0.extend(OPTIONAL.iter().copied().find(|known| *known == part));
    }

    fn lacks(&self, part: &str) -> bool {
        OPTIONAL.contains(&part) && !self.0.contains(&part)
    }
}

/// The manifest with the dependencies of the parts that the crate holds.
pub(super) fn manifest(needs: &Needs) -> String {
    parts_of(MANIFEST, "#", needs)
}

/// The copied files by path below the crate's folder.
pub(super) fn files(needs: &Needs) -> BTreeMap<String, String> {
    let mut files = BTreeMap::new();
    for (path, text) in SUPPORT_FILES {
        let part = path.strip_suffix(".rs").unwrap_or(path);
        if needs.lacks(part) || (part == "rules/partition_table" && needs.lacks("rules/partition")) {
            continue;
        }
        files.insert(format!("src/{path}"), format!("{HEADER}{}", without_lacking(part, text, needs)));
    }
    files
}

/// The face of a module without the parts that are left out.
fn without_lacking(module: &str, text: &str, needs: &Needs) -> String {
    let lacking: Vec<String> = OPTIONAL
        .iter()
        .filter(|part| needs.lacks(part))
        .filter_map(|part| part.strip_prefix(module)?.strip_prefix('/'))
        .flat_map(|name| if name == "partition" { vec![name, "partition_table"] } else { vec![name] })
        .map(str::to_owned)
        .collect();
    let names = |line: &str| {
        let line = line.trim().trim_start_matches("pub(crate) ");
        lacking
            .iter()
            .any(|part| line == format!("mod {part};") || line.starts_with(&format!("use {part}::")))
    };
    let kept = parts_of(text, "//", needs);
    kept.lines().filter(|line| !names(line)).fold(String::new(), |text, line| text + line + "\n")
}

/// A text without the lines of parts that are left out, which comments enclose.
fn parts_of(text: &str, comment: &str, needs: &Needs) -> String {
    let mut kept = String::new();
    let mut left_out = false;
    for line in text.lines() {
        let marker = line.trim().strip_prefix(comment).map(str::trim);
        let part = marker.and_then(|marker| marker.strip_prefix("part: "));
        let without = marker.and_then(|marker| marker.strip_prefix("without part: "));
        match (part, without) {
            (Some(part), _) => left_out = needs.lacks(part),
            (_, Some(part)) => left_out = needs.has(part),
            _ if marker == Some("end of part") => left_out = false,
            _ if left_out => {}
            _ => kept = kept + line + "\n",
        }
    }
    kept
}

#[cfg(test)]
mod tests {
    use super::SUPPORT_FILES;
    use crate::name;

    #[test]
    fn every_method_of_the_configuration_is_known() {
        let builders = SUPPORT_FILES
            .iter()
            .filter(|(path, text)| path.starts_with("config/") && text.contains("impl Builder {"));
        for line in builders.flat_map(|(_, text)| text.lines()) {
            let Some(rest) = line.trim().strip_prefix("pub fn ") else { continue };
            let method = rest.split(['(', '<']).next().unwrap_or(rest);
            assert!(name::is_config_method(method), "{method} is missing in `CONFIG_METHODS`");
        }
    }
}
