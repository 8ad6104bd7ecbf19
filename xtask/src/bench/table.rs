//! The table: figures of the official crate and of ours, and what is wanted of them.

use std::fmt::{self, Write as _};

/// Something that was measured.
#[derive(Clone, Copy, Debug)]
pub(super) enum Figure {
    Seconds(f64),
    Bytes(f64),
    Count(f64),
}

impl Figure {
    fn value(self) -> f64 {
        let (Self::Seconds(value) | Self::Bytes(value) | Self::Count(value)) = self;
        value
    }
}

impl fmt::Display for Figure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match *self {
            Self::Seconds(value) if value >= 1.0 => write!(f, "{value:.1} s"),
            Self::Seconds(value) if value >= 1e-3 => write!(f, "{:.1} ms", value * 1e3),
            Self::Seconds(value) => write!(f, "{:.1} µs", value * 1e6),
            Self::Bytes(value) if value >= 1e8 => write!(f, "{:.0} MB", value / 1e6),
            Self::Bytes(value) if value >= 1e6 => write!(f, "{:.2} MB", value / 1e6),
            Self::Bytes(value) => write!(f, "{:.1} kB", value / 1e3),
            Self::Count(value) => write!(f, "{value:.0}"),
        }
    }
}

/// What is wanted of a row.
#[derive(Clone, Copy, Debug)]
enum Wanted {
    /// Of ours over the official figure.
    Ratio(f64),
    /// Of our figure.
    Figure(Figure),
}

/// A row of the table.
#[derive(Debug)]
pub(super) struct Row {
    what: String,
    official: Option<Figure>,
    ours: Figure,
    ratio: Option<f64>,
    wanted: Option<Wanted>,
    headline: bool,
}

impl Row {
    /// Wants ours to be at most this share of the official figure.
    pub(super) fn at_most(&mut self, ratio: f64) -> &mut Self {
        self.wanted = Some(Wanted::Ratio(ratio));
        self
    }

    /// Wants our figure to be below another one.
    pub(super) fn below(&mut self, figure: Figure) -> &mut Self {
        self.wanted = Some(Wanted::Figure(figure));
        self
    }

    /// Takes a ratio that is better than that of the two figures, such as the median of many.
    pub(super) fn by(&mut self, ratio: f64) -> &mut Self {
        self.ratio = Some(ratio);
        self
    }

    /// Has the README quote the row.
    pub(super) fn headline(&mut self) -> &mut Self {
        self.headline = true;
        self
    }

    fn cells(&self) -> [String; 6] {
        let text = |figure: Option<Figure>| figure.map_or_else(String::new, |figure| figure.to_string());
        let ratio = self.ratio.map_or_else(String::new, |ratio| format!("{ratio:.2}"));
        let (wanted, met) = self.verdict();
        [self.what.clone(), text(self.official), self.ours.to_string(), ratio, wanted, met.to_owned()]
    }

    fn verdict(&self) -> (String, &'static str) {
        let (text, met) = match (self.wanted, self.ratio) {
            (Some(Wanted::Ratio(most)), Some(ratio)) => (format!("<= {most}"), ratio <= most),
            (Some(Wanted::Figure(most)), _) => (format!("< {most}"), self.ours.value() < most.value()),
            _ => return (String::new(), ""),
        };
        (text, if met { "met" } else { "missed" })
    }
}

/// All rows, and what stands below them.
#[derive(Debug, Default)]
pub(super) struct Table {
    rows: Vec<Row>,
    notes: Vec<String>,
}

impl Table {
    /// A row with a figure of the official crate and one of ours.
    pub(super) fn compare(&mut self, what: impl Into<String>, official: Figure, ours: Figure) -> &mut Row {
        let ratio = ours.value() / official.value();
        self.push(Row { official: Some(official), ratio: Some(ratio), ..row(what.into(), ours) })
    }

    /// A row for what the official crate does not do.
    pub(super) fn alone(&mut self, what: impl Into<String>, ours: Figure) -> &mut Row {
        self.push(row(what.into(), ours))
    }

    /// A line below the table.
    pub(super) fn note(&mut self, text: String) {
        self.notes.push(text);
    }

    fn push(&mut self, row: Row) -> &mut Row {
        self.rows.push(row);
        self.rows.last_mut().expect("a row was pushed")
    }

    /// The table in Markdown, as wide as it needs to be, and the notes.
    pub(super) fn markdown(&self) -> String {
        let head = ["", "official", "ours", "ours / official", "wanted", ""];
        let mut text = aligned(&head, self.rows.iter().map(Row::cells));
        for note in &self.notes {
            let _ = write!(text, "\n- {note}");
        }
        text.push('\n');
        text
    }

    /// The rows that the README quotes, without what is wanted of them.
    pub(super) fn headlines(&self) -> String {
        let head = ["", "official", "ours", "ours / official"];
        let rows = self.rows.iter().filter(|row| row.headline).map(Row::cells);
        aligned(&head, rows.map(|[what, official, ours, ratio, ..]| [what, official, ours, ratio]))
    }
}

fn row(what: String, ours: Figure) -> Row {
    Row { what, official: None, ours, ratio: None, wanted: None, headline: false }
}

fn aligned<const N: usize>(head: &[&str; N], rows: impl Iterator<Item = [String; N]>) -> String {
    let rows: Vec<_> = rows.collect();
    let head = head.map(str::to_owned);
    let widths: [usize; N] = std::array::from_fn(|column| {
        let cells = rows.iter().chain([&head]).map(|row| row[column].chars().count());
        cells.max().unwrap_or_default().max(3)
    });
    let rule = widths.map(|width| "-".repeat(width));
    let mut text = String::new();
    for row in [&head, &rule].into_iter().chain(&rows) {
        for (cell, width) in row.iter().zip(widths) {
            let _ = write!(text, "| {cell:width$} ");
        }
        text.push_str("|\n");
    }
    text
}
