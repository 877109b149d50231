//! A service of its own for each test.

use std::sync::Arc;
use std::sync::mpsc::Receiver;

use axum::Router;
use axum::body::{Body, to_bytes};
use axum::http::header::{ACCEPT_LANGUAGE, CONTENT_TYPE};
use axum::http::{HeaderMap, Request, StatusCode};
use normail_signup::app::{App, router};
use normail_signup::letter::Letter;
use normail_signup::store::Store;
use rusqlite::Connection;
use tempfile::TempDir;
use tower::ServiceExt;

pub(crate) struct Service {
    folder: Arc<TempDir>,
    router: Router,
    letters: Receiver<Letter>,
}

pub(crate) struct Answer {
    pub(crate) status: StatusCode,
    pub(crate) headers: HeaderMap,
    pub(crate) body: String,
}

/// A row of the database.
#[derive(Debug, PartialEq)]
pub(crate) struct Account {
    pub(crate) address: String,
    pub(crate) doubts: String,
    pub(crate) is_held: bool,
}

impl Service {
    pub(crate) fn new() -> Self {
        Self::over(Arc::new(TempDir::new().expect("a folder can be made")))
    }

    /// Another one for the same accounts, as a second process is.
    pub(crate) fn another(&self) -> Self {
        Self::over(Arc::clone(&self.folder))
    }

    fn over(folder: Arc<TempDir>) -> Self {
        let store = Store::open(folder.path().join("accounts")).expect("the database can be made");
        let (app, letters) = App::new(store);
        Self { folder, router: router(app), letters }
    }

    pub(crate) async fn send(&self, request: Request<Body>) -> Answer {
        send(&self.router, request).await
    }

    pub(crate) async fn post(&self, language: &str, fields: &[(&str, &str)]) -> Answer {
        self.send(post(language, fields)).await
    }

    pub(crate) async fn sign_up(&self, email: &str) -> Answer {
        self.post("en", &[("email", email)]).await
    }

    pub(crate) async fn agree(&self, email: &str, agreed: &str) -> Answer {
        self.post("en", &[("email", email), ("agreed", agreed)]).await
    }

    pub(crate) fn accounts(&self) -> Vec<Account> {
        let connection =
            Connection::open(self.folder.path().join("accounts")).expect("the database is there");
        let mut statement = connection
            .prepare("SELECT address, doubts, twin_of IS NOT NULL FROM account ORDER BY id")
            .expect("the table is there");
        let account = |row: &rusqlite::Row<'_>| {
            Ok(Account { address: row.get(0)?, doubts: row.get(1)?, is_held: row.get(2)? })
        };
        let rows = statement.query_map([], account).expect("the table can be read");
        rows.map(|row| row.expect("a row has these types")).collect()
    }

    pub(crate) fn addresses(&self) -> Vec<String> {
        self.accounts().into_iter().map(|account| account.address).collect()
    }

    /// The letters since the last time: to whom, about what.
    pub(crate) fn letters(&self) -> Vec<(String, &'static str)> {
        self.letters.try_iter().map(|letter| (letter.to.into_string(), letter.subject)).collect()
    }

    pub(crate) fn router(&self) -> Router {
        self.router.clone()
    }
}

pub(crate) async fn send(router: &Router, request: Request<Body>) -> Answer {
    let response = router.clone().oneshot(request).await.expect("a router cannot fail");
    let (parts, body) = response.into_parts();
    let body = to_bytes(body, usize::MAX).await.expect("the body is whole");
    let body = String::from_utf8(body.to_vec()).expect("the body is UTF-8");
    Answer { status: parts.status, headers: parts.headers, body }
}

pub(crate) fn post(language: &str, fields: &[(&str, &str)]) -> Request<Body> {
    let body = form_urlencoded::Serializer::new(String::new()).extend_pairs(fields).finish();
    Request::post("/")
        .header(ACCEPT_LANGUAGE, language)
        .header(CONTENT_TYPE, "application/x-www-form-urlencoded")
        .body(Body::from(body))
        .expect("the request is well formed")
}
