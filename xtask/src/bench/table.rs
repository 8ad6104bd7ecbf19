//! The table: figures of the official crate and of the generated one, and targets.

use std::fmt::{self, Write as _};

/// A measured value.
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

/// Target of a row.
#[derive(Clone, Copy, Debug)]
enum Target {
    /// Maximum ratio of our figure to the official one.
    Ratio(f64),
    /// Limit of our figure.
    Figure(Figure),
}

/// A row of the table.
#[derive(Debug)]
pub(super) struct Row {
    label: String,
    official: Option<Figure>,
    ours: Figure,
    ratio: Option<f64>,
    target: Option<Target>,
    headline: bool,
}

impl Row {
    /// Sets the target of the ratio to at most this value.
    pub(super) fn at_most(&mut self, ratio: f64) -> &mut Self {
        self.target = Some(Target::Ratio(ratio));
        self
    }

    /// Sets the target of our figure to less than this one.
    pub(super) fn below(&mut self, figure: Figure) -> &mut Self {
        self.target = Some(Target::Figure(figure));
        self
    }

    /// Replaces the ratio of the two figures by a more accurate one, such as a median.
    pub(super) fn ratio(&mut self, ratio: f64) -> &mut Self {
        self.ratio = Some(ratio);
        self
    }

    /// Marks the row for the README.
    pub(super) fn headline(&mut self) -> &mut Self {
        self.headline = true;
        self
    }

    fn cells(&self) -> [String; 6] {
        let text = |figure: Option<Figure>| figure.map_or_else(String::new, |figure| figure.to_string());
        let ratio = self.ratio.map_or_else(String::new, |ratio| format!("{ratio:.2}"));
        let (target, met) = self.verdict();
        [self.label.clone(), text(self.official), self.ours.to_string(), ratio, target, met.to_owned()]
    }

    fn verdict(&self) -> (String, &'static str) {
        let (text, met) = match (self.target, self.ratio) {
            (Some(Target::Ratio(max)), Some(ratio)) => (format!("<= {max}"), ratio <= max),
            (Some(Target::Figure(limit)), _) => (format!("< {limit}"), self.ours.value() < limit.value()),
            _ => return (String::new(), ""),
        };
        (text, if met { "met" } else { "missed" })
    }
}

/// Rows of the table, and notes below it.
#[derive(Debug, Default)]
pub(super) struct Table {
    rows: Vec<Row>,
    notes: Vec<String>,
}

impl Table {
    /// Adds a row with a figure of the official crate and one of ours.
    pub(super) fn compare(&mut self, label: impl Into<String>, official: Figure, ours: Figure) -> &mut Row {
        let ratio = ours.value() / official.value();
        self.push(Row { official: Some(official), ratio: Some(ratio), ..row(label.into(), ours) })
    }

    /// Adds a row without a figure of the official crate.
    pub(super) fn alone(&mut self, label: impl Into<String>, ours: Figure) -> &mut Row {
        self.push(row(label.into(), ours))
    }

    /// Adds a note.
    pub(super) fn note(&mut self, text: String) {
        self.notes.push(text);
    }

    fn push(&mut self, row: Row) -> &mut Row {
        self.rows.push(row);
        self.rows.last_mut().expect("a row was pushed")
    }

    /// Formats table and notes as Markdown.
    pub(super) fn markdown(&self) -> String {
        let head = ["", "official", "ours", "ours / official", "target", ""];
        let mut text = aligned(&head, self.rows.iter().map(Row::cells));
        for note in &self.notes {
            let _ = write!(text, "\n- {note}");
        }
        text.push('\n');
        text
    }

    /// Formats the rows that the README quotes, without targets.
    pub(super) fn headlines(&self) -> String {
        let head = ["", "official", "ours", "ours / official"];
        let rows = self.rows.iter().filter(|row| row.headline).map(Row::cells);
        aligned(&head, rows.map(|[label, official, ours, ratio, ..]| [label, official, ours, ratio]))
    }
}

fn row(label: String, ours: Figure) -> Row {
    Row { label, official: None, ours, ratio: None, target: None, headline: false }
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
