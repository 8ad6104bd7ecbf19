//! Shell completions and man pages, which clap's crates write.

use std::io;

use clap::{Arg, ArgMatches, Command};
use clap_complete::Shell;
use clap_mangen::Man;
use tinsmith::Diagnostic;

use crate::Failure;
use crate::options::argument::{command, get, positional_choice, required};
use crate::terminal;

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
        "Print the man page, or that of a command",
        "The pages are in roff. That of a command has its options and examples.",
        &["man > cargo-tinsmith.1", "man init > cargo-tinsmith-init.1"],
        "there is no such command, or the page cannot be written",
    )
    .arg(Arg::new("command").value_name("COMMAND").help("Command; the page of all commands when absent"));
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

/// Name of the program, of which those of its pages are made.
const PROGRAM: &str = "cargo-tinsmith";

/// Program and version, in the head of the page of a command.
const VERSION: &str = concat!("cargo-tinsmith ", env!("CARGO_PKG_VERSION"));

/// Returns the page of a command, or that of all commands.
fn page(definition: Command, name: Option<&str>) -> Result<Man, Failure> {
    let Some(name) = name else {
        let help = definition.get_after_help().map(ToString::to_string).unwrap_or_default();
        let pages = format!("{help}\n\n`man COMMAND` prints the page of a command: options and examples.");
        return Ok(Man::new(definition.name(PROGRAM).disable_help_subcommand(true).after_help(pages)));
    };
    let Some(command) = definition.find_subcommand(name) else {
        let known: Vec<&str> = definition.get_subcommands().map(Command::get_name).collect();
        let listed = format!("the commands are `{}`", known.join("`, `"));
        let error = Diagnostic::error(format!("there is no command `{name}`"));
        return Err(terminal::failure(&error.suggest(name, known, &listed)));
    };
    let full = format!("{PROGRAM}-{name}");
    let shown = format!("{} {name}", definition.get_name());
    Ok(Man::new(command.clone().display_name(&full).bin_name(shown)).title(full).source(VERSION))
}

/// Runs one of the commands.
pub(crate) fn run(mut definition: Command, name: &str, arguments: &ArgMatches) -> Result<(), Failure> {
    let mut out = Vec::new();
    if name == "man" {
        page(definition, get::<String>(arguments, "command").as_deref())?.render(&mut out)?;
    } else {
        let shell: Shell = required(arguments, "shell");
        clap_complete::generate(shell, &mut definition, PROGRAM, &mut out);
    }
    let text = String::from_utf8(out).map_err(io::Error::other)?;
    crate::terminal::print(&text)
}
