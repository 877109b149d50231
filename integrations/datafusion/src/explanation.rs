//! What `SHOW FUNCTIONS` says of each function.

use datafusion::logical_expr::{DocSection, Documentation};

use crate::answer::{Answer, Part, Text};

/// A function in words.
#[derive(Debug)]
pub(crate) struct Explanation {
    pub(crate) name: &'static str,
    pub(crate) answer: Answer,
    says: &'static str,
    /// A text and the answer to it.
    example: (&'static str, &'static str),
}

pub(crate) const ALL: [Explanation; 11] = [
    Explanation {
        name: "email_is_valid",
        answer: Answer::Validity,
        says: "Whether a text is an e-mail address as it stands, with nothing to repair.",
        example: ("ana@example.com", "true"),
    },
    Explanation {
        name: "email_address",
        answer: Answer::Part(Part::Text(Text::Address)),
        says: "The normalised address, with every repair made that has no other reading; null where there is none.",
        example: (" Ana <ana@EXAMPLE.com>", "ana@example.com"),
    },
    Explanation {
        name: "email_suggestion",
        answer: Answer::Part(Part::Text(Text::Suggestion)),
        says: "The address that was likely meant, if that is another: to be confirmed by a person.",
        example: ("ana@gmial.com", "ana@gmail.com"),
    },
    Explanation {
        name: "email_verdict",
        answer: Answer::Part(Part::Text(Text::Verdict)),
        says: "Clean, Repaired, Doubtful (usable, but ask) or Rejected (no address).",
        example: ("ana@gmial.com", "Doubtful"),
    },
    Explanation {
        name: "email_codes",
        answer: Answer::Part(Part::Codes),
        says: "The codes of what was odd about a text, in its order.",
        example: (" ana@gmial.com", "[leading-space, domain-typo]"),
    },
    Explanation {
        name: "email_message",
        answer: Answer::Part(Part::Text(Text::Message)),
        says: "What was odd about a text, a sentence for each finding; null where nothing was.",
        example: (" ana@gmail.com", "A space before the address is left out."),
    },
    Explanation {
        name: "email_domain",
        answer: Answer::Part(Part::Text(Text::Domain)),
        says: "The domain of the address, in lower case, labels beyond ASCII as A-labels.",
        example: ("ana@MÜNCHEN.de", "xn--mnchen-3ya.de"),
    },
    Explanation {
        name: "email_provider",
        answer: Answer::Part(Part::Text(Text::Provider)),
        says: "The mail provider whose documented rules apply to the address.",
        example: ("ana@googlemail.com", "gmail"),
    },
    Explanation {
        name: "email_key",
        answer: Answer::Part(Part::Text(Text::Key)),
        says: "Equal for addresses that reach one mailbox. It is no address: nothing can be sent to it.",
        example: ("Ana.Perez+shop@googlemail.com", "key1:gmail.com:anaperez"),
    },
    Explanation {
        name: "email_skeleton",
        answer: Answer::Part(Part::Text(Text::Skeleton)),
        says: "Equal for addresses that look alike (UTS #39).",
        example: ("аna@example.com", "look18:exarnple.corn:ana"),
    },
    Explanation {
        name: "email_inspect",
        answer: Answer::Everything,
        says: "All that the other functions answer, as one struct, for the price of one inspection.",
        example: ("ana@example.com", "{is_valid: true, address: ana@example.com, …}"),
    },
];

impl Explanation {
    pub(crate) fn documentation(&self) -> Documentation {
        let Self { name, says, example: (text, answer), .. } = self;
        let section = DocSection { include: true, label: "E-mail Functions", description: None };
        let syntax = format!("{name}(text)");
        let example = format!("> SELECT {name}('{text}');\n{answer}");
        let mut documentation = Documentation::builder(section, *says, syntax)
            .with_sql_example(example)
            .with_argument("text", "What a person typed, pasted or imported. Null stays null.");
        if self.answer.speaks() {
            documentation = documentation
                .with_alternative_syntax(format!("{name}(text, language)"))
                .with_argument("language", "'en', which it is without one, or 'es': a constant.");
        }
        documentation.build()
    }
}
