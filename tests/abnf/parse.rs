//! ABNF text to expressions (RFC 5234, section 4), without prose values.

use super::Expression;
use super::class::Class;

/// One `name = definition` or `name =/ definition`.
#[derive(Debug, PartialEq)]
pub(crate) struct Definition {
    /// In lower case: names are case-insensitive (RFC 5234, section 2.1).
    pub(crate) name: String,
    /// Written with `=/`: further alternatives of a rule that exists (RFC 5234, section 3.3).
    pub(crate) extends: bool,
    pub(crate) body: Expression<String>,
}

pub(crate) fn parse(text: &str) -> Result<Vec<Definition>, String> {
    rule_texts(text)?.iter().map(|rule| definition(rule)).collect()
}

/// The text of each rule on one line, without comments: a line that starts with white space goes on with the
/// rule before it (RFC 5234, section 2.2).
fn rule_texts(text: &str) -> Result<Vec<String>, String> {
    let mut rules: Vec<String> = Vec::new();
    for line in text.lines().map(without_comment).filter(|line| !line.trim().is_empty()) {
        if !line.starts_with([' ', '\t']) {
            rules.push(line.to_owned());
        } else if let Some(rule) = rules.last_mut() {
            rule.push_str(line);
        } else {
            return Err(format!("no rule for `{}` to go on with", line.trim()));
        }
    }
    Ok(rules)
}

/// RFC 5234, section 3.9. A semicolon between quotes starts no comment.
fn without_comment(line: &str) -> &str {
    let mut quoted = false;
    for (at, char) in line.char_indices() {
        match char {
            '"' => quoted = !quoted,
            ';' if !quoted => return &line[..at],
            _ => {}
        }
    }
    line
}

fn definition(rule: &str) -> Result<Definition, String> {
    let mut cursor = Cursor { rest: rule };
    let parsed = cursor.definition();
    parsed.map_err(|problem| format!("{problem} before `{}` in: {rule}", cursor.rest))
}

struct Cursor<'a> {
    rest: &'a str,
}

impl<'a> Cursor<'a> {
    fn definition(&mut self) -> Result<Definition, String> {
        let name = self.name().ok_or("expected a rule's name")?.to_ascii_lowercase();
        self.skip_space();
        let extends = match (self.eat("=/"), self.eat("=")) {
            (false, false) => return Err("expected `=` or `=/`".to_owned()),
            (extends, _) => extends,
        };
        let body = self.choice()?;
        if !self.rest.is_empty() {
            return Err("unexpected text".to_owned());
        }
        Ok(Definition { name, extends, body })
    }

    fn choice(&mut self) -> Result<Expression<String>, String> {
        let mut choices = vec![self.sequence()?];
        while self.eat("/") {
            choices.push(self.sequence()?);
        }
        Ok(single_or(choices, Expression::Choice))
    }

    fn sequence(&mut self) -> Result<Expression<String>, String> {
        let mut items = Vec::new();
        loop {
            self.skip_space();
            if self.rest.is_empty() || self.rest.starts_with(['/', ')', ']']) {
                break;
            }
            items.push(self.repetition()?);
        }
        if items.is_empty() {
            return Err("expected an element".to_owned());
        }
        Ok(single_or(items, Expression::Sequence))
    }

    /// `*item`, `1*5item`, `3item` (RFC 5234, sections 3.6 and 3.7), or an item alone.
    fn repetition(&mut self) -> Result<Expression<String>, String> {
        let least = self.count()?;
        if self.eat("*") {
            let most = self.count()?;
            return Ok(repeat(least.unwrap_or(0), most, self.element()?));
        }
        let item = self.element()?;
        Ok(match least {
            Some(count) => repeat(count, Some(count), item),
            None => item,
        })
    }

    fn element(&mut self) -> Result<Expression<String>, String> {
        if self.eat("(") {
            return self.group(")");
        }
        if self.eat("[") {
            return Ok(repeat(0, Some(1), self.group("]")?));
        }
        if self.eat("\"") {
            return self.quoted();
        }
        if self.eat("%") {
            return self.numeric();
        }
        let name = self.name().ok_or("expected an element")?;
        Ok(Expression::Rule(name.to_ascii_lowercase()))
    }

    fn group(&mut self, close: &str) -> Result<Expression<String>, String> {
        let inner = self.choice()?;
        if self.eat(close) { Ok(inner) } else { Err(format!("expected `{close}`")) }
    }

    fn quoted(&mut self) -> Result<Expression<String>, String> {
        let (text, rest) = self.rest.split_once('"').ok_or("expected a closing quote")?;
        self.rest = rest;
        let classes = text.chars().map(|char| Expression::Class(Class::either_case(char)));
        Ok(single_or(classes.collect(), Expression::Sequence))
    }

    /// `%x41`, `%x41-5A`, `%d13.10` (RFC 5234, section 2.3).
    fn numeric(&mut self) -> Result<Expression<String>, String> {
        let radix = [("x", 16), ("d", 10), ("b", 2)].into_iter().find(|(letter, _)| self.eat(letter));
        let (_, radix) = radix.ok_or("expected `x`, `d` or `b`")?;
        let first = self.code_point(radix)?;
        if self.eat("-") {
            return Ok(Expression::Class(Class::range(first, self.code_point(radix)?)));
        }
        let mut classes = vec![Expression::Class(Class::range(first, first))];
        while self.eat(".") {
            let next = self.code_point(radix)?;
            classes.push(Expression::Class(Class::range(next, next)));
        }
        Ok(single_or(classes, Expression::Sequence))
    }

    fn code_point(&mut self, radix: u32) -> Result<char, String> {
        let digits = self.take_while(|char| char.is_digit(radix));
        let value = u32::from_str_radix(digits, radix).map_err(|_| "expected a number")?;
        char::from_u32(value).ok_or_else(|| format!("{value:#x} is no character"))
    }

    fn count(&mut self) -> Result<Option<usize>, String> {
        let digits = self.take_while(|char| char.is_ascii_digit());
        if digits.is_empty() {
            return Ok(None);
        }
        digits.parse().map(Some).map_err(|_| format!("{digits} is too much"))
    }

    fn name(&mut self) -> Option<&'a str> {
        let starts = self.rest.starts_with(|char: char| char.is_ascii_alphabetic());
        starts.then(|| self.take_while(|char| char.is_ascii_alphanumeric() || char == '-'))
    }

    fn skip_space(&mut self) {
        self.rest = self.rest.trim_start_matches([' ', '\t']);
    }

    fn take_while(&mut self, wanted: impl Fn(char) -> bool) -> &'a str {
        let end = self.rest.find(|char| !wanted(char)).unwrap_or(self.rest.len());
        let (taken, rest) = self.rest.split_at(end);
        self.rest = rest;
        taken
    }

    fn eat(&mut self, text: &str) -> bool {
        let rest = self.rest.strip_prefix(text);
        self.rest = rest.unwrap_or(self.rest);
        rest.is_some()
    }
}

fn repeat(least: usize, most: Option<usize>, item: Expression<String>) -> Expression<String> {
    Expression::Repeat { least, most, item: Box::new(item) }
}

fn single_or(
    mut items: Vec<Expression<String>>,
    many: impl Fn(Vec<Expression<String>>) -> Expression<String>,
) -> Expression<String> {
    match items.len() {
        1 => items.remove(0),
        _ => many(items),
    }
}
