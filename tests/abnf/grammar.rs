//! The rules of one or more ABNF texts, with references resolved and classes of characters merged.

use std::collections::HashMap;

use super::Expression;
use super::class::Class;
use super::parse::{Definition, parse};

/// What a rule's comments say and ABNF cannot: whether the rule may stand for just this text.
pub(crate) type Constraint = fn(&[char]) -> bool;

pub(crate) type RuleId = usize;

pub(crate) struct Grammar {
    pub(crate) rules: Vec<Rule>,
    numbers: HashMap<String, RuleId>,
}

pub(crate) struct Rule {
    pub(crate) name: String,
    pub(crate) body: Expression<RuleId>,
    pub(crate) constraint: Option<Constraint>,
}

impl Grammar {
    /// Reads the texts one after the other; a later one may extend the rules of an earlier one.
    pub(crate) fn new(texts: &[&str], constraints: &[(&str, Constraint)]) -> Result<Grammar, String> {
        let mut bodies: Vec<(String, Expression<String>)> = Vec::new();
        for text in texts {
            for definition in parse(text)? {
                add(&mut bodies, definition)?;
            }
        }
        let numbers: HashMap<String, RuleId> =
            bodies.iter().enumerate().map(|(number, (name, _))| (name.clone(), number)).collect();
        let mut rules = Vec::with_capacity(bodies.len());
        for (name, body) in &bodies {
            rules.push(Rule { name: name.clone(), body: resolve(body, &numbers)?, constraint: None });
        }
        let mut grammar = Grammar { rules, numbers };
        for &(name, constraint) in constraints {
            let rule = grammar.rule(name)?;
            grammar.rules[rule].constraint = Some(constraint);
        }
        grammar.merge_classes();
        Ok(grammar)
    }

    pub(crate) fn rule(&self, name: &str) -> Result<RuleId, String> {
        self.numbers.get(&name.to_ascii_lowercase()).copied().ok_or_else(|| format!("no rule `{name}`"))
    }

    /// The same language from fewer nodes: `ALPHA / DIGIT / "-"` becomes one class. Goes on until nothing
    /// changes, as a rule may come before the ones that it is made of.
    fn merge_classes(&mut self) {
        loop {
            let classes: Vec<Option<Class>> = self.rules.iter().map(Rule::class).collect();
            let merged: Vec<Expression<RuleId>> =
                self.rules.iter().map(|rule| merge(&rule.body, &classes)).collect();
            if self.rules.iter().zip(&merged).all(|(rule, body)| rule.body == *body) {
                return;
            }
            for (rule, body) in self.rules.iter_mut().zip(merged) {
                rule.body = body;
            }
        }
    }
}

impl Rule {
    /// The class that references to this rule may be replaced with.
    fn class(&self) -> Option<Class> {
        match (&self.body, self.constraint) {
            (Expression::Class(class), None) => Some(class.clone()),
            _ => None,
        }
    }
}

fn add(bodies: &mut Vec<(String, Expression<String>)>, definition: Definition) -> Result<(), String> {
    let Definition { name, extends, body } = definition;
    let known = bodies.iter_mut().find(|(known, _)| *known == name);
    match (known, extends) {
        (None, false) => bodies.push((name, body)),
        (Some((_, known)), true) => {
            let first = std::mem::replace(known, Expression::Choice(Vec::new()));
            *known = Expression::Choice(vec![first, body]);
        }
        (Some(_), false) => return Err(format!("`{name}` is defined twice")),
        (None, true) => return Err(format!("`{name}` has nothing to extend")),
    }
    Ok(())
}

fn resolve(
    expression: &Expression<String>,
    numbers: &HashMap<String, RuleId>,
) -> Result<Expression<RuleId>, String> {
    let all = |items: &[Expression<String>]| {
        items.iter().map(|item| resolve(item, numbers)).collect::<Result<_, String>>()
    };
    Ok(match expression {
        Expression::Class(class) => Expression::Class(class.clone()),
        Expression::Rule(name) => {
            Expression::Rule(*numbers.get(name).ok_or_else(|| format!("no rule `{name}`"))?)
        }
        Expression::Sequence(items) => Expression::Sequence(all(items)?),
        Expression::Choice(items) => Expression::Choice(all(items)?),
        Expression::Repeat { least, most, item } => {
            Expression::Repeat { least: *least, most: *most, item: Box::new(resolve(item, numbers)?) }
        }
    })
}

fn merge(expression: &Expression<RuleId>, classes: &[Option<Class>]) -> Expression<RuleId> {
    let all = |items: &[Expression<RuleId>]| items.iter().map(|item| merge(item, classes)).collect();
    match expression {
        Expression::Class(class) => Expression::Class(class.clone()),
        Expression::Rule(rule) => match &classes[*rule] {
            Some(class) => Expression::Class(class.clone()),
            None => Expression::Rule(*rule),
        },
        Expression::Sequence(items) => Expression::Sequence(all(items)),
        Expression::Choice(items) => merge_choice(all(items)),
        Expression::Repeat { least, most, item } => {
            Expression::Repeat { least: *least, most: *most, item: Box::new(merge(item, classes)) }
        }
    }
}

/// All the classes among the alternatives as one.
fn merge_choice(items: Vec<Expression<RuleId>>) -> Expression<RuleId> {
    let mut classes = Vec::new();
    let mut choices = Vec::new();
    for item in items {
        match item {
            Expression::Class(class) => classes.push(class),
            Expression::Choice(inner) => choices.extend(inner),
            other => choices.push(other),
        }
    }
    if !classes.is_empty() {
        choices.push(Expression::Class(Class::union(&classes)));
    }
    match choices.len() {
        1 => choices.remove(0),
        _ => Expression::Choice(choices),
    }
}
