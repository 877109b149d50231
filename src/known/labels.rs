//! The labels of a domain that tell what it is.

/// A domain in its normal form, and the parts of it that slips and endings are told by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Labels<'a> {
    pub(crate) domain: &'a str,
    /// The first label.
    pub(crate) name: &'a str,
    /// What stands behind its dot; empty where there is one label.
    pub(crate) ending: &'a str,
    /// The last label.
    pub(crate) top: &'a str,
}

impl<'a> Labels<'a> {
    pub(crate) fn of(domain: &'a str) -> Self {
        let (name, ending) = domain.split_once('.').unwrap_or((domain, ""));
        let top = domain.rsplit_once('.').map_or(domain, |(_, top)| top);
        Self { domain, name, ending, top }
    }

    /// Of a domain behind its `@`, and where in both its first and its last dot stand.
    pub(crate) fn behind_at(text: &'a str, (first, last): (usize, usize)) -> Option<Self> {
        Some(Self {
            domain: text.get(1..)?,
            name: text.get(1..first)?,
            ending: text.get(first.saturating_add(1)..)?,
            top: text.get(last.saturating_add(1)..)?,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::Labels;

    #[test]
    fn the_same_with_and_without_the_dots() {
        for (domain, dots) in [("@a.b", (2, 2)), ("@mail.example.co.uk", (5, 16))] {
            assert_eq!(Labels::behind_at(domain, dots), Some(Labels::of(&domain[1..])), "{domain}");
        }
    }

    #[test]
    fn a_single_label_is_name_and_top() {
        let Labels { name, ending, top, .. } = Labels::of("localhost");
        assert_eq!((name, ending, top), ("localhost", "", "localhost"));
    }
}
