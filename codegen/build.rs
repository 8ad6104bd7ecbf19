//! Embeds the runtime crate and the template files of generated crates, so that the generator is one self-contained
//! library.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::{env, fs, io};

fn main() -> io::Result<()> {
    let root = PathBuf::from(env::var_os("CARGO_MANIFEST_DIR").unwrap_or_default());
    let mut text = String::new();
    table(&mut text, "RUNTIME_FILES", &root.join("embedded/runtime"))?;
    table(&mut text, "TEMPLATE_FILES", &root.join("template/src"))?;
    fs::write(PathBuf::from(env::var_os("OUT_DIR").unwrap_or_default()).join("embedded_files.rs"), text)
}

/// Writes a constant with the text of each Rust file in `folder`, and its path in a crate whose `src` the folder is.
fn table(text: &mut String, name: &str, folder: &Path) -> io::Result<()> {
    println!("cargo::rerun-if-changed={}", folder.display());
    let mut files = Vec::new();
    collect(folder, &mut files)?;
    files.sort();
    let _ = writeln!(text, "/// Path and text of each file.\nconst {name}: &[(&str, &str)] = &[");
    for file in &files {
        let path = file.strip_prefix(folder).unwrap_or(file).to_string_lossy().replace('\\', "/");
        let path = format!("src/{path}");
        let _ = writeln!(text, "    ({path:?}, include_str!({:?})),", file.display().to_string());
    }
    text.push_str("];\n");
    Ok(())
}

fn collect(folder: &Path, files: &mut Vec<PathBuf>) -> io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            collect(&path, files)?;
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            files.push(path);
        }
    }
    Ok(())
}
