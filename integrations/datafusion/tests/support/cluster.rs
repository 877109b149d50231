//! A cluster on the loopback interface, its nodes processes that end with it.

use std::io::{BufRead, BufReader};
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::mpsc;
use std::thread;

use super::command::{PATIENCE, wait_until};

pub struct Cluster {
    pub address: SocketAddr,
    scheduler: Child,
    executors: Vec<Child>,
}

impl Cluster {
    /// A scheduler alone.
    pub fn new() -> Self {
        let mut scheduler = Command::new(env!("CARGO_BIN_EXE_normail-scheduler"))
            .args(["--bind", "127.0.0.1:0", "--executor-timeout", "20"])
            .stdout(Stdio::piped())
            .spawn()
            .expect("the scheduler is built and runs");
        let told = first_line(scheduler.stdout.take().expect("its output is ours"));
        let Some(address) = told.as_ref().and_then(|told| told.trim().parse().ok()) else {
            end(&mut scheduler);
            panic!("the scheduler told {told:?}");
        };
        Self { address, scheduler, executors: Vec::new() }
    }

    pub fn url(&self) -> String {
        format!("df://{}", self.address)
    }

    /// An executor of one core that keeps what it makes in a folder.
    pub fn add(&mut self, work: &Path) {
        let bind = free_address();
        let executor = Command::new(env!("CARGO_BIN_EXE_normail-executor"))
            .args(["--scheduler", &self.url(), "--bind", &bind.to_string(), "--cores", "1", "--work-dir"])
            .arg(work)
            .spawn()
            .expect("the executor is built and runs");
        self.executors.push(executor);
        wait_until("an executor listens", || TcpStream::connect(bind).is_ok());
    }

    /// An executor without the functions.
    pub fn add_plain(&mut self) {
        let bind = free_address();
        let executor = Command::new(example("plain_executor"))
            .args([self.address.port(), bind.port()].map(|port| port.to_string()))
            .spawn()
            .expect("the plain executor is built and runs");
        self.executors.push(executor);
        wait_until("a plain executor listens", || TcpStream::connect(bind).is_ok());
    }

    /// Ends an executor as a power cut does.
    pub fn kill(&mut self, place: usize) {
        end(&mut self.executors[place]);
    }
}

impl Drop for Cluster {
    fn drop(&mut self) {
        self.executors.iter_mut().for_each(end);
        end(&mut self.scheduler);
    }
}

/// It may have ended by itself.
fn end(child: &mut Child) {
    let _ = child.kill();
    let _ = child.wait();
}

/// The first line of an output, if it comes in time.
fn first_line(output: impl std::io::Read + Send + 'static) -> Option<String> {
    let (sender, receiver) = mpsc::channel();
    thread::spawn(move || {
        let mut output = BufReader::new(output);
        let mut line = String::new();
        let _ = output.read_line(&mut line).map(|_| sender.send(line));
    });
    receiver.recv_timeout(PATIENCE).ok()
}

fn free_address() -> SocketAddr {
    TcpListener::bind("127.0.0.1:0").and_then(|listener| listener.local_addr()).expect("a port is free")
}

/// Cargo tells tests where programs are, not examples: they are in a folder beside.
fn example(name: &str) -> PathBuf {
    let programs = Path::new(env!("CARGO_BIN_EXE_normail-sql")).parent().expect("it is in a folder");
    programs.join("examples").join(name)
}
