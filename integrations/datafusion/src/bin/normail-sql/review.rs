//! A review: each file is written again, then counted; all of it appears at once.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use datafusion::arrow::datatypes::SchemaRef;
use datafusion::logical_expr::LogicalPlan;
use tokio::task::JoinSet;

use crate::arguments::Review;
use crate::engine::Engine;
use crate::fault::Fault;
use crate::form::Form;
use crate::inputs::{self, Input};
use crate::progress::Progress;
use crate::staging::{self, Staging};
use crate::totals::Totals;
use crate::{reviewed, screen, table};

/// What the tables are called until they are published.
const TABLES: &str = "tables";
const DUPLICATES: &str = "duplicates";

/// A file to be written.
pub(crate) struct Job {
    input: Input,
    path: PathBuf,
    plan: LogicalPlan,
    pub(crate) written: Written,
}

/// A file when it is written.
#[derive(Clone)]
pub(crate) struct Written {
    pub(crate) url: String,
    pub(crate) form: Form,
    pub(crate) schema: SchemaRef,
}

pub(crate) async fn run(review: &Review, engine: &Engine) -> Result<(), Fault> {
    let inputs = inputs::find(&review.files)?;
    let destination = Destination::choose(review, &inputs)?;
    if let Some(duplicates) = &review.duplicates {
        staging::refuse_existing(duplicates)?;
        staging::refuse_same(("--output", &review.output), ("--duplicates", duplicates))?;
    }
    let duplicates_form = duplicates_form(review)?;
    let staging = Staging::beside(&review.output)?;
    let progress = Arc::new(Progress::new(inputs.iter().map(|input| input.bytes).sum()));

    let mut jobs = Vec::new();
    for input in inputs {
        let path = staging.path(destination.name(&input));
        staging.make_parent(&path)?;
        jobs.push(prepare(review, engine, input, path, destination.form).await?);
    }
    refuse_same_name(&jobs)?;
    let written: Vec<_> = jobs.iter().map(|job| job.written.clone()).collect();
    let paths = jobs.iter().map(|job| job.path.clone()).collect();
    write_all(jobs, engine, &progress).await?;
    staging.keep_only(&paths)?;

    progress.turn_to("counting");
    let duplicates = staging.path(DUPLICATES).with_extension(duplicates_form.suffix());
    let totals = Totals::count(engine, &written, (&duplicates, duplicates_form), &progress).await?;
    if let Some(output) = &review.duplicates {
        staging.publish(&duplicates, output)?;
    }
    staging.publish(destination.whole(), &review.output)?;
    drop(progress);
    screen::print(&totals.to_string())
}

/// Where the tables go.
struct Destination {
    form: Form,
    /// The name of the file, if it is one and no folder.
    file: Option<PathBuf>,
}

impl Destination {
    fn choose(review: &Review, inputs: &[Input]) -> Result<Self, Fault> {
        let named = Form::of_path(&review.output);
        match (named, review.format, inputs) {
            (Some(form), None, [_]) => {
                Ok(Self { form, file: Some(Path::new(TABLES).with_extension(form.suffix())) })
            }
            (Some(_), None, _) => {
                let output = review.output.display();
                Err(Fault::Usage(format!("{} files go to a folder, and {output} names a file", inputs.len())))
            }
            (_, format, _) => Ok(Self { form: format.unwrap_or(Form::PARQUET), file: None }),
        }
    }

    /// What an input is written to.
    fn name(&self, input: &Input) -> PathBuf {
        self.file.clone().unwrap_or_else(|| Path::new(TABLES).join(input.name_in(self.form)))
    }

    /// What is published.
    fn whole(&self) -> &Path {
        self.file.as_deref().unwrap_or(Path::new(TABLES))
    }
}

fn duplicates_form(review: &Review) -> Result<Form, Fault> {
    match &review.duplicates {
        None => Ok(Form::PARQUET),
        Some(path) => Form::of_path(path).ok_or_else(|| Fault::Format(path.display().to_string())),
    }
}

async fn prepare(
    review: &Review,
    engine: &Engine,
    input: Input,
    path: PathBuf,
    form: Form,
) -> Result<Job, Fault> {
    let opened = table::open(&engine.in_order, &input, review.dialect).await?;
    let column = table::text_column(&opened, &review.column, &input.shown)?;
    reviewed::refuse_taken(&opened, &input.shown)?;
    let url = table::url(&path)?;
    let reviewed = reviewed::plan(&engine.in_order, opened, &column, form)?;
    let schema = reviewed.schema().inner().clone();
    let plan = form.written(reviewed.into_unoptimized_plan(), url.clone())?;
    Ok(Job { input, path, plan, written: Written { url, form, schema } })
}

fn refuse_same_name(jobs: &[Job]) -> Result<(), Fault> {
    let mut byname: Vec<_> = jobs.iter().map(|job| (&job.written.url, &job.input.shown)).collect();
    byname.sort();
    match byname.windows(2).find(|pair| pair[0].0 == pair[1].0) {
        Some(pair) => Err(Fault::SameName(pair[0].1.clone(), pair[1].1.clone())),
        None => Ok(()),
    }
}

/// Writes all files, as many at once as the engine takes. The first fault ends it.
async fn write_all(jobs: Vec<Job>, engine: &Engine, progress: &Arc<Progress>) -> Result<(), Fault> {
    let mut waiting = jobs.into_iter();
    let mut running = JoinSet::new();
    loop {
        while running.len() < engine.at_once
            && let Some(job) = waiting.next()
        {
            let (engine, progress) = (engine.clone(), Arc::clone(progress));
            running.spawn(async move {
                let done = engine.run(&engine.in_order, &job.plan, &progress).await;
                done.map_err(|error| Fault::table(&job.input.shown, &error))?;
                progress.advance(job.input.bytes);
                Ok::<_, Fault>(())
            });
        }
        match running.join_next().await {
            None => return Ok(()),
            Some(done) => done.map_err(|error| Fault::Engine(error.to_string()))??,
        }
    }
}
