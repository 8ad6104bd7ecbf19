//! Matches a variant that is gone.

use things::types::Choice;

fn main() {
    let choice = Choice::Number(1);
    assert!(matches!(choice, Choice::Number(1)));
}
