//! The files read and written as a review does it, without a review.

use std::path::Path;

use datafusion::dataframe::DataFrameWriteOptions;
use datafusion::prelude::{CsvReadOptions, SessionConfig, SessionContext};
use futures::stream::{self, StreamExt, TryStreamExt};

pub fn run(input: &str, output: &str, cores: usize) {
    std::fs::create_dir_all(output).expect("a folder is made");
    let mut names: Vec<_> = std::fs::read_dir(input)
        .expect("the folder is read")
        .map(|entry| entry.expect("an entry is read").file_name().into_string().expect("names are ASCII"))
        .collect();
    names.sort();
    let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(cores).enable_all().build();
    let copied = stream::iter(names).map(|name| {
        let (from, to) = (Path::new(input).join(&name), Path::new(output).join(name + ".parquet"));
        tokio::spawn(async move { copy(&from, &to).await })
    });
    let done = async {
        copied.buffer_unordered(cores).map(|done| done.expect("it does not panic")).try_collect().await
    };
    let () = runtime.expect("threads are started").block_on(done).expect("the files are copied");
}

async fn copy(from: &Path, to: &Path) -> datafusion::error::Result<()> {
    let ctx = SessionContext::new_with_config(SessionConfig::new().with_target_partitions(1));
    let as_text = CsvReadOptions::new().newlines_in_values(true).schema_infer_max_records(0);
    let table = ctx.read_csv(text(from), as_text).await?;
    table.write_parquet(text(to), DataFrameWriteOptions::new(), None).await.map(drop)
}

fn text(path: &Path) -> &str {
    path.to_str().expect("names are ASCII")
}
