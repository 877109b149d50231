//! What the strict door keeps.

use normail::{AddrSpec, EmailAddress, FindingKind, Grammar, Policy};

use super::policies::SETTERS;
use super::{Checked, INPUT_MAX};

/// Law 1: the text of an accepted address is that address.
pub fn the_text_of_an_address_parses_to_it(policy: &Policy, input: &str) -> Checked {
    let Ok(address) = policy.parse(input) else {
        return Ok(());
    };
    let again = policy.parse(address.as_str());
    ensure!(again.as_ref() == Ok(&address), "{address:?} parses to {again:?}");
    Ok(())
}

/// Law 5: an input above the cap is told by its size alone.
pub fn a_long_input_is_not_read(policy: &Policy, input: &str) -> Checked {
    let kind = policy.parse(input).err().map(|error| error.kind());
    let is_long = input.len() > INPUT_MAX;
    ensure!(is_long == (kind == Some(FindingKind::InputTooLong)), "{} bytes: {kind:?}", input.len());
    let codes: Vec<_> = policy.inspect(input).findings().iter().map(|finding| finding.kind()).collect();
    ensure!(
        is_long == codes.contains(&FindingKind::InputTooLong) && (!is_long || codes.len() == 1),
        "{} bytes: {codes:?}",
        input.len()
    );
    Ok(())
}

/// Law 6: to be valid is to parse.
pub fn is_valid_means_that_it_parses(policy: &Policy, input: &str) -> Checked {
    let (is_valid, parsed) = (policy.is_valid(input), policy.parse(input));
    ensure!(is_valid == parsed.is_ok(), "is_valid says {is_valid}, parse {parsed:?}");
    Ok(())
}

/// A switch set to `true` takes all that it took before, as the same address.
pub fn a_switch_only_widens(policy: &Policy, input: &str) -> Checked {
    for (switch, set) in SETTERS {
        let Ok(narrow) = set(policy.clone(), false).parse(input) else {
            continue;
        };
        let wide = set(policy.clone(), true).parse(input);
        ensure!(wide.as_ref() == Ok(&narrow), "{switch}: {narrow:?} becomes {wide:?}");
    }
    Ok(())
}

/// Each takes all that the one before it takes, as the same address: `form`, `smtp`, `header`.
pub fn wider_policies_take_what_narrower_ones_take(input: &str) -> Checked {
    let parsed = [Policy::form(), Policy::smtp(), Policy::header()].map(|policy| policy.parse(input));
    for pair in parsed.windows(2) {
        let [narrow, wide] = pair else { continue };
        ensure!(narrow.is_err() || narrow == wide, "{narrow:?} becomes {wide:?}");
    }
    Ok(())
}

/// A policy takes nothing that its grammar does not; sizes are the normal form's, not the grammar's.
pub fn strict_takes_what_its_grammar_takes(input: &str) -> Checked {
    let bases = [
        (Policy::form(), Grammar::Rfc6531),
        (Policy::smtp(), Grammar::Rfc6531),
        (Policy::header(), Grammar::Rfc6532),
    ];
    for (policy, grammar) in bases {
        if let (Ok(address), Err(error)) = (policy.parse(input), AddrSpec::parse(input, grammar)) {
            ensure!(is_size(error.kind()), "{address:?}, but {grammar:?} says {error:?}");
        }
    }
    let (html, spec) = (Policy::html().parse(input), AddrSpec::parse(input, Grammar::Html));
    ensure!(html.is_ok() == spec.is_ok(), "html says {html:?}, its grammar {spec:?}");
    Ok(())
}

fn is_size(kind: FindingKind) -> bool {
    matches!(
        kind,
        FindingKind::LocalPartTooLong
            | FindingKind::LabelTooLong
            | FindingKind::DomainTooLong
            | FindingKind::AddressTooLong
    )
}

/// The short ways in are `Policy::form()`.
pub fn every_strict_door_is_the_forms(input: &str) -> Checked {
    let form = Policy::form().parse(input);
    let doors = [
        normail::parse(input),
        EmailAddress::parse(input),
        input.parse(),
        EmailAddress::try_from(input),
        EmailAddress::try_from(String::from(input)),
        Policy::default().parse(input),
    ];
    for door in doors {
        ensure!(door == form, "{door:?}, but form says {form:?}");
    }
    ensure!(normail::is_valid(input) == form.is_ok(), "is_valid is not form's: {form:?}");
    Ok(())
}
