//! Signatures of policies.

use std::time::SystemTime;

use aws_credential_types::Credentials;
use aws_sigv4::sign::v4::{calculate_signature, generate_signing_key};
use aws_smithy_types::base64;

use super::policy::{PostPolicy, timestamp};

/// A URL and the fields of an HTML form that uploads a file until the policy expires, without credentials.
///
/// The form is sent as `multipart/form-data`. After the fields, its last part is the file, with the name `file`.
#[derive(Clone, Debug)]
pub struct PresignedPost {
    url: String,
    fields: Vec<(String, String)>,
}

impl PresignedPost {
    /// Returns the URL that receives the form.
    #[must_use]
    pub fn url(&self) -> &str {
        &self.url
    }

    /// Returns the names and values of the fields.
    pub fn fields(&self) -> impl Iterator<Item = (&str, &str)> {
        self.fields.iter().map(|(name, value)| (name.as_str(), value.as_str()))
    }
}

/// Credentials and scope of a signature.
pub(super) struct Signing<'a> {
    pub(super) credentials: &'a Credentials,
    pub(super) region: &'a str,
    pub(super) name: &'a str,
}

impl PostPolicy {
    /// Returns the form for an object of a bucket at `url`.
    pub(super) fn sign(&self, url: String, bucket: &str, key: &str, signing: &Signing<'_>) -> PresignedPost {
        let time = self.config.start_time();
        let signed = signing.fields(time);
        let policy = base64::encode(self.to_json(bucket, key, &signed));
        let signature = signing.signature(time, &policy);
        let mut fields = self.fields.clone();
        fields.push(("key".to_owned(), key.to_owned()));
        fields.extend(signed.into_iter().map(|(name, value)| (name.to_owned(), value)));
        fields.push(("policy".to_owned(), policy));
        fields.push(("x-amz-signature".to_owned(), signature));
        PresignedPost { url, fields }
    }
}

impl Signing<'_> {
    /// Returns the fields that describe the signature.
    fn fields(&self, time: SystemTime) -> Vec<(&'static str, String)> {
        let date_time = timestamp(time).replace(['-', ':'], "");
        let date = date_time.split('T').next().unwrap_or_default();
        let (id, region, name) = (self.credentials.access_key_id(), self.region, self.name);
        let credential = format!("{id}/{date}/{region}/{name}/aws4_request");
        let token = self.credentials.session_token().map(|token| ("x-amz-security-token", token.to_owned()));
        let fields = [
            ("x-amz-algorithm", "AWS4-HMAC-SHA256".to_owned()),
            ("x-amz-credential", credential),
            ("x-amz-date", date_time),
        ];
        fields.into_iter().chain(token).collect()
    }

    fn signature(&self, time: SystemTime, policy: &str) -> String {
        let key = generate_signing_key(self.credentials.secret_access_key(), time, self.region, self.name);
        calculate_signature(key, policy.as_bytes())
    }
}

#[cfg(test)]
mod tests {
    use std::time::{Duration, UNIX_EPOCH};

    use aws_credential_types::Credentials;
    use aws_smithy_types::base64;

    use super::Signing;

    /// The policy of "Example: Browser-Based Upload using HTTP POST (Using AWS Signature Version 4)" in the API reference of S3.
    const POLICY: &str = r#"{ "expiration": "2015-12-30T12:00:00.000Z",
  "conditions": [
    {"bucket": "sigv4examplebucket"},
    ["starts-with", "$key", "user/user1/"],
    {"acl": "public-read"},
    {"success_action_redirect": "http://sigv4examplebucket.s3.amazonaws.com/successful_upload.html"},
    ["starts-with", "$Content-Type", "image/"],
    {"x-amz-meta-uuid": "14365123651274"},
    {"x-amz-server-side-encryption": "AES256"},
    ["starts-with", "$x-amz-meta-tag", ""],

    {"x-amz-credential": "AKIAIOSFODNN7EXAMPLE/20151229/us-east-1/s3/aws4_request"},
    {"x-amz-algorithm": "AWS4-HMAC-SHA256"},
    {"x-amz-date": "20151229T000000Z" }
  ]
}"#;

    #[test]
    fn documented_policy_has_the_documented_signature() {
        let secret = "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY";
        let credentials = &Credentials::new("AKIAIOSFODNN7EXAMPLE", secret, None, None, "test");
        let signing = Signing { credentials, region: "us-east-1", name: "s3" };
        // 2015-12-29.
        let time = UNIX_EPOCH + Duration::from_hours(16_798 * 24);
        // The lines of the example end as in Windows.
        let policy = base64::encode(POLICY.replace('\n', "\r\n"));
        let expected = "8afdbf4008c03f22c2cd3cdb72e4afbb1f6a588f3255ac628749a66d7f09699e";
        assert_eq!(signing.signature(time, &policy), expected);
    }
}
