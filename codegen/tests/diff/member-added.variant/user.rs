//! Matches every variant that it knows.

use things::types::Choice;

fn main() {
    let text = match Choice::Text("a".to_owned()) {
        Choice::Text(text) => text,
        _ => String::new(),
    };
    assert_eq!(text, "a");
}
