//! Writes a tree as Markdown.

use super::code_span::longest_backticks;
use super::inline::{one_line, wrapped};
use super::tree::{Block, Run};

/// The maximum width of a line: 100 columns less `/// ` and one level of indentation.
const WIDTH: usize = 92;
/// The minimum width of deeply nested text.
const MIN_WIDTH: usize = 40;

/// The Markdown of a document.
pub(super) fn render(blocks: &[Block]) -> String {
    lines(blocks, WIDTH, true).join("\n")
}

/// The lines of some blocks; `loose` ones are set apart by blank lines.
fn lines(blocks: &[Block], width: usize, loose: bool) -> Vec<String> {
    let mut lines = Vec::new();
    // Two lists in a row would become one, unless they have different markers.
    let mut alternate = false;
    for (index, block) in blocks.iter().enumerate() {
        let before = index.checked_sub(1).map(|index| &blocks[index]);
        alternate = match (before, block) {
            (Some(Block::List(before, _)), Block::List(start, _)) => {
                before.is_some() == start.is_some() && !alternate
            }
            _ => false,
        };
        if before.is_some() && loose {
            lines.push(String::new());
        }
        lines.extend(match block {
            Block::Paragraph(runs) => wrapped(runs, width),
            Block::Heading(level, runs) => {
                vec![format!("{} {}", "#".repeat(*level), one_line(runs))]
            }
            Block::Code(language, text) => code(language, text),
            Block::List(start, items) => list(*start, items, width, alternate),
            Block::Quote(blocks) => quote(blocks, width),
            Block::Table(rows) => table(rows),
            // After a marker of a list, `---` would make one long rule of both.
            Block::Rule => vec!["___".to_owned()],
        });
    }
    lines
}

fn code(language: &str, text: &str) -> Vec<String> {
    let fence = "`".repeat(longest_backticks(text).max(2) + 1);
    let body = text.lines().map(|line| line.trim_end().to_owned());
    let open = format!("{fence}{language}");
    std::iter::once(open).chain(body).chain([fence.clone()]).collect()
}

fn list(start: Option<u64>, items: &[Vec<Block>], width: usize, alternate: bool) -> Vec<String> {
    let loose = !items.iter().all(|item| is_tight(item));
    let mut lines = Vec::new();
    for (index, item) in items.iter().enumerate() {
        let marker = match start {
            // Nine digits are the most that CommonMark takes for a list.
            Some(start) => {
                let number = start.min(99_999_999).saturating_add(index as u64);
                format!("{number}{} ", if alternate { ')' } else { '.' })
            }
            None => (if alternate { "* " } else { "- " }).to_owned(),
        };
        if loose && index > 0 {
            lines.push(String::new());
        }
        let width = narrower(width, marker.len());
        lines.extend(prefixed(self::lines(item, width, loose), &marker, &" ".repeat(marker.len())));
    }
    lines
}

/// Returns true for an item that needs no blank lines: a paragraph, or one with a list below.
fn is_tight(item: &[Block]) -> bool {
    match item {
        [Block::Paragraph(_)] => true,
        // Only a list that begins with 1 may follow a paragraph directly.
        [Block::Paragraph(_), Block::List(None | Some(1), items)] => items.iter().all(|item| is_tight(item)),
        _ => false,
    }
}

fn quote(blocks: &[Block], width: usize) -> Vec<String> {
    prefixed(lines(blocks, narrower(width, 2), true), "> ", "> ")
}

fn prefixed(lines: Vec<String>, first: &str, rest: &str) -> Vec<String> {
    let prefixed = lines.into_iter().enumerate().map(|(index, line)| {
        let prefix = if index == 0 { first } else { rest };
        format!("{prefix}{line}").trim_end().to_owned()
    });
    prefixed.collect()
}

fn narrower(width: usize, by: usize) -> usize {
    width.saturating_sub(by).max(MIN_WIDTH)
}

fn table(rows: &[Vec<Vec<Run>>]) -> Vec<String> {
    let columns = rows.iter().map(Vec::len).max().unwrap_or_default();
    let mut lines: Vec<_> = rows.iter().map(|row| table_row(row, columns)).collect();
    lines.insert(1, format!("|{}", " --- |".repeat(columns)));
    lines
}

fn table_row(row: &[Vec<Run>], columns: usize) -> String {
    let mut line = String::from("|");
    for column in 0..columns {
        let cell = row.get(column).map(|runs| one_line(runs)).unwrap_or_default();
        line.push(' ');
        line.push_str(&cell.replace('|', "\\|"));
        line.push_str(if cell.is_empty() { "|" } else { " |" });
    }
    line
}
