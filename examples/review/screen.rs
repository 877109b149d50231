//! What the review shows: its report on the standard output, its progress on the standard error.

use std::io::{self, BufWriter, IsTerminal, StdoutLock, Write};

use anstream::AutoStream;
use indicatif::{ProgressBar, ProgressFinish, ProgressStyle};

use crate::problem::Problem;

/// Colours reach a terminal alone, and not where `NO_COLOR` is set.
pub(crate) struct Screen {
    report: BufWriter<AutoStream<StdoutLock<'static>>>,
    /// Whether a person sees the report as it comes, on the terminal that may show the progress too.
    live: bool,
    progress: ProgressBar,
}

impl Screen {
    /// A screen for a reading of `length` bytes. Nothing of the progress is drawn except on a terminal.
    pub(crate) fn new(length: u64) -> Self {
        let progress = ProgressBar::new(length).with_finish(ProgressFinish::AndClear);
        if let Ok(style) = ProgressStyle::with_template("{wide_bar} {percent:>3} %") {
            progress.set_style(style);
        }
        Screen {
            report: BufWriter::new(anstream::stdout().lock()),
            live: io::stdout().is_terminal(),
            progress,
        }
    }

    /// The progress, for a reader to move on.
    pub(crate) fn progress(&self) -> ProgressBar {
        self.progress.clone()
    }

    pub(crate) fn show(&mut self, text: &str) -> Result<(), Problem> {
        let Screen {
            report,
            live,
            progress,
        } = self;
        let shown = if *live {
            progress.suspend(|| report.write_all(text.as_bytes()).and_then(|()| report.flush()))
        } else {
            report.write_all(text.as_bytes())
        };
        shown.map_err(Problem::CannotPrint)
    }

    /// Ends the progress.
    pub(crate) fn end_progress(&self) {
        self.progress.finish_and_clear();
    }

    pub(crate) fn finish(mut self) -> Result<(), Problem> {
        self.report.flush().map_err(Problem::CannotPrint)
    }
}

/// Prints a text by itself.
pub(crate) fn print(text: &str) -> Result<(), Problem> {
    io::stdout()
        .write_all(text.as_bytes())
        .map_err(Problem::CannotPrint)
}
