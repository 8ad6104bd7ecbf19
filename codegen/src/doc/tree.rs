//! The content of a documentation string, independent of its format.

use std::rc::Rc;

/// A block; containers hold blocks, the others hold text.
#[derive(Debug)]
pub(super) enum Block {
    /// Running text.
    Paragraph(Vec<Run>),
    /// A heading with its level, 1 to 6.
    Heading(usize, Vec<Run>),
    /// Preformatted text and the language its fence names.
    Code(&'static str, String),
    /// A list; an ordered one has a first number.
    List(Option<u64>, Vec<Vec<Block>>),
    /// A block quote; notes become one.
    Quote(Vec<Block>),
    /// Rows of cells, the header first.
    Table(Vec<Vec<Vec<Run>>>),
    /// A horizontal rule.
    Rule,
}

/// A stretch of text in one style. Runs are flat, so that no nesting of tags can go deep.
#[derive(Debug, Clone)]
pub(super) struct Run {
    /// Its content.
    pub(super) kind: RunKind,
    /// Its style.
    pub(super) style: Style,
}

/// The content of a [`Run`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum RunKind {
    /// Text to take literally; white space in it is a place to wrap.
    Text(String),
    /// A code span.
    Code(String),
    /// A line end of the source that means a space.
    SoftBreak,
    /// A line end that must stay.
    HardBreak,
}

/// The style of a [`Run`].
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Style {
    /// The address that the text links to: always an absolute one.
    pub(super) link: Option<Rc<str>>,
    /// Bold.
    pub(super) strong: bool,
    /// Italic.
    pub(super) emphasis: bool,
    /// Struck through.
    pub(super) strike: bool,
}

impl Style {
    /// The style of a space between two runs. It ends all markers inside of one that ends there:
    /// they are nested in the order of the fields.
    pub(super) fn between(&self, other: &Self) -> Self {
        let same_link = self.link == other.link;
        let same_strong = same_link && self.strong == other.strong;
        let same_emphasis = same_strong && self.emphasis == other.emphasis;
        Self {
            link: self.link.clone().filter(|_| same_link),
            strong: same_link && self.strong && other.strong,
            emphasis: same_strong && self.emphasis && other.emphasis,
            strike: same_emphasis && self.strike && other.strike,
        }
    }
}

impl Run {
    /// Literal text without any style.
    pub(super) fn plain(text: impl Into<String>) -> Self {
        Self { kind: RunKind::Text(text.into()), style: Style::default() }
    }

    /// Returns true if it is not visible.
    pub(super) fn is_blank(&self) -> bool {
        match &self.kind {
            RunKind::Text(text) | RunKind::Code(text) => text.trim().is_empty(),
            RunKind::SoftBreak | RunKind::HardBreak => true,
        }
    }
}
