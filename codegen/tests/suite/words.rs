//! A tidy test for the words of comments, messages and pages.
//!
//! Doc comments must not open with a question word, and no text may use a phrase of [`PHRASES`]: they are translations of other
//! languages, or home-made words for terms that Smithy, HTTP or Rust already have. Code spans and code blocks do not count.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

/// Words with which doc comments must not open, instead of a noun phrase or a verb.
const OPENERS: [&str; 7] = ["how", "what", "when", "where", "whether", "who", "why"];

/// A phrase, the advice for it, and the words before or after it with which it is fine.
type Phrase = (&'static str, &'static str, &'static [&'static str], &'static [&'static str]);

/// Phrases in lower case, in alphabetical order.
const PHRASES: &[Phrase] = &[
    ("answer", "response, output, result", &[], &[]),
    ("answers", "responses, outputs, results", &[], &[]),
    ("are no", "are not", THERE, LONGER),
    ("behind", "after, below", &["leave", "leaves", "left"], &[]),
    ("beside", "next to, besides, except", &[], &[]),
    ("decider", "classifier, policy", &[], &[]),
    ("findings", "diagnostics", &[], &[]),
    ("foreign", "of the user, of another crate", &[], &[]),
    ("hand-made", "user files", &[], &[]),
    ("in place of", "instead of", &[], &[]),
    ("in the place of", "instead of", &[], &[]),
    ("into the place of", "replacing", &[], &[]),
    ("is no", "is not a", THERE, LONGER),
    ("is none", "is not one", THERE, &["of"]),
    ("led by", "starts with", &[], &[]),
    ("lies", "is", &[], &[]),
    ("mend", "fix", &[], &[]),
    ("mended", "fixed", &[], &[]),
    ("mends", "fixes", &[], &[]),
    ("number of any size", "big integer, big decimal", &[], &[]),
    ("numbers of any size", "big integers, big decimals", &[], &[]),
    ("passed over", "skipped, ignored", &[], &[]),
    ("passes over", "skips, ignores", &[], &[]),
    ("said", "has, is, contains", &[], &[]),
    ("says", "has, is, returns, describes", &[], &[]),
    ("stand", "be, exist", &[], &["alone"]),
    ("standing", "being", &[], &[]),
    ("stands", "is, exists", &[], &["alone"]),
    ("stood", "was, existed", &[], &[]),
    ("support code", "runtime", &[], &[]),
    ("take away", "remove", &[], &[]),
    ("take the place of", "replace", &[], &[]),
    ("taken away", "removed", &[], &[]),
    ("takes away", "removes", &[], &[]),
    ("takes the place of", "replaces", &[], &[]),
    ("tells", "shows, returns, describes", &[], &[]),
    ("texts", "strings, messages, files", &[], &[]),
    ("to the proof", "tests", &[], &[]),
    ("told", "shown, described", &[], &["apart", "otherwise"]),
    ("whoever", "callers that, the user who", &[], &[]),
];

/// *There is no rule*.
const THERE: &[&str] = &["there"];

/// *It is no longer sent*, *is no deeper than*.
const LONGER: &[&str] = &["deeper", "different", "fewer", "later", "less", "longer", "more"];

/// Files that may use a phrase, with the reason.
const EXCEPTIONS: &[(&str, &str, &str)] = &[];

#[test]
fn doc_comments_messages_and_pages_use_plain_words() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).parent().expect("the package is below the workspace");
    let (mut problems, mut used) = (Vec::new(), BTreeSet::new());
    for path in files(root) {
        let text = fs::read_to_string(root.join(&path)).expect("the file was listed and is UTF-8");
        for (line, phrase, advice) in self::problems(&path, &text) {
            match EXCEPTIONS.iter().find(|(file, allowed, _)| *file == path && *allowed == phrase) {
                Some(exception) => drop(used.insert(exception)),
                None => problems.push((path.clone(), line, phrase, advice)),
            }
        }
    }
    let unused = EXCEPTIONS.iter().filter(|exception| !used.contains(exception));
    let unused: Vec<_> =
        unused.map(|(file, phrase, _)| format!("{file}: `{phrase}` is not used\n")).collect();
    assert!(problems.is_empty() && unused.is_empty(), "\n{}{}", report(&problems), unused.concat());
}

/// One line per problem, and the number of problems of each folder.
fn report(problems: &[(String, usize, &str, &str)]) -> String {
    let mut counts: BTreeMap<String, usize> = BTreeMap::new();
    let mut text = String::new();
    for (path, line, phrase, advice) in problems {
        text.push_str(&format!("{path}:{line}: `{phrase}`: {advice}\n"));
        let depth = if path.starts_with("codegen/src/") { 3 } else { 2 };
        *counts.entry(path.split('/').take(depth).collect::<Vec<_>>().join("/")).or_default() += 1;
    }
    counts.iter().for_each(|(folder, count)| text.push_str(&format!("{count:5} {folder}\n")));
    text
}

/// The paths of all sources and pages that are checked, with `/` between the parts.
fn files(root: &Path) -> Vec<String> {
    let sources =
        ["codegen/cli", "codegen/src", "codegen/runtime/src", "codegen/template", "generated/src", "xtask"];
    let mut found: Vec<_> = sources.iter().flat_map(|folder| below(&root.join(folder), "rs")).collect();
    found.extend(below(root, "md"));
    let relative =
        |path: &PathBuf| path.strip_prefix(root).ok().map(|path| path.to_string_lossy().replace('\\', "/"));
    let mut paths: Vec<_> = found.iter().filter_map(relative).collect();
    paths.sort();
    assert!(paths.len() > 100, "only {} files were found", paths.len());
    paths
}

/// The files with an extension below a folder, except in build and hidden folders.
fn below(folder: &Path, extension: &str) -> Vec<PathBuf> {
    let entries =
        fs::read_dir(folder).into_iter().flatten().map(|entry| entry.expect("the folder can be read").path());
    entries
        .flat_map(|path| {
            let name = path.file_name().unwrap_or_default().to_string_lossy();
            // Crates that `cargo xtask drop-in` generates are not committed.
            let is_skipped = name == "target"
                || name.starts_with('.')
                || ["compat/generated", "services/generated"].iter().any(|end| path.ends_with(end));
            match path.is_dir() {
                true if is_skipped => Vec::new(),
                true => below(&path, extension),
                false => {
                    Vec::from_iter(path.extension().is_some_and(|found| found == extension).then_some(path))
                }
            }
        })
        .collect()
}

/// A comment, a string literal or a page.
#[derive(Default)]
struct Passage {
    /// Doc comments must not open with a question word.
    is_doc: bool,
    /// Words in lower case with their lines; [`BREAK`] between sentences, [`CODE`] for code spans.
    words: Vec<(usize, String)>,
}

const BREAK: &str = ".";
const CODE: &str = "`";

impl Passage {
    fn new(is_doc: bool, lines: &[(usize, &str)]) -> Self {
        let (mut passage, mut in_block, mut in_code) = (Self { is_doc, ..Self::default() }, false, false);
        for (number, line) in lines {
            if line.trim_start().starts_with("```") {
                in_block = !in_block;
            } else if !in_block {
                passage.add(*number, line, &mut in_code);
            }
        }
        passage
    }

    fn add(&mut self, line: usize, text: &str, in_code: &mut bool) {
        if text.trim().is_empty() {
            *in_code = false;
            self.words.push((line, BREAK.to_owned()));
        }
        for (index, part) in text.split('`').enumerate() {
            if index > 0 {
                *in_code = !*in_code;
                self.words.extend(in_code.then(|| (line, CODE.to_owned())));
            }
            if !*in_code {
                self.add_words(line, part);
            }
        }
    }

    fn add_words(&mut self, line: usize, text: &str) {
        let is_letter = |letter: char| letter.is_alphabetic() || "-'_".contains(letter);
        for piece in text.split_inclusive(|letter: char| !is_letter(letter)) {
            let word = piece.trim_end_matches(|letter: char| !is_letter(letter));
            if !word.is_empty() {
                self.words.push((line, word.to_lowercase()));
            }
            if piece.ends_with(['.', '!', '?', ';', ':', '(', ')', '|']) {
                self.words.push((line, BREAK.to_owned()));
            }
        }
    }

    /// The line, the phrase and the advice for each problem.
    fn problems(&self) -> Vec<(usize, &'static str, &'static str)> {
        let first = self.words.iter().find(|(_, word)| word != BREAK).filter(|_| self.is_doc);
        let opener = first.and_then(|(line, first)| {
            let opener = OPENERS.into_iter().find(|opener| opener == first)?;
            Some((*line, opener, "open with a noun phrase or a verb"))
        });
        let phrases = (0..self.words.len())
            .flat_map(|at| PHRASES.iter().filter_map(move |phrase| self.phrase(at, phrase)));
        opener.into_iter().chain(phrases).collect()
    }

    fn phrase(&self, at: usize, phrase: &Phrase) -> Option<(usize, &'static str, &'static str)> {
        let (words, advice, not_after, not_before) = *phrase;
        let word = |index: usize| self.words.get(index).map_or(BREAK, |(_, word)| word.as_str());
        if !words.starts_with(word(at))
            || !words.split(' ').enumerate().all(|(index, expected)| word(at + index) == expected)
        {
            return None;
        }
        let before = if at == 0 { BREAK } else { word(at - 1) };
        let is_fine =
            not_after.contains(&before) || not_before.contains(&word(at + words.split(' ').count()));
        (!is_fine).then(|| (self.words[at].0, words, advice))
    }
}

/// The line, the phrase and the advice for each problem of a source or a page.
pub(crate) fn problems(path: &str, text: &str) -> Vec<(usize, &'static str, &'static str)> {
    passages(path, text).iter().flat_map(Passage::problems).collect()
}

fn passages(path: &str, text: &str) -> Vec<Passage> {
    let is_page = Path::new(path).extension().is_some_and(|extension| extension == "md");
    if is_page {
        let lines: Vec<_> = text.lines().enumerate().map(|(index, line)| (index + 1, line)).collect();
        return vec![Passage::new(false, &lines)];
    }
    let mut lexer = Lexer { rest: text, line: 1, comment: Vec::new(), marker: "", passages: Vec::new() };
    while !lexer.rest.is_empty() {
        lexer.step();
    }
    lexer.end_comment();
    lexer.passages
}

/// Finds comments and string literals in Rust sources.
struct Lexer<'a> {
    rest: &'a str,
    line: usize,
    /// The lines of the current comment, and its marker.
    comment: Vec<(usize, &'a str)>,
    marker: &'static str,
    passages: Vec<Passage>,
}

impl<'a> Lexer<'a> {
    fn step(&mut self) {
        if self.rest.starts_with("//") {
            return self.comment();
        }
        let is_break = self.rest.starts_with(char::is_whitespace);
        if !is_break {
            self.end_comment();
        }
        match raw_string(self.rest) {
            Some((start, end)) => self.literal(start, end),
            None if self.rest.starts_with('"') => self.literal("\"", "\""),
            None if self.rest.starts_with('\'') => {
                self.take(character(self.rest));
            }
            // A whole word, as the `r` at its end does not start a raw string.
            None => {
                let end = self.rest.find(|letter: char| !letter.is_alphanumeric() && letter != '_');
                let first = self.rest.chars().next().map_or(1, char::len_utf8);
                self.take(end.unwrap_or(self.rest.len()).max(first));
            }
        }
    }

    /// Takes bytes from the source and counts their lines.
    fn take(&mut self, length: usize) -> &'a str {
        let (taken, rest) = self.rest.split_at(length);
        self.line += taken.matches('\n').count();
        self.rest = rest;
        taken
    }

    fn comment(&mut self) {
        let line = self.take(self.rest.find('\n').unwrap_or(self.rest.len()));
        let marker = ["///", "//!"].into_iter().find(|marker| line.starts_with(marker)).unwrap_or("//");
        if marker != self.marker || self.comment.last().is_some_and(|(last, _)| last + 1 < self.line) {
            self.end_comment();
        }
        self.marker = marker;
        self.comment.push((self.line, line.strip_prefix(marker).unwrap_or(line)));
    }

    fn end_comment(&mut self) {
        let lines = std::mem::take(&mut self.comment);
        if !lines.is_empty() {
            self.passages.push(Passage::new(self.marker != "//", &lines));
        }
    }

    fn literal(&mut self, start: &str, end: &str) {
        self.take(start.len());
        let (first, mut length) = (self.line, 0);
        while !self.rest[length..].starts_with(end) && length < self.rest.len() {
            let is_escape = start == "\"" && self.rest[length..].starts_with('\\');
            let letters = self.rest[length..].chars().take(if is_escape { 2 } else { 1 });
            length += letters.map(char::len_utf8).sum::<usize>();
        }
        let text = self.take(length);
        self.take(end.len().min(self.rest.len()));
        let text = without_placeholders(&text.replace("\\n", " . "));
        let lines: Vec<_> = text.lines().enumerate().map(|(index, line)| (first + index, line)).collect();
        self.passages.push(Passage::new(false, &lines));
    }
}

/// A format string without the names in its placeholders.
fn without_placeholders(text: &str) -> String {
    let mut parts = text.split('{');
    let first = parts.next().unwrap_or_default().to_owned();
    parts.fold(first, |text, part| match part.split_once('}') {
        Some((_, after)) => text + CODE + CODE + after,
        None => text + part,
    })
}

/// The delimiters of a raw string at the start of `text`.
fn raw_string(text: &str) -> Option<(&'static str, &'static str)> {
    const RAW: [(&str, &str); 6] = [
        ("r\"", "\""),
        ("r#\"", "\"#"),
        ("r##\"", "\"##"),
        ("br\"", "\""),
        ("br#\"", "\"#"),
        ("br##\"", "\"##"),
    ];
    RAW.into_iter().find(|(start, _)| text.starts_with(start))
}

/// The length of a character literal, or of the quote of a lifetime.
fn character(text: &str) -> usize {
    let mut letters = text.char_indices().skip(1);
    match letters.next() {
        Some((_, '\\')) => text[3..].find('\'').map_or(1, |end| end + 4),
        Some(_) => letters.next().filter(|(_, letter)| *letter == '\'').map_or(1, |(end, _)| end + 1),
        None => 1,
    }
}

#[test]
fn the_lexer_finds_comments_and_literals_only() {
    let text = "//! Whether a page\n//! is in place\n//! of `behind`.\nlet stands = '\"'; // it is no word\nf(r#\"mend {findings} \"it\"\"#, \"a \\\"b\\\" beside\");\n";
    let found: Vec<_> = problems("a.rs", text).into_iter().map(|(line, phrase, _)| (line, phrase)).collect();
    assert_eq!(found, [(1, "whether"), (2, "in place of"), (4, "is no"), (5, "mend"), (5, "beside")]);
    let page = "There is no rule.\n\n```sh\nstands\n```\nIt stands `here`; it is no longer one.\n";
    let found: Vec<_> = problems("a.md", page).into_iter().map(|(line, phrase, _)| (line, phrase)).collect();
    assert_eq!(found, [(6, "stands")]);
}
