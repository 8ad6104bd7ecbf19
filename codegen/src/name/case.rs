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
    let mut start = 0;
    for (index, &letter) in letters.iter().enumerate() {
        let word = &letters[start..index];
        if !letter.is_ascii_alphanumeric() {
            push(word, &mut words);
            start = index + 1;
            continue;
        }
        let is_complete = is_whole_word(word);
        let is_boundary = ends_acronym(word, &letters[index..])
            || lower_then_upper(word, letter)
            || (lower_only && digit_then_lower(word, letter))
            || is_complete;
        // `IPv|4` is inside of a whole word.
        let is_inside = || !is_complete && starts_with_whole_word(&letters[start..]);
        if is_boundary && !is_inside() {
            push(word, &mut words);
            start = index;
        }
    }
    push(&letters[start..], &mut words);
    words
}

fn push(word: &[char], words: &mut Vec<String>) {
    if !word.is_empty() {
        words.push(word.iter().map(char::to_ascii_lowercase).collect());
    }
}

fn is_whole_word(word: &[char]) -> bool {
    WHOLE_WORDS.iter().any(|whole| whole.len() == word.len() && starts_with(word, whole))
}

fn starts_with_whole_word(letters: &[char]) -> bool {
    WHOLE_WORDS.iter().any(|whole| starts_with(letters, whole))
}

fn starts_with(letters: &[char], lower: &str) -> bool {
    letters.len() >= lower.len() && lower.chars().zip(letters).all(|(a, b)| a == b.to_ascii_lowercase())
}

/// `abc|Def`, `ab2|Def`
fn lower_then_upper(word: &[char], letter: char) -> bool {
    let follows = word.last().is_some_and(|last| last.is_ascii_lowercase() || last.is_ascii_digit());
    follows && letter.is_ascii_uppercase()
}

/// `s3|key`, in names without capitals
fn digit_then_lower(word: &[char], letter: char) -> bool {
    word.last().is_some_and(char::is_ascii_digit) && letter.is_ascii_lowercase()
}

/// `DB|Proxy`, but neither `ACL|s` nor `ACLs|Are`
fn ends_acronym(word: &[char], rest: &[char]) -> bool {
    let is_upper = |letter: Option<&char>| letter.is_some_and(char::is_ascii_uppercase);
    if !is_upper(word.last()) || !is_upper(rest.first()) {
        return false;
    }
    match rest.get(1) {
        Some('s') => rest.get(2).is_some_and(char::is_ascii_lowercase),
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
