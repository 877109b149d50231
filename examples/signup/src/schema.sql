-- Keys and looks are compared byte by byte: they are made to be equal exactly where they should be. A collation of a
-- database's own would decide anew (some ignore accents, or what nobody sees) and make two people one, or let a twin
-- pass. BINARY is SQLite's default; it is written out because nothing else will do.
CREATE TABLE IF NOT EXISTS account (
    id INTEGER PRIMARY KEY,
    -- As it was written: mail goes here. Nothing is compared with it.
    address TEXT NOT NULL,
    -- The same mailbox.
    dedup_key TEXT NOT NULL COLLATE BINARY UNIQUE,
    -- The same look, of the address and of its mailbox.
    skeleton TEXT NOT NULL COLLATE BINARY,
    mailbox_skeleton TEXT NOT NULL COLLATE BINARY,
    -- Codes of the findings that the person was asked about and said no to.
    doubts TEXT NOT NULL,
    -- The account that this one looks like: it waits for somebody to look at both.
    twin_of INTEGER REFERENCES account (id)
) STRICT;

CREATE INDEX IF NOT EXISTS account_skeleton ON account (skeleton);
CREATE INDEX IF NOT EXISTS account_mailbox_skeleton ON account (mailbox_skeleton);
