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
}

#[cfg(test)]
mod tests {
    use super::Labels;

    #[test]
    fn a_single_label_is_name_and_top() {
        let Labels { name, ending, top, .. } = Labels::of("localhost");
        assert_eq!((name, ending, top), ("localhost", "", "localhost"));
    }
}
