//! The parts of a diagram: conditions, results and nodes.

use crate::diagnostic::Diagnostic;
use crate::lower::literal;
use crate::source::{Location, Node};

/// References from this one on are to results, of which the first is that no rule matches.
const FIRST_RESULT: i64 = 100_000_000;

/// The maximum number of nodes. The largest diagram of AWS, that of S3, has some 550.
const MAX_NODES: usize = 16_384;

/// The first node, which is the end of all diagrams.
const END: [i64; 3] = [-1, 1, -1];

/// The bytes of a node: three integers of 32 bits.
const NODE_LENGTH: usize = 12;

/// A diagram as it is written.
pub(super) struct Diagram<'a> {
    pub(super) conditions: Vec<Node<'a>>,
    pub(super) results: Vec<Node<'a>>,
    pub(super) root: Target,
    pub(super) nodes: Vec<BranchNode>,
    pub(super) location: Location,
}

/// The destination of a branch.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Target {
    /// No rule matches.
    NoMatch,
    /// The result with this index.
    Result(usize),
    /// The node with this index; its branches are exchanged if the reference is negative.
    Node { index: usize, is_complemented: bool },
}

/// A condition and its two branches.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct BranchNode {
    /// The index of the condition.
    pub(super) condition: usize,
    /// The branch if the condition holds.
    pub(super) high: Target,
    /// The branch if it does not.
    pub(super) low: Target,
}

impl BranchNode {
    /// Returns the destinations if the condition holds, and if not.
    pub(super) fn branches(self, is_complemented: bool) -> [Target; 2] {
        if is_complemented { [self.low, self.high] } else { [self.high, self.low] }
    }
}

impl<'a> Diagram<'a> {
    /// Reads the diagram of a trait, and checks every reference.
    pub(super) fn read(node: &Node<'a>) -> Result<Self, Diagnostic> {
        let conditions = node.required("conditions")?.elements()?;
        let results = node.required("results")?.elements()?;
        let text = node.required("nodes")?;
        let triples = triples(&text)?;
        check_count(node, triples.len())?;
        if triples.len() > MAX_NODES {
            return Err(invalid(&format!("it has more than {MAX_NODES} nodes"), &text.location));
        }
        let counts = Counts { nodes: triples.len(), conditions: conditions.len(), results: results.len() };
        let refuse = |message: String| Err(invalid(&message, &text.location));
        let mut nodes = Vec::new();
        if triples.first().is_some_and(|first| *first != END) {
            return refuse("the first node is not the end, which is [-1, 1, -1]".to_owned());
        }
        for (index, [condition, high, low]) in triples.iter().enumerate().skip(1) {
            let Some(condition) = usize::try_from(*condition).ok().filter(|it| *it < counts.conditions)
            else {
                return refuse(format!("node {index} has the condition {condition}, which does not exist"));
            };
            match (counts.target(*high), counts.target(*low)) {
                (Some(high), Some(low)) => nodes.push(BranchNode { condition, high, low }),
                _ => {
                    return refuse(format!(
                        "node {index} leads to {high} or {low}, of which one does not exist"
                    ));
                }
            }
        }
        let root = node.required("root")?;
        let target = root.value.as_whole().filter(|root| *root != 0).and_then(|root| counts.target(root));
        let target = target.ok_or_else(|| invalid("the root does not exist", &root.location))?;
        Ok(Self { conditions, results, root: target, nodes, location: text.location })
    }
}

/// The numbers of things that references name.
struct Counts {
    nodes: usize,
    conditions: usize,
    results: usize,
}

impl Counts {
    /// Reads a reference: 1 and -1 are the end without a match, other small numbers are nodes from one on.
    fn target(&self, reference: i64) -> Option<Target> {
        let result = |index: i64| usize::try_from(index).ok().filter(|index| *index < self.results);
        match reference {
            1 | -1 | FIRST_RESULT => Some(Target::NoMatch),
            FIRST_RESULT.. => result(reference - FIRST_RESULT - 1).map(Target::Result),
            _ => {
                let index = usize::try_from(reference.unsigned_abs()).ok()?.checked_sub(1)?;
                let is_complemented = reference < 0;
                let is_node = (1..self.nodes).contains(&index);
                is_node.then(|| Target::Node { index: index - 1, is_complemented })
            }
        }
    }
}

/// Decodes the nodes: integers of 32 bits in Base64, the first byte the most significant.
fn triples(node: &Node<'_>) -> Result<Vec<[i64; 3]>, Diagnostic> {
    let bytes = literal::base64(node.text()?).filter(|bytes| bytes.len().is_multiple_of(NODE_LENGTH));
    let bytes =
        bytes.ok_or_else(|| invalid("the nodes are not integers of 32 bits in Base64", &node.location))?;
    let (words, _) = bytes.as_chunks::<4>();
    let numbers: Vec<i64> = words.iter().map(|word| i64::from(i32::from_be_bytes(*word))).collect();
    let (triples, _) = numbers.as_chunks::<3>();
    Ok(triples.to_vec())
}

/// Checks `nodeCount`, if it is there.
fn check_count(node: &Node<'_>, count: usize) -> Result<(), Diagnostic> {
    let Some(stated) = node.get("nodeCount") else { return Ok(()) };
    if stated.value.as_whole().and_then(|stated| usize::try_from(stated).ok()) == Some(count) {
        return Ok(());
    }
    Err(invalid(&format!("the diagram has {count} nodes, not {}", stated.value), &stated.location))
}

/// Returns the diagnostic for a diagram that is damaged.
pub(super) fn invalid(message: &str, location: &Location) -> Diagnostic {
    Diagnostic::error(format!("invalid decision diagram: {message}")).at(location).with_help(
        "diagrams are made by tools: make it again, or replace it by rules: `smithy.rules#endpointRuleSet`",
    )
}
