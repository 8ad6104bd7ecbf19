// ---- src/operation/copy_db_snapshot.rs
    #[inline]
    fn adapt_request(request: &mut HttpRequest, _protocol: &SharedClientProtocol) {
        protocol::remove_parameter(request, "SourceRegion");
    }

impl protocol::CrossRegionCopy for CopyDBSnapshot {
    const URL: &'static str = "PreSignedUrl";
    const SENDS_DESTINATION: bool = false;

// ---- src/operation/copy_db_snapshot/fluent_builder.rs
operation_plugin!(
    CopyDBSnapshot, endpoint_params, [PresignedCopy::of:: < CopyDBSnapshot > ()],
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
