//! Expressions as the rules write them -> typed expressions.

use super::scope::Scope;
use super::{Attribute, Condition, Expression, Function, Type, template};
use crate::diagnostic::Diagnostic;
use crate::read::node::Node;
use crate::source::{Place, Value};

/// Functions whose types depend on their arguments, or that are no function in Rust.
const FORMS: [&str; 7] = ["isSet", "not", "booleanEquals", "stringEquals", "getAttr", "coalesce", "ite"];

/// Reads an expression.
pub(super) fn expression(node: &Node<'_>, scope: &mut Scope<'_>) -> Result<Expression, Diagnostic> {
    match node.value {
        Value::String(_) => template::read(node, scope),
        Value::Bool(flag) => Ok(Expression::Flag(*flag)),
        Value::Number(number) => number.as_u64().map(Expression::Number).ok_or_else(|| {
            Diagnostic::error(format!("`{number}` is not a number that endpoint rules can use"))
                .at(&node.place)
                .with_help("write a whole number that is not negative")
        }),
        _ => match node.get("ref") {
            Some(name) => scope.resolve(name.text()?, &name.place),
            None => call(node, false, scope),
        },
    }
}

/// The expression, if it has a value of the type.
pub(super) fn expect(
    value: Expression,
    ty: Type,
    what: &str,
    place: &Place,
) -> Result<Expression, Diagnostic> {
    if value.ty() != ty {
        return Err(Diagnostic::error(format!(
            "{what} must be {}, but it is {}",
            ty.words(),
            value.ty().words()
        ))
        .at(place)
        .with_help("the endpoint rules do not convert one type to another"));
    }
    if value.optional() {
        return Err(Diagnostic::error(format!("{what} may have no value here"))
            .at(place)
            .with_help("put a condition with `isSet` before it, or give the result a name with `assign`"));
    }
    Ok(value)
}

/// An expression of a type that has a value.
pub(super) fn typed(
    node: &Node<'_>,
    ty: Type,
    what: &str,
    scope: &mut Scope<'_>,
) -> Result<Expression, Diagnostic> {
    expect(expression(node, scope)?, ty, what, &node.place)
}

/// Reads a call that is a condition; the name that it may assign is for the caller.
pub(super) fn condition(node: &Node<'_>, scope: &mut Scope<'_>) -> Result<Expression, Diagnostic> {
    call(node, true, scope)
}

fn call(node: &Node<'_>, is_condition: bool, scope: &mut Scope<'_>) -> Result<Expression, Diagnostic> {
    let function = node.required("fn")?;
    let name = function.text()?;
    let arguments = node.required("argv")?.elements()?;
    let binds = is_condition && (name == "stringEquals" || Function::find(name).is_some());
    let mut form = Form { name, node, arguments, binds, scope };
    match name {
        "isSet" => form.is_set(),
        "not" => form.not(),
        "booleanEquals" => form.equals(Type::Flag),
        "stringEquals" => form.equals(Type::Text),
        "getAttr" => form.get_attr(),
        "coalesce" => form.coalesce(),
        "ite" => form.choose(),
        _ => match Function::find(name) {
            Some(function) => form.plain(function),
            None => Err(unknown(name, &function.place)),
        },
    }
}

fn unknown(name: &str, place: &Place) -> Diagnostic {
    let known = FORMS.into_iter().chain(Function::ALL.iter().map(|function| function.wire_name));
    let listed: Vec<_> = known.clone().map(|known| format!("`{known}`")).collect();
    Diagnostic::error(format!("the endpoint rule function `{name}` is not known")).at(place).suggest(
        name,
        known,
        &format!("the functions are {}", listed.join(", ")),
    )
}

/// A call that is being read.
struct Form<'n, 's, 'a> {
    name: &'n str,
    node: &'n Node<'n>,
    arguments: Vec<Node<'n>>,
    /// Whether a parameter without a value makes the condition fail, so that it has one from there on.
    binds: bool,
    scope: &'s mut Scope<'a>,
}

impl Form<'_, '_, '_> {
    fn arity(&self, wanted: usize) -> Result<(), Diagnostic> {
        if self.arguments.len() == wanted {
            return Ok(());
        }
        let plural = if wanted == 1 { "" } else { "s" };
        let (name, given) = (self.name, self.arguments.len());
        Err(Diagnostic::error(format!("`{name}` takes {wanted} argument{plural}, but {given} are given"))
            .at(&self.node.place.child("argv"))
            .with_help(format!("give it {wanted}")))
    }

    /// The argument at a place, of any type, with or without a value.
    fn any(&mut self, index: usize) -> Result<Expression, Diagnostic> {
        expression(&self.arguments[index], self.scope)
    }

    /// The argument at a place, of a type, with a value.
    fn typed(&mut self, index: usize, ty: Type) -> Result<Expression, Diagnostic> {
        let what = format!("argument {} of `{}`", index + 1, self.name);
        let node = &self.arguments[index];
        let value = expression(node, self.scope)?;
        let name = node.value.get("ref").and_then(Value::as_str).filter(|_| self.binds);
        match (name, &value) {
            (Some(name), Expression::Parameter { optional: true, .. }) if value.ty() == ty => {
                let variable = self.scope.bind(name, ty);
                self.scope.pending.push(Condition::Bind { name: variable.clone(), value });
                Ok(Expression::Variable { name: variable, ty })
            }
            _ => expect(value, ty, &what, &node.place),
        }
    }

    /// The argument at a place, which the result may borrow from.
    fn kept(&mut self, index: usize) -> Result<Expression, Diagnostic> {
        let value = self.any(index)?;
        Ok(self.scope.keep(value))
    }

    fn plain(&mut self, function: &'static Function) -> Result<Expression, Diagnostic> {
        self.arity(function.parameters.len())?;
        let mut arguments = Vec::new();
        for (index, ty) in function.parameters.iter().enumerate() {
            let argument = self.typed(index, *ty)?;
            arguments.push(if function.borrows { self.scope.keep(argument) } else { argument });
        }
        Ok(Expression::Call { function, arguments })
    }

    fn is_set(&mut self) -> Result<Expression, Diagnostic> {
        self.arity(1)?;
        let value = self.any(0)?;
        let always = Expression::Flag(true);
        Ok(if value.optional() { Expression::IsSome(Box::new(value)) } else { always })
    }

    fn not(&mut self) -> Result<Expression, Diagnostic> {
        self.arity(1)?;
        Ok(self.typed(0, Type::Flag)?.negated())
    }

    fn equals(&mut self, ty: Type) -> Result<Expression, Diagnostic> {
        self.arity(2)?;
        let (first, second) = (self.typed(0, ty)?, self.typed(1, ty)?);
        Ok(Expression::equal(first, second))
    }

    fn get_attr(&mut self) -> Result<Expression, Diagnostic> {
        self.arity(2)?;
        let value = self.kept(0)?;
        let (of, path) = (&self.arguments[0], &self.arguments[1]);
        let name = of.value.get("ref").and_then(Value::as_str).unwrap_or("the value");
        if value.optional() {
            return expect(value.clone(), value.ty(), &format!("`{name}`"), &of.place);
        }
        attribute(value, name, path.text()?, &path.place)
    }

    fn coalesce(&mut self) -> Result<Expression, Diagnostic> {
        if self.arguments.len() < 2 {
            self.arity(2)?;
        }
        let mut result = self.kept(0)?;
        self.check_mixable(&result, 0)?;
        for index in 1..self.arguments.len() {
            let next = self.kept(index)?;
            self.check_same(&result, &next, index)?;
            if result.optional() {
                result = Expression::Or(Box::new(result), Box::new(next));
            }
        }
        Ok(result)
    }

    fn choose(&mut self) -> Result<Expression, Diagnostic> {
        self.arity(3)?;
        let condition = self.typed(0, Type::Flag)?;
        let (yes, no) = (self.kept(1)?, self.kept(2)?);
        self.check_mixable(&yes, 1)?;
        self.check_same(&yes, &no, 2)?;
        Ok(Expression::choose(condition, yes, no))
    }

    fn check_mixable(&self, value: &Expression, index: usize) -> Result<(), Diagnostic> {
        if matches!(value.ty(), Type::Text | Type::Flag) {
            return Ok(());
        }
        let (name, words) = (self.name, value.ty().words());
        Err(Diagnostic::error(format!("`{name}` is for text and booleans, not for {words}"))
            .at(&self.arguments[index].place)
            .with_help("take the parts that are needed with `getAttr` first"))
    }

    fn check_same(&self, first: &Expression, other: &Expression, index: usize) -> Result<(), Diagnostic> {
        if first.ty() == other.ty() {
            return Ok(());
        }
        let (name, first, other) = (self.name, first.ty().words(), other.ty().words());
        Err(Diagnostic::error(format!("`{name}` would be {first} or {other}"))
            .at(&self.arguments[index].place)
            .with_help("give it values of one type"))
    }
}

/// A part of a value: `supportsFIPS`, `resourceId[0]`, `[1]`.
pub(super) fn attribute(
    value: Expression,
    name: &str,
    path: &str,
    place: &Place,
) -> Result<Expression, Diagnostic> {
    let mut value = value;
    for segment in path.split('.') {
        let (field, indices) = segment.split_at(segment.find('[').unwrap_or(segment.len()));
        if value.optional() {
            return Err(no_part(&value, name, path, place));
        }
        if !field.is_empty() {
            value = part(value, name, field, path, place)?;
        }
        if field.is_empty() && indices.is_empty() {
            return Err(no_part(&value, name, path, place));
        }
        if !indices.is_empty() {
            value = element(value, name, indices, path, place)?;
        }
    }
    Ok(value)
}

fn part(
    value: Expression,
    name: &str,
    field: &str,
    path: &str,
    place: &Place,
) -> Result<Expression, Diagnostic> {
    let found = Attribute::of(value.ty()).find(|attribute| attribute.wire_name == field);
    let attribute = found.ok_or_else(|| no_part(&value, name, path, place))?;
    Ok(Expression::Attribute { of: Box::new(value), attribute })
}

/// `[0]` behind a list of text.
fn element(
    value: Expression,
    name: &str,
    indices: &str,
    path: &str,
    place: &Place,
) -> Result<Expression, Diagnostic> {
    let inside = indices.strip_prefix('[').and_then(|rest| rest.strip_suffix(']'));
    match inside.and_then(|inside| inside.parse().ok()) {
        Some(index) if value.ty() == Type::Texts => Ok(Expression::Element { of: Box::new(value), index }),
        _ => Err(no_part(&value, name, path, place)),
    }
}

fn no_part(value: &Expression, name: &str, path: &str, place: &Place) -> Diagnostic {
    let parts: Vec<_> = Attribute::of(value.ty()).map(|attribute| attribute.wire_name).collect();
    let words = value.ty().words();
    let finding = Diagnostic::error(format!("`{name}` has no part `{path}`")).at(place);
    if value.ty() == Type::Texts {
        return finding.with_help(format!("{words} has elements: `[0]`, `[1]` and so on"));
    }
    let otherwise = if parts.is_empty() {
        format!("{words} has no parts")
    } else {
        let parts: Vec<_> = parts.iter().map(|part| format!("`{part}`")).collect();
        format!("{words} has {}", parts.join(", "))
    };
    finding.suggest(path, parts, &otherwise)
}
