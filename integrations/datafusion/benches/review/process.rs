//! A process, its time and its memory.

use std::ffi::OsStr;
use std::process::{Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

#[derive(Clone, Copy)]
pub struct Cost {
    pub time: Duration,
    /// In MiB, the most that was resident.
    pub memory: u64,
}

pub fn command(program: impl AsRef<OsStr>) -> Command {
    let mut command = Command::new(program);
    command.stdin(Stdio::null()).stdout(Stdio::null());
    command
}

/// Runs a command to its end, which is success.
pub fn run(command: &mut Command) -> Cost {
    let start = Instant::now();
    let mut child = command.spawn().expect("the program is built and runs");
    let mut memory = 0;
    loop {
        memory = peak(child.id()).unwrap_or(memory);
        if let Some(status) = child.try_wait().expect("it is our child") {
            assert!(status.success(), "{command:?}: {status}");
            return Cost { time: start.elapsed(), memory };
        }
        thread::sleep(Duration::from_millis(10));
    }
}

/// What the kernel says was the most, in MiB; none for a process that has ended.
pub fn peak(process: u32) -> Option<u64> {
    let status = std::fs::read_to_string(format!("/proc/{process}/status")).ok()?;
    let peak = status.lines().find_map(|line| line.strip_prefix("VmHWM:"))?;
    peak.trim().strip_suffix(" kB")?.parse::<u64>().ok().map(|kib| kib / 1024)
}
