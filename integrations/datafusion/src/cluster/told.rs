//! What a node tells of its work, on the standard error.

use log::{LevelFilter, Log, Metadata, Record};

struct StandardError;

impl Log for StandardError {
    fn enabled(&self, _: &Metadata) -> bool {
        true
    }

    fn log(&self, record: &Record) {
        eprintln!("{} {}: {}", record.level(), record.target(), record.args());
    }

    fn flush(&self) {}
}

/// How grave something has to be: `off`, `error`, `warn`, `info`, `debug` or `trace`.
///
/// # Errors
///
/// Where it is none of these.
pub fn level(text: &str) -> Result<LevelFilter, String> {
    text.parse().map_err(|_| format!("{text:?} is no level: error, warn, info and debug are"))
}

/// Tells what is as grave as this, or graver, unless the process tells it otherwise already.
pub fn tell(level: LevelFilter) {
    if log::set_logger(&StandardError).is_ok() {
        log::set_max_level(level);
    }
}
