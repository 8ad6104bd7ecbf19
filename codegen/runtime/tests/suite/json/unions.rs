//! Unions, which have exactly one variant, as in boto3 and the official crates.

use super::read;
use crate::xml::sample::Choice;

#[test]
fn unions_have_one_variant() {
    for (union, choice) in [
        (r#"{"count": 7}"#, Choice::Count(7)),
        (r#"{"count": null, "nothing": {}, "newer": null}"#, Choice::Nothing),
        (r#"{"__type": "Choice", "count": 7}"#, Choice::Count(7)),
        (r#"{"newer": {"a": [1]}}"#, Choice::Unknown),
        (r#"{"keys": []}"#, Choice::Keys(Vec::new())),
    ] {
        for is_lenient in [false, true] {
            let item = read(format!(r#"{{"choice": {union}}}"#).as_bytes(), is_lenient);
            assert_eq!(item.expect(union).choice.as_ref(), Some(&choice), "{union}");
        }
    }
}

#[test]
fn other_unions_are_errors() {
    for (union, found) in [
        ("{}", 0),
        (r#"{"count": null}"#, 0),
        (r#"{"__type": "Choice"}"#, 0),
        (r#"{"count": 7, "nothing": {}}"#, 2),
        (r#"{"count": 7, "newer": 1}"#, 2),
        (r#"{"newer": 1, "newest": 2}"#, 2),
    ] {
        for is_lenient in [false, true] {
            let error = read(format!(r#"{{"choice": {union}}}"#).as_bytes(), is_lenient).expect_err(union);
            let expected = format!("expected one variant of `Choice`, found {found} in member `choice`");
            assert!(error.contains(&expected), "{error}");
        }
    }
}
