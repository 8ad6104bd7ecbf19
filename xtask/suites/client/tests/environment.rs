//! Settings from the environment and from profiles, through `aws-config`. Each call is a process of its own.

use std::process::{Command, Output};

use client_suite::{Response, Server};

/// Variables of every process.
const ALWAYS: [(&str, &str); 3] = [
    ("AWS_ACCESS_KEY_ID", "AKIDEXAMPLE"),
    ("AWS_SECRET_ACCESS_KEY", "secret"),
    ("AWS_CONFIG_FILE", "/dev/null"),
];

fn run(what: &str, settings: &[(&str, &str)]) -> Output {
    let mut program = Command::new(env!("CARGO_BIN_EXE_environment"));
    program.arg(what).env_clear().envs(ALWAYS).envs(settings.iter().copied());
    if !settings.iter().any(|(name, _)| *name == "AWS_PROFILE") {
        program.env("AWS_REGION", "eu-west-1");
    }
    program.output().expect("the program starts")
}

/// URL of the request.
fn url(settings: &[(&str, &str)]) -> String {
    String::from_utf8(run("url", settings).stdout).expect("a URL is UTF-8").trim().to_owned()
}

fn called(settings: &[(&str, &str)]) -> String {
    String::from_utf8(run("call", settings).stdout).expect("a state is UTF-8").trim().to_owned()
}

fn server() -> Server {
    Server::start([Response::json(200, r#"{"connectionState":"deleted"}"#)])
}

/// Writes a configuration file.
fn config_file(name: &str, text: &str) -> String {
    let path = std::path::Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    std::fs::write(&path, text).expect("the target folder can be written");
    path.to_str().expect("the path is UTF-8").to_owned()
}

#[test]
fn endpoint_of_all_services_is_used() {
    let server = server();
    assert_eq!(called(&[("AWS_ENDPOINT_URL", &server.url())]), "Some(Deleted)");
    assert_eq!(server.requests().len(), 1);
}

#[test]
fn endpoint_of_the_service_takes_precedence() {
    let server = server();
    let settings =
        [("AWS_ENDPOINT_URL", "http://127.0.0.1:1"), ("AWS_ENDPOINT_URL_DIRECT_CONNECT", &server.url())];
    assert_eq!(called(&settings), "Some(Deleted)");
}

#[test]
fn configured_endpoints_can_be_ignored() {
    let settings =
        [("AWS_ENDPOINT_URL", "http://127.0.0.1:1"), ("AWS_IGNORE_CONFIGURED_ENDPOINT_URLS", "true")];
    assert_eq!(url(&settings), "https://directconnect.eu-west-1.amazonaws.com/");
}

/// AWS documents underscores; the official client looks for hyphens.
#[test]
fn region_and_endpoint_of_a_profile_are_used() {
    for name in ["direct_connect", "direct-connect"] {
        let text = format!(
            "[profile far]\nregion = ap-south-1\nservices = mine\nendpoint_url = http://localhost:1\n\n\
             [services mine]\n{name} =\n  endpoint_url = http://localhost:4566\n\n\
             [profile near]\nregion = ap-south-1\n"
        );
        let file = config_file(name, &text);
        let profile = |name| [("AWS_CONFIG_FILE", file.as_str()), ("AWS_PROFILE", name)];
        assert_eq!(url(&profile("far")), "http://localhost:4566/", "{name}");
        assert_eq!(url(&profile("near")), "https://directconnect.ap-south-1.amazonaws.com/");
    }
}

#[test]
fn fips_and_dual_stack_select_the_host() {
    let settings = [("AWS_USE_FIPS_ENDPOINT", "true")];
    assert_eq!(url(&settings), "https://directconnect-fips.eu-west-1.amazonaws.com/");
    let settings = [("AWS_USE_FIPS_ENDPOINT", "true"), ("AWS_USE_DUALSTACK_ENDPOINT", "true")];
    assert_eq!(url(&settings), "https://directconnect-fips.eu-west-1.api.aws/");
}

#[test]
fn retry_attempts_and_mode_are_used() {
    for (mode, attempts, expected) in [("standard", "1", 1), ("standard", "2", 2), ("adaptive", "2", 2)] {
        let server =
            Server::start([Response::json(500, "{}"), Response::json(500, "{}"), Response::json(500, "{}")]);
        called(&[
            ("AWS_ENDPOINT_URL", &server.url()),
            ("AWS_RETRY_MODE", mode),
            ("AWS_MAX_ATTEMPTS", attempts),
        ]);
        assert_eq!(server.requests().len(), expected, "{mode}, {attempts}");
    }
}

#[test]
fn application_id_is_part_of_the_user_agent() {
    let server = server();
    called(&[("AWS_ENDPOINT_URL", &server.url()), ("AWS_SDK_UA_APP_ID", "surveyor")]);
    let request = server.request();
    let agent = request.headers()["user-agent"].to_str().expect("the header is ASCII");
    assert!(agent.contains("app/surveyor"), "{agent}");
}

#[test]
fn proxy_of_the_environment_is_used() {
    let proxy = server();
    let endpoint = "http://directconnect.invalid";
    assert_eq!(called(&[("AWS_ENDPOINT_URL", endpoint), ("HTTP_PROXY", &proxy.url())]), "Some(Deleted)");
    assert_eq!(proxy.request().uri().to_string(), "http://directconnect.invalid/");
}

#[test]
fn hosts_without_a_proxy_are_contacted_directly() {
    let server = server();
    let url = server.url();
    let settings =
        [("AWS_ENDPOINT_URL", url.as_str()), ("HTTP_PROXY", "http://127.0.0.1:1"), ("NO_PROXY", "127.0.0.1")];
    assert_eq!(called(&settings), "Some(Deleted)");
}
