//! Text columns in SQLite, through diesel.

use diesel::prelude::*;
use normail::EmailAddress;

diesel::table! {
    account (email) {
        email -> Text,
    }
}

#[derive(Clone, Debug, Insertable, PartialEq, Queryable, Selectable)]
#[diesel(table_name = account)]
struct Account {
    #[diesel(serialize_as = String, deserialize_as = String)]
    email: EmailAddress,
}

fn database() -> SqliteConnection {
    let mut db = SqliteConnection::establish(":memory:").expect("SQLite is linked");
    let schema = "CREATE TABLE account (email TEXT NOT NULL PRIMARY KEY)";
    diesel::sql_query(schema).execute(&mut db).expect("a table");
    db
}

#[test]
fn what_is_stored_comes_back() {
    let mut db = database();
    for text in ["Ana.Perez@gmail.com", "josé@bücher.example", "o'neil@example.ie"] {
        let account = Account { email: text.parse().unwrap_or_else(|error| panic!("{text}: {error}")) };
        diesel::insert_into(account::table)
            .values(account.clone())
            .execute(&mut db)
            .unwrap_or_else(|error| panic!("{text}: {error}"));
        let query = account::table.find(account.email.as_str()).select(Account::as_select());
        assert_eq!(query.first(&mut db).as_ref(), Ok(&account), "{text}");
    }
}

#[test]
fn what_is_no_address_is_not_read() {
    let mut db = database();
    diesel::insert_into(account::table)
        .values(account::email.eq("root@localhost"))
        .execute(&mut db)
        .expect("it is text");
    let error = account::table.select(Account::as_select()).first(&mut db).expect_err("a single label");
    assert!(error.to_string().contains("a domain without an ending"), "{error}");
}
