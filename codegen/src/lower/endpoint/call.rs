//! Expressions of the rules -> typed expressions.

use std::collections::VecDeque;

use super::attribute::attribute;
use super::scope::Scope;
use super::{missing, template};
use crate::diagnostic::Diagnostic;
use crate::plan::endpoint::{Condition, Expression, Function, Type};
use crate::source::{Location, Node, Number, Value};

/// Functions whose types depend on their arguments, or that are not functions in Rust.
const FORMS: [&str; 7] = ["isSet", "not", "booleanEquals", "stringEquals", "getAttr", "coalesce", "ite"];

/// Reads an expression.
pub(super) fn expression(node: &Node<'_>, scope: &mut Scope<'_>) -> Result<Expression, Diagnostic> {
    match node.value {
        Value::String(_) => template::read(node, scope),
        Value::Bool(boolean) => Ok(Expression::Boolean(*boolean)),
        Value::Number(number) => whole(number).map(Expression::Number).ok_or_else(|| {
            Diagnostic::error(format!("`{number}` is not a number that endpoint rules can use"))
                .at(&node.location)
                .with_help("write a whole number that is not negative")
        }),
        _ => match node.get("ref") {
            Some(name) => scope.resolve(name.text()?, &name.location),
            None => call(node, false, scope),
        },
    }
}

fn whole(number: &Number) -> Option<u64> {
    u64::try_from(number.as_whole()?).ok()
}

/// Lowers an expression of a type, with a value.
pub(super) fn typed(
    node: &Node<'_>,
    ty: Type,
    what: &str,
    scope: &mut Scope<'_>,
) -> Result<Expression, Diagnostic> {
    let value = expression(node, scope)?;
    scope.expect(value, ty, what, &node.location)
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
        "booleanEquals" => form.equals(Type::Boolean),
        "stringEquals" => form.equals(Type::String),
        "getAttr" => form.get_attr(),
        "coalesce" => form.coalesce(),
        "ite" => form.choose(),
        _ => match Function::find(name) {
            Some(function) => form.plain(function),
            None => Err(unknown(name, &function.location)),
        },
    }
}

fn unknown(name: &str, location: &Location) -> Diagnostic {
    let known = FORMS.into_iter().chain(Function::ALL.iter().map(|function| function.rules_name));
    let listed: Vec<_> = known.clone().map(|known| format!("`{known}`")).collect();
    Diagnostic::error(format!("the endpoint rule function `{name}` is not known")).at(location).suggest(
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
    /// True if a parameter or name without a value makes the condition fail, so that it has one from there on.
    binds: bool,
    scope: &'s mut Scope<'a>,
}

impl Form<'_, '_, '_> {
    fn arity(&self, wanted: usize) -> Result<(), Diagnostic> {
        if self.arguments.len() == wanted {
            return Ok(());
        }
        let plural = if wanted == 1 { "" } else { "s" };
        let (name, count) = (self.name, self.arguments.len());
        Err(Diagnostic::error(format!("`{name}` takes {wanted} argument{plural}, but there are {count}"))
            .at(&self.node.location.child("argv"))
            .with_help(format!("write {wanted} argument{plural}")))
    }

    /// Lowers the argument at an index, of any type, with or without a value.
    fn any(&mut self, index: usize) -> Result<Expression, Diagnostic> {
        expression(&self.arguments[index], self.scope)
    }

    /// Lowers the argument at an index, of a type, with a value.
    fn typed(&mut self, index: usize, ty: Type) -> Result<Expression, Diagnostic> {
        let what = format!("argument {} of `{}`", index + 1, self.name);
        let node = &self.arguments[index];
        let value = expression(node, self.scope)?;
        let name = node.value.get("ref").and_then(Value::as_str).filter(|_| self.binds);
        match (name, &value) {
            (
                Some(name),
                Expression::Parameter { is_optional: true, .. }
                | Expression::Variable { is_optional: true, .. },
            ) if value.ty() == ty => {
                let variable = self.scope.bind(name, ty);
                self.scope.pending.push(Condition::Bind { name: variable.clone(), value });
                Ok(Expression::Variable { name: variable, ty, is_optional: false })
            }
            _ => self.scope.expect(value, ty, &what, &node.location),
        }
    }

    /// Lowers the argument at an index, which the result may borrow from.
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
        if missing::is_missing(self.arguments[0].value, self.scope) {
            return Ok(Expression::Boolean(false));
        }
        let value = self.any(0)?;
        let always = Expression::Boolean(true);
        Ok(if value.is_optional() { Expression::IsSome(Box::new(value)) } else { always })
    }

    fn not(&mut self) -> Result<Expression, Diagnostic> {
        self.arity(1)?;
        Ok(self.typed(0, Type::Boolean)?.negated())
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
        let ty = value.ty();
        let value = self.scope.expect(value, ty, &format!("`{name}`"), &of.location)?;
        attribute(value, name, path.text()?, &path.location)
    }

    fn coalesce(&mut self) -> Result<Expression, Diagnostic> {
        if self.arguments.len() < 2 {
            self.arity(2)?;
        }
        let is_missing = |index: &usize| missing::is_missing(self.arguments[*index].value, self.scope);
        let mut present: VecDeque<_> = (0..self.arguments.len()).filter(|index| !is_missing(index)).collect();
        let first = present.pop_front().unwrap_or(0);
        let mut result = self.kept(first)?;
        self.check_mixable(&result, first)?;
        for index in present {
            let next = self.kept(index)?;
            self.check_same(&result, &next, index)?;
            if result.is_optional() {
                result = Expression::Or(Box::new(result), Box::new(next));
            }
        }
        Ok(result)
    }

    fn choose(&mut self) -> Result<Expression, Diagnostic> {
        self.arity(3)?;
        let condition = self.typed(0, Type::Boolean)?;
        let (yes, no) = (self.kept(1)?, self.kept(2)?);
        self.check_mixable(&yes, 1)?;
        self.check_same(&yes, &no, 2)?;
        Ok(Expression::choose(condition, yes, no))
    }

    fn check_mixable(&self, value: &Expression, index: usize) -> Result<(), Diagnostic> {
        if matches!(value.ty(), Type::String | Type::Boolean) {
            return Ok(());
        }
        let (name, description) = (self.name, value.ty().description());
        Err(Diagnostic::error(format!("`{name}` is for strings and booleans, not for {description}"))
            .at(&self.arguments[index].location)
            .with_help("take the parts that are needed with `getAttr` first"))
    }

    fn check_same(&self, first: &Expression, other: &Expression, index: usize) -> Result<(), Diagnostic> {
        if first.ty() == other.ty() {
            return Ok(());
        }
        let (name, first, other) = (self.name, first.ty().description(), other.ty().description());
        Err(Diagnostic::error(format!("`{name}` would be {first} or {other}"))
            .at(&self.arguments[index].location)
            .with_help("give it values of one type"))
    }
}
