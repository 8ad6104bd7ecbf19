//! `Eq` and `Hash` where the members allow them. What they forbid is in `expected.rs`.

use std::collections::HashSet;
use std::hash::Hash;

use golden_derives::operation::put_derives::{PutDerivesInput, PutDerivesOutput};
use golden_derives::types::error::Comparable;
use golden_derives::types::{
    Back, Choice, ChoiceOfMap, Colour, FarFromMap, Hashable, HoldsError, HoldsMap, Level, There, Tree,
};

fn equal<T: Eq>() {}

fn hashable<T: Eq + Hash>() {}

#[test]
fn types_have_the_traits_that_their_members_allow() {
    hashable::<Hashable>();
    hashable::<Tree>();
    hashable::<Choice>();
    hashable::<Colour>();
    equal::<(PutDerivesInput, PutDerivesOutput)>();
    equal::<HoldsError>();
    equal::<HoldsMap>();
    equal::<FarFromMap>();
    equal::<ChoiceOfMap>();
    equal::<(There, Back)>();
    equal::<Comparable>();
}

#[test]
fn values_can_be_keys() {
    let value = |text: &str| Hashable::builder().text(text).colour(Colour::Red).level(Level::LOW).build();
    let set = HashSet::from([value("a"), value("b"), value("a")]);
    assert_eq!(set.len(), 2);
}

/// `Ord` follows the model; a value that it lacks comes last.
#[test]
fn enums_are_in_order_and_can_be_asked_for_their_values() {
    assert!(Colour::Red < Colour::from("amber"));
    assert_eq!("RED".parse(), Ok(Colour::Red));
    assert_eq!(Colour::from("amber").to_string(), "amber");
    assert_eq!(Colour::Red.as_ref(), "RED");
    assert_eq!(Colour::values(), ["RED"]);
    let error = Colour::try_parse("amber").unwrap_err();
    assert_eq!(error.to_string(), "unknown enum variant: 'amber'");
    assert_eq!(Level::values(), [1]);
}
