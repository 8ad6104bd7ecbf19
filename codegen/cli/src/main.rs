//! `cargo tinsmith`

use std::env;
use std::process::ExitCode;

// A third of the instructions of a generation allocate and free small tokens.
#[cfg(feature = "mimalloc")]
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> ExitCode {
    let mut arguments: Vec<_> = env::args_os().skip(1).collect();
    // Cargo repeats the name of the command: `cargo tinsmith codegen` runs `cargo-tinsmith tinsmith codegen`.
    if arguments.first().is_some_and(|first| first == "tinsmith") {
        arguments.remove(0);
    }
    cargo_tinsmith::main("cargo tinsmith", arguments)
}
