//! Models that want to do harm. Each gives a diagnostic or a crate in which their text is nothing but text; nothing
//! panics, and time and memory stay in proportion.
//!
//! `HOSTILE=all cargo test -p tinsmith hostile::every_string -- --ignored` tries every attack at every place.

use std::collections::{BTreeMap, BTreeSet};
use std::panic::catch_unwind;
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::{fs, thread};

use serde_json::Value;
use tinsmith::{Config, Diagnostics, GeneratedCrate, generate_from, pass, read};

use crate::harm::harm;
use crate::workspace::{self, Workspace};

/// Everything at once: each language that the text might end up in, and each way out of it.
const ALL: &str = "x\"; fn pwned() {} // */ fn pwned() {} /* \r\n}\nfn pwned() {}\n\u{202e}{pwned}\u{2028}\u{0}\n\n```\npwned!()\n```\n\n    pwned!()\n\n<script>pwned()</script> \"#\"##\"### \\";

/// One attack each, for places that take no more. A name that is made of one has more words than `pwned`.
const ATTACKS: &[&str] = &[
    "\"; fn pwned() {} //",
    "*/ fn pwned() {} /*",
    "\n}\nfn pwned() {}\n{",
    "\r\n#![pwned(evil)]\r\n",
    "\"###; pwned!(); r###\"",
    "```\npwned!(evil)\n```",
    "~~~rust\npwned!(evil)\n~~~",
    "\n\n    pwned!(evil);\n\n",
    "{pwned} evil",
    "{pwned evil",
    "../../pwned/evil",
    "..\\..\\pwned\\evil",
    "/pwned/evil",
    "\u{202e}pwned\u{2066} evil",
    "pwned\u{0}evil",
    "p\u{301}wne\u{308}d evil",
    "рwnеd",
    "😀",
    "a\u{200b}b",
    "<script>pwned()</script>",
    "[pwned](javascript:pwned())",
    "",
    " ",
    "_",
    "self",
    "r#pwned evil",
    "CON",
    "-1",
    "#",
    "a#b$c",
    "%s%n{}{{}}",
    "[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[",
    "pwned = \"1\"\n[dependencies]\npwned",
];

fn generated(text: &str) -> Result<GeneratedCrate, Diagnostics> {
    let config = Config { protocol_tests: true, ..Config::new("hostile.json") };
    let model = read::text("hostile.json", text)?;
    pass::validate(&model)?;
    generate_from(&model, &config)
}

#[test]
fn one_string_in_ten_may_be_an_attack() {
    attacks_are_harmless(10, false);
}

#[test]
#[ignore = "takes long"]
fn every_string_may_be_an_attack() {
    attacks_are_harmless(1, std::env::var_os("HOSTILE").is_some());
}

/// One in `step` strings of all goldens is an attack in turn: names of shapes and members, values, documentation, rules,
/// paths, examples, tests. The diagnostic or the crate must be harmless. `every` attack is tried, or one or two.
fn attacks_are_harmless(step: usize, every: bool) {
    let mut cases = Vec::new();
    let mut goldens: Vec<_> =
        fs::read_dir("tests/golden").unwrap().map(|entry| entry.unwrap().path()).collect();
    goldens.sort();
    let mut seen = BTreeSet::new();
    for golden in &goldens {
        let model: Value =
            serde_json::from_str(&fs::read_to_string(golden.join("model.json")).unwrap()).unwrap();
        let mut places = BTreeSet::new();
        words(&model, "", &mut places);
        for (number, (kind, word)) in places.into_iter().enumerate() {
            // The same word in the same kind of place says the same in another golden.
            if !every && !seen.insert((kind.clone(), word.clone())) {
                continue;
            }
            let turn = ATTACKS[(number * 7 + word.len()) % ATTACKS.len()];
            let attacks = if every { ATTACKS } else { &[turn][..] };
            let also = (every || number % 2 == 0).then_some(&ALL);
            for attack in attacks.iter().filter(|_| every || number % 2 == 1).chain(also) {
                cases.push((golden, model.clone(), word.clone(), *attack));
            }
        }
    }
    let cases: Vec<_> = cases.into_iter().step_by(step).collect();
    let harmless: BTreeMap<_, BTreeMap<_, _>> =
        goldens.iter().map(|golden| (golden, baseline(&golden.join("model.json")))).collect();
    let (next, problems) = (AtomicUsize::new(0), Mutex::new(Vec::new()));
    let (refused, accepted) = (AtomicUsize::new(0), AtomicUsize::new(0));
    thread::scope(|scope| {
        for _ in 0..thread::available_parallelism().map_or(1, usize::from) {
            scope.spawn(|| {
                while let Some((golden, model, word, attack)) =
                    cases.get(next.fetch_add(1, Ordering::Relaxed))
                {
                    let text = replaced(model, word, attack).to_string();
                    let problem = match catch_unwind(|| generated(&text)) {
                        Err(_) => Some("a panic".to_owned()),
                        Ok(Err(findings)) => {
                            refused.fetch_add(1, Ordering::Relaxed);
                            unhelpful(&findings)
                        }
                        Ok(Ok(generated)) => {
                            accepted.fetch_add(1, Ordering::Relaxed);
                            harm(&generated, &harmless[golden])
                        }
                    };
                    if let Some(problem) = problem {
                        let golden = golden.file_name().unwrap().display();
                        problems.lock().unwrap().push(format!("{golden}: {word:?} as {attack:?}: {problem}"));
                    }
                }
            });
        }
    });
    let problems = problems.into_inner().unwrap();
    println!("{} attacks, {refused:?} refused, {accepted:?} made harmless", cases.len());
    assert!(problems.is_empty(), "{} problems\n{}", problems.len(), problems.join("\n"));
    assert!(accepted.into_inner() * step > 400 && refused.into_inner() * step > 400);
}

/// Goldens in which every place that takes the attack holds it, at once: rustc takes them too, and so does rustdoc.
#[test]
#[ignore = "compiles crates"]
fn attacks_compile() {
    let crates = ["endpoint_rules", "examples", "protocol_tests", "enum", "waiters"].map(|golden| {
        let path = format!("tests/golden/{golden}/model.json");
        let mut model: Value = serde_json::from_str(&fs::read_to_string(path).unwrap()).unwrap();
        let mut places = BTreeSet::new();
        words(&model, "", &mut places);
        let mut attacked = 0;
        for (number, (_, word)) in places.into_iter().enumerate() {
            // Names that become the same are refused, so each gets another one.
            let attack = format!("{number}{ALL}");
            let next = replaced(&model, &word, &attack);
            if generated(&next.to_string()).is_ok() {
                (model, attacked) = (next, attacked + 1);
            }
        }
        assert!(attacked > 10, "{golden} takes no more than {attacked} attacks");
        let package = format!("hostile-{}", golden.replace('_', "-"));
        let config = Config {
            protocol_tests: true,
            crate_name: Some(package.clone()),
            runtime: workspace::runtime(),
            ..Config::new("hostile.json")
        };
        let model = read::text("hostile.json", &model.to_string()).unwrap();
        (package, generate_from(&model, &config).unwrap_or_else(|findings| panic!("{findings}")))
    });
    let failing = Workspace::new("hostile", &crates).failing(&["--workspace", "--all-targets"]);
    assert!(failing.is_empty(), "{failing:?}");
}

/// What is wrong with a refusal, if anything.
fn unhelpful(findings: &Diagnostics) -> Option<String> {
    let said = findings.render(false);
    let lacks_help = findings.list.iter().any(|finding| finding.help.is_none());
    (!findings.has_errors() || lacks_help).then(|| format!("refused without help: {said}"))
}

fn baseline(path: &std::path::Path) -> BTreeMap<String, String> {
    generated(&fs::read_to_string(path).unwrap()).unwrap_or_else(|findings| panic!("{findings}")).files
}

/// Each text, key or value, with the key that it stands under; of a shape id, the name.
fn words(value: &Value, key: &str, found: &mut BTreeSet<(String, String)>) {
    match value {
        Value::String(text) => {
            found.insert((key.to_owned(), name_of(text).to_owned()));
        }
        Value::Array(list) => list.iter().for_each(|element| words(element, key, found)),
        Value::Object(object) => {
            for (key, value) in object {
                if !is_of_the_format(key) {
                    found.insert((String::new(), name_of(key).to_owned()));
                }
                words(value, key, found);
            }
        }
        _ => {}
    }
}

/// Keys that the format knows: another one in their place is passed over.
fn is_of_the_format(key: &str) -> bool {
    key.starts_with("smithy")
        || key.starts_with("aws.")
        || ["shapes", "type", "traits", "members", "target"].contains(&key)
}

/// The part of a shape id that the model chooses.
fn name_of(text: &str) -> &str {
    match text.split_once('#') {
        Some((namespace, name)) if namespace.starts_with("example") => name,
        _ => text,
    }
}

/// The model with another text in the place of a word, everywhere.
fn replaced(value: &Value, word: &str, attack: &str) -> Value {
    let text = |text: &str| match name_of(text) {
        name if name == word => format!("{}{attack}", &text[..text.len() - name.len()]),
        _ => text.to_owned(),
    };
    match value {
        Value::String(found) => Value::String(text(found)),
        Value::Array(list) => list.iter().map(|element| replaced(element, word, attack)).collect(),
        Value::Object(object) => {
            let entry = |(key, value): (&String, &Value)| {
                let key = if is_of_the_format(key) { key.clone() } else { text(key) };
                (key, replaced(value, word, attack))
            };
            Value::Object(object.iter().map(entry).collect())
        }
        simple => simple.clone(),
    }
}
