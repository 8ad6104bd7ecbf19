//! The support code: hand-written Rust that is copied into every generated crate.

use std::collections::BTreeMap;

use crate::plan::{CratePlan, Expression, Outcome, Parameter, Rule};

include!(concat!(env!("OUT_DIR"), "/support_files.rs"));

/// The manifest of a generated crate, with placeholders.
pub(super) const MANIFEST: &str = include_str!("../../generated.Cargo.toml");

/// Comes before every copied file.
const HEADER: &str = "// Copied by tinsmith from its support code. Do not edit.\n\n";

/// Parts of the support code that a crate may do without; the rest is always there.
const OPTIONAL: [&str; 8] = [
    "config/endpoint/invalid_value",
    "enumeration",
    "error/exception",
    "exchange/require",
    "primitives/sealed_enum_unknown",
    "rules/host_label",
    "rules/partition",
    "wire/reads_error",
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
        if plan.endpoint.rules.iter().any(uses_partition) {
            needs.add("rules/partition");
        }
        if plan.endpoint.parameters.iter().any(Parameter::is_region) {
            needs.add("rules/host_label");
        }
        if plan.endpoint.parameters.iter().any(|parameter| parameter.is_region() || parameter.must_be_given())
        {
            needs.add("config/endpoint/invalid_value");
        }
        needs
    }

    fn add(&mut self, part: &str) {
        self.0.extend(OPTIONAL.into_iter().find(|known| *known == part));
    }

    fn lacks(&self, part: &str) -> bool {
        OPTIONAL.contains(&part) && !self.0.contains(&part)
    }
}

fn uses_partition(rule: &Rule) -> bool {
    let bound = rule.conditions.iter().any(|condition| {
        matches!(condition, crate::plan::Condition::Bind { value: Expression::Partition(_), .. })
    });
    bound || matches!(&rule.outcome, Outcome::Rules(inner) if inner.iter().any(uses_partition))
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
        .into_iter()
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
    let kept: Vec<&str> = text.lines().filter(|line| !names(line)).collect();
    let mut text = kept.join("\n");
    text.push('\n');
    text
}
