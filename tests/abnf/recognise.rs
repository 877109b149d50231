//! Exact recognition: for each rule and each position, the set of positions where the rule can end.

use super::Expression;
use super::grammar::{Grammar, RuleId};
use super::positions::Positions;

impl Grammar {
    /// Whether the whole of `input` is a string of the rule. Every reading is followed, each at most once: work
    /// is polynomial in the length however ambiguous the grammar is. A left-recursive rule panics.
    pub(crate) fn recognises(&self, rule: RuleId, input: &str) -> bool {
        let mut run = Run::new(self, input);
        let end = run.end();
        run.rule_ends(rule, 0).contains(end)
    }
}

/// What the memo holds for a rule at a position; any other number is one more than the index of its ends.
const UNKNOWN: usize = 0;
const UNDER_WAY: usize = usize::MAX;

/// What is known about one input.
pub(crate) struct Run<'g> {
    pub(crate) grammar: &'g Grammar,
    chars: Vec<char>,
    /// By rule, then position.
    memo: Vec<usize>,
    found: Vec<Positions>,
}

impl<'g> Run<'g> {
    pub(crate) fn new(grammar: &'g Grammar, input: &str) -> Run<'g> {
        let chars: Vec<char> = input.chars().collect();
        let memo = vec![UNKNOWN; grammar.rules.len() * (chars.len() + 1)];
        Run { grammar, chars, memo, found: Vec::new() }
    }

    /// The position behind the last character.
    pub(crate) fn end(&self) -> usize {
        self.chars.len()
    }

    pub(crate) fn rule_ends(&mut self, rule: RuleId, start: usize) -> &Positions {
        let slot = rule * (self.chars.len() + 1) + start;
        if self.memo[slot] == UNKNOWN {
            self.memo[slot] = UNDER_WAY;
            let ends = self.compute_rule_ends(rule, start);
            self.found.push(ends);
            self.memo[slot] = self.found.len();
        }
        assert_ne!(self.memo[slot], UNDER_WAY, "`{}` is left-recursive", self.grammar.rules[rule].name);
        &self.found[self.memo[slot] - 1]
    }

    fn compute_rule_ends(&mut self, rule: RuleId, start: usize) -> Positions {
        let rule = &self.grammar.rules[rule];
        let ends = self.ends(&rule.body, &Positions::one(start));
        let Some(constraint) = rule.constraint else {
            return ends;
        };
        let mut allowed = Positions::default();
        ends.for_each(|end| {
            if constraint(&self.chars[start..end]) {
                allowed.insert(end);
            }
        });
        allowed
    }

    /// Where the expression can end if it starts at one of `starts`.
    pub(crate) fn ends(&mut self, expression: &'g Expression<RuleId>, starts: &Positions) -> Positions {
        match expression {
            Expression::Class(class) => {
                let mut ends = Positions::default();
                starts.for_each(|start| {
                    if self.chars.get(start).is_some_and(|&char| class.contains(char)) {
                        ends.insert(start + 1);
                    }
                });
                ends
            }
            Expression::Rule(rule) => {
                let mut ends = Positions::default();
                starts.for_each(|start| ends.add_all(self.rule_ends(*rule, start)));
                ends
            }
            Expression::Sequence(items) => {
                let mut ends = starts.clone();
                for item in items {
                    if ends.is_empty() {
                        break;
                    }
                    ends = self.ends(item, &ends);
                }
                ends
            }
            Expression::Choice(items) => {
                let mut ends = Positions::default();
                for item in items {
                    ends.add_all(&self.ends(item, starts));
                }
                ends
            }
            Expression::Repeat { least, most, item } => self.repeat_ends(*least, *most, item, starts),
        }
    }

    fn repeat_ends(
        &mut self,
        least: usize,
        most: Option<usize>,
        item: &'g Expression<RuleId>,
        starts: &Positions,
    ) -> Positions {
        let mut newest = starts.clone();
        for _ in 0..least {
            newest = self.ends(item, &newest);
        }
        let mut ends = newest.clone();
        let mut left = most.map(|most| most.saturating_sub(least));
        // A position that was reached before, thus with more repetitions left, has nothing new to give.
        while !newest.is_empty() && left != Some(0) {
            newest = self.ends(item, &newest);
            newest.remove_all(&ends);
            ends.add_all(&newest);
            left = left.map(|left| left - 1);
        }
        ends
    }
}
