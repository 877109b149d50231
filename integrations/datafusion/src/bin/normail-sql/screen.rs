//! The standard output.

use std::io::{self, ErrorKind, Write};

use crate::fault::Fault;

/// Whoever closed it, as `head` does, has seen enough.
pub(crate) fn print(text: &str) -> Result<(), Fault> {
    let mut screen = io::stdout().lock();
    match screen.write_all(text.as_bytes()).and_then(|()| screen.flush()) {
        Err(error) if error.kind() != ErrorKind::BrokenPipe => {
            Err(Fault::File("the standard output".into(), error))
        }
        _ => Ok(()),
    }
}
