//! Models as people see them.

use snapbox::{assert_data_eq, str};
use tinsmith::model::Model;
use tinsmith::{Config, Selection, inspect, load, pass, read};

fn golden(name: &str) -> Model {
    load(&Config::new(format!("tests/golden/{name}/model.json"))).unwrap()
}

#[test]
fn a_tree_opens_each_shape_once() {
    let model = golden("several_operations");
    let tree = inspect::tree(&model, "SendShared", None).unwrap();
    assert_data_eq!(
        inspect::text(&tree),
        str![[r"
SendShared (operation)
├── input: Shared (structure)
│   ├── name: String (string, required)
│   └── both: Both (structure)
│       ├── name: String (string)
│       └── kind: Kind (enum of 1)
└── output: Received (structure)
    ├── name: String (string)
    ├── labels: Labels (map to String)
    └── both: Both (structure) (*)

"]]
    );
    let graph = inspect::mermaid(&inspect::tree(&model, "SendShared", Some(2)).unwrap());
    assert_data_eq!(
        graph,
        str![[r#"
graph LR
    n0["SendShared"]
    n1["Shared"]
    n2["String"]
    n3["Both"]
    n4["Received"]
    n0 -->|"input"| n1
    n1 -->|"name, required"| n2
    n1 -->|"both"| n3
    n0 -->|"output"| n4
    n4 -->|"name"| n2
    n4 -->|"labels, several"| n2
    n4 -->|"both"| n3

"#]]
    );
}

#[test]
fn an_inverted_tree_ends_at_the_operations() {
    let tree = inspect::inverted(&golden("several_operations"), "Both", None).unwrap();
    assert_data_eq!(
        inspect::text(&tree),
        str![[r"
Both (structure)
├── both: DescribeThingsOutput (structure)
│   └── output: DescribeThings (operation)
├── both: Received (structure)
│   ├── received: CreateThingOutput (structure)
│   │   └── output: CreateThing (operation)
│   ├── received: DescribeThingsOutput (structure) (*)
│   ├── received: Failure (error)
│   │   ├── error: CreateThing (operation)
│   │   └── error: DescribeThings (operation)
│   └── output: SendShared (operation)
├── both: Sent (structure)
│   └── sent: CreateThingInput (structure)
│       └── input: CreateThing (operation)
└── both: Shared (structure)
    ├── input: EchoShared (operation)
    ├── output: EchoShared (operation)
    └── input: SendShared (operation)

"]]
    );
}

#[test]
fn cycles_end() {
    let model = golden("recursive");
    for (name, _) in model.operations() {
        let tree = inspect::tree(&model, name, None).unwrap();
        assert!(tree.iter().any(|branch| branch.is_repeated), "{name}");
    }
    for shape in model.shapes.keys() {
        inspect::inverted(&model, shape.as_str(), None).unwrap();
    }
}

/// Neither the stack nor the output grows with a model that nests without end.
#[test]
fn a_deep_model_is_cut() {
    const DEPTH: usize = 30_000;
    let mut text = r#"{ "smithy": "2.0", "shapes": {
        "a.b#S": { "type": "service", "version": "1", "operations": [{ "target": "a.b#Get" }] },
        "a.b#Get": { "type": "operation", "input": { "target": "a.b#N0" }, "output": { "target": "smithy.api#Unit" } }"#
        .to_owned();
    for level in 0..DEPTH {
        let next =
            if level + 1 < DEPTH { format!("a.b#N{}", level + 1) } else { "smithy.api#String".to_owned() };
        text.push_str(&format!(
            r#", "a.b#N{level}": {{ "type": "structure", "members": {{ "next": {{ "target": "{next}" }} }} }}"#
        ));
    }
    text.push_str("} }");
    let model = read::text("deep.json", &text).unwrap();
    pass::validate(&model).unwrap();
    let tree = inspect::tree(&model, "Get", None).unwrap();
    assert_eq!(tree.len(), inspect::MAX_DEPTH + 1);
    assert!(
        inspect::inverted(&model, &format!("N{}", DEPTH - 1), None).unwrap().len() <= inspect::MAX_DEPTH + 1
    );
    assert_eq!(inspect::operations(&model, &Selection::All)[0].shapes, DEPTH + 1);
}

#[test]
fn the_table_names_what_an_operation_has() {
    let rows =
        inspect::operations(&golden("several_operations"), &Selection::Named(vec!["EchoShared".to_owned()]));
    let selected: Vec<_> = rows.iter().filter(|row| row.is_selected).map(|row| row.name.as_str()).collect();
    assert_eq!(selected, ["EchoShared"]);
    assert!(rows.iter().all(|row| row.shapes > 1 && row.waiters.is_empty()));
    let rows = inspect::operations(&golden("waiters"), &Selection::All);
    let waiting: Vec<_> = rows.iter().map(|row| (row.name.as_str(), row.waiters.join(" "))).collect();
    assert_eq!(waiting[1], ("DescribeTable", "TableExists TableNotExists".to_owned()));
    let documented = &inspect::operations(&golden("documentation"), &Selection::All)[0];
    assert_eq!((documented.name.as_str(), documented.summary.as_str()), ("PutDocumented", "Puts a thing."));
}
