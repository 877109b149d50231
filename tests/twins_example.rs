//! Runs the example `twins` as a person does, and compares what it prints with `tests/data/twins/expected.txt`.

use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};
use std::sync::OnceLock;

const ACCOUNTS: &str = include_str!("data/twins/accounts.txt");
const EXPECTED: &str = include_str!("data/twins/expected.txt");

/// Runs the example in the package's folder, `input` on its standard input.
fn twins(arguments: &[&str], input: &str) -> Output {
    let mut child = Command::new(program())
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .args(arguments)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the example runs");
    // It may end without reading.
    let _ = child.stdin.take().expect("the input is piped").write_all(input.as_bytes());
    child.wait_with_output().expect("the example ends")
}

/// The example, built where the tests are: `cargo test` does so itself only if it runs all targets.
fn program() -> &'static Path {
    static PROGRAM: OnceLock<PathBuf> = OnceLock::new();
    PROGRAM.get_or_init(|| {
        let test = std::env::current_exe().expect("this test has a path");
        let profile =
            test.parent().and_then(Path::parent).expect("it stands in deps, in the profile's folder");
        let mut command = Command::new(env!("CARGO"));
        command.current_dir(env!("CARGO_MANIFEST_DIR")).args(["build", "--quiet", "--example", "twins"]);
        command
            .arg("--target-dir")
            .arg(profile.parent().expect("the profile's folder stands in the target's"));
        if profile.ends_with("release") {
            command.arg("--release");
        }
        if !cfg!(feature = "suggest") {
            command.args(["--no-default-features", "--features", "std"]);
        }
        assert!(command.status().expect("cargo runs").success(), "the example cannot be built");
        profile.join("examples").join(format!("twins{}", std::env::consts::EXE_SUFFIX))
    })
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).replace("\r\n", "\n")
}

#[test]
fn twins_are_found_in_a_file_and_on_standard_input() {
    for output in [twins(&["tests/data/twins/accounts.txt"], ""), twins(&[], ACCOUNTS)] {
        assert_eq!(text(&output.stdout), EXPECTED, "{}", text(&output.stderr));
        assert_eq!((output.status.code(), text(&output.stderr).as_str()), (Some(1), ""));
    }
}

#[test]
fn people_are_not_twins() {
    let output = twins(&[], "ana@example.com\n\neva@example.com\njosé@example.com\njose@example.com\n");
    assert_eq!((output.status.code(), text(&output.stdout).as_str()), (Some(0), ""));
}

#[test]
fn what_cannot_be_read_is_said() {
    for arguments in [&["tests/data/twins/missing.txt"][..], &["one", "two"]] {
        let output = twins(arguments, "");
        assert_eq!((output.status.code(), text(&output.stdout).as_str()), (Some(2), ""));
        assert!(text(&output.stderr).starts_with("twins: "), "{}", text(&output.stderr));
    }
}
