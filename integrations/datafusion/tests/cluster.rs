//! `normail-sql --scheduler`: what a cluster writes is what one process writes.
#![cfg(feature = "cluster")]

mod support;

use std::fs;
use std::path::Path;

use support::cluster::Cluster;
use support::command::{Folder, wait_until};
use support::corpora::{repository, texts};

const COLUMN: &str = "Main Email";

/// The customers as CSV, NDJSON and Parquet, compressed or not, in a folder.
fn customers() -> Folder {
    let folder = Folder::new();
    folder.write("in/customers.csv", fs::read(repository("examples/customers.csv")).unwrap());
    for name in ["a.csv.gz", "b.csv.zst", "c.ndjson", "d.ndjson.gz", "below/e.parquet"] {
        folder.write(&format!("in/{name}"), "");
        fs::remove_file(folder.path(&format!("in/{name}"))).unwrap();
        folder.succeed(&[
            "query",
            "SELECT * FROM t",
            "-t",
            "t=in/customers.csv",
            "-o",
            &format!("in/{name}"),
        ]);
    }
    folder
}

#[test]
fn a_cluster_writes_byte_for_byte_what_one_process_writes() {
    let folder = customers();
    let mut cluster = Cluster::new();
    cluster.add(&folder.path("one"));
    cluster.add(&folder.path("two"));
    for form in ["csv", "csv.gz", "ndjson.zst", "parquet"] {
        let review = |output: &str, more: &[&str]| {
            let duplicates = format!("{output}.{form}");
            let arguments =
                ["review", "in", "-c", COLUMN, "-o", output, "-f", form, "--duplicates", &duplicates];
            folder.succeed(&[&arguments, more].concat())
        };
        let [here, there] = ["here", "there"].map(|name| format!("{name}-{form}"));
        let told = review(&here, &[]);
        assert_eq!(review(&there, &["--scheduler", &cluster.url()]), told, "{form}");
        let files = folder.files();
        let of = |output: &str| {
            let with_duplicates =
                |name: &&Path| name.starts_with(output) || **name == *format!("{output}.{form}");
            let names: Vec<_> = files.keys().map(|name| name.as_path()).filter(with_duplicates).collect();
            assert_eq!(names.len(), 7, "{output}");
            names.into_iter().map(|name| &files[name]).collect::<Vec<_>>()
        };
        assert!(of(&here) == of(&there), "{form}");
    }
}

#[test]
fn a_query_on_a_cluster_answers_as_in_one_process() {
    let folder = customers();
    let mut cluster = Cluster::new();
    cluster.add(&folder.path("one"));
    cluster.add(&folder.path("two"));
    for query in [
        "SELECT email_verdict(\"Main Email\") AS verdict, count(*) FROM t GROUP BY 1 ORDER BY 2 DESC, 1",
        "SELECT email_inspect(\"Main Email\", 'es') FROM t ORDER BY \"Account No.\" LIMIT 7",
        "SELECT a.\"Main Email\" FROM t a JOIN t b ON email_key(a.\"Main Email\") = email_key(b.\"CC Email\") ORDER BY 1",
        "SELECT unnest(email_codes(\"Main Email\")) AS code, count(*) FROM t GROUP BY 1 ORDER BY 2 DESC, 1",
    ] {
        let arguments = ["query", query, "-t", "t=in"];
        let there = folder.succeed(&[&arguments[..], &["--scheduler", &cluster.url()]].concat());
        assert_eq!(there, folder.succeed(&arguments), "{query}");
    }
}

#[test]
fn a_review_ends_right_though_an_executor_is_killed() {
    const FILES: usize = 16;
    let folder = Folder::new();
    let rows: String = texts().iter().map(|text| format!("\"{}\"\n", text.replace('"', "\"\""))).collect();
    for file in 0..FILES {
        folder.write(&format!("in/{file:02}.csv"), format!("email\n{rows}"));
    }
    let review = ["review", "in", "-c", "email", "-f", "csv", "-o"];
    let told = folder.succeed(&[&review[..], &["here", "--duplicates", "here.csv"]].concat());

    let mut cluster = Cluster::new();
    let work = [folder.path("one"), folder.path("two")];
    work.iter().for_each(|work| cluster.add(work));
    let url = cluster.url();
    let on_cluster = [&review[..], &["there", "--duplicates", "there.csv", "--scheduler", &url]].concat();
    let there = std::thread::scope(|scope| {
        let running = scope.spawn(|| folder.succeed(&on_cluster));
        let has_work = |work: &Path| fs::read_dir(work).is_ok_and(|mut jobs| jobs.next().is_some());
        wait_until("both executors have finished something", || work.iter().all(|work| has_work(work)));
        cluster.kill(0);
        let written = folder.files().keys().filter(|name| name.starts_with("there")).count();
        assert_eq!(written, 0, "the review was in its middle");
        running.join().expect("the review succeeds")
    });
    assert_eq!(there, told);
    let files = folder.files();
    let of = |output: &str| {
        files.iter().filter(|(name, _)| name.starts_with(output)).map(|(_, file)| file).collect::<Vec<_>>()
    };
    assert_eq!(of("there").len(), FILES);
    assert!(of("there") == of("here"), "the same files");
    assert!(files[Path::new("there.csv")] == files[Path::new("here.csv")], "the same duplicates");
}

#[test]
fn what_a_cluster_cannot_do_is_told_in_one_sentence_and_leaves_nothing() {
    let folder = Folder::new();
    folder.write("t.csv", "email\nana@example.com\n");
    folder.write("ragged.csv", "email\nana@example.com\nana,ana\n");
    let before = folder.files();
    let review =
        |file, url: &str| folder.fail(&["review", file, "-c", "email", "-o", "out", "--scheduler", url]);

    let mut plain = Cluster::new();
    plain.add_plain();
    assert_eq!(
        review("t.csv", &plain.url()),
        "a node of the cluster does not know the function email_inspect: its nodes have to be normail-scheduler and \
         normail-executor"
    );
    let url = plain.url();
    drop(plain);
    assert_eq!(review("t.csv", &url), format!("no scheduler answers at {url}"));
    assert_eq!(
        review("t.csv", "http://127.0.0.1:1"),
        "http://127.0.0.1:1 is not df://HOST:PORT; normail-sql --help tells how it is used"
    );

    let mut cluster = Cluster::new();
    let work = Folder::new();
    cluster.add(&work.path("one"));
    let sentence = review("ragged.csv", &cluster.url());
    assert!(sentence.starts_with("ragged.csv: "), "{sentence}");
    assert!(sentence.contains("incorrect number of fields for line 3, expected 1 got 2"), "{sentence}");
    assert!(folder.files() == before, "nothing is left");
}
