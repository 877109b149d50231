//! The routes.

use std::sync::Arc;
use std::sync::mpsc::{Receiver, Sender, channel};

use axum::extract::rejection::FormRejection;
use axum::extract::{DefaultBodyLimit, State};
use axum::http::StatusCode;
use axum::http::header::CONTENT_TYPE;
use axum::middleware::map_response;
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use axum::{Form, Router};
use normail::inspect;

use crate::form::{SignUp, Submission, decide};
use crate::headers::harden;
use crate::language::Speaks;
use crate::letter::Letter;
use crate::page;
use crate::store::{Outcome, Store};
use crate::text::Text;

/// An input of 4,096 bytes, the longest that is read, takes three times as many when percent-encoded.
const BODY_MAX: usize = 16 * 1024;

#[derive(Clone)]
pub struct App {
    store: Arc<Store>,
    mailer: Sender<Letter>,
}

impl App {
    /// The application, and where its letters come out.
    pub fn new(store: Store) -> (Self, Receiver<Letter>) {
        let (mailer, letters) = channel();
        (Self { store: Arc::new(store), mailer }, letters)
    }
}

/// There is no token against forged posts: who signs up has no session that a foreign page could abuse, so its post can
/// do nothing that a post of its own could not. What both can do, have letters sent to strangers, takes a limit on the
/// rate.
pub fn router(app: App) -> Router {
    Router::new()
        .route("/", get(form).post(sign_up))
        .route("/style.css", get(style))
        .fallback(|speaks: Speaks| async move { failure(speaks.0, StatusCode::NOT_FOUND) })
        .method_not_allowed_fallback(|speaks: Speaks| async move {
            failure(speaks.0, StatusCode::METHOD_NOT_ALLOWED)
        })
        .layer(DefaultBodyLimit::max(BODY_MAX))
        .layer(map_response(harden))
        .with_state(app)
}

async fn form(Speaks(text): Speaks) -> Response {
    page::form(text).into_response()
}

/// An account that exists is no news for whoever asks: a new one, a known one and one that looks like another get the
/// same page, and what there is to tell stands in the letter, which only the owner of the mailbox reads. Were the twin
/// refused on the page, posting a lookalike would tell who has an account.
///
/// The page is answered to the post itself: doing it twice does no more than doing it once, and a redirect would have
/// to carry the address in its query.
async fn sign_up(
    State(app): State<App>,
    Speaks(text): Speaks,
    submission: Result<Form<Submission>, FormRejection>,
) -> Response {
    let Form(submission) = match submission {
        Ok(submission) => submission,
        Err(rejection) => return failure(text, rejection.status()),
    };
    let inspection = inspect(&submission.email);
    let Some(sign_up) = decide(&inspection, submission.agreed.as_deref()) else {
        return (StatusCode::UNPROCESSABLE_ENTITY, page::question(text, &inspection)).into_response();
    };
    let done = page::done(text, &sign_up.address, &inspection);
    match store(app.store, sign_up).await {
        Ok((outcome, sign_up)) => {
            // Sent by another thread: the answer does not wait for it, so its time tells nothing.
            if app.mailer.send(Letter::about(outcome, sign_up, text)).is_err() {
                return failure(text, StatusCode::INTERNAL_SERVER_ERROR);
            }
            done.into_response()
        }
        Err(error) => {
            eprintln!("{error}");
            failure(text, StatusCode::INTERNAL_SERVER_ERROR)
        }
    }
}

/// SQLite blocks.
async fn store(
    store: Arc<Store>,
    sign_up: SignUp,
) -> Result<(Outcome, SignUp), Box<dyn std::error::Error + Send + Sync>> {
    tokio::task::spawn_blocking(move || Ok((store.sign_up(&sign_up)?, sign_up))).await?
}

async fn style() -> impl IntoResponse {
    ([(CONTENT_TYPE, "text/css; charset=utf-8")], include_str!("style.css"))
}

fn failure(text: &Text, status: StatusCode) -> Response {
    (status, page::failure(text, status)).into_response()
}
