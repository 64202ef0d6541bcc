//! Ports of this machine, each for one server or driver.

use std::fs::File;
use std::net::{TcpListener, TcpStream};
use std::ops::Range;
use std::sync::{Mutex, PoisonError};
use std::{env, mem, process};

const HOST: &str = "127.0.0.1";

/// A port at which nobody listens, for a program that is told its port. Asked by a connection: a
/// listener that tries a port out is held a moment longer by every program that another thread
/// starts meanwhile, which has it until it runs.
///
/// # Panics
/// If there is none.
pub fn free() -> u16 {
    loop {
        let port = next();
        if TcpStream::connect((HOST, port)).is_err() {
            return port;
        }
    }
}

/// A listener at a port of its own, for tokio.
///
/// # Panics
/// If there is no port.
pub fn listener() -> TcpListener {
    loop {
        if let Ok(listener) = TcpListener::bind((HOST, next())) {
            listener.set_nonblocking(true).expect("a listener");
            return listener;
        }
    }
}

/// A port that nobody else was or will be given while this process runs: a browser that has visited
/// one server would show what it kept of that in place of the next one's answers.
fn next() -> u16 {
    static BLOCK: Mutex<Option<Block>> = Mutex::new(None);
    let mut block = BLOCK.lock().unwrap_or_else(PoisonError::into_inner);
    loop {
        if let Some(port) = block.as_mut().and_then(|block| block.ports.next()) {
            return port;
        }
        // The lock of one that is used up is kept as well: its browsers are still there.
        mem::forget(block.replace(Block::claim()));
    }
}

/// Ports that are this process's own as long as it holds the lock of a file. They lie below those
/// that systems hand out by themselves (from 32,768 on Linux), so that no other program takes them
/// meanwhile, and among none that browsers refuse.
struct Block {
    ports: Range<u16>,
    _lock: File,
}

impl Block {
    const FIRST: u16 = 11_000;
    const SIZE: u16 = 1_000;
    const COUNT: u16 = 21;

    fn claim() -> Self {
        // Two runs in turn begin at different places: connections that have ended hold their ports
        // for a minute.
        let start = u16::try_from(process::id() % u32::from(Self::COUNT)).unwrap_or_default();
        let claimed = (0..Self::COUNT).find_map(|number| {
            let first = Self::FIRST + (start + number) % Self::COUNT * Self::SIZE;
            let place = env::temp_dir().join(format!("lscb-ports-{first}"));
            let mut options = File::options();
            // One of another user cannot be opened, and may be in use.
            let lock = options.create(true).append(true).open(place).ok()?;
            lock.try_lock().ok()?;
            let ports = first..first + Self::SIZE;
            Some(Self { ports, _lock: lock })
        });
        claimed.expect("ports that no other run of the tests has")
    }
}

#[cfg(test)]
mod tests {
    use std::process::Command;
    use std::sync::atomic::{AtomicBool, Ordering};
    use std::thread;

    use super::*;

    #[test]
    fn ports_are_to_be_had_while_programs_are_started() {
        let is_over = AtomicBool::new(false);
        thread::scope(|scope| {
            for _ in 0..2 {
                scope.spawn(|| {
                    while !is_over.load(Ordering::Relaxed) {
                        Command::new("true").status().expect("a program");
                    }
                });
            }
            let mut failed = 0;
            for _ in 0..500 {
                failed += usize::from(TcpListener::bind((HOST, free())).is_err());
                drop(listener());
            }
            is_over.store(true, Ordering::Relaxed);
            assert_eq!(failed, 0);
        });
    }

    #[test]
    fn two_processes_have_no_port_in_common() {
        let [one, other] = [Block::claim(), Block::claim()];
        assert!(one.ports.end <= other.ports.start || other.ports.end <= one.ports.start);
    }
}
