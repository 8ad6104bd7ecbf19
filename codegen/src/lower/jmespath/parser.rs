//! A parser with the binding powers of the reference implementation: an operator that binds weaker than a projection ends it.

use super::expression::Expression;
use super::token::{Token, tokens};
use crate::plan::waiter::Comparison;

/// Parses an expression; an error describes the part that is not supported.
pub(in crate::lower) fn parse(text: &str) -> Result<Expression, String> {
    let tokens = tokens(text)?;
    if tokens.len() > MAX_TOKENS {
        return Err(format!("it has more than {MAX_TOKENS} tokens"));
    }
    let mut parser = Parser { tokens, at: 0, depth: 0 };
    let expression = parser.expression(0)?;
    match parser.next() {
        Token::End => Ok(expression),
        token => Err(unexpected(&token)),
    }
}

/// The maximum number of tokens: the tree of `a.b.c` nests as well.
const MAX_TOKENS: usize = 256;
/// The maximum depth of expressions.
const MAX_DEPTH: usize = 64;

fn unexpected(token: &Token) -> String {
    match token {
        Token::Name(name) => format!("`{name}` is not expected there"),
        Token::Literal(value) => format!("`{value}` is not expected there"),
        Token::Number(number) => format!("`{number}` is not expected there"),
        Token::Mark(mark) => format!("`{mark}` is not supported there"),
        Token::End => "it ends too early".to_owned(),
    }
}

struct Parser {
    tokens: Vec<Token>,
    at: usize,
    depth: usize,
}

impl Parser {
    fn peek(&self) -> &Token {
        self.tokens.get(self.at).unwrap_or(&Token::End)
    }

    fn next(&mut self) -> Token {
        let token = self.peek().clone();
        self.at += 1;
        token
    }

    fn take(&mut self, mark: &'static str) -> bool {
        let found = *self.peek() == Token::Mark(mark);
        self.at += usize::from(found);
        found
    }

    fn expect(&mut self, mark: &'static str) -> Result<(), String> {
        if self.take(mark) { Ok(()) } else { Err(unexpected(self.peek())) }
    }

    /// Returns the binding power of the next token.
    fn power(&self) -> u8 {
        match self.peek() {
            Token::Mark("|") => 1,
            Token::Mark("||") => 2,
            Token::Mark("&&") => 3,
            Token::Mark("==" | "!=" | "<" | "<=" | ">" | ">=") => 5,
            Token::Mark("[]") => 9,
            Token::Mark("[?") => 21,
            Token::Mark(".") => 40,
            Token::Mark("[") => 55,
            Token::Mark("(") => 60,
            _ => 0,
        }
    }

    /// Parses an expression up to an operator that does not bind stronger than `power`.
    fn expression(&mut self, power: u8) -> Result<Expression, String> {
        self.depth += 1;
        if self.depth > MAX_DEPTH {
            return Err("it nests too deeply".to_owned());
        }
        let mut left = self.first()?;
        while self.power() > power {
            left = self.further(left)?;
        }
        self.depth -= 1;
        Ok(left)
    }

    /// Parses the beginning of an expression.
    fn first(&mut self) -> Result<Expression, String> {
        match self.next() {
            Token::Name(name) => Ok(Expression::Field(name)),
            Token::Literal(value) => Ok(Expression::Literal(value)),
            Token::Mark("@") => Ok(Expression::Current),
            Token::Mark("!") => Ok(Expression::Not(Box::new(self.expression(45)?))),
            Token::Mark("(") => {
                let inner = self.expression(0)?;
                self.expect(")").map(|()| inner)
            }
            Token::Mark("[?") => self.filter(Expression::Current),
            Token::Mark("[]") => self.projection(Expression::Current, true, 9),
            Token::Mark("[") => match self.peek() {
                Token::Number(_) | Token::Mark("*") => self.bracket(Expression::Current),
                _ => self.multi_select(),
            },
            token => Err(unexpected(&token)),
        }
    }

    /// Parses an operator, with the expression before it as its left side.
    fn further(&mut self, left: Expression) -> Result<Expression, String> {
        let token = self.next();
        let left_side = Box::new(left);
        Ok(match token {
            Token::Mark("|") => Expression::Subexpression(left_side, Box::new(self.expression(1)?)),
            Token::Mark("||") => Expression::Or(left_side, Box::new(self.expression(2)?)),
            Token::Mark("&&") => Expression::And(left_side, Box::new(self.expression(3)?)),
            Token::Mark("[]") => self.projection(*left_side, true, 9)?,
            Token::Mark("[?") => self.filter(*left_side)?,
            Token::Mark(".") if self.take("*") => self.values(left_side)?,
            Token::Mark(".") => Expression::Subexpression(left_side, Box::new(self.after_dot(40)?)),
            Token::Mark("[") => self.bracket(*left_side)?,
            Token::Mark("(") => self.call(*left_side)?,
            Token::Mark(mark) => {
                let comparison = comparison(mark).ok_or_else(|| unexpected(&Token::Mark(mark)))?;
                Expression::Compare(comparison, left_side, Box::new(self.expression(5)?))
            }
            token => return Err(unexpected(&token)),
        })
    }

    /// Parses the part after a dot: a name or a multi-select.
    fn after_dot(&mut self, power: u8) -> Result<Expression, String> {
        match self.peek() {
            Token::Name(_) => self.expression(power),
            Token::Mark("[") => {
                self.next();
                self.multi_select()
            }
            token => Err(unexpected(token)),
        }
    }

    /// Parses a projection: the rest of the path is evaluated against each element.
    fn projection(&mut self, list: Expression, flatten: bool, power: u8) -> Result<Expression, String> {
        let item = Box::new(self.rest(power)?);
        Ok(Expression::Projection { list: Box::new(list), flatten, filter: None, item })
    }

    /// Parses a projection of the values of a map, of which the asterisk has been read.
    fn values(&mut self, of: Box<Expression>) -> Result<Expression, String> {
        Ok(Expression::Values { of, item: Box::new(self.rest(20)?) })
    }

    fn filter(&mut self, list: Expression) -> Result<Expression, String> {
        let filter = Some(Box::new(self.expression(0)?));
        self.expect("]")?;
        let flattened = *self.peek() == Token::Mark("[]");
        let item = Box::new(if flattened { Expression::Current } else { self.rest(21)? });
        Ok(Expression::Projection { list: Box::new(list), flatten: false, filter, item })
    }

    /// Parses the rest of a path, which is evaluated against each element of a projection.
    fn rest(&mut self, power: u8) -> Result<Expression, String> {
        match self.peek() {
            Token::Mark("[" | "[?") => self.expression(power),
            Token::Mark(".") => {
                self.next();
                self.after_dot(power)
            }
            _ => Ok(Expression::Current),
        }
    }

    /// Parses `[0]` or `[*]`, of which the bracket has been read.
    fn bracket(&mut self, list: Expression) -> Result<Expression, String> {
        match self.next() {
            Token::Number(index) => {
                self.expect("]")?;
                Ok(Expression::Index(Box::new(list), index))
            }
            Token::Mark("*") => {
                self.expect("]")?;
                self.projection(list, false, 20)
            }
            token => Err(unexpected(&token)),
        }
    }

    /// Parses `[first, second]`, of which the bracket has been read.
    fn multi_select(&mut self) -> Result<Expression, String> {
        let mut list = vec![self.expression(0)?];
        while self.take(",") {
            list.push(self.expression(0)?);
        }
        self.expect("]").map(|()| Expression::MultiSelect(list))
    }

    fn call(&mut self, function: Expression) -> Result<Expression, String> {
        let Expression::Field(name) = function else { return Err(unexpected(&Token::Mark("("))) };
        let mut arguments = Vec::new();
        while !self.take(")") {
            if !arguments.is_empty() {
                self.expect(",")?;
            }
            arguments.push(self.expression(0)?);
        }
        Ok(Expression::Call(name, arguments))
    }
}

fn comparison(mark: &str) -> Option<Comparison> {
    Some(match mark {
        "==" => Comparison::Equal,
        "!=" => Comparison::Unequal,
        "<" => Comparison::Less,
        "<=" => Comparison::LessOrEqual,
        ">" => Comparison::Greater,
        ">=" => Comparison::GreaterOrEqual,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::super::Expression;
    use super::parse;

    /// An expression with parentheses around every part.
    fn shown(expression: &Expression) -> String {
        let list = |all: &[Expression]| all.iter().map(shown).collect::<Vec<_>>().join(", ");
        match expression {
            Expression::Current => "@".to_owned(),
            Expression::Field(name) => name.clone(),
            Expression::Subexpression(left, right) => format!("({} then {})", shown(left), shown(right)),
            Expression::Index(left, index) => format!("({} at {index})", shown(left)),
            Expression::Projection { list, flatten, filter, item } => {
                let flatten = if *flatten { " flat" } else { "" };
                let filter =
                    filter.as_ref().map(|filter| format!(" if {}", shown(filter))).unwrap_or_default();
                format!("(each of{flatten} {}{filter}: {})", shown(list), shown(item))
            }
            Expression::Values { of, item } => format!("(values of {}: {})", shown(of), shown(item)),
            Expression::MultiSelect(all) => format!("[{}]", list(all)),
            Expression::Literal(value) => value.to_string(),
            Expression::Compare(how, left, right) => format!("({} {how:?} {})", shown(left), shown(right)),
            Expression::And(left, right) => format!("({} and {})", shown(left), shown(right)),
            Expression::Or(left, right) => format!("({} or {})", shown(left), shown(right)),
            Expression::Not(inner) => format!("not {}", shown(inner)),
            Expression::Call(name, arguments) => format!("{name}({})", list(arguments)),
        }
    }

    #[test]
    fn paths_of_models_are_parsed() {
        let table = [
            ("a[].b", "(each of flat a: b)"),
            ("a[].b.c", "(each of flat a: (b then c))"),
            ("a[*].b[].c", "(each of flat (each of a: b): c)"),
            (r#" a . "b c" "#, "(a then b c)"),
            ("a[-1].b", "((a at -1) then b)"),
            ("a.*.b.c", "(values of a: (b then c))"),
            ("a.*[].b", "(each of flat (values of a: @): b)"),
            ("length(a[]) == `0`", "(length((each of flat a: @)) Equal 0)"),
            ("a[].[b, c][]", "(each of flat (each of flat a: [b, c]): @)"),
            ("a || b && !c", "(a or (b and not c))"),
            ("(a || b) && @ | c", "(((a or b) and @) then c)"),
            (
                r"a[?!(length(b) == `1` && c == 'it\'s')].d",
                r#"(each of a if not ((length(b) Equal 1) and (c Equal "it's")): d)"#,
            ),
        ];
        for (text, expected) in table {
            assert_eq!(parse(text).as_ref().map(shown), Ok(expected.to_owned()), "{text}");
        }
    }

    #[test]
    fn unsupported_expressions_are_refused() {
        let texts =
            ["", "a.", "a[", "a[?b", "a[0:2]", "a.{b: c}", "-a", "&a", "a b", "'a", "a == ", "#", "a[1", "é"];
        for text in texts {
            assert!(parse(text).is_err(), "{text}");
        }
        assert!(parse(&"(".repeat(10_000)).is_err());
        assert!(parse(&"!".repeat(10_000)).is_err());
        for further in [".a", "|| a ", "[0]", "| [@, @] "] {
            let text = format!("a{}", further.repeat(100_000));
            assert_eq!(parse(&text), Err("it has more than 256 tokens".to_owned()));
        }
    }
}
