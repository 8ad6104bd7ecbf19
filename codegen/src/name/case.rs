//! Word boundaries in names, by the rules of the official SDK.

use heck::{ToSnakeCase as _, ToUpperCamelCase as _};

/// Words with mixed case that are not split.
const WHOLE_WORDS: [&str; 7] = ["ipv4", "ipv6", "sigv4", "mib", "gib", "kib", "ttl"];

/// `snake_case`.
#[must_use]
pub fn snake(name: &str) -> String {
    words(name).join("_").to_snake_case()
}

/// `UpperCamelCase`.
#[must_use]
pub fn pascal(name: &str) -> String {
    words(name).iter().map(|word| word.to_upper_camel_case()).collect()
}

/// The words of a name in lower case.
fn words(name: &str) -> Vec<String> {
    let letters: Vec<char> = name.chars().collect();
    let lower_only = !letters.iter().any(char::is_ascii_uppercase);
    let mut words = Vec::new();
    let mut word = String::new();
    for (index, &letter) in letters.iter().enumerate() {
        if !letter.is_ascii_alphanumeric() {
            flush(&mut word, &mut words);
            continue;
        }
        let ahead =
            Ahead { letter, next: letters.get(index + 1).copied(), after: letters.get(index + 2).copied() };
        let inside = inside_whole_word(&word, &letters[index..]);
        let complete = WHOLE_WORDS.contains(&word.to_ascii_lowercase().as_str());
        let boundary = ends_acronym(&word, ahead)
            || lower_then_upper(&word, letter)
            || (lower_only && digit_then_lower(&word, letter))
            || complete;
        if boundary && !inside {
            flush(&mut word, &mut words);
        }
        word.push(letter);
    }
    flush(&mut word, &mut words);
    words
}

#[derive(Clone, Copy)]
struct Ahead {
    letter: char,
    next: Option<char>,
    after: Option<char>,
}

fn flush(word: &mut String, words: &mut Vec<String>) {
    if !word.is_empty() {
        words.push(std::mem::take(word).to_ascii_lowercase());
    }
}

/// `IPv|4`: the word and the next characters start with a whole word that is not complete yet.
fn inside_whole_word(word: &str, rest: &[char]) -> bool {
    let lower = word.to_ascii_lowercase();
    if WHOLE_WORDS.contains(&lower.as_str()) {
        return false;
    }
    let text: String = lower.chars().chain(rest.iter().map(char::to_ascii_lowercase)).take(6).collect();
    WHOLE_WORDS.iter().any(|whole| text.starts_with(whole))
}

/// `abc|Def`, `ab2|Def`
fn lower_then_upper(word: &str, letter: char) -> bool {
    let follows = word.ends_with(|last: char| last.is_ascii_lowercase() || last.is_ascii_digit());
    follows && letter.is_ascii_uppercase()
}

/// `s3|key`, in names without capitals
fn digit_then_lower(word: &str, letter: char) -> bool {
    word.ends_with(|last: char| last.is_ascii_digit()) && letter.is_ascii_lowercase()
}

/// `DB|Proxy`, but neither `ACL|s` nor `ACLs|Are`
fn ends_acronym(word: &str, ahead: Ahead) -> bool {
    let Ahead { letter, next, after } = ahead;
    if !word.ends_with(|last: char| last.is_ascii_uppercase()) || !letter.is_ascii_uppercase() {
        return false;
    }
    match next {
        Some('s') => after.is_some_and(|after| after.is_ascii_lowercase()),
        Some(next) => next.is_ascii_lowercase(),
        None => false,
    }
}

#[cfg(test)]
mod tests {
    use super::{pascal, snake};

    #[test]
    fn members_are_split_where_the_official_sdk_splits_them() {
        let cases = [
            ("awsDeviceV2", "aws_device_v2"),
            ("secretARN", "secret_arn"),
            ("macSecCapable", "mac_sec_capable"),
            ("prefixPoolSizeIPv4", "prefix_pool_size_ipv4"),
            ("IPv6Address", "ipv6_address"),
            ("DBProxy", "db_proxy"),
            ("NetworkACLs", "network_acls"),
            ("s3key", "s3_key"),
            ("S3Bucket", "s3_bucket"),
            ("requestMACSec", "request_mac_sec"),
            ("bgpPeerId", "bgp_peer_id"),
            ("application/pdf", "application_pdf"),
        ];
        for (name, expected) in cases {
            assert_eq!(snake(name), expected, "{name}");
        }
    }

    #[test]
    fn items_are_split_where_the_official_sdk_splits_them() {
        let cases = [
            ("BGPPeer", "BgpPeer"),
            ("MacSecKey", "MacSecKey"),
            ("CreateBGPPeer", "CreateBgpPeer"),
            ("GET_ITEM", "GetItem"),
            ("no_encrypt", "NoEncrypt"),
            ("Encryption Up", "EncryptionUp"),
        ];
        for (name, expected) in cases {
            assert_eq!(pascal(name), expected, "{name}");
        }
    }
}
