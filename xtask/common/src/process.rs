//! Running commands: output is inherited or captured, and an error names the command line and the exit status.

use std::env;
use std::ffi::OsStr;
use std::fmt;
use std::io::{self, BufRead as _, BufReader};
use std::path::Path;
use std::process::{Command, ExitStatus, Output, Stdio};

/// Cargo, as the toolchain that runs this process provides it.
///
/// Variables that cargo sets for the package of this process are removed: the build script of `ring` asks for them, so
/// that it and all that depends on it would be compiled again whenever another process starts the build.
#[must_use]
pub fn cargo() -> Command {
    let mut command = Command::new(env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    let names = env::vars_os().filter_map(|(name, _)| name.into_string().ok());
    for name in names.filter(|name| name.starts_with("CARGO_MANIFEST_") || name.starts_with("CARGO_PKG_")) {
        command.env_remove(name);
    }
    command
}

/// Runs a command whose output is inherited.
///
/// # Errors
///
/// Returns an error when the command does not start or does not succeed.
pub fn run(command: &mut Command) -> Result<(), Error> {
    let status = command.status().map_err(|error| Error::start(command, error))?;
    if status.success() { Ok(()) } else { Err(Error::exit(command, status, &[])) }
}

/// Runs a command and returns its standard output. Standard error is part of the error.
///
/// # Errors
///
/// Returns an error when the command does not start, does not succeed, or writes anything but UTF-8.
pub fn output(command: &mut Command) -> Result<String, Error> {
    let Output { status, stdout, stderr } = captured(command)?;
    if !status.success() {
        return Err(Error::exit(command, status, &stderr));
    }
    String::from_utf8(stdout).map_err(|error| Error::start(command, io::Error::other(error)))
}

/// Runs a command and returns its output, whatever its exit status.
///
/// # Errors
///
/// Returns an error when the command does not start.
pub fn captured(command: &mut Command) -> Result<Output, Error> {
    command.output().map_err(|error| Error::start(command, error))
}

/// Runs a command and calls `read` with each line of its standard error, as it comes. Standard output is inherited.
///
/// # Errors
///
/// Returns an error when the command does not start or does not succeed.
pub fn run_reading_stderr(command: &mut Command, mut read: impl FnMut(&str)) -> Result<(), Error> {
    let mut child = command.stderr(Stdio::piped()).spawn().map_err(|error| Error::start(command, error))?;
    let lines = child.stderr.take().map(BufReader::new).into_iter().flat_map(BufReader::lines);
    lines.map_while(Result::ok).for_each(|line| read(&line));
    let status = child.wait().map_err(|error| Error::start(command, error))?;
    if status.success() { Ok(()) } else { Err(Error::exit(command, status, &[])) }
}

/// Returns a path as a string, for command lines and manifests.
///
/// # Errors
///
/// Returns an error when the path is not UTF-8.
pub fn utf8(path: &Path) -> Result<&str, String> {
    path.to_str().ok_or_else(|| format!("`{}` is not UTF-8", path.display()))
}

/// A command that did not start or did not succeed.
#[derive(Debug)]
pub struct Error {
    command_line: String,
    cause: Cause,
}

#[derive(Debug)]
enum Cause {
    Start(io::Error),
    Exit { status: ExitStatus, stderr: String },
}

impl Error {
    fn start(command: &Command, error: io::Error) -> Self {
        Self { command_line: command_line(command), cause: Cause::Start(error) }
    }

    fn exit(command: &Command, status: ExitStatus, stderr: &[u8]) -> Self {
        let stderr = String::from_utf8_lossy(stderr).trim_end().to_owned();
        Self { command_line: command_line(command), cause: Cause::Exit { status, stderr } }
    }

    /// The exit code of a command that ran to its end.
    #[must_use]
    pub fn code(&self) -> Option<i32> {
        match &self.cause {
            Cause::Start(_) => None,
            Cause::Exit { status, .. } => status.code(),
        }
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let command_line = &self.command_line;
        match &self.cause {
            Cause::Start(error) => write!(f, "cannot run `{command_line}`: {error}"),
            Cause::Exit { status, stderr } if stderr.is_empty() => {
                write!(f, "`{command_line}` failed: {status}")
            }
            Cause::Exit { status, stderr } => write!(f, "`{command_line}` failed: {status}\n{stderr}"),
        }
    }
}

impl std::error::Error for Error {}

/// The program and its arguments, as one would type them.
fn command_line(command: &Command) -> String {
    let words = std::iter::once(command.get_program()).chain(command.get_args());
    words.map(quoted).collect::<Vec<_>>().join(" ")
}

fn quoted(word: &OsStr) -> String {
    let word = word.to_string_lossy();
    let is_plain = |letter: char| letter.is_alphanumeric() || "-_./:=,@+%".contains(letter);
    if !word.is_empty() && word.chars().all(is_plain) {
        word.into_owned()
    } else {
        format!("'{}'", word.replace('\'', r"'\''"))
    }
}

#[cfg(test)]
mod tests {
    use super::{cargo, output, run};

    #[test]
    fn output_of_a_command_that_succeeds_is_its_standard_output() {
        let version = output(cargo().arg("--version")).expect("cargo runs the tests");
        assert!(version.starts_with("cargo "), "{version}");
    }

    #[test]
    fn error_of_a_command_that_fails_has_command_line_status_and_standard_error() {
        let error = output(cargo().args(["help", "no such command"])).expect_err("there is no such command");
        assert_eq!(error.code(), Some(101));
        let message = error.to_string();
        assert!(message.contains(" help 'no such command'` failed: exit status: 101\nerror"), "{message}");
    }

    #[test]
    fn error_of_a_missing_program_names_it() {
        let error = run(&mut std::process::Command::new("no-such-program")).expect_err("it is not there");
        assert!(error.to_string().starts_with("cannot run `no-such-program`: "), "{error}");
        assert_eq!(error.code(), None);
    }
}
