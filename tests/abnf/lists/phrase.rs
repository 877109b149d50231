//! How a phrase reads (RFC 5322, section 3.2.5): the name of a mailbox or of a group.

use super::derivation::{Node, Piece};

#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Phrase<'a> {
    /// As it stands there, with or without the comments and white space at its ends: these can as well belong to what
    /// stands beside it.
    pub(crate) written: &'a str,
    /// Its words without their quotes and the backslashes of quoted pairs. A comment, white space or both between two
    /// tokens is a space (section 3.2.2), and so is the border of two words that nothing parts. White space inside
    /// quotes is single as well, and there is none at the ends.
    pub(crate) read: String,
}

#[derive(Clone, Copy)]
enum Token {
    /// Comments and white space.
    Gap,
    Atom,
    Quoted,
    /// Section 4.1, obs-phrase.
    Dots,
}

impl<'a> Phrase<'a> {
    pub(crate) fn read(node: &Node<'_, 'a>) -> Phrase<'a> {
        let mut tokens = Vec::new();
        write_tokens(node, &mut tokens);
        let mut read = String::new();
        let mut last = Token::Gap;
        for (token, text) in tokens {
            if are_apart(last, token) {
                read.push(' ');
            }
            read.push_str(&text);
            last = token;
        }
        let words: Vec<&str> = read.split_whitespace().collect();
        Phrase { written: node.text, read: words.join(" ") }
    }
}

/// Two atoms that nothing parts are one word: the grammar can read each part of a word as an atom.
fn are_apart(left: Token, right: Token) -> bool {
    matches!(
        (left, right),
        (_, Token::Gap) | (Token::Quoted, Token::Atom | Token::Quoted) | (Token::Atom, Token::Quoted)
    )
}

fn write_tokens(node: &Node<'_, '_>, tokens: &mut Vec<(Token, String)>) {
    for piece in node.pieces() {
        match piece {
            Piece::Rule(child) if child.name == "cfws" => tokens.push((Token::Gap, String::new())),
            Piece::Rule(child) if child.name == "quoted-string" => write_quoted_string(child, tokens),
            Piece::Rule(child) => write_tokens(child, tokens),
            Piece::Text(text) if node.name == "atom" => tokens.push((Token::Atom, text.to_owned())),
            Piece::Text(text) => tokens.push((Token::Dots, text.to_owned())),
        }
    }
}

/// The comments and white space in front of the quotes, what they enclose, and those behind them.
fn write_quoted_string(node: &Node<'_, '_>, tokens: &mut Vec<(Token, String)>) {
    let gap = || (Token::Gap, String::new());
    let is_gap = |child: &Node<'_, '_>| child.name == "cfws";
    let content = node.children.iter().filter(|child| !is_gap(child)).map(content);
    tokens.extend(node.children.first().filter(|child| is_gap(child)).map(|_| gap()));
    tokens.push((Token::Quoted, content.collect()));
    tokens.extend(node.children.last().filter(|child| is_gap(child)).map(|_| gap()));
}

/// White space or a character inside quotes, without the backslash that may stand before it.
fn content<'a>(node: &Node<'_, 'a>) -> &'a str {
    if node.find("quoted-pair").is_some() { &node.text[1..] } else { node.text }
}
