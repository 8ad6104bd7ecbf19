//! Rules: conditions, and what follows when all of them hold.

use super::scope::Scope;
use super::{EndpointOutcome, Expression, Parameter, Type, call, outcome};
use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::read::node::Node;

/// A rule.
#[derive(Clone, Debug)]
pub struct Rule {
    /// All of them must hold.
    pub conditions: Vec<Condition>,
    /// What follows then.
    pub outcome: Outcome,
}

/// A condition of a rule.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Condition {
    /// `let Some(name) = value`
    Bind {
        /// The Rust name of the variable.
        name: String,
        /// What it is bound to, an `Option`.
        value: Expression,
    },
    /// A value gets a name. This always holds.
    Let {
        /// The Rust name of the variable.
        name: String,
        /// What it is bound to.
        value: Expression,
    },
    /// A flag that must be true.
    Test(Expression),
}

impl Condition {
    /// The expression in it.
    #[must_use]
    pub fn expression(&self) -> &Expression {
        match self {
            Self::Bind { value, .. } | Self::Let { value, .. } | Self::Test(value) => value,
        }
    }

    /// The Rust name that it defines.
    #[must_use]
    pub fn defines(&self) -> Option<&str> {
        match self {
            Self::Bind { name, .. } | Self::Let { name, .. } => Some(name),
            Self::Test(_) => None,
        }
    }
}

/// What a rule leads to.
#[derive(Clone, Debug)]
pub enum Outcome {
    /// An endpoint.
    Endpoint(EndpointOutcome),
    /// An error with the message.
    Error(Expression),
    /// Further rules, and an error when none of them fits.
    Rules(Vec<Rule>),
    /// The rules of another function.
    Function {
        /// Its name.
        name: String,
        /// Whether it takes the parameters.
        params: bool,
        /// The variables that it takes.
        arguments: Vec<String>,
    },
}

impl Rule {
    /// Itself and every rule inside.
    pub fn all(&self) -> Vec<&Self> {
        let mut all = vec![self];
        if let Outcome::Rules(inner) = &self.outcome {
            all.extend(inner.iter().flat_map(Self::all));
        }
        all
    }

    /// The expressions of its conditions and of its outcome, further rules excluded.
    pub fn expressions(&self) -> Vec<&Expression> {
        let mut found: Vec<_> = self.conditions.iter().map(Condition::expression).collect();
        match &self.outcome {
            Outcome::Endpoint(endpoint) => found.extend(endpoint.expressions()),
            Outcome::Error(message) => found.push(message),
            Outcome::Rules(_) | Outcome::Function { .. } => {}
        }
        found
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
    /// What follows when the condition does not hold; `None` when no rule fits then.
    pub otherwise: Option<&'a Rule>,
}

impl<'a> Guarded<'a> {
    /// Takes rules apart, where they are such.
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

/// Reads the rules of a rule set.
pub(super) fn read(rule_set: &Node<'_>, parameters: &[Parameter]) -> Result<Vec<Rule>, Diagnostics> {
    let mut findings = Diagnostics::default();
    let rules = list(rule_set, &Scope::new(parameters), &mut findings);
    findings.finish(rules)
}

/// The rules in `rules` of a node; those that are wrong become findings.
fn list(node: &Node<'_>, scope: &Scope<'_>, findings: &mut Diagnostics) -> Vec<Rule> {
    let nodes = match node.required("rules").and_then(|rules| rules.elements()) {
        Ok(nodes) => nodes,
        Err(finding) => {
            findings.push(finding);
            return Vec::new();
        }
    };
    let mut rules = Vec::new();
    for node in &nodes {
        match rule(node, scope.clone(), findings) {
            Ok(rule) => rules.push(rule),
            Err(finding) => findings.push(finding),
        }
    }
    rules
}

fn rule(node: &Node<'_>, mut scope: Scope<'_>, findings: &mut Diagnostics) -> Result<Rule, Diagnostic> {
    let mut conditions = Vec::new();
    for condition in node.get("conditions").map(|list| list.elements()).transpose()?.unwrap_or_default() {
        conditions.extend(self::condition(&condition, &mut scope)?);
    }
    let kind = node.required("type")?;
    let outcome = match kind.text()? {
        "endpoint" => Outcome::Endpoint(outcome::read(&node.required("endpoint")?, &mut scope)?),
        "error" => Outcome::Error(call::typed(
            &node.required("error")?,
            Type::Text,
            "the message of an error",
            &mut scope,
        )?),
        "tree" => Outcome::Rules(list(node, &scope, findings)),
        other => {
            return Err(Diagnostic::error(format!("`{other}` is not a kind of endpoint rule"))
                .at(&kind.place)
                .suggest(other, ["endpoint", "error", "tree"], "write `endpoint`, `error` or `tree`"));
        }
    };
    conditions.append(&mut scope.pending);
    Ok(Rule { conditions, outcome })
}

/// Reads a condition; in Rust it may be several, or none when it always holds.
fn condition(node: &Node<'_>, scope: &mut Scope<'_>) -> Result<Vec<Condition>, Diagnostic> {
    let assigned = node.get("assign").map(|name| name.text()).transpose()?;
    if assigned.is_none()
        && let Some(condition) = set_parameter(node, scope)?
    {
        return Ok(vec![condition]);
    }
    let value = call::condition(node, scope)?;
    let mut conditions = std::mem::take(&mut scope.pending);
    match (assigned, value.optional()) {
        (Some(name), true) => {
            let name = scope.bind(name, value.ty());
            conditions.push(Condition::Bind { name, value });
        }
        (Some(name), false) => conditions.extend(assign(name, value, scope)),
        (None, true) if value.ty() == Type::Flag => {
            let name = scope.variable("flag");
            let flag = Expression::Variable { name: name.clone(), ty: Type::Flag };
            conditions.extend([Condition::Bind { name, value }, Condition::Test(flag)]);
        }
        (None, true) => conditions.push(Condition::Test(Expression::IsSome(Box::new(value)))),
        (None, false) if value.ty() == Type::Flag => conditions.push(Condition::Test(value)),
        (None, false) => {}
    }
    Ok(conditions)
}

/// `isSet` of an optional parameter makes a variable of it, which has a value from here on.
fn set_parameter(node: &Node<'_>, scope: &mut Scope<'_>) -> Result<Option<Condition>, Diagnostic> {
    let is_set = node.get("fn").is_some_and(|function| function.value == "isSet");
    let arguments = node.get("argv").filter(|_| is_set);
    let arguments = arguments.map(|list| list.elements()).transpose()?.unwrap_or_default();
    let [argument] = &arguments[..] else { return Ok(None) };
    let Some(name) = argument.get("ref") else { return Ok(None) };
    let name_text = name.text()?;
    match scope.resolve(name_text, &name.place)? {
        value @ Expression::Parameter { optional: true, .. } => {
            let name = scope.bind(name_text, value.ty());
            Ok(Some(Condition::Bind { name, value }))
        }
        _ => Ok(None),
    }
}

/// A value that is always there gets a name; a flag must be true as well.
fn assign(name: &str, value: Expression, scope: &mut Scope<'_>) -> Option<Condition> {
    match value {
        value if value.ty() == Type::Flag => {
            scope.define(name, Expression::Flag(true));
            Some(Condition::Test(value))
        }
        Expression::Text(_) | Expression::Parameter { .. } | Expression::Variable { .. } => {
            scope.define(name, value);
            None
        }
        value => {
            let name = scope.bind(name, value.ty());
            Some(Condition::Let { name, value })
        }
    }
}
