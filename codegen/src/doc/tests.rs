//! Documentation strings and the Markdown that they become.

use pulldown_cmark::{CodeBlockKind, Event, Options, Parser, Tag};

use super::{summary, to_markdown};

#[track_caller]
fn check(cases: &[(&str, &str)]) {
    for (source, expected) in cases {
        let markdown = to_markdown(source);
        assert_eq!(markdown, *expected, "source: {source}");
        assert_eq!(to_markdown(&markdown), markdown, "read once more: {source}");
    }
}

#[test]
fn html_text() {
    check(&[
        ("", ""),
        ("<p> </p>", ""),
        ("<p>One.</p> <p>Two.</p>", "One.\n\nTwo."),
        ("<p>One\n      two.</p>", "One two."),
        ("<fullname>AWS X</fullname> <p>Text</p>", "AWS X\n\nText"),
        ("<h2>Use</h2> <p>x</p>", "## Use\n\nx"),
        ("<p>a<br>b<br/><br/>c</p>", "a\\\nb\n\nc"),
        ("<p>a</p><hr><p>b</p>", "a\n\n___\n\nb"),
        ("<!-- no --><p>&lt;a&gt; &amp;&nbsp;&apos;b&apos; &IAM;</p>", "\\<a> & 'b' \\&IAM;"),
        ("n            <p>text</p>n            ", "n\n\ntext\n\nn"),
    ]);
}

#[test]
fn html_inline() {
    check(&[
        ("<p><b> Bold: </b>and <i>it</i>.</p>", "**Bold:** and *it*."),
        ("<p><code>a <i>b</i>:<b>c</b></code></p>", "`a b:c`"),
        ("<p><code>List<String></code> <code>`</code></p>", "`List<String>` `` ` ``"),
        ("<p><code>a</code><code>b</code></p>", "`ab`"),
        ("<p>is `null` or ` alone</p>", "is `null` or \\` alone"),
        ("<p><b>Note:</b>x</p>", "Note:x"),
        ("<p><i>AWS <a href=\"https://x.y/\">A</a> </i> API</p>", "*AWS* [*A*](https://x.y/) API"),
        ("<p>use <a>ListKeys</a> or <a>the other</a></p>", "use `ListKeys` or the other"),
        ("<p><code><a>Op</a></code></p>", "`Op`"),
        ("<p>arn:<region>:x, <link to=\"y\">Z</link></p>", "arn:\\<region>:x, Z"),
        ("<p>stray </b></i></li> <b>open</p><p>next</p>", "stray **open**\n\nnext"),
        ("<p>cut <b", "cut \\<b"),
    ]);
}

#[test]
fn links() {
    check(&[
        ("<p><a href=\" https://x.y/a(1) b \">t</a></p>", "[t](https://x.y/a%281%29%20b)"),
        ("<p><a href=\"https://x.y\">https://x.y</a></p>", "<https://x.y>"),
        ("<p><a href=\"kms/latest/x.html\">t</a></p>", "[t](https://docs.aws.amazon.com/kms/latest/x.html)"),
        ("<p><a href=\"#part\">t</a> <a href=\"x.html\">u</a></p>", "t u"),
        ("<p><a href=\"javascript:alert(1)\">t</a></p>", "t"),
        ("<p>(See https://x.y/z_a.) http://a.b, c</p>", "(See <https://x.y/z_a>.) <http://a.b>, c"),
        ("<p>https://{b}.s3.x.y/ or https://<b>x</b>.y</p>", "`https://{b}.s3.x.y/` or https\\://**x**.y"),
        ("see [Type](crate::Type), [x] and [a](https://x.y)", "see Type, \\[x] and [a](https://x.y)"),
    ]);
}

#[test]
fn html_blocks() {
    check(&[
        ("<ul> <li> <p>a</p> </li> <li>b <ul><li>c</li></ul> </li> </ul>", "- a\n- b\n  - c"),
        ("<ol><li><p>a</p><p>b</p></li><li>c</li></ol>", "1. a\n\n   b\n\n2. c"),
        ("<ul><li>a<li>b</ul><ul><li>c</ul>", "- a\n- b\n\n* c"),
        ("<li>a</li><p>b</p>", "- a\n\n  b"),
        ("<ul><li>a</li>x<li></li></ul>", "- a\n\n  x"),
        ("<dl> <dt>A:</dt> <dd> <p>x</p> </dd> <dt>B</dt> <dd>y</dd> </dl>", "- **A**: x\n- **B**: y"),
        ("<note> <p>a</p> <p>b</p> </note><p>c</p>", "> **Note:** a\n>\n> b\n\nc"),
        ("<important>a</important>", "> **Important:** a"),
        ("<pre><code>\n  a\n\tb  \n</code></pre>", "```text\n  a\n    b\n```"),
        ("<pre>```</pre>", "````text\n```\n````"),
        (
            "<table><tr><th>A</th></tr><tr><td><p>x|y</p></td><td>z</td></tr></table>",
            "| A | |\n| --- | --- |\n| x\\|y | z |",
        ),
    ]);
}

#[test]
fn markdown_stays() {
    let cases = [
        "Deletes *the* **connection** with `Vec<T>` and [link](https://a.b/c).",
        "One.\nTwo.\n\n- a\n- b\n  - c\n\n1. x\n2. y",
        "# Title\n\n> quote\n\n| a | b |\n| --- | --- |\n| c | d |",
        "```json\n{ \"a\": 1 }\n```",
        "~~gone~~ 5 \\* 3 snake_case \\_x\\_ <https://a.b>",
    ];
    for case in cases {
        check(&[(case, case)]);
    }
}

#[test]
fn markdown_is_made_safe() {
    check(&[
        ("```\nx\n```", "```text\nx\n```"),
        ("```rust\nfn main() {}", "```text\nfn main() {}\n```"),
        ("~~~no_run\nx\n~~~", "```text\nx\n```"),
        ("    indented\n    text", "indented\ntext"),
        ("a\n\n        b", "a\n\nb"),
        ("Option<T> and <b>bold</b>", "Option\\<T> and **bold**"),
        ("<note>\nx\n</note>\n\nThis is **bold**.", "> **Note:** x\n\nThis is **bold**."),
        ("a [^1] b\n\n[^1]: c", "a ^1 b"),
        ("- [ ] task", "- \\[ ] task"),
        ("a\u{202e}b\u{2028}c\r\nd\0e&#x2066;f\u{200b}", "ab\nc\ndef"),
    ]);
}

#[test]
fn line_starts_are_escaped() {
    let word = "x".repeat(91);
    for (start, expected) in
        [("-", "\\-"), ("+", "\\+"), ("#", "\\#"), ("1.", "1\\."), (">x", "\\>x"), ("---", "\\---")]
    {
        let wrapped = format!("{word}\n{expected} y");
        assert_eq!(to_markdown(&format!("<p>{word} {start} y</p>")), wrapped);
    }
}

#[test]
fn long_lines_are_wrapped() {
    let markdown = to_markdown(&format!("- {}`a b` [c d](https://x.y)", "word ".repeat(60)));
    assert!(markdown.lines().all(|line| line.len() <= 92), "{markdown}");
    assert!(markdown.lines().skip(1).all(|line| line.starts_with("  w")), "{markdown}");
    let code = format!("`{}`", "a ".repeat(80).trim_end());
    assert_eq!(to_markdown(&code), code);
}

#[test]
fn summaries() {
    for (markdown, expected) in [
        ("", ""),
        ("One. Two.", "One."),
        ("# Title\n\nText.", "Title"),
        ("No full stop\nat all\n\nNext.", "No full stop\nat all"),
        ("A line.a\\\nNext.", "A line.a"),
        ("Takes `a. b`, e.g. [x. y](https://a.b).\nThen", "Takes `a. b`, e.g. [x. y](https://a.b)."),
        ("> **Note:** This\n> is. That.", "> **Note:** This\n> is."),
        ("> **Note:**\n>\n> - a", "> **Note:**"),
        ("Values\n- a", "Values"),
        ("1. a\n2. b", "1. a"),
        ("```text\na. b\n```", ""),
        ("1. ```text\n   a. b\n   ```", ""),
        ("`` 1. ` `` is code. So.", "`` 1. ` `` is code."),
    ] {
        assert_eq!(summary(markdown), expected);
    }
}

#[test]
fn deep_nesting_is_flattened() {
    for tag in ["<ul><li>", "<b>", "<note>", "<code>", "<table><tr><td>", "> ", "- ", "[", "*a **b "] {
        let markdown = to_markdown(&format!("{}x", tag.repeat(10_000)));
        assert!(markdown.contains('x'), "{tag}");
    }
}

/// Every short sequence of fragments comes out without raw HTML, open fences or doctests.
#[test]
fn fragments_are_safe() {
    const FRAGMENTS: [&str; 28] = [
        "<p>",
        "</p>",
        "<b>",
        "</b>",
        "<code>",
        "</code>",
        "<ul><li>",
        "</ul>",
        "<pre>",
        "<T>",
        "<a>",
        "</a>",
        "<table><td>",
        "*",
        "`",
        "```rust\n",
        "\n\n",
        "    ",
        "[x]",
        "](y)",
        "# ",
        "- ",
        "\\",
        "a",
        "!",
        "https://x.com",
        "|",
        "&#96;",
    ];
    for number in 0..28_usize.pow(3) * 2 {
        // The second half is prefixed, so that it is read as HTML.
        let digits = [number % 28, number / 28 % 28, number / 28 / 28 % 28];
        let html = if number < 28_usize.pow(3) { "" } else { "<p>" };
        let source = format!("{html}{}", digits.map(|digit| FRAGMENTS[digit]).concat());
        assert_safe(&source, &to_markdown(&source));
    }
}

#[track_caller]
fn assert_safe(source: &str, markdown: &str) {
    let options = Options::ENABLE_TABLES | Options::ENABLE_FOOTNOTES;
    for (event, range) in Parser::new_ext(markdown, options).into_offset_iter() {
        match event {
            Event::Start(Tag::CodeBlock(CodeBlockKind::Fenced(language))) => {
                assert_eq!(&*language, "text", "{source:?}");
                assert!(markdown[range].trim_end().ends_with("```"), "{source:?}");
            }
            Event::Start(Tag::CodeBlock(CodeBlockKind::Indented) | Tag::Image { .. })
            | Event::Html(_)
            | Event::InlineHtml(_) => panic!("{source:?} became {markdown:?}"),
            _ => {}
        }
    }
    let is_trimmed = |line: &str| line.trim_end() == line;
    assert!(markdown.lines().all(is_trimmed), "{source:?}");
}
