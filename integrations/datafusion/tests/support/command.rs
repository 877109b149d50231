//! Runs of `normail-sql` in a folder of their own.

use std::collections::BTreeMap;
use std::fs;
use std::io::Read;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Output, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use tempfile::TempDir;

/// For whatever is waited for: much more than it takes on a busy machine.
pub const PATIENCE: Duration = Duration::from_secs(180);

/// A folder that goes with its test.
pub struct Folder(TempDir);

impl Folder {
    pub fn new() -> Self {
        Self(TempDir::new().expect("there is room for a folder"))
    }

    pub fn path(&self, name: &str) -> PathBuf {
        self.0.path().join(name)
    }

    pub fn write(&self, name: &str, content: impl AsRef<[u8]>) {
        let path = self.path(name);
        fs::create_dir_all(path.parent().expect("a name stands in the folder")).expect("a folder is made");
        fs::write(path, content).expect("a file is written");
    }

    /// `normail-sql` with these arguments, in this folder.
    pub fn run(&self, arguments: &[&str]) -> Output {
        let child = self.start(arguments);
        output_in_time(child).unwrap_or_else(|| panic!("{arguments:?}: not done in {PATIENCE:?}"))
    }

    pub fn start(&self, arguments: &[&str]) -> Child {
        let mut command = Command::new(env!("CARGO_BIN_EXE_normail-sql"));
        command.args(arguments).current_dir(self.0.path()).stdin(Stdio::null());
        command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().expect("normail-sql runs")
    }

    /// What it prints where it succeeds.
    pub fn succeed(&self, arguments: &[&str]) -> String {
        let output = self.run(arguments);
        let told = String::from_utf8_lossy(&output.stderr);
        assert!(output.status.success(), "{arguments:?}: {told}");
        assert_eq!(told, "", "{arguments:?}: nothing is told where no terminal is");
        String::from_utf8(output.stdout).expect("it prints text")
    }

    /// The sentence that it fails with, without the name in front.
    pub fn fail(&self, arguments: &[&str]) -> String {
        let output = self.run(arguments);
        let told = String::from_utf8(output.stderr).expect("it tells text");
        assert_eq!(output.status.code(), Some(2), "{arguments:?}: {told}");
        assert_eq!(output.stdout, b"", "{arguments:?}");
        let sentence = told.strip_prefix("normail-sql: ").and_then(|told| told.strip_suffix('\n'));
        let sentence = sentence.unwrap_or_else(|| panic!("{arguments:?}: {told:?} is one line"));
        assert!(!sentence.contains('\n'), "{arguments:?}: {sentence:?} is one line");
        sentence.to_owned()
    }

    /// All files, also those that do not show themselves, by their names from here.
    pub fn files(&self) -> BTreeMap<PathBuf, Vec<u8>> {
        let mut files = BTreeMap::new();
        collect(self.0.path(), Path::new(""), &mut files);
        files
    }
}

/// What a program gives when it has ended; none where it had to be ended.
pub fn output_in_time(mut child: Child) -> Option<Output> {
    let read = |mut output: Box<dyn Read + Send>| {
        thread::spawn(move || {
            let mut bytes = Vec::new();
            output.read_to_end(&mut bytes).map(|_| bytes).unwrap_or_default()
        })
    };
    let stdout = read(Box::new(child.stdout.take()?));
    let stderr = read(Box::new(child.stderr.take()?));
    let end = Instant::now() + PATIENCE;
    let status = loop {
        match child.try_wait().expect("it is our child") {
            Some(status) => break status,
            None if Instant::now() < end => thread::sleep(Duration::from_millis(10)),
            None => {
                child.kill().and_then(|()| child.wait()).expect("it is our child");
                return None;
            }
        }
    };
    let [stdout, stderr] = [stdout, stderr].map(|reader| reader.join().expect("it reads"));
    Some(Output { status, stdout, stderr })
}

pub fn wait_until(what: &str, mut holds: impl FnMut() -> bool) {
    let end = Instant::now() + PATIENCE;
    while !holds() {
        assert!(Instant::now() < end, "{what}: not in {PATIENCE:?}");
        thread::sleep(Duration::from_millis(20));
    }
}

fn collect(folder: &Path, below: &Path, files: &mut BTreeMap<PathBuf, Vec<u8>>) {
    for entry in fs::read_dir(folder).expect("the folder is read") {
        let name = entry.expect("an entry is read").file_name();
        let (path, below) = (folder.join(&name), below.join(&name));
        if path.is_dir() {
            collect(&path, &below, files);
        } else {
            files.insert(below, fs::read(path).expect("the file is read"));
        }
    }
}
