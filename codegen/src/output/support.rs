//! The support code: hand-written Rust that is copied into every generated crate.

use std::collections::BTreeMap;

use crate::plan::{CratePlan, EndpointPlan, Expression, FieldPlan, Parameter, RustType};

include!(concat!(env!("OUT_DIR"), "/support_files.rs"));

/// The manifest of a generated crate, with placeholders.
pub(super) const MANIFEST: &str = include_str!("../../generated.Cargo.toml");

/// Comes before every copied file.
const HEADER: &str = "// Copied by tinsmith from its support code. Do not edit.\n\n";

/// Parts of the support code that a crate may do without; the rest is always there.
const OPTIONAL: [&str; 22] = [
    "config/endpoint/invalid_value",
    "enumeration",
    "exchange/require",
    "primitives/sealed_enum_unknown",
    "rules/arn",
    "rules/bucket",
    "rules/host_label",
    "rules/partition",
    "rules/split",
    "rules/substring",
    "rules/uri_encode",
    "rules/url",
    "wire/read_list",
    "wire/read_map",
    "wire/read_sparse_list",
    "wire/read_sparse_map",
    "wire/read_unit",
    "wire/write_list",
    "wire/write_map",
    "wire/write_sparse_list",
    "wire/write_sparse_map",
    "wire/write_unit",
];

/// Which optional parts a crate needs.
#[derive(Debug, Default)]
pub(crate) struct Needs(Vec<&'static str>);

impl Needs {
    pub(crate) fn of(plan: &CratePlan) -> Self {
        let mut needs = Self::default();
        let sent: Vec<&FieldPlan> = fields(plan, |travel| travel.sent);
        let received: Vec<&FieldPlan> = fields(plan, |travel| travel.received);
        sent.iter().for_each(|field| needs.aggregates(&field.ty, "write"));
        received.iter().for_each(|field| needs.aggregates(&field.ty, "read"));
        if !plan.enums.is_empty() {
            needs.add("enumeration");
            needs.add("primitives/sealed_enum_unknown");
        }
        if plan
            .operations
            .iter()
            .any(|operation| operation.input.fields.iter().any(|field| field.required_input))
        {
            needs.add("exchange/require");
        }
        needs.endpoint(&plan.endpoint);
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

    fn add(&mut self, part: &str) {
        self.0.extend(OPTIONAL.into_iter().find(|known| *known == part));
    }

    fn aggregates(&mut self, ty: &RustType, verb: &str) {
        match ty {
            RustType::List { element, sparse } => {
                self.add(&format!("wire/{verb}{}_list", if *sparse { "_sparse" } else { "" }));
                self.aggregates(element, verb);
            }
            RustType::Map { value, sparse } => {
                self.add(&format!("wire/{verb}{}_map", if *sparse { "_sparse" } else { "" }));
                self.aggregates(value, verb);
            }
            RustType::Boxed(inner) => self.aggregates(inner, verb),
            RustType::Unit => self.add(&format!("wire/{verb}_unit")),
            _ => {}
        }
    }

    fn lacks(&self, part: &str) -> bool {
        OPTIONAL.contains(&part) && !self.0.contains(&part)
    }
}

fn fields(plan: &CratePlan, travels: impl Fn(crate::plan::Travel) -> bool) -> Vec<&FieldPlan> {
    let structs = plan.all_structs().filter(|structure| travels(structure.travel)).flat_map(|it| &it.fields);
    let unions = plan.unions.iter().filter(|union| travels(union.travel)).flat_map(|it| &it.variants);
    structs.chain(unions).collect()
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

#[cfg(test)]
mod tests {
    use super::SUPPORT_FILES;
    use crate::name;

    #[test]
    fn every_method_of_the_configuration_is_known() {
        let builders = SUPPORT_FILES.iter().filter(|(path, _)| path.starts_with("config/builder"));
        for line in builders.flat_map(|(_, text)| text.lines()) {
            let Some(rest) = line.trim().strip_prefix("pub fn ") else { continue };
            let method = rest.split(['(', '<']).next().unwrap_or(rest);
            assert!(name::is_config_method(method), "{method} is missing in `CONFIG_METHODS`");
        }
    }
}
