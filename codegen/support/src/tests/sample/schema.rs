//! Schemas as the generator would emit them.

use aws_smithy_schema::{OperationSchema, Schema, ShapeType, prelude, shape_id};

pub(super) static TAG_MEMBERS: [Schema<'static>; 2] = [
    Schema::new_member(shape_id!("sample", "Tag", "key"), ShapeType::String, "key", 0),
    Schema::new_member(shape_id!("sample", "Tag", "value"), ShapeType::String, "value", 1),
];
pub(super) static TAG: Schema<'static> =
    Schema::new_struct(shape_id!("sample", "Tag"), ShapeType::Structure, const { &TAG_MEMBERS.each_ref() });

pub(super) static INPUT_MEMBERS: [Schema<'static>; 6] = [
    Schema::new_member(
        shape_id!("sample", "DeleteConnectionRequest", "connectionId"),
        ShapeType::String,
        "connectionId",
        0,
    ),
    Schema::new_member(shape_id!("sample", "DeleteConnectionRequest", "tags"), ShapeType::List, "tags", 1)
        .with_list_member(&TAG),
    Schema::new_member(shape_id!("sample", "DeleteConnectionRequest", "notes"), ShapeType::List, "notes", 2)
        .with_list_member(&prelude::STRING),
    Schema::new_member(shape_id!("sample", "DeleteConnectionRequest", "labels"), ShapeType::Map, "labels", 3)
        .with_map_members(&prelude::STRING, &prelude::STRING),
    Schema::new_member(shape_id!("sample", "DeleteConnectionRequest", "hints"), ShapeType::Map, "hints", 4)
        .with_map_members(&prelude::STRING, &prelude::STRING),
    Schema::new_member(
        shape_id!("sample", "DeleteConnectionRequest", "requestedAt"),
        ShapeType::Timestamp,
        "requestedAt",
        5,
    ),
];
pub(super) static INPUT: Schema<'static> = Schema::new_struct(
    shape_id!("sample", "DeleteConnectionRequest"),
    ShapeType::Structure,
    const { &INPUT_MEMBERS.each_ref() },
);

static OUTPUT_MEMBERS: [Schema<'static>; 10] = [
    Schema::new_member(
        shape_id!("sample", "Connection", "connectionId"),
        ShapeType::String,
        "connectionId",
        0,
    ),
    Schema::new_member(
        shape_id!("sample", "Connection", "connectionState"),
        ShapeType::String,
        "connectionState",
        1,
    ),
    Schema::new_member(shape_id!("sample", "Connection", "vlan"), ShapeType::Integer, "vlan", 2),
    Schema::new_member(
        shape_id!("sample", "Connection", "loaIssueTime"),
        ShapeType::Timestamp,
        "loaIssueTime",
        3,
    ),
    Schema::new_member(
        shape_id!("sample", "Connection", "jumboFrameCapable"),
        ShapeType::Boolean,
        "jumboFrameCapable",
        4,
    ),
    Schema::new_member(shape_id!("sample", "Connection", "tags"), ShapeType::List, "tags", 5)
        .with_list_member(&TAG),
    Schema::new_member(shape_id!("sample", "Connection", "notes"), ShapeType::List, "notes", 6)
        .with_list_member(&prelude::STRING),
    Schema::new_member(shape_id!("sample", "Connection", "labels"), ShapeType::Map, "labels", 7)
        .with_map_members(&prelude::STRING, &prelude::STRING),
    Schema::new_member(shape_id!("sample", "Connection", "hints"), ShapeType::Map, "hints", 8)
        .with_map_members(&prelude::STRING, &prelude::STRING),
    Schema::new_member(
        shape_id!("sample", "Connection", "prefixPoolSize"),
        ShapeType::Long,
        "prefixPoolSize",
        9,
    ),
];
pub(super) static OUTPUT: Schema<'static> = Schema::new_struct(
    shape_id!("sample", "Connection"),
    ShapeType::Structure,
    const { &OUTPUT_MEMBERS.each_ref() },
);

static CLIENT_EXCEPTION_MEMBERS: [Schema<'static>; 1] = [Schema::new_member(
    shape_id!("sample", "DirectConnectClientException", "message"),
    ShapeType::String,
    "message",
    0,
)];
pub(super) static CLIENT_EXCEPTION: Schema<'static> = Schema::new_struct(
    shape_id!("sample", "DirectConnectClientException"),
    ShapeType::Structure,
    const { &CLIENT_EXCEPTION_MEMBERS.each_ref() },
);

pub(super) static DELETE_CONNECTION: OperationSchema<'static> =
    OperationSchema::builder(shape_id!("sample", "DeleteConnection"))
        .input(&INPUT)
        .output(&OUTPUT)
        .errors(&[&CLIENT_EXCEPTION])
        .build();
