//! The builder of a tree.

use std::rc::Rc;

use super::element::Element;
use super::frame::{FrameKind, Frames};
use crate::doc::clean::clean;
use crate::doc::tree::{Block, Run, RunKind, Style};

/// Builds the tree. Blocks that are still open at the end are closed there.
#[derive(Debug, Default)]
pub(in crate::doc) struct Builder {
    /// Open containers and finished blocks.
    frames: Frames,
    /// The paragraph under way.
    runs: Vec<Run>,
    /// Its style at this point.
    inline: Inline,
    /// True if the next paragraph continues the one under way: a label or a term came before it.
    glued: bool,
    /// The preformatted text under way.
    preformatted: Option<String>,
    /// The number of open hidden elements.
    hidden: usize,
}

/// Open inline elements, counted because they may be nested in themselves.
#[derive(Debug, Default)]
struct Inline {
    strong: usize,
    emphasis: usize,
    strike: usize,
    code: usize,
    /// True if the open code span has text. Text in any style that follows belongs to it.
    in_code: bool,
    link: Option<Rc<str>>,
    /// The start of a reference.
    reference: Option<usize>,
}

impl Builder {
    /// Begins an element.
    pub(in crate::doc) fn open(&mut self, element: Element) {
        match element {
            Element::Paragraph => self.open_paragraph(),
            Element::Heading(level) => self.push(FrameKind::Heading(level)),
            Element::List(start) => self.push(FrameKind::List(start)),
            Element::Item => self.open_item(),
            Element::Term => {
                self.open_item();
                self.inline.strong += 1;
            }
            Element::Definition => self.open_definition(),
            Element::Quote(label) => self.open_quote(label),
            Element::Table => self.push(FrameKind::Table),
            Element::Row => {
                self.flush();
                self.frames.open_row();
            }
            Element::Cell => {
                self.flush();
                self.frames.open_cell();
            }
            Element::Preformatted => {
                self.flush();
                self.preformatted = Some(String::new());
            }
            Element::Hidden => self.hidden += 1,
            Element::Strong => self.inline.strong += 1,
            Element::Emphasis => self.inline.emphasis += 1,
            Element::Strike => self.inline.strike += 1,
            Element::Code => {
                self.inline.in_code &= self.inline.code > 0;
                self.inline.code += 1;
            }
            Element::Link(address) => {
                self.inline.reference = None;
                self.inline.link = address.map(Rc::from);
            }
            Element::Reference => {
                self.inline.reference = Some(self.runs.len());
                self.inline.link = None;
            }
        }
    }

    /// Ends an element, unless it is not open.
    pub(in crate::doc) fn close(&mut self, element: &Element) {
        let inline = &mut self.inline;
        match element {
            Element::Paragraph | Element::Definition => self.flush(),
            Element::Heading(_) => self.pop(|kind| matches!(kind, FrameKind::Heading(_))),
            Element::List(_) => self.pop(|kind| matches!(kind, FrameKind::List(_))),
            Element::Item => self.pop(|kind| kind == FrameKind::Item),
            Element::Quote(_) => self.pop(|kind| kind == FrameKind::Quote),
            Element::Table => self.pop(|kind| kind == FrameKind::Table),
            Element::Row => self.pop(|kind| kind == FrameKind::Row),
            Element::Cell => self.pop(|kind| kind == FrameKind::Cell),
            Element::Preformatted => self.close_preformatted(),
            Element::Hidden => self.hidden = self.hidden.saturating_sub(1),
            Element::Term | Element::Strong => inline.strong = inline.strong.saturating_sub(1),
            Element::Emphasis => inline.emphasis = inline.emphasis.saturating_sub(1),
            Element::Strike => inline.strike = inline.strike.saturating_sub(1),
            Element::Code => inline.code = inline.code.saturating_sub(1),
            Element::Link(_) | Element::Reference => self.close_link(),
        }
    }

    /// Adds text in the style of the open elements.
    pub(in crate::doc) fn text(&mut self, text: &str) {
        if self.hidden > 0 {
            return;
        }
        let text = clean(text);
        if let Some(preformatted) = &mut self.preformatted {
            preformatted.push_str(&text);
        } else if self.inline.code > 0 {
            self.add_code(&text);
        } else {
            self.add(RunKind::Text(text.into_owned()));
        }
    }

    /// Adds a code span.
    pub(in crate::doc) fn code(&mut self, text: &str) {
        self.open(Element::Code);
        self.text(text);
        self.close(&Element::Code);
    }

    /// Adds a line end that means a space.
    pub(in crate::doc) fn soft_break(&mut self) {
        self.add(RunKind::SoftBreak);
    }

    /// Adds a line end that must stay; two of them end the paragraph.
    pub(in crate::doc) fn hard_break(&mut self) {
        if let Some(preformatted) = &mut self.preformatted {
            preformatted.push('\n');
            return;
        }
        match self.runs.iter().rev().find(|run| run.kind == RunKind::HardBreak || !run.is_blank()) {
            Some(Run { kind: RunKind::HardBreak, .. }) => self.flush(),
            Some(_) => self.add(RunKind::HardBreak),
            None => {}
        }
    }

    /// Adds a block of code.
    pub(in crate::doc) fn code_block(&mut self, language: &'static str, text: &str) {
        self.flush();
        let text = clean(text);
        let text = text.trim_matches('\n');
        if !text.trim().is_empty() {
            self.frames.add_block(Block::Code(language, text.replace('\t', "    ")));
        }
    }

    /// Adds a horizontal rule.
    pub(in crate::doc) fn rule(&mut self) {
        self.flush();
        self.frames.add_block(Block::Rule);
    }

    /// Returns true if text goes to code or preformatted text.
    pub(in crate::doc) fn is_verbatim(&self) -> bool {
        self.preformatted.is_some() || self.inline.code > 0
    }

    /// Closes everything.
    pub(in crate::doc) fn finish(mut self) -> Vec<Block> {
        self.close_preformatted();
        self.flush();
        self.frames.finish()
    }

    fn add(&mut self, kind: RunKind) {
        let inline = &self.inline;
        let style = Style {
            link: inline.link.clone(),
            strong: inline.strong > 0,
            emphasis: inline.emphasis > 0,
            strike: inline.strike > 0,
        };
        let run = Run { kind, style };
        if run.is_blank() && self.runs.is_empty() {
            return;
        }
        self.glued &= run.is_blank();
        let may_merge = self.inline.reference != Some(self.runs.len());
        match (self.runs.last_mut().filter(|_| may_merge), run) {
            (
                Some(Run { kind: RunKind::Text(last), style: before }),
                Run { kind: RunKind::Text(text), style },
            )
            | (
                Some(Run { kind: RunKind::Code(last), style: before }),
                Run { kind: RunKind::Code(text), style },
            ) if *before == style => last.push_str(&text),
            (_, run) => self.runs.push(run),
        }
    }

    /// Adds text of the open code span, which has one style: `arn:<i>region</i>` is one span.
    fn add_code(&mut self, text: &str) {
        let link = &self.inline.link;
        match self.runs.last_mut() {
            Some(Run { kind: RunKind::Code(code), style }) if self.inline.in_code && style.link == *link => {
                code.push_str(text);
            }
            _ => self.add(RunKind::Code(text.to_owned())),
        }
        self.inline.in_code |= !text.trim().is_empty();
    }

    /// Ends the paragraph under way. Inline elements end with it, for a stray `<b>` must not reach far.
    fn flush(&mut self) {
        let runs = std::mem::take(&mut self.runs);
        self.inline = Inline::default();
        self.glued = false;
        if runs.iter().all(Run::is_blank) {
            return;
        }
        let block = match self.frames.innermost() {
            Some(FrameKind::Heading(level)) => Block::Heading(level, runs),
            _ => Block::Paragraph(runs),
        };
        self.frames.add_block(block);
    }

    fn push(&mut self, kind: FrameKind) {
        self.flush();
        self.frames.push(kind);
    }

    fn pop(&mut self, kind: impl Fn(FrameKind) -> bool) {
        if self.frames.closes(&kind) {
            self.flush();
            self.frames.pop(kind);
        }
    }

    fn open_item(&mut self) {
        self.flush();
        self.frames.open_item();
    }

    fn open_paragraph(&mut self) {
        if self.glued {
            self.glued = false;
        } else {
            self.flush();
        }
    }

    /// Puts the definition on the line of its term.
    fn open_definition(&mut self) {
        let Some(last) = self.runs.iter().rposition(|run| !run.is_blank()) else {
            self.flush();
            return;
        };
        self.runs.truncate(last + 1);
        if let RunKind::Text(term) = &mut self.runs[last].kind {
            term.truncate(term.trim_end_matches([' ', '\n', ':']).len());
        }
        self.inline = Inline::default();
        self.add(RunKind::Text(": ".to_owned()));
        self.glued = true;
    }

    fn open_quote(&mut self, label: Option<&'static str>) {
        self.push(FrameKind::Quote);
        if let Some(label) = label {
            let style = Style { strong: true, ..Style::default() };
            self.runs.push(Run { kind: RunKind::Text(format!("{label}:")), style });
            self.runs.push(Run::plain(" "));
            self.glued = true;
        }
    }

    fn close_preformatted(&mut self) {
        if let Some(text) = self.preformatted.take() {
            self.code_block("text", &text);
        }
    }

    /// AWS writes `<a>CreateConnection</a>` for an operation that its own site would link.
    fn close_link(&mut self) {
        self.inline.link = None;
        let Some(start) = self.inline.reference.take() else {
            return;
        };
        if let Some([Run { kind, .. }]) = self.runs.get_mut(start..)
            && let RunKind::Text(text) = kind
            && is_name(text)
        {
            *kind = RunKind::Code(std::mem::take(text));
        }
    }
}

/// Returns true if the text is the name of a shape or a member.
fn is_name(text: &str) -> bool {
    text.starts_with(|c: char| c.is_ascii_alphabetic())
        && text.chars().all(|c| c.is_ascii_alphanumeric() || "_.:$#".contains(c))
}
