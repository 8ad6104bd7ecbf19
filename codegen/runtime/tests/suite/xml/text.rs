//! References, CDATA sections, comments and whitespace.

use super::{item, read};

fn name(content: &str) -> String {
    item(&format!("<name>{content}</name>")).name.unwrap()
}

#[test]
fn references_are_resolved() {
    assert_eq!(name("&lt;a&gt; &amp;amp; &quot;&apos;"), "<a> &amp; \"'");
    assert_eq!(name("&#65;&#x42;&#x1F600;&#13;"), "AB\u{1f600}\r");
    assert_eq!(name("plain ünïcode"), "plain ünïcode");
}

#[test]
fn unknown_references_are_errors() {
    for content in
        ["&nbsp;", "&", "&amp", "a & b", "&;", "&#;", "&#xZZ;", "&#0;", "&#xD800;", "&#-1;", "&#+65;"]
    {
        let error = read(&format!("<name>{content}</name>")).expect_err(content);
        assert!(error.contains("malformed text"), "{content}: {error}");
        let error = read(&format!("<name><!-- -->{content}</name>")).expect_err(content);
        assert!(error.contains("malformed text"), "{content}: {error}");
    }
}

#[test]
fn cdata_is_text() {
    assert_eq!(name("a<![CDATA[<&>]]>b"), "a<&>b");
    assert_eq!(name("<![CDATA[&amp;]]>&amp;<![CDATA[]]]]><![CDATA[>]]>"), "&amp;&]]>");
    assert_eq!(item("<count><![CDATA[ 1 ]]></count>").count, Some(1));
}

#[test]
fn comments_and_processing_instructions_are_left_out() {
    assert_eq!(name("a<!-- <b> & --> b<?pi <c> ?>c"), "a bc");
    assert_eq!(name("<!---->"), "");
    assert_eq!(item("<!-- <name>x</name> --><count>1<?a?></count>").count, Some(1));
}

#[test]
fn whitespace_is_part_of_strings() {
    assert_eq!(name(" \n a\tb \n"), " \n a\tb \n");
    assert_eq!(name("   "), "   ");
}

#[test]
fn line_ends_are_line_feeds() {
    assert_eq!(name("a\r\nb\rc\n"), "a\nb\nc\n");
    assert_eq!(name("a\r\n&amp;\r<![CDATA[\r\n]]>&#13;\r\n"), "a\n&\n\n\r\n");
}
