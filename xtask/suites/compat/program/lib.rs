//! A program for `aws-sdk-directconnect` and `aws-sdk-resourcegroupstagging`, as their users write them.
//!
//! It is compiled twice, unchanged: by `official/Cargo.toml` with the official crates, and by `ours/Cargo.toml` with
//! generated ones under their names. It must need nothing that the official crates lack.

use std::collections::BTreeMap;

mod builders;
mod calls;
mod customized;
mod errors;
mod mocks;
mod notes;
mod pages;
mod settings;
mod stage;
mod types;

/// What happened, scene by scene, in lines of the form `what: how`.
pub type Scenes = BTreeMap<&'static str, Vec<String>>;

/// Plays the scenes that are named.
macro_rules! play {
    ($($module:ident: $($scene:ident)*;)*) => {{
        let mut scenes = Scenes::new();
        $($(
            let name = concat!(stringify!($module), "::", stringify!($scene));
            scenes.insert(name, $module::$scene().await.into());
        )*)*
        scenes
    }};
}

/// Plays every scene.
pub async fn play() -> Scenes {
    play! {
        builders: outputs inputs exceptions operation_errors;
        calls: whole_answer empty_answer odd_values nested_input lists tags without_input nulls_in_lists;
        customized: interceptors overrides requests same_signature;
        errors: modelled unmodelled not_json throttled cut silent missing_member no_region no_credentials crate_error;
        mocks: outputs errors responses by_input;
        pages: all items page_size same_token same_token_wanted failure_later by_hand;
        settings: shared getters endpoints custom_endpoint test_defaults missing_behavior_version;
        types: enums unknown_enums order_of_values structures secrets;
    }
}
