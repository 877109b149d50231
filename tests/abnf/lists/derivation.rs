//! One derivation of a string: which rule stands for which part of it.

use std::ops::Range;

use crate::abnf::Expression;
use crate::abnf::grammar::{Grammar, RuleId};
use crate::abnf::positions::Positions;
use crate::abnf::recognise::Run;

/// A rule, the text that it stands for, and the rules that it is made of. Rules that are no more than a class of
/// characters are not among these: a grammar has none of them left.
#[derive(Debug)]
pub(crate) struct Node<'g, 'a> {
    /// In lower case.
    pub(crate) name: &'g str,
    pub(crate) text: &'a str,
    /// Where the text starts, in bytes.
    pub(crate) start: usize,
    pub(crate) children: Vec<Node<'g, 'a>>,
}

/// What a node's text is put together of.
pub(crate) enum Piece<'n, 'g, 'a> {
    Rule(&'n Node<'g, 'a>),
    /// Characters that no rule of their own stands for.
    Text(&'a str),
}

impl<'g, 'a> Node<'g, 'a> {
    /// The first node of that name in or below this one.
    pub(crate) fn find(&self, name: &str) -> Option<&Node<'g, 'a>> {
        if self.name == name {
            return Some(self);
        }
        self.children.iter().find_map(|child| child.find(name))
    }

    /// Without empty texts.
    pub(crate) fn pieces(&self) -> Vec<Piece<'_, 'g, 'a>> {
        let mut pieces = Vec::new();
        let mut end = 0;
        for child in &self.children {
            let start = child.start - self.start;
            pieces.push(Piece::Text(&self.text[end..start]));
            pieces.push(Piece::Rule(child));
            end = start + child.text.len();
        }
        pieces.push(Piece::Text(&self.text[end..]));
        pieces.retain(|piece| !matches!(piece, Piece::Text("")));
        pieces
    }
}

impl Grammar {
    /// How the rule derives the whole of `input`, `None` where it does not. Where there are several ways, it is any of
    /// them. What the `opaque` rules are made of in their turn is left out, which saves most of the time. The
    /// recogniser has looked at all of them first, so that each step is known to lead to the end: there is no way
    /// back, and the work is polynomial.
    pub(crate) fn derivation<'g, 'a>(
        &'g self,
        rule: RuleId,
        input: &'a str,
        opaque: &[RuleId],
    ) -> Option<Node<'g, 'a>> {
        let mut run = Run::new(self, input);
        let end = run.end();
        if !run.rule_ends(rule, 0).contains(end) {
            return None;
        }
        let starts = input.char_indices().map(|(start, _)| start);
        let offsets = starts.chain([input.len()]).collect();
        Some(Writer { run, input, offsets, opaque }.node(rule, 0..end))
    }
}

struct Writer<'g, 'a, 'o> {
    run: Run<'g>,
    input: &'a str,
    /// Where each character starts, in bytes, and the end.
    offsets: Vec<usize>,
    opaque: &'o [RuleId],
}

impl<'g, 'a> Writer<'g, 'a, '_> {
    fn node(&mut self, rule: RuleId, span: Range<usize>) -> Node<'g, 'a> {
        let grammar = self.run.grammar;
        let (start, end) = (self.offsets[span.start], self.offsets[span.end]);
        let mut children = Vec::new();
        if !self.opaque.contains(&rule) {
            self.derive(&grammar.rules[rule].body, span, &mut children);
        }
        Node { name: &grammar.rules[rule].name, text: &self.input[start..end], start, children }
    }

    /// Writes the rules that the expression is made of, where it stands for just this span.
    fn derive(
        &mut self,
        expression: &'g Expression<RuleId>,
        span: Range<usize>,
        nodes: &mut Vec<Node<'g, 'a>>,
    ) {
        match expression {
            Expression::Class(_) => {}
            Expression::Repeat { item, .. } if matches!(**item, Expression::Class(_)) => {}
            Expression::Rule(rule) => nodes.push(self.node(*rule, span)),
            Expression::Sequence(items) => {
                let items: Vec<_> = items.iter().collect();
                self.derive_each(&items, span, nodes);
            }
            Expression::Choice(items) => {
                let taken = items.iter().find(|item| self.reaches(item, &span));
                self.derive(taken.expect("an alternative stands for the span"), span, nodes);
            }
            Expression::Repeat { least, item, .. } => {
                let count = self.least_count(*least, item, &span);
                self.derive_each(&vec![&**item; count], span, nodes);
            }
        }
    }

    /// Items one behind the other: where each can start if those before it are read, then, from the end, where each
    /// does.
    fn derive_each(
        &mut self,
        items: &[&'g Expression<RuleId>],
        span: Range<usize>,
        nodes: &mut Vec<Node<'g, 'a>>,
    ) {
        let mut starts = vec![Positions::one(span.start)];
        for item in items {
            let ends = self.run.ends(item, &starts[starts.len() - 1]);
            starts.push(ends);
        }
        let mut cuts = vec![span.end];
        for (item, starts) in items.iter().zip(&starts).rev() {
            let end = cuts[cuts.len() - 1];
            cuts.push(self.start_of(item, starts, end));
        }
        cuts.reverse();
        for (item, cut) in items.iter().zip(cuts.windows(2)) {
            self.derive(item, cut[0]..cut[1], nodes);
        }
    }

    /// The fewest repetitions, `least` or more, that stand for the span.
    fn least_count(&mut self, least: usize, item: &'g Expression<RuleId>, span: &Range<usize>) -> usize {
        let mut reached = Positions::one(span.start);
        let mut count = 0;
        while count < least || !reached.contains(span.end) {
            reached = self.run.ends(item, &reached);
            count += 1;
        }
        count
    }

    fn start_of(&mut self, item: &'g Expression<RuleId>, starts: &Positions, end: usize) -> usize {
        let mut found = None;
        starts.for_each(|start| {
            if found.is_none() && self.reaches(item, &(start..end)) {
                found = Some(start);
            }
        });
        found.expect("what can end there starts somewhere")
    }

    fn reaches(&mut self, expression: &'g Expression<RuleId>, span: &Range<usize>) -> bool {
        span.start <= span.end && self.run.ends(expression, &Positions::one(span.start)).contains(span.end)
    }
}
