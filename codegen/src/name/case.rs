//! Word boundaries in names, by the rules of the official SDK: one for `snake_case`, another for `UpperCamelCase`.

/// Words with mixed case that `snake_case` does not split.
const WHOLE_WORDS: [&str; 7] = ["ipv4", "ipv6", "sigv4", "mib", "gib", "kib", "ttl"];

/// `snake_case`. Source: `toSnakeCase` of smithy-rs.
#[must_use]
pub fn snake(name: &str) -> String {
    let lower_only = !name.bytes().any(|letter| letter.is_ascii_uppercase());
    let is_boundary = |word: &str, rest: &str| {
        let case_changes = lower_then_upper(word, rest) || (lower_only && digit_then_lower(word, rest));
        (case_changes && !is_inside_whole_word(word, rest)) || ends_acronym(word, rest)
    };
    let mut snake = words(name, is_boundary).join("_");
    snake.make_ascii_lowercase();
    snake
}

/// `UpperCamelCase`. Source: `CaseUtils` of Smithy, which splits `CMKs` into `CM` and `Ks`, and `IPv4` into `I` and `Pv4`.
#[must_use]
pub fn pascal(name: &str) -> String {
    let is_boundary = |word: &str, rest: &str| {
        lower_then_upper(word, rest) || (ends_upper(word) && starts_upper(rest) && is_lower(rest, 1))
    };
    words(name, is_boundary).into_iter().map(capitalized).collect()
}

/// Splits a name at characters that are not ASCII letters or digits, and where `is_boundary` returns true for the word so far and
/// the rest of the name.
fn words(name: &str, is_boundary: impl Fn(&str, &str) -> bool) -> Vec<&str> {
    let mut words = Vec::new();
    let mut start = 0;
    for (index, letter) in name.char_indices() {
        if !letter.is_ascii_alphanumeric() {
            words.push(&name[start..index]);
            start = index + letter.len_utf8();
        } else if is_boundary(&name[start..index], &name[index..]) {
            words.push(&name[start..index]);
            start = index;
        }
    }
    words.push(&name[start..]);
    words.retain(|word| !word.is_empty());
    words
}

fn capitalized(word: &str) -> String {
    let (first, rest) = word.split_at(1);
    first.to_ascii_uppercase() + &rest.to_ascii_lowercase()
}

/// `abc|Def`, `ab2|Def`
fn lower_then_upper(word: &str, rest: &str) -> bool {
    let follows = |last: u8| last.is_ascii_lowercase() || last.is_ascii_digit();
    word.bytes().last().is_some_and(follows) && starts_upper(rest)
}

/// `s3|key`, in names without capitals
fn digit_then_lower(word: &str, rest: &str) -> bool {
    word.bytes().last().is_some_and(|last| last.is_ascii_digit()) && is_lower(rest, 0)
}

/// `IPv|4`
fn is_inside_whole_word(word: &str, rest: &str) -> bool {
    let name = [word, rest].concat().to_ascii_lowercase();
    let is_whole = WHOLE_WORDS.iter().any(|whole| word.eq_ignore_ascii_case(whole));
    !is_whole && WHOLE_WORDS.iter().any(|whole| name.starts_with(whole))
}

/// `DB|Proxy` and `IAM|User`, but neither `ACL|s` nor `DynamoD|Bv2`
fn ends_acronym(word: &str, rest: &str) -> bool {
    let is_plural = rest[1..].starts_with('s') && !is_lower(rest, 2);
    let is_version = rest[1..].starts_with('v') && rest.as_bytes().get(2).is_some_and(u8::is_ascii_digit);
    ends_upper(word) && starts_upper(rest) && is_lower(rest, 1) && !is_plural && !is_version
}

fn ends_upper(word: &str) -> bool {
    word.ends_with(|letter: char| letter.is_ascii_uppercase())
}

fn starts_upper(rest: &str) -> bool {
    rest.starts_with(|letter: char| letter.is_ascii_uppercase())
}

fn is_lower(rest: &str, index: usize) -> bool {
    rest.as_bytes().get(index).is_some_and(u8::is_ascii_lowercase)
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
            ("MiBPerSecond", "mib_per_second"),
            // A whole word with more letters is not split any more.
            ("SigV4aKey", "sigv4akey"),
            ("DBProxy", "db_proxy"),
            ("NetworkACLs", "network_acls"),
            ("ACLsStatus", "acls_status"),
            ("VPCs", "vpcs"),
            ("DynamoDBv2", "dynamo_dbv2"),
            ("enableIOsOnly", "enable_ios_only"),
            ("IAMStream", "iam_stream"),
            ("s3key", "s3_key"),
            ("S3Bucket", "s3_bucket"),
            ("M3u8Playlist", "m3u8_playlist"),
            ("requestMACSec", "request_mac_sec"),
            ("bgpPeerId", "bgp_peer_id"),
            ("application/pdf", "application_pdf"),
            ("CMKs", "cmks"),
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
            ("CreateBGPPeerInput", "CreateBgpPeerInput"),
            ("CustomKeyStoreHasCMKsException", "CustomKeyStoreHasCmKsException"),
            ("CustomKeyStoreHasCmKsException", "CustomKeyStoreHasCmKsException"),
            ("VPCs", "VpCs"),
            ("ipv4", "Ipv4"),
            ("IPv4", "IPv4"),
            ("SizeInMiB", "SizeInMiB"),
            ("s3key", "S3key"),
            ("t2_2xlarge", "T22xlarge"),
            ("nodejs20.x", "Nodejs20X"),
            ("OAuth2Token", "OAuth2Token"),
            ("GET_ITEM", "GetItem"),
            ("no_encrypt", "NoEncrypt"),
            ("Encryption Up", "EncryptionUp"),
        ];
        for (name, expected) in cases {
            assert_eq!(pascal(name), expected, "{name}");
        }
    }
}
