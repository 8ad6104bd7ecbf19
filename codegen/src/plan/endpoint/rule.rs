//! Rules: an outcome and its conditions.

use super::{EndpointOutcome, Expression, Type};

/// A rule.
#[derive(Clone, Debug)]
pub struct Rule {
    /// All of them must hold.
    pub conditions: Vec<Condition>,
    /// The outcome if they hold.
    pub outcome: Outcome,
}

/// A condition of a rule.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Condition {
    /// `let Some(name) = value`
    Bind {
        /// The Rust name of the variable.
        name: String,
        /// The value, an `Option`.
        value: Expression,
    },
    /// A value gets a name. This always holds.
    Let {
        /// The Rust name of the variable.
        name: String,
        /// The value.
        value: Expression,
    },
    /// A boolean that must be true.
    Test(Expression),
}

impl Condition {
    /// Returns the expression in it.
    #[must_use]
    pub fn expression(&self) -> &Expression {
        match self {
            Self::Bind { value, .. } | Self::Let { value, .. } | Self::Test(value) => value,
        }
    }

    /// Returns the Rust name that it defines.
    #[must_use]
    pub fn defines(&self) -> Option<&str> {
        match self {
            Self::Bind { name, .. } | Self::Let { name, .. } => Some(name),
            Self::Test(_) => None,
        }
    }
}

/// The outcome of a rule.
#[derive(Clone, Debug)]
pub enum Outcome {
    /// An endpoint.
    Endpoint(EndpointOutcome),
    /// An error with the message.
    Error(Expression),
    /// Further rules, and an error if none of them matches.
    Rules(Vec<Rule>),
    /// The rules of another function.
    Function {
        /// Its name.
        name: String,
        /// True if it takes the parameters.
        uses_params: bool,
        /// The variables that it takes.
        arguments: Vec<Expression>,
    },
}

impl Rule {
    /// Returns itself and every rule inside.
    pub fn all(&self) -> Vec<&Self> {
        let mut all = vec![self];
        if let Outcome::Rules(inner) = &self.outcome {
            all.extend(inner.iter().flat_map(Self::all));
        }
        all
    }

    /// Returns the expressions of its conditions and of its outcome, further rules excluded.
    pub fn expressions(&self) -> Vec<&Expression> {
        let mut found: Vec<_> = self.conditions.iter().map(Condition::expression).collect();
        match &self.outcome {
            Outcome::Endpoint(endpoint) => found.extend(endpoint.expressions()),
            Outcome::Error(message) => found.push(message),
            Outcome::Function { arguments, .. } => found.extend(arguments),
            Outcome::Rules(_) => {}
        }
        found
    }

    /// Returns true if it can fail to match. A name for a value always holds.
    #[must_use]
    pub fn is_conditional(&self) -> bool {
        self.conditions.iter().any(|condition| !matches!(condition, Condition::Let { .. }))
    }
}

/// Rules whose last one decides between further rules and a single outcome.
#[derive(Clone, Copy, Debug)]
pub struct Guarded<'a> {
    /// The rules before it.
    pub before: &'a [Rule],
    /// The condition for the further rules.
    pub condition: &'a Condition,
    /// The further rules.
    pub inner: &'a [Rule],
    /// The outcome if the condition does not hold; `None` if no rule matches then.
    pub otherwise: Option<&'a Rule>,
}

impl<'a> Guarded<'a> {
    /// Takes such rules apart.
    #[must_use]
    pub fn of(rules: &'a [Rule]) -> Option<Self> {
        let (otherwise, rest) = match rules.split_last()? {
            (last, rest) if !last.is_conditional() => (Some(last), rest),
            _ => (None, rules),
        };
        let plain = |rule: &Rule| rule.conditions.is_empty() && !matches!(rule.outcome, Outcome::Rules(_));
        let (decisive, before) = rest.split_last()?;
        match (&decisive.conditions[..], &decisive.outcome) {
            ([condition], Outcome::Rules(inner)) if otherwise.is_none_or(plain) => {
                Some(Self { before, condition, inner, otherwise })
            }
            _ => None,
        }
    }
}

/// A variable that a function takes.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Variable {
    /// The Rust name.
    pub name: String,
    /// Its type.
    pub ty: Type,
    /// True for an `Option`.
    pub is_optional: bool,
}

impl Variable {
    /// Returns the variable as an expression.
    #[must_use]
    pub fn expression(&self) -> Expression {
        let Self { name, ty, is_optional } = self;
        Expression::Variable { name: name.clone(), ty: *ty, is_optional: *is_optional }
    }
}

/// A function that evaluates rules; the first that matches decides.
#[derive(Clone, Debug)]
pub struct RuleFunction {
    /// Its name.
    pub name: String,
    /// True if it uses the parameters.
    pub uses_params: bool,
    /// The variables that it takes.
    pub variables: Vec<Variable>,
    /// The rules.
    pub rules: Vec<Rule>,
}
