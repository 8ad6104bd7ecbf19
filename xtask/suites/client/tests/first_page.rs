//! The program of the first page of the crate's documentation, as a process.

use std::process::{Command, Output};

use client_suite::{Response, Server};

const PAGE: &str = include_str!("../../../../generated/src/lib.rs");
const PROGRAM: &str = include_str!("../src/bin/first_page.rs");

fn run(server: &Server) -> Output {
    Command::new(env!("CARGO_BIN_EXE_first-page"))
        .env_clear()
        .envs([
            ("AWS_ACCESS_KEY_ID", "AKIDEXAMPLE"),
            ("AWS_SECRET_ACCESS_KEY", "secret"),
            ("AWS_CONFIG_FILE", "/dev/null"),
            ("AWS_REGION", "eu-west-1"),
            ("AWS_ENDPOINT_URL", &server.url()),
        ])
        .output()
        .expect("the program starts")
}

#[test]
fn program_is_that_of_the_page() {
    let (_, block) = PAGE.split_once("//! ```ignore\n").expect("the page has a program");
    let lines = block.lines().take_while(|line| *line != "//! ```");
    let lines: Vec<_> = lines.map(|line| line.trim_start_matches("//!")).collect();
    assert!(lines.len() > 20);
    // rustfmt breaks the lines of the program as this repository does.
    let without_space = |text: &str| text.split_whitespace().collect::<String>();
    let block = without_space(&lines.join("\n"));
    assert!(without_space(PROGRAM).ends_with(&block), "{}", lines.join("\n"));
}

#[test]
fn program_prints_the_output() {
    let server = Server::start([Response::json(200, r#"{"connectionState":"deleted"}"#)]);
    let output = run(&server);
    assert!(output.status.success(), "{output:?}");
    let printed = String::from_utf8_lossy(&output.stdout);
    assert!(printed.contains("connection_state: Some(Deleted)"), "{printed}");
}

#[test]
fn program_prints_the_error_in_one_line_and_fails() {
    let body = r#"{"__type":"DirectConnectClientException","message":"m"}"#;
    let server = Server::start([Response::json(400, body)]);
    let output = run(&server);
    assert_eq!(output.status.code(), Some(1));
    let printed = String::from_utf8_lossy(&output.stderr);
    assert_eq!(printed, "DeleteConnection: DirectConnectClientException: m (HTTP 400)\n");
}
