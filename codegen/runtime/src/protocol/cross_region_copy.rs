//! Operations that copy from another Region.

use super::Operation;

/// An operation that copies from another Region, and sends a presigned URL with which the service reads the source. Generated
/// code implements this.
pub trait CrossRegionCopy: Operation {
    /// Parameter of the form with the presigned URL.
    const URL: &'static str;

    /// `true` if requests name the Region that they are sent to as `DestinationRegion`; the presigned URL always does.
    const SENDS_DESTINATION: bool;

    /// Returns the Region of the source, unless there is none or the input already has the URL.
    fn source_region(input: &Self::Input) -> Option<&str>;
}
