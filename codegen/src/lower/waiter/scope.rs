//! `JMESPath` expressions of waiters with static types.

use crate::source::Value as Json;

use super::typed::{Result, Type, Typed};
use crate::diagnostic::closest;
use crate::lower::data_types::DataTypes;
use crate::lower::jmespath::Expression;
use crate::lower::lowered_operation::LoweredOperation;
use crate::plan::waiter::{Comparison, ElementOf, Literal, Reading, WaiterCondition, WaiterValue};
use crate::plan::{Presence, RustType, StructPlan};

/// The structures in which the names of a path are looked up.
pub(super) struct Scope<'p> {
    types: &'p DataTypes,
    /// The structures by name, if there are several.
    roots: Vec<(&'static str, &'p StructPlan)>,
    current: Option<Typed<'p>>,
}

impl<'p> Scope<'p> {
    /// Returns the scope of a path into the output, or into both messages, in which it begins with `input` or `output`.
    pub(super) fn new(operation: LoweredOperation<'p>, both: bool) -> Self {
        let LoweredOperation { input, output, types, .. } = operation;
        if both {
            return Self { types, roots: vec![("input", input), ("output", output)], current: None };
        }
        let value = WaiterValue::Variable { name: "output", reading: Reading::Borrowed };
        Self { types, roots: Vec::new(), current: Some(Typed { value, ty: Type::Struct(output) }) }
    }

    /// Returns the scope with another current value.
    fn at(&self, current: Typed<'p>) -> Self {
        Self { types: self.types, roots: Vec::new(), current: Some(current) }
    }

    /// Evaluates an expression to a value.
    pub(super) fn value(&self, expression: &Expression) -> Result<Typed<'p>> {
        match expression {
            Expression::Current => self.current.clone().ok_or_else(|| "`@` has no value".to_owned()),
            Expression::Field(name) => self.field(name),
            Expression::Subexpression(left, right) => limited(self.at(self.value(left)?).value(right)?),
            Expression::Index(list, index) => self.index(list, *index),
            Expression::Projection { list, flatten, filter, item } => {
                self.projection(list, *flatten, filter.as_deref(), item)
            }
            Expression::Values { of, item } => self.values(of, item),
            Expression::MultiSelect(list) => self.multi_select(list),
            Expression::Literal(value) => literal(value),
            Expression::Call(name, arguments) => self.call(name, arguments),
            Expression::Compare(..) | Expression::And(..) | Expression::Or(..) | Expression::Not(_) => {
                Ok(Typed::condition(self.condition(expression, false)?))
            }
        }
    }

    fn typed(&self, ty: &'p RustType) -> (Type<'p>, Reading) {
        match ty {
            RustType::List { element, sparse } => {
                (Type::List { element, sparse: *sparse }, Reading::Borrowed)
            }
            RustType::Map { value, sparse, .. } => (Type::Map { value, sparse: *sparse }, Reading::Borrowed),
            RustType::Boxed(inner) => self.typed(inner),
            ty => match self.types.structure(ty) {
                Some(structure) => (Type::Struct(structure), Reading::Borrowed),
                None => Type::of_leaf(ty),
            },
        }
    }

    fn field(&self, name: &str) -> Result<Typed<'p>> {
        let Some(current) = &self.current else {
            let root = self.roots.iter().find(|(known, _)| *known == name);
            let (name, structure) =
                root.ok_or_else(|| format!("`{name}` is neither `input` nor `output`"))?;
            let value = WaiterValue::Variable { name, reading: Reading::Borrowed };
            return Ok(Typed { value, ty: Type::Struct(structure) });
        };
        let Type::Struct(structure) = current.ty else {
            return Err(format!("`{name}` is a member of a value that is not a structure"));
        };
        let field = structure.fields.iter().find(|field| field.wire_name == name);
        let field = field.ok_or_else(|| no_member(structure, name))?;
        let (ty, reading) = self.typed(&field.ty);
        let from = Box::new(current.value.clone());
        let optional = field.presence == Presence::Optional;
        Ok(Typed {
            value: WaiterValue::Field { from, field: field.name.clone(), is_optional: optional, reading },
            ty,
        })
    }

    /// Returns the kind of a list, and its element as the variable `item`.
    fn element(&self, list: &Typed<'p>, flatten: bool) -> Result<(ElementOf, Typed<'p>)> {
        let item = |ty, reading| Typed { value: WaiterValue::Variable { name: "item", reading }, ty };
        match &list.ty {
            Type::List { element, sparse } => match element {
                RustType::List { element, sparse: inner } if flatten => {
                    if *sparse || *inner {
                        return Err("lists of lists that hold nulls are not supported".to_owned());
                    }
                    let (ty, reading) = self.typed(element);
                    Ok((ElementOf::Modelled { sparse: false, nested: true }, item(ty, reading)))
                }
                element => {
                    let (ty, reading) = self.typed(element);
                    Ok((ElementOf::Modelled { sparse: *sparse, nested: false }, item(ty, reading)))
                }
            },
            Type::Projected(element) => match &**element {
                Type::List { element, sparse: false } if flatten => {
                    let (ty, reading) = self.typed(element);
                    Ok((ElementOf::Projected { nested: true }, item(ty, reading)))
                }
                Type::Projected(element) if flatten => {
                    let element = item((**element).clone(), Reading::Borrowed);
                    Ok((ElementOf::Projected { nested: true }, element))
                }
                element => {
                    Ok((ElementOf::Projected { nested: false }, item(element.clone(), Reading::Borrowed)))
                }
            },
            _ => Err("the path has elements of a value that is not a list".to_owned()),
        }
    }

    fn projection(
        &self,
        list: &Expression,
        flatten: bool,
        filter: Option<&Expression>,
        item: &Expression,
    ) -> Result<Typed<'p>> {
        let Typed { value, ty } = self.value(list)?;
        let list = Typed { value: if flatten { value.flattened() } else { value }, ty };
        let (of, element) = self.element(&list, flatten)?;
        if matches!((&of, &element.ty), (ElementOf::Projected { nested: false }, Type::Projected(_))) {
            return Err("a projected list of lists must be flattened".to_owned());
        }
        let is_plain = matches!(
            of,
            ElementOf::Modelled { sparse: false, nested: false } | ElementOf::Projected { nested: false }
        );
        if filter.is_none() && *item == Expression::Current && is_plain {
            return Ok(list);
        }
        let inside = self.at(element);
        let filter = filter.map(|filter| inside.condition(filter, false)).transpose()?;
        let item = inside.value(item)?;
        let uses_item = item.value.mentions("item");
        if !uses_item || filter.as_ref().is_some_and(|filter| !filter.mentions("item")) {
            return Err("a projection does not use its element".to_owned());
        }
        let (list, filter) = (Box::new(list.value), filter.map(Box::new));
        let value = WaiterValue::Projection { list, of, filter, item: Box::new(item.value) };
        Ok(Typed { value, ty: Type::Projected(Box::new(item.ty)) })
    }

    /// Evaluates an expression for each value of a map.
    fn values(&self, map: &Expression, item: &Expression) -> Result<Typed<'p>> {
        let map = self.value(map)?;
        let Type::Map { value, sparse } = map.ty else {
            return Err("the path has values of a value that is not a map".to_owned());
        };
        let (ty, reading) = self.typed(value);
        let element = Typed { value: WaiterValue::Variable { name: "item", reading }, ty };
        let item = self.at(element).value(item)?;
        if !item.value.mentions("item") {
            return Err("a projection does not use its element".to_owned());
        }
        let (list, of) = (Box::new(map.value), ElementOf::Values { sparse });
        let value = WaiterValue::Projection { list, of, filter: None, item: Box::new(item.value) };
        Ok(Typed { value, ty: Type::Projected(Box::new(item.ty)) })
    }

    fn index(&self, list: &Expression, index: i64) -> Result<Typed<'p>> {
        let list = self.value(list)?;
        let (of, element) = self.element(&list, false)?;
        if matches!(of, ElementOf::Modelled { sparse: true, .. }) {
            return Err("an index into a list that holds nulls is not supported".to_owned());
        }
        let from_end = index < 0;
        let before = if from_end { -(index + 1) } else { index };
        let index = usize::try_from(before).map_err(|_| "the index is too large".to_owned())?;
        let (list, item) = (Box::new(list.value), Box::new(element.value));
        Ok(Typed { value: WaiterValue::Index { list, of, index, from_end, item }, ty: element.ty })
    }

    fn multi_select(&self, list: &[Expression]) -> Result<Typed<'p>> {
        let values = list.iter().map(|one| Ok(self.value(one)?.projected())).collect::<Result<Vec<_>>>()?;
        let first = values.first().map(|first| first.ty.clone()).ok_or("a list is empty")?;
        if values.iter().any(|value| !value.ty.is_comparable(&first)) {
            return Err("a list has values of different types".to_owned());
        }
        let values = values.into_iter().map(|value| value.value).collect();
        let value = WaiterValue::MultiSelect { values, whole: true };
        Ok(Typed { value, ty: Type::Projected(Box::new(first)) })
    }

    fn call(&self, name: &str, arguments: &[Expression]) -> Result<Typed<'p>> {
        let arguments = self.arguments(arguments)?;
        match (name, <[Typed<'p>; 1]>::try_from(arguments)) {
            ("length", Ok([of])) => {
                let is_string = matches!(of.ty, Type::String);
                let counted =
                    is_string || matches!(of.ty, Type::List { .. } | Type::Projected(_) | Type::Map { .. });
                let value = WaiterValue::Length { of: Box::new(of.value), is_string };
                counted.then_some(Typed { value, ty: Type::Number }).ok_or_else(|| wrong_argument(name))
            }
            ("keys", Ok([of])) => {
                let value = WaiterValue::Keys(Box::new(of.value));
                let ty = Type::Projected(Box::new(Type::String));
                matches!(of.ty, Type::Map { .. })
                    .then_some(Typed { value, ty })
                    .ok_or_else(|| wrong_argument(name))
            }
            ("contains", Err(arguments)) => Ok(Typed::condition(contains(arguments, false)?)),
            _ => Err(format!("the function `{name}` is not supported")),
        }
    }

    fn arguments(&self, arguments: &[Expression]) -> Result<Vec<Typed<'p>>> {
        arguments.iter().map(|argument| self.value(argument)).collect()
    }

    /// Evaluates an expression to a condition, or its negation.
    fn condition(&self, expression: &Expression, negated: bool) -> Result<WaiterCondition> {
        match expression {
            Expression::Not(inner) => self.condition(inner, !negated),
            Expression::And(left, right) => {
                let both = vec![self.condition(left, negated)?, self.condition(right, negated)?];
                Ok(if negated { WaiterCondition::Or(both) } else { WaiterCondition::And(both) })
            }
            Expression::Or(left, right) => {
                let both = vec![self.condition(left, negated)?, self.condition(right, negated)?];
                Ok(if negated { WaiterCondition::And(both) } else { WaiterCondition::Or(both) })
            }
            Expression::Compare(comparison, left, right) => {
                self.comparison(*comparison, left, right, negated)
            }
            Expression::Subexpression(left, right) => self.at(self.value(left)?).condition(right, negated),
            Expression::Call(name, arguments) if name == "contains" => {
                contains(self.arguments(arguments)?, negated)
            }
            Expression::Current
            | Expression::Field(_)
            | Expression::Index(..)
            | Expression::Projection { .. }
            | Expression::Values { .. }
            | Expression::MultiSelect(_)
            | Expression::Literal(_)
            | Expression::Call(..) => truth(self.value(expression)?, negated),
        }
    }

    fn comparison(
        &self,
        comparison: Comparison,
        left: &Expression,
        right: &Expression,
        negated: bool,
    ) -> Result<WaiterCondition> {
        let (left, right) = (self.value(left)?, self.value(right)?);
        let is_simple = matches!(left.ty, Type::String | Type::Number | Type::Boolean);
        if !is_simple || !left.ty.is_comparable(&right.ty) {
            return Err("a comparison of values that are not of one simple type is not supported".to_owned());
        }
        let is_number = matches!(left.ty, Type::Number);
        let (left, right) = (Box::new(left.value), Box::new(right.value));
        match comparison {
            Comparison::Equal => Ok(WaiterCondition::Equal { left, right, negated }),
            Comparison::Unequal => Ok(WaiterCondition::Equal { left, right, negated: !negated }),
            Comparison::Less | Comparison::LessOrEqual | Comparison::Greater | Comparison::GreaterOrEqual => {
                if !is_number {
                    return Err("an order of values that are not numbers is not supported".to_owned());
                }
                let comparison = if negated { contrary(comparison) } else { comparison };
                Ok(WaiterCondition::Ordered { comparison, left, right, or_missing: negated })
            }
        }
    }
}

fn no_member(structure: &StructPlan, name: &str) -> String {
    let message = format!("`{}` has no member `{name}`", structure.path.name);
    match closest(name, structure.fields.iter().map(|field| &*field.wire_name)) {
        Some(meant) => format!("{message}; did you mean `{meant}`?"),
        None => message,
    }
}

/// The maximum number of expressions in a value: each pipe may multiply those before it.
const MAX_SIZE: usize = 1_000;

fn limited(typed: Typed<'_>) -> Result<Typed<'_>> {
    if typed.value.size() > MAX_SIZE {
        return Err("the path is too complex".to_owned());
    }
    Ok(typed)
}

/// Evaluates the truth of a value in `JMESPath`: it is there, and neither false nor empty.
fn truth(typed: Typed<'_>, negated: bool) -> Result<WaiterCondition> {
    let of = Box::new(typed.value);
    match typed.ty {
        Type::Boolean => Ok(WaiterCondition::Boolean { of, value: !negated, or_missing: negated }),
        Type::String | Type::List { .. } | Type::Projected(_) | Type::Map { .. } => {
            Ok(WaiterCondition::Present { of, sized: true, negated })
        }
        Type::Number | Type::Struct(_) | Type::Opaque => {
            Ok(WaiterCondition::Present { of, sized: false, negated })
        }
        Type::Condition => Err("the truth of a condition in a list is not supported".to_owned()),
    }
}

fn contrary(comparison: Comparison) -> Comparison {
    match comparison {
        Comparison::Equal => Comparison::Unequal,
        Comparison::Unequal => Comparison::Equal,
        Comparison::Less => Comparison::GreaterOrEqual,
        Comparison::LessOrEqual => Comparison::Greater,
        Comparison::Greater => Comparison::LessOrEqual,
        Comparison::GreaterOrEqual => Comparison::Less,
    }
}

fn literal<'p>(value: &Json) -> Result<Typed<'p>> {
    let (literal, ty) = match value {
        Json::String(string) => (Literal::String(string.clone()), Type::String),
        Json::Bool(boolean) => (Literal::Boolean(*boolean), Type::Boolean),
        Json::Number(number) => {
            let number = number.as_whole().ok_or_else(|| format!("the number {number} is not supported"))?;
            (Literal::Number(number), Type::Number)
        }
        Json::Null | Json::Array(_) | Json::Object(_) => {
            return Err(format!("the literal `{value}` is not supported"));
        }
    };
    Ok(Typed { value: WaiterValue::Literal(literal), ty })
}

/// Evaluates `contains(container, element)`.
fn contains(arguments: Vec<Typed<'_>>, negated: bool) -> Result<WaiterCondition> {
    let Ok([container, element]) = <[Typed<'_>; 2]>::try_from(arguments) else {
        return Err("the function `contains` takes two arguments".to_owned());
    };
    let is_list = !matches!(container.ty, Type::String);
    let is_simple = match element.ty {
        Type::String => true,
        Type::Number | Type::Boolean | Type::Condition => is_list,
        Type::Struct(_) | Type::List { .. } | Type::Projected(_) | Type::Map { .. } | Type::Opaque => false,
    };
    if !is_simple {
        return Err(wrong_argument("contains"));
    }
    let container = if is_list { container.list_of(&element.ty) } else { container.string() };
    let container = Box::new(container.map_err(|_| wrong_argument("contains"))?);
    Ok(WaiterCondition::Contains { container, element: Box::new(element.value), is_list, negated })
}

fn wrong_argument(function: &str) -> String {
    format!("the function `{function}` is not supported for its argument")
}
