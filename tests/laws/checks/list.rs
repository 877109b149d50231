//! What a list keeps.

use normail::Policy;

use super::Checked;

/// Members come in order, each a stretch of the list with text in it, inspected as that text alone would be.
pub fn members_are_stretches_of_the_list(policy: &Policy, list: &str) -> Checked {
    let mut end = 0;
    for member in policy.inspect_list(list) {
        let text = member.inspection().input();
        let span = member.offset()..member.offset() + text.len();
        ensure!(list.get(span.clone()) == Some(text), "{span:?} is not {text:?}");
        ensure!(end <= span.start, "{span:?} starts before {end}");
        ensure!(!text.trim().is_empty(), "{span:?} is empty");
        ensure!(member.inspection() == &policy.inspect(text), "{span:?} is inspected otherwise");
        end = span.end;
    }
    Ok(())
}

/// What stands between the members is separators and white space, the name of a group, the query of a link, or in a header a
/// comment.
pub fn nothing_is_left_between_the_members(policy: &Policy, list: &str) -> Checked {
    let mut end = 0;
    let members = policy.inspect_list(list);
    let spans =
        members.iter().map(|member| member.offset()..member.offset() + member.inspection().input().len());
    for span in spans.chain(std::iter::once(list.len()..list.len())) {
        let between = list.get(end..span.start).unwrap_or_default();
        let lost = between.trim_matches(|c: char| c.is_whitespace() || is_separator(c));
        let is_told = lost.contains(':') || lost.starts_with(['?', '(']);
        ensure!(lost.is_empty() || is_told, "{lost:?} is lost before {span:?}");
        end = span.end;
    }
    Ok(())
}

fn is_separator(c: char) -> bool {
    matches!(c, ',' | ';' | '|' | '/' | '\u{3001}' | '\u{FF0C}' | '\u{FF1B}' | '\u{60C}' | '\u{61B}')
}

/// A list of one strictly valid address is that address, where no separator of ASCII stands in it.
pub fn a_list_of_one_is_that_one(policy: &Policy, input: &str) -> Checked {
    if policy.parse(input).is_err() || input.contains(|c: char| c.is_whitespace() || matches!(c, ',' | ';')) {
        return Ok(());
    }
    let members = policy.inspect_list(input);
    ensure!(members.len() == 1 && members[0].inspection() == &policy.inspect(input), "{members:?}");
    Ok(())
}
