/// A part of an address: what a parser was reading when it found a fault.
///
/// ```
/// use normail::Part;
///
/// assert_eq!(normail::parse("an a@example.com").unwrap_err().reading(), Part::LocalPart);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum Part {
    /// The input as a whole.
    Address,
    /// What stands before the `@`.
    LocalPart,
    /// The quoted string of a local part (RFC 5322 3.2.4).
    QuotedString,
    /// A comment (RFC 5322 3.2.2).
    Comment,
    /// What stands after the `@`.
    Domain,
    /// What stands in square brackets after the `@` (RFC 5321 4.1.3, RFC 5322 3.4.1).
    DomainLiteral,
}
