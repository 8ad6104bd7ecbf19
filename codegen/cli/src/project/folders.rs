//! Folders of crates, which must not overlap with each other or with files of the user.

use std::path::Path;

use tinsmith::diagnostic::Position;
use tinsmith::setting::Setting;
use tinsmith::{Diagnostic, Diagnostics};

use super::manifest::Manifest;
use super::table::CrateTable;
use crate::path::normal;

/// Checks names and folders of the crates of a project.
pub(super) fn check(crates: &[CrateTable], manifest: &Manifest) -> Diagnostics {
    let root = manifest.path.parent().unwrap_or(Path::new(""));
    let models: Vec<&str> = crates.iter().filter_map(|table| table.model.as_deref()).collect();
    let mut diagnostics = Diagnostics::default();
    // All crates have the same.
    if let Some((runtime, table)) = crates.first().and_then(|table| Some((table.runtime.as_ref()?, table))) {
        let position = table.positions.of(Setting::Runtime, runtime);
        let checked = check_runtime(runtime, root, &models);
        diagnostics.report(checked.map_err(|error| error.or_at(position)));
    }
    for (index, table) in crates.iter().enumerate() {
        let position = table.positions.of(Setting::Output, &table.output);
        let checked = check_output(&table.output, root, root, &models);
        diagnostics.report(checked.map_err(|error| error.or_at(position)));
        if let Some(runtime) = &table.runtime {
            let folders = [&*table.output, runtime];
            diagnostics.report(check_apart(folders, root, "a crate and the runtime", position));
        }
        for other in &crates[..index] {
            let folders = [&*table.output, &other.output];
            let checked = check_apart(folders, root, "two crates", position);
            diagnostics.report(checked.and_then(|()| check_names(table, other, position)));
        }
    }
    diagnostics
}

/// Checks that a folder can be replaced by a generated crate of a project. Paths are relative to the folder `base`.
pub(crate) fn check_output(
    output: &str,
    base: &Path,
    root: &Path,
    models: &[&str],
) -> Result<(), Diagnostic> {
    match use_of(output, base, root, models) {
        Some(cause) => {
            Err(Diagnostic::error(format!("the output folder `{output}` {cause}")).with_help(HELP))
        }
        None => Ok(()),
    }
}

/// Checks that a folder can be replaced by the generated runtime of a project.
fn check_runtime(runtime: &str, root: &Path, models: &[&str]) -> Result<(), Diagnostic> {
    match use_of(runtime, root, root, models) {
        Some(cause) => Err(Diagnostic::error(format!("the folder of the runtime, `{runtime}`, {cause}"))
            .with_help(
                "choose a folder of its own with `runtime` in the settings, such as `clients/runtime`",
            )),
        None => Ok(()),
    }
}

/// Returns the reason why a folder cannot be replaced, as the rest of a sentence.
fn use_of(folder: &str, base: &Path, root: &Path, models: &[&str]) -> Option<String> {
    let folder = normal(&base.join(folder));
    let model = models.iter().find(|model| normal(&base.join(model)).starts_with(&folder));
    if root.starts_with(&folder) {
        Some("is the folder of the project, or contains it".to_owned())
    } else if let Some(model) = model {
        Some(format!("contains the model `{model}`"))
    } else if folder.ends_with("src") && folder.with_file_name("Cargo.toml").exists() {
        Some("has the sources of a package".to_owned())
    } else {
        None
    }
}

const HELP: &str =
    "choose a folder of its own with `output` in the settings, or `--out`, such as `generated`";

/// Checks that two folders are apart from each other.
fn check_apart(
    folders: [&str; 2],
    root: &Path,
    holders: &str,
    position: Option<&Position>,
) -> Result<(), Diagnostic> {
    let [one, other] = folders.map(|folder| normal(&root.join(folder)));
    if !one.starts_with(&other) && !other.starts_with(&one) {
        return Ok(());
    }
    let [one, other] = folders;
    let message = format!("{holders} have folders that overlap: `{one}` and `{other}`");
    Err(Diagnostic::error(message).or_at(position).with_help("give each a folder of its own"))
}

fn check_names(one: &CrateTable, other: &CrateTable, position: Option<&Position>) -> Result<(), Diagnostic> {
    let name = one.name();
    if name != other.name() {
        return Ok(());
    }
    let position = one.positions.of(Setting::CrateName, name).or(position);
    Err(Diagnostic::error(format!("two crates have the name `{name}`, by which commands select them"))
        .or_at(position)
        .with_help("give one of them a `crate-name`, or another folder"))
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::super::{Manifest, crates};

    fn message(text: &str) -> String {
        let manifest = Manifest::parse(Path::new("Cargo.toml"), text.to_owned()).expect("the text is TOML");
        let (path, table) = manifest.settings().expect("the text has settings");
        crates(&manifest, path, table).expect_err("the settings are invalid").render(false)
    }

    #[test]
    fn crates_have_distinct_names_and_folders() {
        let table = |output: &str| format!("[[workspace.metadata.tinsmith.crate]]\noutput = '{output}'\n");
        for (one, other) in [("a", "a"), ("a", "./a/"), ("a", "b/../a"), ("a/b", "a")] {
            let text = message(&format!("{}{}", table(one), table(other)));
            assert!(text.contains("two crates have folders that overlap"), "{one} {other}: {text}");
        }
        let text = message(&format!("{}{}", table("v1/client"), table("v2/client")));
        assert!(text.contains("two crates have the name `client`"), "{text}");
        let text = message(&format!("[workspace.metadata.tinsmith]\nruntime = 'a'\n{}", table("a")));
        assert!(text.contains("a crate and the runtime have folders that overlap"), "{text}");
    }
}
