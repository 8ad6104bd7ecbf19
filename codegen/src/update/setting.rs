//! Editing of one setting in a Cargo.toml. A parser that keeps comments and layout would be the heaviest dependency of the
//! generator, for one line.

use std::fmt;

/// The error for a Cargo.toml without the table of a setting.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SettingError {
    table: String,
    key: String,
}

impl fmt::Display for SettingError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Cargo.toml has no line `[{}]`: set its `{}` by hand", self.table, self.key)
    }
}

impl std::error::Error for SettingError {}

/// Sets `key` of `table` in the text of a Cargo.toml to the string `value`. Nothing else changes; a comment after the old value
/// is kept.
///
/// `value` is quoted without escapes, so it must not contain quotes.
pub fn with_setting(toml: &str, table: &str, key: &str, value: &str) -> Result<String, SettingError> {
    let mut lines: Vec<String> = toml.split_inclusive('\n').map(str::to_owned).collect();
    // An element of a multi-line list may start with a bracket too.
    let is_header = |line: &String| line.starts_with('[') && without_comment(line).ends_with(']');
    let header = format!("[{table}]");
    let start = lines.iter().position(|line| without_comment(line) == header);
    let start = start.ok_or_else(|| SettingError { table: table.to_owned(), key: key.to_owned() })? + 1;
    let end = lines[start..].iter().position(is_header).map_or(lines.len(), |length| start + length);
    let line_end = if toml.contains("\r\n") { "\r\n" } else { "\n" };
    let setting = format!("{key} = \"{value}\"{line_end}");
    match (start..end).find(|index| sets(&lines[*index], key)) {
        Some(index) => {
            let comment = comment(&lines[index]);
            lines[index] = format!("{key} = \"{value}\"{comment}{line_end}");
        }
        None => {
            let blank = (start..end).rev().take_while(|index| lines[*index].trim().is_empty()).count();
            if let Some(last) = lines.get_mut(end - blank - 1).filter(|last| !last.ends_with('\n')) {
                last.push_str(line_end);
            }
            lines.insert(end - blank, setting);
        }
    }
    Ok(lines.concat())
}

fn without_comment(line: &str) -> &str {
    line.split('#').next().unwrap_or(line).trim()
}

fn sets(line: &str, key: &str) -> bool {
    let line = line.trim_start();
    let spellings = [key.to_owned(), format!("\"{key}\""), format!("'{key}'")];
    let mut after = spellings.iter().filter_map(|spelling| line.strip_prefix(spelling.as_str()));
    after.any(|rest| rest.trim_start().starts_with('='))
}

/// The comment at the end of a line, with the space before it. The value is a version, which cannot contain `#`.
fn comment(line: &str) -> &str {
    let line = line.trim_end();
    line.find('#').map_or("", |at| &line[line[..at].trim_end().len()..])
}

#[cfg(test)]
mod tests {
    use super::with_setting;

    const TABLE: &str = "workspace.metadata.tinsmith";

    #[test]
    fn a_setting_is_replaced_or_added_at_the_end_of_its_table() {
        let toml = "[a]\ncrate-version = \"9\"\n\n[workspace.metadata.tinsmith] # ours\nmodel = \"m\"\n\n[b]\nx = 1\n";
        let added = with_setting(toml, TABLE, "crate-version", "0.2.0").unwrap();
        assert_eq!(added, toml.replace("\"m\"\n", "\"m\"\ncrate-version = \"0.2.0\"\n"));
        let replaced = with_setting(&added, TABLE, "crate-version", "0.3.0").unwrap();
        assert_eq!(replaced, added.replace("0.2.0", "0.3.0"));
    }

    #[test]
    fn comments_and_lists_are_kept_and_quoted_keys_are_found() {
        let toml = "[workspace.metadata.tinsmith]\noperations = [\n    [],\n]\n\"crate-version\" = \"0.1.0\"  # by CI\n";
        let edited = with_setting(toml, TABLE, "crate-version", "0.2.0").unwrap();
        assert_eq!(edited, toml.replace("\"crate-version\" = \"0.1.0\"", "crate-version = \"0.2.0\""));
    }

    #[test]
    fn line_ends_are_kept() {
        let toml = "[workspace.metadata.tinsmith]\r\nmodel = \"m\"\r\n";
        let edited = with_setting(toml, TABLE, "crate-version", "1.0.0").unwrap();
        assert_eq!(edited, format!("{toml}crate-version = \"1.0.0\"\r\n"));
        let open = with_setting("[workspace.metadata.tinsmith]\nmodel = \"m\"", TABLE, "v", "1").unwrap();
        assert_eq!(open, "[workspace.metadata.tinsmith]\nmodel = \"m\"\nv = \"1\"\n");
    }

    #[test]
    fn an_inline_table_is_an_error() {
        assert!(with_setting("[workspace]\nmetadata = {}\n", TABLE, "v", "1").is_err());
    }
}
