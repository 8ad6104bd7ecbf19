// ---- src/operation/put_levels/input.rs
use std::collections::HashMap;

use aws_smithy_schema::prelude;
use tinsmith_runtime::{schema, structure};

use crate::types::Holder;

/// Input of `PutLevels`.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct PutLevelsInput {
    /// The member `level`.
    pub level: Option<i32>,
    /// The member `levels`.
    pub levels: Option<Vec<i32>>,
    /// The member `levelMap`.
    pub level_map: Option<HashMap<String, i32>>,
    /// The member `holder`.
    pub holder: Option<Holder>,
}

structure! {
    /// Builder of [`PutLevelsInput`](crate::operation::put_levels::PutLevelsInput).
    #[derive(Clone, Debug, Default, PartialEq)]
    #[cfg(feature = "client")]
    #[fluent(super::fluent_builder::PutLevelsFluentBuilder)]
    #[writable(INPUT_SCHEMA)]
    pub struct PutLevelsInputBuilder => fallible input PutLevelsInput {
        /// The member `level`.
        level: optional Scalar<i32>, set_level, get_level;
        /// The member `levels`.
        levels: optional List<i32>, set_levels, get_levels;
        /// The member `levelMap`.
        level_map: optional Map<i32>, set_level_map, get_level_map;
        /// The member `holder`.
        holder: optional Value<Holder>, set_holder, get_holder;
    }
}

schema! {
    INPUT_SCHEMA: Structure "example.int_enum" "PutLevelsInput" {
        0 "level": Integer;
        1 "levels": List.with_list_member(&prelude::INTEGER);
        2 "levelMap": Map.with_map_members(&prelude::STRING, &prelude::INTEGER);
        3 "holder": Structure;
    }
}

// ---- src/types/level.rs
/// Levels.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Level {}

impl Level {
    /// The value `1`.
    pub const LOW: i32 = 1;

    /// The highest.
    pub const HIGH: i32 = 10;

    /// The value `20`.
    pub const HIGH_20: i32 = 20;

    /// The value `-5`.
    pub const NEGATIVE: i32 = -5;

    /// The value `0`.
    pub const SELF: i32 = 0;

    /// The value `7`.
    pub const TYPE: i32 = 7;

    /// Returns the values that this version of the crate lists.
    pub const fn values() -> &'static [i32] {
        &[1, 10, 20, -5, 0, 7]
    }
