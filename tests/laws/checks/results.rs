//! What an address that was accepted or suggested is made of, and what is said about the rest.

use normail::{Domain, EmailAddress, Language, Policy, visible};

use super::Checked;

/// No address holds a control character or a line break, and none white space but a space inside quotes.
pub fn no_result_holds_a_control(policy: &Policy, input: &str) -> Checked {
    for address in results(policy, input) {
        let is_quoted = address.local_part().starts_with('"');
        let unwanted = address.as_str().chars().find(|&c| {
            c.is_control()
                || matches!(c, '\u{2028}' | '\u{2029}')
                || (c.is_whitespace() && !(is_quoted && c == ' '))
        });
        ensure!(unwanted.is_none(), "{unwanted:?} in {address:?}");
    }
    Ok(())
}

/// The domain of every result is ASCII, in lower case where it is a name.
pub fn the_domain_of_a_result_is_ascii(policy: &Policy, input: &str) -> Checked {
    for address in results(policy, input) {
        let domain = &address.as_str()[address.local_part().len() + 1..];
        ensure!(domain.is_ascii(), "{address:?}");
        if let Domain::Name(name) = address.domain() {
            ensure!(name == domain && name == name.to_ascii_lowercase(), "{address:?}: {name:?}");
        }
        ensure!(address.domain().to_string() == domain, "{address:?}: {:?}", address.domain());
        ensure!(address.needs_smtputf8() != address.as_str().is_ascii(), "{address:?} and SMTPUTF8");
    }
    Ok(())
}

/// What is shown to people is another way to write the same address.
pub fn what_is_shown_is_the_address(policy: &Policy, input: &str) -> Checked {
    // All of RFC 6531: what `html` alone takes is no address in Unicode.
    let widest = Policy::smtp().long_local_part(true);
    for address in results(policy, input).into_iter().filter(|address| widest.is_valid(address.as_str())) {
        let shown = address.to_unicode();
        let parsed = widest.parse(&shown);
        ensure!(parsed.as_ref() == Ok(&address), "{address:?} is shown as {shown:?}: {parsed:?}");
    }
    Ok(())
}

pub(super) fn results(policy: &Policy, input: &str) -> Vec<EmailAddress> {
    let inspection = policy.inspect(input);
    let given = [inspection.address().cloned(), inspection.suggestion().cloned()];
    given.into_iter().flatten().chain(policy.parse(input)).collect()
}

/// Every message is one line that is safe on a terminal.
pub fn messages_are_safe_to_show(policy: &Policy, input: &str) -> Checked {
    let error = policy.parse(input).err();
    let inspection = policy.inspect(input);
    for language in [Language::English, Language::Spanish] {
        let of_findings = inspection.findings().iter().map(|finding| finding.message(language));
        for message in of_findings.chain(error.as_ref().map(|error| error.message(language))) {
            ensure!(!message.is_empty() && !message.contains(is_unsafe), "{message:?}");
        }
        let report = inspection.report(language).to_string();
        ensure!(!report.lines().any(|line| line.contains(is_unsafe)), "{report:?}");
    }
    let visible = visible(input).to_string();
    ensure!(!visible.contains(is_unsafe), "{visible:?}");
    Ok(())
}

/// What moves the cursor, breaks the line or turns the direction of the text around it.
pub(super) fn is_unsafe(c: char) -> bool {
    c.is_control()
        || matches!(c, '\u{200B}'..='\u{200F}' | '\u{2028}'..='\u{202E}' | '\u{2066}'..='\u{2069}' | '\u{FEFF}')
}
