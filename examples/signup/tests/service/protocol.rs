//! HTTP itself.

use std::io::{Read, Write};
use std::net::{SocketAddr, TcpStream};

use axum::body::Body;
use axum::http::header::{ALLOW, CONTENT_TYPE};
use axum::http::{Method, Request, StatusCode};
use tokio::net::TcpListener;

use crate::service::{Service, post};

fn get(path: &str) -> Request<Body> {
    Request::get(path).body(Body::empty()).expect("the request is well formed")
}

#[tokio::test]
async fn the_form_can_be_used_by_everybody() {
    let page = Service::new().send(get("/")).await;
    assert_eq!(page.status, StatusCode::OK);
    for part in [
        "<html lang=\"en\">",
        "<label for=\"email\">",
        "id=\"email\" name=\"email\" type=\"text\" inputmode=\"email\" autocomplete=\"email\"",
        "aria-describedby=\"hint\"",
        "<p id=\"hint\">",
        "dir=\"auto\"",
    ] {
        assert!(page.body.contains(part), "no {part} in {}", page.body);
    }
    assert!(!page.body.contains("aria-invalid"), "{}", page.body);

    let page = Service::new().post("es", &[("email", "ana")]).await;
    for part in [
        "<html lang=\"es\">",
        "aria-invalid=\"true\"",
        "aria-describedby=\"hint messages\"",
        "<ul id=\"messages\">",
    ] {
        assert!(page.body.contains(part), "no {part} in {}", page.body);
    }
}

#[tokio::test]
async fn every_answer_has_its_security_headers() {
    for request in [get("/"), get("/style.css"), get("/nowhere"), post("en", &[("email", "ana")])] {
        let path = request.uri().clone();
        let answer = Service::new().send(request).await;
        for (name, value) in [
            ("content-security-policy", "default-src 'none'"),
            ("content-security-policy", "frame-ancestors 'none'"),
            ("x-content-type-options", "nosniff"),
            ("referrer-policy", "no-referrer"),
            ("cache-control", "no-store"),
            ("vary", "accept-language"),
        ] {
            let header = answer.headers.get(name).and_then(|header| header.to_str().ok()).unwrap_or_default();
            assert!(header.contains(value), "{path}: {name}: {header}");
        }
    }
}

#[tokio::test]
async fn a_form_without_its_field_is_an_empty_one() {
    for fields in [&[][..], &[("mail", "ana@example.com")], &[("agreed", "ana@example.com")]] {
        let service = Service::new();
        let answer = service.post("en", fields).await;
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(answer.body.contains("No address: please type one."), "{}", answer.body);
        assert_eq!(service.addresses(), [""; 0]);
    }
}

#[tokio::test]
async fn what_cannot_be_read_is_said_in_the_persons_language() {
    let large = "a".repeat(20_000);
    let json = Request::post("/").header(CONTENT_TYPE, "application/json").header("accept-language", "es");
    for (request, status, sentence) in [
        (post("es", &[("email", &large)]), StatusCode::PAYLOAD_TOO_LARGE, "Era demasiado largo"),
        (
            post("es", &[("email", "ana@example.com"), ("email", "eva@example.com")]),
            StatusCode::UNPROCESSABLE_ENTITY,
            "No se pudo leer el formulario.",
        ),
        (
            json.body(Body::from("{}")).expect("the request is well formed"),
            StatusCode::UNSUPPORTED_MEDIA_TYPE,
            "No se pudo leer el formulario.",
        ),
    ] {
        let service = Service::new();
        let answer = service.send(request).await;
        assert_eq!(answer.status, status);
        assert!(answer.body.contains(sentence), "{}", answer.body);
        assert_eq!(service.addresses(), [""; 0]);
    }
}

/// The crate's limit, and not that of the body, which percent-encoding makes three times as long.
#[tokio::test]
async fn the_longest_input_gets_through() {
    let longest = "é".repeat(2048);
    for (email, is_too_long) in [(longest.clone(), false), (longest + "é", true)] {
        let answer = Service::new().sign_up(&email).await;
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert_eq!(answer.body.contains("Too long a text"), is_too_long, "{} bytes", email.len());
    }
}

#[tokio::test]
async fn bytes_that_are_no_text_are_a_broken_character() {
    let mut request = post("en", &[]);
    *request.body_mut() = Body::from("email=an%FFa%40example.com");
    let answer = Service::new().send(request).await;
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(answer.body.contains("A broken character (U+FFFD)"), "{}", answer.body);
}

#[tokio::test]
async fn another_method_is_refused() {
    for method in [Method::PUT, Method::DELETE] {
        let mut request = post("en", &[("email", "ana@example.com")]);
        *request.method_mut() = method.clone();
        let service = Service::new();
        let answer = service.send(request).await;
        assert_eq!(answer.status, StatusCode::METHOD_NOT_ALLOWED, "{method}");
        assert_eq!(answer.headers.get(ALLOW).expect("it says which"), "GET,HEAD,POST");
        assert_eq!(service.addresses(), [""; 0]);
    }
}

#[tokio::test]
async fn another_page_is_not_there() {
    let answer = Service::new().send(get("/nowhere")).await;
    assert_eq!(answer.status, StatusCode::NOT_FOUND);
    assert!(answer.body.contains("There is no such page."), "{}", answer.body);
}

/// Over a socket, as a browser does it.
#[tokio::test(flavor = "multi_thread")]
async fn a_sign_up_goes_over_the_wire() {
    let service = Service::new();
    let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port is free");
    let address = listener.local_addr().expect("it has an address");
    let router = service.router();
    tokio::spawn(async move { axum::serve(listener, router).await });

    let answer = tokio::task::spawn_blocking(move || exchange(address)).await.expect("it does not panic");
    assert!(answer.starts_with("HTTP/1.1 200 OK\r\n"), "{answer}");
    assert!(answer.contains("<bdi>ana@example.com</bdi>"), "{answer}");
    assert_eq!(service.addresses(), ["ana@example.com"]);
}

fn exchange(address: SocketAddr) -> String {
    let body = "email=ana%40example.com%C2%A0";
    let mut stream = TcpStream::connect(address).expect("the service listens");
    write!(
        stream,
        "POST / HTTP/1.1\r\nHost: {address}\r\nConnection: close\r\nContent-Length: {}\r\n\
         Content-Type: application/x-www-form-urlencoded\r\n\r\n{body}",
        body.len(),
    )
    .expect("the request can be sent");
    let mut answer = String::new();
    stream.read_to_string(&mut answer).expect("the answer is text");
    answer
}
