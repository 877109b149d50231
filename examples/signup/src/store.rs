//! The accounts, in SQLite.

use std::path::Path;
use std::sync::{Mutex, PoisonError};
use std::time::Duration;

use normail::EmailAddress;
use rusqlite::types::Type;
use rusqlite::{Connection, Error, OptionalExtension, Result, TransactionBehavior, params};

use crate::form::SignUp;

/// What came of a sign-up.
pub(crate) enum Outcome {
    New,
    /// It looks like the address of another account, and waits.
    Held,
    /// The mailbox has an account, opened with this address.
    Known(EmailAddress),
}

pub struct Store {
    connection: Mutex<Connection>,
}

impl Store {
    /// Opens the database, and makes it where there is none.
    ///
    /// # Errors
    ///
    /// The file cannot be opened, or is no database.
    pub fn open(path: impl AsRef<Path>) -> Result<Self> {
        let connection = Connection::open(path)?;
        connection.busy_timeout(Duration::from_secs(5))?;
        connection.pragma_update(None, "journal_mode", "wal")?;
        connection.execute_batch(include_str!("schema.sql"))?;
        Ok(Self { connection: Mutex::new(connection) })
    }

    pub(crate) fn sign_up(&self, sign_up: &SignUp) -> Result<Outcome> {
        let key = sign_up.address.dedup_key();
        let skeleton = sign_up.address.skeleton();
        let mailbox_skeleton = key.skeleton();

        // A panic between two statements rolled back.
        let mut connection = self.connection.lock().unwrap_or_else(PoisonError::into_inner);
        // Another process cannot store a twin between the question and the insertion.
        let transaction = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
        let twin: Option<i64> = transaction
            .query_row(
                "SELECT id FROM account WHERE skeleton = ?1 OR mailbox_skeleton = ?2 LIMIT 1",
                params![skeleton.as_ref(), mailbox_skeleton.as_ref()],
                |row| row.get(0),
            )
            .optional()?;
        // Whether the mailbox has an account is decided by the index alone.
        let inserted = transaction.execute(
            "INSERT INTO account (address, dedup_key, skeleton, mailbox_skeleton, doubts, twin_of)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6) ON CONFLICT (dedup_key) DO NOTHING",
            params![
                sign_up.address.as_str(),
                key.as_ref(),
                skeleton.as_ref(),
                mailbox_skeleton.as_ref(),
                sign_up.doubts.join(" "),
                twin,
            ],
        )?;
        let outcome = match (inserted, twin) {
            (0, _) => Outcome::Known(transaction.query_row(
                "SELECT address FROM account WHERE dedup_key = ?1",
                [key.as_ref()],
                |row| address(&row.get::<_, String>(0)?),
            )?),
            (_, Some(_)) => Outcome::Held,
            (_, None) => Outcome::New,
        };
        transaction.commit()?;
        Ok(outcome)
    }
}

/// Strictly: what is stored is what a parse gave.
fn address(stored: &str) -> Result<EmailAddress> {
    stored.parse().map_err(|error| Error::FromSqlConversionFailure(0, Type::Text, Box::new(error)))
}
