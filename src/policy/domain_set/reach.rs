//! What an entry of a set says of a name: the name, the names below it, or both.

/// The names that an entry takes in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) enum Reach {
    /// `example.com`
    Name,
    /// `*.example.com`
    Below,
    /// `.example.com`
    Both,
}

impl Reach {
    /// What stands before the name.
    pub(super) fn prefix(self) -> &'static str {
        match self {
            Self::Name => "",
            Self::Below => "*.",
            Self::Both => ".",
        }
    }

    /// An entry as it is written, without its prefix.
    pub(super) fn split(entry: &str) -> (Self, &str) {
        if let Some(name) = entry.strip_prefix("*.") {
            (Self::Below, name)
        } else if let Some(name) = entry.strip_prefix('.') {
            (Self::Both, name)
        } else {
            (Self::Name, entry)
        }
    }

    pub(super) fn and(self, other: Self) -> Self {
        if self == other { self } else { Self::Both }
    }

    pub(super) fn has_name(self) -> bool {
        self != Self::Below
    }

    pub(super) fn has_below(self) -> bool {
        self != Self::Name
    }
}
