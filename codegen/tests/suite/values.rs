//! The feature `serde` of generated crates: values of every type, made by the plan, through JSON and CBOR and back.

use std::fmt::Write as _;

use serde_json::{Map, Value, json};
use tinsmith::plan::{CratePlan, FieldPlan, NamedKind, Presence, RustPath, RustType, StructPlan, StructRole};
use tinsmith::{Config, GeneratedCrate, load, lower, pass};

/// How many values of each type are tried.
const VALUES: usize = 24;

/// Below this depth values have no more in them than they must.
const DEEPEST: usize = 4;

/// Adds a test to a crate, which knows values of all its types. It needs the feature `serde`.
pub(crate) fn add_test(config: &Config, generated: &mut GeneratedCrate) {
    let model = load(config).unwrap_or_else(|findings| panic!("{findings}"));
    let plan =
        lower::lower(&model, &pass::select(&model, &config.selection, &config.positions).unwrap(), config)
            .unwrap();
    let mut make = Make { plan: &plan, random: 7 };
    let values: Vec<(String, Vec<Value>)> =
        types(&plan).map(|ty| (ty.to_string(), (0..VALUES).map(|_| make.named(ty, 0)).collect())).collect();
    generated.files.insert("tests/values.rs".to_owned(), test(&plan.name.replace('-', "_"), &values));
    let values: Map<_, _> = values.into_iter().map(|(ty, values)| (ty, values.into())).collect();
    generated.files.insert("tests/values.json".to_owned(), Value::Object(values).to_string());
    let manifest = generated.files.get_mut(".tinsmith-manifest").unwrap();
    manifest.push_str("tests/values.rs\ntests/values.json\n");
}

fn types(plan: &CratePlan) -> impl Iterator<Item = &RustPath> {
    let structs = plan.structs.iter().chain(&plan.errors).map(|it| &it.path);
    let messages = plan.operations.iter().flat_map(|it| [&it.input.path, &it.output.path]);
    structs
        .chain(messages)
        .chain(plan.unions.iter().map(|it| &it.path))
        .chain(plan.enums.iter().map(|it| &it.path))
}

/// The test of a crate, which finds the values of a type by its path.
fn test(library: &str, values: &[(String, Vec<Value>)]) -> String {
    let mut calls = String::new();
    for (path, _) in values {
        writeln!(calls, "    survive::<{}>({path:?}, &values);", path.replacen("crate", library, 1)).unwrap();
    }
    format!(
        "{SURVIVE}\n#[test]\nfn values_of_every_type_survive() {{\n    let values = serde_json::from_str(include_str!(\"values.json\")).unwrap();\n{calls}}}\n"
    )
}

const SURVIVE: &str = r#"//! Values of every type.
#![cfg(feature = "serde")]

use std::fmt::Debug;

use serde_core::{Serialize, de::DeserializeOwned};
use serde_json::{Map, Value};

fn survive<T: Serialize + DeserializeOwned + PartialEq + Debug>(path: &str, values: &Map<String, Value>) {
    for value in values[path].as_array().unwrap() {
        let text = value.to_string();
        let read: T = serde_json::from_str(&text).unwrap_or_else(|error| panic!("{path}: {error}: {text}"));
        assert_eq!(serde_json::to_value(&read).unwrap(), *value, "{path}");
        assert_eq!(serde_json::from_value::<T>(value.clone()).unwrap(), read, "{path}");
        let mut bytes = Vec::new();
        ciborium::into_writer(&read, &mut bytes).unwrap();
        assert_eq!(ciborium::from_reader::<T, _>(&*bytes).unwrap(), read, "{path}");
    }
}
"#;

/// Makes values as serde writes them.
struct Make<'a> {
    plan: &'a CratePlan,
    random: u64,
}

impl Make<'_> {
    /// A number below `count`.
    fn below(&mut self, count: usize) -> usize {
        self.random ^= self.random << 13;
        self.random ^= self.random >> 7;
        self.random ^= self.random << 17;
        usize::try_from(self.random % u64::try_from(count).unwrap()).unwrap()
    }

    fn one_of(&mut self, values: &[Value]) -> Value {
        values[self.below(values.len())].clone()
    }

    fn named(&mut self, path: &RustPath, depth: usize) -> Value {
        let plan = self.plan;
        let messages = plan.operations.iter().flat_map(|it| [&it.input, &it.output]);
        let mut structs = plan.structs.iter().chain(&plan.errors).chain(messages);
        if let Some(structure) = structs.find(|it| it.path == *path) {
            return self.structure(structure, depth);
        }
        if let Some(union) = plan.unions.iter().find(|it| it.path == *path) {
            return self.union(&union.variants, depth);
        }
        let known = plan.enums.iter().find(|it| it.path == *path).unwrap();
        let values = known.variants.iter().map(|variant| json!(variant.value));
        self.one_of(&values.chain([json!("brand new"), json!("")]).collect::<Vec<_>>())
    }

    fn structure(&mut self, structure: &StructPlan, depth: usize) -> Value {
        let mut members = Map::new();
        for field in &structure.fields {
            let wanted = depth < DEEPEST && self.below(3) > 0;
            if wanted || field.presence != Presence::Optional {
                members.insert(field.wire_name.clone(), self.value(&field.ty, depth + 1));
            }
        }
        // An error in another value has no answer of its own, and what it says of one is not read.
        let metadata = if depth == 0 { self.metadata(&structure.role) } else { Map::new() };
        members.extend((!metadata.is_empty()).then(|| ("$metadata".to_owned(), metadata.into())));
        members.into()
    }

    fn metadata(&mut self, role: &StructRole) -> Map<String, Value> {
        let keys: &[&str] = match role {
            StructRole::Output => &["requestId"],
            StructRole::Error { .. } => &["code", "message", "requestId", "operation", "httpStatus"],
            StructRole::Plain | StructRole::Input => &[],
        };
        let mut metadata = Map::new();
        for key in keys {
            if self.below(2) > 0 {
                metadata.insert((*key).to_owned(), self.text());
            }
        }
        metadata
    }

    fn union(&mut self, variants: &[FieldPlan], depth: usize) -> Value {
        let leaf = |field: &&FieldPlan| !matches!(field.ty, RustType::Named(..) | RustType::Boxed(_));
        let leaves: Vec<_> = variants.iter().filter(leaf).collect();
        let all: Vec<_> = variants.iter().collect();
        let choice = if depth < DEEPEST || leaves.is_empty() { all } else { leaves };
        let variant = choice[self.below(choice.len())];
        json!({ &*variant.wire_name: self.value(&variant.ty, depth + 1) })
    }

    fn value(&mut self, ty: &RustType, depth: usize) -> Value {
        match ty {
            RustType::Bool => json!(self.below(2) > 0),
            RustType::I8 => self.one_of(&[json!(i8::MIN), json!(0), json!(i8::MAX)]),
            RustType::I16 => self.one_of(&[json!(i16::MIN), json!(1), json!(i16::MAX)]),
            RustType::I32 => self.one_of(&[json!(i32::MIN), json!(2), json!(i32::MAX)]),
            RustType::I64 => self.one_of(&[json!(i64::MIN), json!(3), json!(i64::MAX)]),
            RustType::F32 => self.one_of(&[json!(0.5), json!(-3.0), json!("Infinity")]),
            RustType::F64 => self.one_of(&[json!(0.1 + 0.2), json!(1e300), json!("-Infinity")]),
            RustType::String => self.text(),
            RustType::BigInteger => self.one_of(&[json!("0"), json!("-123456789012345678901234567890")]),
            RustType::BigDecimal => self.one_of(&[json!("0.0"), json!("1.50e-700")]),
            RustType::ByteStream | RustType::EventStream { .. } => json!(""),
            RustType::Blob => self.one_of(&[json!(""), json!("AA=="), json!("AAEC/w==")]),
            RustType::DateTime => self.one_of(&[
                json!("0000-02-29T00:00:00Z"),
                json!("0001-01-01T00:00:00Z"),
                json!("1969-12-31T23:59:59.999999999Z"),
                json!("2026-11-23T04:05:06.07Z"),
                json!("9999-12-31T23:59:59.000000001Z"),
            ]),
            RustType::Document => self.document(depth),
            RustType::List { element, sparse } => {
                (0..self.length(depth)).map(|_| self.item(element, *sparse, depth)).collect()
            }
            RustType::Map { key, value, sparse } => {
                let entries = (0..self.length(depth))
                    .map(|index| (self.key(key, index), self.item(value, *sparse, depth)));
                Value::Object(entries.collect())
            }
            RustType::Unit => json!({}),
            RustType::Named(path, NamedKind::Struct | NamedKind::Union | NamedKind::Enum) => {
                self.named(path, depth)
            }
            RustType::Boxed(inner) => self.value(inner, depth),
        }
    }

    /// Returns a key of a map; those of enums are listed values and unknown ones.
    fn key(&mut self, ty: &RustType, index: usize) -> String {
        match self.value(ty, DEEPEST).as_str() {
            Some(value) if *ty != RustType::String => value.to_owned(),
            _ => format!("{index} \u{20AC}"),
        }
    }

    fn item(&mut self, ty: &RustType, sparse: bool, depth: usize) -> Value {
        if sparse && self.below(3) == 0 { Value::Null } else { self.value(ty, depth + 1) }
    }

    fn length(&mut self, depth: usize) -> usize {
        if depth < DEEPEST { self.below(4) } else { 0 }
    }

    fn text(&mut self) -> Value {
        self.one_of(&[json!(""), json!("text"), json!("\u{0}\"\\ \u{1F980} null"), json!("1970-01-01")])
    }

    fn document(&mut self, depth: usize) -> Value {
        match self.below(if depth < DEEPEST { 6 } else { 4 }) {
            0 => self.one_of(&[json!(null), json!(true)]),
            1 => self.one_of(&[json!(u64::MAX), json!(i64::MIN), json!(7)]),
            2 => self.one_of(&[json!(0.25), json!(-1.0)]),
            3 => self.text(),
            4 => (0..3).map(|_| self.document(depth + 1)).collect(),
            _ => json!({ "a": self.document(depth + 1), "": self.document(depth + 1) }),
        }
    }
}
