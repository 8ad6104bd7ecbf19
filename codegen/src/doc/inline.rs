//! Writes runs of text: markers, escapes and line breaks.

use std::borrow::Cow;

use super::code_span::longest_backticks;
use super::tree::{Run, RunKind, Style};

/// The lines of a paragraph. Its own line breaks stay if no line is too long.
pub(super) fn wrapped(runs: &[Run], width: usize) -> Vec<String> {
    let words = words(runs);
    let as_written = fill(&words, usize::MAX, true);
    if as_written.iter().all(|line| line.chars().count() <= width) {
        return as_written;
    }
    fill(&words, width, false)
}

/// The text in one line, for a heading or a table cell.
pub(super) fn one_line(runs: &[Run]) -> String {
    let Words { text, words } = words(runs);
    let Some((last, before)) = words.split_last() else { return String::new() };
    let mut line = String::with_capacity(text.len() + words.len());
    for word in before {
        line.extend([word.of(&text), " "]);
    }
    // A row of `#` would end a heading.
    line.push_str(&line_start(last.of(&text), last.literal));
    line
}

/// Characters that may have to be escaped.
const MARKUP: [char; 11] = ['*', '`', '[', '~', ']', '_', '\\', '<', '!', '&', ':'];

/// Digits of an encoded character.
const HEX: &[u8; 16] = b"0123456789ABCDEF";

/// Words, whose text is in one string without the gaps.
struct Words {
    text: String,
    words: Vec<Word>,
}

/// A word, which is not broken.
#[derive(Debug, Default)]
struct Word {
    /// Start of its text.
    start: usize,
    /// End of its text.
    end: usize,
    /// The gap before it.
    gap: Gap,
    /// True if it begins with literal text, which might look like a list or a heading at the
    /// beginning of a line.
    literal: bool,
}

impl Word {
    fn of<'a>(&self, text: &'a str) -> &'a str {
        &text[self.start..self.end]
    }
}

#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord)]
enum Gap {
    #[default]
    Space,
    SoftBreak,
    HardBreak,
}

fn fill(words: &Words, width: usize, keep_breaks: bool) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    let mut column = 0;
    for word in &words.words {
        let text = word.of(&words.text);
        let length = text.chars().count();
        let breaks = match word.gap {
            Gap::HardBreak => true,
            Gap::SoftBreak => keep_breaks,
            Gap::Space => false,
        };
        let fits = !breaks && column + 1 + length <= width;
        match lines.last_mut() {
            Some(line) if fits => {
                line.push(' ');
                line.push_str(text);
                column += 1 + length;
            }
            line => {
                if let Some(line) = line.filter(|_| word.gap == Gap::HardBreak) {
                    line.push('\\');
                }
                lines.push(line_start(text, word.literal).into_owned());
                column = length;
            }
        }
    }
    lines
}

/// The first word of a line, so that literal text cannot begin a list, a heading, a quote or a table.
fn line_start(text: &str, is_literal: bool) -> Cow<'_, str> {
    let only = |chars: &str| text.chars().all(|c| chars.contains(c));
    let digits = text.trim_end_matches(['.', ')']);
    let is_number = digits.len() + 1 == text.len() && digits.bytes().all(|b| b.is_ascii_digit());
    if !is_literal || text.is_empty() {
        Cow::Borrowed(text)
    } else if is_number && !digits.is_empty() {
        Cow::Owned(format!("{digits}\\{}", &text[digits.len()..]))
    } else if text.starts_with('>') || only("-|:") || only("=") || only("#") || only("+") {
        Cow::Owned(format!("\\{text}"))
    } else {
        Cow::Borrowed(text)
    }
}

/// A run without white space, or a gap.
struct Atom<'a> {
    kind: AtomKind<'a>,
    style: Style,
}

enum AtomKind<'a> {
    Text(Cow<'a, str>),
    Code(Cow<'a, str>),
    Gap(Gap),
}

impl Atom<'_> {
    /// The character that a reader sees first.
    fn first(&self) -> char {
        match &self.kind {
            AtomKind::Text(text) => text.chars().next().unwrap_or(' '),
            AtomKind::Code(_) => '`',
            AtomKind::Gap(_) => ' ',
        }
    }

    /// The character that a reader sees last.
    fn last(&self) -> char {
        match &self.kind {
            AtomKind::Text(text) => text.chars().next_back().unwrap_or(' '),
            _ => self.first(),
        }
    }
}

fn words(runs: &[Run]) -> Words {
    let mut writer = Writer::default();
    writer.write(&atoms(runs), Level::Link, None);
    writer.end_word(Gap::Space);
    Words { text: writer.text, words: writer.words }
}

/// Splits runs at white space; the gaps between two atoms have the style that both have.
fn atoms(runs: &[Run]) -> Vec<Atom<'_>> {
    let mut atoms = Vec::new();
    let mut gap: Option<Gap> = None;
    for run in runs {
        match &run.kind {
            RunKind::SoftBreak => gap = gap.max(Some(Gap::SoftBreak)),
            RunKind::HardBreak => gap = gap.max(Some(Gap::HardBreak)),
            RunKind::Text(text) => {
                for (index, word) in text.split(char::is_whitespace).enumerate() {
                    if index > 0 {
                        gap = gap.max(Some(Gap::Space));
                    }
                    if !word.is_empty() {
                        add(&mut atoms, &mut gap, AtomKind::Text(word.into()), &run.style);
                    }
                }
            }
            RunKind::Code(text) => {
                if text.starts_with(char::is_whitespace) {
                    gap = gap.max(Some(Gap::Space));
                }
                let words: Vec<_> = text.split_whitespace().collect();
                if !words.is_empty() {
                    add(&mut atoms, &mut gap, AtomKind::Code(words.join(" ").into()), &run.style);
                }
                if text.ends_with(char::is_whitespace) {
                    gap = gap.max(Some(Gap::Space));
                }
            }
        }
    }
    atoms
}

fn add<'a>(atoms: &mut Vec<Atom<'a>>, gap: &mut Option<Gap>, kind: AtomKind<'a>, style: &Style) {
    let gap = gap.take();
    let Some(before) = atoms.last_mut() else {
        atoms.push(Atom { kind, style: style.clone() });
        return;
    };
    match (gap, &mut before.kind, kind) {
        // Two code spans side by side would end each other.
        (None, AtomKind::Code(last), AtomKind::Code(more)) if before.style.link == style.link => {
            last.to_mut().push_str(&more);
        }
        (None, AtomKind::Text(last), AtomKind::Text(more)) if before.style == *style => {
            last.to_mut().push_str(&more);
        }
        (gap, _, kind) => {
            let between = before.style.between(style);
            atoms.extend(gap.map(|gap| Atom { kind: AtomKind::Gap(gap), style: between }));
            atoms.push(Atom { kind, style: style.clone() });
        }
    }
}

/// Markers in the order in which they are nested.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Level {
    Link,
    Strong,
    Emphasis,
    Strike,
    Leaf,
}

impl Level {
    fn inner(self) -> Self {
        match self {
            Self::Link => Self::Strong,
            Self::Strong => Self::Emphasis,
            Self::Emphasis => Self::Strike,
            Self::Strike | Self::Leaf => Self::Leaf,
        }
    }

    /// Returns true if two atoms go into the same group.
    fn joins(self, one: &Style, other: &Style) -> bool {
        match self {
            Self::Link => one.link == other.link,
            _ => self.marker(one) == self.marker(other),
        }
    }

    fn marker(self, style: &Style) -> Option<&'static str> {
        match self {
            Self::Strong => style.strong.then_some("**"),
            Self::Emphasis => style.emphasis.then_some("*"),
            Self::Strike => style.strike.then_some("~~"),
            Self::Link | Self::Leaf => None,
        }
    }
}

#[derive(Debug, Default)]
struct Writer {
    text: String,
    words: Vec<Word>,
    /// The word that the text ends with. It has no end yet.
    word: Word,
    in_link: bool,
    /// True if the word ends with a closing marker, which an opening one would run into.
    closed: bool,
}

impl Writer {
    /// Writes the atoms with the markers of this level and those inside. `after` is the character
    /// that follows them, if they do not end a word.
    fn write(&mut self, atoms: &[Atom<'_>], level: Level, after: Option<char>) {
        if level == Level::Leaf {
            self.write_leaves(atoms, after);
            return;
        }
        let mut end = 0;
        for group in atoms.chunk_by(|one, other| level.joins(&one.style, &other.style)) {
            end += group.len();
            let follows = |atom: &Atom<'_>| match (&atom.style.link, level) {
                (Some(_), Level::Link) => '[',
                _ => atom.first(),
            };
            let after = atoms.get(end).map(follows).or(after);
            let style = &group[0].style;
            if let (Level::Link, Some(address)) = (level, &style.link) {
                self.write_link(group, address);
            } else if let Some(marker) = level.marker(style).filter(|_| self.opens(group, after)) {
                self.push(marker);
                self.write(group, level.inner(), Some('*'));
                self.push(marker);
                self.closed = true;
            } else {
                self.write(group, level.inner(), after);
            }
        }
    }

    /// Returns true if Markdown recognizes markers around the group ("flanking").
    fn opens(&self, group: &[Atom<'_>], after: Option<char>) -> bool {
        let is_word = |c: char| !c.is_whitespace() && !c.is_ascii_punctuation();
        let before = self.word().chars().next_back();
        let (Some(first), Some(last)) = (group.first(), group.last()) else {
            return false;
        };
        !self.closed
            && (first.first().is_alphanumeric() || !before.is_some_and(is_word))
            && (last.last().is_alphanumeric() || !after.is_some_and(is_word))
    }

    fn write_link(&mut self, group: &[Atom<'_>], address: &str) {
        if let [Atom { kind: AtomKind::Text(text), .. }] = group
            && text == address
            && is_plain_url(text)
        {
            self.push(&format!("<{text}>"));
            return;
        }
        self.push("[");
        self.in_link = true;
        self.write(group, Level::Link.inner(), Some(']'));
        self.in_link = false;
        self.push(&format!("]({})", link_address(address)));
    }

    fn write_leaves(&mut self, atoms: &[Atom<'_>], after: Option<char>) {
        for (index, atom) in atoms.iter().enumerate() {
            match &atom.kind {
                AtomKind::Gap(Gap::HardBreak) if self.in_link => self.end_word(Gap::Space),
                AtomKind::Gap(gap) => self.end_word(*gap),
                AtomKind::Code(code) => self.push(&code_span(code)),
                AtomKind::Text(text) => {
                    let next = atoms.get(index + 1).map(Atom::first).or(after);
                    let next = next.filter(|c| !c.is_whitespace());
                    self.word.literal |= self.word().is_empty();
                    self.write_text(text, next);
                }
            }
        }
    }

    /// Literal text, with bare addresses made links.
    fn write_text(&mut self, text: &str, next: Option<char>) {
        let mut rest = text;
        while let Some(start) = find_url(rest) {
            let url = trim_url(&rest[start..]);
            let (before, after) = (&rest[..start], &rest[start + url.len()..]);
            self.write_escaped(before, Some('<'));
            // An address that goes on in another style, or touches a code span, stays text.
            let goes_on = next.is_some() && !after.contains(char::is_alphanumeric);
            let is_part = goes_on || url.ends_with("://") || self.word().ends_with('`');
            if self.in_link || is_part {
                self.write_escaped(url, next);
            } else if is_plain_url(url) {
                self.push(&format!("<{url}>"));
            } else {
                self.push(&code_span(url));
            }
            rest = after;
        }
        self.write_escaped(rest, next);
    }

    fn write_escaped(&mut self, text: &str, next: Option<char>) {
        self.closed &= text.is_empty();
        if !text.contains(MARKUP) {
            self.text.push_str(text);
            return;
        }
        let mut chars = text.char_indices().peekable();
        while let Some((index, c)) = chars.next() {
            let before = self.word().chars().next_back();
            let follows = chars.peek().map(|(_, c)| *c);
            let rest = &text[index + c.len_utf8()..];
            if self.must_escape(c, before, follows.or(next), rest, next) {
                self.text.push('\\');
            }
            self.text.push(c);
        }
    }

    fn must_escape(
        &self,
        c: char,
        before: Option<char>,
        after: Option<char>,
        rest: &str,
        next: Option<char>,
    ) -> bool {
        let is_word = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
        match c {
            '*' | '`' | '[' | '~' => true,
            ']' => self.in_link,
            '_' => !(is_word(before) && is_word(after)),
            '\\' => !is_word(after),
            '<' => after.is_some_and(|c| !c.is_ascii_digit() && c != '='),
            '!' => after == Some('['),
            '&' => is_entity(rest, next),
            // Rustdoc would find an address that we did not make a link.
            ':' => rest.starts_with("//") && !self.in_link && self.word().ends_with(['p', 's']),
            _ => false,
        }
    }

    fn push(&mut self, text: &str) {
        self.text.push_str(text);
        self.closed = false;
    }

    /// Returns the text of the last word.
    fn word(&self) -> &str {
        &self.text[self.word.start..]
    }

    fn end_word(&mut self, gap: Gap) {
        let end = self.text.len();
        let next = Word { start: end, gap, ..Word::default() };
        let word = Word { end, ..std::mem::replace(&mut self.word, next) };
        self.closed = false;
        if word.start < end {
            self.words.push(word);
        }
    }
}

/// Returns true if the text after an ampersand makes it an entity, or may do so with the text that follows.
fn is_entity(rest: &str, next: Option<char>) -> bool {
    let name = rest.trim_start_matches(|c: char| c.is_ascii_alphanumeric() || c == '#');
    name.starts_with(';') || (name.is_empty() && next.is_some())
}

fn code_span(code: &str) -> String {
    let fence = "`".repeat(if code.contains('`') { longest_backticks(code) + 1 } else { 1 });
    let pad = if code.starts_with('`') || code.ends_with('`') { " " } else { "" };
    format!("{fence}{pad}{code}{pad}{fence}")
}

fn find_url(text: &str) -> Option<usize> {
    // Most words have no colon.
    text.find(':')?;
    let http = text.find("http://");
    let https = text.find("https://");
    http.into_iter().chain(https).min()
}

/// The address at the beginning of the text, without the punctuation of the sentence around it.
fn trim_url(text: &str) -> &str {
    let mut url = text.split(['"', '`', '\'']).next().unwrap_or_default();
    loop {
        let trimmed = url.trim_end_matches(['.', ',', ';', ':', '!', '?', '*']);
        let unbalanced = |open, close| {
            trimmed.ends_with(close) && trimmed.matches(open).count() < trimmed.matches(close).count()
        };
        let closes = unbalanced('(', ')') || unbalanced('[', ']') || unbalanced('<', '>');
        let shorter = if closes { &trimmed[..trimmed.len() - 1] } else { trimmed };
        if shorter.len() == url.len() {
            return url;
        }
        url = shorter;
    }
}

/// Returns true if the address is complete; `https://{bucket}.s3.amazonaws.com` is only a pattern.
fn is_plain_url(url: &str) -> bool {
    url.starts_with("http")
        && url.chars().all(|c| c.is_ascii_alphanumeric() || "-._~:/?#@!$&'()+,;=%".contains(c))
}

/// The address with everything encoded that would end a link too early or look like markup.
fn link_address(address: &str) -> String {
    let mut encoded = String::with_capacity(address.len());
    for c in address.chars() {
        if c.is_whitespace() || "()<>[]{}\\`|\"".contains(c) {
            for byte in c.to_string().bytes() {
                encoded.push('%');
                encoded.extend([byte >> 4, byte & 15].map(|digit| char::from(HEX[usize::from(digit)])));
            }
        } else {
            encoded.push(c);
        }
    }
    encoded
}
