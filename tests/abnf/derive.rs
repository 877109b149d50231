//! Random strings of a rule.

use std::ops::RangeInclusive;

use super::Expression;
use super::class::Class;
use super::grammar::{Grammar, RuleId};
use super::prng::Prng;

/// Beyond this many bytes a string is brought to its end by the shortest way.
const SOFT_LIMIT: usize = 32;

/// How deep a derivation may nest before it takes the shallowest way.
const ROOM: RangeInclusive<usize> = 8..=19;

/// Characters that parsers are likely to treat in some way of their own, to stand for wide ranges.
const TELLING: [char; 10] =
    ['\u{80}', '\u{85}', '\u{A0}', 'é', '\u{300}', '\u{2028}', '中', '＠', '\u{FFFD}', '\u{10FFFF}'];

/// Writes strings that the ABNF derives. Constraints play no part: what comes out may break one.
pub(crate) struct Deriver<'g> {
    grammar: &'g Grammar,
    /// By rule, how deep its shallowest derivation nests.
    depths: Vec<usize>,
}

impl<'g> Deriver<'g> {
    pub(crate) fn new(grammar: &'g Grammar) -> Deriver<'g> {
        let mut depths = vec![usize::MAX; grammar.rules.len()];
        loop {
            let next: Vec<usize> =
                grammar.rules.iter().map(|rule| depth(&rule.body, &depths).saturating_add(1)).collect();
            if next == depths {
                return Deriver { grammar, depths };
            }
            depths = next;
        }
    }

    pub(crate) fn derive(&self, rule: RuleId, random: &mut Prng) -> String {
        let room = random.within(&ROOM);
        let mut derivation = Derivation { deriver: self, random, output: String::new() };
        derivation.rule(rule, room);
        derivation.output
    }
}

/// How deep the shallowest derivation of the expression nests, `usize::MAX` where none is known yet.
fn depth(expression: &Expression<RuleId>, depths: &[usize]) -> usize {
    match expression {
        Expression::Class(_) | Expression::Repeat { least: 0, .. } => 0,
        Expression::Rule(rule) => depths[*rule],
        Expression::Sequence(items) => items.iter().map(|item| depth(item, depths)).max().unwrap_or(0),
        Expression::Choice(items) => items.iter().map(|item| depth(item, depths)).min().unwrap_or(usize::MAX),
        Expression::Repeat { item, .. } => depth(item, depths),
    }
}

struct Derivation<'a, 'g> {
    deriver: &'a Deriver<'g>,
    random: &'a mut Prng,
    output: String,
}

impl<'g> Derivation<'_, 'g> {
    fn rule(&mut self, rule: RuleId, room: usize) {
        self.write(&self.deriver.grammar.rules[rule].body, room.saturating_sub(1));
    }

    fn write(&mut self, expression: &'g Expression<RuleId>, room: usize) {
        match expression {
            Expression::Class(class) => {
                let char = self.char_of(class);
                self.output.push(char);
            }
            Expression::Rule(rule) => self.rule(*rule, room),
            Expression::Sequence(items) => items.iter().for_each(|item| self.write(item, room)),
            Expression::Choice(items) => {
                let item = self.choose(items, room);
                self.write(item, room);
            }
            Expression::Repeat { least, most, item } => {
                let mut count = 0;
                while count < *least || (most.is_none_or(|most| count < most) && self.goes_on(item, room)) {
                    self.write(item, room);
                    count += 1;
                }
            }
        }
    }

    fn goes_on(&mut self, item: &Expression<RuleId>, room: usize) -> bool {
        if self.output.len() > SOFT_LIMIT || self.depth(item) > room {
            return false;
        }
        match item {
            Expression::Class(_) => self.random.chance(2, 3),
            _ => self.random.chance(2, 5),
        }
    }

    fn choose(&mut self, items: &'g [Expression<RuleId>], room: usize) -> &'g Expression<RuleId> {
        let shallowest = items.iter().map(|item| self.depth(item)).min().unwrap_or(0);
        let allowed = if self.output.len() > SOFT_LIMIT { shallowest } else { room.max(shallowest) };
        let fitting: Vec<&'g Expression<RuleId>> =
            items.iter().filter(|item| self.depth(item) <= allowed).collect();
        fitting[self.random.below(fitting.len())]
    }

    fn depth(&self, expression: &Expression<RuleId>) -> usize {
        depth(expression, &self.deriver.depths)
    }

    fn char_of(&mut self, class: &Class) -> char {
        let &(first, last) = self.random.pick(class.ranges());
        let telling = *self.random.pick(&TELLING);
        if first <= telling && telling <= last && self.random.chance(4, 5) {
            return telling;
        }
        let span = (first..=last).count();
        (first..=last).nth(self.random.below(span)).expect("a number below the count")
    }
}
