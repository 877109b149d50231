//! One cell of an e-mail column: the addresses in it, and the cell as it should be.

use std::borrow::Cow;

use normail::{Applicability, Finding, FindingKind, Inspection, ListMember, Policy, Verdict};

use crate::twins::Site;

/// A cell and what it holds.
pub(crate) struct Cell<'a> {
    /// Which of the e-mail columns it stands in, counted from 0.
    pub(crate) column: usize,
    text: &'a str,
    pub(crate) addresses: Vec<Address<'a>>,
    /// Whether repairing it would make a formula of it, so that it stays as it is.
    pub(crate) becomes_formula: bool,
}

/// One address of a cell.
pub(crate) struct Address<'a> {
    part: Part<'a>,
    /// Where the same mailbox stood before.
    pub(crate) twin: Option<Site>,
}

/// The text that an address was read from.
enum Part<'a> {
    Whole(Inspection<'a>),
    Member(ListMember<'a>),
}

impl<'a> Cell<'a> {
    /// Inspects the text of a cell. One that holds nothing but space holds no address, which is no fault.
    pub(crate) fn inspect(policy: &Policy, column: usize, text: &'a str) -> Self {
        let mut cell = Cell { column, text, addresses: addresses(policy, text), becomes_formula: false };
        cell.becomes_formula = starts_formula(&cell.repaired()) && !starts_formula(text);
        cell
    }

    pub(crate) fn text(&self) -> &'a str {
        self.text
    }

    /// The cell with every repair that needs nobody's consent. What is doubtful or rejected stays as it was.
    pub(crate) fn cleaned(&self) -> Cow<'a, str> {
        if self.becomes_formula { Cow::Borrowed(self.text) } else { self.repaired() }
    }

    fn repaired(&self) -> Cow<'a, str> {
        let mut repaired = String::new();
        let mut copied = 0;
        for address in &self.addresses {
            if let Some(text) = address.repaired() {
                let start = address.offset();
                repaired.push_str(self.text.get(copied..start).unwrap_or_default());
                repaired.push_str(&text);
                copied = start + address.inspection().input().len();
            }
        }
        if copied == 0 {
            return Cow::Borrowed(self.text);
        }
        repaired.push_str(self.text.get(copied..).unwrap_or_default());
        Cow::Owned(repaired)
    }

    /// The worst of its addresses' verdicts; `None` where there is no address.
    pub(crate) fn verdict(&self) -> Option<Verdict> {
        let own = self.becomes_formula.then_some(Verdict::Doubtful);
        worst(self.addresses.iter().map(Address::verdict).chain(own))
    }
}

impl<'a> Address<'a> {
    pub(crate) fn inspection(&self) -> &Inspection<'a> {
        match &self.part {
            Part::Whole(inspection) => inspection,
            Part::Member(member) => member.inspection(),
        }
    }

    pub(crate) fn verdict(&self) -> Verdict {
        self.inspection().verdict()
    }

    /// Where in the cell its text starts.
    pub(crate) fn offset(&self) -> usize {
        match &self.part {
            Part::Whole(_) => 0,
            Part::Member(member) => member.offset(),
        }
    }

    /// The text to put in its place; `None` where nothing is to be done.
    pub(crate) fn repaired(&self) -> Option<Cow<'_, str>> {
        if self.verdict() != Verdict::Repaired {
            return None;
        }
        self.inspection().apply(Applicability::Automatic)
    }
}

fn addresses<'a>(policy: &Policy, text: &'a str) -> Vec<Address<'a>> {
    if text.trim().is_empty() {
        return Vec::new();
    }
    let address = |part| Address { part, twin: None };
    let whole = policy.inspect(text);
    // What has but one reading is no list, and nearly all cells have.
    if !needs_person(Some(whole.verdict())) || has_comma_for_dot(&whole) {
        return vec![address(Part::Whole(whole))];
    }
    let members = policy.inspect_list(text);
    // A list of one is judged with all that stands around it, a comma behind it for instance.
    if members.len() > 1 {
        members.into_iter().map(Part::Member).map(address).collect()
    } else {
        vec![address(Part::Whole(whole))]
    }
}

/// Whether it is one address if a comma or semicolon in it was meant as a dot: `ana@gmail,com`.
fn has_comma_for_dot(inspection: &Inspection) -> bool {
    let mut kinds = inspection.findings().iter().map(Finding::kind);
    inspection.suggestion().is_some() && kinds.any(|kind| kind == FindingKind::InvalidCharacter)
}

/// Whether a spreadsheet takes a cell that starts so for a formula.
pub(crate) fn starts_formula(text: &str) -> bool {
    text.starts_with(['=', '+', '-', '@'])
}

/// The verdict that asks for most.
pub(crate) fn worst(verdicts: impl Iterator<Item = Verdict>) -> Option<Verdict> {
    verdicts.max_by_key(|verdict| match verdict {
        Verdict::Clean => 0,
        Verdict::Repaired => 1,
        Verdict::Doubtful => 2,
        _ => 3,
    })
}

/// Whether a person has to look at it.
pub(crate) fn needs_person(verdict: Option<Verdict>) -> bool {
    !matches!(verdict, None | Some(Verdict::Clean | Verdict::Repaired))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cleaned(text: &str) -> String {
        Cell::inspect(&Policy::form(), 0, text).cleaned().into_owned()
    }

    #[test]
    fn repairs_members_of_a_list_where_they_stand() {
        assert_eq!(cleaned("a@example.com"), "a@example.com");
        assert_eq!(cleaned(" a@example.com "), "a@example.com");
        assert_eq!(
            cleaned("a\u{200b}@example.com; no address;<b@example.com>"),
            "a@example.com; no address;b@example.com"
        );
    }

    #[test]
    fn a_blank_cell_holds_no_address() {
        let cell = Cell::inspect(&Policy::form(), 0, " \u{a0}");
        assert_eq!((cell.verdict(), cell.cleaned().as_ref()), (None, " \u{a0}"));
    }

    #[test]
    fn never_makes_a_formula() {
        let cell = Cell::inspect(&Policy::form(), 0, "<=1+1@example.com>");
        assert_eq!(cell.cleaned(), "<=1+1@example.com>");
        assert!(needs_person(cell.verdict()));
        assert!(!needs_person(Cell::inspect(&Policy::form(), 0, "=1+1@example.com").verdict()));
    }
}
