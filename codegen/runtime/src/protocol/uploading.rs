//! Operations that upload an object.

use super::Operation;

/// An operation whose input names the object that it uploads. Generated code implements this.
pub trait Uploading: Operation {
    /// Returns the bucket and the key.
    fn object(input: &Self::Input) -> [Option<&str>; 2];
}
