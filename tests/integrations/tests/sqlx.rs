//! Text columns in SQLite, through sqlx.

use normail::{EmailAddress, parse};
use sqlx::types::Text;
use sqlx::{Connection, FromRow, SqliteConnection};

async fn database() -> SqliteConnection {
    let mut db = SqliteConnection::connect(":memory:").await.expect("SQLite is linked");
    let schema =
        "CREATE TABLE account (email TEXT NOT NULL, backup TEXT, dedup_key TEXT UNIQUE, skeleton TEXT)";
    sqlx::query(schema).execute(&mut db).await.expect("a table");
    db
}

async fn sign_up(db: &mut SqliteConnection, email: &EmailAddress) -> Result<(), sqlx::Error> {
    sqlx::query("INSERT INTO account VALUES (?, ?, ?, ?)")
        .bind(email)
        .bind(None::<EmailAddress>)
        .bind(email.dedup_key())
        .bind(email.skeleton())
        .execute(db)
        .await
        .map(drop)
}

fn address(text: &str) -> EmailAddress {
    parse(text).unwrap_or_else(|error| panic!("{text}: {error}"))
}

#[derive(Debug, FromRow, PartialEq)]
struct Account {
    email: EmailAddress,
    backup: Option<EmailAddress>,
    #[sqlx(rename = "dedup_key")]
    key: String,
}

/// email_address pull 33: encoding and decoding.
#[tokio::test]
async fn email_address_33_what_is_stored_comes_back() {
    let mut db = database().await;
    for text in ["Ana.Perez@gmail.com", "josé@bücher.example", "мария@пример.рф", "o'neil@example.ie"]
    {
        let email = address(text);
        sign_up(&mut db, &email).await.unwrap_or_else(|error| panic!("{text}: {error}"));
        let query = sqlx::query_as("SELECT * FROM account WHERE email = ?").bind(email.clone());
        let account: Account =
            query.fetch_one(&mut db).await.unwrap_or_else(|error| panic!("{text}: {error}"));
        let key = email.dedup_key().to_string();
        assert_eq!(account, Account { email, backup: None, key });
    }
}

#[tokio::test]
async fn what_is_stored_is_text() {
    let mut db = database().await;
    sign_up(&mut db, &address("Ana@BÜCHER.example")).await.expect("the first");
    let query = "SELECT typeof(email), email, typeof(dedup_key), dedup_key FROM account";
    let row: (String, String, String, String) =
        sqlx::query_as(query).fetch_one(&mut db).await.expect("a row");
    let text = || String::from("text");
    let (email, key) = ("Ana@xn--bcher-kva.example".into(), "key1:xn--bcher-kva.example:ana".into());
    assert_eq!(row, (text(), email, text(), key));
}

#[tokio::test]
async fn one_mailbox_signs_up_once() {
    let mut db = database().await;
    sign_up(&mut db, &address("ana.perez@gmail.com")).await.expect("the first");
    let error =
        sign_up(&mut db, &address("anaperez+shop@googlemail.com")).await.expect_err("the same mailbox");
    assert!(error.as_database_error().is_some_and(|error| error.is_unique_violation()), "{error}");
    sign_up(&mut db, &address("ana.perez@example.com")).await.expect("another mailbox");
}

#[tokio::test]
async fn a_twin_is_found_by_its_skeleton() {
    let mut db = database().await;
    sign_up(&mut db, &address("ana@example.com")).await.expect("the first");
    let twin = address("аna@example.com");
    let query = sqlx::query_scalar("SELECT email FROM account WHERE skeleton = ?").bind(twin.skeleton());
    let seen: Option<EmailAddress> = query.fetch_optional(&mut db).await.expect("an answer");
    assert_eq!(seen, Some(address("ana@example.com")));
}

#[tokio::test]
async fn what_is_no_address_is_not_read() {
    let mut db = database().await;
    for (text, message) in [
        ("ana", "no @ in the address"),
        ("ana@example.com ", "a space after the address"),
        ("root@localhost", "a domain without an ending"),
    ] {
        let result: Result<EmailAddress, _> =
            sqlx::query_scalar("SELECT ?").bind(text).fetch_one(&mut db).await;
        let error = result.expect_err(text).to_string();
        assert!(error.contains(message), "{text}: {error}");
    }
    let query = sqlx::query_scalar::<_, Option<EmailAddress>>("SELECT NULL");
    assert_eq!(query.fetch_one(&mut db).await.expect("nothing is stored"), None);
}

/// What the documentation says of the crate without the feature.
#[tokio::test]
async fn text_and_try_from_need_no_feature() {
    #[derive(FromRow)]
    struct Row {
        #[sqlx(try_from = "String")]
        email: EmailAddress,
    }
    let mut db = database().await;
    let email = address("ana@example.com");
    let query = sqlx::query_as("SELECT ? AS email").bind(Text(email.clone()));
    let row: Row = query.fetch_one(&mut db).await.expect("a row");
    assert_eq!(row.email, email);
    let query = sqlx::query_scalar("SELECT ?").bind("ana@example.com");
    let Text(read): Text<EmailAddress> = query.fetch_one(&mut db).await.expect("a row");
    assert_eq!(read, email);
}
