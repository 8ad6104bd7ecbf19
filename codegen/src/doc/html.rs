//! Reads HTML, or the tag soup that AWS models have for it.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use html5gum::emitters::default::{DefaultEmitter, StartTag, Token};
use html5gum::{HtmlString, Spanned, Tokenizer};

use super::build::{Builder, Element};

/// The meaning of a tag name.
enum Tag {
    /// It holds other text.
    Element(Element),
    /// A line break.
    Break,
    /// A horizontal rule.
    Rule,
    /// Only its text counts.
    Transparent,
}

/// Returns true if the text is HTML as a whole, and not Markdown with some HTML in it: it begins with a
/// tag, and no line after a blank line begins like a paragraph of Markdown.
pub(super) fn is_html(source: &str) -> bool {
    let source = source.trim_start();
    let starts = source.strip_prefix('<').is_some_and(|rest| {
        let name = tag_name(rest.strip_prefix('/').unwrap_or(rest));
        tag(&name.to_ascii_lowercase(), None).is_some()
    });
    let mut lines = source.lines().peekable();
    while let Some(line) = lines.next().filter(|_| starts) {
        let next = lines.peek().copied().unwrap_or_default();
        if line.trim().is_empty() && next.starts_with(|c: char| c != '<' && !c.is_whitespace()) {
            return false;
        }
    }
    starts
}

/// The names of unknown tags that are both opened and closed: markup that may be left out. Others,
/// such as the `<region>` in an ARN, are text.
#[derive(Debug)]
pub(super) struct Pairs(BTreeSet<String>);

impl Pairs {
    /// Finds them.
    pub(super) fn of(source: &str) -> Self {
        let mut opened = BTreeSet::new();
        let mut closed = BTreeSet::new();
        for rest in source.split('<').skip(1) {
            let (names, rest) = match rest.strip_prefix('/') {
                Some(rest) => (&mut closed, rest),
                None => (&mut opened, rest),
            };
            let name = tag_name(rest);
            if !name.is_empty() && tag(&name.to_ascii_lowercase(), None).is_none() {
                names.insert(name.to_ascii_lowercase());
            }
        }
        Self(opened.intersection(&closed).cloned().collect())
    }
}

/// Feeds the builder with the tags and the text of some HTML.
pub(super) fn feed(builder: &mut Builder, html: &str, pairs: &Pairs) {
    let emitter = DefaultEmitter::<usize>::new_with_span();
    let raw = |span: Range<usize>| html.get(span).unwrap_or_default();
    let mut end = 0;
    for Ok(token) in Tokenizer::new_with_emitter(html, emitter) {
        match token {
            Token::StartTag(start) => {
                end = start.span.end;
                open(builder, &start, raw(start.span.start..end), pairs);
            }
            Token::EndTag(close) => {
                end = close.span.end;
                let name = String::from_utf8_lossy(&close.name);
                match tag(&name, None) {
                    Some(Tag::Element(element)) => builder.close(&element),
                    Some(_) => {}
                    None if pairs.0.contains(&*name) => {}
                    None => builder.text(raw(close.span.start..end)),
                }
            }
            Token::String(text) => {
                end = text.span.end;
                add_text(builder, &String::from_utf8_lossy(&text.value));
            }
            Token::Comment(comment) => {
                end = comment.span.end;
                let raw = raw(comment.span.start..end);
                if !raw.starts_with("<!--") {
                    builder.text(raw);
                }
            }
            Token::Doctype(doctype) => end = doctype.span.end,
            Token::Error(_) => {}
        }
    }
    // The tokenizer drops a tag that the text ends in.
    builder.text(raw(end..html.len()));
}

fn open(builder: &mut Builder, start: &StartTag<usize>, raw: &str, pairs: &Pairs) {
    let name = String::from_utf8_lossy(&start.name);
    match tag(&name, Some(&start.attributes)) {
        Some(Tag::Element(element)) => {
            let empty = start.self_closing.then(|| element.clone());
            builder.open(element);
            if let Some(element) = empty {
                builder.close(&element);
            }
        }
        Some(Tag::Break) => builder.hard_break(),
        Some(Tag::Rule) => builder.rule(),
        Some(Tag::Transparent) => {}
        None if pairs.0.contains(&*name) => {}
        None => builder.text(raw),
    }
}

/// Adds text in which a pair of back-ticks around a word means code, as many authors believe.
fn add_text(builder: &mut Builder, text: &str) {
    let mut rest = text;
    while !builder.is_verbatim()
        && let Some((before, tail)) = rest.split_once('`')
        && let Some((code, after)) = tail.split_once('`')
    {
        let is_code = !code.is_empty()
            && code.trim() == code
            && !code.contains('\n')
            && !before.ends_with(|c: char| c.is_alphanumeric());
        builder.text(before);
        if is_code {
            builder.code(code);
            rest = after;
        } else {
            builder.text("`");
            rest = tail;
        }
    }
    builder.text(rest);
}

type Attributes = BTreeMap<HtmlString, Spanned<HtmlString, usize>>;

/// The meaning of a tag, in HTML or in the XML format that AWS once wrote.
fn tag(name: &str, attributes: Option<&Attributes>) -> Option<Tag> {
    let element = match name {
        "p" | "para" | "div" | "section" | "article" | "center" | "fullname" | "title" | "caption"
        | "simpara" | "dl" => Element::Paragraph,
        "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => Element::Heading(usize::from(name.as_bytes()[1] - b'0')),
        "ul" | "menu" | "itemizedlist" => Element::List(None),
        "ol" | "orderedlist" => Element::List(Some(list_start(attributes))),
        "li" | "listitem" => Element::Item,
        "dt" => Element::Term,
        "dd" => Element::Definition,
        "blockquote" => Element::Quote(None),
        "note" => Element::Quote(Some("Note")),
        "important" => Element::Quote(Some("Important")),
        "warning" => Element::Quote(Some("Warning")),
        "caution" => Element::Quote(Some("Caution")),
        "tip" => Element::Quote(Some("Tip")),
        "table" => Element::Table,
        "tr" => Element::Row,
        "td" | "th" => Element::Cell,
        "pre" | "programlisting" | "screen" => Element::Preformatted,
        "script" | "style" | "head" => Element::Hidden,
        "b" | "strong" => Element::Strong,
        "i" | "em" | "var" | "cite" | "dfn" | "emphasis" | "replaceable" => Element::Emphasis,
        "s" | "del" | "strike" => Element::Strike,
        "code" | "tt" | "kbd" | "samp" | "literal" | "filename" | "function" => Element::Code,
        "a" | "ulink" => link(attributes),
        "br" => return Some(Tag::Break),
        "hr" => return Some(Tag::Rule),
        "u" | "span" | "font" | "small" | "big" | "sub" | "sup" | "abbr" | "ins" | "mark" | "q" | "img"
        | "html" | "body" | "thead" | "tbody" | "tfoot" | "colgroup" | "col" | "wbr" => {
            return Some(Tag::Transparent);
        }
        _ => return None,
    };
    Some(Tag::Element(element))
}

fn attribute(attributes: Option<&Attributes>, name: &str) -> Option<String> {
    let value = attributes?.get(name.as_bytes())?;
    Some(String::from_utf8_lossy(&value.value).into_owned())
}

fn list_start(attributes: Option<&Attributes>) -> u64 {
    attribute(attributes, "start").and_then(|start| start.parse().ok()).unwrap_or(1)
}

fn link(attributes: Option<&Attributes>) -> Element {
    match attribute(attributes, "href").or_else(|| attribute(attributes, "url")) {
        Some(address) => Element::Link(absolute(&address)),
        None => Element::Reference,
    }
}

/// The address as an absolute one. Paths such as `kms/latest/developerguide/x.html` are meant from
/// the root of AWS's documentation; all others are meant from a page that we do not know.
pub(super) fn absolute(address: &str) -> Option<String> {
    let address = address.trim();
    let (scheme, _) = address.split_once(':').unwrap_or_default();
    if ["http", "https", "mailto"].iter().any(|known| scheme.eq_ignore_ascii_case(known)) {
        return Some(address.to_owned());
    }
    let is_path = scheme.is_empty() && !address.starts_with("//") && !address.starts_with('.');
    (is_path && address.contains("/latest/"))
        .then(|| format!("https://docs.aws.amazon.com/{}", address.trim_start_matches('/')))
}

fn tag_name(text: &str) -> &str {
    let is_end = |c: char| c.is_whitespace() || c == '/' || c == '>';
    let name = text.split(is_end).next().unwrap_or_default();
    if name.starts_with(|c: char| c.is_ascii_alphabetic()) { name } else { "" }
}
