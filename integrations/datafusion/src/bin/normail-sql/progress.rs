//! How far it is, on a terminal.

use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use datafusion::physical_plan::ExecutionPlan;
use indicatif::{ProgressBar, ProgressStyle};
use tokio::task::JoinHandle;

const EVERY: Duration = Duration::from_millis(200);

/// A line on the standard error, if that is a terminal.
pub(crate) struct Progress {
    bar: ProgressBar,
    seen: Arc<Mutex<Seen>>,
    ticker: Option<JoinHandle<()>>,
}

#[derive(Default)]
struct Seen {
    /// Rows of the plans that have ended.
    ended: usize,
    running: Vec<Arc<dyn ExecutionPlan>>,
}

impl Seen {
    fn rows(&self) -> usize {
        self.ended + self.running.iter().map(rows_read).sum::<usize>()
    }
}

impl Progress {
    /// Over `bytes` of files.
    pub(crate) fn new(bytes: u64) -> Self {
        let style = "{spinner} {msg} [{wide_bar}] {bytes} of {total_bytes}, {elapsed}";
        let style = ProgressStyle::with_template(style).unwrap_or_else(|_| ProgressStyle::default_bar());
        let bar = ProgressBar::new(bytes).with_style(style);
        let seen = Arc::new(Mutex::new(Seen::default()));
        let ticker = (!bar.is_hidden()).then(|| tokio::spawn(tick(bar.clone(), Arc::clone(&seen))));
        Self { bar, seen, ticker }
    }

    /// Something else begins, of unknown length.
    pub(crate) fn turn_to(&self, what: &'static str) {
        self.stop_ticking();
        self.bar.set_style(ProgressStyle::default_spinner());
        self.bar.set_message(what);
        self.bar.enable_steady_tick(EVERY);
    }

    /// So many bytes are done.
    pub(crate) fn advance(&self, bytes: u64) {
        self.bar.inc(bytes);
    }

    /// Counts the rows that a plan reads while it runs, and keeps their number.
    pub(crate) fn watch(&self, plan: &Arc<dyn ExecutionPlan>) -> Watched {
        self.seen.lock().unwrap_or_else(PoisonError::into_inner).running.push(Arc::clone(plan));
        Watched { seen: Arc::clone(&self.seen), plan: Arc::clone(plan) }
    }

    fn stop_ticking(&self) {
        if let Some(ticker) = &self.ticker {
            ticker.abort();
        }
    }
}

impl Drop for Progress {
    fn drop(&mut self) {
        self.stop_ticking();
        self.bar.finish_and_clear();
    }
}

/// A plan that is counted as running until this is dropped.
pub(crate) struct Watched {
    seen: Arc<Mutex<Seen>>,
    plan: Arc<dyn ExecutionPlan>,
}

impl Drop for Watched {
    fn drop(&mut self) {
        let mut seen = self.seen.lock().unwrap_or_else(PoisonError::into_inner);
        seen.ended += rows_read(&self.plan);
        seen.running.retain(|plan| !Arc::ptr_eq(plan, &self.plan));
    }
}

async fn tick(bar: ProgressBar, seen: Arc<Mutex<Seen>>) {
    loop {
        let rows = seen.lock().unwrap_or_else(PoisonError::into_inner).rows();
        bar.set_message(format!("{rows} rows"));
        bar.tick();
        tokio::time::sleep(EVERY).await;
    }
}

/// What the scans of a plan have given so far. A cluster's plan tells nothing of them here.
fn rows_read(plan: &Arc<dyn ExecutionPlan>) -> usize {
    let children = plan.children();
    if children.is_empty() {
        plan.metrics().and_then(|metrics| metrics.output_rows()).unwrap_or(0)
    } else {
        children.into_iter().map(rows_read).sum()
    }
}
