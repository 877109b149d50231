//! What is said by mail, because only the owner of the mailbox may know it.

use std::fmt;

use normail::EmailAddress;

use crate::form::SignUp;
use crate::store::Outcome;
use crate::text::Text;

/// A letter to the one who signed up, or seemed to.
#[derive(Debug, PartialEq)]
pub struct Letter {
    pub to: EmailAddress,
    pub subject: &'static str,
    pub body: &'static str,
}

impl Letter {
    pub(crate) fn about(outcome: Outcome, sign_up: SignUp, text: &Text) -> Self {
        let (to, letter) = match outcome {
            Outcome::New => (sign_up.address, &text.welcome),
            Outcome::Held => (sign_up.address, &text.held),
            // To the address that the account was opened with, whichever of its mailbox's was written now.
            Outcome::Known(stored) => (stored, &text.known),
        };
        Self { to, subject: letter.subject, body: letter.body }
    }
}

impl fmt::Display for Letter {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "To: {}\nSubject: {}\n\n{}\n", self.to, self.subject, self.body)
    }
}
