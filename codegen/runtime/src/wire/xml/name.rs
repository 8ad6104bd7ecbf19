//! Names in tags.

/// Position of a name in its tag, which begins after `<`.
#[derive(Clone, Copy)]
pub(super) struct Name {
    /// Start of the local name, after the prefix.
    pub(super) local: usize,
    pub(super) length: usize,
}

impl Name {
    pub(super) fn of(tag: &[u8]) -> Self {
        let mut local = 0;
        for (index, &byte) in tag.iter().enumerate() {
            match KINDS[usize::from(byte)] {
                Kind::Name => {}
                Kind::Colon => local = index + 1,
                Kind::Other => return Self { local, length: index },
            }
        }
        Self { local, length: tag.len() }
    }

    /// Returns whether `name`, which `quick_xml` has not validated, is this name.
    pub(super) fn is_all_of(self, name: &str) -> bool {
        self.length > 0 && self.length == name.len()
    }
}

/// Use of a byte in a tag.
#[derive(Clone, Copy)]
enum Kind {
    /// Part of a name. Of letters beyond ASCII, all are taken for valid.
    Name,
    /// End of a prefix.
    Colon,
    /// End of a name.
    Other,
}

/// Kinds of all bytes, in a table because names are a large part of most documents.
static KINDS: [Kind; 256] = {
    let mut kinds = [Kind::Other; 256];
    let mut byte = u8::MAX;
    while byte > 0 {
        kinds[byte as usize] = kind(byte);
        byte -= 1;
    }
    kinds
};

const fn kind(byte: u8) -> Kind {
    match byte {
        b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'_' | b'-' | b'.' | 0x80.. => Kind::Name,
        b':' => Kind::Colon,
        _ => Kind::Other,
    }
}
