//! Tokens for databases. The expected signatures are those of the official crates. Generators have their placeholders still.

use std::time::{Duration, UNIX_EPOCH};

use aws_smithy_async::time::StaticTimeSource;
use aws_types::{SdkConfig, region::Region};

use crate::{
    config::Credentials,
    template::auth_token::{cluster, user},
};
use tinsmith_runtime::auth_token::{AuthToken, Signing, sign_url};

fn token(
    host: &str,
    parameters: &[(&str, &str)],
    name: &'static str,
    seconds: u64,
    expires_in: u64,
) -> AuthToken {
    let credentials = Credentials::new("akid", "secret", None, None, "test");
    let time = UNIX_EPOCH + Duration::from_secs(seconds);
    let signing = Signing { credentials, region: "us-east-1", name, time, expires_in };
    sign_url(host, parameters, signing).unwrap()
}

#[test]
fn a_token_of_a_user() {
    let parameters = [("Action", "connect"), ("DBUser", "peccy")];
    let host = "prod-instance.us-east-1.rds.amazonaws.com:3306";
    assert_eq!(
        token(host, &parameters, "rds-db", 1_724_709_600, 900).as_str(),
        "prod-instance.us-east-1.rds.amazonaws.com:3306/?Action=connect&DBUser=peccy&X-Amz-Algorithm=AWS4-HMAC-SHA256\
         &X-Amz-Credential=akid%2F20240826%2Fus-east-1%2Frds-db%2Faws4_request&X-Amz-Date=20240826T220000Z\
         &X-Amz-Expires=900&X-Amz-SignedHeaders=host\
         &X-Amz-Signature=dd0cba843009474347af724090233265628ace491ea17ce3eb3da098b983ad89"
    );
}

#[test]
fn a_token_of_a_cluster() {
    assert_eq!(
        token("peccy.dsql.us-east-1.on.aws", &[("Action", "DbConnect")], "dsql", 1_724_716_800, 450).as_str(),
        "peccy.dsql.us-east-1.on.aws/?Action=DbConnect&X-Amz-Algorithm=AWS4-HMAC-SHA256\
         &X-Amz-Credential=akid%2F20240827%2Fus-east-1%2Fdsql%2Faws4_request&X-Amz-Date=20240827T000000Z\
         &X-Amz-Expires=450&X-Amz-SignedHeaders=host\
         &X-Amz-Signature=f5f2ad764ca5df44045d4ab6ccecba0eef941b0007e5765885a0b6ed3702a3f8"
    );
}

#[test]
fn names_of_users_are_encoded() {
    let token = token("db:1", &[("Action", "connect"), ("DBUser", "a b&c")], "rds-db", 0, 1);
    assert!(token.as_str().starts_with("db:1/?Action=connect&DBUser=a%20b%26c&X-Amz-"), "{token}");
}

#[test]
fn only_debug_output_hides_the_token() {
    let token = token("db:1", &[], "rds-db", 0, 1);
    assert_eq!(token.to_string(), token.as_str());
    assert_eq!(format!("{token:?}"), r#"AuthToken { inner: "*** Sensitive Data Redacted ***" }"#);
}

#[tokio::test]
async fn generators_have_settings_of_their_own() {
    let shared = SdkConfig::builder()
        .region(Region::new("eu-west-1"))
        .time_source(StaticTimeSource::new(UNIX_EPOCH))
        .build();
    let credentials = Credentials::new("akid", "secret", None, None, "test");
    let config = user::Config::builder().hostname("db").port(1).username("me").expires_in(9000);
    let generator = user::AuthTokenGenerator::new(config.credentials(credentials.clone()).build().unwrap());
    let token = generator.auth_token(&shared).await.unwrap();
    assert!(token.as_str().starts_with("db:1/?Action=%7Baction%7D&DBUser=me&"), "{token}");
    assert!(token.as_str().contains("%2Feu-west-1%2F"), "{token}");
    assert!(token.as_str().contains("&X-Amz-Expires=900&"), "{token}");
    let config = cluster::Config::builder().hostname("db").region(Region::new("us-west-2")).expires_in(60);
    let generator = cluster::AuthTokenGenerator::new(config.credentials(credentials).build().unwrap());
    let token = generator.db_connect_admin_auth_token(&shared).await.unwrap();
    assert!(token.as_str().starts_with("db/?Action=%7Badmin_action%7D&X-Amz-"), "{token}");
    assert!(token.as_str().contains("%2Fus-west-2%2F"), "{token}");
    assert!(token.as_str().contains("&X-Amz-Expires=60&"), "{token}");
}
