//! Shell completions and the man page, which clap's crates write.

use std::io;

use clap::{ArgMatches, Command};
use clap_complete::Shell;

use crate::Failure;
use crate::options::argument::{command, positional_choice, required};

/// Returns the definitions of the commands.
pub(crate) fn commands(program: &str) -> [Command; 2] {
    let shells = command(
        program,
        "completions",
        "Print the completions of a shell",
        "Load them in the configuration of the shell.",
        &["completions bash > ~/.local/share/bash-completion/completions/cargo-tinsmith"],
        "the completions cannot be written",
    )
    .arg(positional_choice("shell", "SHELL", "Shell", SHELLS, shell_name));
    let page = command(
        program,
        "man",
        "Print the man page",
        "The page is in roff.",
        &["man > cargo-tinsmith.1"],
        "the page cannot be written",
    );
    [shells, page]
}

const SHELLS: [Shell; 5] = [Shell::Bash, Shell::Elvish, Shell::Fish, Shell::PowerShell, Shell::Zsh];

fn shell_name(shell: Shell) -> &'static str {
    match shell {
        Shell::Elvish => "elvish",
        Shell::Fish => "fish",
        Shell::PowerShell => "powershell",
        Shell::Zsh => "zsh",
        _ => "bash",
    }
}

/// Runs one of the commands.
pub(crate) fn run(mut definition: Command, name: &str, arguments: &ArgMatches) -> Result<(), Failure> {
    let mut out = Vec::new();
    if name == "man" {
        clap_mangen::Man::new(definition).render(&mut out)?;
    } else {
        let shell: Shell = required(arguments, "shell");
        clap_complete::generate(shell, &mut definition, "cargo-tinsmith", &mut out);
    }
    let text = String::from_utf8(out).map_err(io::Error::other)?;
    crate::terminal::print(&text)
}
