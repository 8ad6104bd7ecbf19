//! Documents that deviate from the model, as emulators send them.

use aws_smithy_types::DateTime;
use tinsmith_runtime::wire::{Readable as _, XmlReader};

use super::sample::{Choice, ITEM, Item};

fn read(content: &str) -> Result<Item, String> {
    let document = format!("<Anything>{content}</Anything>");
    let mut reader = XmlReader::new(document.as_bytes()).expect(content).lenient(true);
    Item::read(&mut reader, &ITEM).map_err(|error| error.to_string())
}

fn item(content: &str) -> Item {
    read(content).unwrap_or_else(|error| panic!("{content}: {error}"))
}

#[test]
fn booleans_in_every_form() {
    for text in ["true", "True", "TRUE", " true ", "1"] {
        assert_eq!(item(&format!("<flag>{text}</flag>")).flag, Some(true), "{text}");
    }
    for text in ["false", "False", "0", "", " "] {
        assert_eq!(item(&format!("<flag>{text}</flag>")).flag, Some(false), "{text}");
    }
}

#[test]
fn numbers_in_every_form() {
    let item = item("<count>7.0</count><long>1e3</long><required> 5 </required><double>1</double>");
    assert_eq!((item.count, item.long, item.required, item.double), (Some(7), Some(1000), 5, Some(1.0)));
}

#[test]
fn timestamps_in_every_form() {
    let texts = [
        "2026-11-22T20:50:04Z",
        "2026-11-22T20:50:04",
        "2026-11-22 20:50:04+00:00",
        "Sun, 22 Nov 2026 20:50:04 GMT",
        "1795380604",
        " 1795380604.0 ",
    ];
    for member in ["at", "epoch", "date"] {
        for text in texts {
            let read = item(&format!("<{member}>{text}</{member}>"));
            let found = read.at.or(read.epoch).or(read.date);
            assert_eq!(found, Some(DateTime::from_secs(1_795_380_604)), "{member} {text}");
        }
    }
}

#[test]
fn optional_members_that_cannot_be_read_are_left_out() {
    let item = item(
        "<name>a</name><count/><long>seven</long><at>soon</at><flag>maybe</flag><blob>%</blob><inner><count/><name>b</name></inner>",
    );
    let inner = Item { name: Some("b".into()), ..Item::default() };
    let expected = Item { name: Some("a".into()), inner: Some(Box::new(inner)), ..Item::default() };
    assert_eq!(item, expected);
}

#[test]
fn errors_of_required_members_have_their_cause() {
    let error = read("<inner><required>x</required></inner>").unwrap_err();
    assert!(error.contains("expected a whole number"), "{error}");
    assert!(error.contains("in member `required`"), "{error}");
}

#[test]
fn numbers_out_of_range_and_broken_text_are_errors() {
    for content in ["<count>70000000000</count>", "<long>99999999999999999999</long>", "<float>1e39</float>"]
    {
        let error = read(content).expect_err(content);
        assert!(error.contains("out of range") && !error.contains(char::is_numeric), "{error}");
    }
    read("<name>&nbsp;</name>").expect_err("an unknown entity");
}

/// An absent list, map or structure would be taken for an empty one.
#[test]
fn lists_maps_and_structures_are_never_left_out() {
    for content in [
        "<counts><Name>a</Name><Number>x</Number></counts>",
        "<inner><required>x</required></inner>",
        "<Sub><required/></Sub>",
    ] {
        let error = read(content).expect_err(content);
        assert!(error.contains("expected a whole number"), "{error}");
    }
}

#[test]
fn variants_of_unions_are_never_left_out() {
    assert_eq!(item("<choice><count>1.0</count></choice>").choice, Some(Choice::Count(1)));
    read("<choice><count>x</count></choice>").expect_err("a variant that is not a number");
}

/// As `node.text` of the parser that boto3 uses.
#[test]
fn text_ends_at_the_first_element() {
    let item = item("<name>a<!-- --> b<x>c</x>d</name><count>1<x/></count><Other><x/></Other>");
    assert_eq!(item.name.as_deref(), Some("a b"));
    assert_eq!(item.count, Some(1));
    assert_eq!(item.renamed.as_deref(), Some(""));
}
