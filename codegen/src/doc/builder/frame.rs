//! Containers that are open while a tree is built: lists, quotes, headings, tables and their parts.

use super::Builder;
use crate::doc::tree::{Block, Run, RunKind, Style};

/// Containers deeper than this are flattened, so that no input makes rendering recurse far.
const MAX_DEPTH: usize = 12;

/// An open container and what is finished of it.
#[derive(Debug)]
pub(super) struct Frame {
    /// What it is.
    pub(super) kind: FrameKind,
    /// Blocks of it, where it holds blocks.
    blocks: Vec<Block>,
    /// Its items, where it is a list.
    items: Vec<Vec<Block>>,
    /// Its rows, where it is a table, or its cells as the only row.
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

impl Builder {
    pub(super) fn open_item(&mut self) {
        let in_list = |frame: &Frame| matches!(frame.kind, FrameKind::List(_) | FrameKind::Item);
        if self.skipped == 0 {
            self.flush();
            match self.frames.iter().rposition(in_list) {
                Some(index) if self.frames[index].kind == FrameKind::Item => self.pop_to(index),
                Some(index) => self.pop_to(index + 1),
                None => self.push(FrameKind::List(None)),
            }
        }
        self.push(FrameKind::Item);
    }

    pub(super) fn open_row(&mut self) {
        self.flush();
        if let Some(table) = self.innermost(FrameKind::Table) {
            self.pop_to(table + 1);
            self.push(FrameKind::Row);
        }
    }

    pub(super) fn open_cell(&mut self) {
        self.flush();
        match (self.innermost(FrameKind::Table), self.innermost(FrameKind::Row)) {
            (Some(table), Some(row)) if table < row => self.pop_to(row + 1),
            (Some(_), _) => self.open_row(),
            (None, _) => return,
        }
        self.push(FrameKind::Cell);
    }

    fn innermost(&self, kind: FrameKind) -> Option<usize> {
        self.frames.iter().rposition(|frame| frame.kind == kind)
    }

    pub(super) fn push(&mut self, kind: FrameKind) {
        self.flush();
        if self.skipped > 0 || self.frames.len() >= MAX_DEPTH {
            self.skipped += 1;
            return;
        }
        self.frames.push(Frame { kind, blocks: vec![], items: vec![], rows: vec![] });
    }

    pub(super) fn pop(&mut self, kind: impl Fn(FrameKind) -> bool) {
        if self.skipped > 0 {
            self.flush();
            self.skipped -= 1;
        } else if let Some(index) = self.frames.iter().rposition(|frame| kind(frame.kind)) {
            self.flush();
            self.pop_to(index);
        }
    }

    pub(super) fn pop_to(&mut self, length: usize) {
        while self.frames.len() > length && self.pop_frame() {}
    }

    pub(super) fn pop_frame(&mut self) -> bool {
        let Some(frame) = self.frames.pop() else {
            return false;
        };
        let Frame { kind, blocks, items, rows } = frame;
        match (kind, self.frames.last_mut()) {
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
        true
    }

    pub(super) fn add_block(&mut self, block: Block) {
        // Text between rows or cells goes before the table.
        let outside_table = |frame: &&mut Frame| !matches!(frame.kind, FrameKind::Table | FrameKind::Row);
        let Some(frame) = self.frames.iter_mut().rev().find(outside_table) else {
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
