//! What a paste brings along with an entry, taken off.

use alloc::borrow::Cow;
use alloc::string::String;

use super::fault::DomainSetFault as Fault;
use super::read::is_unseen;
use crate::unicode::{is_line_break, is_white_space};

/// The entry of a line without its comment, and each repair told.
pub(super) fn repaired<'a>(line: &'a str, mut tell: impl FnMut(Fault)) -> Cow<'a, str> {
    let seen = without_unseen(line, &mut tell);
    let entry = without_surroundings(&seen, &mut tell);
    if entry.chars().any(is_unusual_space) {
        tell(Fault::UnusualSpace);
        return entry.chars().map(|c| if is_unusual_space(c) { ' ' } else { c }).collect::<String>().into();
    }
    match seen {
        Cow::Borrowed(line) => Cow::Borrowed(without_surroundings(line, &mut |_| {})),
        Cow::Owned(_) => Cow::Owned(entry.into()),
    }
}

fn without_unseen<'a>(line: &'a str, tell: &mut impl FnMut(Fault)) -> Cow<'a, str> {
    if line.is_ascii() || !line.char_indices().any(|(at, c)| is_unseen(line, at, c)) {
        return Cow::Borrowed(line);
    }
    tell(Fault::InvisibleCharacter);
    line.char_indices().filter(|(at, c)| !is_unseen(line, *at, *c)).map(|(_, c)| c).collect::<String>().into()
}

fn without_surroundings<'a>(line: &'a str, tell: &mut impl FnMut(Fault)) -> &'a str {
    let entry = line.trim_start_matches(is_white_space);
    // Spaces before a bullet are the bullet's.
    let (entry, front) = match without_bullet(entry) {
        Some(rest) => (rest.trim_start_matches(is_white_space), Some(Fault::ListBullet)),
        None => (entry, (entry.len() < line.len()).then_some(Fault::LeadingSpace)),
    };
    if entry.is_empty() {
        return entry;
    }
    front.into_iter().for_each(&mut *tell);
    let trimmed = entry.trim_end_matches(is_white_space);
    if trimmed.len() < entry.len() {
        tell(Fault::TrailingSpace);
    }
    let plain = trimmed.trim_end_matches([',', ';', '.']).trim_end_matches(is_white_space);
    if plain.is_empty() || plain.len() == trimmed.len() {
        return trimmed;
    }
    tell(Fault::TrailingPunctuation);
    plain
}

/// What follows the bullet, dash or number of a list item. A bullet that keyboards have needs a space behind it: it
/// could be part of the entry.
fn without_bullet(entry: &str) -> Option<&str> {
    let after_space = |rest: &'_ str| rest.starts_with(is_white_space);
    let mut chars = entry.chars();
    let rest = match chars.next()? {
        '•' | '‣' | '⁃' | '·' | '∙' | '◦' | '●' | '○' | '▪' | '▫' | '■' | '□' | '►' | '▸' | '➢' | '✓'
        | '✔' => {
            return Some(chars.as_str());
        }
        '*' | '-' | '+' | 'o' | '–' | '—' => chars.as_str(),
        '0'..='9' => {
            let rest = entry.trim_start_matches(|c: char| c.is_ascii_digit());
            rest.strip_prefix(['.', ')'])?
        }
        _ => return None,
    };
    after_space(rest).then_some(rest)
}

fn is_unusual_space(c: char) -> bool {
    is_white_space(c) && !matches!(c, ' ' | '\t') && !is_line_break(c)
}
