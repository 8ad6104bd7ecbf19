//! Containers that are open while a tree is built: lists, quotes, headings, tables and their parts.

use crate::doc::tree::{Block, Run, RunKind, Style};

/// The maximum depth of containers. Deeper ones are flattened, so that rendering does not recurse far.
const MAX_DEPTH: usize = 12;

/// The open containers, and the finished blocks outside of all containers.
#[derive(Debug, Default)]
pub(super) struct Frames {
    /// Finished blocks outside of every container.
    blocks: Vec<Block>,
    /// Open containers, the innermost last.
    open: Vec<Frame>,
    /// The number of containers that were too deep to open.
    skipped: usize,
}

/// An open container and its finished parts.
#[derive(Debug)]
struct Frame {
    /// The container.
    kind: FrameKind,
    /// Its blocks, if it holds blocks.
    blocks: Vec<Block>,
    /// Its items, if it is a list.
    items: Vec<Vec<Block>>,
    /// Its rows, if it is a table, or its cells as the only row.
    rows: Vec<Vec<Vec<Run>>>,
}

/// The containers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum FrameKind {
    List(Option<u64>),
    Item,
    Quote,
    Heading(usize),
    Table,
    Row,
    Cell,
}

impl Frames {
    /// The innermost container.
    pub(super) fn innermost(&self) -> Option<FrameKind> {
        self.open.last().map(|frame| frame.kind)
    }

    /// Opens an item, in a new list if none is open.
    pub(super) fn open_item(&mut self) {
        let in_list = |frame: &Frame| matches!(frame.kind, FrameKind::List(_) | FrameKind::Item);
        if self.skipped == 0 {
            match self.open.iter().rposition(in_list) {
                Some(index) if self.open[index].kind == FrameKind::Item => self.pop_to(index),
                Some(index) => self.pop_to(index + 1),
                None => self.push(FrameKind::List(None)),
            }
        }
        self.push(FrameKind::Item);
    }

    /// Opens a row, if a table is open.
    pub(super) fn open_row(&mut self) {
        if let Some(table) = self.position(FrameKind::Table) {
            self.pop_to(table + 1);
            self.push(FrameKind::Row);
        }
    }

    /// Opens a cell, if a table is open, in a new row if none is open.
    pub(super) fn open_cell(&mut self) {
        match (self.position(FrameKind::Table), self.position(FrameKind::Row)) {
            (Some(table), Some(row)) if table < row => self.pop_to(row + 1),
            (Some(_), _) => self.open_row(),
            (None, _) => return,
        }
        self.push(FrameKind::Cell);
    }

    fn position(&self, kind: FrameKind) -> Option<usize> {
        self.open.iter().rposition(|frame| frame.kind == kind)
    }

    /// Opens a container.
    pub(super) fn push(&mut self, kind: FrameKind) {
        if self.skipped > 0 || self.open.len() >= MAX_DEPTH {
            self.skipped += 1;
            return;
        }
        self.open.push(Frame { kind, blocks: vec![], items: vec![], rows: vec![] });
    }

    /// Returns true if [`pop`](Self::pop) closes a container.
    pub(super) fn closes(&self, kind: impl Fn(FrameKind) -> bool) -> bool {
        self.skipped > 0 || self.open.iter().any(|frame| kind(frame.kind))
    }

    /// Closes the innermost container of a kind, and those inside of it.
    pub(super) fn pop(&mut self, kind: impl Fn(FrameKind) -> bool) {
        if self.skipped > 0 {
            self.skipped -= 1;
        } else if let Some(index) = self.open.iter().rposition(|frame| kind(frame.kind)) {
            self.pop_to(index);
        }
    }

    /// Closes everything.
    pub(super) fn finish(mut self) -> Vec<Block> {
        self.pop_to(0);
        self.blocks
    }

    fn pop_to(&mut self, length: usize) {
        while self.open.len() > length {
            self.pop_frame();
        }
    }

    fn pop_frame(&mut self) {
        let Some(frame) = self.open.pop() else { return };
        let Frame { kind, blocks, items, rows } = frame;
        match (kind, self.open.last_mut()) {
            (FrameKind::List(start), _) if !items.is_empty() => {
                self.add_block(Block::List(start, items));
            }
            (FrameKind::Item, Some(list)) if !blocks.is_empty() => list.items.push(blocks),
            (FrameKind::Quote, _) if !blocks.is_empty() => self.add_block(Block::Quote(blocks)),
            (FrameKind::Heading(_), _) => {
                for block in blocks {
                    self.add_block(block);
                }
            }
            (FrameKind::Table, _) if !rows.is_empty() => self.add_block(Block::Table(rows)),
            (FrameKind::Row, Some(table)) => table.rows.extend(rows),
            (FrameKind::Cell, Some(row)) => match row.rows.first_mut() {
                Some(cells) => cells.push(flatten(blocks)),
                None => row.rows.push(vec![flatten(blocks)]),
            },
            _ => {}
        }
    }

    /// Adds a block to the innermost container that holds blocks.
    pub(super) fn add_block(&mut self, block: Block) {
        // Text between rows or cells goes before the table.
        let outside_table = |frame: &&mut Frame| !matches!(frame.kind, FrameKind::Table | FrameKind::Row);
        let Some(frame) = self.open.iter_mut().rev().find(outside_table) else {
            self.blocks.push(block);
            return;
        };
        match (frame.kind, frame.items.last_mut()) {
            (FrameKind::List(_), Some(item)) => item.push(block),
            (FrameKind::List(_), None) => frame.items.push(vec![block]),
            _ => frame.blocks.push(block),
        }
    }
}

/// The text of all blocks in one line, for a table cell.
fn flatten(blocks: Vec<Block>) -> Vec<Run> {
    let mut runs = vec![];
    for block in blocks {
        if !runs.is_empty() {
            runs.push(Run::plain(" "));
        }
        match block {
            Block::Paragraph(text) | Block::Heading(_, text) => runs.extend(text),
            Block::Code(_, text) => {
                runs.push(Run { kind: RunKind::Code(text), style: Style::default() });
            }
            Block::List(_, items) => runs.extend(items.into_iter().flat_map(|item| {
                let mut item = flatten(item);
                item.push(Run::plain(" "));
                item
            })),
            Block::Quote(blocks) => runs.extend(flatten(blocks)),
            Block::Table(rows) => runs.extend(rows.into_iter().flatten().flatten()),
            Block::Rule => {}
        }
    }
    runs
}
