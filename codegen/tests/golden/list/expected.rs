// ---- src/operation/put_lists/input.rs
/// Input of `PutLists`.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct PutListsInput {
    /// The member `names`.
    pub names: Option<Vec<String>>,
    /// The member `sparseNumbers`.
    pub sparse_numbers: Option<Vec<Option<i32>>>,
    /// The member `items`.
    pub items: Option<Vec<Item>>,
    /// The member `sparseItems`.
    pub sparse_items: Option<Vec<Option<Item>>>,
    /// The member `matrix`.
    pub matrix: Option<Vec<Vec<f64>>>,
    /// The member `colours`.
    pub colours: Option<Vec<Colour>>,
    /// The member `sparseColours`.
    pub sparse_colours: Option<Vec<Option<Colour>>>,
    /// The member `sparseMatrix`.
    pub sparse_matrix: Option<Vec<Option<Vec<Option<Colour>>>>>,
    /// The member `dates`.
    pub dates: Option<Vec<DateTime>>,
    /// The member `blobs`.
    pub blobs: Option<Vec<Blob>>,
    /// The member `deep`.
    pub deep: Option<Vec<Vec<Vec<Item>>>>,
    /// The member `deepElement`.
    pub deep_element: Option<Vec<Vec<Item>>>,
    /// The member `secrets`.
    pub secrets: Option<Vec<String>>,
    /// The member `box`.
    pub r#box: Option<crate::types::Box>,
}

structure! {
    /// Builder of [`PutListsInput`](crate::operation::put_lists::PutListsInput).
    #[derive(Clone, Default, PartialEq)]
    #[cfg(feature = "client")]
    #[fluent(super::fluent_builder::PutListsFluentBuilder)]
    #[writable(INPUT_SCHEMA)]
    pub struct PutListsInputBuilder => fallible input PutListsInput {
        /// The member `names`.
        names: optional Strings, set_names, get_names;
        /// The member `sparseNumbers`.
        sparse_numbers: optional List<Option<i32>>, set_sparse_numbers, get_sparse_numbers;
        /// The member `items`.
        items: optional List<Item>, set_items, get_items;
        /// The member `sparseItems`.
        sparse_items: optional List<Option<Item>>, set_sparse_items, get_sparse_items;
        /// The member `matrix`.
        matrix: optional List<Vec<f64>>, set_matrix, get_matrix;
        /// The member `colours`.
        colours: optional List<Colour>, set_colours, get_colours;
        /// The member `sparseColours`.
        sparse_colours: optional List<Option<Colour>>, set_sparse_colours, get_sparse_colours;
        /// The member `sparseMatrix`.
        sparse_matrix: optional List<Option<Vec<Option<Colour>>>>, set_sparse_matrix,
            get_sparse_matrix;
        /// The member `dates`.
        dates: optional List<DateTime>, set_dates, get_dates;
        /// The member `blobs`.
        blobs: optional List<Blob>, set_blobs, get_blobs;
        /// The member `deep`.
        deep: optional List<Vec<Vec<Item>>>, set_deep, get_deep;
        /// The member `deepElement`.
        deep_element: optional List<Vec<Item>>, set_deep_element, get_deep_element;
        /// The member `secrets`.
        secrets: optional Strings, set_secrets, get_secrets;
        /// The member `box`.
        r#box: optional Value<crate::types::Box>, set_box, get_box;
    }
}

schema! {
    INPUT_SCHEMA: Structure "example.list" "PutListsInput" {
        0 "names": List.with_list_member(&prelude::STRING);
        1 "sparseNumbers": List.with_list_member(&prelude::INTEGER);
        2 "items": List.with_list_member(&ITEM_SCHEMA);
        3 "sparseItems": List.with_list_member(&ITEM_SCHEMA);
        4 "matrix": List.with_list_member(&MATRIX_ELEMENT);
        5 "colours": List.with_list_member(&prelude::STRING);
        6 "sparseColours": List.with_list_member(&prelude::STRING);
        7 "sparseMatrix": List.with_list_member(&SPARSE_MATRIX_ELEMENT);
        8 "dates": List.with_list_member(&DATES_ELEMENT);
        9 "blobs": List.with_list_member(&prelude::BLOB);
        10 "deep": List.with_list_member(&DEEP_ELEMENT);
        11 "deepElement": List.with_list_member(&DEEP_ELEMENT_ELEMENT_);
        12 "secrets": List.with_list_member(&SECRETS_ELEMENT);
        13 "box": Structure;
    }
}
