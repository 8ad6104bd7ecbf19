//! Schemas as the generator would emit them.

use aws_smithy_schema::{OperationSchema, prelude, shape_id};

use tinsmith_runtime::{schema, wire::operation_schema};

schema! {
    TAG: Structure "sample" "Tag" {
        0 "key": String;
        1 "value": String;
    }
}

schema! {
    INPUT: Structure "sample" "DeleteConnectionRequest" {
        0 "connectionId": String;
        1 "tags": List.with_list_member(&TAG);
        2 "notes": List.with_list_member(&prelude::STRING);
        3 "labels": Map.with_map_members(&prelude::STRING, &prelude::STRING);
        4 "hints": Map.with_map_members(&prelude::STRING, &prelude::STRING);
        5 "requestedAt": Timestamp;
    }
}

schema! {
    OUTPUT: Structure "sample" "Connection" {
        0 "connectionId": String;
        1 "connectionState": String;
        2 "vlan": Integer;
        3 "loaIssueTime": Timestamp;
        4 "jumboFrameCapable": Boolean;
        5 "tags": List.with_list_member(&TAG);
        6 "notes": List.with_list_member(&prelude::STRING);
        7 "labels": Map.with_map_members(&prelude::STRING, &prelude::STRING);
        8 "hints": Map.with_map_members(&prelude::STRING, &prelude::STRING);
        9 "prefixPoolSize": Long;
    }
}

schema! {
    CLIENT_EXCEPTION: Structure "sample" "DirectConnectClientException" {
        0 "message": String;
    }
}

pub(super) static DELETE_CONNECTION: OperationSchema<'static> =
    operation_schema(shape_id!("sample", "DeleteConnection"), &INPUT, &OUTPUT, &[&CLIENT_EXCEPTION]);
