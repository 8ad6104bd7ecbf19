//! Colours, for terminals only.

use std::io::IsTerminal as _;

/// Whether standard error shows colours.
pub(crate) fn colour() -> bool {
    std::io::stderr().is_terminal() && std::env::var_os("NO_COLOR").is_none()
}
