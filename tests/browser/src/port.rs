//! Ports of this machine, each for one server or driver.

use std::net::{TcpListener, TcpStream};
use std::sync::atomic::{AtomicU16, Ordering};

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

/// A port that nobody else in this process was or will be given: a browser that has visited one
/// server would show what it kept of that in place of the next one's answers. It lies below those
/// that systems hand out by themselves (from 32,768 on Linux), so that no other program takes it
/// meanwhile, and among none that browsers refuse.
fn next() -> u16 {
    const FIRST: u16 = 11_000;
    const COUNT: u16 = 21_000;
    static GIVEN: AtomicU16 = AtomicU16::new(0);
    // Two processes at once begin at different places.
    let start = u16::try_from(std::process::id() % u32::from(COUNT)).unwrap_or_default();
    let given = GIVEN.fetch_add(1, Ordering::Relaxed);
    assert!(given < COUNT, "every port has been given");
    FIRST + (start + given) % COUNT
}

#[cfg(test)]
mod tests {
    use std::process::Command;
    use std::sync::atomic::AtomicBool;
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
}
