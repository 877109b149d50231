/// How much a [`Finding`](crate::Finding) weighs.
///
/// ```
/// use normail::Severity;
///
/// assert!(Severity::Note < Severity::Warning && Severity::Warning < Severity::Error);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum Severity {
    /// Worth knowing; the address is what was meant.
    Note,
    /// Worth asking: the address can be used, yet another may be meant.
    Warning,
    /// Nothing can be sent to this.
    Error,
}
