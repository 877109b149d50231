//! What a set of domains keeps.

use std::net::IpAddr;

use normail::{Domain, DomainSet, DomainSetFault, Language, LineFinding, Severity};

use super::Checked;
use super::plain_set::PlainSet;
use super::results::is_unsafe;

/// What a set is shown as is read as that set, by either door, without a finding.
pub fn a_shown_set_is_read_again(list: &str) -> Checked {
    let set = DomainSet::inspect(list).into_set();
    let shown = set.to_string();
    ensure!(shown.parse().as_ref() == Ok(&set), "{shown:?} is read as {:?}", shown.parse::<DomainSet>());
    let again = DomainSet::inspect(&shown);
    ensure!(again.set() == &set && again.findings().is_empty(), "{shown:?} is inspected as {again:?}");
    Ok(())
}

/// What strict reads, lenient reads as the same set, and finds nothing odd; what it takes for a bullet aside, which
/// IDNA may take too (`▪p`).
pub fn lenient_reads_what_strict_reads(list: &str) -> Checked {
    let inspection = DomainSet::inspect(list);
    match list.parse::<DomainSet>() {
        Ok(_) if inspection.findings().iter().any(is_of_bullet) || list.lines().any(is_bullet) => {}
        Ok(set) => {
            ensure!(inspection.set() == &set && inspection.findings().is_empty(), "{set:?}, {inspection:?}");
        }
        Err(error) => {
            // The first line that strict refuses is the first that lenient has something to say of, again but for
            // what it takes for a bullet.
            let line = |number: usize| list.lines().nth(number - 1).unwrap_or_default();
            let is_of_good_line = |finding: &&LineFinding| {
                is_of_bullet(finding) && line(finding.line()).parse::<DomainSet>().is_ok()
            };
            let told = inspection.findings().iter().find(|finding| !is_of_good_line(finding));
            let is_told = told.is_some_and(|finding| finding.line() == error.line());
            ensure!(is_told || is_bullet(line(error.line())), "{error:?}, {inspection:?}");
        }
    }
    Ok(())
}

/// A line that is an entry by itself is in the set; one that is left out adds nothing, and is told once.
pub fn lenient_keeps_the_good_lines(list: &str) -> Checked {
    let inspection = DomainSet::inspect(list);
    let told = |number| inspection.findings().iter().filter(move |finding| finding.line() == number);
    let mut kept = DomainSet::new();
    for (number, line) in (1..).zip(list.lines()) {
        match line.parse::<DomainSet>() {
            Ok(_) if told(number).any(is_of_bullet) || is_bullet(line) => {
                kept = kept.union(DomainSet::inspect(line).set());
            }
            Ok(set) => {
                ensure!(told(number).next().is_none(), "line {number} is good: {inspection:?}");
                kept = kept.union(&set);
            }
            Err(error) => {
                let left_out = told(number).filter(|finding| finding.severity() == Severity::Error).count();
                let is_told = told(number).next().is_some() || is_bullet(line);
                ensure!(left_out <= 1 && is_told, "{error:?}: {inspection:?}");
                let alone = DomainSet::inspect(line).into_set();
                ensure!(left_out == 0 || alone.is_empty(), "line {number} is left out: {alone:?}");
                kept = kept.union(&alone);
            }
        }
    }
    ensure!(inspection.set() == &kept, "line by line it is {kept:?}: {inspection:?}");
    Ok(())
}

fn is_of_bullet(finding: &LineFinding) -> bool {
    finding.kind() == DomainSetFault::ListBullet
}

/// A bullet of an item with nothing in it, which is a blank line for the lenient door.
fn is_bullet(line: &str) -> bool {
    let item = line.split('#').next().unwrap_or_default();
    !item.contains(|c: char| c.is_alphabetic() && c != 'o')
        && DomainSet::inspect(line) == DomainSet::inspect("")
}

/// Findings come in the order of the lines, each of a line of the list, in words that are safe to show.
pub fn findings_are_of_the_lines(list: &str) -> Checked {
    let inspection = DomainSet::inspect(list);
    let lines: Vec<usize> = inspection.findings().iter().map(|finding| finding.line()).collect();
    ensure!(lines.is_sorted(), "{lines:?}");
    let count = list.lines().count();
    ensure!(lines.iter().all(|line| (1..=count).contains(line)), "{lines:?} of {count}");
    let error = list.parse::<DomainSet>().err();
    for language in [Language::English, Language::Spanish] {
        let of_findings = inspection.findings().iter().map(|finding| finding.message(language));
        for message in of_findings.chain(error.map(|error| error.message(language))) {
            ensure!(!message.contains(is_unsafe), "{message:?}");
        }
        let report = inspection.report(language).to_string();
        ensure!(report.lines().count() == lines.len() + 1, "{report:?}");
    }
    Ok(())
}

/// A set takes in what its entries say, whatever way they are found.
pub fn a_set_takes_in_what_its_entries_say(list: &str) -> Checked {
    let set = DomainSet::inspect(list).into_set();
    let plain = PlainSet::read(&set.to_string())?;
    for entry in set.iter() {
        if let Some(name) = entry.name() {
            ensure!(set.contains(&Domain::Name(name)) || !entry.has_name(), "{name}, {set:?}");
            for asked in names_around(name) {
                let domain = Domain::Name(&asked);
                ensure!(set.contains(&domain) == plain.contains(&domain), "{asked}, {set:?}");
                let upper = asked.to_ascii_uppercase();
                ensure!(set.contains(&Domain::Name(&upper)) == plain.contains(&domain), "{upper}, {set:?}");
            }
        }
        if let Some((address, prefix)) = entry.network() {
            for domain in addresses_around(address, prefix) {
                ensure!(set.contains(&domain) == plain.contains(&domain), "{domain:?}, {set:?}");
            }
        }
    }
    Ok(())
}

/// The name, one below it, one above, one that only ends as it does, and one that only starts so.
fn names_around(name: &str) -> Vec<String> {
    let above = name.split_once('.').map(|(_, above)| String::from(above));
    let around = [String::from(name), format!("mail.{name}"), format!("x{name}"), format!("{name}.example")];
    around.into_iter().chain(above).collect()
}

/// The first and the last of a network, the ones beside it, and an IPv4 address in IPv6 form.
fn addresses_around(address: IpAddr, prefix: u8) -> Vec<Domain<'static>> {
    match address {
        IpAddr::V4(address) => {
            let first = address.to_bits();
            let last = first | u32::MAX.checked_shr(u32::from(prefix)).unwrap_or(0);
            let around = [first, last, first.wrapping_sub(1), last.wrapping_add(1)];
            let v4 = around.map(std::net::Ipv4Addr::from_bits);
            let mapped = v4.map(|address| Domain::Ipv6(address.to_ipv6_mapped()));
            v4.map(Domain::Ipv4).into_iter().chain(mapped).collect()
        }
        IpAddr::V6(address) => {
            let first = address.to_bits();
            let last = first | u128::MAX.checked_shr(u32::from(prefix)).unwrap_or(0);
            let around = [first, last, first.wrapping_sub(1), last.wrapping_add(1)];
            around.map(|bits| Domain::Ipv6(std::net::Ipv6Addr::from_bits(bits))).to_vec()
        }
    }
}
