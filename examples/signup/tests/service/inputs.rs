//! What a person sees who types one of these.

use axum::http::StatusCode;

use crate::service::Service;

struct Case {
    email: &'static str,
    status: StatusCode,
    stored: Option<&'static str>,
    /// What the page has, in any language.
    has: &'static [&'static str],
    english: &'static [&'static str],
    spanish: &'static [&'static str],
}

const CASES: [Case; 7] = [
    Case {
        email: "ana@example.com",
        status: StatusCode::OK,
        stored: Some("ana@example.com"),
        has: &["<bdi>ana@example.com</bdi>"],
        english: &["We are writing to"],
        spanish: &["Vamos a escribir a"],
    },
    Case {
        email: "ana@example.com\u{A0}",
        status: StatusCode::OK,
        stored: Some("ana@example.com"),
        has: &["<mark class=\"unseen\">U+00A0</mark></p>"],
        english: &["A space (no-break space, U+00A0) after the address is left out."],
        spanish: &["Se omite un espacio (espacio de no separación, U+00A0) después de la dirección."],
    },
    Case {
        email: "an\u{200B}a@example.com",
        status: StatusCode::OK,
        stored: Some("ana@example.com"),
        has: &["<bdi>an</bdi><mark class=\"unseen\">U+200B</mark><bdi>a@</bdi>"],
        english: &["An unseen character (zero-width space, U+200B) is left out.", "shown by their codes"],
        spanish: &["Se omite un carácter que no se ve (espacio de ancho cero, U+200B).", "con su código"],
    },
    Case {
        email: "\u{430}na@example.com",
        status: StatusCode::UNPROCESSABLE_ENTITY,
        stored: None,
        has: &[
            "<mark dir=\"auto\">\u{430}</mark><bdi>na@</bdi>",
            "value=\"\u{430}na@example.com\"><button>",
            "name=\"agreed\" value=\"ana@example.com\"",
            "name=\"agreed\" value=\"\u{430}na@example.com\"",
        ],
        english: &["(U+0430) among Latin letters", "Did you mean <bdi>ana@example.com</bdi>?"],
        spanish: &["(U+0430) del alfabeto cirílico", "¿Quería decir <bdi>ana@example.com</bdi>?"],
    },
    Case {
        email: "ana@gmial.com",
        status: StatusCode::UNPROCESSABLE_ENTITY,
        stored: None,
        has: &["<bdi>ana@</bdi><mark dir=\"auto\">gmial.com</mark></p>", "value=\"ana@gmial.com\"><button>"],
        english: &[
            "A domain that may be mistyped",
            "Did you mean <bdi>ana@gmail.com</bdi>?",
            ">Use <bdi>ana@gmail.com</bdi></button>",
            ">Keep it as I wrote it</button>",
        ],
        spanish: &[
            "un dominio que puede estar mal escrito",
            "¿Quería decir <bdi>ana@gmail.com</bdi>?",
            ">Usar <bdi>ana@gmail.com</bdi></button>",
            ">Dejarla como la escribí</button>",
        ],
    },
    Case {
        email: "ana@example.com, eva@example.com",
        status: StatusCode::UNPROCESSABLE_ENTITY,
        stored: None,
        has: &["value=\"ana@example.com, eva@example.com\"><button>"],
        english: &["More than one address: please give one alone."],
        spanish: &["Hay más de una dirección: escriba una sola, por favor."],
    },
    Case {
        email: "",
        status: StatusCode::UNPROCESSABLE_ENTITY,
        stored: None,
        has: &["value=\"\"><button>"],
        english: &["No address: please type one."],
        spanish: &["Falta la dirección: escriba una, por favor."],
    },
];

#[tokio::test]
async fn each_input_is_answered_in_both_languages() {
    for case in &CASES {
        for (language, sentences) in [("en-GB", case.english), ("es-MX, en;q=0.5", case.spanish)] {
            let service = Service::new();
            let answer = service.post(language, &[("email", case.email)]).await;
            assert_eq!(answer.status, case.status, "{:?}", case.email);
            for part in case.has.iter().chain(sentences) {
                assert!(answer.body.contains(part), "{:?}: no {part:?} in {}", case.email, answer.body);
            }
            assert_eq!(service.addresses(), Vec::from_iter(case.stored), "{:?}", case.email);
        }
    }
}

/// What was typed is in the field as it was; what is refused for good offers nothing to press.
#[tokio::test]
async fn two_addresses_cannot_be_kept() {
    let answer = Service::new().sign_up("ana@example.com, eva@example.com").await;
    assert!(!answer.body.contains("name=\"agreed\""), "{}", answer.body);
    assert!(!answer.body.contains("Did you mean"), "{}", answer.body);
}

#[tokio::test]
async fn the_text_in_the_field_is_the_persons_own() {
    for email in
        ["  ana@gmial.com\u{A0}", "an\u{200B}a@gmial.com", "ana@gmial.com\u{202E}", "e\u{301}va@gmial.com"]
    {
        let answer = Service::new().sign_up(email).await;
        assert!(answer.body.contains(&format!("value=\"{email}\"><button>")), "{email:?}: {}", answer.body);
    }
}

#[tokio::test]
async fn where_something_is_missing_the_page_says_where() {
    let answer = Service::new().sign_up("anagmail.com").await;
    assert!(
        answer.body.contains("<bdi>ana</bdi><mark dir=\"auto\"></mark><bdi>gmail.com</bdi></p>"),
        "{}",
        answer.body
    );
    assert!(answer.body.contains("should it stand here?"), "{}", answer.body);
}

/// The only tags and attributes of a page are its own.
#[tokio::test]
async fn whatever_is_echoed_is_escaped() {
    let hostile = "\"><script>alert('1')</script>&lt;<img src=x onerror=alert(1)>@gmial.com";
    for fields in [
        &[("email", hostile)][..],
        &[("email", hostile), ("agreed", hostile)],
        &[("email", "ana@gmial.com"), ("agreed", hostile)],
        &[("email", "\"'<&>@@gmail.com")],
    ] {
        let answer = Service::new().post("en", fields).await;
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
        for tag in ["<script", "<img", "\"><scr", "&lt;<"] {
            assert!(!answer.body.contains(tag), "{fields:?}: {tag} in {}", answer.body);
        }
    }
    let answer = Service::new().sign_up(hostile).await;
    let escaped = "value=\"&quot;&gt;&lt;script&gt;alert('1')&lt;/script&gt;&amp;lt;&lt;img";
    assert!(answer.body.contains(escaped), "{}", answer.body);
}
