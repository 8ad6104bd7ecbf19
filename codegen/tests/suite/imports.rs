//! The imports between the files of a crate: `use` items and inline paths, resolved to the files that define the items.
//!
//! A module that only re-exports its children with `mod` and `pub use` does not import them, and an item that is imported through a
//! re-export is imported from the file that defines it. Tests and the bodies of `quote!` are ignored.

use std::collections::{BTreeMap, BTreeSet, VecDeque};
use std::fs;
use std::path::Path;

mod source;
#[cfg(test)]
mod tests;

use source::{Binding, Module};

/// A path of modules and items, without `crate`.
type Segments = Vec<String>;

/// The files of a crate and their imports.
pub(crate) struct Imports {
    /// The imported files, by file.
    files: BTreeMap<String, BTreeSet<String>>,
}

impl Imports {
    /// Reads the source of a crate.
    pub(crate) fn read(folder: &Path) -> Self {
        let mut texts = Vec::new();
        collect(folder, "", &mut texts);
        let texts: Vec<(&str, &str)> =
            texts.iter().map(|(path, text)| (path.as_str(), text.as_str())).collect();
        Self::of(&texts)
    }

    /// The imports of files by path and text.
    pub(crate) fn of(texts: &[(&str, &str)]) -> Self {
        let modules = source::modules(texts);
        let resolver = Resolver { modules: &modules };
        let mut files: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
        for module in modules.values() {
            let imported = files.entry(module.file.clone()).or_default();
            imported.extend(resolver.imported(module).filter(|file| *file != module.file));
        }
        Self { files }
    }

    /// The shortest circle of each file that is in one, each circle once.
    pub(crate) fn circles(&self) -> Vec<Vec<String>> {
        let circles: BTreeSet<Vec<String>> = self.files.keys().filter_map(|file| self.circle(file)).collect();
        circles.into_iter().collect()
    }

    /// The imports from one room to another, a room being a top-level module with its children.
    pub(crate) fn between(&self, room: &str, other: &str) -> Vec<(&str, &str)> {
        let is_in = |file: &str, room: &str| {
            file.strip_prefix(room).is_some_and(|rest| rest == ".rs" || rest.starts_with('/'))
        };
        let users = self.files.iter().filter(|(file, _)| is_in(file, room));
        users
            .flat_map(|(file, imported)| imported.iter().map(|used| (file.as_str(), used.as_str())))
            .filter(|(_, used)| is_in(used, other))
            .collect()
    }

    /// The shortest circle through a file, which begins with the first of its files.
    fn circle(&self, start: &str) -> Option<Vec<String>> {
        let mut open = VecDeque::from([vec![start]]);
        let mut seen = BTreeSet::new();
        while let Some(path) = open.pop_front() {
            for next in self.files.get(*path.last()?).into_iter().flatten() {
                if next == start {
                    let least = (0..path.len()).min_by_key(|index| path[*index])?;
                    let circle = path[least..].iter().chain(&path[..least]);
                    return Some(circle.map(|file| (*file).to_owned()).collect());
                }
                if seen.insert(next) {
                    open.push_back([path.as_slice(), &[next.as_str()]].concat());
                }
            }
        }
        None
    }
}

fn collect(folder: &Path, prefix: &str, texts: &mut Vec<(String, String)>) {
    let mut entries: Vec<_> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    entries.sort();
    for path in entries {
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        if path.is_dir() {
            collect(&path, &format!("{prefix}{name}/"), texts);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            texts.push((format!("{prefix}{name}"), fs::read_to_string(&path).unwrap()));
        }
    }
}

/// The end of a path.
enum Resolved {
    /// An item of a file.
    Item(String),
    /// A module.
    Module(Segments),
}

/// Resolves paths to files.
struct Resolver<'a> {
    modules: &'a BTreeMap<Segments, Module>,
}

/// The maximum number of re-exports on the way to an item.
const MAX_DEPTH: usize = 16;

impl Resolver<'_> {
    /// The files that define the items which a module uses.
    fn imported(&self, module: &Module) -> impl Iterator<Item = String> {
        let imports = module.imports().filter(|import| !import.is_public || module.mentions(&import.name));
        let imports = imports.map(|import| &import.path);
        let unbound = module.unbound_names().map(|name| vec![name.clone()]);
        let paths = imports.chain(&module.paths).cloned().chain(unbound);
        paths.filter_map(|path| match self.resolve(&module.path, &path, false, 0)? {
            Resolved::Item(file) => Some(file),
            Resolved::Module(_) => None,
        })
    }

    /// Resolves a path in a module. A name may be that of a module and of an item; `as_module` prefers the module.
    fn resolve(&self, module: &Segments, path: &[String], as_module: bool, depth: usize) -> Option<Resolved> {
        let (first, rest) = path.split_first()?;
        let is_prefix = as_module || !rest.is_empty();
        let mut current = match first.as_str() {
            "crate" => Resolved::Module(Vec::new()),
            "self" => Resolved::Module(module.clone()),
            "super" => Resolved::Module(module.split_last()?.1.to_vec()),
            name => self.lookup(module, name, is_prefix, depth)?,
        };
        for (index, name) in rest.iter().enumerate() {
            let Resolved::Module(module) = &current else { break };
            let is_prefix = as_module || index + 1 < rest.len();
            current = match name.as_str() {
                "self" => continue,
                "super" => Resolved::Module(module.split_last()?.1.to_vec()),
                // An unknown name is that of an item which a macro defines.
                name => match self.lookup(module, name, is_prefix, depth) {
                    Some(found) => found,
                    None => Resolved::Item(self.modules.get(module)?.file.clone()),
                },
            };
        }
        Some(current)
    }

    /// Looks a name up in a module.
    fn lookup(&self, path: &Segments, name: &str, as_module: bool, depth: usize) -> Option<Resolved> {
        if depth > MAX_DEPTH {
            return None;
        }
        let module = self.modules.get(path)?;
        let bindings = module.bindings.get(name).into_iter().flatten();
        let found = bindings.filter_map(|binding| match binding {
            Binding::Item => Some(Resolved::Item(module.file.clone())),
            Binding::Module => Some(Resolved::Module([path.as_slice(), &[name.to_owned()]].concat())),
            Binding::Import(import) => self.resolve(path, import, as_module, depth + 1),
        });
        let found: Vec<Resolved> = found.collect();
        let globs = module.globs.iter().filter(|_| found.is_empty()).filter_map(|glob| {
            match self.resolve(path, glob, true, depth + 1)? {
                Resolved::Module(module) => self.lookup(&module, name, as_module, depth + 1),
                Resolved::Item(_) => None,
            }
        });
        let globs: Vec<Resolved> = globs.collect();
        let mut found = found.into_iter().chain(globs);
        let first = found.next()?;
        let is_preferred = |it: &Resolved| matches!(it, Resolved::Module(_)) == as_module;
        if is_preferred(&first) { Some(first) } else { found.find(is_preferred).or(Some(first)) }
    }
}
