//! Elements of HTML and Markdown.

/// Something that both HTML and Markdown can open and close.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::doc) enum Element {
    /// A paragraph, or anything that only begins and ends one.
    Paragraph,
    /// A heading with its level.
    Heading(usize),
    /// A list with the first number of an ordered one.
    List(Option<u64>),
    /// An item of a list.
    Item,
    /// The term of a definition list, which becomes a list with bold terms.
    Term,
    /// The definition of the term.
    Definition,
    /// A block quote, with the label of a note.
    Quote(Option<&'static str>),
    /// A table.
    Table,
    /// Its row.
    Row,
    /// A cell of the row.
    Cell,
    /// Preformatted text.
    Preformatted,
    /// Text that is not shown, such as a style sheet.
    Hidden,
    /// Bold.
    Strong,
    /// Italic.
    Emphasis,
    /// Struck through.
    Strike,
    /// A code span.
    Code,
    /// A link, with its address if that is usable.
    Link(Option<String>),
    /// A link that never had an address: the name of something in the same model.
    Reference,
}
