//! Lines of documentation, which one attribute holds.

use crate::emit::DOC_LINE;

/// Appends a line. The lines of documentation are separated by [`DOC_LINE`].
pub(super) fn push_line(line: &str, out: &mut String) {
    let Some((first, others)) = line.split_once(DOC_LINE) else { return out.push_str(line) };
    let start = first.find("//").map_or("", |start| &first[..start + "///".len()]);
    out.push_str(first);
    others.split(DOC_LINE).for_each(|line| out.extend(["\n", start, line]));
}
