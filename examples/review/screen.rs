//! What the review shows: its report on the standard output, its progress on the standard error.

use std::io::{self, StdoutLock, Write};

use anstream::{AutoStream, ColorChoice};
use indicatif::{ProgressBar, ProgressFinish, ProgressStyle};

use crate::problem::Problem;

/// How much of the report is gathered before it is shown: moving the progress out of its way takes time.
const GATHERED: usize = 4 * 1024;

/// Colours reach a terminal alone, and not where `NO_COLOR` is set.
pub(crate) struct Screen {
    report: AutoStream<StdoutLock<'static>>,
    pub(crate) has_colours: bool,
    gathered: String,
    progress: ProgressBar,
}

impl Screen {
    /// A screen for a reading of `length` bytes. Nothing of the progress is drawn except on a terminal.
    pub(crate) fn new(length: u64) -> Self {
        let progress = ProgressBar::new(length).with_finish(ProgressFinish::AndClear);
        if let Ok(style) = ProgressStyle::with_template("{wide_bar} {percent:>3} %") {
            progress.set_style(style);
        }
        let choice = AutoStream::choice(&io::stdout());
        let has_colours = choice != ColorChoice::Never;
        // Where there are none, nobody need look for any in the report.
        let choice = if has_colours { choice } else { ColorChoice::AlwaysAnsi };
        let report = AutoStream::new(io::stdout().lock(), choice);
        Screen { report, has_colours, gathered: String::new(), progress }
    }

    /// The progress, for a reader to move on.
    pub(crate) fn progress(&self) -> ProgressBar {
        self.progress.clone()
    }

    /// Adds to the report.
    pub(crate) fn show(&mut self, text: &str) -> Result<(), Problem> {
        self.gathered += text;
        if self.gathered.len() < GATHERED { Ok(()) } else { self.flush() }
    }

    /// Shows what is gathered.
    pub(crate) fn flush(&mut self) -> Result<(), Problem> {
        let Screen { report, gathered, progress, .. } = self;
        let shown = progress.suspend(|| report.write_all(gathered.as_bytes()).and_then(|()| report.flush()));
        gathered.clear();
        shown.map_err(Problem::CannotPrint)
    }

    /// Ends the progress.
    pub(crate) fn end_progress(&self) {
        self.progress.finish_and_clear();
    }
}

impl Drop for Screen {
    /// What was found before a problem is shown before the problem is told, as far as it can be.
    fn drop(&mut self) {
        let _ = self.flush();
    }
}

/// Prints a text by itself.
pub(crate) fn print(text: &str) -> Result<(), Problem> {
    io::stdout().write_all(text.as_bytes()).map_err(Problem::CannotPrint)
}

/// Says something on the standard error. Where nobody listens, there is nobody to tell that either.
pub(crate) fn tell(text: &str) {
    let _ = anstream::stderr().write_all(text.as_bytes());
}
