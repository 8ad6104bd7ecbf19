//! Properties of every documentation string: random soup, and on demand the prose of real models.
//!
//! `TINSMITH_DOCS=<folder of botocore services> cargo test -p tinsmith --lib real_prose -- --ignored` converts all that a
//! folder holds and gives a part of it to rustdoc.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::{env, fs};

use proptest::prelude::*;
use proptest::strategy::ValueTree as _;
use proptest::test_runner::{Config, RngAlgorithm, TestRng, TestRunner};
use pulldown_cmark::{BrokenLink, CodeBlockKind, Event, Options, Parser, Tag, TagEnd};

use super::{markdown::LANGUAGES, summary, to_markdown};
use crate::read::json;
use crate::source::Value;

/// Pieces of documentation, with everything that we have seen to go wrong.
const FRAGMENTS: &[&str] = &[
    "<p>",
    "</p>",
    "<b>",
    "</b>",
    "<i>",
    "</i>",
    "<em>",
    "</em>",
    "<code>",
    "</code>",
    "<a>",
    "</a>",
    "<a href=\"https://a.example/x_y?z=(1)\">",
    "<a href=\"x.html\">",
    "<a href=\"javascript:x\">",
    "<a href=\"crate::x\">",
    "<ul>",
    "</ul>",
    "<ol>",
    "<ol start=\"7\">",
    "</ol>",
    "<li>",
    "</li>",
    "<dl>",
    "</dl>",
    "<dt>",
    "</dt>",
    "<dd>",
    "</dd>",
    "<table>",
    "</table>",
    "<tr>",
    "</tr>",
    "<td>",
    "</td>",
    "<th>",
    "<note>",
    "</note>",
    "<important>",
    "</important>",
    "<pre>",
    "</pre>",
    "<h1>",
    "</h1>",
    "<h3>",
    "<br>",
    "<br/>",
    "<hr>",
    "<fullname>",
    "</fullname>",
    "<div class='x'>",
    "</div>",
    "<T>",
    "<region>",
    "Vec<String>",
    "<x:y/>",
    "<!-- c -->",
    "<!x>",
    "<?php ?>",
    "<![CDATA[x]]>",
    "</",
    "<",
    ">",
    "&lt;",
    "&gt;",
    "&amp;",
    "&#96;",
    "&#x202e;",
    "&nbsp;",
    "&nope;",
    "&#0;",
    "&copy;",
    "&",
    "*",
    "**",
    "***",
    "_",
    "__",
    "~~",
    "`",
    "``",
    "```",
    "```rust\nfn main() { panic!() }\n```",
    "```\n",
    "~~~\n",
    "    ",
    "\t",
    "\n",
    "\n\n",
    "\r\n",
    "  \n",
    "\\",
    "\\\n",
    "# ",
    "## ",
    "#",
    "- ",
    "* ",
    "+ ",
    "1. ",
    "2) ",
    "> ",
    "| ",
    "|",
    "|---|",
    "---",
    "===",
    "[",
    "]",
    "[x]",
    "[x](",
    "](y)",
    "[x][y]",
    "[x]: https://a.example",
    "![i](https://a.example/i.png)",
    "[^1]",
    "[^1]: n",
    "[ ] ",
    "<https://a.example>",
    "https://a.example/b_c*d.",
    "http://b.example",
    "https://{x}.example/",
    "HTTPS://A.EXAMPLE/",
    "www.example.com",
    "me@example.com",
    "word",
    "two words",
    "snake_case",
    "Self::new",
    "crate::types",
    "a.b",
    "e.g.",
    ".",
    "!",
    "\"",
    "'",
    "{",
    "}",
    "$x$",
    "é",
    "日本",
    "😀",
    "\u{200d}",
    "\u{301}",
    "\u{a0}",
    "\u{0}",
    "\u{7f}",
    "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx",
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen",
];

/// Documentation that is partly made of the fragments and partly of anything.
fn soup() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        20 => proptest::sample::select(FRAGMENTS).prop_map(str::to_owned),
        3 => Just(" ".to_owned()),
        1 => any::<char>().prop_map(String::from),
    ];
    proptest::collection::vec(piece, 0..24).prop_map(|pieces| pieces.concat())
}

fn runner(cases: u32) -> TestRunner {
    let config = Config { cases, failure_persistence: None, max_shrink_iters: 4096, ..Config::default() };
    TestRunner::new_with_rng(config, TestRng::deterministic_rng(RngAlgorithm::ChaCha))
}

#[test]
fn any_text_becomes_safe_markdown() {
    let cases = env::var("PROPTEST_CASES").ok().and_then(|cases| cases.parse().ok()).unwrap_or(5_000);
    let outcome = runner(cases).run(&soup(), |source| {
        let markdown = to_markdown(&source);
        let found = unsafe_parts(&markdown);
        prop_assert!(found.is_empty(), "{markdown:?}: {found:?}");
        let found = unsafe_parts(summary(&markdown));
        prop_assert!(found.is_empty(), "summary of {markdown:?}: {found:?}");
        let again = to_markdown(&markdown);
        let found = unsafe_parts(&again);
        prop_assert!(found.is_empty(), "read once more, {markdown:?} became {again:?}: {found:?}");
        Ok(())
    });
    outcome.unwrap();
}

/// The parts that rustdoc or a reader would stumble over.
fn unsafe_parts(markdown: &str) -> Vec<String> {
    // The extensions that rustdoc turns on.
    let options = Options::ENABLE_TABLES
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_TASKLISTS
        | Options::ENABLE_SMART_PUNCTUATION;
    let mut broken = Vec::new();
    let mut found = Vec::new();
    let mut on_broken_link = |link: BrokenLink<'_>| {
        broken.push(format!("a link to nowhere: {}", link.reference));
        None
    };
    let mut in_link = 0;
    let mut in_code = false;
    for (event, range) in
        Parser::new_with_broken_link_callback(markdown, options, Some(&mut on_broken_link)).into_offset_iter()
    {
        match &event {
            Event::Start(Tag::CodeBlock(CodeBlockKind::Fenced(language))) => {
                in_code = true;
                let closed = markdown[range.clone()].trim_end().ends_with("```");
                if !closed || !LANGUAGES.contains(&&**language) {
                    found.push(format!("an open or doubtful fence: {language}"));
                }
            }
            Event::End(TagEnd::CodeBlock) => in_code = false,
            Event::Start(Tag::Link { dest_url, .. }) => {
                in_link += 1;
                let absolute = ["http://", "https://", "mailto:"].iter().any(|scheme| {
                    dest_url.get(..scheme.len()).is_some_and(|start| start.eq_ignore_ascii_case(scheme))
                });
                if !absolute {
                    found.push(format!("a relative link: {dest_url}"));
                }
            }
            Event::End(TagEnd::Link) => in_link -= 1,
            Event::Text(text) if !in_code => {
                if in_link == 0 && holds_address(text) {
                    found.push(format!("a bare address: {text}"));
                }
                if text.contains('`') && !markdown[..range.start].ends_with('\\') {
                    found.push(format!("an unescaped back-tick: {text}"));
                }
            }
            Event::Start(
                Tag::CodeBlock(CodeBlockKind::Indented)
                | Tag::Image { .. }
                | Tag::FootnoteDefinition(_)
                | Tag::HtmlBlock,
            )
            | Event::Html(_)
            | Event::InlineHtml(_)
            | Event::FootnoteReference(_)
            | Event::TaskListMarker(_) => found.push(format!("{event:?}")),
            _ => {}
        }
    }
    let spoils = |c: char| c != '\n' && (c.is_control() || ('\u{202a}'..='\u{202e}').contains(&c));
    found.extend(markdown.contains(spoils).then(|| "a character that may not be".to_owned()));
    let blank_end = |line: &str| line.ends_with(char::is_whitespace);
    found.extend(markdown.lines().any(blank_end).then(|| "white space at the end of a line".to_owned()));
    found.extend(broken);
    found
}

/// Returns true for an address in the sense of rustdoc's lint `bare_urls`: a scheme, labels with full stops between, a word of
/// letters.
fn holds_address(text: &str) -> bool {
    let is_part = |c: char| c.is_ascii_alphanumeric() || "-@:%._+~#=".contains(c);
    ["http://", "https://"].iter().flat_map(|scheme| text.match_indices(scheme)).any(|(at, scheme)| {
        let rest = &text[at + scheme.len()..];
        let host = &rest[..rest.find(|c| !is_part(c)).unwrap_or(rest.len())];
        let mut labels = host.split('.');
        let first = labels.next().is_some_and(|label| label.len() >= 2);
        first && labels.any(|label| label.chars().take_while(char::is_ascii_alphabetic).count() >= 2)
    })
}

/// A folder with a crate that holds the documents, one for each item.
fn scratch_crate(folder: &Path, documents: &[String]) {
    let mut library = String::from("//! Documents.\n");
    for (index, document) in documents.iter().enumerate() {
        for line in document.lines() {
            library.push_str(if line.is_empty() { "///" } else { "/// " });
            library.push_str(line);
            library.push('\n');
        }
        library.push_str(&format!("pub struct Item{index};\n"));
    }
    fs::create_dir_all(folder.join("src")).unwrap();
    fs::write(folder.join("src/lib.rs"), library).unwrap();
    let manifest = "[workspace]\n[package]\nname = \"documents\"\nversion = \"0.0.0\"\nedition = \"2024\"\n";
    fs::write(folder.join("Cargo.toml"), manifest).unwrap();
}

fn cargo(folder: &Path, arguments: &[&str]) -> String {
    let mut command = Command::new(env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    command.current_dir(folder).env("RUSTDOCFLAGS", "-D warnings -D rustdoc::all").args(arguments);
    let output = command.arg("--target-dir").arg(folder.join("target")).output().unwrap();
    let said =
        [output.stdout, output.stderr].map(|text| String::from_utf8_lossy(&text).into_owned()).concat();
    assert!(output.status.success(), "cargo {arguments:?}:\n{said}");
    said
}

/// Gives documents to the tools that will read them.
fn check_with_rustdoc(documents: &[String]) {
    let folder = tempfile::tempdir().unwrap();
    scratch_crate(folder.path(), documents);
    cargo(folder.path(), &["doc", "--offline"]);
    let said = cargo(folder.path(), &["test", "--doc", "--offline"]);
    assert!(said.contains("running 0 tests"), "{said}");
}

#[test]
fn rustdoc_has_nothing_to_say() {
    let mut runner = runner(1);
    let mut document = || to_markdown(&soup().new_tree(&mut runner).unwrap().current());
    let documents: Vec<_> = (0..600).map(|_| document()).filter(|document| !document.is_empty()).collect();
    check_with_rustdoc(&documents);
}

#[test]
#[ignore = "needs a folder of models: TINSMITH_DOCS"]
fn real_prose() {
    let root = env::var("TINSMITH_DOCS").expect("TINSMITH_DOCS names a folder of botocore services");
    let mut texts = BTreeSet::new();
    for path in services(Path::new(&root)) {
        let model = json::parse(&json::read(&path).unwrap()).unwrap();
        let protocols =
            model["metadata"]["protocols"].to_string() + &model["metadata"]["protocol"].to_string();
        if protocols.contains("\"json\"") || protocols.contains("cbor") {
            collect(&model, &mut texts);
        }
    }
    let documents: Vec<_> = texts.iter().map(|text| (text, to_markdown(text))).collect();
    println!("{} different documents", documents.len());
    if let Some(step) = env::var("TINSMITH_SHOW").ok().and_then(|step| step.parse().ok()) {
        documents.iter().step_by(step).for_each(|(text, document)| println!("{text}\n->\n{document}\n"));
    }
    let bad = documents.iter().filter_map(|(text, document)| {
        let found = unsafe_parts(document);
        (!found.is_empty()).then(|| format!("{found:?}\n{text}\n->\n{document}"))
    });
    let bad: Vec<_> = bad.collect();
    assert!(bad.is_empty(), "{} of them are bad:\n{}", bad.len(), bad[..bad.len().min(20)].join("\n\n"));
    // Long ones and every seventh of the others: rustdoc takes its time.
    let sample =
        documents.iter().enumerate().filter(|(index, (text, _))| index % 7 == 0 || text.len() > 3000);
    let sample: Vec<_> = sample.map(|(_, (_, document))| document.clone()).collect();
    sample.chunks(4000).for_each(check_with_rustdoc);
}

/// Every `service-2.json`, packed or not, two folders below the root.
fn services(root: &Path) -> Vec<PathBuf> {
    let children = |folder: &Path| -> Vec<PathBuf> {
        fs::read_dir(folder).into_iter().flatten().flatten().map(|entry| entry.path()).collect()
    };
    let versions = children(root).into_iter().flat_map(|service| children(&service));
    let files = versions.flat_map(|version| children(&version));
    files.filter(|file| file.to_string_lossy().contains("service-2.json")).collect()
}

fn collect(value: &Value, texts: &mut BTreeSet<String>) {
    match value {
        Value::Array(list) => list.iter().for_each(|element| collect(element, texts)),
        Value::Object(object) => {
            texts.extend(object.get("documentation").and_then(Value::as_str).map(str::to_owned));
            object.values().for_each(|value| collect(value, texts));
        }
        _ => {}
    }
}
