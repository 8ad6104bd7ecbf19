//! Reads Markdown, with or without HTML in it.

use pulldown_cmark::{CodeBlockKind, Event, Options, Parser, Tag, TagEnd};

use super::build::{Builder, Element};
use super::html::{self, Pairs};

/// Languages that a fence may name. Anything else becomes `text`: rustdoc would run what it takes
/// for Rust, and a model must not be able to bring a program along.
pub(super) const LANGUAGES: [&str; 20] = [
    "text",
    "json",
    "toml",
    "yaml",
    "xml",
    "html",
    "bash",
    "sh",
    "shell",
    "console",
    "http",
    "sql",
    "python",
    "java",
    "javascript",
    "typescript",
    "go",
    "csv",
    "ini",
    "regex",
];

/// Feeds the builder with some Markdown.
pub(super) fn feed(builder: &mut Builder, markdown: &str, pairs: &Pairs) {
    Reader { builder, pairs, html: String::new(), code: None, depth: 0 }.read(markdown);
}

struct Reader<'a> {
    builder: &'a mut Builder,
    pairs: &'a Pairs,
    /// The HTML block under way, which comes in lines.
    html: String,
    /// The code block under way, with the language of a fenced one.
    code: Option<(Option<&'static str>, String)>,
    /// The number of open indented blocks.
    depth: usize,
}

impl Reader<'_> {
    fn read(&mut self, markdown: &str) {
        let options = Options::ENABLE_TABLES | Options::ENABLE_STRIKETHROUGH;
        for event in Parser::new_ext(markdown, options) {
            self.event(event);
        }
    }

    fn event(&mut self, event: Event<'_>) {
        match event {
            Event::Start(Tag::HtmlBlock) => self.html.clear(),
            Event::Start(Tag::CodeBlock(kind)) => {
                self.code = Some((language(&kind), String::new()));
            }
            Event::Start(tag) => {
                if let Some(element) = element(&tag) {
                    self.builder.open(element);
                }
            }
            Event::End(TagEnd::HtmlBlock) => {
                html::feed(self.builder, &std::mem::take(&mut self.html), self.pairs);
            }
            Event::End(TagEnd::CodeBlock) => self.end_code(),
            Event::End(tag) => {
                if let Some(element) = closed(tag) {
                    self.builder.close(&element);
                }
            }
            Event::Text(text) => match &mut self.code {
                Some((_, code)) => code.push_str(&text),
                None => self.builder.text(&text),
            },
            Event::Code(text) => self.builder.code(&text),
            Event::Html(text) => self.html.push_str(&text),
            Event::InlineHtml(text) => html::feed(self.builder, &text, self.pairs),
            Event::SoftBreak => self.builder.soft_break(),
            Event::HardBreak => self.builder.hard_break(),
            Event::Rule => self.builder.rule(),
            Event::InlineMath(_)
            | Event::DisplayMath(_)
            | Event::FootnoteReference(_)
            | Event::TaskListMarker(_) => {}
        }
    }

    /// Indentation is an accident of how the text was stored, never meant as code.
    fn end_code(&mut self) {
        match self.code.take() {
            Some((Some(language), code)) => self.builder.code_block(language, &code),
            Some((None, text)) if self.depth < 2 => {
                let lines: Vec<_> = text.lines().map(str::trim).collect();
                self.depth += 1;
                self.read(&lines.join("\n"));
                self.depth -= 1;
            }
            Some((None, text)) => {
                self.builder.open(Element::Paragraph);
                self.builder.text(&text);
                self.builder.close(&Element::Paragraph);
            }
            None => {}
        }
    }
}

fn element(tag: &Tag<'_>) -> Option<Element> {
    Some(match tag {
        Tag::Paragraph => Element::Paragraph,
        Tag::Heading { level, .. } => Element::Heading(*level as usize),
        Tag::List(start) => Element::List(*start),
        Tag::Item => Element::Item,
        Tag::BlockQuote(_) => Element::Quote(None),
        Tag::Table(_) => Element::Table,
        Tag::TableHead | Tag::TableRow => Element::Row,
        Tag::TableCell => Element::Cell,
        Tag::Strong => Element::Strong,
        Tag::Emphasis => Element::Emphasis,
        Tag::Strikethrough => Element::Strike,
        Tag::Link { dest_url, .. } | Tag::Image { dest_url, .. } => Element::Link(html::absolute(dest_url)),
        _ => return None,
    })
}

fn closed(tag: TagEnd) -> Option<Element> {
    Some(match tag {
        TagEnd::Paragraph => Element::Paragraph,
        TagEnd::Heading(level) => Element::Heading(level as usize),
        TagEnd::List(_) => Element::List(None),
        TagEnd::Item => Element::Item,
        TagEnd::BlockQuote(_) => Element::Quote(None),
        TagEnd::Table => Element::Table,
        TagEnd::TableHead | TagEnd::TableRow => Element::Row,
        TagEnd::TableCell => Element::Cell,
        TagEnd::Strong => Element::Strong,
        TagEnd::Emphasis => Element::Emphasis,
        TagEnd::Strikethrough => Element::Strike,
        TagEnd::Link | TagEnd::Image => Element::Link(None),
        _ => return None,
    })
}

/// The language of a fence; an indented block has none.
fn language(kind: &CodeBlockKind<'_>) -> Option<&'static str> {
    let CodeBlockKind::Fenced(info) = kind else {
        return None;
    };
    let known = LANGUAGES.into_iter().find(|language| language.eq_ignore_ascii_case(info.trim()));
    Some(known.unwrap_or("text"))
}
