//! The disk that commands write.

use std::env;

use tinsmith::output::{Disk, RealDisk, UnsyncedDisk};

/// Environment variable that, if it is not empty, makes commands return before their output is on the disk.
const NO_SYNC: &str = "TINSMITH_NO_SYNC";

/// Returns the disk of the machine.
pub(crate) fn disk() -> &'static dyn Disk {
    if env::var_os(NO_SYNC).is_some_and(|value| !value.is_empty()) { &UnsyncedDisk } else { &RealDisk }
}
