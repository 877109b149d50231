//! What a person answers to "Did you mean …?".

use axum::http::StatusCode;

use crate::service::{Account, Service};

#[tokio::test]
async fn a_suggestion_that_is_taken_is_stored() {
    let service = Service::new();
    let answer = service.agree("ana@gmial.com", "ana@gmail.com").await;
    assert_eq!(answer.status, StatusCode::OK);
    assert!(answer.body.contains("<bdi>ana@gmail.com</bdi>"), "{}", answer.body);
    let stored = Account { address: "ana@gmail.com".into(), doubts: String::new(), is_held: false };
    assert_eq!(service.accounts(), [stored]);
    assert_eq!(service.letters(), [("ana@gmail.com".into(), "Welcome")]);
}

#[tokio::test]
async fn what_was_meant_as_typed_is_stored_with_its_doubts() {
    let service = Service::new();
    service.agree("ana@gmial.com\u{A0}", "ana@gmial.com").await;
    let stored = Account { address: "ana@gmial.com".into(), doubts: "domain-typo".into(), is_held: false };
    assert_eq!(service.accounts(), [stored]);
}

/// The hidden field and the button's value come from the browser, and prove nothing.
#[tokio::test]
async fn an_answer_to_another_question_is_asked_again() {
    for (email, agreed) in [
        ("ana@gmial.com", "eve@example.com"),
        ("ana@gmial.com", "eva@gmail.com"),
        ("ana@example.com, eva@example.com", "ana@example.com"),
        ("<script>", "<script>"),
    ] {
        let service = Service::new();
        let answer = service.agree(email, agreed).await;
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY, "{email:?} {agreed:?}");
        assert_eq!(service.addresses(), [""; 0], "{email:?} {agreed:?}");
        assert_eq!(service.letters(), [], "{email:?} {agreed:?}");
    }
}

#[tokio::test]
async fn a_clean_address_cannot_be_swapped_by_an_answer() {
    let service = Service::new();
    service.agree("ana@example.com", "eve@example.com").await;
    assert_eq!(service.addresses(), ["ana@example.com"]);
}
