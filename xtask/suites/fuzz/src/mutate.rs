//! Mutations: of JSON values, or of bytes.

use serde_json::{Map, Value, json};

use crate::random::Random;

/// Mutates the parts of an input a few times; JSON mostly by its structure.
pub(crate) fn mutate(parts: &mut [Vec<u8>], random: &mut Random) {
    for _ in 0..=random.below(4) {
        let at = random.below(parts.len());
        let Some(part) = parts.get_mut(at) else { return };
        let document = if random.once_in(8) { None } else { serde_json::from_slice::<Value>(part).ok() };
        match document {
            Some(mut document) => {
                // A limit of growth, because one large input takes the time of many small ones.
                let max_size = 2 * size(&document) + 200;
                for _ in 0..=random.below(6) {
                    structure(&mut document, random);
                    if size(&document) > max_size {
                        break;
                    }
                }
                *part = document.to_string().into_bytes();
            }
            None => bytes(part, random),
        }
    }
}

/// Applies one change to a document.
fn structure(document: &mut Value, random: &mut Random) {
    let donor = pick(document, random).clone();
    let target = pick_mut(document, random);
    match random.below(12) {
        0..=2 => *target = donor,
        3..=4 => *target = unusual_value(random),
        5 => nest(target, random),
        6 => drop_one(target, random),
        7 => swap(target, random),
        8..=9 => rename(target, random),
        10 => add(target, donor, random),
        _ => tweak(target, random),
    }
}

/// Number of values in a document, including itself.
fn size(value: &Value) -> usize {
    1 + match value {
        Value::Array(list) => list.iter().map(size).sum(),
        Value::Object(object) => object.values().map(size).sum(),
        _ => 0,
    }
}

/// Picks a value of the document. All values have the same probability.
fn pick<'a>(document: &'a Value, random: &mut Random) -> &'a Value {
    let mut skip = random.below(size(document));
    let mut value = document;
    while skip > 0 {
        skip -= 1;
        let children: Vec<&Value> = match value {
            Value::Array(list) => list.iter().collect(),
            Value::Object(object) => object.values().collect(),
            _ => return value,
        };
        for child in children {
            value = child;
            let size = size(child);
            if skip < size {
                break;
            }
            skip -= size;
        }
    }
    value
}

fn pick_mut<'a>(document: &'a mut Value, random: &mut Random) -> &'a mut Value {
    let skip = random.below(size(document));
    nth(document, skip)
}

fn nth(value: &mut Value, skip: usize) -> &mut Value {
    if skip == 0 || !(value.is_array() || value.is_object()) {
        return value;
    }
    let mut skip = skip - 1;
    let mut at = 0;
    for child in children(value) {
        let size = size(child);
        if skip < size {
            break;
        }
        skip -= size;
        at += 1;
    }
    match children(value).into_iter().nth(at) {
        Some(child) => nth(child, skip),
        None => unreachable!("`skip` is less than the number of values"),
    }
}

fn children(value: &mut Value) -> Vec<&mut Value> {
    match value {
        Value::Array(list) => list.iter_mut().collect(),
        Value::Object(object) => object.values_mut().collect(),
        _ => Vec::new(),
    }
}

fn nest(target: &mut Value, random: &mut Random) {
    let depth = *random.pick(&[1, 1, 2, 3, 10, 33, 100, 126, 127, 128]);
    let key = *random.pick(&STRINGS);
    for _ in 0..depth {
        let inner = target.take();
        *target = if random.once_in(2) { json!([inner]) } else { json!({ key: inner }) };
    }
}

fn drop_one(target: &mut Value, random: &mut Random) {
    match target {
        Value::Array(list) if !list.is_empty() => drop(list.remove(random.below(list.len()))),
        Value::Object(object) if !object.is_empty() => {
            let at = random.below(object.len());
            let key = object.keys().nth(at).cloned().unwrap_or_default();
            object.shift_remove(&key);
        }
        simple => *simple = Value::Null,
    }
}

/// Swaps two children.
fn swap(target: &mut Value, random: &mut Random) {
    let mut children = children(target);
    let (one, other) = (random.below(children.len()), random.below(children.len()));
    if one != other {
        let moved = children[one].take();
        let back = std::mem::replace(children[other], moved);
        *children[one] = back;
    }
}

fn rename(target: &mut Value, random: &mut Random) {
    let Value::Object(object) = target else { return tweak(target, random) };
    let at = random.below(object.len());
    let name = if random.once_in(3) {
        object.keys().nth(random.below(object.len())).map_or_else(String::new, |key| key.to_uppercase())
    } else {
        unusual_string(random)
    };
    let entries = std::mem::take(object).into_iter().enumerate();
    *object =
        entries.map(|(index, (key, value))| (if index == at { name.clone() } else { key }, value)).collect();
}

fn add(target: &mut Value, donor: Value, random: &mut Random) {
    match target {
        Value::Array(list) => {
            let times = if size(&donor) < 20 { *random.pick(&[1, 1, 1, 2, 50]) } else { 1 };
            list.extend(std::iter::repeat_n(donor, times));
        }
        Value::Object(object) => drop(object.insert(unusual_string(random), donor)),
        simple => *simple = json!([simple.take(), donor]),
    }
}

/// Changes a value slightly.
fn tweak(target: &mut Value, random: &mut Random) {
    *target = match target.take() {
        Value::String(text) => {
            let cut = text.floor_char_boundary(random.below(text.len() + 1));
            let (head, tail) = text.split_at(cut);
            match random.below(4) {
                0 => json!(head),
                1 => json!(tail),
                2 => json!(format!("{head}{}{tail}", unusual_string(random))),
                _ if text.len() < 10_000 => json!(text.repeat(*random.pick(&[2, 3, 30]))),
                _ => Value::Null,
            }
        }
        Value::Bool(flag) => json!(!flag),
        Value::Number(_) => json!(random.number()),
        Value::Null => json!({}),
        other => json!([other]),
    }
}

/// Returns a value that a reader may reject or mishandle.
fn unusual_value(random: &mut Random) -> Value {
    match random.below(12) {
        0 => Value::Null,
        1 => json!(random.once_in(2)),
        2 => json!(u64::MAX),
        3 => json!(i64::MIN),
        4 => json!(1e308),
        5 => json!(-0.5),
        6 => json!([]),
        7 => Value::Object(Map::new()),
        8 => json!(random.below(3)),
        _ => json!(unusual_string(random)),
    }
}

/// Names and strings that a generator may mishandle.
const STRINGS: [&str; 92] = [
    "",
    " ",
    "_",
    "__",
    "_1",
    "1",
    "a",
    "A",
    "self",
    "Self",
    "super",
    "crate",
    "yield",
    "type",
    "fn",
    "async",
    "try",
    "gen",
    "union",
    "macro_rules",
    "raw",
    "r#type",
    "Option",
    "String",
    "Vec",
    "Box",
    "Result",
    "Ok",
    "Err",
    "Some",
    "None",
    "Default",
    "Clone",
    "Debug",
    "From",
    "builder",
    "build",
    "unknown",
    "Unknown",
    "send",
    "client",
    "Client",
    "Config",
    "Error",
    "error",
    "message",
    "meta",
    "code",
    "endpoint",
    "Params",
    "region",
    "\u{0}",
    "\n",
    "\r\n",
    "\t",
    "\\",
    "\"",
    "'",
    "`",
    "```",
    "/",
    "//",
    "/*",
    "*/",
    "///",
    "#",
    "##",
    "#![x]",
    "{",
    "}",
    "{}",
    "{{",
    "{a",
    "{Region}",
    "{Region#name}",
    "%s",
    "..",
    "../../x",
    "C:\\x",
    "a.b.c",
    "a#b",
    "a#b$c",
    "smithy.api#Unit",
    "smithy.api#String",
    "smithy.api#enumValue",
    "com.example#Thing",
    "\u{202e}",
    "\u{feff}",
    "é",
    "日本",
    "😀",
    "\u{1f1e6}\u{301}\u{200d}",
];

fn unusual_string(random: &mut Random) -> String {
    let string = *random.pick(&STRINGS);
    match random.below(12) {
        0 => string.repeat(*random.pick(&[2, 3, 20, 1000])),
        1 => format!("{string}{}", random.pick(&STRINGS)),
        2 => format!("<p>{string}<b>`{}", random.pick(&STRINGS)),
        3 => format!("com.example#{string}"),
        _ => string.to_owned(),
    }
}

/// Applies one change to bytes.
fn bytes(input: &mut Vec<u8>, random: &mut Random) {
    let at = random.below(input.len() + 1);
    let max_length = *random.pick(&[2, 9, 100, 10_000]);
    let end = (at + random.below(max_length)).min(input.len());
    let low_byte = |random: &mut Random| u8::try_from(random.below(256)).unwrap_or_default();
    match random.below(8) {
        0 => input.truncate(at),
        1 => drop(input.drain(at..end)),
        2 => {
            let copy = input[at..end].to_vec();
            let to = random.below(input.len() + 1);
            drop(input.splice(to..to, copy));
        }
        3 => {
            let open = *random.pick(&[
                &b"["[..],
                b"{\"a\":",
                b"<b>",
                b"\"",
                b"\\u0000",
                b"9",
                b"- ",
                b"<Key/>",
                b"<Inner>",
                b"<!--",
                b"<![CDATA[",
                b"&amp;",
            ]);
            let times = *random.pick(&[1, 100, 130, 20_000]);
            drop(input.splice(at..at, open.repeat(times)));
        }
        4 => drop(input.splice(at..at, unusual_string(random).into_bytes())),
        5 => input.insert(at, low_byte(random)),
        _ => {
            let random_byte = low_byte(random);
            if let Some(byte) = input.get_mut(at) {
                *byte = if random.once_in(2) { random_byte } else { *byte ^ (1 << random.below(8)) };
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::{mutate, pick, size};
    use crate::random::Random;

    #[test]
    fn pick_returns_every_value() {
        let document = json!({ "a": [1, { "b": 2 }], "c": [] });
        let mut random = Random::new(1);
        let picked: std::collections::BTreeSet<_> =
            (0..500).map(|_| pick(&document, &mut random).to_string()).collect();
        assert_eq!(picked.len(), size(&document));
    }

    #[test]
    fn mutations_depend_on_the_seed_only() {
        let mutated = |seed| {
            let mut parts = vec![br#"{"a":[1,2,{"b":"c"}]}"#.to_vec(), b"text".to_vec()];
            mutate(&mut parts, &mut Random::new(seed));
            parts
        };
        assert_eq!(mutated(7), mutated(7));
        let distinct: std::collections::BTreeSet<_> = (0..100).map(mutated).collect();
        assert!(distinct.len() > 90, "{}", distinct.len());
    }
}
