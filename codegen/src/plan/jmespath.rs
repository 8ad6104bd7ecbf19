//! `JMESPath` expressions, as far as the waiters of AWS use them. Source: the grammar of <https://jmespath.org>.
//!
//! Reading follows the binding powers of the reference implementation: what binds weaker than a projection ends it.

use serde_json::Value;

/// An expression, which says what to take of a current value.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Expression {
    /// `@`: the value itself.
    Current,
    /// `name`
    Field(String),
    /// `left.right` and `left | right`: the right one of what the left one yields.
    Chain(Box<Expression>, Box<Expression>),
    /// `list[0]`; from the end where negative.
    Index(Box<Expression>, i64),
    /// `list[*].rest`, and `list[].rest` where lists in the list become part of it.
    Each {
        /// The list.
        list: Box<Expression>,
        /// Whether lists in it are taken apart.
        flatten: bool,
        /// What an element must say to be looked at.
        keep: Option<Box<Expression>>,
        /// What is taken of each element.
        item: Box<Expression>,
    },
    /// `[first, second]`
    Several(Vec<Expression>),
    /// A number, text or another value that stands in the expression.
    Literal(Value),
    /// `left == right`
    Compare(Comparison, Box<Expression>, Box<Expression>),
    /// `left && right`
    And(Box<Expression>, Box<Expression>),
    /// `left || right`
    Or(Box<Expression>, Box<Expression>),
    /// `!inner`
    Not(Box<Expression>),
    /// `name(arguments)`
    Call(String, Vec<Expression>),
}

/// How two values are compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Comparison {
    /// `==`
    Equal,
    /// `!=`
    Unequal,
    /// `<`
    Less,
    /// `<=`
    LessOrEqual,
    /// `>`
    Greater,
    /// `>=`
    GreaterOrEqual,
}

impl Expression {
    /// Reads an expression; an error says what is not understood.
    pub(super) fn parse(text: &str) -> Result<Self, String> {
        let tokens = tokens(text)?;
        if tokens.len() > MOST_TOKENS {
            return Err(format!("it has more than {MOST_TOKENS} parts"));
        }
        let mut parser = Parser { tokens, at: 0, depth: 0 };
        let expression = parser.expression(0)?;
        match parser.next() {
            Token::End => Ok(expression),
            token => Err(unexpected(&token)),
        }
    }
}

/// The longest path of AWS's models has some twenty parts. Each part may nest what is before it, without a bracket.
const MOST_TOKENS: usize = 500;

/// Expressions may nest this deep.
const DEEPEST: usize = 64;

#[derive(Clone, Debug, PartialEq)]
enum Token {
    Name(String),
    Literal(Value),
    Number(i64),
    /// A mark, such as `[?` or `==`.
    Mark(&'static str),
    End,
}

/// Longer marks come before those that they begin with.
const MARKS: [&str; 25] = [
    "[?", "[]", "||", "&&", "==", "!=", "<=", ">=", "<", ">", "!", "[", "]", "{", "}", "(", ")", "*", ".",
    ",", ":", "@", "|", "&", "-",
];

fn unexpected(token: &Token) -> String {
    match token {
        Token::Name(name) => format!("`{name}` is not expected there"),
        Token::Literal(value) => format!("`{value}` is not expected there"),
        Token::Number(number) => format!("`{number}` is not expected there"),
        Token::Mark(mark) => format!("`{mark}` is not supported there"),
        Token::End => "it ends too early".to_owned(),
    }
}

fn tokens(text: &str) -> Result<Vec<Token>, String> {
    let mut tokens = Vec::new();
    let mut rest = text.trim_start();
    while let Some(first) = rest.chars().next() {
        let (token, behind) = match first {
            '\'' | '"' | '`' => quoted(first, &rest[1..])?,
            '-' | '0'..='9' => number(rest)?,
            first if first.is_ascii_alphabetic() || first == '_' => name(rest),
            _ => mark(rest)?,
        };
        tokens.push(token);
        rest = behind.trim_start();
    }
    Ok(tokens)
}

fn name(text: &str) -> (Token, &str) {
    let inside = |letter: char| letter.is_ascii_alphanumeric() || letter == '_';
    let (name, rest) = text.split_at(text.find(|letter| !inside(letter)).unwrap_or(text.len()));
    (Token::Name(name.to_owned()), rest)
}

fn number(text: &str) -> Result<(Token, &str), String> {
    let digits = text.strip_prefix('-').unwrap_or(text);
    let sign = text.len() - digits.len();
    let end = sign + digits.find(|digit: char| !digit.is_ascii_digit()).unwrap_or(digits.len());
    let (number, rest) = text.split_at(end);
    let number = number.parse().map_err(|_| format!("`{number}` is no index"))?;
    Ok((Token::Number(number), rest))
}

fn mark(text: &str) -> Result<(Token, &str), String> {
    let found = MARKS.iter().find_map(|mark| Some((*mark, text.strip_prefix(mark)?)));
    found.map(|(mark, rest)| (Token::Mark(mark), rest)).ok_or_else(|| {
        let first = text.chars().next().unwrap_or_default();
        format!("`{}` has no meaning", first.escape_default())
    })
}

/// `'text'`, `"name"` or a JSON value in backticks; a backslash takes the meaning of the quote behind it.
fn quoted(quote: char, text: &str) -> Result<(Token, &str), String> {
    let mut escaped = false;
    let end = text.find(|letter| {
        let ends = letter == quote && !escaped;
        escaped = letter == '\\' && !escaped;
        ends
    });
    let Some(end) = end else { return Err(format!("a `{quote}` is not closed")) };
    let (inside, rest) = (&text[..end], &text[end + 1..]);
    let token = match quote {
        '\'' => Token::Literal(Value::String(inside.replace("\\'", "'"))),
        '"' => Token::Name(
            serde_json::from_str(&format!("\"{inside}\""))
                .map_err(|_| format!("`\"{inside}\"` is no name"))?,
        ),
        _ => {
            let inside = inside.replace("\\`", "`");
            // Text without quotes is an old spelling of text.
            Token::Literal(serde_json::from_str(inside.trim()).unwrap_or(Value::String(inside)))
        }
    };
    Ok((token, rest))
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

    /// How strongly the next token binds what stands before it.
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

    /// An expression up to what binds no stronger than `power`.
    fn expression(&mut self, power: u8) -> Result<Expression, String> {
        self.depth += 1;
        if self.depth > DEEPEST {
            return Err("it nests too deeply".to_owned());
        }
        let mut left = self.first()?;
        while self.power() > power {
            left = self.further(left)?;
        }
        self.depth -= 1;
        Ok(left)
    }

    /// What an expression begins with.
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
            Token::Mark("[]") => self.each(Expression::Current, true, 9),
            Token::Mark("[") => match self.peek() {
                Token::Number(_) | Token::Mark("*") => self.bracket(Expression::Current),
                _ => self.several(),
            },
            token => Err(unexpected(&token)),
        }
    }

    /// What follows an expression and takes it as its left side.
    fn further(&mut self, left: Expression) -> Result<Expression, String> {
        let token = self.next();
        let left_side = Box::new(left);
        Ok(match token {
            Token::Mark("|") => Expression::Chain(left_side, Box::new(self.expression(1)?)),
            Token::Mark("||") => Expression::Or(left_side, Box::new(self.expression(2)?)),
            Token::Mark("&&") => Expression::And(left_side, Box::new(self.expression(3)?)),
            Token::Mark("[]") => self.each(*left_side, true, 9)?,
            Token::Mark("[?") => self.filter(*left_side)?,
            Token::Mark(".") => Expression::Chain(left_side, Box::new(self.behind_dot(40)?)),
            Token::Mark("[") => self.bracket(*left_side)?,
            Token::Mark("(") => self.call(*left_side)?,
            Token::Mark(mark) => {
                let comparison = comparison(mark).ok_or_else(|| unexpected(&Token::Mark(mark)))?;
                Expression::Compare(comparison, left_side, Box::new(self.expression(5)?))
            }
            token => return Err(unexpected(&token)),
        })
    }

    /// What stands behind a dot: a name or a list of expressions.
    fn behind_dot(&mut self, power: u8) -> Result<Expression, String> {
        match self.peek() {
            Token::Name(_) => self.expression(power),
            Token::Mark("[") => {
                self.next();
                self.several()
            }
            token => Err(unexpected(token)),
        }
    }

    /// A projection: the rest of the path is taken of each element.
    fn each(&mut self, list: Expression, flatten: bool, power: u8) -> Result<Expression, String> {
        let item = Box::new(self.rest(power)?);
        Ok(Expression::Each { list: Box::new(list), flatten, keep: None, item })
    }

    fn filter(&mut self, list: Expression) -> Result<Expression, String> {
        let keep = Some(Box::new(self.expression(0)?));
        self.expect("]")?;
        let flattened = *self.peek() == Token::Mark("[]");
        let item = Box::new(if flattened { Expression::Current } else { self.rest(21)? });
        Ok(Expression::Each { list: Box::new(list), flatten: false, keep, item })
    }

    /// What is taken of each element of a projection.
    fn rest(&mut self, power: u8) -> Result<Expression, String> {
        match self.peek() {
            Token::Mark("[" | "[?") => self.expression(power),
            Token::Mark(".") => {
                self.next();
                self.behind_dot(power)
            }
            _ => Ok(Expression::Current),
        }
    }

    /// `[0]` or `[*]`, of which the bracket has been read.
    fn bracket(&mut self, list: Expression) -> Result<Expression, String> {
        match self.next() {
            Token::Number(index) => {
                self.expect("]")?;
                Ok(Expression::Index(Box::new(list), index))
            }
            Token::Mark("*") => {
                self.expect("]")?;
                self.each(list, false, 20)
            }
            token => Err(unexpected(&token)),
        }
    }

    /// `[first, second]`, of which the bracket has been read.
    fn several(&mut self) -> Result<Expression, String> {
        let mut list = vec![self.expression(0)?];
        while self.take(",") {
            list.push(self.expression(0)?);
        }
        self.expect("]").map(|()| Expression::Several(list))
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
    use super::Expression;

    /// An expression with every part in parentheses.
    fn shown(expression: &Expression) -> String {
        let list = |all: &[Expression]| all.iter().map(shown).collect::<Vec<_>>().join(", ");
        match expression {
            Expression::Current => "@".to_owned(),
            Expression::Field(name) => name.clone(),
            Expression::Chain(left, right) => format!("({} then {})", shown(left), shown(right)),
            Expression::Index(left, index) => format!("({} at {index})", shown(left)),
            Expression::Each { list, flatten, keep, item } => {
                let flatten = if *flatten { " flat" } else { "" };
                let keep = keep.as_ref().map(|keep| format!(" if {}", shown(keep))).unwrap_or_default();
                format!("(each of{flatten} {}{keep}: {})", shown(list), shown(item))
            }
            Expression::Several(all) => format!("[{}]", list(all)),
            Expression::Literal(value) => value.to_string(),
            Expression::Compare(how, left, right) => format!("({} {how:?} {})", shown(left), shown(right)),
            Expression::And(left, right) => format!("({} and {})", shown(left), shown(right)),
            Expression::Or(left, right) => format!("({} or {})", shown(left), shown(right)),
            Expression::Not(inner) => format!("not {}", shown(inner)),
            Expression::Call(name, arguments) => format!("{name}({})", list(arguments)),
        }
    }

    #[test]
    fn the_paths_of_models_are_read() {
        let table = [
            ("a[].b", "(each of flat a: b)"),
            ("a[].b.c", "(each of flat a: (b then c))"),
            ("a[*].b[].c", "(each of flat (each of a: b): c)"),
            (r#" a . "b c" "#, "(a then b c)"),
            ("a[-1].b", "((a at -1) then b)"),
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
            assert_eq!(Expression::parse(text).as_ref().map(shown), Ok(expected.to_owned()), "{text}");
        }
    }

    #[test]
    fn what_is_not_understood_is_said() {
        let texts = [
            "", "a.", "a[", "a[?b", "a[0:2]", "a.{b: c}", "a.*", "&a", "a b", "'a", "a == ", "#", "a[1", "é",
        ];
        for text in texts {
            assert!(Expression::parse(text).is_err(), "{text}");
        }
        assert!(Expression::parse(&"(".repeat(10_000)).is_err());
        assert!(Expression::parse(&"!".repeat(10_000)).is_err());
    }
}
