//! Lists, maps and structures in XML and in forms.

use std::collections::HashMap;

use aws_smithy_schema::{Schema, ShapeType, prelude, shape_id, traits::HttpTrait};
use aws_smithy_types::DateTime;
use tinsmith_runtime::schema;

use super::harness::{Shape, shape};

schema! {
    ITEM: Structure "sample" "Item".with_xml_name("OwnName") {
        0 "name": String;
        1 "kind": String.with_xml_attribute();
    }
}

shape! { structure Item(ITEM) { name: String; kind: String; } }

static ITEM_NODE: Schema<'static> = Schema::new(shape_id!("sample", "Items", "member"), ShapeType::Structure);
static NAMED_NODE: Schema<'static> =
    Schema::new(shape_id!("sample", "Named", "member"), ShapeType::String).with_xml_name("item");
static STRINGS_NODE: Schema<'static> = Schema::new_list(shape_id!("sample", "Strings"), &prelude::STRING);
static KEY_NODE: Schema<'static> =
    Schema::new(shape_id!("sample", "Map", "key"), ShapeType::String).with_xml_name("K");
static VALUE_NODE: Schema<'static> =
    Schema::new(shape_id!("sample", "Map", "value"), ShapeType::Structure).with_xml_name("V");

macro_rules! tree {
    ($role:ident $Tree:ident $TREE:ident $shape:literal $(.$own:ident($($value:tt)*))*) => {
        schema! {
            $TREE: Structure "sample" $shape $(.$own($($value)*))* {
                0 "nested": Structure;
                1 "list": List.with_list_member(&prelude::STRING);
                2 "renamed": List.with_list_member(&NAMED_NODE);
                3 "flat": List.with_list_member(&prelude::STRING).with_xml_flattened();
                4 "items": List.with_list_member(&ITEM_NODE);
                5 "rows": List.with_list_member(&ITEM_NODE).with_xml_flattened().with_xml_name("Row");
                6 "map": Map.with_map_members(&prelude::STRING, &prelude::STRING);
                7 "flatMap": Map.with_map_members(&KEY_NODE, &VALUE_NODE).with_xml_flattened().with_xml_name("KVP");
                8 "lists": List.with_list_member(&STRINGS_NODE);
                9 "spaced": String.with_xml_namespace("http://baz.com", Some("baz"));
                10 "time": Timestamp;
            }
        }

        shape! {
            $role $Tree($TREE) {
                nested: Value<Item>;
                list: List<String>;
                renamed: List<String>;
                flat: List<String>;
                items: List<Item>;
                rows: List<Item>;
                map: StringMap;
                flat_map: Map<Item>;
                lists: List<Vec<String>>;
                spaced: String;
                time: Value<DateTime>;
            }
        }
    };
}

tree! {
    structure Tree TREE "TreeRequest".with_xml_name("Ahoy").with_http(HttpTrait::new("POST", "/", None))
}
tree! { output TreeOutput TREE_OUTPUT "TreeResponse" }

fn item(name: &str) -> Item {
    Item { name: Some(name.into()), kind: Some("k".into()) }
}

fn strings(texts: &[&str]) -> Option<Vec<String>> {
    Some(texts.iter().map(|text| (*text).to_owned()).collect())
}

/// An input with a value for each member.
pub(super) fn tree() -> Tree {
    Tree {
        nested: Some(item("n")),
        list: strings(&["a", "<&>"]),
        renamed: strings(&["b"]),
        flat: strings(&["c", "d"]),
        items: Some(vec![item("e")]),
        rows: Some(vec![item("f"), item("g")]),
        map: Some(HashMap::from([("x".into(), "y".into())])),
        flat_map: Some(HashMap::from([("z".into(), Item { name: Some("h".into()), kind: None })])),
        lists: Some(vec![vec!["i".into()], vec!["j".into()]]),
        spaced: Some("s".into()),
        time: Some(DateTime::from_secs(1_398_796_238)),
    }
}

/// The output with the values of [`tree`].
pub(super) fn tree_output() -> TreeOutput {
    let Tree { nested, list, renamed, flat, items, rows, map, flat_map, lists, spaced, time } = tree();
    TreeOutput {
        nested,
        list,
        renamed,
        flat,
        items,
        rows,
        map,
        flat_map,
        lists,
        spaced,
        time,
        _request_id: None,
    }
}

/// The elements of [`tree`].
pub(super) const ELEMENTS: &str = concat!(
    r#"<nested kind="k"><name>n</name></nested>"#,
    "<list><member>a</member><member>&lt;&amp;&gt;</member></list>",
    "<renamed><item>b</item></renamed>",
    "<flat>c</flat><flat>d</flat>",
    r#"<items><member kind="k"><name>e</name></member></items>"#,
    r#"<Row kind="k"><name>f</name></Row><Row kind="k"><name>g</name></Row>"#,
    "<map><entry><key>x</key><value>y</value></entry></map>",
    "<KVP><K>z</K><V><name>h</name></V></KVP>",
    "<lists><member><member>i</member></member><member><member>j</member></member></lists>",
    r#"<spaced xmlns:baz="http://baz.com">s</spaced>"#,
    "<time>2014-04-29T18:30:38Z</time>",
);
