// ---- src/operation/copy_db_snapshot.rs
    #[inline]
    fn adapt_request(request: &mut HttpRequest, _protocol: &SharedClientProtocol) {
        protocol::remove_parameter(request, "SourceRegion");
    }

impl protocol::CrossRegionCopy for CopyDbSnapshot {
    const URL: &'static str = "PreSignedUrl";
    const SENDS_DESTINATION: bool = false;

// ---- src/operation/copy_db_snapshot/fluent_builder.rs
operation_plugin!(
    CopyDbSnapshot, endpoint_params, [PresignedCopy::of:: < CopyDbSnapshot > ()],
    [orchestrator::PresigningScheme::new()]
);

// ---- src/operation/copy_db_snapshot/input.rs
schema! {
    INPUT_SCHEMA: Structure "example" "CopyDBSnapshotMessage" {
        0 "SourceDBSnapshotIdentifier": String;
        1 "PreSignedUrl": String;
        2 "SourceRegion": String;
    }
}
