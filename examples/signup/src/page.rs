//! The pages. `maud` escapes whatever stands in `( )`.

use axum::http::StatusCode;
use maud::{DOCTYPE, Markup, html};
use normail::{Applicability, EmailAddress, Finding, Inspection, Severity};

use crate::marked::{Piece, pieces};
use crate::text::{Around, Text};

/// The empty form.
pub(crate) fn form(text: &Text) -> Markup {
    document(
        text,
        text.sign_up,
        &html! {
            h1 { (text.sign_up) }
            (email_form(text, None))
        },
    )
}

/// The form again, what is wrong or doubtful, and what the person may agree to.
pub(crate) fn question(text: &Text, inspection: &Inspection<'_>) -> Markup {
    let findings: Vec<&Finding> =
        inspection.findings().iter().filter(|finding| finding.severity() > Severity::Note).collect();
    // Screen readers say the title first.
    document(
        text,
        text.problem,
        &html! {
            h1 { (text.sign_up) }
            // Where reading goes on after the page has come, without a script.
            section tabindex="-1" autofocus aria-labelledby="problem" {
                h2 #problem { (text.problem) }
                (messages(text, &findings))
                (written(text, inspection.input(), &findings))
                (answers(text, inspection))
            }
            (email_form(text, Some(inspection.input())))
        },
    )
}

/// What the address is stored as, and how that came about. It is the same whether there was an account or not.
pub(crate) fn done(text: &Text, address: &EmailAddress, inspection: &Inspection<'_>) -> Markup {
    let repairs: Vec<&Finding> = inspection.findings().iter().filter(|finding| is_repair(finding)).collect();
    document(
        text,
        text.done,
        &html! {
            h1 { (text.done) }
            p { (around(text.written_to, address)) }
            @if !repairs.is_empty() {
                section {
                    h2 { (text.repaired) }
                    (messages(text, &repairs))
                    (written(text, inspection.input(), &repairs))
                }
            }
        },
    )
}

pub(crate) fn failure(text: &Text, status: StatusCode) -> Markup {
    let sentence = match status {
        StatusCode::PAYLOAD_TOO_LARGE => text.too_large,
        StatusCode::NOT_FOUND => text.not_found,
        status if status.is_server_error() => text.our_fault,
        _ => text.unreadable,
    };
    document(
        text,
        text.failed,
        &html! {
            h1 { (text.failed) }
            p { (sentence) }
            p { a href="/" { (text.back) } }
        },
    )
}

fn document(text: &Text, title: &str, main: &Markup) -> Markup {
    html! {
        (DOCTYPE)
        html lang=(text.tag) {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width, initial-scale=1";
                title { (title) }
                link rel="stylesheet" href="/style.css";
            }
            body { main { (main) } }
        }
    }
}

/// The one field. Its type is `text`: of `type=email` a browser sends something else than was typed (outer spaces cut,
/// a domain beyond ASCII as A-labels), and refuses in words and a language of its own what the server would have asked
/// about. `inputmode` brings the keyboard with the at-sign all the same.
fn email_form(text: &Text, written: Option<&str>) -> Markup {
    let described_by = if written.is_some() { "hint messages" } else { "hint" };
    html! {
        form method="post" action="/" {
            label for="email" { (text.label) }
            p #hint { (text.hint) }
            input #email name="email" type="text" inputmode="email" autocomplete="email" autocapitalize="none"
                autocorrect="off" spellcheck="false" dir="auto" aria-describedby=(described_by)
                aria-invalid=[written.map(|_| "true")] value=[written];
            button { (text.submit) }
        }
    }
}

/// A form of its own, so that a button stores what it says, whatever was changed in the field meanwhile.
fn answers(text: &Text, inspection: &Inspection<'_>) -> Markup {
    let (kept, suggested) = (inspection.address(), inspection.suggestion());
    html! {
        @if kept.is_some() || suggested.is_some() {
            form method="post" action="/" {
                @match suggested {
                    Some(suggested) => p.asked { (around(text.did_you_mean, suggested)) },
                    None => p.asked { (text.is_it_right) },
                }
                input type="hidden" name="email" value=(inspection.input());
                @if let Some(suggested) = suggested {
                    button name="agreed" value=(suggested) { (around(text.take, suggested)) }
                }
                @if let Some(kept) = kept {
                    // It does not name the address, which may look just like the suggestion.
                    button.second name="agreed" value=(kept) { (text.keep) }
                }
            }
            p { (text.or_change) }
        }
    }
}

fn messages(text: &Text, findings: &[&Finding]) -> Markup {
    html! {
        ul #messages { @for finding in findings { li { (finding.message(text.language)) } } }
    }
}

/// The person's text with what was found marked, and what cannot be seen shown.
fn written(text: &Text, input: &str, findings: &[&Finding]) -> Markup {
    let pieces = pieces(input, findings.iter().map(|finding| finding.span()));
    html! {
        @if !input.is_empty() {
            p { (text.you_wrote) }
            p.written { bdi {
                @for piece in &pieces {
                    @match piece {
                        Piece::Plain(text) => (text),
                        Piece::Found(text) => mark { (text) },
                        Piece::Missing => mark {},
                        Piece::Unseen(code) => mark.unseen dir="ltr" { (code) },
                    }
                }
            } }
            @if pieces.iter().any(|piece| matches!(piece, Piece::Unseen(_))) { p { (text.unseen) } }
        }
    }
}

/// `bdi`: an address written from right to left does not turn the sentence around it.
fn around([before, after]: Around, address: &EmailAddress) -> Markup {
    html! { (before) bdi { (address.to_unicode()) } (after) }
}

fn is_repair(finding: &Finding) -> bool {
    finding.fix().is_some_and(|fix| fix.applicability() == Applicability::Automatic)
}
