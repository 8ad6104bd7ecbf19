//! Bad input and its messages: `tests/bad_input/*.md`. `SNAPSHOTS=overwrite cargo test -p cargo-tinsmith bad_input` blesses.
//!
//! A heading `##` starts a case, which runs in a folder of its own. A block with a path after its language is a file; those
//! above the first case are files of all cases, as are `model.json` and `other.json`, two models of one service each. In a
//! block `console`, lines with `$` are commands, and other lines their output: commands of the shell prepare a case, and
//! `cargo tinsmith` runs without a shell.

use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use snapbox::Data;
use tempfile::TempDir;

use crate::folder::{command, model};

#[test]
fn command_lines() {
    check("flags");
}

#[test]
fn settings() {
    check("settings");
}

#[test]
fn files_and_folders() {
    check("folders");
}

#[test]
fn init() {
    check("init");
}

#[test]
fn import() {
    check("import");
}

#[test]
fn update() {
    check("update");
}

#[test]
fn every_file_is_checked() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/bad_input");
    let entries = fs::read_dir(folder).expect("the folder is there");
    let stem = |path: PathBuf| path.file_stem().expect("a file has a name").to_string_lossy().into_owned();
    let mut names: Vec<String> = entries.map(|entry| stem(entry.expect("it is readable").path())).collect();
    names.sort();
    assert_eq!(names, ["flags", "folders", "import", "init", "settings", "update"]);
}

/// Runs the cases of a file, and compares what they print.
fn check(name: &str) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/bad_input").join(name).with_extension("md");
    let text = fs::read_to_string(&path).expect("the file is there");
    let mut parts = text.split("\n## ");
    let head = parts.next().unwrap_or_default();
    let mut actual = head.to_owned();
    for case in parts {
        let _ = write!(actual, "\n## {}", Case::new(head).run(case));
    }
    snapbox::assert_data_eq!(actual, Data::read_from(&path, None).raw());
}

/// The folder of a case.
struct Case(TempDir);

impl Case {
    /// Creates the folder with the files of all cases.
    fn new(head: &str) -> Self {
        let case = Self(tempfile::tempdir().expect("a temporary folder"));
        let files = [("model.json", "bad_models/good.json"), ("other.json", "golden/scalars/model.json")];
        for (name, path) in files {
            let path = model(&format!("codegen/tests/{path}"));
            fs::copy(path, case.0.path().join(name)).expect("the folder is writable");
        }
        case.run(head);
        case
    }

    /// Writes the files and runs the commands of a text, and returns it with what they print.
    fn run(&self, text: &str) -> String {
        let mut lines = text.split_inclusive('\n');
        let mut actual = String::new();
        while let Some(line) = lines.next() {
            actual.push_str(line);
            let Some(block) = line.strip_prefix("```").map(str::trim_end) else { continue };
            let content: Vec<&str> = lines.by_ref().take_while(|line| line.trim_end() != "```").collect();
            match block.split_once(' ') {
                Some((_, file)) => actual.push_str(&self.write(file, &content.concat())),
                None => content.iter().for_each(|line| actual.push_str(&self.execute(line))),
            }
            actual.push_str("```\n");
        }
        actual
    }

    fn write(&self, file: &str, content: &str) -> String {
        fs::write(self.0.path().join(file), content).expect("the folder is writable");
        content.to_owned()
    }

    /// Runs the command in a line, and returns the line with what it prints. Other lines are the output of an earlier run.
    fn execute(&self, line: &str) -> String {
        let Some(command_line) = line.strip_prefix("$ ").map(str::trim_end) else { return String::new() };
        match command_line.strip_prefix("cargo tinsmith") {
            Some(arguments) => format!("{line}{}", self.tinsmith(arguments)),
            None => {
                self.shell(command_line);
                line.to_owned()
            }
        }
    }

    fn shell(&self, line: &str) {
        let status = Command::new("sh").args(["-c", line]).current_dir(&self.0).status();
        assert!(status.expect("there is a shell").success(), "{line}");
    }

    /// Replaces the paths of the folder and its parent, and what depends on the number of files of the runtime.
    fn redacted(&self, text: &str) -> String {
        let folder = self.0.path().canonicalize().expect("the folder is there");
        let parent = folder.parent().expect("the folder has a parent").display();
        let lines = text.split_inclusive('\n').filter(|line| !line.starts_with("tinsmith-runtime "));
        let text: String = lines
            .map(|line| if line.starts_with("missing: all ") { "missing: all [COUNT] files\n" } else { line })
            .collect();
        text.replace(&folder.display().to_string(), "[FOLDER]")
            .replace(&format!("`{parent}`"), "`[FOLDER]/..`")
    }

    /// Runs a command that fails, unless its output is discarded, and returns what it prints.
    fn tinsmith(&self, arguments: &str) -> String {
        let (arguments, is_discarded) = match arguments.strip_suffix("> /dev/null") {
            Some(arguments) => (arguments, true),
            None => (arguments, false),
        };
        let arguments = words(arguments);
        let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
        let output = command(self.0.path(), &arguments).output().expect("the program starts");
        let streams = if is_discarded { vec![output.stderr] } else { vec![output.stdout, output.stderr] };
        let text = String::from_utf8(streams.concat()).expect("the output is UTF-8");
        let text = self.redacted(&text);
        let code = output.status.code().expect("the program exits");
        if code == 0 {
            assert!(is_discarded, "{arguments:?} succeeds: {text}");
            return text;
        }
        assert!([1, 2].contains(&code), "{arguments:?} exits with {code}: {text}");
        let has_advice = ["= help: ", "try '--help'", "--help ", "`cargo tinsmith "];
        let has_advice = has_advice.iter().any(|advice| text.contains(advice));
        assert!(has_advice, "{arguments:?} fails without advice: {text}");
        format!("{}[exit code {code}]\n", text.trim_start_matches('\n'))
    }
}

/// Splits a command line at spaces outside of single quotes.
fn words(line: &str) -> Vec<String> {
    let mut words = Vec::new();
    for (index, part) in line.split('\'').enumerate() {
        if index % 2 == 1 {
            words.push(part.to_owned());
        } else {
            words.extend(part.split_whitespace().map(str::to_owned));
        }
    }
    words
}
