//! Endpoint parameters: fields of `config::endpoint::Params`, some of them settings of a client.

use super::change::{Change, Kind};
use super::pair::pair;
use super::side::Side;
use crate::plan::endpoint::{BuiltIn, Parameter, ParameterType};

/// The changes of the parameters. Rules are compared in the models.
pub(super) fn compare(old: &Side<'_>, new: &Side<'_>) -> Vec<Change> {
    let field = |parameter: &Parameter| parameter.field.clone();
    let pairs = pair(&old.plan.endpoint.parameters, &new.plan.endpoint.parameters, &[&field]);
    let change = |kind, path: String, summary: String| Change::new(kind, new.service(), summary).item(path);
    let mut changes = Vec::new();
    for parameter in pairs.removed {
        for path in methods(parameter) {
            changes.push(change(Kind::MethodRemoved, path.clone(), format!("`{path}` is gone")));
        }
    }
    for parameter in pairs.added {
        for path in methods(parameter) {
            changes.push(change(Kind::MethodAdded, path.clone(), format!("`{path}` is new")));
        }
        // A program does not set parameters that operations or the region supply.
        if parameter.setting.is_some() && parameter.must_be_set() {
            changes.push(change(Kind::MemberRequired, params(parameter), required(parameter)));
        }
    }
    for (before, after) in pairs.both {
        let (was, is) = (ty(before), ty(after));
        let path = params(after);
        if was != is {
            let summary = format!("`{path}` gives `{is}` instead of `{was}`");
            changes.push(change(Kind::MemberRetyped, path.clone(), summary).old(was).new_value(is));
        }
        if !before.must_be_set() && after.must_be_set() {
            changes.push(change(Kind::MemberRequired, path, required(after)));
        }
        let gone = methods(before).into_iter().filter(|path| !methods(after).contains(path));
        for path in gone {
            changes.push(change(Kind::MethodRemoved, path.clone(), format!("`{path}` is gone")));
        }
        let more = methods(after).into_iter().filter(|path| !methods(before).contains(path));
        for path in more {
            changes.push(change(Kind::MethodAdded, path.clone(), format!("`{path}` is new")));
        }
    }
    changes
}

fn required(parameter: &Parameter) -> String {
    format!("the endpoint parameter `{}` must have a value", params(parameter))
}

fn params(parameter: &Parameter) -> String {
    format!("config::endpoint::Params::{}", parameter.field)
}

/// The public methods that a parameter becomes.
fn methods(parameter: &Parameter) -> Vec<String> {
    // The account's mode is a setting that is not a context parameter.
    let is_setting =
        parameter.setting.is_some() || parameter.built_in == Some(BuiltIn::AccountIdEndpointMode);
    let setting = is_setting.then(|| format!("config::Builder::{}", parameter.field));
    std::iter::once(params(parameter)).chain(setting).collect()
}

/// The type of the accessor.
fn ty(parameter: &Parameter) -> &'static str {
    match parameter.ty {
        ParameterType::String => "Option<&str>",
        ParameterType::Boolean => "Option<bool>",
        ParameterType::StringArray => "Option<&[String]>",
    }
}
