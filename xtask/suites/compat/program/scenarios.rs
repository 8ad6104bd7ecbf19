//! Scenarios, and what they record.

use std::collections::BTreeMap;

/// Recorded lines of each scenario, of the form `label: value`.
pub type Scenarios = BTreeMap<&'static str, Vec<String>>;

/// Runs the named scenarios.
macro_rules! run {
    ($($module:ident: $($scenario:ident)*;)*) => {{
        let mut scenarios = $crate::Scenarios::new();
        $($(
            let name = concat!(stringify!($module), "::", stringify!($scenario));
            scenarios.insert(name, $crate::$module::$scenario().await.into());
        )*)*
        scenarios
    }};
}

pub(crate) use run;
