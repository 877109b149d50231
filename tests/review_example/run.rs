//! Running the example.

use std::ffi::OsStr;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::OnceLock;

use tempfile::TempDir;

/// What came of a run.
#[derive(Debug)]
pub(crate) struct Run {
    pub(crate) status: Option<i32>,
    pub(crate) report: String,
    pub(crate) error: String,
}

/// Runs the example in the package's folder, without colours but for what `settings` says.
pub(crate) fn review_with<A: AsRef<OsStr>>(settings: &[(&str, &str)], arguments: &[A]) -> Run {
    let mut command = Command::new(program());
    command.current_dir(env!("CARGO_MANIFEST_DIR")).args(arguments);
    for name in ["NO_COLOR", "CLICOLOR", "CLICOLOR_FORCE"] {
        command.env_remove(name);
    }
    let output = command.envs(settings.iter().copied()).output().expect("the example runs");
    Run {
        status: output.status.code(),
        report: String::from_utf8(output.stdout).expect("the report is UTF-8"),
        error: String::from_utf8(output.stderr).expect("errors are UTF-8"),
    }
}

pub(crate) fn review<A: AsRef<OsStr>>(arguments: &[A]) -> Run {
    review_with(&[], arguments)
}

/// A folder with a list to review.
pub(crate) struct List {
    pub(crate) folder: TempDir,
    pub(crate) path: PathBuf,
}

impl List {
    pub(crate) fn new(bytes: impl AsRef<[u8]>) -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("list.csv");
        fs::write(&path, bytes).expect("the list is written");
        List { folder, path }
    }

    pub(crate) fn beside(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    /// Reviews the list with more arguments behind it.
    pub(crate) fn review(&self, arguments: &[&str]) -> Run {
        let list = [self.path.as_os_str()];
        let arguments = arguments.iter().map(OsStr::new);
        review(&list.into_iter().chain(arguments).collect::<Vec<_>>())
    }

    /// Reviews the list; gives the bytes of the cleaned one.
    pub(crate) fn cleaned(&self) -> Vec<u8> {
        let target = self.beside("cleaned.csv");
        let run = self.review(&["--output", &target.to_string_lossy()]);
        fs::read(target).unwrap_or_else(|_| panic!("nothing was written: {run:?}"))
    }

    /// The names in the folder: no temporary file may stay behind.
    pub(crate) fn names(&self) -> Vec<String> {
        let entries = fs::read_dir(self.folder.path()).expect("the folder is readable");
        let names = entries.map(|entry| entry.expect("an entry").file_name());
        let mut names: Vec<String> = names.map(|name| name.to_string_lossy().into_owned()).collect();
        names.sort();
        names
    }
}

/// The example. `cargo test` builds its unit tests but not the program, so cargo is asked for it here, once;
/// where it is built already, that takes no time.
fn program() -> &'static Path {
    static PROGRAM: OnceLock<PathBuf> = OnceLock::new();
    PROGRAM.get_or_init(|| {
        let test = std::env::current_exe().expect("this test has a path");
        let profile =
            test.parent().and_then(Path::parent).expect("it stands in deps, in the profile's folder");
        build(profile);
        profile.join("examples").join(format!("review{}", std::env::consts::EXE_SUFFIX))
    })
}

fn build(profile: &Path) {
    let mut command = Command::new(env!("CARGO"));
    command.current_dir(env!("CARGO_MANIFEST_DIR")).args(["build", "--quiet", "--example", "review"]);
    command.arg("--target-dir").arg(profile.parent().expect("the profile's folder stands in the target's"));
    if profile.ends_with("release") {
        command.arg("--release");
    }
    if !cfg!(feature = "suggest") {
        command.args(["--no-default-features", "--features", "std"]);
    }
    assert!(command.status().expect("cargo runs").success(), "the example cannot be built");
}
