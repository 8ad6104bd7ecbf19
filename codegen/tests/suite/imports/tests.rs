//! Made-up crates with and without circles.

use super::Imports;

fn circles(texts: &[(&str, &str)]) -> Vec<String> {
    Imports::of(texts).circles().iter().map(|circle| circle.join(" -> ")).collect()
}

#[test]
fn two_files_that_use_each_other_are_a_circle() {
    let found = circles(&[
        ("lib.rs", "mod room;"),
        ("room.rs", "mod a;\nmod b;"),
        ("room/a.rs", "use super::b::B;\npub struct A(B);"),
        ("room/b.rs", "use crate::room::a::A;\npub struct B(Option<Box<A>>);"),
    ]);
    assert_eq!(found, ["room/a.rs -> room/b.rs"]);
}

#[test]
fn circles_through_several_files_are_found_once() {
    let found = circles(&[
        ("lib.rs", "mod a;\nmod b;\nmod c;\nmod d;"),
        ("a.rs", "use crate::b::B;\npub struct A(B);"),
        ("b.rs", "use crate::c::C;\npub struct B(C);"),
        ("c.rs", "pub struct C;\nimpl C {\n    pub fn a() -> Option<crate::a::A> { None }\n}"),
        ("d.rs", "use crate::a::A;\npub struct D(A);"),
    ]);
    assert_eq!(found, ["a.rs -> b.rs -> c.rs"]);
}

#[test]
fn items_are_resolved_through_the_root_that_exports_them() {
    let found = circles(&[
        ("lib.rs", "mod room;"),
        ("room.rs", "mod a;\nmod b;\npub use a::A;\npub(crate) use self::b::{B as Renamed};"),
        ("room/a.rs", "use super::Renamed;\npub struct A(Renamed);"),
        ("room/b.rs", "use crate::room::{self};\npub struct B;\nfn f(_: &room::A) {}"),
    ]);
    assert_eq!(found, ["room/a.rs -> room/b.rs"]);
}

#[test]
fn a_root_that_only_exports_its_children_does_not_use_them() {
    let child = ("room/a.rs", "use super::Helper;\npub struct A(Helper);");
    let root = "mod a;\npub use a::A;\npub struct Helper;";
    assert!(circles(&[("lib.rs", "mod room;"), ("room.rs", root), child]).is_empty());
    let using_root = format!("{root}\nfn f(_: A) {{}}");
    let found = circles(&[("lib.rs", "mod room;"), ("room.rs", &using_root), child]);
    assert_eq!(found, ["room.rs -> room/a.rs"]);
}

#[test]
fn inline_paths_and_groups_count() {
    let found = circles(&[
        ("lib.rs", "mod a;\nmod b;"),
        ("a.rs", "use super::{b as other};\npub fn f() { let list = vec![other::inner::g()]; drop(list) }"),
        ("b.rs", "pub mod inner {\n    pub fn g() { super::super::a::f() }\n}"),
    ]);
    assert_eq!(found, ["a.rs -> b.rs"]);
}

#[test]
fn modules_that_are_imported_and_not_used_do_not_count() {
    let found = circles(&[
        ("lib.rs", "mod a;\nmod b;"),
        ("a.rs", "use crate::b;\npub struct A;\nfn f() { b::g() }"),
        ("b.rs", "use crate::a;\npub fn g() {}"),
    ]);
    assert!(found.is_empty(), "{found:?}");
}

#[test]
fn tests_and_quoted_tokens_do_not_count() {
    let found = circles(&[
        ("lib.rs", "mod a;\nmod b;"),
        ("a.rs", "use crate::b::B;\npub struct A(B);\n#[cfg(test)]\nmod tests;"),
        ("a/tests.rs", "use crate::b::B;"),
        (
            "b.rs",
            "pub struct B;\nfn f() { quote!(crate::a::A) }\n#[cfg(test)]\nmod tests {\n    use crate::a::A;\n}",
        ),
    ]);
    assert!(found.is_empty(), "{found:?}");
}

#[test]
fn a_module_and_an_item_of_one_name_are_distinguished() {
    let found = circles(&[
        ("lib.rs", "mod room;\nmod user;"),
        ("room.rs", "mod summary;\npub use summary::summary;"),
        ("room/summary.rs", "pub fn summary() {}\npub fn other() { crate::user::call() }"),
        ("user.rs", "use crate::room;\npub fn call() { room::summary() }"),
    ]);
    assert_eq!(found, ["room/summary.rs -> user.rs"]);
}

#[test]
fn imports_between_rooms_are_listed() {
    let imports = Imports::of(&[
        ("lib.rs", "mod model;\nmod plan;\nmod names;"),
        ("model.rs", "mod shape;\npub use shape::Shape;"),
        ("model/shape.rs", "pub struct Shape;"),
        ("names.rs", "pub use crate::model::Shape as Renamed;"),
        ("plan.rs", "mod item;"),
        ("plan/item.rs", "use crate::names::*;\nfn f(_: &Renamed) {}"),
        ("planet.rs", "use crate::model::Shape;\nfn f(_: Shape) {}"),
    ]);
    assert_eq!(imports.between("plan", "model"), [("plan/item.rs", "model/shape.rs")]);
    assert!(imports.between("model", "plan").is_empty());
}
