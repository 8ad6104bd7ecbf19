//! Updating a model.

use std::fs;
use std::path::Path;

use tinsmith::canonical::{self, Prose};
use tinsmith::{Config, update};

/// The model of the golden `documentation`, written with its prose or without.
fn with(prose: Prose, folder: &Path) -> Config {
    let model = tinsmith::read::model("tests/golden/documentation/model.json".as_ref()).unwrap();
    let path = folder.join("model.json");
    fs::write(&path, canonical::to_json(&model, prose)).unwrap();
    Config::new(path)
}

#[test]
fn prose_is_kept_where_the_model_before_has_its_own() {
    let folder = tempfile::tempdir().unwrap();
    let source = "tests/golden/documentation/model.json";
    let new = tinsmith::read::model(source.as_ref()).unwrap();
    let updated = |prose| update::plan(&new, source, &with(prose, folder.path())).unwrap().model;
    assert!(updated(Prose::Keep).contains("smithy.api#documentation"));
    assert!(!updated(Prose::Drop).contains("smithy.api#documentation"));
}
