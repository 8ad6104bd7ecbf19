//! Paths of waiters as typed values: what `JMESPath` leaves to the run of the program is decided here.

use serde_json::Value as Json;

use super::typed::{Result, Type, Typed, alike, leaf};
use super::value::{ElementOf, Known, Reading, ValuePlan};
use crate::plan::jmespath::{Comparison, Expression};
use crate::plan::{CratePlan, Presence, RustType, StructPlan};

/// Where names of a path are looked up.
pub(super) struct Scope<'p> {
    plan: &'p CratePlan,
    /// The structures at hand by name; the only one when it has none.
    roots: Vec<(&'static str, &'p StructPlan)>,
    current: Option<Typed<'p>>,
}

impl<'p> Scope<'p> {
    /// A path into the output, or into both when it begins with `input` or `output`.
    pub(super) fn new(
        plan: &'p CratePlan,
        input: &'p StructPlan,
        output: &'p StructPlan,
        both: bool,
    ) -> Self {
        let current = Typed {
            value: ValuePlan::Variable { name: "output", reading: Reading::Borrowed },
            ty: Type::Struct(output),
        };
        if both {
            return Self { plan, roots: vec![("input", input), ("output", output)], current: None };
        }
        Self { plan, roots: Vec::new(), current: Some(current) }
    }

    /// The same, where `current` is looked at.
    fn at(&self, current: Typed<'p>) -> Self {
        Self { plan: self.plan, roots: Vec::new(), current: Some(current) }
    }

    pub(super) fn value(&self, expression: &Expression) -> Result<Typed<'p>> {
        match expression {
            Expression::Current => self.current.clone().ok_or_else(|| "`@` stands for nothing".to_owned()),
            Expression::Field(name) => self.field(name),
            Expression::Subexpression(left, right) => small(self.at(self.value(left)?).value(right)?),
            Expression::Index(list, index) => self.index(list, *index),
            Expression::Projection { list, flatten, filter, item } => {
                self.each(list, *flatten, filter.as_deref(), item)
            }
            Expression::Values { .. } => Err("the values of a map are not supported".to_owned()),
            Expression::MultiSelect(list) => self.several(list),
            Expression::Literal(value) => literal(value),
            Expression::Call(name, arguments) => self.call(name, arguments),
            Expression::Compare(..) | Expression::And(..) | Expression::Or(..) | Expression::Not(_) => {
                Ok(Typed { value: self.truth(expression, false)?, ty: Type::Truth })
            }
        }
    }

    fn typed(&self, ty: &'p RustType) -> (Type<'p>, Reading) {
        match ty {
            RustType::List { element, sparse } => {
                (Type::List { element, sparse: *sparse }, Reading::Borrowed)
            }
            RustType::Map { .. } => (Type::Map, Reading::Borrowed),
            RustType::Boxed(inner) => self.typed(inner),
            ty => match self.plan.structure(ty) {
                Some(structure) => (Type::Struct(structure), Reading::Borrowed),
                None => leaf(ty),
            },
        }
    }

    fn field(&self, name: &str) -> Result<Typed<'p>> {
        let Some(current) = &self.current else {
            let root = self.roots.iter().find(|(known, _)| *known == name);
            let (name, structure) =
                root.ok_or_else(|| format!("`{name}` is neither `input` nor `output`"))?;
            let value = ValuePlan::Variable { name, reading: Reading::Borrowed };
            return Ok(Typed { value, ty: Type::Struct(structure) });
        };
        let Type::Struct(structure) = current.ty else {
            return Err(format!("`{name}` is asked of something that is no structure"));
        };
        let field = structure.fields.iter().find(|field| field.wire_name == name);
        let field = field.ok_or_else(|| format!("`{}` has no member `{name}`", structure.path.name))?;
        let (ty, reading) = self.typed(&field.ty);
        let from = Box::new(current.value.clone());
        let optional = field.presence == Presence::Optional;
        Ok(Typed { value: ValuePlan::Field { from, field: field.name.clone(), optional, reading }, ty })
    }

    /// What kind of list a value is, and its element as the variable `item`.
    fn element(&self, list: &Typed<'p>, flatten: bool) -> Result<(ElementOf, Typed<'p>)> {
        let item = |ty, reading| Typed { value: ValuePlan::Variable { name: "item", reading }, ty };
        match &list.ty {
            Type::List { element, sparse } => match element {
                RustType::List { element, sparse: inner } if flatten => {
                    if *sparse || *inner {
                        return Err("lists in lists that hold nulls are not supported".to_owned());
                    }
                    let (ty, reading) = self.typed(element);
                    Ok((ElementOf::Model { sparse: false, nested: true }, item(ty, reading)))
                }
                element => {
                    let (ty, reading) = self.typed(element);
                    Ok((ElementOf::Model { sparse: *sparse, nested: false }, item(ty, reading)))
                }
            },
            Type::Made(element) => match &**element {
                Type::List { element, sparse: false } if flatten => {
                    let (ty, reading) = self.typed(element);
                    Ok((ElementOf::Made { nested: true }, item(ty, reading)))
                }
                Type::Made(element) if flatten => {
                    Ok((ElementOf::Made { nested: true }, item((**element).clone(), Reading::Borrowed)))
                }
                element => Ok((ElementOf::Made { nested: false }, item(element.clone(), Reading::Borrowed))),
            },
            _ => Err("the elements are asked for of something that is no list".to_owned()),
        }
    }

    fn each(
        &self,
        list: &Expression,
        flatten: bool,
        keep: Option<&Expression>,
        item: &Expression,
    ) -> Result<Typed<'p>> {
        let Typed { value, ty } = self.value(list)?;
        let list = Typed { value: if flatten { value.flattened() } else { value }, ty };
        let (of, element) = self.element(&list, flatten)?;
        if matches!((&of, &element.ty), (ElementOf::Made { nested: false }, Type::Made(_))) {
            return Err("lists in a list that is made of another must be taken apart".to_owned());
        }
        let nested = matches!(of, ElementOf::Model { nested: true, .. } | ElementOf::Made { nested: true });
        let sparse = matches!(of, ElementOf::Model { sparse: true, .. });
        if keep.is_none() && *item == Expression::Current && !nested && !sparse {
            return Ok(list);
        }
        let inside = self.at(element);
        let keep = keep.map(|keep| inside.truth(keep, false)).transpose()?;
        let item = inside.value(item)?;
        let all = keep.iter().chain([&item.value]);
        if all.into_iter().any(|value| !value.mentions("item")) {
            return Err("something other than the element is asked for of each element".to_owned());
        }
        let (list, keep) = (Box::new(list.value), keep.map(Box::new));
        let value = ValuePlan::Each { list, of, keep, item: Box::new(item.value) };
        Ok(Typed { value, ty: Type::Made(Box::new(item.ty)) })
    }

    fn index(&self, list: &Expression, index: i64) -> Result<Typed<'p>> {
        let list = self.value(list)?;
        let (of, element) = self.element(&list, false)?;
        if matches!(of, ElementOf::Model { sparse: true, .. }) {
            return Err("an element is asked for of a list that holds nulls".to_owned());
        }
        let from_end = index < 0;
        let before = if from_end { -(index + 1) } else { index };
        let index = usize::try_from(before).map_err(|_| "the index is too large".to_owned())?;
        let (list, item) = (Box::new(list.value), Box::new(element.value));
        Ok(Typed { value: ValuePlan::Index { list, of, index, from_end, item }, ty: element.ty })
    }

    fn several(&self, list: &[Expression]) -> Result<Typed<'p>> {
        let values = list.iter().map(|one| Ok(self.value(one)?.made())).collect::<Result<Vec<_>>>()?;
        let first = values.first().map(|first| first.ty.clone()).ok_or("a list is empty")?;
        if values.iter().any(|value| !alike(&value.ty, &first)) {
            return Err("a list mixes values of different types".to_owned());
        }
        let values = values.into_iter().map(|value| value.value).collect();
        let value = ValuePlan::Several { values, whole: true };
        Ok(Typed { value, ty: Type::Made(Box::new(first)) })
    }

    fn call(&self, name: &str, arguments: &[Expression]) -> Result<Typed<'p>> {
        let arguments = arguments.iter().map(|one| self.value(one)).collect::<Result<Vec<_>>>()?;
        match (name, <[Typed<'p>; 1]>::try_from(arguments)) {
            ("length", Ok([of])) => {
                let is_text = matches!(of.ty, Type::Text);
                let counted = is_text || matches!(of.ty, Type::List { .. } | Type::Made(_) | Type::Map);
                let value = ValuePlan::Length { of: Box::new(of.value), is_text };
                counted.then_some(Typed { value, ty: Type::Number }).ok_or_else(|| wrong_argument(name))
            }
            ("keys", Ok([of])) => {
                let value = ValuePlan::Keys(Box::new(of.value));
                let ty = Type::Made(Box::new(Type::Text));
                matches!(of.ty, Type::Map).then_some(Typed { value, ty }).ok_or_else(|| wrong_argument(name))
            }
            ("contains", Err(arguments)) => Ok(Typed { value: contains(arguments, false)?, ty: Type::Truth }),
            _ => Err(format!("the function `{name}` is not supported")),
        }
    }

    /// A condition, or its contrary.
    fn truth(&self, expression: &Expression, negated: bool) -> Result<ValuePlan> {
        match expression {
            Expression::Not(inner) => self.truth(inner, !negated),
            Expression::And(left, right) | Expression::Or(left, right) => {
                let is_and = matches!(expression, Expression::And(..));
                let both = vec![self.truth(left, negated)?, self.truth(right, negated)?];
                Ok(if is_and == negated { ValuePlan::Or(both) } else { ValuePlan::And(both) })
            }
            Expression::Compare(comparison, left, right) => {
                self.comparison(*comparison, left, right, negated)
            }
            Expression::Subexpression(left, right) => self.at(self.value(left)?).truth(right, negated),
            Expression::Call(name, arguments) if name == "contains" => {
                let arguments = arguments.iter().map(|one| self.value(one)).collect::<Result<Vec<_>>>()?;
                contains(arguments, negated)
            }
            expression => {
                let Typed { value, ty } = self.value(expression)?;
                let of = Box::new(value);
                match ty {
                    Type::Flag => Ok(ValuePlan::Flag { of, value: !negated, or_missing: negated }),
                    Type::Text | Type::List { .. } | Type::Made(_) | Type::Map => {
                        Ok(ValuePlan::Present { of, sized: true, negated })
                    }
                    Type::Truth => Err("a condition is asked for of a list of conditions".to_owned()),
                    _ => Ok(ValuePlan::Present { of, sized: false, negated }),
                }
            }
        }
    }

    fn comparison(
        &self,
        comparison: Comparison,
        left: &Expression,
        right: &Expression,
        negated: bool,
    ) -> Result<ValuePlan> {
        let (left, right) = (self.value(left)?, self.value(right)?);
        let simple = matches!(left.ty, Type::Text | Type::Number | Type::Flag) && alike(&left.ty, &right.ty);
        if !simple {
            return Err("values are compared that are not of one simple type".to_owned());
        }
        let is_number = matches!(left.ty, Type::Number);
        let (left, right) = (Box::new(left.value), Box::new(right.value));
        match comparison {
            Comparison::Equal => Ok(ValuePlan::Same { left, right, negated }),
            Comparison::Unequal => Ok(ValuePlan::Same { left, right, negated: !negated }),
            comparison if is_number => {
                let comparison = if negated { contrary(comparison) } else { comparison };
                Ok(ValuePlan::Ordered { comparison, left, right, or_missing: negated })
            }
            _ => Err("values are put in order that are no numbers".to_owned()),
        }
    }
}

/// Each pipe may multiply what stands before it.
const LARGEST: usize = 1_000;

fn small(typed: Typed<'_>) -> Result<Typed<'_>> {
    if typed.value.size() > LARGEST {
        return Err("the path asks for too much".to_owned());
    }
    Ok(typed)
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
    let (known, ty) = match value {
        Json::String(text) => (Known::Text(text.clone()), Type::Text),
        Json::Bool(flag) => (Known::Flag(*flag), Type::Flag),
        Json::Number(number) => {
            let number = number.as_i64().ok_or_else(|| format!("the number {number} is not supported"))?;
            (Known::Number(number), Type::Number)
        }
        other => return Err(format!("the literal `{other}` is not supported")),
    };
    Ok(Typed { value: ValuePlan::Known(known), ty })
}

/// `contains(in_what, what)`
fn contains(arguments: Vec<Typed<'_>>, negated: bool) -> Result<ValuePlan> {
    let Ok([in_what, what]) = <[Typed<'_>; 2]>::try_from(arguments) else {
        return Err("the function `contains` takes two arguments".to_owned());
    };
    let is_list = !matches!(in_what.ty, Type::Text);
    let simple = match what.ty {
        Type::Text => true,
        Type::Number | Type::Flag | Type::Truth => is_list,
        _ => false,
    };
    if !simple {
        return Err(wrong_argument("contains"));
    }
    let in_what = if is_list { in_what.list_of(&what.ty) } else { in_what.text() };
    let in_what = Box::new(in_what.map_err(|_| wrong_argument("contains"))?);
    Ok(ValuePlan::Contains { in_what, what: Box::new(what.value), is_list, negated })
}

fn wrong_argument(function: &str) -> String {
    format!("the function `{function}` is not supported for what it is given")
}
