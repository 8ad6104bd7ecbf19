//! Selection of one service of a model.

use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::id::ShapeId;
use crate::model::{Closure, Model, Shape, ShapeKind};

/// Returns the model of one service, without the shapes that only other services use. The service is named by its shape, with or
/// without the namespace, or by its service id, of which botocore's folders have only the letters and digits in lower case.
pub fn only_service(model: Model, name: &str) -> Result<Model, Diagnostics> {
    let is_service = |shape: &&Shape| matches!(shape.kind, ShapeKind::Service(_));
    let services: Vec<&Shape> = model.shapes.values().filter(is_service).collect();
    let is_named = |shape: &&&Shape| {
        [shape.id.as_str(), shape.id.name(), shape.sdk_id(), &folder_name(shape.sdk_id())].contains(&name)
    };
    let named: Vec<&Shape> = services.iter().filter(is_named).copied().collect();
    let [service] = named[..] else { return Err(not_found(&services, &named, name).into()) };
    let others = services.iter().map(|shape| &shape.id).filter(|id| **id != service.id);
    let (own, of_others) = (Closure::of(&model, [&service.id]), Closure::of(&model, others));
    let is_kept = |id: &ShapeId| own.contains(id) || !of_others.contains(id);
    let Model { shapes, warnings } = model;
    Ok(Model { shapes: shapes.into_iter().filter(|(id, _)| is_kept(id)).collect(), warnings })
}

/// Returns the name that the folder of a service with this id has in botocore, with some exceptions.
fn folder_name(id: &str) -> String {
    id.chars().filter(char::is_ascii_alphanumeric).map(|char| char.to_ascii_lowercase()).collect()
}

/// Returns the diagnostic for a name that no service has, or more than one.
fn not_found(services: &[&Shape], named: &[&Shape], name: &str) -> Diagnostic {
    let ids = |shapes: &[&Shape]| {
        let ids: Vec<_> = shapes.iter().map(|shape| format!("`{}`", shape.id)).collect();
        ids.join(", ")
    };
    if !named.is_empty() {
        return Diagnostic::error(format!("the model has several services `{name}`"))
            .with_help(format!("use the id of one: {}", ids(named)));
    }
    let missing = Diagnostic::error(format!("the model has no service `{name}`"));
    let Some(first) = services.first() else { return missing.with_help("use a model that has a service") };
    let known = services.iter().flat_map(|shape| [shape.id.name(), shape.sdk_id()]);
    let otherwise = format!("its services are {}", ids(services));
    let missing = if services.len() == 1 { missing.at(&first.location) } else { missing };
    missing.suggest(name, known, &otherwise)
}

#[cfg(test)]
mod tests {
    use super::only_service;
    use crate::model::Model;
    use crate::read;

    const TWO: &str = r#"{ "smithy": "2.0", "shapes": {
        "a#One": { "type": "service", "operations": [{ "target": "a#Get" }] },
        "b#Two": { "type": "service", "operations": [{ "target": "a#Put" }],
            "traits": { "aws.api#service": { "sdkId": "Second Service" } } },
        "b#One": { "type": "service" },
        "a#Get": { "type": "operation", "input": { "target": "a#Shared" } },
        "a#Put": { "type": "operation", "input": { "target": "a#Shared" }, "output": { "target": "a#Done" } },
        "a#Shared": { "type": "structure" },
        "a#Done": { "type": "structure" },
        "a#Unused": { "type": "string" }
    } }"#;

    fn two() -> Model {
        read::text("two.json", TWO).expect("the model is valid")
    }

    #[test]
    fn shapes_of_other_services_are_removed() {
        for name in ["b#Two", "Two", "Second Service", "secondservice"] {
            let model = only_service(two(), name).expect("there is such a service");
            let names: Vec<_> = model.shapes.keys().map(ToString::to_string).collect();
            assert_eq!(names, ["a#Done", "a#Put", "a#Shared", "a#Unused", "b#Two"]);
        }
    }

    #[test]
    fn a_name_must_be_that_of_one_service() {
        let refused = |name| only_service(two(), name).expect_err("the name is wrong").render(false);
        assert!(refused("Twoo").contains("did you mean `Two`?"), "{}", refused("Twoo"));
        assert!(refused("Xyz").contains("its services are `a#One`, `b#One`, `b#Two`"), "{}", refused("Xyz"));
        assert!(refused("One").contains("use the id of one: `a#One`, `b#One`"), "{}", refused("One"));
    }
}
