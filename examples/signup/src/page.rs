//! The pages. `maud` escapes whatever stands in `( )`.

use axum::http::StatusCode;
use maud::{DOCTYPE, Markup, html};
use normail::{EmailAddress, Finding, Inspection, Piece, Severity};

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
    // Screen readers say the title first.
    document(
        text,
        text.problem,
        &html! {
            h1 { (text.sign_up) }
            // Where reading goes on after the page has come, without a script.
            section tabindex="-1" autofocus aria-labelledby="problem" {
                h2 #problem { (text.problem) }
                (messages(text, inspection.doubts()))
                (written(text, inspection, |finding| finding.severity() > Severity::Note))
                (answers(text, inspection))
            }
            (email_form(text, Some(inspection.input())))
        },
    )
}

/// What the address is stored as, and how that came about. It is the same whether there was an account or not.
pub(crate) fn done(text: &Text, address: &EmailAddress, inspection: &Inspection<'_>) -> Markup {
    let is_any_repaired = inspection.findings().iter().any(Finding::is_repaired);
    document(
        text,
        text.done,
        &html! {
            h1 { (text.done) }
            p { (around(text.written_to, address)) }
            @if is_any_repaired {
                section {
                    h2 { (text.repaired) }
                    (messages(text, inspection.findings().iter().filter(|finding| finding.is_repaired())))
                    (written(text, inspection, Finding::is_repaired))
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
        html lang=(text.language.tag()) {
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

fn messages<'a>(text: &Text, findings: impl Iterator<Item = &'a Finding>) -> Markup {
    html! {
        ul #messages { @for finding in findings { li { (finding.message(text.language)) } } }
    }
}

/// The person's text with what was found marked, and what cannot be seen shown. Each piece is isolated: none turns the
/// order of the others around.
fn written(text: &Text, inspection: &Inspection<'_>, is_told: fn(&Finding) -> bool) -> Markup {
    let pieces: Vec<Piece<'_>> = inspection.pieces().collect();
    html! {
        @if !inspection.input().is_empty() {
            p { (text.you_wrote) }
            p.written dir="ltr" {
                @for piece in &pieces {
                    @if piece.is_unseen() {
                        mark.unseen { (piece) }
                    } @else if piece.finding().is_some_and(is_told) {
                        mark dir="auto" { (piece) }
                    } @else if !piece.is_missing() {
                        bdi { (piece) }
                    }
                }
            }
            @if pieces.iter().any(Piece::is_unseen) { p { (text.unseen) } }
        }
    }
}

/// `bdi`: an address written from right to left does not turn the sentence around it.
fn around([before, after]: Around, address: &EmailAddress) -> Markup {
    html! { (before) bdi { (address.to_unicode()) } (after) }
}
