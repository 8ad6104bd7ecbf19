// ---- src/operation/put_maps/input.rs
use std::collections::HashMap;

use aws_smithy_schema::{Schema, ShapeType, prelude, shape_id};
use aws_smithy_schema::traits::TimestampFormat;
use aws_smithy_types::{DateTime, Document};
use tinsmith_runtime::{schema, structure};

use crate::types::{Colour, Item};
use crate::types::item::ITEM_SCHEMA;

/// Input of `PutMaps`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct PutMapsInput {
    /// The member `names`.
    pub names: Option<HashMap<String, String>>,
    /// The member `sparseNumbers`.
    pub sparse_numbers: Option<HashMap<String, Option<i32>>>,
    /// The member `items`.
    pub items: Option<HashMap<String, Item>>,
    /// The member `sparseItems`.
    pub sparse_items: Option<HashMap<String, Option<Item>>>,
    /// The member `byColour`.
    pub by_colour: Option<HashMap<Colour, Colour>>,
    /// The member `byLabel`.
    pub by_label: Option<HashMap<String, HashMap<String, String>>>,
    /// The member `mapOfLists`.
    pub map_of_lists: Option<HashMap<String, Vec<HashMap<String, String>>>>,
    /// The member `sparseOfSparse`.
    pub sparse_of_sparse: Option<HashMap<String, Option<HashMap<String, Option<i32>>>>>,
    /// The member `dates`.
    pub dates: Option<HashMap<String, DateTime>>,
    /// The member `documents`.
    pub documents: Option<HashMap<String, Document>>,
    /// The member `box`.
    pub r#box: Option<crate::types::Box>,
}

structure! {
    /// Builder of [`PutMapsInput`](crate::operation::put_maps::PutMapsInput).
    #[derive(Clone, Debug, Default, PartialEq)]
    #[cfg(feature = "client")]
    #[fluent(super::fluent_builder::PutMapsFluentBuilder)]
    #[writable(INPUT_SCHEMA)]
    pub struct PutMapsInputBuilder => fallible input PutMapsInput {
        /// The member `names`.
        names: optional StringMap, set_names, get_names;
        /// The member `sparseNumbers`.
        sparse_numbers: optional Map<Option<i32>>, set_sparse_numbers, get_sparse_numbers;
        /// The member `items`.
        items: optional Map<Item>, set_items, get_items;
        /// The member `sparseItems`.
        sparse_items: optional Map<Option<Item>>, set_sparse_items, get_sparse_items;
        /// The member `byColour`.
        by_colour: optional KeyedMap<Colour, Colour>, set_by_colour, get_by_colour;
        /// The member `byLabel`.
        by_label: optional Map<HashMap<String, String>>, set_by_label, get_by_label;
        /// The member `mapOfLists`.
        map_of_lists: optional Map<Vec<HashMap<String, String>>>, set_map_of_lists,
            get_map_of_lists;
        /// The member `sparseOfSparse`.
        sparse_of_sparse: optional Map<Option<HashMap<String, Option<i32>>>>, set_sparse_of_sparse,
            get_sparse_of_sparse;
        /// The member `dates`.
        dates: optional Map<DateTime>, set_dates, get_dates;
        /// The member `documents`.
        documents: optional Map<Document>, set_documents, get_documents;
        /// The member `box`.
        r#box: optional Value<crate::types::Box>, set_box, get_box;
    }
}

schema! {
    INPUT_SCHEMA: Structure "example.map" "PutMapsInput" {
        0 "names": Map.with_map_members(&prelude::STRING, &prelude::STRING);
        1 "sparseNumbers": Map.with_map_members(&prelude::STRING, &prelude::INTEGER);
        2 "items": Map.with_map_members(&prelude::STRING, &ITEM_SCHEMA);
        3 "sparseItems": Map.with_map_members(&prelude::STRING, &ITEM_SCHEMA);
        4 "byColour": Map.with_map_members(&prelude::STRING, &prelude::STRING);
        5 "byLabel": Map.with_map_members(&prelude::STRING, &BY_LABEL_VALUE);
        6 "mapOfLists": Map.with_map_members(&prelude::STRING, &MAP_OF_LISTS_VALUE);
        7 "sparseOfSparse": Map.with_map_members(&prelude::STRING, &SPARSE_OF_SPARSE_VALUE);
        8 "dates": Map.with_map_members(&prelude::STRING, &DATES_VALUE);
        9 "documents": Map.with_map_members(&prelude::STRING, &prelude::DOCUMENT);
        10 "box": Structure;
    }
}

static BY_LABEL_VALUE: Schema<'static> = Schema::new_map(
    shape_id!("example.map", "Names"),
    &prelude::STRING,
    &prelude::STRING,
);

static MAP_OF_LISTS_VALUE_ELEMENT: Schema<'static> = Schema::new_map(
    shape_id!("example.map", "Names"),
    &prelude::STRING,
    &prelude::STRING,
);

static MAP_OF_LISTS_VALUE: Schema<'static> = Schema::new_list(
    shape_id!("example.map", "ListOfMaps"),
    &MAP_OF_LISTS_VALUE_ELEMENT,
);

static SPARSE_OF_SPARSE_VALUE: Schema<'static> = Schema::new_map(
    shape_id!("example.map", "SparseNumbers"),
    &prelude::STRING,
    &prelude::INTEGER,
);

static DATES_VALUE: Schema<'static> = Schema::new(
        shape_id!("smithy.api", "Timestamp"),
        ShapeType::Timestamp,
    )
    .with_timestamp_format(TimestampFormat::DateTime);
