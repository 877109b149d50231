//! One mailbox, one account; one look, one account unless somebody has looked.

use std::thread;

use axum::http::StatusCode;
use tokio::runtime::Builder;

use crate::service::{Service, post, send};

#[tokio::test]
async fn a_mailbox_gets_one_account() {
    let service = Service::new();
    service.sign_up("Ana.Gil@gmail.com").await;
    for same in ["ana.gil@gmail.com", "anagil+shop@googlemail.com", " ANAGIL@GMAIL.COM "] {
        service.letters();
        assert_eq!(service.sign_up(same).await.status, StatusCode::OK);
        let to_the_first = ("Ana.Gil@gmail.com".into(), "You have an account already");
        assert_eq!(service.letters(), [to_the_first], "{same:?}");
    }
    assert_eq!(service.addresses(), ["Ana.Gil@gmail.com"]);
}

/// Only case is the same for every host, and accents are nobody's to drop.
#[tokio::test]
async fn addresses_that_a_collation_may_confuse_are_different_accounts() {
    let service = Service::new();
    let different = [
        "jose@example.com",
        "josé@example.com",
        "jo.se@example.com",
        "strasse@example.com",
        "straße@example.com",
    ];
    for email in different {
        service.sign_up(email).await;
    }
    assert_eq!(service.addresses(), different);
}

/// A twin by a Cyrillic letter, by letters that run together, by capitals; in the local part, in the domain.
#[tokio::test]
async fn a_twin_is_held_and_warned_by_letter() {
    for (first, twin) in [
        ("ana@example.com", "\u{430}na@example.com"),
        ("carne@example.com", "came@example.com"),
        ("iris@example.com", "Ir\u{456}s@example.com"),
        ("ana@apple.com", "ana@\u{430}\u{440}\u{440}\u{4CF}\u{435}.com"),
        ("copa@example.com", "\u{441}\u{43E}\u{440}\u{430}@example.com"),
    ] {
        let service = Service::new();
        service.sign_up(first).await;
        service.letters();
        let twin = normail::parse(twin).expect("a twin is an address");
        let answer = service.agree(twin.as_str(), twin.as_str()).await;
        assert_eq!(answer.status, StatusCode::OK, "{twin}");
        assert_eq!(service.letters(), [(twin.to_string(), "Your address looks like another")]);
        let held: Vec<bool> = service.accounts().iter().map(|account| account.is_held).collect();
        assert_eq!(held, [false, true], "{twin}");
    }
}

#[tokio::test]
async fn a_letter_is_in_the_language_of_its_reader() {
    let service = Service::new();
    for email in ["ana@example.com", "ANA@example.com"] {
        service.post("es", &[("email", email)]).await;
    }
    service.post("es", &[("email", "\u{430}na@example.com"), ("agreed", "\u{430}na@example.com")]).await;
    let subjects: Vec<&str> = service.letters().into_iter().map(|(_, subject)| subject).collect();
    assert_eq!(subjects, ["Le damos la bienvenida", "Ya tiene una cuenta", "Su dirección se parece a otra"]);
}

/// Or the form would tell anybody who has an account.
#[tokio::test]
async fn no_page_tells_whether_there_is_an_account() {
    let (empty, full) = (Service::new(), Service::new());
    full.sign_up("ana@example.com").await;
    for (email, agreed) in [
        ("ana@example.com", ""),
        ("ANA@example.com", ""),
        ("ana@exarnple.com", "ana@exarnple.com"),
        ("\u{430}na@example.com", ""),
        ("\u{430}na@example.com", "\u{430}na@example.com"),
    ] {
        let (new, known) = (empty.agree(email, agreed).await, full.agree(email, agreed).await);
        assert_eq!(
            (new.status, &new.headers, &new.body),
            (known.status, &known.headers, &known.body),
            "{email:?}"
        );
    }
}

/// Two processes, eight threads: which of them comes first is left to the index.
#[test]
fn posts_at_the_same_time_make_one_account() {
    let service = Service::new();
    let emails: Vec<String> = (0..8).map(|n| format!("A.n.a+{n}@gmail.com")).collect();
    post_at_once(&service, &emails);
    assert_eq!(service.accounts().len(), 1);
}

/// The first of two twins is an account, the other waits, whichever that is.
#[test]
fn twins_at_the_same_time_do_not_both_pass() {
    let service = Service::new();
    post_at_once(&service, &["carne@example.com", "came@example.com"]);
    let held: Vec<bool> = service.accounts().iter().map(|account| account.is_held).collect();
    assert_eq!(held, [false, true]);
}

/// Each from a thread of its own, to two processes in turn.
fn post_at_once(service: &Service, emails: &[impl AsRef<str>]) {
    let another = service.another();
    let routers = [service.router(), another.router()];
    thread::scope(|scope| {
        for (email, router) in emails.iter().zip(routers.iter().cycle()) {
            let request = post("en", &[("email", email.as_ref())]);
            scope.spawn(move || {
                let runtime = Builder::new_current_thread().build().expect("a runtime starts");
                let answer = runtime.block_on(send(router, request));
                assert_eq!(answer.status, StatusCode::OK, "{}", answer.body);
            });
        }
    });
}
