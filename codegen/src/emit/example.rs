//! Calls in documentation.

use quote::quote;

use super::token::{ident, path};
use super::value::expression;
use crate::plan::{ExamplePlan, OperationPlan, RustType, ValuePlan};

/// Starts of paths in the crate, as tokens are printed, and in a program that uses it.
const PATHS: [(&str, &str); 6] = [
    (":: std :: option :: Option :: Some", "Some"),
    (":: std :: option :: Option :: None", "None"),
    (":: std :: vec !", "vec !"),
    (":: std :: boxed :: Box", "Box"),
    (":: std ::", "std ::"),
    (":: aws_smithy_types ::", "aws_smithy_types ::"),
];

/// Returns the title and code of an example.
pub(super) fn example(plan: &ExamplePlan, operation: &OperationPlan, library: &str) -> String {
    let code = statements(plan, operation, library);
    format!(
        "{}\n\n```no_run\n# async fn example(client: &{library}::Client) -> Result<(), {library}::Error> {{\n{code}\n# Ok(())\n# }}\n```",
        plan.doc,
    )
}

/// Returns the statements of the example.
pub(super) fn statements(plan: &ExamplePlan, operation: &OperationPlan, library: &str) -> String {
    let code = code(plan, operation, library);
    code.lines().map(|line| line.strip_prefix("    ").unwrap_or(line)).collect::<Vec<_>>().join("\n")
}

/// Returns the statements of the example, one level deep.
fn code(plan: &ExamplePlan, operation: &OperationPlan, library: &str) -> String {
    let method = ident(&operation.module);
    let setters = plan.input.fields.iter().map(|(stem, value)| {
        let field = operation.input.fields.iter().find(|field| field.stem == *stem);
        match (value, field) {
            // As a person would write it, where the plain setter takes it as it is.
            (ValuePlan::String(text), Some(field)) if field.ty == RustType::String => {
                let name = ident(&field.name);
                quote!(.#name(#text))
            }
            (ValuePlan::Bool(_) | ValuePlan::Integer(_) | ValuePlan::Struct(_), Some(field)) => {
                let (name, value) = (ident(&field.name), expression(value));
                quote!(.#name(#value))
            }
            (ValuePlan::Enum(item, text), Some(field)) => {
                let (name, item) = (ident(&field.name), path(item));
                quote!(.#name(#item::from(#text)))
            }
            _ => {
                let (name, value) =
                    (ident(&format!("set_{}", stem.trim_start_matches('_'))), expression(value));
                quote!(.#name(::std::option::Option::Some(#value)))
            }
        }
    });
    let call = quote! {
        async fn example() {
            let output = client.#method() #(#setters)* .send().await?;
            println!("{output:?}");
        }
    };
    let file = syn::parse_file(&outside(&call.to_string(), library));
    let text = prettyplease::unparse(&file.expect("a call with other paths is a call"));
    let lines: Vec<&str> = text.lines().collect();
    lines.get(1..lines.len().saturating_sub(1)).unwrap_or_default().join("\n")
}

/// Returns printed tokens with their paths as a program outside of the crate writes them. Literals stay as they are.
fn outside(tokens: &str, library: &str) -> String {
    let (mut text, mut quoted) = (String::new(), false);
    for piece in tokens.split_inclusive('"') {
        if quoted {
            text.push_str(piece);
            let before_quote = piece.trim_end_matches('"');
            let escapes = before_quote.len() - before_quote.trim_end_matches('\\').len();
            quoted = escapes % 2 == 1;
        } else {
            let code = PATHS.into_iter().fold(piece.to_owned(), |code, (from, to)| code.replace(from, to));
            text.push_str(&code.replace("crate ::", &format!("{library} ::")));
            quoted = true;
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::outside;

    #[test]
    fn literals_stay_as_they_are() {
        let tokens = r#"f (crate :: a , "crate :: \"x\\" , b"crate :: y" , :: std :: vec ! [])"#;
        let expected = r#"f (lib :: a , "crate :: \"x\\" , b"crate :: y" , vec ! [])"#;
        assert_eq!(outside(tokens, "lib"), expected);
    }
}
