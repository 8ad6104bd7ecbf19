//! Paths as they are shown and compared.

use std::path::{Component, MAIN_SEPARATOR_STR, Path, PathBuf};

/// Returns the path relative to the current folder, if it is below it.
pub(crate) fn relative(path: &Path) -> PathBuf {
    let here = std::env::current_dir().unwrap_or_default();
    path.strip_prefix(&here).unwrap_or(path).to_owned()
}

/// Resolves `.` and `..` of an absolute path without following links.
pub(crate) fn normal(path: &Path) -> PathBuf {
    path.components().fold(PathBuf::new(), |mut path, part| {
        match part {
            Component::CurDir => {}
            Component::ParentDir => drop(path.pop()),
            part => path.push(part),
        }
        path
    })
}

/// Returns the relative path that leads from one folder to another.
pub(crate) fn from_to(from: &Path, to: &Path) -> PathBuf {
    let common = from.components().zip(to.components()).take_while(|(from, to)| from == to).count();
    let up = from.components().skip(common).map(|_| Component::ParentDir);
    up.chain(to.components().skip(common)).collect()
}

/// Returns the path that leads from a folder to another path, or the absolute path if that is shorter.
pub(crate) fn shorter(from: &Path, to: &Path) -> PathBuf {
    let [from, to] = [from, to].map(|path| normal(&std::path::absolute(path).unwrap_or(path.to_owned())));
    let relative = from_to(&from, &to);
    if relative.components().count() < to.components().count() { relative } else { to }
}

/// Returns a path of the project relative to the current folder, even if it is not below it.
pub(crate) fn shown(path: &Path) -> PathBuf {
    shorter(Path::new("."), path)
}

/// Returns the path with `/` between its parts, as it is in manifests on every system.
pub(crate) fn slashes(path: &Path) -> String {
    path.to_string_lossy().replace(MAIN_SEPARATOR_STR, "/")
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::{from_to, normal, slashes};

    #[test]
    fn a_path_between_two_folders_is_relative() {
        let between = |from, to| slashes(&from_to(&normal(Path::new(from)), &normal(Path::new(to))));
        assert_eq!(between("/w/generated", "/w/codegen/runtime"), "../codegen/runtime");
        assert_eq!(between("/w/target/./lags", "/w/codegen/../runtime"), "../../runtime");
        assert_eq!(between("/w", "/w/runtime"), "runtime");
    }
}
