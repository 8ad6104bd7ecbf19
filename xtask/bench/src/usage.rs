//! Runs the command of the arguments and prints its time and memory, with that of its child processes, as JSON.

use std::process::Command;
use std::time::Instant;

use bench::Failure;
use nix::sys::resource::{UsageWho, getrusage};
use nix::sys::time::TimeValLike as _;
use serde_json::json;

fn main() -> Result<(), Failure> {
    let mut arguments = std::env::args_os().skip(1);
    let program = arguments.next().ok_or("usage: usage COMMAND [ARGUMENT...]")?;
    let start = Instant::now();
    let output = Command::new(program).args(arguments).output()?;
    let seconds = start.elapsed().as_secs_f64();
    if !output.status.success() {
        return Err(String::from_utf8_lossy(&output.stderr).into_owned().into());
    }
    let usage = getrusage(UsageWho::RUSAGE_CHILDREN)?;
    let cpu = usage.user_time().num_microseconds() + usage.system_time().num_microseconds();
    println!("{:#}", json!({"seconds": seconds, "cpu_microseconds": cpu, "peak_kilobytes": usage.max_rss()}));
    Ok(())
}
