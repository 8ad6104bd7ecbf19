//! First sentences.

/// The first sentence of converted Markdown, for a table of operations or members. It is Markdown
/// by itself, and wrapped as it was. If code or a table comes first, there is none.
pub(crate) fn summary(markdown: &str) -> &str {
    let markdown = markdown.trim_start_matches('#').trim_start();
    let text = after_markers(markdown);
    if text.starts_with("```") || text.starts_with("| ") {
        return "";
    }
    let paragraph = &markdown[..paragraph_end(markdown)];
    &paragraph[..sentence_end(paragraph).unwrap_or(paragraph.len())]
}

/// The text after the markers of quotes and items.
fn after_markers(line: &str) -> &str {
    let mut text = line;
    loop {
        let number = text.trim_start_matches(|c: char| c.is_ascii_digit());
        let is_numbered = number.len() < text.len() && number.starts_with(['.', ')']);
        let rest = if is_numbered { &number[1..] } else { text };
        let rest = rest.trim_start_matches(['>', '-', '*', ' ']);
        if rest.len() == text.len() {
            return text;
        }
        text = rest;
    }
}

/// The end of the first paragraph: before a blank line, an item or a line break.
fn paragraph_end(markdown: &str) -> usize {
    let mut end = 0;
    for line in markdown.split_inclusive('\n') {
        let text = line.trim_matches(['>', ' ', '\n']);
        let after_number = text.trim_start_matches(|c: char| c.is_ascii_digit());
        let is_numbered = after_number.len() < text.len() && after_number.starts_with(['.', ')']);
        let is_item = text.starts_with("- ") || text.starts_with("* ") || is_numbered;
        if end > 0 && (text.is_empty() || is_item) {
            break;
        }
        if text.ends_with('\\') && !text.ends_with("\\\\") {
            end += line.trim_end().len() - 1;
            break;
        }
        end += line.len();
    }
    markdown[..end].trim_end().len()
}

/// The end of the first sentence: after a full stop outside of code, links and emphasis.
fn sentence_end(text: &str) -> Option<usize> {
    let mut depth = 0_usize;
    // The number of back-ticks that end the open code span.
    let mut fence = 0_usize;
    let mut stars = 0_usize;
    let mut chars = text.char_indices().peekable();
    while let Some((index, c)) = chars.next() {
        match c {
            '\\' if fence == 0 => drop(chars.next()),
            '`' => {
                let ticks = text.len() - index - text[index..].trim_start_matches('`').len();
                for _ in 1..ticks {
                    chars.next();
                }
                if fence == 0 || fence == ticks {
                    fence = ticks - fence;
                }
            }
            _ if fence > 0 => {}
            '*' => stars += 1,
            '[' | '(' => depth += 1,
            ']' | ')' => depth = depth.saturating_sub(1),
            '.' | '!' | '?' if depth == 0 && stars.is_multiple_of(2) => {
                let follows_space = chars.peek().is_none_or(|(_, next)| next.is_whitespace());
                let short = ["e.g", "i.e", "etc", "vs"].iter().any(|it| text[..index].ends_with(it));
                let is_number = text[..index].bytes().all(|byte| byte.is_ascii_digit());
                if follows_space && !short && !is_number {
                    return Some(index + 1);
                }
            }
            _ => {}
        }
    }
    None
}
