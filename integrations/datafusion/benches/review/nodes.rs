//! A scheduler and two executors of one core each, on the loopback interface.

use std::io::{BufRead, BufReader};
use std::process::{Child, Command, Stdio};

use crate::process::peak;

pub struct Nodes {
    address: String,
    processes: Vec<Child>,
}

impl Nodes {
    pub fn start() -> Self {
        let mut scheduler = Command::new(env!("CARGO_BIN_EXE_normail-scheduler"))
            .args(["--bind", "127.0.0.1:0"])
            .stdout(Stdio::piped())
            .spawn()
            .expect("the scheduler is built and runs");
        let mut address = String::new();
        let output = scheduler.stdout.take().expect("its output is ours");
        BufReader::new(output).read_line(&mut address).expect("it tells its address");
        let mut nodes = Self { address: address.trim().to_owned(), processes: vec![scheduler] };
        for _ in 0..2 {
            let executor = Command::new(env!("CARGO_BIN_EXE_normail-executor"))
                .args(["--scheduler", &nodes.url(), "--cores", "1", "--memory", "1024"])
                .spawn()
                .expect("the executor is built and runs");
            nodes.processes.push(executor);
        }
        nodes
    }

    pub fn url(&self) -> String {
        format!("df://{}", self.address)
    }

    /// The most that each process took so far, in MiB.
    pub fn memory(&self) -> Vec<u64> {
        self.processes.iter().filter_map(|process| peak(process.id())).collect()
    }
}

impl Drop for Nodes {
    fn drop(&mut self) {
        for process in &mut self.processes {
            // It may have ended by itself.
            let _ = process.kill();
            let _ = process.wait();
        }
    }
}
